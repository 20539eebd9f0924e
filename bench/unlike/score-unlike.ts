import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readFile } from '../../src/platform/documents/read-file.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import type { Reading } from '../../src/reading/reading.ts'
import { documentOfPdf } from '../../src/platform/documents/read-pdf.ts'
import { openPdf } from '../../src/platform/documents/open-pdf.ts'
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

export interface UnlikeScore {
  name: string
  word: Score
  text: Score
  torn: Score
}

/** Sets a document both ways, reads each, and scores it. */
export async function scoreUnlike(document: UnlikeDocument, scorer: Scorer): Promise<UnlikeScore> {
  const score = async (bytes: Uint8Array, ending: string) =>
    scorer(document.truth, readDocument(await readFile(bytes, `${document.name}.${ending}`)))
  return {
    name: document.name,
    word: await score(await renderWord(document), 'docx'),
    text: await score(new TextEncoder().encode(renderText(document)), 'txt'),
    torn: await score(new TextEncoder().encode(renderTorn(document)), 'txt'),
  }
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
