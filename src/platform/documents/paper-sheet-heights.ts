import type { SheetRow, TableRow } from './paper-sheets.ts'

/** Points a line of 10 point letters stands high, and what a row has above and below. */
const LINE = 13
const PADDING = 4
/** Excel makes no row higher. */
const HIGHEST = 400

/** How high a row must be for its words to be seen, in points. `fixed`: it stays so; any other row is made to fit again by Excel as soon as its words change. */
export interface RowHeight {
  points: number
  fixed: boolean
}

/** The height of each row, by estimate: no program but Excel works them out when it opens a file. Rows with merged cells are fixed, since Excel cannot fit those either. */
export function heightsOf(rows: readonly SheetRow[], widths: readonly number[]): RowHeight[] {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const heights = rows.map((row) => {
    if (row.kind === 'space') return LINE
    if (row.kind === 'text')
      return linesIn(row.text, whole / (row.heading === 1 ? 1.6 : row.heading ? 1.25 : 1)) * textLine(row.heading) + PADDING
    return Math.max(LINE, ...row.cells.map((cell) => (cell.rows === 1 ? needOf(cell, widths) : 0)))
  })
  const fixed = rows.map((row) => row.kind !== 'table')
  rows.forEach((row, index) => row.kind === 'table' && reachDown(row, index, heights, fixed, widths))
  return heights.map((height, index) => ({ points: Math.min(HIGHEST, Math.ceil(height)), fixed: fixed[index] ?? true }))
}

function textLine(heading: number | undefined): number {
  return heading === 1 ? 21 : heading === 2 ? 17 : heading ? 15 : LINE
}

/** What a merged cell needs beyond the rows that it stands over is shared among them. */
function reachDown(row: TableRow, index: number, heights: number[], fixed: boolean[], widths: readonly number[]): void {
  for (const cell of row.cells) {
    if (cell.columns > 1) fixed[index] = true
    if (cell.rows === 1) continue
    const over = heights.slice(index, index + cell.rows)
    const lacking = needOf(cell, widths) - over.reduce((sum, height) => sum + height, 0)
    over.forEach((height, down) => {
      fixed[index + down] = true
      if (lacking > 0) heights[index + down] = height + lacking / over.length
    })
  }
}

function needOf(cell: { column: number; columns: number; text: string; heading: boolean }, widths: readonly number[]): number {
  const width = widths.slice(cell.column, cell.column + cell.columns).reduce((sum, one) => sum + one, 0)
  return linesIn(cell.text, cell.heading ? width / 1.12 : width) * LINE + PADDING
}

function linesIn(text: string, letters: number): number {
  const room = Math.max(4, letters - 1)
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.05) / room)), 0)
}

/** How many rows of a sheet a row needs so that none is higher than Excel allows: a cell of three pages stands over several. */
export function sheetRowsNeeded(row: TableRow, widths: readonly number[]): number {
  const tallest = Math.max(0, ...row.cells.map((cell) => needOf(cell, widths) / cell.rows))
  return Math.max(1, Math.ceil(tallest / HIGHEST))
}
