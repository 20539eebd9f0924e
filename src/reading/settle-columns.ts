import { isProse } from './column-shape.ts'
import type { Shape } from './column-shape.ts'
import type { Field } from './heading-families.ts'
import { nameOf } from './rounds.ts'

/** A column of which it is not settled what it holds. */
export interface Draft {
  /** Columns of the grid, from 0. */
  from: number
  to: number
  heading: string
  /** What its heading may mean, the likeliest first. */
  candidates: Field[]
  shape: Shape
}

/** A draft with the field that it has for now. */
interface Settling extends Draft {
  field: Field
}

/** What says more of a recommendation than its words: who, when, or how it goes. */
export const SAYS_MORE: readonly Field[] = [
  'owner',
  'due',
  'action',
  'evidence',
  'grade',
  'response',
  'measure',
  'revisedDue',
  'budget',
  'impact',
  'percent',
]

/**
 * The field of each column: what its heading may mean and what stands in it fits, and then what the columns beside it leave. Where the
 * recommendation was `introduced` above the table, no column is taken for its words.
 */
export function settleFields(drafts: readonly Draft[], introduced: boolean): Field[] {
  const columns = drafts.map((draft): Settling => ({ ...draft, field: fit(draft, drafts) }))
  settleRef(columns)
  if (!introduced) settleText(columns)
  settleOutcomes(columns)
  settleDates(columns)
  settleReasons(columns)
  settleClosed(columns)
  settleSecondTexts(columns)
  keepOne(columns, 'ref', 'other')
  keepOne(columns, 'due', 'revisedDue')
  settleEvidence(columns)
  return columns.map(({ field }) => field)
}

function first(columns: readonly Settling[], field: Field): Settling | undefined {
  return columns.find((column) => column.field === field)
}

function has(columns: readonly Settling[], field: Field): boolean {
  return first(columns, field) !== undefined
}

function keepOne(columns: readonly Settling[], field: Field, others: Field): void {
  for (const extra of columns.filter((column) => column.field === field).slice(1)) extra.field = others
}

/** What would be a second recommendation is the action, or where there is one no field. */
function settleSecondTexts(columns: readonly Settling[]): void {
  for (const extra of columns.filter((column) => column.field === 'text').slice(1))
    extra.field = has(columns, 'action') ? 'other' : 'action'
}

/** References in the first column are those of the recommendations, where no other column has them: under `Report ref` too. */
function settleRef(columns: readonly Settling[]): void {
  const [leftmost, next] = columns
  if (!leftmost || leftmost.shape.refs <= 0.6 || has(columns, 'ref')) return
  if (leftmost.field === 'paragraphs' || leftmost.field === 'unknown') leftmost.field = 'ref'
  else if (leftmost.field === 'text' && next?.field === 'unknown' && next.shape.prose > 0.5) {
    leftmost.field = 'ref'
    next.field = 'text'
  }
}

/** Where no heading names the recommendation, the column that comes nearest to it. */
function settleText(columns: readonly Settling[]): void {
  if (has(columns, 'text')) return
  const nearest =
    first(columns, 'issue') ?? proseBeforeActions(columns) ?? first(columns, 'action') ?? first(columns, 'outcome') ?? longest(columns)
  if (nearest) nearest.field = 'text'
}

/** Prose under a heading that no family knows, before the actions: what they answer. */
function proseBeforeActions(columns: readonly Settling[]): Settling | undefined {
  if (!columns.some(({ field }) => SAYS_MORE.includes(field))) return undefined
  const action = first(columns, 'action')
  return columns.find(
    (column) => column.field === 'unknown' && column.shape.prose > 0.5 && (action === undefined || column.from < action.from),
  )
}

/** Whatever it is called: the longest words of a table that says of each who, when or how it goes. */
function longest(columns: readonly Settling[]): Settling | undefined {
  const more = new Set(columns.map(({ field }) => field).filter((field) => SAYS_MORE.includes(field)))
  if (more.size < 3) return undefined
  return columns
    .filter((column) => column.field === 'unknown' && column.shape.length >= 20)
    .toSorted((a, b) => b.shape.length - a.shape.length)[0]
}

/** “Outcome” is a measure beside actions or progress, and what was done where nothing else says it. An issue beside its recommendation has no field. */
function settleOutcomes(columns: readonly Settling[]): void {
  for (const column of columns) {
    if (column.field === 'issue') column.field = 'other'
    if (column.field !== 'outcome') continue
    column.field = !has(columns, 'evidence') && !has(columns, 'action') ? 'evidence' : has(columns, 'measure') ? 'other' : 'measure'
  }
}

/** A bare “Date” before the recommendation is the day of its meeting, not of its promise. */
function settleDates(columns: readonly Settling[]): void {
  const text = first(columns, 'text')
  for (const column of columns)
    if (column.field === 'due' && /^dates?$/i.test(column.heading.trim()) && text && column.from < text.from) column.field = 'other'
}

/** “Reasons and comments” beside an answer are the words of the answer, not what was done since. */
function settleReasons(columns: readonly Settling[]): void {
  for (const [at, column] of columns.entries())
    if (
      column.field === 'comment' &&
      columns[at - 1]?.field === 'response' &&
      /^(?:the |any )?(?:reasons?|reasoning|rationale|explanation|justification)\b(?!.*\b(?:delay|slippage|variance|recommendation))/i.test(
        column.heading.trim(),
      )
    )
      column.field = 'response'
}

/** “Completed?” with a grade or an answer in it, where no other column has grades. */
function settleClosed(columns: readonly Settling[]): void {
  const closed = first(columns, 'closed')
  if (closed && !has(columns, 'grade') && Math.max(closed.shape.grades, closed.shape.yesNo) >= 0.5) closed.field = 'grade'
}

/** Comments are what was done; so is prose after the recommendation, beside a grade: what the grade is of. */
function settleEvidence(columns: readonly Settling[]): void {
  for (const column of columns) if (column.field === 'comment') column.field = 'evidence'
  if (!has(columns, 'grade') || has(columns, 'evidence') || has(columns, 'action')) return
  const text = first(columns, 'text')
  const beside = columns.find((column) => column.field === 'unknown' && text && column.from > text.from && column.shape.length >= 18)
  if (beside) beside.field = 'evidence'
}

function fit(draft: Draft, all: readonly Draft[]): Field {
  const { candidates, shape } = draft
  const [likeliest] = candidates
  if (likeliest === undefined) return byShape(draft, all)
  if (candidates.length === 1 || shape.filled === 0 || (likeliest === 'grade' && candidates[1] === 'evidence'))
    return corrected(likeliest, shape)
  // A short status in a column of progress is a grade, unless another column is for grades.
  const graded = all.some((other) => other !== draft && other.candidates[0] === 'grade' && !isProse(other.shape))
  return corrected(candidates.find((field) => suits(field, shape) && !(graded && field === 'grade')) ?? likeliest, shape)
}

function suits(field: Field, shape: Shape): boolean {
  if (field === 'grade') return Math.max(shape.grades, shape.codes) >= 0.5 && shape.length < 80
  if (field === 'evidence' || field === 'comment') return shape.grades < 0.7 || shape.length > 30
  if (field === 'due' || field === 'revisedDue') return shape.dates >= 0.3
  if (field === 'ref') return shape.refs > 0.5
  if (field === 'review') return shape.refs < 0.5 && shape.dates < 0.5 && shape.length >= 4 && shape.prose < 0.5
  return true
}

/** A heading may promise a grade or a date and the column hold prose. */
function corrected(field: Field, shape: Shape): Field {
  if (field === 'grade' && shape.filled > 1 && isProse(shape)) return 'evidence'
  if (field === 'grade' && shape.answers >= 0.7 && shape.grades < 0.3) return 'response'
  if (field === 'ref' && shape.filled > 1 && shape.prose > 0.6) return 'text'
  if (field === 'text' && shape.filled > 1 && shape.refs > 0.8 && shape.length <= 8 && shape.counts === 0) return 'ref'
  // A count of recommendations, as a page of contents or a summary has it.
  if (field === 'text' && shape.counts > 0.8) return 'other'
  return field
}

/** What stands under no heading, or one that no family knows, where it can be nothing else. */
function byShape(draft: Draft, all: readonly Draft[]): Field {
  const { shape } = draft
  const heading = draft.heading.trim()
  const taken = (field: Field): boolean => all.some((other) => other !== draft && other.candidates[0] === field)
  if (shape.filled < 2) return 'unknown'
  // A time alone heads what was said then, or its grade.
  const named = nameOf(draft.heading)
  if (named !== '' && heading.length <= named.length + 8) return shape.grades > 0.6 && shape.length < 40 ? 'grade' : 'evidence'
  if (heading !== '') return shape.grades > 0.8 && shape.length < 40 && !taken('grade') ? 'grade' : 'unknown'
  if (shape.refs > 0.7 && !taken('ref')) return 'ref'
  if (shape.dates > 0.6 && !taken('due')) return 'due'
  if (shape.grades > 0.6 && !taken('grade')) return 'grade'
  return 'unknown'
}
