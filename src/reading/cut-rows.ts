import type { SourceBlock, SourceRow, SourceTable } from '../platform/documents/source-document.ts'
import { cellAt, filledCells, joinCut, listed, plainWords, wordsOf } from './cut-text.ts'
import { fieldsOfHeading } from './heading-families.ts'
import type { Field } from './heading-families.ts'
import { refOf } from './references.ts'
import type { Place } from './reading.ts'

/** A column as its heading names it. */
export interface HeadedColumn {
  column: number
  heading: string
  field: Field | undefined
}

/** The row that heads a table, of its first three, and what its columns are; null where none reads as headings. */
export function headingsOf(table: SourceTable): { row: SourceRow; columns: HeadedColumn[] } | null {
  for (const row of table.rows.slice(0, 3)) {
    const columns = row.cells.map((cell) => ({ column: cell.column, heading: wordsOf(cell), field: fieldsOfHeading(wordsOf(cell))[0] }))
    const known = columns.filter((column) => column.field !== undefined && column.heading.length <= 160)
    if (known.length >= 3 && known.length >= 0.6 * filledCells(row).length) return { row, columns }
  }
  return null
}

/** Whether the row only repeats the headings, as on the top of each page. */
export function repeats(row: SourceRow, heading: SourceRow): boolean {
  return row === heading || keyOf(row) === keyOf(heading)
}

function keyOf(row: SourceRow): string {
  return filledCells(row)
    .map((cell) => plainWords(wordsOf(cell)))
    .join('|')
}

/** What one recommendation says in each column, cells cut by pages joined. */
export interface JoinedRow {
  ref: string
  /** A row across the table that stood above it. */
  band?: string
  cells: Map<number, SourceBlock[]>
  place: Place
}

/** The rows of some tables by their references: a row without one carries on with the cells of the row above. */
export function joinedRows(
  tables: readonly SourceTable[],
  heading: SourceRow,
  refColumn: number | undefined,
  textColumn: number,
): JoinedRow[] {
  const joined: JoinedRow[] = []
  let band: string | undefined
  for (const table of tables) {
    for (const row of table.rows) {
      const filled = filledCells(row)
      if (filled.length === 0 || repeats(row, heading)) continue
      const only = filled.length === 1 ? filled[0] : undefined
      if (only && only.columns >= Math.max(2, table.width - 1)) {
        band = wordsOf(only)
        continue
      }
      const last = joined.at(-1)
      const ref = refColumn === undefined ? null : refOf(wordsOf(cellAt(row, refColumn)))
      if (last && !begins(row, ref, refColumn, textColumn, last)) addCells(last, row, refColumn)
      else joined.push(rowOf(row, ref ?? '', band, table, refColumn))
    }
  }
  return joined
}

function begins(row: SourceRow, ref: string | null, refColumn: number | undefined, textColumn: number, last: JoinedRow): boolean {
  const words = wordsOf(cellAt(row, textColumn))
  if (refColumn !== undefined) return ref !== null && (ref !== last.ref || /^[A-Z]/.test(words))
  return /^[^a-z]/.test(words) && filledCells(row).length > 1
}

function rowOf(row: SourceRow, ref: string, band: string | undefined, table: SourceTable, refColumn: number | undefined): JoinedRow {
  const place: Place = { table: table.number, row: row.number, ...(row.page === undefined ? {} : { page: row.page }) }
  const made: JoinedRow = { ref, cells: new Map(), place, ...(band === undefined ? {} : { band }) }
  addCells(made, row, refColumn)
  return made
}

function addCells(target: JoinedRow, row: SourceRow, refColumn: number | undefined): void {
  for (const cell of row.cells) {
    if (cell.column === refColumn || wordsOf(cell) === '') continue
    target.cells.set(cell.column, joinCut(target.cells.get(cell.column) ?? [], listed(cell.blocks)))
  }
}
