import { createHash } from 'node:crypto'
import { canonicalJson } from '../platform/core/canonical-json.ts'
import { Refusal } from '../platform/core/refusal.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'
import type { ReadingHints } from '../reading/read-document.ts'
import type { Reading } from '../reading/reading.ts'
import type { Patience } from './read-source-apart.ts'
import { readApart } from './read-source-apart.ts'

/** A document as it stood and as it was read. */
export interface ReadSource {
  source: SourceDocument
  reading: Reading
}

/**
 * What one document may cost, whatever is in it: 10 s and, with what it grows between two looks at it, 512 MB. What goes through LibreOffice (.doc, .odt, .rtf) waits for a program that takes seconds
 * only to start, and has longer; LibreOffice itself is given up before that (`read-old-office.ts`).
 */
export const PATIENCE: Patience = { longestMs: 10_000, longestConvertingMs: 40_000, memoryMb: 470 }

/** What is said of a document that the reader was stopped over: each begins a different way, so that they can be told apart. */
export const GIVEN_UP = {
  'too long':
    'This document took too long to read, so Heed gave up; nothing was saved. Save the part with the recommendations as a document of its own and try that, or paste its table.',
  'too large':
    'This document takes more memory to read than Heed allows, so it gave up; nothing was saved. Save the part with the recommendations as a document of its own and try that.',
  fault: 'Heed could not read this document, and the fault is Heed’s; nothing was saved. Copy its table from Word and paste it instead.',
} as const

/** Documents lately looked at: a page that shows rows beside the reading does not open the file again. The bytes say which they are. */
const REMEMBERED = 6
const remembered = new Map<string, Promise<ReadSource>>()

/**
 * Reads a file from outside in a process of its own, so that the pages go on being served and no file can take Heed down with it.
 * As many files at once as `readAtOnce` says, one after another unless it says more, however many are asked for. Refuses (invalid), in words, what `readFile` refuses, what takes longer or more
 * memory than `patience` allows, and what the reader falls over.
 */
export function readSource(bytes: Uint8Array, name: string, hints: ReadingHints = {}, patience = PATIENCE): Promise<ReadSource> {
  const key = createHash('sha256')
    .update(bytes)
    .update(canonicalJson([name, hints]))
    .digest('hex')
  const known = remembered.get(key)
  if (known) return known
  const reading = inTurn(() => readOne(bytes, name, hints, patience))
  remembered.set(key, reading)
  reading.catch(() => remembered.delete(key))
  for (const old of [...remembered.keys()].slice(0, -REMEMBERED)) remembered.delete(old)
  return reading
}

/** One file at a time: two at once could take twice the memory. The command line, which has the machine to itself, may read more. */
let atOnce = 1
let atWork = 0
const waiting: (() => void)[] = []

/** How many files are read at once from now on, each by a process of its own. */
export function readAtOnce(files: number): void {
  atOnce = files
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (atWork >= atOnce) await new Promise<void>((turn) => waiting.push(turn))
  else atWork++
  try {
    return await work()
  } finally {
    // The place goes straight to the next in the queue.
    const next = waiting.shift()
    if (next) next()
    else atWork--
  }
}

async function readOne(bytes: Uint8Array, name: string, hints: ReadingHints, patience: Patience): Promise<ReadSource> {
  const answer = await readApart({ bytes, name, hints }, patience)
  if ('read' in answer) return answer.read
  if ('refused' in answer) throw new Refusal('invalid', answer.refused)
  if ('stopped' in answer) throw new Refusal('invalid', GIVEN_UP[answer.stopped])
  // A fault of the reader's own is told on the error stream, for whoever mends Heed; the person is told what to do instead.
  process.stderr.write(`A document could not be read: ${answer.fault}\n`)
  throw new Refusal('invalid', GIVEN_UP.fault, { cause: new Error(answer.fault) })
}
