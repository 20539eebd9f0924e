import { gapBetween } from './pdf-lines.ts'
import type { PdfLine } from './pdf-lines.ts'
import { isBullet, isMarker } from './pdf-marks.ts'
import type { PdfWord } from './pdf-page.ts'

/** Words of a line that stand together, parted from others by more than a space. */
export interface Segment {
  x: number
  right: number
  words: PdfWord[]
}

/** What a column's words cover, from their left to their right. */
export interface Column {
  x: number
  right: number
}

/** Words further apart than this many times their size may stand in two columns. */
const PARTED = 0.8
/** Where lines part the rows of a table, words this far apart may. */
const PARTED_IN_ROWS = 0.6
/** Columns that come nearer to each other than this many times the size of their words are none. */
const LEAST_GUTTER = 0.55
/** Hardly any space between two words of one column is wider than this many times their size. */
const SPACE = 0.36
/** Words that begin this near to where a column does begin there. */
const ALIGNED = 1
/** No table has more rows than this that reach across its columns on one page. */
const MOST_LEFT_OUT = 60

/** The segments of a line; the mark of an item belongs to the words after it. */
export const segmentsOf = remembered(PARTED)

/** The segments of a line that drawn lines keep to its row of a table: they may stand nearer to each other. */
export const segmentsInRow = remembered(PARTED_IN_ROWS)

/** Lines are asked for their segments again and again. */
function remembered(parted: number): (line: PdfLine) => Segment[] {
  const known = new WeakMap<PdfLine, Segment[]>()
  return (line) => {
    const segments = known.get(line) ?? segmentsParted(line, parted)
    known.set(line, segments)
    return segments
  }
}

function segmentsParted(line: PdfLine, parted: number): Segment[] {
  const segments: Segment[] = []
  for (const word of line.words) {
    const last = segments.at(-1)
    const before = last?.words.at(-1)
    const marked = last?.words.length === 1 && before && (isBullet(before.text) || (segments.length > 1 && isMarker(before.text)))
    if (last && (word.parted === undefined ? word.x - last.right < (marked ? 2.6 : parted) * word.size : !word.parted)) {
      last.words.push(word)
      last.right = Math.max(last.right, word.x + word.width)
    } else segments.push({ x: word.x, right: word.x + word.width, words: [word] })
  }
  return segments
}

/** Words that begin where a column does stand in it, however near the words of the column before come: the line with them parted. */
export function partedAt(line: PdfLine, columns: readonly Column[]): PdfLine {
  const crossing = segmentsInRow(line).filter((segment) => touched(columns, segment).length > 1)
  if (crossing.length === 0) return line
  const begins = (word: PdfWord): boolean => columns.some(({ x }) => Math.abs(word.x - x) < ALIGNED)
  const words = crossing.flatMap((segment) =>
    segment.words.filter((word, at) => {
      const before = segment.words[at - 1]
      return before && gapBetween(before, word) > SPACE * word.size && begins(word)
    }),
  )
  const starts = new Set(words)
  return words.length === 0 ? line : { ...line, words: line.words.map((word) => (starts.has(word) ? { ...word, parted: true } : word)) }
}

/** The columns that segments fall into: those that overlap, or come too near to each other, are one. */
function columnsOf(segments: readonly Column[], size: number): Column[] {
  const columns: Column[] = []
  for (const { x, right } of segments.toSorted((a, b) => a.x - b.x)) {
    const last = columns.at(-1)
    if (last && x < last.right + LEAST_GUTTER * size) last.right = Math.max(last.right, right)
    else columns.push({ x, right })
  }
  return columns
}

/**
 * The columns of a table's rows: where hardly any has words. What reaches across, a title or a band, does not count: what stands alone in its
 * row, and then the widest, is left out as long as more columns come to light.
 */
export function columnsAmong(rows: readonly (readonly Column[])[], size: number): Column[] {
  const most = Math.max(0, ...rows.map((row) => row.length))
  const wide = rows
    .flatMap((row) => row.map((segment) => ({ segment, beside: Math.min(row.length, 2) })))
    .toSorted((a, b) => a.beside - b.beside || b.segment.right - b.segment.x - (a.segment.right - a.segment.x))
    .map(({ segment }) => segment)
  let columns = columnsOf(wide, size)
  for (let left = 1; columns.length < most && left <= Math.min(wide.length - 2, 0.3 * wide.length + 4, MOST_LEFT_OUT); left++) {
    const without = columnsOf(wide.slice(left), size)
    if (without.length > columns.length) columns = without
  }
  // What was left out and yet stands in one column tells how wide it is.
  for (const segment of wide)
    if (touched(columns, segment).length === 1 && keepsApart(columns, segment, size)) columns = columnsOf([...columns, segment], size)
  return columns
}

/** Where the columns part: in the middle between them, and just outside of the first and the last. */
export function edgesOf(columns: readonly Column[]): number[] {
  const between = columns.slice(1).map((column, at) => (column.x + (columns[at]?.right ?? column.x)) / 2)
  return [(columns[0]?.x ?? 0) - 3, ...between, (columns.at(-1)?.right ?? 0) + 3]
}

/** The columns that a stretch of a line touches. */
export function touched(columns: readonly Column[], { x, right }: Column): number[] {
  return columns.flatMap((column, at) => (x < column.right - 0.5 && right > column.x + 0.5 ? [at] : []))
}

/** Lines that stand in the same columns. */
export interface ColumnRun {
  lines: PdfLine[]
  columns: Column[]
}

/** More lines in a row than this that run across the columns are no part of their table. */
const MOST_ACROSS = 2
/** Lines further apart than this many times their size, or than this many times the widest step before, belong to different tables. */
const FAR = 3.2
const WIDER = 1.9
/** A step this many times wider than any between the rows of a table may lead out of it. */
const WIDER_THAN_ROWS = 1.15

/** Runs of lines in which words stand in columns, though no line is drawn between them; and what lies between the runs. */
export function columnRuns(lines: readonly PdfLine[]): (ColumnRun | PdfLine[])[] {
  const found: (ColumnRun | PdfLine[])[] = []
  let plain: PdfLine[] = []
  for (let at = 0; at < lines.length;) {
    const run = runFrom(lines, at)
    if (!run) {
      plain.push(lines[at]!)
      at += 1
      continue
    }
    if (plain.length > 0) found.push(plain)
    found.push(run)
    plain = []
    at += run.lines.length
  }
  return plain.length > 0 ? [...found, plain] : found
}

function runFrom(lines: readonly PdfLine[], from: number): ColumnRun | null {
  const first = lines[from]
  if (!first || first.words[0]?.turned || segmentsOf(first).length < 2) return null
  let columns: Column[] = []
  let end = from
  let across = 0
  let alone = 0
  let step = 0
  for (let at = from; at < lines.length && across <= MOST_ACROSS; at++) {
    const line = lines[at]!
    const down = at > from ? line.base - (lines[at - 1]?.base ?? 0) : 0
    if (down > Math.max(FAR * first.size, WIDER * step) || line.page !== first.page || line.size > 1.25 * first.size) break
    const segments = segmentsOf(line)
    if (at > from + 1 && down > WIDER_THAN_ROWS * step && (isTextLeftOf(columns, segments) || isHeadingsOfAnother(lines, at, columns)))
      break
    // Paragraphs one after another, each alone at the left, are the text that follows the table.
    const [only] = segments
    alone = segments.length === 1 && only && only.x < (columns[0]?.right ?? 0) ? (down > 1.4 * line.size ? alone + 1 : alone) : 0
    if (alone > 1) return closedRun(lines.slice(from, end), columns)
    if (segments.every((segment) => touched(columns, segment).length < 2 && keepsApart(columns, segment, line.size))) {
      const more = columnsOf([...columns, ...segments], line.size)
      // The headings of another table stand where this one has no columns.
      if (at > from + 1 && more.length > columns.length + (line.bold ? 0 : 1) && segments.length > 2) break
      columns = more
      end = at + 1
      across = 0
      step = Math.max(step, down)
    } else {
      if (segments.length > 2 && at > from && beginsAnother(lines, at, columns.length)) break
      across += 1
    }
  }
  return closedRun(lines.slice(from, end), columns)
}

/** Whether words further left than all of a table's rows stand alone: a heading or a paragraph under it. */
function isTextLeftOf(columns: readonly Column[], segments: readonly Segment[]): boolean {
  return segments.length === 1 && segments[0]!.x < (columns[0]?.x ?? 0) - 2
}

/** Whether a bold line among others, with words where no column begins or ends, is over rows of its own. */
function isHeadingsOfAnother(lines: readonly PdfLine[], at: number, columns: readonly Column[]): boolean {
  const [line, before, after] = [lines[at]!, lines[at - 1], lines[at + 1]]
  const segments = segmentsOf(line)
  const stands = ({ x, right }: Column): boolean =>
    columns.some((column) => Math.abs(column.x - x) < 1.5 || Math.abs(column.right - right) < 1.5)
  return (
    line.bold &&
    segments.length > 1 &&
    before?.bold === false &&
    after?.bold === false &&
    segmentsOf(after).length > 1 &&
    !segments.every(stands)
  )
}

/** Whether a line that does not fit begins a table of its own. */
function beginsAnother(lines: readonly PdfLine[], at: number, columns: number): boolean {
  const segments = lines.slice(at, at + 6).map(segmentsOf)
  const widest = Math.max(...segments.map((one) => one.length))
  return widest > columns || columnsOf(segments.slice(0, 3).flat(), lines[at]!.size).length >= columns
}

/** A run without the lines at its end that stand alone at its left, if that leaves a table. */
function closedRun(lines: PdfLine[], columns: Column[]): ColumnRun | null {
  while (lines.length > 1) {
    const [last, before] = [lines.at(-1)!, lines.at(-2)!]
    const [only, ...more] = segmentsOf(last)
    if (!only || more.length > 0 || only.x > (columns[0]?.right ?? 0) || last.base - before.base < 1.4 * last.size) break
    lines.pop()
  }
  const run = {
    lines,
    columns: columnsOf(
      lines.flatMap((line) => fitting(segmentsOf(line), columns)),
      lines[0]?.size ?? 10,
    ),
  }
  return isTable(run) ? run : null
}

function fitting(segments: readonly Segment[], columns: readonly Column[]): Segment[] {
  return segments.filter((segment) => touched(columns, segment).length < 2)
}

/** Whether a segment would leave a gutter on both its sides. */
function keepsApart(columns: readonly Column[], segment: Column, size: number): boolean {
  const [own] = touched(columns, segment)
  const joined =
    own === undefined ? segment : { x: Math.min(segment.x, columns[own]!.x), right: Math.max(segment.right, columns[own]!.right) }
  return columns.every(
    (column, at) => at === own || joined.x >= column.right + LEAST_GUTTER * size || joined.right <= column.x - LEAST_GUTTER * size,
  )
}

/** Three columns are a table; two are one where several lines have words in both, and the first is not the marks of a list. */
function isTable({ lines, columns }: ColumnRun): boolean {
  if (columns.length < 2) return false
  const filled = lines.map(segmentsOf)
  const beside = filled.filter((segments) => segments.length >= 2)
  if (columns.length > 2) return lines.length > 1 && beside.length > 1
  const firsts = filled.flatMap((segments) => segments.filter((segment) => touched(columns, segment)[0] === 0))
  const marks = firsts.filter(({ words }) => words.length === 1 && (isMarker(words[0]?.text ?? '') || isBullet(words[0]?.text ?? '')))
  return beside.length >= 3 && marks.length < 0.6 * firsts.length
}
