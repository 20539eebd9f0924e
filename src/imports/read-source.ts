import { createHash } from 'node:crypto'
import { canonicalJson } from '../platform/core/canonical-json.ts'
import { Refusal } from '../platform/core/refusal.ts'
import type { SourceAsPaper } from '../platform/documents/paper-of-source.ts'
import type { PdfPagePicture } from '../platform/documents/picture-pdf-page.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'
import type { TableExplained } from '../reading/explain-table.ts'
import type { ReadingHints } from '../reading/read-document.ts'
import type { Reading } from '../reading/reading.ts'
import { toldToReader } from './document-shape.ts'
import type { DocumentShape, ImportHints } from './document-shape.ts'
import type { ReadAsShown } from './read-as-shown.ts'
import type { Patience, ReaderAnswer, SourceAsked } from './read-source-apart.ts'
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
const REMEMBERED = 8
const remembered = new Map<string, Promise<Answer>>()

/**
 * Reads a file from outside in a process of its own, so that the pages go on being served and no file can take Heed down with it.
 * As many files at once as `readAtOnce` says, one after another unless it says more, however many are asked for. Refuses (invalid), in words, what `readFile` refuses, what takes longer or more
 * memory than `patience` allows, and what the reader falls over.
 */
export async function readSource(bytes: Uint8Array, name: string, hints: ReadingHints = {}, patience = PATIENCE): Promise<ReadSource> {
  const answer = await answerTo({ bytes, name, hints }, patience)
  return 'read' in answer ? answer.read : notAnswered(answer)
}

/**
 * Reads a document as `readSource` does, and where it has a shape that the council's Heed remembers (`listShapes`), as an officer showed
 * Heed to read that shape. Refuses what `readSource` refuses.
 */
export async function readAsShown(bytes: Uint8Array, name: string, shapes: readonly DocumentShape[]): Promise<ReadAsShown> {
  const answer = await answerTo({ bytes, name, hints: {}, about: { what: 'shown', shapes } }, PATIENCE)
  return 'shown' in answer ? answer.shown : notAnswered(answer)
}

/** How Heed reads a table, with the numbers of all that are one with it. */
export interface ExplainedTable extends TableExplained {
  tables: number[]
}

/** How a table (the part of it that begins at row `from`, where it was said to be several) is read and why; null where there is none. Refuses as `readSource` does. */
export async function explainSource({ bytes, name, hints }: SourceAsked, table: number, from?: number): Promise<ExplainedTable | null> {
  const answer = await answerTo({ bytes, name, hints, about: { what: 'table', table, from } }, PATIENCE)
  return 'table' in answer ? answer.table : notAnswered(answer)
}

/** The hints with what of them Heed is to remember. Refuses as `readSource` does. */
export async function withShapesOf(bytes: Uint8Array, name: string, hints: ImportHints): Promise<ImportHints> {
  const answer = await answerTo({ bytes, name, hints: toldToReader(hints), about: { what: 'shapes', hints } }, PATIENCE)
  return 'hints' in answer ? answer.hints : notAnswered(answer)
}

/** The picture of a page of a PDF; null where it has no such page. Refuses as `readSource` does. */
export async function picturePage(bytes: Uint8Array, page: number): Promise<PdfPagePicture | null> {
  const answer = await answerTo({ bytes, name: '', hints: {}, about: { what: 'page', page } }, PATIENCE)
  return 'picture' in answer ? answer.picture : notAnswered(answer)
}

/** The document as a part of a paper, its pictures told in words. Refuses as `readSource` does, and what is too long for a paper. */
export async function sourceAsPaper(bytes: Uint8Array, name: string): Promise<SourceAsPaper> {
  const answer = await answerTo({ bytes, name, hints: { file: { pictures: true } }, about: { what: 'paper' } }, PATIENCE)
  return 'paper' in answer ? answer.paper : notAnswered(answer)
}

/** What the reading process answers; what it answered lately is remembered. */
function answerTo(asked: SourceAsked, patience: Patience): Promise<Answer> {
  const { bytes, ...rest } = asked
  const key = createHash('sha256').update(bytes).update(canonicalJson(rest)).digest('hex')
  const known = remembered.get(key)
  if (known) return known
  const answer = inTurn(() => answerOf(asked, patience))
  remembered.set(key, answer)
  answer.catch(() => remembered.delete(key))
  for (const old of [...remembered.keys()].slice(0, -REMEMBERED)) remembered.delete(old)
  return answer
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

type Answer = Exclude<ReaderAnswer, { refused: string } | { fault: string }>

async function answerOf(asked: SourceAsked, patience: Patience): Promise<Answer> {
  const answer = await readApart(asked, patience)
  if ('refused' in answer) throw new Refusal('invalid', answer.refused)
  if ('stopped' in answer) throw new Refusal('invalid', GIVEN_UP[answer.stopped])
  if (!('fault' in answer)) return answer
  // A fault of the reader's own is told on the error stream, for whoever mends Heed; the person is told what to do instead.
  process.stderr.write(`A document could not be read: ${answer.fault}\n`)
  throw new Refusal('invalid', GIVEN_UP.fault, { cause: new Error(answer.fault) })
}

function notAnswered(answer: Answer): never {
  throw new Error(`The reader answered something else: ${Object.keys(answer).join(', ')}`)
}
