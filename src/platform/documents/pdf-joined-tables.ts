import { touched } from './pdf-columns.ts'
import type { Column } from './pdf-columns.ts'
import { levels } from './pdf-grid.ts'
import type { PdfTable, PdfTableCell, PdfTableRow } from './pdf-table.ts'

/** Whether a piece at the top of a page carries on the table at the foot of the page before: it has the same columns. */
export function carriesOn(table: PdfTable, piece: PdfTable): boolean {
  if (table.columns && piece.columns) return standsIn(table.columns, piece.columns)
  const [one, other] = [levels(table.xs), levels(piece.xs)]
  const [wide, narrow] = one.length >= other.length ? [one, other] : [other, one]
  const same = (a: number | undefined, b: number | undefined): boolean => a !== undefined && b !== undefined && Math.abs(a - b) < 4
  return same(one[0], other[0]) && same(one.at(-1), other.at(-1)) && narrow.every((x) => wide.some((known) => same(known, x)))
}

/**
 * The table with the piece under it: heading rows that the page repeats are taken once, and said to be headings; a row that the page's end
 * cut is whole again.
 */
export function joinedTable(table: PdfTable, below: PdfTable): PdfTable {
  const piece = table.columns && below.columns ? movedInto(table, table.columns, below) : below
  const repeated = repeatedRows(table.rows, piece.rows)
  const rows = table.rows.map((row, at) => (at < repeated ? { ...row, header: true } : row))
  const more = piece.rows.slice(repeated)
  const [last, first] = [rows.at(-1), more[0]]
  const cut = last && first && rows.length > repeated && isCut(last, first, [...table.rows.slice(repeated, -1), ...more.slice(1)])
  if (cut) {
    rows[rows.length - 1] = wholeRow(last, first)
    more.shift()
  }
  return { ...table, xs: [...table.xs, ...piece.xs], rows: [...rows, ...more], bottom: piece.bottom }
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

function textOfCell(cell: PdfTableCell | undefined): string {
  return cell?.pieces.flatMap((piece) => piece.words.map((word) => word.text)).join(' ') ?? ''
}

/**
 * Whether a row at the top of a page is the rest of the one at the foot of the page before: its first cell is empty though the table's rows
 * have one, or a cell goes on in the middle of a sentence and no other begins anew.
 */
function isCut(above: PdfTableRow, below: PdfTableRow, others: readonly PdfTableRow[]): boolean {
  if (above.cells.length !== below.cells.length || above.cells.length < 2 || [...above.cells, ...below.cells].some((cell) => cell.rows > 1))
    return false
  if (below.cells.some((cell, at) => Math.abs(cell.left - (above.cells[at]?.left ?? 0)) > 6)) return false
  const words = below.cells.map(textOfCell)
  if (words.every((text) => text === '')) return false
  const first = words[0] ?? ''
  const named = others.filter((row) => textOfCell(row.cells[0]) !== '').length
  if (first === '' && textOfCell(above.cells[0]) !== '') return named >= 0.7 * others.length || goesOn(above, words)
  if (isMark(first) || (first !== '' && isMark(textOfCell(above.cells[0])))) return false
  return goesOn(above, words) && (first === '' || /^[a-z(]/.test(first))
}

function isMark(text: string): boolean {
  return /^\W*(?:[a-z]{0,4}[ .]?\d{1,3}(?:\.\d{1,2})*[a-z]?|[a-z]|[ivx]{1,5})\W*$/i.test(text)
}

function goesOn(above: PdfTableRow, words: readonly string[]): boolean {
  return words.some((text, at) => {
    const before = textOfCell(above.cells[at])
    return before !== '' && (text.startsWith('(') || (/^[a-z]/.test(text) && !/[.!?:;]["'’”)]*$/.test(before)))
  })
}

function wholeRow(above: PdfTableRow, below: PdfTableRow): PdfTableRow {
  const cells = above.cells.map((cell, at) => ({ ...cell, pieces: [...cell.pieces, ...(below.cells[at]?.pieces ?? [])] }))
  return { ...above, cells }
}
