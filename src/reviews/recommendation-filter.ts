import { MEANINGS, type Meaning } from '../scales/scale.ts'
import { latenessOf, type RecommendationLine } from './recommendation-line.ts'

export const SORTS = ['paper', 'due', 'late', 'grade', 'changes', 'findings'] as const
export type Sort = (typeof SORTS)[number]

export const SORT_WORDS: Record<Sort, string> = {
  paper: 'As in the paper',
  due: 'Date promised, soonest first',
  late: 'Longest late first',
  grade: 'Worst grade first',
  changes: 'Most often moved first',
  findings: 'Most findings first',
}

/** What a list of recommendations is narrowed to; kept in the address, so that it can be sent to somebody. */
export interface RecommendationFilter {
  words: string
  owner: string
  /** A code of the scale, or `none`. */
  grade: string
  theme: string
  late: boolean
  findings: boolean
  open: boolean
  sort: Sort
}

/** Reads the filter out of an address's query; what it does not know is left out, never a fault. */
export function readFilter(query: unknown): RecommendationFilter {
  const sent = (typeof query === 'object' && query !== null ? query : {}) as Record<string, unknown>
  const word = (name: string) => [sent[name] ?? ''].flat().map(String)[0]!.slice(0, 200).trim()
  const sort = SORTS.find((one) => one === word('sort')) ?? 'paper'
  const [late, findings, open] = [word('late') !== '', word('findings') !== '', word('open') !== '']
  return { words: word('words'), owner: word('owner'), grade: word('grade'), theme: word('theme'), late, findings, open, sort }
}

/** The filter as an address says it again. */
export function queryOf({ late, findings, open, sort, ...words }: RecommendationFilter): Record<string, string> {
  const yes = (on: boolean) => (on ? 'yes' : '')
  return { ...words, late: yes(late), findings: yes(findings), open: yes(open), sort: sort === 'paper' ? '' : sort }
}

export function isFiltered(filter: RecommendationFilter): boolean {
  const { words, owner, grade, theme, late, findings, open } = filter
  return words + owner + grade + theme !== '' || late || findings || open
}

export function filterLines(lines: readonly RecommendationLine[], filter: RecommendationFilter): RecommendationLine[] {
  return lines.filter((line) => isIn(line, filter)).sort((a, b) => compare(a, b, filter.sort))
}

function isIn(line: RecommendationLine, filter: RecommendationFilter): boolean {
  const { recommendation } = line
  const text = [recommendation.ref, recommendation.text, ...recommendation.parts.map((part) => part.text)].join(' ').toLowerCase()
  return (
    (filter.words === '' || text.includes(filter.words.toLowerCase())) &&
    (filter.owner === '' || line.owners.includes(filter.owner)) &&
    (filter.grade === '' || line.grades.some((grade) => (grade.code ?? grade.meaning ?? 'none') === filter.grade)) &&
    (filter.theme === '' || recommendation.theme === filter.theme) &&
    (!filter.late || latenessOf(line) > 0) &&
    (!filter.findings || line.findings.length > 0) &&
    (!filter.open || !line.settled)
  )
}

/** From the grade that should worry a committee most to the one that should worry it least. */
const WORST_FIRST: readonly (Meaning | null)[] = [
  'not_achieved',
  'overdue',
  'slipped',
  null,
  'not_started',
  'in_progress',
  'on_track',
  ...MEANINGS.filter((meaning) => ['achieved', 'completed', 'superseded'].includes(meaning)),
]

function compare(a: RecommendationLine, b: RecommendationLine, sort: Sort): number {
  const paper = a.recommendation.position - b.recommendation.position
  const by: Record<Sort, number> = {
    paper,
    due: dueOf(a).localeCompare(dueOf(b)),
    late: latenessOf(b) - latenessOf(a),
    grade: worst(a) - worst(b),
    changes: changesOf(b) - changesOf(a),
    findings: b.findings.length - a.findings.length,
  }
  return by[sort] || paper
}

const dueOf = (line: RecommendationLine) => line.promises.flatMap((promise) => promise.due ?? []).toSorted()[0] ?? '9999'
const changesOf = (line: RecommendationLine) => Math.max(0, ...line.promises.map((promise) => promise.changes))
const worst = (line: RecommendationLine) =>
  Math.min(...line.grades.map((grade) => WORST_FIRST.indexOf(grade.meaning)), line.grades.length === 0 ? 3 : 99)
