import type { SourceParagraph, SourceTable } from '../platform/documents/source-document.ts'
import { findDates } from './dates.ts'
import { fieldsOfHeading } from './heading-families.ts'
import type { GridCell, GridRow, LogicalTable } from './logical-tables.ts'

/**
 * Extraction tears a table apart: a piece gains a column that holds only marks, loses its first column, or its long cells come out as a list
 * of loose paragraphs above what stood beside them. These put a piece back under the columns of the table that it belongs to.
 */
export function fittedRows(whole: LogicalTable, piece: SourceTable, rows: readonly GridRow[]): GridRow[] {
  if (piece.width === whole.width + 1 && gainedMarks(whole, rows)) return rows.map(withoutMarkColumn)
  if (piece.width === whole.width - 1 && fitsRight(whole, rows)) return rows.map((row) => shifted(row, 1))
  return [...rows]
}

/** The first column of the piece holds marks or nothing though the table's own holds words, and its last column is in use. */
function gainedMarks(whole: LogicalTable, rows: readonly GridRow[]): boolean {
  return (
    rows.every((row) => MARK.test(wordsAt(row, 0))) &&
    rows.some((row) => wordsAt(row, whole.width) !== '') &&
    shapeOf(whole.rows.slice(1), 0).length > 20
  )
}

const MARK = /^\W*(?:\d{1,3}[a-z]?|[a-z]|[ivx]{1,5})?\W*$/i

function wordsAt(row: GridRow, column: number): string {
  return row.cells.find((cell) => cell.column === column)?.words ?? ''
}

/** A first column that holds a mark (`h)`) or nothing goes into the words beside it. */
function withoutMarkColumn(row: GridRow): GridRow {
  const mark = wordsAt(row, 0)
  const cells = shifted(row, -1).cells.filter((cell) => cell.column >= 0)
  const first = cells.find((cell) => cell.column === 0)
  if (first && mark !== '') {
    first.lines = [`${mark} ${first.lines[0] ?? ''}`.trim(), ...first.lines.slice(1)]
    first.words = `${mark} ${first.words}`.trim()
  }
  return { ...row, cells }
}

function shifted(row: GridRow, by: number): GridRow {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, column: cell.column + by })) }
}

/** Whether the columns of a narrower piece are more like those of the whole table counted from its right than from its left. */
function fitsRight(whole: LogicalTable, rows: readonly GridRow[]): boolean {
  const cost = (by: number): number =>
    Array.from({ length: whole.width - 1 }, (_, column) => unlike(shapeOf(rows, column), shapeOf(whole.rows.slice(1), column + by))).reduce(
      (sum, one) => sum + one,
      0,
    )
  return cost(1) < cost(0)
}

function shapeOf(rows: readonly GridRow[], column: number): { length: number; dates: number } {
  const words = rows.map((row) => wordsAt(row, column)).filter((text) => text !== '')
  const length = words.reduce((sum, text) => sum + text.length, 0) / Math.max(1, words.length)
  return { length, dates: words.filter((text) => text.length < 60 && findDates(text).length > 0).length / Math.max(1, words.length) }
}

function unlike(a: { length: number; dates: number }, b: { length: number; dates: number }): number {
  return Math.abs(Math.log(1 + a.length) - Math.log(1 + b.length)) + 2 * Math.abs(a.dates - b.dates)
}

/** A piece without its first column and without headings, after nothing but the items of a list. */
export function isLoosePiece(
  whole: LogicalTable,
  piece: SourceTable,
  rows: readonly GridRow[],
  between: readonly SourceParagraph[],
): boolean {
  const [first] = rows
  return (
    whole.width >= 4 &&
    piece.width === whole.width - 1 &&
    between.length > 0 &&
    between.every((paragraph) => paragraph.list !== undefined) &&
    first !== undefined &&
    first.cells.filter((cell) => cell.words.length < 60 && fieldsOfHeading(cell.words).length > 0).length < 2
  )
}

/** Marked items carry on the first column; bullets, where there are as many as rows, are what stood in the column left blank. */
export function looseRows(
  whole: LogicalTable,
  piece: SourceTable,
  rows: readonly GridRow[],
  between: readonly SourceParagraph[],
): GridRow[] {
  const marked = between.filter((paragraph) => paragraph.list?.marker !== undefined)
  const bullets = between.filter((paragraph) => paragraph.list?.marker === undefined)
  const fitted = rows.map((row) => shifted(row, 1))
  if (bullets.length === fitted.length) fitted.forEach((row, at) => put(row, 1, [bullets[at]?.text ?? '']))
  if (marked.length === 0) return fitted
  const lines = marked.map((paragraph) => `${paragraph.list?.marker} ${paragraph.text}`)
  const above: GridRow = { place: { table: piece.number, row: 1 }, cells: [], covered: new Map(), header: false, firstOfPiece: true }
  put(above, 0, lines)
  return [above, ...fitted]
}

function put(row: GridRow, column: number, lines: string[]): void {
  const cell: GridCell = { column, columns: 1, rows: 1, lines, words: lines.join('\n'), bold: false }
  row.cells = [...row.cells.filter((other) => other.column !== column), cell].sort((a, b) => a.column - b.column)
}
