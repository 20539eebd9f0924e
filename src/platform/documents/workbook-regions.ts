import { largest } from '../core/extremes.ts'
import { isColour } from './workbook-sheet.ts'
import type { Merge, Sheet, SheetCell, SheetRow } from './workbook-sheet.ts'

/** Rows of a sheet that stand together, parted from the rest by blank rows or blank columns. */
export interface Region {
  rows: SheetRow[]
  /** The most words side by side in one of its rows. */
  wide: number
  /** Which of its rows (from 0) heads its table; -1 where no row has two cells. */
  head: number
}

/** Merged cells by the place of their first. */
export type Merges = ReadonlyMap<string, Merge>

export function mergesOf(sheet: Sheet): Merges {
  return new Map(sheet.merges.map((merge) => [`${merge.top}:${merge.left}`, merge]))
}

export function worded(row: SheetRow): SheetCell[] {
  return row.cells.filter((cell) => cell.words !== '')
}

/** The last column that a cell reaches into. */
export function reachOf(row: SheetRow, cell: SheetCell, merges: Merges): number {
  return merges.get(`${row.number}:${cell.column}`)?.right ?? cell.column
}

/** Cuts a sheet at its blank rows and columns; what only a blank row parts from the table that it carries on is joined to it again. */
export function regionsOf(sheet: Sheet): Region[] {
  const merges = mergesOf(sheet)
  const rows = sheet.rows.filter((row) => worded(row).length > 0)
  const regions: Region[] = []
  let waiting: Region[] = []
  for (const piece of piecesOf(rows, sheet, merges, 0)) {
    const region = regionOf(piece, sheet)
    const last = regions.findLast((one) => one.head !== -1)
    if (region.head === -1) waiting.push(region)
    else if (last && waiting.length <= 1 && carriesOn(last, region)) {
      last.rows.push(...waiting.flatMap((one) => one.rows), ...region.rows)
      waiting = []
    } else {
      regions.push(...waiting, region)
      waiting = []
    }
  }
  return [...regions, ...waiting]
}

function regionOf(rows: SheetRow[], sheet: Sheet): Region {
  const wide = Math.max(...rows.map((row) => worded(row).length))
  if (wide < 2) return { rows, wide, head: firstOfColours(rows) }
  return { rows, wide, head: headOf(rows, wide, sheet) }
}

/** Where short words one under another, beside or upon colours that differ, begin: a key, perhaps under titles. -1 for none. */
function firstOfColours(rows: readonly SheetRow[]): number {
  const colours = rows.map((row) => row.cells.find((cell) => isColour(cell.fill))?.fill)
  const first = colours.findIndex((fill) => fill !== undefined)
  const key = rows.slice(Math.max(0, first))
  const short = key.every((row, at) => colours[first + at] !== undefined && worded(row).every((cell) => cell.words.length <= 160))
  return new Set(colours.filter((fill) => fill !== undefined)).size > 1 && short ? first : -1
}

/** The row that heads a table: the one that the workbook says, else the first nearly as full as the fullest that holds no label with its value. */
function headOf(rows: readonly SheetRow[], wide: number, sheet: Sheet): number {
  const said = rows.findIndex((row) => sheet.headerRows.has(row.number) && worded(row).length > 1)
  if (said !== -1) return said
  const labels = rows.filter((row) => worded(row).length === 2 && /:\s*$/.test(worded(row)[0]?.words ?? ''))
  // A form, each label beside its answer, is headed by its first box, whichever label has no colon.
  if (wide === 2 && labels.length > 2 && 2 * labels.length > rows.length) return rows.findIndex((row) => worded(row).length === 2)
  const enough = Math.max(2, Math.ceil(0.6 * wide))
  const full = (row: SheetRow): boolean => worded(row).length >= enough
  const headed = rows.findIndex(
    (row) => full(row) && worded(row).every((cell) => cell.words.length <= 160) && !(worded(row).length < wide && holdsLabels(row)),
  )
  return headed === -1 ? rows.findIndex(full) : headed
}

/** Labels with their values, `Date:` beside `12 March 2026`; headings that all end in a colon are none. */
function holdsLabels(row: SheetRow): boolean {
  const cells = worded(row)
  const labels = cells.filter((cell) => /:\s*$/.test(cell.words)).length
  return labels > 0 && labels <= 0.6 * cells.length
}

/** Groups of rows that no blank row and no blank column parts, from the top and from the left. */
function piecesOf(rows: readonly SheetRow[], sheet: Sheet, merges: Merges, depth: number): SheetRow[][] {
  return groupsOf(rows, sheet, merges).flatMap((group) => {
    const parts = depth > 3 ? [group] : partsOf(group, sheet, merges)
    return parts.length === 1 ? parts : parts.flatMap((part) => piecesOf(part, sheet, merges, depth + 1))
  })
}

function groupsOf(rows: readonly SheetRow[], sheet: Sheet, merges: Merges): SheetRow[][] {
  const groups: SheetRow[][] = []
  let reach = 0
  for (const row of rows) {
    let next = reach + 1
    while (next < row.number && sheet.hiddenRows.has(next)) next++
    if (next < row.number || groups.length === 0) groups.push([])
    groups.at(-1)?.push(row)
    reach = Math.max(reach, row.number, ...worded(row).map((cell) => merges.get(`${row.number}:${cell.column}`)?.bottom ?? 0))
  }
  return groups
}

/** Parts of rows that blank columns keep apart. A blank column within one table, and a column rarely filled beyond it, part nothing. */
function partsOf(rows: readonly SheetRow[], sheet: Sheet, merges: Merges): SheetRow[][] {
  const spans = spansOf(rows, sheet, merges)
  const [first, ...more] = spans
  if (!first || more.length === 0) return [[...rows]]
  const parts: Span[] = [first]
  for (const span of more) {
    const last = parts.at(-1)
    if (last && !standApart(last, span, rows)) last.right = span.right
    else parts.push(span)
  }
  return parts
    .map((part, at) => {
      const from = at === 0 ? 0 : part.left
      const to = at === parts.length - 1 ? Number.POSITIVE_INFINITY : (parts[at + 1]?.left ?? 0) - 1
      return rows
        .map((row) => ({ number: row.number, cells: row.cells.filter((cell) => cell.column >= from && cell.column <= to) }))
        .filter((row) => worded(row).length > 0)
    })
    .filter((part) => part.length > 0)
}

interface Span {
  left: number
  right: number
}

/** Runs of columns in which rows of more than one cell have words. */
function spansOf(rows: readonly SheetRow[], sheet: Sheet, merges: Merges): Span[] {
  const filled = new Set<number>(rows.some((row) => worded(row).length > 1) ? [] : [0])
  const last = largest(rows.flatMap((row) => worded(row).map((cell) => cell.column)))
  for (const row of rows) {
    const cells = worded(row)
    if (cells.length < 2) continue
    for (const cell of cells)
      for (let column = cell.column; column <= Math.min(last, reachOf(row, cell, merges)); column++) filled.add(column)
  }
  const spans: Span[] = []
  for (const column of [...filled].sort((a, b) => a - b)) {
    const span = spans.at(-1)
    let next = (span?.right ?? -2) + 1
    while (next < column && sheet.hiddenColumns.has(next)) next++
    if (span && next >= column) span.right = column
    else spans.push({ left: column, right: column })
  }
  return spans
}

/**
 * Whether two parts beside one another are two tables: more than a column is blank between them, or both have the same headings, or the
 * smaller fills a few rows on end where the larger fills many.
 */
function standApart(left: Span, right: Span, rows: readonly SheetRow[]): boolean {
  const cellsIn = (row: SheetRow, span: Span): SheetCell[] =>
    worded(row).filter((cell) => cell.column >= span.left && cell.column <= span.right)
  const rowsIn = (span: Span): number[] => rows.flatMap((row, at) => (cellsIn(row, span).length > 0 ? [at] : []))
  const [inLeft, inRight] = [rowsIn(left), rowsIn(right)]
  if (right.left - left.right > 2) return true
  const head = (span: Span): string =>
    rows
      .map((row) => cellsIn(row, span))
      .find((cells) => cells.length > 1)
      ?.map((cell) => cell.words.toLowerCase())
      .join('|') ?? ''
  if (head(left) !== '' && head(left) === head(right)) return true
  const [small = [], large = []] = [inLeft, inRight].sort((a, b) => a.length - b.length)
  const one = small === inLeft ? left : right
  if (one.left === one.right && small[0] === large[0]) return false
  const onEnd = (small.at(-1) ?? 0) - (small[0] ?? 0) === small.length - 1
  return small.length > 1 && onEnd && large.length >= 4 && small.length <= 0.6 * large.length
}

/** Whether rows after a blank row go on with the table above: within its columns, of its width, and beginning with no headings of their own. */
function carriesOn(table: Region, next: Region): boolean {
  if (table.wide < 3 || next.wide < Math.max(3, 0.4 * table.wide) || next.head > 2) return false
  const columns = (region: Region): number[] => region.rows.flatMap((row) => worded(row).map((cell) => cell.column))
  const [above, below] = [columns(table), columns(next)]
  if (Math.min(...below) < Math.min(...above) || Math.max(...below) > Math.max(...above)) return false
  const [head, first] = [table.rows[table.head], next.rows[next.head]]
  if (!head || !first) return false
  // Steps of completion, `25% | 50% | 75%`, are a key below a table and no row of it.
  if (worded(first).every((cell) => /^\d{1,3}\s*%$/.test(cell.words))) return false
  if (sameWords(head, first)) return next.head === 0
  return !looksLikeHead(first, next.rows[next.head + 1], head)
}

function sameWords(a: SheetRow, b: SheetRow): boolean {
  const words = (row: SheetRow): string =>
    worded(row)
      .map((cell) => cell.words.toLowerCase())
      .join('|')
  return words(a) === words(b)
}

/** A row of short words without a figure, looking as the headings above do, or over a row that looks otherwise. */
function looksLikeHead(row: SheetRow, next: SheetRow | undefined, head: SheetRow): boolean {
  const cells = worded(row)
  if (cells.some((cell) => cell.figure || cell.words.length > 80 || /^\W*\d/.test(cell.words))) return false
  const look = (cell: SheetCell | undefined): string => `${cell?.bold} ${cell?.fill}`
  const first = cells[0]
  if (look(first) === look(worded(head)[0]) && (first?.bold || first?.fill !== undefined)) return true
  if (cells.every((cell) => cell.bold)) return true
  const under = next ? worded(next) : []
  return under.length > 1 && under.some((cell) => cell.figure || cell.words.length > 80 || /^\W*\d/.test(cell.words))
}
