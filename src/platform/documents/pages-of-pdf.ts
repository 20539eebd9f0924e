import { Worker } from 'node:worker_threads'
import { Refusal } from '../core/refusal.ts'
import type { PdfPage } from './pdf-page.ts'
import { LIMITS } from './reading-limits.ts'

/** A PDF with what stands on its pages. */
export interface OpenedPdf {
  pages: PdfPage[]
  /** Whether the file holds pictures at all. */
  pictures: boolean
}

/** What the thread answers: the pages, or why there are none. */
export type PdfAnswer = { opened: OpenedPdf } | { refused: string } | { fault: string }

const WATCH_MS = 20
const TOO_MUCH =
  'This PDF takes more time or memory to read than Heed allows, so it gave up. Ask for the Word file it was made from, or save the pages with the recommendations as a PDF of their own.'

/**
 * The pages of a PDF, opened in a thread of its own: it is ended when it takes too long or too much memory, which nothing inside it could
 * tell in time. Refuses (invalid) in words.
 */
export function pagesOfPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const worker = new Worker(new URL('./pdf-pages-worker.ts', import.meta.url), {
    workerData: bytes,
    execArgv: [],
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.pdfMegabytes },
  })
  const memory = process.memoryUsage().rss
  const start = performance.now()
  return new Promise<OpenedPdf>((done, failed) => {
    const end = (): void => {
      clearInterval(watch)
      worker.removeAllListeners()
      void worker.terminate()
    }
    const giveUp = (cause?: unknown): void => {
      end()
      failed(new Refusal('invalid', TOO_MUCH, { cause }))
    }
    const watch = setInterval(() => {
      const taken = (process.memoryUsage.rss() - memory) / 1_000_000
      if (taken > LIMITS.pdfMegabytes || performance.now() - start > LIMITS.pdfMs) giveUp()
    }, WATCH_MS)
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? giveUp(error) : (end(), failed(error)),
    )
    worker.once('message', (answer: PdfAnswer) => {
      end()
      if ('opened' in answer) done(answer.opened)
      else failed('refused' in answer ? new Refusal('invalid', answer.refused) : new Error(answer.fault))
    })
  })
}
