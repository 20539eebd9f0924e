import { blocksOf, putBack } from './text-lost-tabs.ts'

/** What stands between two line ends that part rows: its lines, those after a blank line or a lone tab among them. */
interface Chunk {
  text: string
  tabs: number
}

const LONGEST_ROW = 60
const NUMBERED = /^\W?(?:\p{L}{0,4}[ /-]?\d{1,3}(?:\.\d{1,3})*|[a-z])[.)]?[\t ]/u
const LONGEST_HEADING = 70

/**
 * Text copied from a page on the web, where a cell of paragraphs stands on lines of its own between blank lines: each row on one line, U+2028 for
 * the breaks within its cells. A row is whole when it has as many tabs as the heading; a tab that was lost between two such cells is put back
 * between their paragraphs. Any other text as it is.
 */
export function withWholeRows(text: string): string {
  if (!/\t\n|\n *\n/.test(text) || !text.includes('\t') || /(?:^|[\t\n])"/.test(text)) return text
  const lines = withLabelsJoined(text.split('\n'))
  const out: string[] = []
  let at = 0
  while (at < lines.length) {
    const tabs = headingTabs(lines, at)
    const table = tabs > 0 ? pastedTable(lines, at + 1, tabs) : null
    out.push(lines[at++] ?? '')
    if (!table) continue
    out.push(...table.rows, '')
    at = table.end
  }
  return out.join('\n')
}

/** The tabs of a heading: three short cells or more, over a line that has fewer tabs and begins a row. */
function headingTabs(lines: readonly string[], at: number): number {
  const cells = (lines[at] ?? '').split('\t')
  if (cells.length < 3 || cells.some((cell) => cell.length > LONGEST_HEADING) || cells.filter((cell) => cell.trim() === '').length > 1)
    return 0
  return (lines[at + 1] ?? '').trim() === '' ? 0 : cells.length - 1
}

function pastedTable(lines: readonly string[], from: number, tabs: number): { rows: string[]; end: number } | null {
  const rows: string[] = []
  const merged: { at: number; cells: string[] }[] = []
  let end = from
  let opened = 0
  while (end < lines.length) {
    const last = rows.at(-1)
    if (last !== undefined && goesOnAbove(lines, end)) {
      rows[rows.length - 1] = `${last}\n${lines[end++] ?? ''}`
      continue
    }
    const next = isBlank(lines[end] ?? '') ? null : rowAt(lines, end, tabs)
    if (!next) break
    if (tabsOf(lines[end] ?? '') < tabs || /^.*\t\n/.test(next.text)) opened++
    if (next.tabs < tabs) merged.push({ at: rows.length, cells: next.text.split('\t') })
    rows.push(next.text)
    end = next.end
  }
  if (opened === 0 || rows.length < 2) return null
  const whole = rows.map((row) => row.split('\t')).filter((cells) => cells.length === tabs + 1)
  const put = putBack(
    merged.map(({ cells }) => cells),
    whole,
    tabs + 1,
  )
  merged.forEach(({ at }, index) => (rows[at] = (put[index] ?? []).join('\t')))
  return { rows: rows.map(onOneLine), end }
}

/** A line without tabs over one that begins with a number says more of the row above. */
function goesOnAbove(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? ''
  if (line.trim() === '' || line.includes('\t')) return false
  const next = lines.slice(at + 1, at + 8).find((one) => one.trim() === '' || one.includes('\t')) ?? ''
  return NUMBERED.test(next) && !NUMBERED.test(line)
}

/** `Label`, a tab and nothing more, over its words: a form copied from a page on the web. */
function withLabelsJoined(lines: readonly string[]): string[] {
  const isLabel = (line: string | undefined) => line !== undefined && /^[^\t]{1,60}\t$/.test(line)
  if (lines.filter(isLabel).length < 3) return [...lines]
  const out: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const words = isLabel(line) ? wordsUnder(lines, at + 1) : []
    out.push(words.length > 0 ? line + words.filter((one) => one.trim() !== '').join('\u2028') : line)
    at += words.length
  }
  return out
}

/** The lines under a label up to the next; where none follows, those up to a blank line. */
function wordsUnder(lines: readonly string[], from: number): string[] {
  const under = lines.slice(from, from + LONGEST_ROW)
  const start = under.findIndex((line) => line.trim() !== '')
  const end = under.findIndex((line) => line.includes('\t'))
  if (start !== 0 || end === 0) return []
  if (end > 0 && under[end - 1]?.trim() !== '') return under.slice(0, end)
  const blank = under.findIndex((line, at) => at > start && line.trim() === '')
  return under.slice(0, blank < 0 ? (end < 0 ? under.length : end) : blank)
}

const onOneLine = (row: string) =>
  row
    .split('\t')
    .map((cell) => cell.trim().replaceAll(/\s*\n\s*/g, '\u2028'))
    .join('\t')

/** The row that begins at a line: the chunk there, or as many chunks as together have the heading's tabs. Null where no row does. */
function rowAt(lines: readonly string[], from: number, tabs: number): (Chunk & { end: number }) | null {
  const first = chunkAt(lines, from, tabs)
  if (first.tabs === tabs) return first
  if (first.tabs > tabs) return null
  let row = first
  const numbered = NUMBERED.test(first.text)
  while (row.tabs < tabs && row.end < lines.length && row.end - from < LONGEST_ROW && lines[row.end] !== '') {
    if (numbered && NUMBERED.test(lines[row.end] ?? '') && (lines[row.end] ?? '').includes('\t')) break
    const more = chunkAt(lines, row.end, tabs - row.tabs)
    row = { text: `${row.text}\n${more.text}`, tabs: row.tabs + more.tabs, end: more.end }
  }
  const blocks = Math.max(...first.text.split('\t').map((cell) => blocksOf(cell).length))
  const enough = first.tabs > 0 && blocks > 1 && first.tabs + blocks > tabs
  return row.tabs === tabs && !(enough && (lines[first.end] ?? '').includes('\t')) ? row : enough ? first : null
}

/** Lines from here: a blank line or a line that ends with a tab goes on, any other line's end ends it. After the last tab nothing follows a blank line. */
function chunkAt(lines: readonly string[], from: number, tabs: number): Chunk & { end: number } {
  let end = from
  let count = 0
  let closed = from
  let last = 0
  for (; end < lines.length && end - from < LONGEST_ROW; end++) {
    const line = lines[end] ?? ''
    count += tabsOf(line)
    if (end === from || (count <= tabs && (line.includes('\t') || lines[end - 1]?.endsWith('\t')))) {
      closed = end + 1
      last = count
    }
    if (count > tabs || !goesOn(lines, end, count === tabs)) break
  }
  const isOver = end + 1 >= lines.length || count > tabs || (last >= tabs && !followedByRow(lines, end + 1))
  const to = isOver ? closed : end + 1
  return { text: lines.slice(from, to).join('\n'), tabs: last, end: to }
}

function goesOn(lines: readonly string[], at: number, whole: boolean): boolean {
  const line = lines[at] ?? ''
  const next = lines[at + 1] ?? 'x'
  if (line.endsWith('\t')) return !whole || (!next.includes('\t') && next.trim() !== '' && !NUMBERED.test(next))
  return isBlank(line) || isBlank(next)
}

const tabsOf = (line: string) => line.split('\t').length - 1

const isBlank = (line: string) => /^ *$/.test(line)

const followedByRow = (lines: readonly string[], at: number) => lines.slice(at, at + 4).some((line) => line.includes('\t'))
