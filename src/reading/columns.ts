import { firstField } from './column-hint.ts'
import type { ColumnHint } from './column-hint.ts'
import { gradeOf } from './grades.ts'
import { findDates } from './dates.ts'
import { fieldsOfHeading } from './heading-families.ts'
import type { Field } from './heading-families.ts'
import type { GridCell, GridRow } from './logical-tables.ts'
import { refOf } from './references.ts'
import { nameOf } from './rounds.ts'

/** A column of a table of recommendations and what it holds. */
export interface Column {
  field: Field
  /** Columns of the grid, from 0. */
  from: number
  to: number
  heading: string
}

export interface Columns {
  columns: Column[]
  /** How many rows at the top are title and heading. */
  headingRows: number
  /** How many of them are the heading: 0 where none is. */
  deep: 0 | 1 | 2
}

const ENOUGH: readonly Field[] = [
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
 * What the columns of a table mean: by the families of their headings, then by what stands in them, then by shape. Null where it is not
 * a table of recommendations: no column holds one (unless what stands above the table `introduced` it), or nothing else is said of them.
 */
export function readColumns(rows: readonly GridRow[], hint?: ColumnHint, introduced = false): Columns | null {
  const found = guessColumns(rows, hint, introduced)
  const fields = new Set(found?.columns.map((column) => column.field))
  if (hint?.columns === undefined && ((!fields.has('text') && !introduced) || !ENOUGH.some((field) => fields.has(field)))) return null
  return found
}

/** The same of any table, whether it holds recommendations or not. Null where no row could be its heading. */
export function guessColumns(rows: readonly GridRow[], hint?: ColumnHint, introduced = false): Columns | null {
  const { at, deep } = hint?.headerRow === undefined ? foundHeading(rows) : toldHeading(rows, hint)
  const heading = deep === 0 ? withoutWords(rows) : rows[at]
  if (!heading) return null
  const body = rows.slice(at + deep)
  const told = new Map(Object.entries(hint?.columns ?? {}).map(([column, meaning]) => [Number(column), firstField(meaning)]))
  const taken = new Set([...told.values()].filter((field) => ONE_COLUMN.includes(field)))
  const drafts = headingCells(heading, deep === 2 ? rows[at + 1] : undefined).flatMap((cell) =>
    withoutRefs(cell, body).map(({ column, to, words }): Draft => {
      const said = told.get(column)
      const candidates = said ? [said] : candidatesOf(deep === 2 ? words : words.replaceAll('\n', ' ')).filter((field) => !taken.has(field))
      return { from: column, to, heading: words, candidates, shape: shapeOf(body, column) }
    }),
  )
  const columns = settle(drafts, introduced)
  for (const column of columns) {
    const said = told.get(column.from)
    if (said) column.field = said
    else if (taken.has(column.field)) column.field = 'other'
  }
  return { columns, headingRows: at + deep, deep }
}

/** What only one column of a table holds: where an officer says which, no other does. */
const ONE_COLUMN: readonly Field[] = ['ref', 'text', 'due']

/** Where the heading begins, and how many rows it has. */
interface HeadingRows {
  at: number
  deep: 0 | 1 | 2
}

function foundHeading(rows: readonly GridRow[], best = findHeading(rows), alone = true): HeadingRows {
  const grouped = isGroupHeading(rows[best - 1], rows[best])
  const at = grouped ? best - 1 : best
  const heading = rows[at]
  return { at, deep: grouped || (alone && heading && isSecondHeading(heading, rows[at + 1])) ? 2 : 1 }
}

/** The officer's heading; a hint that does not say of how many rows leaves the row above it to Heed. */
function toldHeading(rows: readonly GridRow[], { headerRow, headerRows }: ColumnHint): HeadingRows {
  if (headerRow === 0) return { at: 0, deep: 0 }
  const at = rows.findIndex(({ place }) => place.row === headerRow)
  return headerRows === undefined ? foundHeading(rows, at, false) : { at, deep: headerRows }
}

/** A table without a heading is read by what stands in its columns. */
function withoutWords(rows: readonly GridRow[]): GridRow | undefined {
  const [first] = rows
  const width = Math.max(0, ...rows.slice(0, 200).flatMap((row) => row.cells.map((cell) => cell.column + 1)))
  const cells = Array.from({ length: width }, (_, column): GridCell => ({ column, columns: 1, rows: 1, lines: [], words: '', bold: false }))
  return first && { ...first, cells }
}

/**
 * The columns of a table that says something of each recommendation by its number alone: the words stand in another table. Null where none of
 * its columns tells progress.
 */
export function readNumberedColumns(rows: readonly GridRow[]): Columns | null {
  const found = readColumns(rows, undefined, true)
  const fields = new Set(found?.columns.map((column) => column.field))
  if (!found || fields.has('text') || !fields.has('ref') || !fields.has('evidence')) return null
  return { ...found, columns: [...found.columns, { field: 'text', from: ELSEWHERE, to: ELSEWHERE, heading: '' }] }
}

/** Beyond every column of a sheet. */
const ELSEWHERE = 1_000_000

/** What a heading in two rows means by the words of its second row (`February 2026` over `Comment`), or where those say nothing by all of them. */
function candidatesOf(heading: string): Field[] {
  const last = heading.includes('\n') ? fieldsOfHeading(heading.split('\n').at(-1) ?? '') : []
  return last.length > 0 ? last : fieldsOfHeading(heading)
}

/** The row, of the first few, whose cells most read as headings of what a table of recommendations says. */
function findHeading(rows: readonly GridRow[]): number {
  let best = -1
  let most = 1
  rows.slice(0, 8).forEach((row, at) => {
    const known = row.cells.filter((cell) => cell.words.length <= 160 && fieldsOfHeading(cell.words).length > 0)
    const fields = new Set(known.map((cell) => fieldsOfHeading(cell.words)[0]))
    const score = known.length < row.cells.filter((cell) => cell.words !== '').length / 2 ? 0 : fields.size + (row.header ? 0.5 : 0)
    if (score > most) {
      best = at
      most = score
    }
  })
  return best
}

/** Headings in two rows: some cell of the first spans several columns, and the second is all short headings under them. */
function isSecondHeading(heading: GridRow, next: GridRow | undefined): boolean {
  if (!next) return false
  const filled = next.cells.filter((cell) => cell.words !== '')
  // Text has no merged cells: what stood over several columns stands over the first, and the next are empty.
  const lost = filled.length > 1 && filled.some((cell) => heading.cells.some((over) => over.column === cell.column && over.words === ''))
  const spans = heading.cells.some((cell) => cell.columns > 1 || cell.rows > 1) || lost
  return spans && filled.length > 0 && filled.every((cell) => cell.words.length <= 80 && fieldsOfHeading(cell.words).length > 0)
}

/** Words over some of the headings below, none over all of them: `February 2026` over `RAG` and `Comment`. */
function isGroupHeading(over: GridRow | undefined, heading: GridRow | undefined): boolean {
  const filled = over?.cells.filter((cell) => cell.words !== '') ?? []
  const width = Math.max(...(heading?.cells.map((cell) => cell.column + cell.columns) ?? [0]))
  const headed = (column: number): boolean => heading?.cells.some((cell) => cell.column === column && cell.words !== '') ?? false
  const spans = filled.map((cell) => (over ? reachOver(cell, over) : 1))
  return (
    filled.length > 0 &&
    filled.every((cell, at) => cell.words.length <= 80 && cell.column > 0 && (spans[at] ?? 0) < 0.8 * width && headed(cell.column)) &&
    spans.some((span) => span > 1)
  )
}

/** The columns that a cell stands over: those that it spans, and the empty ones after it. */
function reachOver(cell: GridCell, row: GridRow): number {
  const next = row.cells.find((other) => other.column > cell.column && other.words !== '')
  const last = Math.max(...row.cells.map((other) => other.column + other.columns))
  return Math.max(cell.columns, (next?.column ?? last) - cell.column)
}

function headingCells(heading: GridRow, second: GridRow | undefined): GridCell[] {
  if (!second) return heading.cells
  return spanned(heading.cells, second).flatMap((cell) => {
    const under = second.cells.filter((other) => other.column >= cell.column && other.column < cell.column + cell.columns)
    if (under.length === 0 || (under.length === 1 && under[0]?.words === '')) return [cell]
    return under.map((other) => ({
      ...other,
      words: [cell, other]
        .map(({ words }) => words.replaceAll('\n', ' '))
        .join('\n')
        .trim(),
    }))
  })
}

/** An empty cell over a heading of the second row belongs to the words at its left. */
function spanned(cells: readonly GridCell[], second: GridRow): GridCell[] {
  const whole: GridCell[] = []
  for (const cell of cells) {
    const last = whole.at(-1)
    const headed = second.cells.some((under) => under.column === cell.column && under.words !== '')
    if (last && cell.words === '' && headed) whole[whole.length - 1] = { ...last, columns: cell.column + cell.columns - last.column }
    else whole.push(cell)
  }
  return whole
}

/** A heading over two columns, the first of them all references: they are the references of what the second says. */
function withoutRefs(cell: GridCell, body: readonly GridRow[]): { column: number; to: number; words: string }[] {
  const to = cell.column + cell.columns - 1
  if (cell.columns < 2 || shapeOf(body, cell.column).refs < 0.6 || shapeOf(body, cell.column + 1).filled === 0)
    return [{ column: cell.column, to, words: cell.words }]
  return [
    { column: cell.column, to: cell.column, words: '' },
    { column: cell.column + 1, to, words: cell.words },
  ]
}

export interface Shape {
  filled: number
  refs: number
  dates: number
  grades: number
  prose: number
  /** Whole numbers that are no running order of references. */
  counts: number
  /** Single figures, some of them again and again: codes of grades. */
  codes: number
  /** Answers of a decision-maker: `Agreed`, `Not accepted`. */
  answers: number
  /** `Yes`, `No`, `Partly`. */
  yesNo: number
  /** Mean length of the words of a filled cell. */
  length: number
}

interface Draft {
  from: number
  to: number
  heading: string
  candidates: Field[]
  shape: Shape
}

const YES_OR_NO = /^(?:yes|no|y|n|part(?:ly|ially)?|in part)\W*$/i

export function shapeOf(body: readonly GridRow[], column: number): Shape {
  const words = body
    .slice(0, 200)
    .flatMap((row) => row.cells.filter((cell) => cell.column === column && cell.words !== '').map((cell) => cell.words))
  const share = (test: (text: string) => boolean): number => (words.length === 0 ? 0 : words.filter(test).length / words.length)
  return {
    filled: words.length,
    refs: share((text) => text.length <= 24 && refOf(text) !== null),
    dates: share((text) => text.length <= 60 && findDates(text).length > 0),
    grades: share((text) => text.length <= 60 && gradeOf(text.split('\n')[0] ?? '').grade !== null),
    prose: share((text) => text.length > 60),
    counts: new Set(words).size === words.length && words[0] === '1' ? 0 : share((text) => /^\d{1,4}$/.test(text)),
    codes: new Set(words).size < words.length || words.length < 3 ? share((text) => /^[1-9]$/.test(text)) : 0,
    answers: share(
      (text) =>
        text.length <= 40 && /^(?:not |partly |partially |part )?(?:agreed?|accept(?:ed)?|reject(?:ed)?|supported|declined)\b/i.test(text),
    ),
    yesNo: share((text) => YES_OR_NO.test(text)),
    length: words.reduce((sum, text) => sum + text.length, 0) / Math.max(1, words.length),
  }
}

/** Chooses among what each heading may mean: a field that fits what stands in the column, and that no better column has taken. */
function settle(drafts: readonly Draft[], introduced: boolean): Column[] {
  const columns = drafts.map((draft): Column => ({ field: fit(draft, drafts), from: draft.from, to: draft.to, heading: draft.heading }))
  const shapeAt = (column: Column): Shape | undefined => drafts.find((draft) => draft.from === column.from)?.shape
  const has = (field: Field): boolean => columns.some((column) => column.field === field)
  const first = columns[0]
  const firstShape = first && shapeAt(first)
  // “Report ref” beside no other reference is that of the recommendation.
  if (first?.field === 'paragraphs' && !has('ref') && (firstShape?.refs ?? 0) > 0.6) first.field = 'ref'
  const second = columns[1]
  if (
    first?.field === 'text' &&
    second?.field === 'unknown' &&
    !has('ref') &&
    (firstShape?.refs ?? 0) > 0.6 &&
    (shapeAt(second)?.prose ?? 0) > 0.5
  ) {
    first.field = 'ref'
    second.field = 'text'
  }
  if (first && !has('ref') && first.field === 'unknown' && firstShape && firstShape.refs > 0.6) first.field = 'ref'
  if (!has('text') && !introduced) promote(columns, ['issue'], 'text')
  // Prose under a heading that no family knows, before the actions: what they answer.
  const prose = (column: Column): boolean => column.field === 'unknown' && (shapeAt(column)?.prose ?? 0) > 0.5
  const action = columns.find((column) => column.field === 'action')
  const asked = columns.find((column) => prose(column) && (action === undefined || column.from < action.from))
  if (!has('text') && !introduced && asked && columns.some((column) => ENOUGH.includes(column.field))) asked.field = 'text'
  if (!has('text') && !introduced) promote(columns, ['action', 'outcome'], 'text')
  // Whatever it is called: the longest words of a table that says of each who, when or how it goes.
  const known = new Set(columns.filter((column) => ENOUGH.includes(column.field)).map((column) => column.field))
  const longest = columns
    .filter((column) => column.field === 'unknown' && (shapeAt(column)?.length ?? 0) >= 20)
    .toSorted((a, b) => (shapeAt(b)?.length ?? 0) - (shapeAt(a)?.length ?? 0))[0]
  if (!has('text') && !introduced && longest && known.size >= 3) longest.field = 'text'
  settleOutcomes(columns)
  settleDates(columns)
  settleReasons(columns)
  const closed = columns.find((column) => column.field === 'closed')
  const closing = closed && shapeAt(closed)
  if (closed && closing && !has('grade') && Math.max(closing.grades, closing.yesNo) >= 0.5) closed.field = 'grade'
  const texts = columns.filter((column) => column.field === 'text')
  for (const extra of texts.slice(1)) extra.field = has('action') ? 'other' : 'action'
  keepOne(columns, 'ref', 'other')
  keepOne(columns, 'due', 'revisedDue')
  if (!has('evidence')) promote(columns, ['comment'], 'evidence')
  for (const column of columns) if (column.field === 'comment') column.field = 'evidence'
  // Prose after the recommendation, beside a grade: what the grade is of.
  const text = columns.find((column) => column.field === 'text')
  const beside = columns.find(
    (column) => column.field === 'unknown' && text && column.from > text.from && (shapeAt(column)?.length ?? 0) >= 18,
  )
  if (beside && has('grade') && !has('evidence') && !has('action')) beside.field = 'evidence'
  return columns
}

/** “Outcome” is a measure beside actions or progress, and what was done where nothing else says it. An issue beside its recommendation has no field. */
function settleOutcomes(columns: readonly Column[]): void {
  const has = (field: Field): boolean => columns.some((column) => column.field === field)
  for (const column of columns) {
    if (column.field === 'issue') column.field = 'other'
    if (column.field !== 'outcome') continue
    column.field = !has('evidence') && !has('action') ? 'evidence' : has('measure') ? 'other' : 'measure'
  }
}

/** “Reasons and comments” beside an answer are the words of the answer, not what was done since. */
function settleReasons(columns: readonly Column[]): void {
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

/** A bare “Date” before the recommendation is the day of its meeting, not of its promise. */
function settleDates(columns: readonly Column[]): void {
  const text = columns.find((column) => column.field === 'text')
  for (const column of columns)
    if (column.field === 'due' && /^dates?$/i.test(column.heading.trim()) && text && column.from < text.from) column.field = 'other'
}

function promote(columns: readonly Column[], from: readonly Field[], to: Field): void {
  for (const field of from) {
    const column = columns.find((one) => one.field === field)
    if (!column) continue
    column.field = to
    return
  }
}

function keepOne(columns: readonly Column[], field: Field, others: Field): void {
  for (const extra of columns.filter((column) => column.field === field).slice(1)) extra.field = others
}

function fit(draft: Draft, all: readonly Draft[]): Field {
  const { candidates, shape } = draft
  const [first] = candidates
  if (first === undefined) return byShape(draft, all)
  if (candidates.length === 1 || shape.filled === 0 || (first === 'grade' && candidates[1] === 'evidence')) return corrected(first, shape)
  // A short status in a column of progress is a grade, unless another column is for grades.
  const graded = all.some((other) => other !== draft && other.candidates[0] === 'grade' && !isProse(other.shape))
  return corrected(candidates.find((field) => suits(field, shape) && !(graded && field === 'grade')) ?? first, shape)
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

function isProse(shape: Shape): boolean {
  return shape.filled > 0 && shape.grades < 0.3 && (shape.length > 140 || (shape.prose > 0.6 && shape.length > 80))
}

function byShape(draft: Draft, all: readonly Draft[]): Field {
  const taken = (field: Field): boolean => all.some((other) => other !== draft && other.candidates[0] === field)
  if (draft.shape.filled < 2) return 'unknown'
  // A heading that no family knows: what stands under it tells, where it can be nothing else.
  // A time alone heads what was said then, or its grade.
  const named = nameOf(draft.heading)
  if (named !== '' && draft.heading.trim().length <= named.length + 8)
    return draft.shape.grades > 0.6 && draft.shape.length < 40 ? 'grade' : 'evidence'
  if (draft.heading.trim() !== '') return draft.shape.grades > 0.8 && draft.shape.length < 40 && !taken('grade') ? 'grade' : 'unknown'
  if (draft.shape.refs > 0.7 && !taken('ref')) return 'ref'
  if (draft.shape.dates > 0.6 && !taken('due')) return 'due'
  if (draft.shape.grades > 0.6 && !taken('grade')) return 'grade'
  return 'unknown'
}
