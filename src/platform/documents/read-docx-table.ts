import { refuseIf } from '../core/refusal.ts'
import { LIMITS } from './reading-limits.ts'
import { isLight } from './read-docx-run.ts'
import { isColour } from './workbook-sheet.ts'
import { textOf } from './source-document.ts'
import type { SourceBlock, SourceCell, SourceRow, SourceTable } from './source-document.ts'

type Merge = 'restart' | 'continue' | undefined

/** A table of a Word file while it is being read. */
export interface OpenTable {
  rows: SourceRow[]
  gridColumns: number
  row: OpenRow | null
  cell: OpenCell | null
  /** By column: the cell above that a merged-down cell belongs to. */
  merged: Map<number, SourceCell>
}

export interface OpenRow {
  cells: SourceCell[]
  column: number
  header: boolean
  deleted: boolean
  hidden: boolean
  page: number
}

export interface OpenCell {
  blocks: SourceBlock[]
  span: number
  down: Merge
  across: Merge
  fill?: string
  /** The colour of a light in it, of its shaded words or of a shape: what it says where the cell has no colour itself. */
  shown?: string
  deleted: boolean
}

export function openTable(): OpenTable {
  return { rows: [], gridColumns: 0, row: null, cell: null, merged: new Map() }
}

export function openRow(table: OpenTable, page: number): void {
  table.row = { cells: [], column: 0, header: false, deleted: false, hidden: false, page }
}

export function openCell(table: OpenTable): SourceBlock[] {
  table.cell = { blocks: [], span: 1, down: undefined, across: undefined, deleted: false }
  return table.cell.blocks
}

/** Places the cell in the grid: a cell merged into the one above or before it lends it its words and is not listed. */
export function closeCell(table: OpenTable): void {
  const { row, cell } = table
  table.cell = null
  if (!row || !cell) return
  if (cell.deleted) cell.blocks = []
  const before = row.cells.at(-1)
  if (cell.across === 'continue' && before) {
    before.columns += cell.span
    before.blocks.push(...filled(cell.blocks))
  } else placeCell(table, row, cell)
  row.column += cell.span
  refuseIf(
    row.column > LIMITS.columns,
    'invalid',
    `A table of this document has more than ${LIMITS.columns} columns, more than Heed reads.`,
  )
}

function placeCell(table: OpenTable, row: OpenRow, cell: OpenCell): void {
  const above = table.merged.get(row.column)
  if (cell.down === 'continue' && above) {
    above.rows += 1
    above.blocks.push(...filled(cell.blocks))
    return
  }
  const placed: SourceCell = { column: row.column, columns: cell.span, rows: 1, blocks: cell.blocks }
  const said = textOf(cell.blocks)
  if (isLight(said)) placed.blocks = []
  const fill = !isColour(cell.fill) && said.length <= SHORT ? (cell.shown ?? cell.fill) : cell.fill
  if (fill !== undefined) placed.fill = fill
  row.cells.push(placed)
  for (let column = row.column; column < row.column + cell.span; column++) table.merged.delete(column)
  if (cell.down === 'restart') table.merged.set(row.column, placed)
}

/** A status is no longer; longer words are shaded to show that they are new. */
const SHORT = 40

/** Closes the row; one deleted under tracked changes, or hidden, is left out. True where it was kept. */
export function closeRow(table: OpenTable): boolean {
  const row = table.row
  table.row = null
  if (!row || row.deleted || row.hidden) return false
  table.rows.push({ cells: row.cells, header: row.header, number: table.rows.length + 1, page: row.page })
  return true
}

export function closeTable(table: OpenTable, number: number): SourceTable {
  const width = Math.max(
    Math.min(table.gridColumns, LIMITS.columns),
    ...table.rows.map((row) => Math.max(0, ...row.cells.map((cell) => cell.column + cell.columns))),
  )
  return { kind: 'table', number, width, rows: table.rows }
}

function filled(blocks: SourceBlock[]): SourceBlock[] {
  return blocks.filter((block) => block.kind === 'table' || block.text !== '')
}
