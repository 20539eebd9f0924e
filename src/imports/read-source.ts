import { createHash } from 'node:crypto'
import { Worker } from 'node:worker_threads'
import { canonicalJson } from '../platform/core/canonical-json.ts'
import { Refusal } from '../platform/core/refusal.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'
import type { ReadingHints } from '../reading/read-document.ts'
import type { Reading } from '../reading/reading.ts'

/** A document as it stood and as it was read. */
export interface ReadSource {
  source: SourceDocument
  reading: Reading
}

export type SourceAsked = { job: number; bytes: Uint8Array; name: string; hints: ReadingHints }
export type SourceAnswer = { job: number } & ({ read: ReadSource } | { refused: string } | { fault: string })

export interface Patience {
  longestMs: number
  memoryMb: number
}

const PATIENCE: Patience = { longestMs: 20_000, memoryMb: 400 }
const TOO_LONG =
  'This document took too long to read, so Heed gave up; nothing was saved. Save the part with the recommendations as a document of its own and try that, or paste its table.'
const TOO_LARGE =
  'This document takes more memory to read than Heed allows, so it gave up; nothing was saved. Save the part with the recommendations as a document of its own and try that.'
const AT_FAULT =
  'Heed could not read this document, and the fault is Heed’s; nothing was saved. Copy its table from Word and paste it instead.'

/** Documents lately looked at: a page that shows rows beside the reading does not open the file again. The bytes say which they are. */
const REMEMBERED = 6
const remembered = new Map<string, Promise<ReadSource>>()

/**
 * Reads a file from outside in a worker thread, so that the pages go on being served and no file can take Heed down with it.
 * Refuses (invalid), in words, what `readFile` refuses, and what takes longer or more memory than `patience` allows.
 */
export function readSource(bytes: Uint8Array, name: string, hints: ReadingHints = {}, patience = PATIENCE): Promise<ReadSource> {
  const key = createHash('sha256')
    .update(bytes)
    .update(canonicalJson([name, hints]))
    .digest('hex')
  const known = remembered.get(key)
  if (known) return known
  const reading = inTurn(() => readInWorker(bytes, name, hints, patience))
  remembered.set(key, reading)
  reading.catch(() => remembered.delete(key))
  for (const old of [...remembered.keys()].slice(0, -REMEMBERED)) remembered.delete(old)
  return reading
}

/** One file at a time: two at once could take twice the memory. */
let last: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work, work)
  last = turn.catch(() => {})
  return turn
}

let warm: Worker | null = null

function readInWorker(bytes: Uint8Array, name: string, hints: ReadingHints, { longestMs, memoryMb }: Patience): Promise<ReadSource> {
  const worker = (memoryMb === PATIENCE.memoryMb && warm) || startWorker(memoryMb)
  if (worker === warm) warm = null
  worker.ref()
  return new Promise<ReadSource>((done, failed) => {
    const limit = setTimeout(() => end(new Refusal('invalid', TOO_LONG)), longestMs)
    const stop = (): void => {
      clearTimeout(limit)
      worker.removeAllListeners('message').removeAllListeners('error')
    }
    const end = (error: Error): void => {
      stop()
      void worker.terminate()
      failed(error)
    }
    worker.once('error', (error: NodeJS.ErrnoException) => {
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Refusal('invalid', TOO_LARGE, { cause: error }) : error)
    })
    worker.once('message', (answer: SourceAnswer) => {
      stop()
      if (memoryMb === PATIENCE.memoryMb) rest(worker)
      else void worker.terminate()
      if ('read' in answer) done(answer.read)
      else failed(refusalOf(answer))
    })
    worker.postMessage({ job: 1, bytes, name, hints } satisfies SourceAsked)
  })
}

/** A fault of the reader's own is told on the error stream, for whoever mends Heed; the person is told what to do instead. */
function refusalOf(answer: { refused: string } | { fault: string }): Refusal {
  if ('refused' in answer) return new Refusal('invalid', answer.refused)
  process.stderr.write(`A document could not be read: ${answer.fault}\n`)
  return new Refusal('invalid', AT_FAULT)
}

function startWorker(memoryMb: number): Worker {
  return new Worker(new URL('./read-source-worker.ts', import.meta.url), {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
}

/** Kept for the next document: starting a thread costs more than reading most papers. It keeps nothing else alive. */
function rest(worker: Worker): void {
  if (warm) return void worker.terminate()
  warm = worker
  worker.unref()
  worker.once('error', () => (warm = null))
}
