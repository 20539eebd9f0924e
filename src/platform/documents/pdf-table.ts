import type { Column } from './pdf-columns.ts'
import { boxOfSpan } from './pdf-grid.ts'
import type { PdfGrid, GridSpan } from './pdf-grid.ts'
import { levelOf, middleOf } from './pdf-lines.ts'
import type { PdfBox, PdfFill, PdfPage, PdfWord } from './pdf-page.ts'

/** A table, or the piece of one that stands on a page, before its words become paragraphs. */
export interface PdfTable {
  /** Edges of its columns. */
  xs: number[]
  rows: PdfTableRow[]
  top: number
  bottom: number
  page: number
  /** What the words of its columns cover, where no lines part them. */
  columns?: Column[]
}

export interface PdfTableRow {
  page: number
  cells: PdfTableCell[]
  header?: boolean
}

/** A cell with the pieces that pages made of it, each with where it stood. */
export interface PdfTableCell {
  left: number
  right: number
  rows: number
  pieces: PdfPiece[]
  /** Between where its words may stand, where no lines tell. */
  text?: Column
  fill?: string
}

export interface PdfPiece {
  words: PdfWord[]
  /** The upper side of its cell, where it is drawn. */
  top?: number
  page: number
}

/** The words of a page set into the cells of a grid. */
export function tableOfGrid(grid: PdfGrid, page: PdfPage, words: readonly PdfWord[]): PdfTable {
  const rows = grid.ys.slice(1).map((): PdfTableRow => ({ page: page.number, cells: [] }))
  const at = placesOf(grid)
  const inside = new Map<GridSpan, PdfWord[]>()
  for (const word of words) {
    const span = at(word)
    if (!span) continue
    const there = inside.get(span)
    if (there) there.push(word)
    else inside.set(span, [word])
  }
  for (const span of grid.cells.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const box = boxOfSpan(grid, span)
    const cell: PdfTableCell = {
      left: box.x,
      right: box.x + box.width,
      rows: span.rows,
      pieces: [{ words: inside.get(span) ?? [], page: page.number, top: box.y }],
    }
    const fill = fillOf(box, page.fills)
    if (fill !== undefined) cell.fill = fill
    rows[span.row]?.cells.push(cell)
  }
  return { xs: grid.xs, rows: withoutSpannedRows(rows), top: grid.ys[0] ?? 0, bottom: grid.ys.at(-1) ?? 0, page: page.number }
}

/** Which cell of the grid the middle of a word stands in. */
function placesOf(grid: PdfGrid): (word: PdfWord) => GridSpan | undefined {
  const width = grid.xs.length - 1
  const boxes: (GridSpan | undefined)[] = Array.from({ length: width * (grid.ys.length - 1) })
  for (const span of grid.cells)
    for (let row = span.row; row < span.row + span.rows; row++)
      for (let column = span.column; column < span.column + span.columns; column++) boxes[row * width + column] = span
  const within = (edges: readonly number[], value: number): number =>
    edges.findIndex((edge, index) => value >= edge && value < (edges[index + 1] ?? -Infinity))
  return (word) => {
    const [column, row] = [within(grid.xs, middleOf(word)), within(grid.ys, levelOf(word))]
    return column < 0 || row < 0 ? undefined : boxes[row * width + column]
  }
}

/** A row in which no cell begins is none: the cells that reach through it lose a row. */
function withoutSpannedRows(rows: PdfTableRow[]): PdfTableRow[] {
  for (let at = rows.length - 1; at >= 0; at--) {
    if ((rows[at]?.cells.length ?? 0) > 0) continue
    for (let above = 0; above < at; above++) for (const cell of rows[above]?.cells ?? []) if (above + cell.rows > at) cell.rows -= 1
    rows.splice(at, 1)
  }
  return rows
}

/** The colour under most of a box. White, and the ink of its own lines, are none. */
export function fillOf(box: PdfBox, fills: readonly PdfFill[]): string | undefined {
  const area = box.width * box.height
  const covered = new Map<string, number>()
  for (const fill of fills) {
    const width = Math.min(box.x + box.width, fill.x + fill.width) - Math.max(box.x, fill.x)
    const height = Math.min(box.y + box.height, fill.y + fill.height) - Math.max(box.y, fill.y)
    if (width <= 0 || height <= 0) continue
    if (width * height > 0.95 * area) covered.clear()
    covered.set(fill.colour, (covered.get(fill.colour) ?? 0) + width * height)
  }
  const [colour, most] = [...covered].toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0]
  return most > 0.55 * area && colour !== 'FFFFFF' ? colour : undefined
}
