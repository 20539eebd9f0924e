import { edgesOf, segmentsInRow, segmentsOf, touched } from './pdf-columns.ts'
import type { Column } from './pdf-columns.ts'
import { isDrawn, spansOf } from './pdf-grid.ts'
import { rowStarts } from './pdf-inferred-rows.ts'
import { levelOf, middleOf } from './pdf-lines.ts'
import type { PdfLine } from './pdf-lines.ts'
import type { PdfBox, PdfPage, PdfWord } from './pdf-page.ts'
import { fillOf, tableOfGrid } from './pdf-table.ts'
import type { RuledRows } from './pdf-row-rules.ts'
import type { PdfTable, PdfTableCell, PdfTableRow } from './pdf-table.ts'

/** A table of lines that stand in columns, whose rows only the place of its words tells. */
export function unruledTable(lines: readonly PdfLine[], columns: readonly Column[], page: PdfPage, xs = edgesOf(columns)): PdfTable {
  return {
    xs,
    rows: rowsOf(lines, columns).map((row): PdfTableRow => ({ page: page.number, cells: cellsOf(row, columns, xs, page) })),
    top: Math.min(...lines.map((line) => line.top)),
    bottom: Math.max(...lines.map((line) => line.bottom)),
    page: page.number,
    columns: [...columns],
  }
}

/** A table of lines that stand in columns and whose rows drawn lines part; a cell that no line cuts spans the rows beside it. */
export function rowRuledTable({ lines, columns, ys, rules }: RuledRows, page: PdfPage, xs = edgesOf(columns)): PdfTable {
  const levels = [
    Math.min(ys[0]!, ...lines.map((line) => line.top)) - 1,
    ...ys.slice(1, -1),
    Math.max(ys.at(-1)!, ...lines.map((line) => line.bottom)) + 1,
  ]
  if (lines.some((line) => line.base < ys[0]!)) levels.splice(1, 0, ys[0]!)
  if (lines.some((line) => levelOf(line) > ys.at(-1)!)) levels.splice(-1, 0, ys.at(-1)!)
  const segments = lines.flatMap((line) => segmentsInRow(line).map((segment) => ({ ...segment, y: levelOf(line) })))
  const placeOf = (word: PdfWord): number => xs.findLastIndex((edge) => middleOf(word) >= edge)
  // What ends in the gutter reaches across too: its last word would fall into the next column.
  const across = segments.filter((one) => touched(columns, one).length > 1 || placeOf(one.words[0]!) !== placeOf(one.words.at(-1)!))
  const cells = spansOf(columns.length, levels.length - 1, {
    right: (column, row) => {
      const [top, bottom, edge] = [levels[row] ?? 0, levels[row + 1] ?? 0, xs[column + 1] ?? 0]
      return !across.some((one) => one.y > top && one.y < bottom && one.x < edge && one.right > edge)
    },
    under: (column, row) => {
      const level = levels[row + 1] ?? 0
      const there = rules.filter((rule) => Math.abs(rule.y1 - level) < 3)
      return there.length === 0 || isDrawn(there, 'x', columns[column]?.x ?? 0, columns[column]?.right ?? 0)
    },
  })
  const table = tableOfGrid(
    { xs, ys: levels, cells },
    page,
    lines.flatMap((line) => line.words),
  )
  for (const row of table.rows)
    for (const cell of row.cells) {
      const [from, to] = [xs.indexOf(cell.left), xs.indexOf(cell.right) - 1]
      cell.text = { x: columns[from]?.x ?? cell.left, right: columns[to]?.right ?? cell.right }
    }
  return {
    ...table,
    rows: table.rows.filter((row) => row.cells.some((cell) => cell.pieces.some((piece) => piece.words.length > 0))),
    columns: [...columns],
  }
}

function rowsOf(lines: readonly PdfLine[], columns: readonly Column[]): PdfLine[][] {
  const rows: PdfLine[][] = []
  const starts = rowStarts(lines, columns)
  lines.forEach((line, at) => {
    if (starts[at] || rows.length === 0) rows.push([line])
    else rows.at(-1)?.push(line)
  })
  return rows
}

/** The cells of a row: each segment goes to its column; one that reaches over several columns makes them one cell, where nothing else stands in them. */
function cellsOf(lines: readonly PdfLine[], columns: readonly Column[], xs: readonly number[], page: PdfPage): PdfTableCell[] {
  const spans = spansIn(lines, columns)
  const words = spans.map((): PdfWord[] => [])
  for (const line of lines)
    for (const segment of segmentsOf(line))
      for (const word of segment.words) {
        const at = spans.findIndex(([, to]) => middleOf(word) < (xs[to + 1] ?? Infinity))
        words[at === -1 ? spans.length - 1 : at]?.push(word)
      }
  const [top, bottom] = [Math.min(...lines.map((line) => line.top)), Math.max(...lines.map((line) => line.bottom))]
  return spans.map(([from, to], at): PdfTableCell => {
    const [left, right] = [xs[from] ?? 0, xs[to + 1] ?? 0]
    const cell: PdfTableCell = {
      left,
      right,
      rows: 1,
      pieces: [{ words: words[at] ?? [], page: page.number }],
      text: { x: columns[from]?.x ?? left, right: columns[to]?.right ?? right },
    }
    const box: PdfBox = { x: left, y: top, width: right - left, height: bottom - top }
    const fill = fillOf(box, page.fills)
    if (fill !== undefined) cell.fill = fill
    return cell
  })
}

function spansIn(lines: readonly PdfLine[], columns: readonly Column[]): [number, number][] {
  const alone = columns.map((_, at) => at)
  for (const line of lines)
    for (const segment of segmentsOf(line)) {
      const over = touched(columns, segment)
      const [first, last] = [over[0], over.at(-1)]
      if (first === undefined || last === undefined || first === last) continue
      for (let at = first; at <= last; at++) alone[at] = Math.min(alone[first] ?? first, alone[at] ?? at)
    }
  const spans: [number, number][] = []
  alone.forEach((group, at) => {
    const last = spans.at(-1)
    if (last && alone[last[0]] === group) last[1] = at
    else spans.push([at, at])
  })
  return spans
}
