import { refuse } from '../core/refusal.ts'
import { pagesOfPdf } from './pages-of-pdf.ts'
import type { PdfBox, PdfFill, PdfRule } from './pdf-page.ts'

/** A page as a picture of it can be drawn: everything in points from its top left corner, as `ColumnLines.at` is. */
export interface PdfPagePicture {
  /** From 1, and of how many. */
  page: number
  pages: number
  width: number
  height: number
  words: (PdfBox & { text: string; bold: boolean; turned?: 1 | -1 })[]
  rules: PdfRule[]
  fills: PdfFill[]
}

/** What stands on a page of a PDF, to draw it by. Refuses (invalid) what `readPdf` refuses to open, and (not-found) a page that is not there. */
export async function picturePdfPage(bytes: Uint8Array, page: number): Promise<PdfPagePicture> {
  const { pages } = await pagesOfPdf(bytes)
  const found = pages[page - 1]
  if (!found) refuse('not-found', `This PDF has no page ${page}. It has ${pages.length}.`)
  const { width, height, rules, fills } = found
  const shown = found.words.length > 0 ? found.words : found.hidden
  const words = shown.map((word) => ({
    x: word.x,
    y: word.y,
    width: word.width,
    height: word.height,
    text: word.text,
    bold: word.bold,
    ...(word.turned ? { turned: word.turned } : {}),
  }))
  return { page, pages: pages.length, width, height, words, rules, fills }
}
