import type { Column } from './pdf-columns.ts'
import { levels } from './pdf-grid.ts'
import { gapBetween, isLarger, middleOf } from './pdf-lines.ts'
import type { PdfLine } from './pdf-lines.ts'
import { pitchOf } from './pdf-paragraphs.ts'
import type { PdfPage, PdfRule, PdfWord } from './pdf-page.ts'
import type { RuledRows } from './pdf-row-rules.ts'
import { groupsOfRules } from './pdf-rules.ts'
import type { ColumnLines } from './source-document.ts'

/** What stands on a page whose columns a person drew: text above, the table, and text below. */
export interface DrawnPage {
  above: PdfLine[]
  table: (Omit<RuledRows, 'ys'> & { ys: number[] | null; xs: number[] }) | null
  below: PdfLine[]
}

/** A space narrower than this many times the size of the letters parts words and not columns. */
const SPACE = 0.5

/** Where a person drew the columns of a page, from left to right; null where nobody did. */
export function linesDrawnOn(page: number, drawn: readonly ColumnLines[] = []): number[] | null {
  const at = drawn.findLast(({ from, to }) => page >= from && page <= to)?.at.filter(Number.isFinite) ?? []
  return at.length === 0 ? null : levels(at, 1)
}

/** Cuts a page into the columns that a person drew: its table reaches from the first line with words in two of them to the last. */
export function drawnPage(page: PdfPage, lines: readonly PdfLine[], at: readonly number[]): DrawnPage {
  const all = [0, ...at.filter((edge) => edge > 1 && edge < page.width - 1), page.width]
  const size = lines.map((line) => line.size).toSorted((a, b) => a - b)[Math.floor(lines.length / 2)] ?? 10
  const inset = insetOf(lines, all)
  const parted = lines.map((line) => (isLarger(line, size) ? null : partedLine(line, all, inset)))
  const beside = parted.map((line) => line !== null && line.words.filter((word) => word.parted).length > 1)
  const first = beside.indexOf(true)
  if (first === -1) return { above: [...lines], table: null, below: [] }
  const last = lastLine(lines, parted, beside.lastIndexOf(true))
  const inside = lines.slice(first, last + 1).map((line, index) => parted[first + index] ?? line)
  const edges = withoutMargins(all, inside)
  const columns = columnsBetween(edges, inside)
  const rules = groupsOfRules(page.rules, page.words).flatMap((group) => group.along)
  const ys = rowLevels(rules, page, inside)
  return { above: lines.slice(0, first), table: { lines: inside, columns, ys, rules, xs: edges }, below: lines.slice(last + 1) }
}

/** How far from the edge of their column words begin: what most do that stand well apart from the word before. */
function insetOf(lines: readonly PdfLine[], edges: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const line of lines)
    line.words.forEach((word, index) => {
      const before = line.words[index - 1]
      const edge = edges.findLast((one) => middleOf(word) >= one) ?? 0
      if (!before || gapBetween(before, word) < word.size || middleOf(before) >= edge) return
      const inset = Math.round(word.x - edge)
      counts.set(inset, (counts.get(inset) ?? 0) + 1)
    })
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 5
}

/** The line with the first word of each column marked; null where its words run on across a column's edge as text does. */
function partedLine(line: PdfLine, edges: readonly number[], inset: number): PdfLine | null {
  let before = -1
  const words = line.words.map((word, index) => {
    const column = edges.findLastIndex((edge) => middleOf(word) >= edge)
    const parted = column !== before
    before = column
    const last = line.words[index - 1]
    const near = parted && last !== undefined && gapBetween(last, word) < SPACE * word.size
    return { word: { ...word, parted }, near, runsOn: near && Math.abs(word.x - (edges[column] ?? 0) - inset) > 1.3 }
  })
  const crossing = words.some(({ runsOn }) => runsOn)
  // A heading over two columns crosses their edge and yet stands beside others.
  if (crossing && words.filter(({ word, near }) => word.parted && !near).length < 3) return null
  return { ...line, words: words.map(({ word, runsOn }) => (runsOn ? { ...word, parted: false } : word)) }
}

/** The table's last line: what goes on close under it in one column belongs to its last row. */
function lastLine(lines: readonly PdfLine[], parted: readonly (PdfLine | null)[], from: number): number {
  const pitch = pitchOf(lines)
  let last = from
  while (parted[last + 1] && (lines[last + 1]?.base ?? Infinity) - (lines[last]?.base ?? 0) < 1.3 * pitch) last += 1
  return last
}

/** The outermost lines may be the sides of the table: what lies beyond them is no column. */
function withoutMargins(edges: readonly number[], lines: readonly PdfLine[]): number[] {
  const isUsed = (from: number, to: number): boolean => wordsBetween(from, to, lines).length > 0
  const kept = [...edges]
  while (kept.length > 2 && !isUsed(kept[0]!, kept[1]!)) kept.shift()
  while (kept.length > 2 && !isUsed(kept.at(-2)!, kept.at(-1)!)) kept.pop()
  return kept
}

function wordsBetween(from: number, to: number, lines: readonly PdfLine[]): PdfWord[] {
  return lines.flatMap((line) => line.words.filter((word) => middleOf(word) >= from && middleOf(word) < to))
}

function columnsBetween(edges: readonly number[], lines: readonly PdfLine[]): Column[] {
  return edges.slice(0, -1).map((edge, at) => {
    const end = edges[at + 1] ?? edge
    const words = wordsBetween(edge, end, lines)
    return {
      x: Math.max(edge, Math.min(end - 1, ...words.map((word) => word.x))),
      right: Math.min(end, Math.max(edge + 1, ...words.map((word) => word.x + word.width))),
    }
  })
}

/** Where drawn lines part the rows, at least three of them; else null. */
function rowLevels(rules: readonly PdfRule[], page: PdfPage, lines: readonly PdfLine[]): number[] | null {
  const [top, bottom] = [lines[0]!.top - lines[0]!.size, lines.at(-1)!.bottom + lines[0]!.size]
  const ys = levels(
    rules.filter((rule) => rule.x2 - rule.x1 > 0.3 * page.width && rule.y1 > top && rule.y1 < bottom).map((rule) => rule.y1),
  )
  return ys.length > 2 ? ys : null
}
