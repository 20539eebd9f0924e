import { levels } from './pdf-grid.ts'
import { linesOf } from './pdf-lines.ts'
import type { PdfLine } from './pdf-lines.ts'
import type { PdfPage, PdfRule } from './pdf-page.ts'

/** Rules shorter than this share of the page's width part no rows of its table. */
const ROW_SHARE = 0.4
/** Lines further apart than this many times the usual step begin another row. */
const WIDER_STEP = 1.25
/** Room between words and the sides of their table. */
const ROOM = 3

/** Where a table stands on its page. */
interface Extent {
  left: number
  right: number
  top: number
  bottom: number
}

/**
 * The page as if its tables had been drawn with lines down them just where an officer says that their columns part. Lines along the page that
 * part rows stay; where there are none, rows are parted by how far lines stand apart, or by the marks in the first column. Words across the
 * columns in a row of their own stay whole; text between two tables stays text. Tags, which tell of other columns, are let go.
 */
export function withColumnLines(page: PdfPage, at: readonly number[]): PdfPage {
  const lines = linesOf(page.words, page.number).filter(({ words }) => !words[0]?.turned)
  const along = page.rules.filter(({ x1, x2, y1, y2 }) => Math.abs(y1 - y2) < 1 && x2 - x1 >= ROW_SHARE * page.width)
  const ys = levels(along.map(({ y1 }) => y1))
  const rows = ys.length > 1 ? ys : rowsBetween(lines, at)
  const [top, bottom] = [rows[0], rows.at(-1)]
  if (top === undefined || bottom === undefined || top === bottom) return page
  const extent = { ...sidesOf(lines, along, top, bottom, at), top, bottom }
  const { tags: _, ...plain } = page
  const inner = at.filter((x) => x > extent.left + ROOM && x < extent.right - ROOM)
  const bands = rows.slice(1).flatMap((y, index) => {
    const band: Extent = { ...extent, top: rows[index] ?? y, bottom: y }
    const kind = kindOfBand(band, lines, inner, page)
    return kind === 'text' ? [] : drawn(band, kind === 'whole' ? [] : inner)
  })
  return { ...plain, rules: [...page.rules.filter((rule) => !isWithin(rule, extent)), ...bands] }
}

function drawn({ left, right, top, bottom }: Extent, inner: readonly number[]): PdfRule[] {
  return [
    ...[left, ...inner, right].map((x) => ({ x1: x, y1: top, x2: x, y2: bottom })),
    ...[top, bottom].map((y) => ({ x1: left, y1: y, x2: right, y2: y })),
  ]
}

/** What stands between two lines along the page: a row in columns, a row of one cell, or text between tables. */
function kindOfBand(
  { left, right, top, bottom }: Extent,
  lines: readonly PdfLine[],
  at: readonly number[],
  page: PdfPage,
): 'cut' | 'whole' | 'text' {
  const inside = lines.filter(({ base }) => base > top && base <= bottom)
  if (inside.filter((line) => crosses(line, at)).length <= inside.length / 2) return 'cut'
  const sides = page.rules.filter(({ x1, x2, y1, y2 }) => Math.abs(x1 - x2) < 1 && y1 <= top + ROOM && y2 >= bottom - ROOM)
  const isBoxed = [left, right].every((side) => sides.some(({ x1 }) => Math.abs(x1 - side) <= ROOM))
  return isBoxed || inside.length === 1 ? 'whole' : 'text'
}

/** The outermost of the table's rules and words. */
function sidesOf(lines: readonly PdfLine[], along: readonly PdfRule[], top: number, bottom: number, at: readonly number[]) {
  const inside = lines.filter((line) => line.base > top && line.base < bottom)
  const [first = 0, last = 0] = [at[0], at.at(-1)]
  return {
    left: Math.min(first - ROOM, ...along.map(({ x1 }) => x1), ...inside.map(({ x }) => x - ROOM)),
    right: Math.max(last + ROOM, ...along.map(({ x2 }) => x2), ...inside.map(({ right }) => right + ROOM)),
  }
}

function isWithin({ x1, x2, y1, y2 }: PdfRule, { left, right, top, bottom }: Extent): boolean {
  return x1 >= left - ROOM && x2 <= right + ROOM && y1 >= top - ROOM && y2 <= bottom + ROOM
}

/** Where the rows of a table without lines along it begin, and where it ends: from the first line with words in two columns to the last, and what goes on under it. */
function rowsBetween(lines: readonly PdfLine[], at: readonly number[]): number[] {
  const held = lines.map((line) => columnsHeld(line, at))
  const first = held.findIndex((columns) => columns.size > 1)
  if (first === -1) return []
  const beside = held.findLastIndex((columns) => columns.size > 1)
  const table = lines.slice(first, endOf(lines, held, beside, stepOf(lines.slice(first, beside + 1))))
  // Prose has a word across nearly every line between columns: this is no page with a table.
  if (2 * table.filter((line) => crosses(line, at)).length >= table.length) return []
  const starts = table.filter(
    (line, index) => index === 0 || beginsRow(line, table[index - 1]!, held[first + index]!, stepOf(table), hasMarks(table, at)),
  )
  return [...starts.map(({ top }) => top - 1), (table.at(-1)?.bottom ?? 0) + 1]
}

/** One after the last line of a table: under its last line with words in two columns, a cell may go on alone, right of the first column. */
function endOf(lines: readonly PdfLine[], held: readonly ReadonlySet<number>[], last: number, step: number): number {
  let end = last + 1
  while (end < lines.length) {
    const [columns, line, before] = [held[end]!, lines[end]!, lines[end - 1]!]
    if (columns.size !== 1 || columns.has(0) || line.base - before.base > WIDER_STEP * step) break
    end += 1
  }
  return end
}

/** Columns in which a line has words; none where a word runs through a column's line, as those of a title do. */
function columnsHeld(line: PdfLine, at: readonly number[]): Set<number> {
  return new Set(crosses(line, at) ? [] : line.words.map((word) => columnOf(word.x + word.width / 2, at)))
}

function crosses({ words }: PdfLine, at: readonly number[]): boolean {
  return words.some((word) => at.some((x) => word.x < x - 1 && word.x + word.width > x + 1))
}

function columnOf(x: number, at: readonly number[]): number {
  return at.filter((one) => one < x).length
}

function beginsRow(line: PdfLine, before: PdfLine, held: ReadonlySet<number>, step: number, marked: boolean): boolean {
  return marked ? held.has(0) : line.base - before.base > WIDER_STEP * step
}

/** The usual step from line to line. */
function stepOf(lines: readonly PdfLine[]): number {
  const steps = lines.slice(1).flatMap((line, index) => {
    const step = line.base - (lines[index]?.base ?? 0)
    return step > 0.5 * line.size ? [step] : []
  })
  return steps.toSorted((a, b) => a - b)[Math.floor(steps.length / 2)] ?? 12
}

/** Whether the first column holds nothing but short marks, one for each row. */
function hasMarks(lines: readonly PdfLine[], at: readonly number[]): boolean {
  const firsts = lines
    .map(({ words }) => words.filter((word) => columnOf(word.x + word.width / 2, at) === 0))
    .filter((words) => words.length > 0)
  return firsts.length > 1 && firsts.every((words) => words.length === 1 && (words[0]?.text.length ?? 0) <= 12)
}
