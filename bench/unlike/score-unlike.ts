import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readFile } from '../../src/platform/documents/read-file.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import type { Reading } from '../../src/reading/reading.ts'
import { renderCsv, renderKeptWorkbook, renderOldCsv, renderWorkbook } from './render-sheets.ts'
import { documentOfPdf } from '../../src/platform/documents/read-pdf.ts'
import { openPdf } from '../../src/platform/documents/open-pdf.ts'
import { LAYOUTS, renderLayout, renderPaste } from './render-layout.ts'
import { renderPdf } from './render-pdf.ts'
import type { PdfManner } from './render-pdf.ts'
import { renderText, renderTorn } from './render-text.ts'
import { renderWord } from './render-word.ts'
import type { Truth, UnlikeDocument } from './unlike-document.ts'

interface Counts {
  gold: number
  found: number
  same: number
}

export interface Score {
  total: Counts
  misses: { kind: string; where: string; gold: unknown; found: unknown }[]
}

export type Scorer = (truth: Truth, reading: Reading) => Score

/** The scorer lies beside the project, not in it: null where it is not there. */
const SCORER = fileURLToPath(new URL('../../../shared/tools/score-reading.mjs', import.meta.url))

export async function findScorer(): Promise<Scorer | null> {
  if (!existsSync(SCORER)) return null
  return ((await import(pathToFileURL(SCORER).href)) as { scoreReading: Scorer }).scoreReading
}

/** The ways in which a document is set: a Word file, the text of a PDF, that text torn by pages, text that keeps a page's layout, text that a browser copied, workbooks and separated values. */
const WAYS = {
  word: [renderWord, 'docx'],
  text: [(document: UnlikeDocument) => new TextEncoder().encode(renderText(document)), 'txt'],
  torn: [(document: UnlikeDocument) => new TextEncoder().encode(renderTorn(document)), 'txt'],
  close: [(document: UnlikeDocument) => new TextEncoder().encode(renderLayout(document, LAYOUTS.close)), 'txt'],
  apart: [(document: UnlikeDocument) => new TextEncoder().encode(renderLayout(document, LAYOUTS.apart)), 'txt'],
  pasted: [(document: UnlikeDocument) => new TextEncoder().encode(renderPaste(document, false)), 'txt'],
  untabbed: [(document: UnlikeDocument) => new TextEncoder().encode(renderPaste(document, true)), 'txt'],
  sheet: [renderWorkbook, 'xlsx'],
  kept: [renderKeptWorkbook, 'xlsx'],
  csv: [renderCsv, 'csv'],
  oldCsv: [renderOldCsv, 'csv'],
} satisfies Record<string, [(document: UnlikeDocument) => Uint8Array | Promise<Uint8Array>, string]>

export type Way = keyof typeof WAYS
export const ALL_WAYS = Object.keys(WAYS) as Way[]

export interface UnlikeScore {
  name: string
  ways: Record<Way, Score>
}

/** Sets a document in every way, reads each, and scores it. */
export async function scoreUnlike(document: UnlikeDocument, scorer: Scorer): Promise<UnlikeScore> {
  const scored = async (way: Way): Promise<[Way, Score]> => {
    const [render, ending] = WAYS[way]
    return [way, scorer(document.truth, readDocument(await readFile(await render(document), `${document.name}.${ending}`)))]
  }
  const scores = await Promise.all(ALL_WAYS.map(scored))
  return { name: document.name, ways: Object.fromEntries(scores) as Record<Way, Score> }
}

/** Sets a document as PDF in one manner, reads it and scores it; in this thread, so that many are read soon. */
export async function scorePdf(document: UnlikeDocument, manner: PdfManner, scorer: Scorer): Promise<Score> {
  const opened = await openPdf(renderPdf(document, manner))
  return scorer(document.truth, readDocument(documentOfPdf(opened, `${document.name}.pdf`)))
}

export function f1Of({ total: { gold, found, same } }: Score): number {
  return gold + found === 0 ? 1 : (2 * same) / (gold + found)
}

export const meanOf = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
