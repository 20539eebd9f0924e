import { cutAtStatus, groupsOf, isFinished, joinCut, wordsOf } from './cell-lines.ts'
import { gradeOf } from './grades.ts'
import type { ReadScale } from './reading.ts'
import type { Piece } from './row-record.ts'

/** What an owner said and the assessment beside it; `level` is the line at which the assessment stands. */
export interface Statement {
  lines: string[]
  assessment: string
  level?: number
}

interface Entry {
  text: string
  level: number
}

interface Segment {
  lines: string[]
  level: number
}

/** More grades than this in one cell are noise, not assessments. */
const MOST = 40

/** Widths, in characters, that a column of evidence and a column of grades may have had. */
const WIDTHS = Array.from({ length: 46 }, (_, at) => 10 + 2 * at)
const GRADE_WIDTHS = [8, 10, 12, 14, 17, 20, 30, 60]

/**
 * Sets the statements of a cell against the grades beside them. One grade (or none) is for the whole cell; several belong each to the
 * statement at its level, whatever the width of the column was. A statement that no grade stands beside has none.
 */
export function statementsOf(evidence: Piece | undefined, grades: Piece | undefined, scale?: ReadScale): Statement[] {
  const cuts = Math.max(evidence?.cuts.length ?? 0, grades?.cuts.length ?? 0)
  const entries = Array.from({ length: cuts }, (_, at) => entriesOf(grades?.cuts[at] ?? [], scale))
  const count = entries.flat().length
  if (count < 2 || count > MOST) return [{ lines: evidence?.lines ?? [], assessment: wordsOf(grades?.lines ?? []) }]
  const statements: Statement[] = []
  entries.forEach((here, at) => {
    let lines = evidence?.cuts[at] ?? []
    const last = statements.at(-1)
    if (last && here.length === 0) {
      last.lines = joinCut(last.lines, lines)
      return
    }
    if (last) lines = handBack(last, lines)
    statements.push(...aligned(lines, here, grades?.cuts[at] ?? []))
  })
  // Levels count from the top of their own piece: across pieces they tell nothing.
  if (cuts > 1) for (const statement of statements) delete statement.level
  return statements
}

/** The rest of a sentence that the page cut belongs to the statement above the cut. */
function handBack(last: Statement, lines: readonly string[]): string[] {
  const at = lines.findIndex((line) => line.trim() !== '')
  const first = lines[at] ?? ''
  const before = last.lines.findLast((line) => line.trim() !== '') ?? ''
  if (!/^[a-z]/.test(first) || isFinished(before)) return [...lines]
  const cut = cutAtStatus(first)
  last.lines = joinCut(last.lines, [cut?.[0] ?? first])
  return cut ? [cut[1], ...lines.slice(at + 1)] : lines.slice(at + 1)
}

/** The grades of a cell one under another: a line that begins with one begins an entry, the others explain the one above. */
function entriesOf(lines: readonly string[], scale?: ReadScale): Entry[] {
  const entries: Entry[] = []
  lines.forEach((line, level) => {
    if (line.trim() === '') return
    const last = entries.at(-1)
    const begins =
      (gradeOf(line, scale).grade !== null || /^\(?[1-9](?!\d|[.,]\d)/.test(line.trim())) &&
      (line.length <= 80 || (lines[level - 1] ?? '').trim() === '')
    if (begins || !last) entries.push({ text: line.trim(), level })
    else last.text = `${last.text}\n${line.trim()}`
  })
  return entries
}

function aligned(lines: readonly string[], entries: readonly Entry[], gradeLines: readonly string[]): Statement[] {
  const groups: Segment[] = groupsOf(lines)
  const single: Segment[] = groups.length >= entries.length ? groups : paragraphGroups(lines)
  const joins = single !== groups && levelsMatter(entries)
  if (single.length <= entries.length) {
    return entries.map((entry, at) => ({ lines: single[at]?.lines ?? [], assessment: entry.text, level: entry.level }))
  }
  const at = bestFit(single, entries, lines, gradeLines)
  const statements: Statement[] = []
  single.forEach((segment, index) => {
    const entry = entries[at.indexOf(index)]
    const last = statements.at(-1)
    if (entry === undefined && joins && last) last.lines = [...last.lines, ...segment.lines]
    else
      statements.push(
        entry === undefined
          ? { lines: segment.lines, assessment: '' }
          : { lines: segment.lines, assessment: entry.text, level: entry.level },
      )
  })
  return statements
}

/** Each paragraph with the list items under it. */
function paragraphGroups(lines: readonly string[]): { lines: string[]; level: number }[] {
  const groups: { lines: string[]; level: number }[] = []
  lines.forEach((line, level) => {
    if (line.trim() === '') return
    const last = groups.at(-1)
    if (last && /^\s*(?:- |\d{1,2}[.)] )/.test(line) && !/^\s*- /.test(last.lines[0] ?? '')) last.lines.push(line)
    else groups.push({ lines: [line], level })
  })
  return groups
}

/** Which segment each entry stands beside: the widths of columns that make the levels agree best tell how the lines wrapped. */
function bestFit(
  segments: readonly Segment[],
  entries: readonly Entry[],
  lines: readonly string[],
  gradeLines: readonly string[],
): number[] {
  const inOrder = entries.map((_, at) => at)
  if (!levelsMatter(entries) || segments.length > MOST) return inOrder
  const levels = WIDTHS.map((width) => wrappedLevels(lines, segments, width))
  let best: { cost: number; at: number[] } = { cost: Infinity, at: inOrder }
  for (const gradeWidth of GRADE_WIDTHS) {
    const wanted = wrappedLevels(gradeLines, entries, gradeWidth)
    for (const here of levels) {
      const fit = assign(here, wanted)
      if (fit.cost < best.cost) best = fit
    }
  }
  return best.at
}

/** Whether the grades stand apart, so that where each stands tells something. */
function levelsMatter(entries: readonly Entry[]): boolean {
  return entries.some((entry, at) => entry.level > at)
}

/** At which line of a column of this width each of some lines comes to stand. */
function wrappedLevels(lines: readonly string[], marks: readonly { level: number }[], width: number): number[] {
  let height = 0
  const heights = lines.map((line) => {
    const before = height
    height += Math.max(1, Math.ceil(line.length / width))
    return before
  })
  return marks.map((mark) => heights[mark.level] ?? height)
}

/** The cheapest way to give each entry a segment, in order, none twice. */
function assign(levels: readonly number[], wanted: readonly number[]): { cost: number; at: number[] } {
  let costs: { cost: number; at: number[] }[] = levels.map(() => ({ cost: 0, at: [] }))
  wanted.forEach((level, entry) => {
    let before: { cost: number; at: number[] } = entry === 0 ? { cost: 0, at: [] } : { cost: Infinity, at: [] }
    costs = levels.map((here, index) => {
      const previous = costs[index - 1]
      if (entry > 0 && previous && previous.cost < before.cost) before = previous
      const possible = entry === 0 || index >= entry
      return { cost: possible ? before.cost + Math.abs(here - level) : Infinity, at: [...before.at, index] }
    })
  })
  return costs.reduce((best, one) => (one.cost < best.cost ? one : best), { cost: Infinity, at: [] })
}
