import { Worker } from 'node:worker_threads'
import { Refusal } from '../platform/core/refusal.ts'
import { kindOfFile } from '../platform/documents/kind-of-file.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { readDocument } from '../reading/read-document.ts'
import type { ReaderAnswer, ReaderAsked, ReaderSays } from './read-source-apart.ts'
import { FULL_MB } from './read-source-apart.ts'

// The untrusted part: opens a stranger's file and reads it, in a process that can be killed.

/** Megabytes that this process may hold now; 0 while it rests. Shared with the thread that watches it. */
const allowed = new Int32Array(new SharedArrayBuffer(4))
new Worker(new URL('./read-source-watch.ts', import.meta.url), { workerData: allowed, execArgv: [] }).unref()

async function answer({ bytes, name, hints, look }: ReaderAsked): Promise<ReaderAnswer> {
  try {
    if (look) return await lookAt(bytes, look)
    if (['doc', 'odt', 'rtf'].includes(kindOfFile(bytes))) say('converting')
    const source = await readFile(bytes, name, hints.file)
    return { read: { source, reading: readDocument(source, { hints }) } }
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.message }
    return { fault: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

/** What the pages of a PDF look like. Its reader is loaded when one comes. */
async function lookAt(bytes: Uint8Array, look: NonNullable<ReaderAsked['look']>): Promise<ReaderAnswer> {
  const { pagesOfPdf } = await import('../platform/documents/pages-of-pdf.ts')
  const opened = await pagesOfPdf(bytes)
  if (look === 'outlines') return { outlines: (await import('../platform/documents/pdf-outline.ts')).outlinesOf(opened.pages) }
  return { picture: (await import('../platform/documents/pdf-picture.ts')).pictureOfPage(opened, look.page) }
}

async function answerWithin(asked: ReaderAsked): Promise<void> {
  allow(asked.memoryMb)
  const answered = await answer(asked)
  allow(0)
  say({ ...answered, full: process.memoryUsage.rss() > FULL_MB * 1_000_000 })
}

function say(said: ReaderSays): void {
  process.send?.(said)
}

function allow(megabytes: number): void {
  Atomics.store(allowed, 0, megabytes)
  Atomics.notify(allowed, 0)
}

process.on('message', (asked: ReaderAsked) => {
  void answerWithin(asked)
})
process.on('disconnect', () => process.exit())
say('ready')
