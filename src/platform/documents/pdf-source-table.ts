import { linesOf } from './pdf-lines.ts'
import type { PdfLine } from './pdf-lines.ts'
import { paragraphsOf, pitchOf } from './pdf-paragraphs.ts'
import type { RowLevel, Setting } from './pdf-paragraphs.ts'
import { levels } from './pdf-grid.ts'
import type { PdfTable, PdfTableRow } from './pdf-table.ts'
import type { SourceCell, SourceParagraph, SourceRow, SourceTable } from './source-document.ts'

export type Surroundings = Pick<Setting, 'words' | 'tagsOf'>

/** A table found on the pages as the document model has it: columns counted, each cell's words as paragraphs. */
export function sourceTable(table: PdfTable, number: number, surroundings: Surroundings): SourceTable {
  const xs = levels(table.xs)
  const columnAt = (x: number): number => nearest(xs, x)
  const inset = insetOf(table)
  const rooms = roomsOf(table, columnAt)
  const rows = table.rows.map((row, index): SourceRow => {
    const lined = row.cells.map((cell) => cell.pieces.map((piece) => linesOf(piece.words, piece.page)))
    const levelled = levelsOf(lined, row)
    const cells = row.cells.map((cell, at): SourceCell => {
      const [column, end] = [columnAt(cell.left), columnAt(cell.right)]
      const made: SourceCell = {
        column,
        columns: Math.max(1, end - column),
        rows: cell.rows,
        blocks: blocksOf((lined[at] ?? []).flat(), levelled, {
          ...surroundings,
          left: cell.text?.x ?? cell.left + inset,
          right: cell.text?.right ?? cell.right - inset,
          ...(cell.text && { room: Math.max(cell.text.right, rooms[end - 1] ?? 0) }),
        }),
      }
      if (cell.fill !== undefined) made.fill = cell.fill
      return made
    })
    return { cells: cells.toSorted((a, b) => a.column - b.column), header: row.header === true, number: index + 1, page: row.page }
  })
  return { kind: 'table', number, width: xs.length - 1, rows }
}

function nearest(xs: readonly number[], x: number): number {
  return xs.reduce((best, one, at) => (Math.abs(one - x) < Math.abs((xs[best] ?? Infinity) - x) ? at : best), 0)
}

/** How far words keep from the sides of their cells: the least distance that is kept at the left. */
function insetOf(table: PdfTable): number {
  const insets = table.rows.flatMap((row) =>
    row.cells.flatMap((cell) => cell.pieces.flatMap((piece) => piece.words.map((word) => word.x - cell.left))),
  )
  const positive = insets.filter((inset) => inset > -1).toSorted((a, b) => a - b)
  return Math.min(10, Math.max(0, positive[Math.floor(positive.length / 100)] ?? 5))
}

function levelsOf(lined: readonly PdfLine[][][], row: PdfTableRow): RowLevel[] {
  const pages = [...new Set(row.cells.flatMap((cell) => cell.pieces.map((piece) => piece.page)))].toSorted((a, b) => a - b)
  return pages.map((page, at) => {
    const cells = lined.map((pieces) => pieces.flat().filter((line) => line.page === page && !line.words[0]?.turned))
    const bases = cells.flat().map((line) => line.base)
    const pitch = commonPitch(cells)
    const edge = row.cells.flatMap((cell) => cell.pieces).find((piece) => piece.page === page)?.top
    const first = Math.min(...bases)
    // A row that goes on over the page may go on with a blank line, which only the side of its cells tells.
    const top = at > 0 && edge !== undefined && first - edge > 1.72 * pitch ? first - Math.round((first - edge) / pitch - 1) * pitch : first
    return { page, top, pitch, height: bases.length === 0 ? 0 : Math.round((Math.max(...bases) - top) / pitch) + 1 }
  })
}

/** The cell with the most lines tells best how far they are apart. */
function commonPitch(cells: readonly PdfLine[][]): number {
  return pitchOf(cells.reduce<PdfLine[]>((most, lines) => (lines.length > most.length ? lines : most), []))
}

function blocksOf(lines: readonly PdfLine[], levels: readonly RowLevel[], setting: Setting): SourceParagraph[] {
  return lines.length === 0 ? [{ kind: 'paragraph', text: '' }] : paragraphsOf(lines, { ...setting, levels })
}

/**
 * How far to the right words may run in each column, where no lines tell: as near to a column whose words begin under one another as words of
 * any column come to the next.
 */
function roomsOf(table: PdfTable, columnAt: (x: number) => number): number[] {
  const columns: { x: number; right: number; starts: number[] }[] = []
  for (const cell of table.rows.flatMap((row) => row.cells)) {
    const at = columnAt(cell.left)
    if (!cell.text || columnAt(cell.right) !== at + 1) continue
    const column = (columns[at] ??= { x: Infinity, right: 0, starts: [] })
    const starts = cell.pieces.flatMap((piece) => (piece.words.length === 0 ? [] : [Math.min(...piece.words.map((word) => word.x))]))
    column.x = Math.min(column.x, ...starts)
    column.right = Math.max(column.right, cell.text.right)
    column.starts.push(...starts)
  }
  const isAligned = (at: number): boolean => {
    const { x, starts } = columns[at] ?? { x: 0, starts: [] }
    return starts.filter((start) => start - x < 1.5).length > 0.7 * starts.length
  }
  const gutters = columns.flatMap(({ right }, at) => (isAligned(at + 1) ? [columns[at + 1]!.x - right] : []))
  const gutter = Math.min(...gutters.filter((one) => one > 0))
  return columns.map(({ right }, at) => (isAligned(at + 1) ? Math.max(right, columns[at + 1]!.x - gutter) : right))
}
