import { clustersOf } from './pdf-clusters.ts'
import type { PdfBox, PdfRule } from './pdf-page.ts'
import { boxOfGroup, NEAR } from './pdf-rules.ts'
import type { RuleGroup } from './pdf-rules.ts'

/** A table as its lines show it: where its columns and rows are parted, and its cells, counted in them. */
export interface PdfGrid {
  /** Left and right edges of the columns, one more than there are columns. */
  xs: number[]
  ys: number[]
  cells: GridSpan[]
}

export interface GridSpan {
  column: number
  columns: number
  row: number
  rows: number
}

/** How much of the side between two boxes must be drawn for them to be two cells. */
const DRAWN = 0.6
const MOST_BOXES = 40_000

/** The grid that lines make, with the cells that no line parts merged; null where they make none of at least two cells. */
export function gridOf(group: RuleGroup): PdfGrid | null {
  if (group.along.length === 0 || group.down.length === 0) return null
  const box = boxOfGroup(group)
  const xs = levels([...group.down.map((rule) => rule.x1), box.x, box.x + box.width])
  const ys = levels([...group.along.map((rule) => rule.y1), box.y, box.y + box.height])
  const [width, height] = [xs.length - 1, ys.length - 1]
  if (width * height < 2 || width * height > MOST_BOXES) return null
  const cells = spansOf(width, height, sidesOf(group, xs, ys))
  return cells.length < 2 ? null : { xs, ys, cells }
}

/** Positions that are one to the eye, as one. */
export function levels(values: readonly number[], near = NEAR): number[] {
  const made: { sum: number; count: number; last: number }[] = []
  for (const value of values.toSorted((a, b) => a - b)) {
    const level = made.at(-1)
    if (level && value - level.last <= near) {
      level.sum += value
      level.count += 1
      level.last = value
    } else made.push({ sum: value, count: 1, last: value })
  }
  return made.map(({ sum, count }) => sum / count)
}

export interface Sides {
  /** Whether a line is drawn to the right of a box, and under it. */
  right: (column: number, row: number) => boolean
  under: (column: number, row: number) => boolean
}

function sidesOf({ along, down }: RuleGroup, xs: readonly number[], ys: readonly number[]): Sides {
  const byX = xs.map((x) => down.filter((rule) => Math.abs(rule.x1 - x) <= NEAR))
  const byY = ys.map((y) => along.filter((rule) => Math.abs(rule.y1 - y) <= NEAR))
  return {
    right: (column, row) => isDrawn(byX[column + 1] ?? [], 'y', ys[row] ?? 0, ys[row + 1] ?? 0),
    under: (column, row) => isDrawn(byY[row + 1] ?? [], 'x', xs[column] ?? 0, xs[column + 1] ?? 0),
  }
}

export function isDrawn(rules: readonly PdfRule[], axis: 'x' | 'y', from: number, to: number): boolean {
  const [first, second] = axis === 'x' ? (['x1', 'x2'] as const) : (['y1', 'y2'] as const)
  const drawn = rules.reduce((sum, rule) => sum + Math.max(0, Math.min(to, rule[second]) - Math.max(from, rule[first])), 0)
  return drawn >= DRAWN * (to - from)
}

/** Boxes that no line parts belong together where they make a rectangle; where they do not, only those beside one another do. */
export function spansOf(width: number, height: number, sides: Sides): GridSpan[] {
  const clusters = clustersOf(width * height)
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const index = row * width + column
      if (column < width - 1 && !sides.right(column, row)) clusters.join(index + 1, index)
      if (row < height - 1 && !sides.under(column, row)) clusters.join(index + width, index)
    }
  const groups = new Map<number, number[]>()
  for (let index = 0; index < width * height; index++) {
    const group = groups.get(clusters.of(index))
    if (group) group.push(index)
    else groups.set(clusters.of(index), [index])
  }
  return [...groups.values()].flatMap((boxes) => {
    const span = spanOf(boxes, width)
    return span.columns * span.rows === boxes.length ? [span] : rowsApart(boxes, width)
  })
}

function spanOf(boxes: readonly number[], width: number): GridSpan {
  const columns = boxes.map((box) => box % width)
  const rows = boxes.map((box) => Math.floor(box / width))
  const [column, row] = [Math.min(...columns), Math.min(...rows)]
  return { column, row, columns: Math.max(...columns) - column + 1, rows: Math.max(...rows) - row + 1 }
}

function rowsApart(boxes: readonly number[], width: number): GridSpan[] {
  const runs: number[][] = []
  for (const box of boxes.toSorted((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run && run.at(-1) === box - 1 && box % width !== 0) run.push(box)
    else runs.push([box])
  }
  return runs.map((run) => spanOf(run, width))
}

export function boxOfSpan({ xs, ys }: PdfGrid, span: GridSpan): PdfBox {
  const [x, y] = [xs[span.column] ?? 0, ys[span.row] ?? 0]
  return { x, y, width: (xs[span.column + span.columns] ?? x) - x, height: (ys[span.row + span.rows] ?? y) - y }
}
