import type { PaperBlock, PaperCell, PaperItem, PaperRow, PaperTable, Run } from './paper-document.ts'
import type { PaperPage } from './paper-widths.ts'

/** Characters of table text that fit on a line across the whole page. */
const LINE = { portrait: 100, landscape: 160, large: 234 }
/** A row of up to this many lines is kept whole: more, and the hole it would leave at the foot of a page is worse than a break. */
const KEPT_WHOLE = 14

/**
 * Which rows may be broken over two pages. Long ones must be: a row that may not break and is taller than the page loses
 * its end. So must those that a long cell reaches down over.
 */
export function breakingRows(table: { rows: readonly PaperRow[]; widths: readonly number[] }, page: PaperPage): boolean[] {
  let reaches = -1
  return table.rows.map((row, index) => {
    if (isLong(row, table.widths, page)) reaches = Math.max(reaches, index + Math.max(...row.cells.map((cell) => cell.rows ?? 1)) - 1)
    return index <= reaches
  })
}

function isLong(row: PaperRow, widths: readonly number[], page: PaperPage): boolean {
  const whole = widths.reduce((sum, width) => sum + width, 0)
  const columns = columnsOf(row, widths.length)
  return row.cells.some((cell, index) => {
    const column = columns[index] ?? 0
    const width = widths.slice(column, column + (cell.columns ?? 1)).reduce((sum, share) => sum + share, 0)
    return linesOf(cell.blocks, Math.max(4, (LINE[page] * width) / whole - 3)) > KEPT_WHOLE
  })
}

/** Each cell's first column, counting only this row's own spans (a span from above makes the estimate rough, never wrong). */
function columnsOf(row: PaperRow, width: number): number[] {
  const own = row.cells.reduce((sum, cell) => sum + (cell.columns ?? 1), 0)
  let column = Math.max(0, width - own)
  return row.cells.map((cell) => {
    const first = column
    column += cell.columns ?? 1
    return first
  })
}

/** Whether the table's header is short enough to stand at the head of every page. */
export function headerMayRepeat(table: PaperTable, page: PaperPage): boolean {
  return table.header.length > 0 && !table.header.some((row) => isLong(row, table.widths, page))
}

/**
 * The rows for a writer that works out the grid from the rows themselves: each with the cells that begin in it, in order.
 * A row with fewer cells than the grid is filled with empty ones, so that no table is ragged.
 */
export function squared(rows: readonly PaperRow[], width: number): PaperRow[] {
  const below = Array.from({ length: width }, () => 0)
  return rows.map((row) => {
    const free = below.filter((count) => count === 0).length
    const used = row.cells.reduce((sum, cell) => sum + (cell.columns ?? 1), 0)
    const filled: PaperCell[] = [...row.cells, ...Array.from({ length: Math.max(0, free - used) }, () => ({ blocks: [] }))]
    occupy(below, filled)
    return { ...row, cells: filled }
  })
}

function occupy(below: number[], cells: readonly PaperCell[]): void {
  const started = below.map((count) => Math.max(0, count - 1))
  let column = 0
  for (const cell of cells) {
    while ((below[column] ?? 0) > 0) column += 1
    for (let step = 0; step < (cell.columns ?? 1); step += 1, column += 1) started[column] = (cell.rows ?? 1) - 1
  }
  below.splice(0, below.length, ...started.slice(0, below.length))
}

function linesOf(blocks: readonly PaperBlock[], width: number): number {
  return blocks.reduce((sum, block) => sum + linesOfBlock(block, width), 0)
}

function linesOfBlock(block: PaperBlock, width: number): number {
  if (block.kind === 'heading') return wrapped(block.text, width)
  if (block.kind === 'paragraph') return wrapped(textOfRuns(block.runs), width) + 0.4
  if (block.kind === 'list') return linesOfItems(block.items, width - 3)
  if (block.kind === 'contents') return (block.entries ?? []).length
  if (block.kind === 'pairs') return block.pairs.reduce((sum, pair) => sum + linesOf(pair.blocks, width * 0.7), 0)
  return Number.POSITIVE_INFINITY
}

function linesOfItems(items: readonly PaperItem[], width: number): number {
  const room = Math.max(4, width)
  return items.reduce(
    (sum, item) => sum + wrapped(textOfRuns(item.runs), room) + (item.list ? linesOfItems(item.list.items, room - 3) : 0),
    0,
  )
}

function wrapped(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0)
}

export function textOfRuns(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}
