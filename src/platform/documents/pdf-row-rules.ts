import type { Column, Segment } from './pdf-columns.ts'
import { columnsAmong, partedAt, segmentsInRow, touched } from './pdf-columns.ts'
import { levels } from './pdf-grid.ts'
import { isLarger, levelOf } from './pdf-lines.ts'
import type { PdfLine } from './pdf-lines.ts'
import type { PdfRule } from './pdf-page.ts'

/** Lines across a page between which the rows of a table stand. */
export interface RowRules {
  x1: number
  x2: number
  ys: number[]
  /** All that are drawn, those too that part the rows of some columns only. */
  rules: PdfRule[]
}

/** Lines shorter than this part no rows, or only those of some columns where they are longer than the next. */
const SHORTEST = 90
const SHORTEST_INSIDE = 20
/** Lines whose ends are this near to those of another are as long. */
const SAME_END = 8
/** Lines of words no further apart than this many times their size stand close together. */
const CLOSE = 1.9

/** Lines of one length under one another, at least two: the rows of a table whose columns no line parts. */
export function rowRulesOf(rules: readonly PdfRule[]): RowRules[] {
  const groups: RowRules[] = []
  for (const rule of rules.toSorted((a, b) => a.y1 - b.y1)) {
    if (rule.x2 - rule.x1 < SHORTEST) continue
    const group = groups.find((one) => Math.abs(one.x1 - rule.x1) < SAME_END && Math.abs(one.x2 - rule.x2) < SAME_END)
    if (group) group.ys.push(rule.y1)
    else groups.push({ x1: rule.x1, x2: rule.x2, ys: [rule.y1], rules: [] })
  }
  const whole = groups.filter((group) => !groups.some((other) => other !== group && reachesOver(other, group)))
  return whole.map((group) => withShortRules(group, rules)).filter(({ ys }) => ys.length >= 2)
}

/** Whether one group's lines are longer and stand above and below those of another, which then part only some of its columns. */
function reachesOver(one: RowRules, other: RowRules): boolean {
  const longer = one.x1 <= other.x1 + SAME_END && one.x2 >= other.x2 - SAME_END && one.x2 - one.x1 > other.x2 - other.x1 + SAME_END
  return longer && (one.ys[0] ?? 0) < (other.ys[0] ?? 0) && (one.ys.at(-1) ?? 0) > (other.ys.at(-1) ?? 0)
}

function withShortRules(group: RowRules, rules: readonly PdfRule[]): RowRules {
  const [top, bottom] = [group.ys[0] ?? 0, group.ys.at(-1) ?? 0]
  const inside = rules.filter(
    (rule) =>
      rule.x1 > group.x1 - SAME_END &&
      rule.x2 < group.x2 + SAME_END &&
      rule.y1 > top - 1 &&
      rule.y1 < bottom + 1 &&
      rule.x2 - rule.x1 > SHORTEST_INSIDE,
  )
  return { ...group, ys: levels([...group.ys, ...inside.map((rule) => rule.y1)]), rules: inside }
}

/** Lines of words between row rules that stand in the same columns, with the levels of the rules among them. */
export interface RuledRows {
  lines: PdfLine[]
  columns: Column[]
  ys: number[]
  rules: PdfRule[]
}

interface Band {
  lines: PdfLine[]
  top: number
  bottom: number
  /** It stands above the first rule. */
  headings?: true
}

/**
 * The tables between row rules: one ends where nothing stands between two rules, where text of another kind does, or where words stand in
 * other columns. Heading rows above the first rule and a last row under the last belong to them.
 */
export function tablesBetween(rules: RowRules, lines: readonly PdfLine[]): RuledRows[] {
  const within = lines.filter((line) => line.x > rules.x1 - 6 && line.right < rules.x2 + 6 && !line.words[0]?.turned)
  const bands = withHeadings(bandsOf(rules.ys, within), within)
  const tables: Band[][] = [[]]
  bands.forEach((band, at) => {
    const table = tables.at(-1)!
    if (isEmptyRow(table, band, bands.slice(at + 1, at + 4))) table.push(band)
    else if (band.lines.length === 0 || isText(band, bands)) tables.push([])
    else if (table.length > 0 && beginsAnother(table, bands.slice(at, at + 3))) tables.push([band])
    else table.push(band)
  })
  const inside = new Set(tables.flatMap((table) => table.flatMap((band) => band.lines)))
  const beside = within.filter((line) => !inside.has(line))
  return tables.filter((table) => table.length > 0).flatMap((table) => rowsOf(table, beside, rules.rules))
}

/** Whether a table goes on under a row without words: what follows is no heading, and stands in its columns. */
function isEmptyRow(table: readonly Band[], band: Band, next: readonly Band[]): boolean {
  const after = next[0]?.lines ?? []
  return (
    table.length > 1 &&
    band.lines.length === 0 &&
    band.bottom - band.top > (after[0]?.size ?? Infinity) &&
    after.some((line) => !line.bold && segmentsInRow(line).length > 1) &&
    !beginsAnother(table, next)
  )
}

function bandsOf(ys: readonly number[], lines: readonly PdfLine[]): Band[] {
  return ys.slice(1).map((bottom, at) => {
    const top = ys[at] ?? 0
    return { top, bottom, lines: lines.filter((line) => levelOf(line) > top && levelOf(line) < bottom) }
  })
}

/**
 * The bands with the one above their first rule, where headings stand in it: a line of words in at least three places, none of which is in two
 * of the columns under it, close over the rule. It tells of columns too that have no words on this page.
 */
function withHeadings(bands: Band[], lines: readonly PdfLine[]): Band[] {
  const top = bands[0]?.top ?? 0
  const end = bands.findIndex((band) => band.lines.length === 0 || isText(band, bands))
  const columns = columnsIn(bands.slice(0, end === -1 ? bands.length : end))
  const headings: PdfLine[] = []
  let widest = 0
  let level = top
  for (const line of lines.filter((one) => levelOf(one) < top).toReversed()) {
    const parted = partedAt(line, columns)
    const segments = segmentsInRow(parted)
    if (level - line.base > CLOSE * line.size || segments.some((segment) => touched(columns, segment).length > 1)) break
    headings.unshift(parted)
    widest = Math.max(widest, segments.length)
    level = line.base
  }
  while ((headings[0] ? segmentsInRow(headings[0]).length : 0) < Math.min(2, widest)) headings.shift()
  const first = headings[0]
  if (!first || widest < 3) return bands
  return [{ top: first.top - 1, bottom: top, lines: headings, headings: true }, ...bands]
}

/** Whether what stands between two rules is a heading or a paragraph between two tables: further left, larger, or further down than words in cells. */
function isText(band: Band, bands: readonly Band[]): boolean {
  if (band.lines.some((line) => segmentsInRow(line).length > 1)) return false
  const others = bands.filter((other) => other.lines.some((line) => segmentsInRow(line).length > 1))
  const left = Math.min(...others.flatMap((other) => other.lines.map((line) => line.x)))
  const drop = Math.max(...others.map((other) => Math.min(...other.lines.map((line) => line.base)) - other.top))
  const size = Math.max(...others.flatMap((other) => other.lines.map((line) => line.size)))
  return (
    band.lines.some((line) => line.x < left - 2 || isLarger(line, size)) ||
    Math.min(...band.lines.map((line) => line.base)) - band.top > drop + 0.8 * size
  )
}

function beginsAnother(table: readonly Band[], next: readonly Band[]): boolean {
  const [here] = next
  const own = columnsIn(table)
  const segments = (here?.lines ?? []).flatMap((line) => segmentsInRow(line))
  if (!here || segments.length < 2) return false
  const fits = segments.every((segment) => touched(own, segment).length < 2)
  const both = columnsIn([...table, here])
  if (fits && both.length === own.length) return false
  const after = columnsIn(next)
  return !fits ? both.length < Math.max(own.length, after.length) : table.length > 1 && both.length > own.length + 1
}

function columnsIn(bands: readonly Band[]): Column[] {
  const segmentsIn = (some: readonly Band[]): Segment[][] => some.flatMap((band) => band.lines.map((line) => segmentsInRow(line)))
  const columns = columnsAmong(segmentsIn(bands.filter((band) => !band.headings)), bands.at(-1)?.lines[0]?.size ?? 10)
  const headings = segmentsIn(bands.filter((band) => band.headings)).flat()
  return headings.reduce(withHeading, columns)
}

/** The columns with one as wide as a heading over it; headings may come nearer to each other than words in rows do. */
function withHeading(columns: readonly Column[], heading: Column): Column[] {
  const [own] = touched(columns, heading)
  if (own === undefined) return [...columns, { x: heading.x, right: heading.right }].toSorted((a, b) => a.x - b.x)
  const { x, right } = columns[own]!
  return columns.with(own, { x: Math.min(x, heading.x), right: Math.max(right, heading.right) })
}

function rowsOf(table: readonly Band[], lines: readonly PdfLine[], rules: readonly PdfRule[]): RuledRows[] {
  const columns = columnsIn(table)
  if (columns.length < 2) return []
  const [top, bottom] = [table[0]!.top, table.at(-1)!.bottom]
  const above = besideIn(lines.filter((line) => levelOf(line) < top).toReversed(), columns, top)
  const below = besideIn(
    lines.filter((line) => levelOf(line) > bottom),
    columns,
    bottom,
  )
  return [
    {
      columns,
      lines: [...above.toReversed(), ...table.flatMap((band) => band.lines), ...below].map((line) => partedAt(line, columns)),
      ys: [top, ...table.map((band) => band.bottom)],
      rules: rules.filter((rule) => rule.y1 > top - 2 && rule.y1 < bottom + 2),
    },
  ]
}

/** Lines close to the table, one after another, with words in at least two of its columns. */
function besideIn(lines: readonly PdfLine[], columns: readonly Column[], from: number): PdfLine[] {
  const taken: PdfLine[] = []
  let level = from
  for (const line of lines) {
    const segments = segmentsInRow(line)
    const fits = segments.every((segment) => touched(columns, segment).length === 1)
    if (Math.abs(line.base - level) > CLOSE * line.size || !fits || (segments.length < 2 && taken.length === 0)) break
    taken.push(line)
    level = line.base
  }
  return taken.some((line) => segmentsInRow(line).length > 1) ? taken : []
}
