import { LIMITS } from './reading-limits.ts'
import type { SourceCell, SourceRow, SourceTable } from './source-document.ts'
import { worded } from './workbook-regions.ts'
import type { Merges } from './workbook-regions.ts'
import { addressOf } from './workbook-sheet.ts'
import type { Sheet, SheetCell, SheetRow } from './workbook-sheet.ts'

/** Rows of a sheet as a table: columns without a word or a colour are left out, merged cells span, and a band of one bold or coloured text goes right across. */
export function tableOfRows(rows: readonly SheetRow[], sheet: Sheet, merges: Merges, number: number): SourceTable {
  const columns = columnsOf(rows)
  const places = new Map(columns.map((column, at) => [column, at]))
  const numbers = rows.map((row) => row.number)
  const covered = new Map<number, number>()
  const blanks = rows.length * columns.length <= 2 * LIMITS.sheetCells
  const usual = usualLook(rows)
  const made = rows.map((row, at): SourceRow => {
    const cells: SourceCell[] = []
    const own = new Map(row.cells.map((cell) => [cell.column, cell]))
    let past = -1
    const band = at > 0 && !sheet.headerRows.has(row.number) ? bandOf(row, usual, columns) : undefined
    columns.forEach((column, place) => {
      if (place <= past || (covered.get(column) ?? 0) >= row.number || (band && place > 0)) return
      const cell = band ?? own.get(column)
      if (!cell && !blanks) return
      const made: SourceCell = { column: place, columns: 1, rows: 1, blocks: cell?.paragraphs ?? [] }
      const merge = cell && cell.words !== '' ? merges.get(`${row.number}:${cell.column}`) : undefined
      if (band) made.columns = columns.length
      else if (merge) {
        made.columns = columns.filter((one) => one >= column && one <= merge.right).length
        made.rows = countWithin(numbers, at, merge.bottom)
        if (made.rows > 1) for (const one of columns) if (one >= column && one <= merge.right) covered.set(one, merge.bottom)
      }
      past = place + made.columns - 1
      if (cell) addBeside(made, cell, row)
      cells.push(made)
    })
    return { cells, header: sheet.headerRows.has(row.number), number: at + 1 }
  })
  const table: SourceTable = { kind: 'table', number, width: places.size, rows: made }
  return table
}

function addBeside(made: SourceCell, cell: SheetCell, row: SheetRow): void {
  if (cell.fill !== undefined) made.fill = cell.fill
  if (cell.comment !== undefined) made.comment = cell.comment
  if (cell.link !== undefined) made.link = cell.link
  if (cell.comment !== undefined || cell.link !== undefined) made.address = addressOf(cell.column, row.number)
}

function columnsOf(rows: readonly SheetRow[]): number[] {
  const columns = new Set<number>()
  for (const row of rows) for (const cell of worded(row)) columns.add(cell.column)
  const [left, right] = [Math.min(...columns), Math.max(...columns)]
  // A column of colours without words, within the table or just beside it, as in a key.
  const colours = new Map<number, Set<string>>()
  for (const row of rows)
    for (const cell of row.cells) {
      if (cell.words !== '' || cell.column < left - 1 || cell.column > right + 1) continue
      if (cell.comment !== undefined) columns.add(cell.column)
      if (cell.fill === undefined) continue
      const seen = colours.get(cell.column) ?? new Set()
      colours.set(cell.column, seen.add(cell.fill))
    }
  for (const [column, seen] of colours) if (seen.size > 1) columns.add(column)
  return [...columns].sort((a, b) => a - b)
}

/** How many of the rows from one on stand above the foot of a merged cell. */
function countWithin(numbers: readonly number[], from: number, bottom: number): number {
  let count = 1
  while ((numbers[from + count] ?? Number.POSITIVE_INFINITY) <= bottom) count++
  return count
}

interface Look {
  bold: boolean
  fill: string | undefined
}

/** How the first cells of full rows look, below the headings. */
function usualLook(rows: readonly SheetRow[]): Look | null {
  const widest = Math.max(...rows.map((row) => worded(row).length))
  const full = rows.slice(1).filter((row) => worded(row).length >= Math.max(2, widest / 2))
  const firsts = full.flatMap((row) => worded(row).slice(0, 1))
  if (widest < 3 || firsts.length === 0) return null
  const bold = firsts.filter((cell) => cell.bold).length > firsts.length / 2
  return { bold, fill: firsts[Math.floor(firsts.length / 2)]?.fill }
}

/** One text at the left that stands out from the rows around it, unmerged: it heads the rows below. */
function bandOf(row: SheetRow, usual: Look | null, columns: readonly number[]): SheetCell | undefined {
  const cells = worded(row)
  const [only] = cells
  if (!usual || cells.length !== 1 || only === undefined || only.column !== columns[0]) return undefined
  const standsOut = (only.bold && !usual.bold) || (only.fill !== undefined && only.fill !== usual.fill)
  return standsOut ? only : undefined
}
