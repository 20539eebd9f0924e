import { Worker } from 'node:worker_threads'
import { kindOfFile } from '../platform/documents/kind-of-file.ts'
import { canonicalJson } from '../platform/core/canonical-json.ts'
import { paperOfSource } from '../platform/documents/paper-of-source.ts'
import type { PdfOutline } from '../platform/documents/pdf-outline.ts'
import type { PdfPagePicture } from '../platform/documents/picture-pdf-page.ts'
import { unanswered } from '../platform/documents/work-apart.ts'
import { readFile } from '../platform/documents/read-file.ts'
import type { FileHints, SourceDocument } from '../platform/documents/source-document.ts'
import { explainTable } from '../reading/explain-table.ts'
import { logicalTables } from '../reading/logical-tables.ts'
import { readDocument } from '../reading/read-document.ts'
import type { ReadingHints } from '../reading/read-document.ts'
import { withShapes } from './document-shape.ts'
import { readByShapes } from './read-as-shown.ts'
import type { ReaderAnswer, ReaderAsked, ReaderSays } from './read-source-apart.ts'
import type { ExplainedTable } from './read-source.ts'
import { FULL_MB } from './read-source-apart.ts'

// The untrusted part: opens a stranger's file and reads it, in a process that can be killed.

/** Megabytes that this process may hold now; 0 while it rests. Shared with the thread that watches it. */
const allowed = new Int32Array(new SharedArrayBuffer(4))
new Worker(new URL('./read-source-watch.ts', import.meta.url), { workerData: allowed, execArgv: [] }).unref()

async function answer(asked: ReaderAsked): Promise<ReaderAnswer> {
  try {
    return await answerTo(asked)
  } catch (error) {
    return unanswered(error)
  }
}

async function answerTo({ bytes, name, hints, about }: ReaderAsked): Promise<ReaderAnswer> {
  const read = async (said: ReadingHints) => {
    const source = await sourceOf(bytes, name, said.file)
    return { source, reading: readDocument(source, { hints: said }) }
  }
  switch (about?.what) {
    case undefined:
      return { read: await read(hints) }
    case 'table':
      return { table: tableIn(await sourceOf(bytes, name, hints.file), hints, about) }
    case 'shapes': {
      const source = await sourceOf(bytes, name, hints.file)
      return { hints: withShapes(source, about.hints, hints.file?.columnLines ? await outlines(bytes) : []) }
    }
    case 'shown':
      return { shown: await readByShapes({ read, outlines: () => outlines(bytes) }, about.shapes) }
    case 'page':
      return { picture: await pictureOf(bytes, about.page) }
    case 'paper':
      return { paper: paperOfSource(await sourceOf(bytes, name, hints.file)) }
  }
}

/** The document that was opened last: a wizard asks of the same again and again. */
let opened: { bytes: Uint8Array; key: string; source: SourceDocument } | null = null

async function sourceOf(bytes: Uint8Array, name: string, file: FileHints = {}): Promise<SourceDocument> {
  const key = canonicalJson([name, file])
  if (opened?.key === key && Buffer.compare(opened.bytes, bytes) === 0) return opened.source
  opened = null
  if (['doc', 'odt', 'rtf'].includes(kindOfFile(bytes))) say('converting')
  const source = await readFile(bytes, name, file)
  opened = { bytes, key, source }
  return source
}

function tableIn(
  source: SourceDocument,
  hints: ReadingHints,
  { table, from }: { table: number; from?: number | undefined },
): ExplainedTable | null {
  const explained = explainTable(source, table, hints, from) ?? explainTable(source, table, hints)
  const whole = logicalTables(source).find(({ tables }) => tables.some(({ number }) => number === table))
  return explained && { ...explained, tables: whole?.tables.map(({ number }) => number) ?? [] }
}

/** What the pages of a PDF look like. Its reader is loaded when one comes. */
async function outlines(bytes: Uint8Array): Promise<PdfOutline[]> {
  const { pagesOfPdf } = await import('../platform/documents/pages-of-pdf.ts')
  const { outlinesOf } = await import('../platform/documents/pdf-outline.ts')
  return outlinesOf((await pagesOfPdf(bytes)).pages)
}

async function pictureOf(bytes: Uint8Array, page: number): Promise<PdfPagePicture | null> {
  const { pagesOfPdf } = await import('../platform/documents/pages-of-pdf.ts')
  const { picturePdfPage } = await import('../platform/documents/picture-pdf-page.ts')
  const { pages } = await pagesOfPdf(bytes)
  return pages[page - 1] ? picturePdfPage(bytes, page) : null
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
