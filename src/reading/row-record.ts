import type { Column } from './columns.ts'
import type { GridCell, GridRow } from './logical-tables.ts'
import { followsLabel, labelOf, markedLines } from './part-labels.ts'
import type { Doubt, Place, Unplaced } from './reading.ts'

/** What one row says in one column; `cuts` are the pieces that page breaks left, in order. */
export interface Piece {
  lines: string[]
  cuts: string[][]
  fill?: string
}

/** A row of the document (or several that a page cut) as the columns have it. */
export interface RecordRow {
  place: Place
  pieces: Map<Column, Piece>
  /** The parts of the recommendation that its text names in this row, `i`, `ii`. */
  parts: string[]
  /** Columns whose words come from a cell above that reaches down here. */
  shared: Set<Column>
}

/** One recommendation of a table: its reference, its words, and every row that belongs to it. */
export interface RowRecord {
  ref: string
  theme?: string
  lines: string[]
  place: Place
  rows: RecordRow[]
  /** A row with words of its own but no mark, where parts are to follow: its mark was lost. */
  unmarked?: RecordRow
}

/** A recommendation that stands above its table of actions. */
export interface Introduction {
  ref: string
  lines: string[]
  place: Place
}

export interface Recorded {
  /** Words in a row across the table above its headings: what it is called. */
  title?: string
  records: RowRecord[]
  unplaced: Unplaced[]
  doubts: Doubt[]
}

export interface Taking extends Recorded {
  columns: readonly Column[]
  refColumn: Column | undefined
  textColumn: Column
  theme: string | undefined
  lettered: boolean
  refs: Set<string>
  /** The rows come from a sheet: no page has cut one in two. */
  uncut: boolean
}

/** Where the table has no column of recommendations, they stand above it or in rows across it. */
export const NOWHERE: Column = { field: 'text', from: -1, to: -1, heading: '' }

export function cellAt(row: GridRow, column: Column): GridCell | undefined {
  return row.cells.find((cell) => cell.column >= column.from && cell.column <= column.to) ?? undefined
}

export function lastPart(record: RowRecord): string | undefined {
  return record.rows.flatMap((row) => row.parts).at(-1)
}

export function newRecord(taking: Taking, row: GridRow, ref: string, lines: string[]): RowRecord {
  const record: RowRecord = { ref, lines, place: row.place, rows: [] }
  if (taking.theme !== undefined) record.theme = taking.theme
  return record
}

/** A row of its own under the same recommendation: its cells stand beside one another, apart from the row above. */
export function addRow(taking: Taking, record: RowRecord, row: GridRow, lines = cellAt(row, taking.textColumn)?.lines ?? []): void {
  const pieces = new Map<Column, Piece>()
  const shared = new Set<Column>()
  for (const column of taking.columns) {
    if (column === taking.refColumn || column === taking.textColumn) continue
    const own = cellAt(row, column)
    const cell = own ?? row.covered.get(column.from)
    if (!cell) continue
    if (!own) shared.add(column)
    const piece: Piece = { lines: [...cell.lines], cuts: [[...cell.lines]] }
    if (cell.fill !== undefined) piece.fill = cell.fill
    pieces.set(column, piece)
  }
  const above = record.rows.at(-1)?.parts ?? []
  // Where nothing can be merged (CSV) the cell is only blank.
  const blank = lines.every((line) => line.trim() === '')
  const reachesDown = above.length === 1 && (blank || row.covered.has(taking.textColumn.from))
  const parts = reachesDown ? above : partsNamed(lines, lastPart(record))
  record.rows.push({ place: row.place, pieces, parts, shared })
}

function partsNamed(lines: readonly string[], before: string | undefined): string[] {
  const parts: string[] = []
  for (const line of markedLines(lines, before)) {
    const label = labelOf(line)?.label
    if (label !== undefined && followsLabel(label, parts.at(-1) ?? before)) parts.push(label)
  }
  return parts
}

export function hasOwn(taking: Taking, row: GridRow): boolean {
  return taking.columns.some((column) => ['owner', 'due'].includes(column.field) && (cellAt(row, column)?.words ?? '') !== '')
}

/** After `h)` the mark `i)` is the next letter; after `f)` it is the first part of f. */
export function isPartOf(ref: string, last: RowRecord | undefined): boolean {
  if (!last) return false
  const label = ref.toLowerCase()
  if (
    /^[a-z]+$/.test(last.ref) &&
    followsLabel(label, last.ref) &&
    !(/^[ivx]+$/.test(label) && lastPart(last) !== undefined && followsLabel(label, lastPart(last)))
  )
    return false
  if (followsLabel(label, lastPart(last)) || (last.unmarked && (label === 'ii' || label === 'b'))) return true
  return /^[a-z]$|^[ivx]+$/.test(label) && /\d/.test(last.ref)
}
