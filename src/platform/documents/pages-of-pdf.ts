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
/** A thread that has had nothing to do for this long is let go. */
const IDLE_MS = 60_000
export const TOO_MUCH =
  'This PDF takes more time or memory to read than Heed allows, so it gave up. Ask for the Word file it was made from, or save the pages with the recommendations as a PDF of their own.'

/** The thread kept for the next file: loading the library takes longer than most files. */
let warm: Worker | null = null

/** The PDF that was opened last: an officer who moves the lines between its columns has it read again and again. */
let last: { bytes: Uint8Array; opened: OpenedPdf } | null = null

/**
 * The pages of a PDF, opened in a thread of its own: it is ended when it takes too long or too much memory, which nothing inside it could
 * tell in time. Refuses (invalid) in words.
 */
export async function pagesOfPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  if (last && Buffer.compare(last.bytes, bytes) === 0) return last.opened
  last = null
  const opened = await openedApart(bytes)
  last = { bytes, opened }
  return opened
}

function openedApart(bytes: Uint8Array): Promise<OpenedPdf> {
  const worker = warm ?? startWorker()
  warm = null
  worker.ref()
  const memory = process.memoryUsage.rss()
  const [start, work] = [performance.now(), process.cpuUsage()]
  return new Promise<OpenedPdf>((done, failed) => {
    const stop = (): void => {
      clearInterval(watch)
      worker.removeAllListeners('message').removeAllListeners('error')
    }
    const end = (error: Error): void => {
      stop()
      void worker.terminate()
      failed(error)
    }
    const watch = setInterval(() => {
      const taken = (process.memoryUsage.rss() - memory) / 1_000_000
      // Time of work, so that a busy machine turns no honest file away; and time by the clock, for a file that only waits.
      const late = workMs(work) > LIMITS.pdfMs || performance.now() - start > 4 * LIMITS.pdfMs
      if (taken > LIMITS.pdfMegabytes || late) end(new Refusal('invalid', TOO_MUCH))
    }, WATCH_MS)
    worker.once('error', (error: NodeJS.ErrnoException) => {
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal('invalid', TOO_MUCH, { cause: error }) : error)
    })
    worker.once('message', (answer: PdfAnswer) => {
      stop()
      rest(worker)
      if ('opened' in answer) done(answer.opened)
      else failed('refused' in answer ? new Refusal('invalid', answer.refused) : new Error(answer.fault))
    })
    worker.postMessage(bytes)
  })
}

/** Milliseconds that the process has worked since. */
export function workMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

function startWorker(): Worker {
  return new Worker(new URL('./pdf-pages-worker.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.pdfMegabytes },
  })
}

/** It keeps nothing else alive, and is let go when no other file comes. */
function rest(worker: Worker): void {
  if (warm) return void worker.terminate()
  warm = worker
  worker.unref()
  const idle = setTimeout(() => {
    if (warm !== worker) return
    warm = null
    void worker.terminate()
  }, IDLE_MS)
  idle.unref()
  worker.once('error', () => {
    if (warm === worker) warm = null
  })
}
