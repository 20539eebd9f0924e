import type { Border } from './text-column-borders.ts'
import { bordersOf, cutLine } from './text-column-borders.ts'
import type { CellLine, TextRow } from './text-column-rows.ts'
import { rowsOf } from './text-column-rows.ts'
import type { PageLine } from './text-page-lines.ts'
import { pageLines, piecesOf } from './text-page-lines.ts'
import type { Found, SpacedTable } from './text-table-extent.ts'
import { isTable, otherHeading, tableUnder, windowEnd } from './text-table-extent.ts'

/** Text that keeps the layout of its pages: lines of prose and rows of tables, and what ran along head and foot of the pages. */
export interface SpacedText {
  parts: (PageLine | { rows: TextRow[] })[]
  headers: string[]
  footers: string[]
}

const MOST_LINES = 200_000
/** A page without an end is looked at so many lines at a time. */
const LONGEST_PAGE = 240
/** How many lines of a table its columns are found by, and how many lines of a page may be tried as its beginning. */
const ENOUGH_LINES = 120
const MOST_TRIES = 60

/** Reads text in which spaces keep columns apart, as text of a page that keeps its layout; null where no table stands in it. A table goes on over pages. */
export function readSpacedColumns(text: string): SpacedText | null {
  if (text.includes('\t') || !/\S {2,}\S/.test(text)) return null
  const { pages, headers, footers } = pageLines(text)
  if (pages.reduce((sum, page) => sum + page.length, 0) > MOST_LINES) return null
  const parts: (PageLine | SpacedTable)[] = []
  for (const page of pages) for (const piece of piecesOfPage(page)) addPage(parts, piece)
  if (!parts.some((part) => 'borders' in part)) return null
  return { parts: parts.map((part) => ('borders' in part ? { rows: rowsOf(part.lines, part.widths) } : part)), headers, footers }
}

function piecesOfPage(page: readonly PageLine[]): PageLine[][] {
  return Array.from({ length: Math.ceil(page.length / LONGEST_PAGE) }, (_, at) => page.slice(at * LONGEST_PAGE, (at + 1) * LONGEST_PAGE))
}

function addPage(parts: (PageLine | SpacedTable)[], page: readonly PageLine[]): void {
  let open = lastTable(parts)
  let tries = 0
  let at = 0
  while (at < page.length) {
    const line = page[at]
    if (!line) break
    const found = line.text === '' || tries++ > MOST_TRIES ? null : tableAt(page, at, open)
    if (!found) {
      parts.push(line)
      if (line.text !== '') open = null
      at++
      continue
    }
    if (open && found.goesOn) joinTo(open, found.table)
    else parts.push(found.table)
    open = null
    at = found.end
  }
}

/** The table with which the page before ended. */
function lastTable(parts: readonly (PageLine | SpacedTable)[]): SpacedTable | null {
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at]
    if (part && 'borders' in part) return part
    if (part?.text !== '') return null
  }
  return null
}

function tableAt(page: readonly PageLine[], at: number, open: SpacedTable | null): Found | null {
  const first = page[at]?.text ?? ''
  const gapped = piecesOf(first).length > 1
  if (open) {
    const found = tableUnder(page, at, bordersHere(page, at, open))
    if (found && found.table.borders.length === open.borders.length) return { ...found, goesOn: true }
  }
  if (!gapped) return null
  let end = windowEnd(page, at)
  for (let turn = 0; turn < 4; turn++) {
    const borders = bordersOf(page.slice(at, Math.min(end, at + ENOUGH_LINES)).map(({ text }) => text))
    const next = otherHeading(page, at, end, borders)
    if (next === null) {
      if (borders.length === 0) return null
      const found = tableUnder(page.slice(0, end), at, borders)
      return found && isTable(found.table, page.slice(at, end)) ? { ...found, goesOn: false } : null
    }
    end = next
  }
  return null
}

/** The borders that a table which goes on has on this page: its own strips where they are as many, else those it had, moved a little. */
function bordersHere(page: readonly PageLine[], at: number, open: SpacedTable): Border[] {
  const lines = page.slice(at, windowEnd(page, at)).map(({ text }) => text)
  const own = bordersOf(lines)
  if (own.length === open.borders.length && own.every(({ to }, index) => Math.abs(to - (open.borders[index]?.to ?? 0)) < 12)) return own
  // Each page is set by its own longest words: where the heading is given again, its columns are those of this page.
  if (own.length === open.borders.length && cutLine(lines[0] ?? '', own)?.join('|') === open.lines[0]?.cells.join('|')) return own
  const moved = [0, -1, 1, -2, 2, -3, 3].map((by) => open.borders.map(({ from, to }) => ({ from: from + by, to: to + by })))
  const fitting = (borders: Border[]) => lines.filter((line) => line !== '' && cutLine(line, borders) !== null).length
  return moved.reduce((best, borders) => (fitting(borders) > fitting(best) ? borders : best))
}

/** The lines of the next page, without a heading given again. */
function joinTo(open: SpacedTable, { lines }: SpacedTable): void {
  let again = 0
  while (again < 8 && again < lines.length && sameWords(lines[again], open.lines[again])) again++
  open.lines.push(...lines.slice(again))
}

function sameWords(one: CellLine | undefined, other: CellLine | undefined): boolean {
  return one !== undefined && other !== undefined && one.cells.join('|') === other.cells.join('|')
}
