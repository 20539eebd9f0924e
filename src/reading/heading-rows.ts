import type { ColumnHint } from './column-hint.ts'
import { fieldsOfHeading } from './heading-families.ts'
import type { GridCell, GridRow } from './logical-tables.ts'

/** Where the heading of a table begins (-1: no row could be one), and how many rows it has (0: the table has none). */
export interface HeadingRows {
  at: number
  deep: 0 | 1 | 2
}

/** The officer's heading, else the one that Heed finds; a hint that does not say of how many rows leaves the row above it to Heed. */
export function headingRows(rows: readonly GridRow[], { headerRow, headerRows }: ColumnHint = {}): HeadingRows {
  if (headerRow === undefined) return wholeHeading(rows, likeliestHeading(rows), true)
  if (headerRow === 0) return { at: 0, deep: 0 }
  const at = rows.findIndex(({ place }) => place.row === headerRow)
  return headerRows === undefined ? wholeHeading(rows, at, false) : { at, deep: headerRows }
}

/**
 * The cells that head the columns: of a heading in two rows those of the second, each with the words over it on a line of their own; of no
 * heading a blank one for each column. Null where no row is there.
 */
export function headingCells(rows: readonly GridRow[], { at, deep }: HeadingRows): GridCell[] | null {
  const heading = rows[at]
  if (!heading) return null
  if (deep === 0) return blankCells(rows)
  const second = deep === 2 ? rows[at + 1] : undefined
  return second ? cellsUnder(heading, second) : heading.cells
}

function wholeHeading(rows: readonly GridRow[], best: number, lookBelow: boolean): HeadingRows {
  const grouped = isGroupHeading(rows[best - 1], rows[best])
  const at = grouped ? best - 1 : best
  const heading = rows[at]
  return { at, deep: grouped || (lookBelow && heading && isSecondHeading(heading, rows[at + 1])) ? 2 : 1 }
}

/** The row, of the first few, whose cells most read as headings of what a table of recommendations says. */
function likeliestHeading(rows: readonly GridRow[]): number {
  let best = -1
  let most = 1
  rows.slice(0, 8).forEach((row, at) => {
    const known = row.cells.filter((cell) => cell.words.length <= 160 && fieldsOfHeading(cell.words).length > 0)
    const fields = new Set(known.map((cell) => fieldsOfHeading(cell.words)[0]))
    const score = known.length < row.cells.filter((cell) => cell.words !== '').length / 2 ? 0 : fields.size + (row.header ? 0.5 : 0)
    if (score > most) {
      best = at
      most = score
    }
  })
  return best
}

/** Headings in two rows: some cell of the first spans several columns, and the second is all short headings under them. */
function isSecondHeading(heading: GridRow, next: GridRow | undefined): boolean {
  if (!next) return false
  const filled = next.cells.filter((cell) => cell.words !== '')
  // Text has no merged cells: what stood over several columns stands over the first, and the next are empty.
  const lost = filled.length > 1 && filled.some((cell) => heading.cells.some((over) => over.column === cell.column && over.words === ''))
  const spans = heading.cells.some((cell) => cell.columns > 1 || cell.rows > 1) || lost
  return spans && filled.length > 0 && filled.every((cell) => cell.words.length <= 80 && fieldsOfHeading(cell.words).length > 0)
}

/** Words over some of the headings below, none over all of them: `February 2026` over `RAG` and `Comment`. */
function isGroupHeading(over: GridRow | undefined, heading: GridRow | undefined): boolean {
  const filled = over?.cells.filter((cell) => cell.words !== '') ?? []
  const width = Math.max(...(heading?.cells.map((cell) => cell.column + cell.columns) ?? [0]))
  const headed = (column: number): boolean => heading?.cells.some((cell) => cell.column === column && cell.words !== '') ?? false
  const spans = filled.map((cell) => (over ? reachOver(cell, over) : 1))
  return (
    filled.length > 0 &&
    filled.every((cell, at) => cell.words.length <= 80 && cell.column > 0 && (spans[at] ?? 0) < 0.8 * width && headed(cell.column)) &&
    spans.some((span) => span > 1)
  )
}

/** The columns that a cell stands over: those that it spans, and the empty ones after it. */
function reachOver(cell: GridCell, row: GridRow): number {
  const next = row.cells.find((other) => other.column > cell.column && other.words !== '')
  const last = Math.max(...row.cells.map((other) => other.column + other.columns))
  return Math.max(cell.columns, (next?.column ?? last) - cell.column)
}

function cellsUnder(heading: GridRow, second: GridRow): GridCell[] {
  return spanned(heading.cells, second).flatMap((cell) => {
    const under = second.cells.filter((other) => other.column >= cell.column && other.column < cell.column + cell.columns)
    if (under.length === 0 || (under.length === 1 && under[0]?.words === '')) return [cell]
    return under.map((other) => ({
      ...other,
      words: [cell, other]
        .map(({ words }) => words.replaceAll('\n', ' '))
        .join('\n')
        .trim(),
    }))
  })
}

/** An empty cell over a heading of the second row belongs to the words at its left. */
function spanned(cells: readonly GridCell[], second: GridRow): GridCell[] {
  const whole: GridCell[] = []
  for (const cell of cells) {
    const last = whole.at(-1)
    const headed = second.cells.some((under) => under.column === cell.column && under.words !== '')
    if (last && cell.words === '' && headed) whole[whole.length - 1] = { ...last, columns: cell.column + cell.columns - last.column }
    else whole.push(cell)
  }
  return whole
}

/** A table without a heading is read by what stands in its columns. */
function blankCells(rows: readonly GridRow[]): GridCell[] {
  const width = Math.max(0, ...rows.slice(0, 200).flatMap((row) => row.cells.map((cell) => cell.column + 1)))
  return Array.from({ length: width }, (_, column): GridCell => ({ column, columns: 1, rows: 1, lines: [], words: '', bold: false }))
}
