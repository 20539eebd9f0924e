import type { PaperBlock, PaperItem, PaperRow, PaperSection, PaperTable } from './paper-document.ts'
import { textOfRuns } from './paper-rows.ts'

/** Millimetres: between the page's margins, beside a cell's words, and a letter of table text, bold, on the broad side. */
const PAGE = { portrait: 166, landscape: 267, large: 390 }
const PADDING = 4
const LETTER = 2
/** A word longer than this may be cut; a column is not made wide for it. */
export const LONGEST_WORD = 20

/** The sheets that a paper is printed on: A4 upright, A4 on its side, and A3 on its side for tables of many columns. */
export type PaperPage = 'portrait' | 'landscape' | 'large'

/**
 * The page of a section. A table with more columns than A4 has room for is set on A3, as councils print it, rather than in type smaller than
 * nine points.
 */
export function pageOf({ orientation, blocks }: PaperSection): PaperPage {
  if (orientation === 'portrait') return 'portrait'
  const wide = blocks.some((block) => block.kind === 'table' && leastWidths(block).reduce((sum, width) => sum + width, 0) > PAGE.landscape)
  return wide ? 'large' : 'landscape'
}

export interface FittedWidths {
  /** Shares of the table's width. */
  widths: number[]
  /** There is no room for the longest words, which must be cut. */
  cut: boolean
}

/** The table's widths, each column no narrower than its longest word, as far as the page allows: the wide ones give what the narrow ones lack. */
export function fittedWidths(table: PaperTable, sheet: PaperPage): FittedWidths {
  const page = PAGE[sheet] * (table.share ?? 1)
  const whole = table.widths.reduce((sum, width) => sum + width, 0)
  const wanted = table.widths.map((width) => (width * page) / whole)
  const least = leastWidths(table)
  const needed = least.reduce((sum, width) => sum + width, 0)
  if (needed > page) return { widths: least, cut: true }
  const lacking = wanted.reduce((sum, width, column) => sum + Math.max(0, (least[column] ?? 0) - width), 0)
  const spare = wanted.reduce((sum, width, column) => sum + Math.max(0, width - (least[column] ?? 0)), 0)
  const widths = wanted.map((width, column) => {
    const floor = least[column] ?? 0
    return width <= floor ? floor : width - ((width - floor) * lacking) / spare
  })
  return { widths, cut: false }
}

function leastWidths(table: PaperTable): number[] {
  return longestWords(table).map((letters) => (letters === 0 ? 0 : PADDING + LETTER * letters))
}

/** The letters of the longest word in each column, as far as a column is made wide for it. */
export function longestWords(table: PaperTable): number[] {
  const least = table.widths.map(() => 0)
  const below = table.widths.map(() => 0)
  for (const row of [...table.header, ...table.rows]) widen(least, below, row)
  return least
}

/** Takes one row into account; `below` counts the rows that a cell above still reaches down over. */
function widen(least: number[], below: number[], row: PaperRow): void {
  const started = below.map((count) => Math.max(0, count - 1))
  let column = 0
  for (const cell of row.cells) {
    while ((below[column] ?? 0) > 0) column += 1
    const across = cell.columns ?? 1
    if (across === 1) least[column] = Math.max(least[column] ?? 0, longestWord(cell.blocks))
    for (let step = 0; step < across; step += 1, column += 1) started[column] = (cell.rows ?? 1) - 1
  }
  below.splice(0, below.length, ...started.slice(0, below.length))
}

function longestWord(blocks: readonly PaperBlock[]): number {
  return Math.max(0, ...blocks.map((block) => Math.min(LONGEST_WORD, longestOfBlock(block))))
}

function longestOfBlock(block: PaperBlock): number {
  if (block.kind === 'paragraph') return longestIn(textOfRuns(block.runs))
  if (block.kind === 'heading') return longestIn(block.text)
  return block.kind === 'list' ? Math.max(0, ...block.items.map(longestOfItem)) : 0
}

function longestOfItem(item: PaperItem): number {
  return 2 + Math.max(longestIn(textOfRuns(item.runs)), ...(item.list?.items ?? []).map(longestOfItem))
}

function longestIn(text: string): number {
  return Math.max(0, ...text.split(/[\s/-]+/).map((word) => word.length))
}
