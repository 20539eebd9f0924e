import { touched } from './pdf-columns.ts'
import type { Column } from './pdf-columns.ts'
import { textOfCell, withRowsMended } from './pdf-cut-rows.ts'
import { levels } from './pdf-grid.ts'
import type { PdfLine } from './pdf-lines.ts'
import type { PdfTable, PdfTableRow } from './pdf-table.ts'

/** Whether a piece at the top of a page carries on the table at the foot of the page before: it has the same columns. */
export function carriesOn(table: PdfTable, piece: PdfTable): boolean {
  if (hasHeadings(piece) && repeatedRows(table.rows, piece.rows) === 0) return false
  if (table.columns && piece.columns) return standsIn(table.columns, piece.columns)
  const [one, other] = [levels(table.xs), levels(piece.xs)]
  // One column fits into any table, and so tells nothing.
  if ((one.length === 2) !== (other.length === 2)) return false
  const [wide, narrow] = one.length >= other.length ? [one, other] : [other, one]
  const same = (a: number | undefined, b: number | undefined): boolean => a !== undefined && b !== undefined && Math.abs(a - b) < 4
  return same(one[0], other[0]) && same(one.at(-1), other.at(-1)) && narrow.every((x) => wide.some((known) => same(known, x)))
}

/** The table with the piece under it: heading rows that the page repeats are taken once, and said to be headings; rows that the page's end cut are whole. */
export function joinedTable(table: PdfTable, below: PdfTable): PdfTable {
  const piece = table.columns && below.columns ? movedInto(table, table.columns, below) : below
  const repeated = repeatedRows(table.rows, piece.rows)
  const rows = table.rows.map((row, at) => (at < repeated ? { ...row, header: true } : row))
  const body = withRowsMended(rows.slice(repeated), piece.rows.slice(repeated))
  // A piece that was moved into the table's columns has the table's own edges: adding them would double them with each page.
  const xs = piece === below ? [...table.xs, ...piece.xs] : table.xs
  return { ...table, xs, rows: [...rows.slice(0, repeated), ...body], bottom: piece.bottom }
}

/**
 * Whether lines over a table's piece on a further page are its headings again: tags may tell that they are furniture of that page, and leave
 * them out of the piece. All their words are in the first row, and most of its words are among them.
 */
export function repeatsHeadings({ rows }: PdfTable, lines: readonly PdfLine[]): boolean {
  const headings = (rows[0]?.cells ?? []).flatMap((cell) => cell.pieces.flatMap((piece) => piece.words))
  const again = lines.flatMap((line) => line.words)
  const left = new Map<string, number>()
  for (const { text } of headings) left.set(text, (left.get(text) ?? 0) + 1)
  for (const { text } of again) left.set(text, (left.get(text) ?? 0) - 1)
  return again.length > 1 && again.length > 0.5 * headings.length && [...left.values()].every((count) => count >= 0)
}

/** Whether a table opens with a row of headings: each cell of it has words, and all are bold. */
function hasHeadings({ rows }: PdfTable): boolean {
  const cells = rows[0]?.cells ?? []
  const words = cells.map((cell) => cell.pieces.flatMap((piece) => piece.words))
  return rows.length > 1 && cells.length > 1 && words.every((one) => one.length > 0 && one.every((word) => word.bold))
}

/** Whether each column of a piece stands in one of the table's own, no two in the same. */
function standsIn(columns: readonly Column[], piece: readonly Column[]): boolean {
  const places = piece.map((column) => touched(columns, column))
  return (
    piece.length > 1 &&
    piece.length <= columns.length &&
    places.every((at) => at.length === 1) &&
    new Set(places.flat()).size === piece.length
  )
}

/** The piece with its cells between the edges of the table's columns. */
function movedInto(table: PdfTable, columns: readonly Column[], piece: PdfTable): PdfTable {
  const placeOf = (column: number): number => touched(columns, piece.columns?.[column] ?? { x: 0, right: 0 })[0] ?? 0
  const rows = piece.rows.map((row) => {
    const cells = row.cells.map((cell) => {
      const [from, to] = [piece.xs.indexOf(cell.left), piece.xs.indexOf(cell.right) - 1]
      return { ...cell, left: table.xs[placeOf(from)] ?? cell.left, right: table.xs[placeOf(to) + 1] ?? cell.right }
    })
    return { ...row, cells }
  })
  return { ...piece, xs: table.xs, rows }
}

function repeatedRows(rows: readonly PdfTableRow[], again: readonly PdfTableRow[]): number {
  let same = 0
  while (same < again.length && same < rows.length && wordsOf(rows[same]) !== '' && wordsOf(rows[same]) === wordsOf(again[same])) same += 1
  return same
}

function wordsOf(row: PdfTableRow | undefined): string {
  return (row?.cells ?? []).map((cell) => textOfCell(cell)).join('|')
}
