import type { Socket } from 'node:net'
import type { SourceAsPaper } from '../platform/documents/paper-of-source.ts'
import type { PdfPagePicture } from '../platform/documents/picture-pdf-page.ts'
import { lastWords, startApart, type ProcessApart } from '../platform/documents/work-apart.ts'
import type { ReadingHints } from '../reading/read-document.ts'
import type { DocumentShape, ImportHints } from './document-shape.ts'
import type { ReadAsShown } from './read-as-shown.ts'
import type { ExplainedTable, ReadSource } from './read-source.ts'

/** How long a document may take (and one that LibreOffice converts), and how much memory the whole reading process may hold. */
export interface Patience {
  longestMs: number
  longestConvertingMs: number
  memoryMb: number
}

export interface SourceAsked {
  bytes: Uint8Array
  name: string
  hints: ReadingHints
  /** What is asked of it, where that is not its reading. */
  about?: SourceQuestion
}

/** How a table is read and why; what of hints is to be remembered; the document read by remembered shapes; the picture of a page of a PDF; the whole as a part of a paper. */
export type SourceQuestion =
  | { what: 'table'; table: number; from?: number | undefined }
  | { what: 'shapes'; hints: ImportHints }
  | { what: 'shown'; shapes: readonly DocumentShape[] }
  | { what: 'page'; page: number }
  | { what: 'paper' }

/** What the reading process is sent, and what it says: that it is there, that a document must be converted first, and the answer. */
export type ReaderAsked = SourceAsked & { memoryMb: number }
export type ReaderAnswer = (
  | { read: ReadSource }
  | { table: ExplainedTable | null }
  | { hints: ImportHints }
  | { shown: ReadAsShown }
  | { picture: PdfPagePicture | null }
  | { paper: SourceAsPaper }
  | { refused: string }
  | { fault: string }
) & { full?: boolean }
export type ReaderSays = 'ready' | 'converting' | ReaderAnswer

/** JavaScript's own part of the memory: below the whole, which also holds what PDF and Excel keep outside it. */
const HEAP_MB = 360
/** A reader that came out of a document with more memory than this is full and not kept: the next document must have its whole share. */
export const FULL_MB = 220
/** How long the reader may take to start, on a machine that is busy. */
const STARTING_MS = 30_000
/** For LibreOffice, which the reader starts where a document must be converted. */
const ENVIRONMENT = ['HOME', 'TMPDIR', 'HEED_LIBREOFFICE']

interface Reader extends ProcessApart {
  ready: boolean
}

/** Readers that wait for a document: as many as were ever at work at once. */
const resting: Reader[] = []
let latest: Reader | null = null

/** The number of the process that reads, or last read: for measuring it. */
export function readerPid(): number | undefined {
  return latest?.child.pid
}

/**
 * Has one document read by the reading process, started where there is none; kept for the next where it comes out well. It and all that
 * it started are killed where it takes longer than `patience` allows. Answers in every case.
 */
export function readApart(asked: SourceAsked, patience: Patience): Promise<ReaderAnswer | { stopped: 'too long' | 'too large' }> {
  const rested = resting.pop()
  const reader = rested?.child.connected ? rested : startReader()
  hold(reader)
  return new Promise((done) => {
    const answer = (answered: ReaderAnswer | { stopped: 'too long' | 'too large' }, keep = false): void => {
      clearTimeout(limit)
      reader.child.removeAllListeners('message').removeAllListeners('exit').removeAllListeners('error')
      if (keep) rest(reader)
      else end(reader)
      done(answered)
    }
    const giveUp = (): void => answer({ stopped: 'too long' })
    const ask = (): void => {
      limit = setTimeout(giveUp, patience.longestMs)
      reader.child.send({ ...asked, memoryMb: patience.memoryMb } satisfies ReaderAsked, (error) => {
        if (error) answer({ fault: `The reader could not be asked: ${error.message}` })
      })
    }
    let limit = setTimeout(() => answer({ fault: 'The reader did not start.' }), STARTING_MS)
    reader.child.once('error', (error) => answer({ fault: `The reader did not start: ${error.message}` }))
    reader.child.once('exit', (code, signal) => {
      const why = lastWords(reader, code, signal)
      answer(why === 'too large' ? { stopped: why } : why)
    })
    reader.child.on('message', (said: ReaderSays) => {
      clearTimeout(limit)
      if (said === 'ready') {
        reader.ready = true
        ask()
      } else if (said === 'converting') limit = setTimeout(giveUp, patience.longestConvertingMs)
      else answer(said, !said.full)
    })
    if (reader.ready) {
      clearTimeout(limit)
      ask()
    }
  })
}

function startReader(): Reader {
  const program = new URL('./read-source-worker.ts', import.meta.url)
  const reader: Reader = Object.assign(startApart(program, { heapMb: HEAP_MB, environment: ENVIRONMENT, leads: true }), { ready: false })
  latest = reader
  return reader
}

/** Kept for the next document, unless it is full: starting a process costs more than reading most papers. It keeps nothing else alive. */
function rest(reader: Reader): void {
  resting.push(reader)
  reader.complaint = ''
  reader.child.once('exit', () => leave(reader))
  reader.child.once('error', () => end(reader))
  reader.child.unref()
  reader.child.channel?.unref()
  pipeOf(reader)?.unref()
}

function leave(reader: Reader): void {
  const at = resting.indexOf(reader)
  if (at >= 0) resting.splice(at, 1)
}

function hold(reader: Reader): void {
  reader.child.removeAllListeners('exit').removeAllListeners('error')
  reader.child.ref()
  reader.child.channel?.ref()
  pipeOf(reader)?.ref()
}

function pipeOf(reader: Reader): Socket | null {
  return reader.child.stderr as Socket | null
}

/** Ends the reader and all that it started. */
function end(reader: Reader): void {
  leave(reader)
  reader.child.on('error', () => {})
  const { pid } = reader.child
  if (pid !== undefined && reader.child.exitCode === null && reader.child.signalCode === null) killGroup(pid)
  if (reader.child.connected) reader.child.disconnect()
  reader.child.unref()
  pipeOf(reader)?.destroy()
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It ended by itself in this very moment.
  }
}
