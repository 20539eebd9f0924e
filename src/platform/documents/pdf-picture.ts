import { gridOf } from './pdf-grid.ts'
import type { OpenedPdf } from './pages-of-pdf.ts'
import { startsOf } from './pdf-outline.ts'
import type { PdfBox, PdfFill, PdfPage, PdfRule } from './pdf-page.ts'
import { groupsOfRules } from './pdf-rules.ts'

/** One page as a picture of our own: words, lines and boxes where they stand, in points from the page's top left corner. */
export interface PagePicture {
  page: number
  /** How many pages the document has. */
  pages: number
  width: number
  height: number
  words: PictureWord[]
  rules: PdfRule[]
  fills: PdfFill[]
  /** Where the columns of the page's largest table part by its drawn lines; without any, where words often begin beside others. */
  parted: number[]
}

export interface PictureWord extends PdfBox {
  text: string
  base: number
  bold: boolean
}

/** Room between a line and the words right of it. */
const ROOM = 3
/** More than anybody could see on one page. */
const MOST_MARKS = 6_000

/** The picture of a page, from 1; null where there is no such page. */
export function pictureOfPage({ pages }: OpenedPdf, number: number): PagePicture | null {
  const page = pages[number - 1]
  if (!page) return null
  return {
    page: number,
    pages: pages.length,
    width: page.width,
    height: page.height,
    words: page.words.slice(0, MOST_MARKS).map(({ text, x, y, width, height, base, bold }) => ({ text, x, y, width, height, base, bold })),
    rules: page.rules.slice(0, MOST_MARKS),
    fills: page.fills.slice(0, MOST_MARKS),
    parted: partedAt(page),
  }
}

function partedAt(page: PdfPage): number[] {
  const grids = groupsOfRules(page.rules, page.words).flatMap((group) => gridOf(group) ?? [])
  const drawn = grids.filter(({ xs }) => xs.length > 2).map(({ xs, ys }) => ({ xs, height: (ys.at(-1) ?? 0) - (ys[0] ?? 0) }))
  const [largest] = drawn.toSorted((a, b) => b.height - a.height)
  return largest
    ? largest.xs.slice(1, -1)
    : startsOf([page])
        .slice(1)
        .map((x) => x - ROOM)
}
