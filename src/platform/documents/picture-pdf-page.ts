import { refuse } from '../core/refusal.ts'
import { pagesOfPdf } from './pages-of-pdf.ts'
import { levels } from './pdf-grid.ts'
import { linesOf } from './pdf-lines.ts'
import { startsOf } from './pdf-outline.ts'
import { elementsOf, outside, ruledTables } from './pdf-page-elements.ts'
import type { PdfBox, PdfFill, PdfPage, PdfRule } from './pdf-page.ts'

/** A page as a picture of it can be drawn: everything in points from its top left corner, as `ColumnLines.at` is. */
export interface PdfPagePicture {
  /** From 1, and of how many. */
  page: number
  pages: number
  width: number
  height: number
  /** `base` is the line that a word stands on. */
  words: (PdfBox & { text: string; bold: boolean; base: number; turned?: 1 | -1 })[]
  rules: PdfRule[]
  fills: PdfFill[]
  /** Where Heed by itself parts the columns of the page's largest table; where it sees none, where words often begin beside others. */
  parted: number[]
}

/** More marks than anybody could see on one page are not pictured. */
const MOST_MARKS = 6_000
/** Room between a line and the words right of it. */
const ROOM = 3

/** What stands on a page of a PDF, to draw it by. Refuses (invalid) what `readPdf` refuses to open, and (not-found) a page that is not there. */
export async function picturePdfPage(bytes: Uint8Array, page: number): Promise<PdfPagePicture> {
  const { pages } = await pagesOfPdf(bytes)
  const found = pages[page - 1]
  if (!found) refuse('not-found', `This PDF has no page ${page}. It has ${pages.length}.`)
  const { width, height, rules, fills } = found
  const shown = found.words.length > 0 ? found.words : found.hidden
  const words = shown.slice(0, MOST_MARKS).map((word) => ({
    x: word.x,
    y: word.y,
    width: word.width,
    height: word.height,
    text: word.text,
    bold: word.bold,
    base: word.base,
    ...(word.turned ? { turned: word.turned } : {}),
  }))
  const [some, marks] = [rules.slice(0, MOST_MARKS), fills.slice(0, MOST_MARKS)]
  return { page, pages: pages.length, width, height, words, rules: some, fills: marks, parted: partedAt(found) }
}

function partedAt(page: PdfPage): number[] {
  const ruled = ruledTables(page)
  const elements = elementsOf(page, ruled, linesOf(outside(page, ruled.tables), page.number))
  const tables = elements.flatMap((element) => ('table' in element ? [element.table] : []))
  const [largest] = tables.toSorted((a, b) => b.bottom - b.top - (a.bottom - a.top))
  if (largest) return levels(largest.xs).slice(1, -1)
  return startsOf([page])
    .slice(1)
    .map((x) => x - ROOM)
}
