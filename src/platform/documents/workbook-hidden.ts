import type { SheetFound } from './read-workbook-rows.ts'
import type { Merge, SheetRow } from './workbook-sheet.ts'
import { addressOf } from './workbook-sheet.ts'

export interface Shown {
  rows: SheetRow[]
  hiddenRows: Set<number>
  hiddenColumns: Set<number>
  remarks: string[]
}

/**
 * Which rows and columns of a sheet are read. What a filter hides or an outline folds away is only out of sight, and is read; what a person
 * has hidden is not. The remarks name both, with what else a reader should know of the sheet.
 */
export function hideRowsAndColumns(name: string, found: SheetFound): Shown {
  const hidden = found.rows.filter((row) => row.hidden)
  const away = hidden.filter((row) => !row.folded && !found.filters.some((filter) => isWithin(row.number, filter)))
  const outOfSight = hidden.filter((row) => !away.includes(row))
  const hiddenRows = new Set(away.map((row) => row.number))
  const filled = new Set(found.rows.flatMap((row) => row.cells.filter((cell) => cell.words !== '').map((cell) => cell.column)))
  const columns = [...found.hiddenColumns].filter((column) => filled.has(column))
  const remarks: string[] = []
  const sheet = `the sheet “${name}”`
  if (outOfSight.length > 0)
    remarks.push(
      `${counted(
        'Row',
        outOfSight.map((row) => String(row.number)),
      )} of ${sheet}, hidden by a filter or folded away, ${were(outOfSight)} read.`,
    )
  if (away.length > 0)
    remarks.push(
      `${counted(
        'Row',
        away.map((row) => String(row.number)),
      )} of ${sheet} ${were(away)} hidden, and not read. Unhide what is wanted in Excel and choose the file again.`,
    )
  if (columns.length > 0)
    remarks.push(
      `${counted(
        'Column',
        columns.map((column) => addressOf(column, 0).slice(0, -1)),
      )} of ${sheet} ${were(columns)} hidden, and not read. Unhide what is wanted in Excel and choose the file again.`,
    )
  const folded = [...found.foldedColumns].filter((column) => filled.has(column))
  if (folded.length > 0)
    remarks.push(
      `${counted(
        'Column',
        folded.map((column) => addressOf(column, 0).slice(0, -1)),
      )} of ${sheet}, folded away, ${were(folded)} read.`,
    )
  if (found.errors.length > 0)
    remarks.push(
      `${counted('Cell', found.errors)} of ${sheet} ${found.errors.length === 1 ? 'holds an error and was' : 'hold errors and were'} read as empty.`,
    )
  if (found.unsaved.length > 0)
    remarks.push(
      `${counted('Cell', found.unsaved)} of ${sheet} ${found.unsaved.length === 1 ? 'holds a formula' : 'hold formulas'} whose result was not saved. Open the workbook in Excel, save it and choose it again.`,
    )
  if (found.colouredByRule)
    remarks.push(`Colours that Excel gives by rule (conditional formatting) on ${sheet} were not read: only words and colours set by hand.`)
  const rows = found.rows
    .filter((row) => !hiddenRows.has(row.number))
    .map(({ number, cells }) => ({ number, cells: cells.filter((cell) => !found.hiddenColumns.has(cell.column)) }))
    .filter((row) => row.cells.length > 0)
    .sort((a, b) => a.number - b.number)
  return { rows, hiddenRows, hiddenColumns: found.hiddenColumns, remarks }
}

function isWithin(row: number, filter: Merge): boolean {
  return row > filter.top && row <= filter.bottom
}

function were(list: readonly unknown[]): string {
  return list.length === 1 ? 'was' : 'were'
}

/** `Row 5`, `Rows 5, 7 and 9`, `Rows 5, 6, 7, 8, 9, 10 and 31 others`. */
function counted(noun: string, marks: readonly string[]): string {
  if (marks.length === 1) return `${noun} ${marks[0]}`
  const shown = marks.length > 8 ? [...marks.slice(0, 6), `${marks.length - 6} others`] : marks
  return `${noun}s ${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
