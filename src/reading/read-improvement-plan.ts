import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock, SourceCell, SourceRow, SourceTable } from '../platform/documents/source-document.ts'
import { headingsOf, repeats } from './cut-rows.ts'
import { cellAt, filledCells, joinCut, listed, wordsOf } from './cut-text.ts'
import { plainLinesOf } from './cell-lines.ts'
import type { Field } from './heading-families.ts'
import { readOwners } from './owners.ts'
import { readPlanStatus } from './plan-status.ts'
import { measuresOf } from './plan-measures.ts'
import { bandOf } from './plan-bands.ts'
import { isVersion, titleAbove } from './read-particulars.ts'
import { leadingRef, paragraphRefs, refOf } from './references.ts'
import type { Place, ReadAction, ReadRecommendation, ReadReview, ReadTheme } from './reading.ts'
import type { ReadingContext } from './reading-context.ts'
import { readTimescale } from './timescales.ts'
import { writtenMonth } from './written-days.ts'

/** What a column of a plan holds. */
type PlanField = Extract<
  Field,
  'ref' | 'outcome' | 'action' | 'measure' | 'owner' | 'due' | 'budget' | 'percent' | 'grade' | 'impact' | 'evidence'
>

/** An action as its row (or the rows that a page cut it into) gives it. */
interface PlanRow {
  cells: Map<PlanField, SourceBlock[]>
  statusCell?: SourceCell
  place: Place
}

interface Taking {
  review: ReadReview
  context: ReadingContext
  columns: Map<number, PlanField>
  theme: ReadTheme | undefined
  recommendation: ReadRecommendation | undefined
  /** Words across the width that the next such row may carry on. */
  open: 'text' | 'why' | 'good' | undefined
  row: PlanRow | undefined
}

/**
 * Whether a table is a plan of actions under recommendations that stand across its width: its columns name an action and when or who,
 * and none of them is the recommendation.
 */
export function looksLikeImprovementPlan(table: SourceTable): boolean {
  const headings = headingsOf(table)
  if (!headings) return false
  const fields = planColumns(headings.columns.map((column) => [column.column, column.heading, column.field]))
  const kinds = new Set(fields.values())
  if (!kinds.has('action') || !(kinds.has('owner') || kinds.has('due')) || headings.columns.some((column) => column.field === 'text'))
    return false
  return table.rows.some((row) => isAcross(row, table)) || (kinds.has('outcome') && kinds.has('measure'))
}

/** The recommendations, themes and actions of an improvement plan, its pages joined. */
export function readImprovementPlan(tables: readonly SourceTable[], context: ReadingContext): ReadReview {
  const [first] = tables
  const headings = first ? headingsOf(first) : null
  const taking: Taking = {
    review: emptyReview(first, context),
    context,
    columns: planColumns((headings?.columns ?? []).map((column) => [column.column, column.heading, column.field])),
    theme: undefined,
    recommendation: undefined,
    open: undefined,
    row: undefined,
  }
  for (const table of tables) {
    for (const row of table.rows) if (filledCells(row).length > 0 && !(headings && repeats(row, headings.row))) takeRow(taking, row, table)
  }
  endAction(taking)
  return taking.review
}

function emptyReview(first: SourceTable | undefined, context: ReadingContext): ReadReview {
  const blocks = context.document.blocks
  const at = blocks.findIndex((block) => block === first)
  const review: ReadReview = {
    title: titleAbove(blocks, at) || (context.heading ?? ''),
    layout: 'improvement-plan',
    scale: context.scale ?? { name: '', grades: [] },
    recommendations: [],
    place: first ? { table: first.number } : {},
  }
  const above = blocks.slice(Math.max(0, at - 80), Math.max(0, at))
  const version = above.findLastIndex((block) => block.kind === 'paragraph' && isVersion(block.text))
  const next = above[version + 1]
  if (version !== -1) review.plan_version = textOf(above.slice(version, version + 1))
  if (version !== -1 && next?.kind === 'paragraph' && next.text.length < 40 && writtenMonth(next.text)) review.plan_date = next.text
  return review
}

/** An outcome beside an action is what it is for; a column of status with a question, or one of RAG, is its state. */
function planColumns(columns: readonly (readonly [number, string, Field | undefined])[]): Map<number, PlanField> {
  const fields = new Map<number, PlanField>()
  const taken = new Set<PlanField>()
  for (const [column, heading, known] of columns) {
    const field = planField(heading, known)
    if (field === null || (taken.has(field) && field !== 'owner')) continue
    taken.add(field)
    fields.set(column, field)
  }
  return fields
}

function planField(heading: string, known: Field | undefined): PlanField | null {
  if (
    /^(?:desired |intended |expected |key |target )?outcomes?\b(?! measure)/i.test(heading) ||
    /^(?:aim|objective|what we want)/i.test(heading)
  )
    return 'outcome'
  if (/\bdifference\b|\bimpact\b/i.test(heading)) return 'impact'
  if (known === 'ref' || known === 'action' || known === 'measure' || known === 'owner' || known === 'due') return known
  if (known === 'budget' || known === 'percent' || known === 'grade' || known === 'impact' || known === 'evidence') return known
  return known === 'comment' ? 'evidence' : null
}

/** One cell of words that spans the table, or stands alone (beside a reference) in a row of blanks. */
function isAcross(row: SourceRow, table: SourceTable): boolean {
  const filled = filledCells(row)
  const [first, second] = filled
  if (!first || filled.length > 2) return false
  if (filled.length === 2)
    return (
      second !== undefined &&
      first.column === 0 &&
      refOf(wordsOf(first)) !== null &&
      (second.columns >= table.width - 2 || second.column === 1)
    )
  return first.columns >= Math.max(2, table.width - 2) || first.column <= 1
}

function takeRow(taking: Taking, row: SourceRow, table: SourceTable): void {
  const filled = filledCells(row)
  const wide = filled.some((cell) => cell.columns >= Math.max(2, table.width - 2))
  const band = isAcross(row, table) ? bandOf(filled.map(wordsOf), wide) : null
  if (band === null && isAcross(row, table) && (wide || taking.row === undefined)) return carryOn(taking, filled, row, table)
  if (band === null) return takeAction(taking, row, table)
  endAction(taking)
  const blocks = listed(filled.at(-1)?.blocks ?? [])
  if (band.kind === 'theme') startTheme(taking, band.words)
  else if (band.kind === 'recommendation') startRecommendation(taking, band.ref, band.words, placeOf(table, row))
  else takeReason(taking, band.kind, withoutLead(blocks, band.lead), placeOf(table, row))
}

function startTheme(taking: Taking, title: string): void {
  taking.theme = { title }
  taking.recommendation = undefined
  taking.open = undefined
  taking.review.themes = [...(taking.review.themes ?? []), taking.theme]
}

function startRecommendation(taking: Taking, ref: string, text: string, place: Place): void {
  const recommendation: ReadRecommendation = { ref, text, owners: [], due: [], actions: [], updates: [], place }
  if (taking.theme) recommendation.theme = taking.theme.title
  const outside = [...text.matchAll(/\(([A-Z][A-Za-z]*\s+rec(?:ommendation)?s?\b\.?\s*[\w.,& ]{1,20})\)/gi)].flatMap(
    (match) => match[1] ?? [],
  )
  if (outside.length > 0) recommendation.external_refs = outside
  const paragraphs = paragraphRefs(text)
  if (paragraphs.length > 0) recommendation.paragraph_refs = paragraphs
  taking.recommendation = recommendation
  taking.review.recommendations.push(recommendation)
  taking.open = 'text'
}

/** `Why this is important` and `What good looks like` belong to the recommendation above them, or else to the theme. */
function takeReason(taking: Taking, kind: 'why' | 'good', blocks: SourceBlock[], place: Place): void {
  const { recommendation, theme } = taking
  const words = textOf(blocks).trim()
  taking.open = kind
  if (recommendation && kind === 'why') recommendation.why_important = joinLines(recommendation.why_important, words)
  else if (recommendation) recommendation.what_good_looks_like = joinLines(recommendation.what_good_looks_like, words)
  else if (theme && kind === 'why') theme.why_important = joinLines(theme.why_important, words)
  else if (theme) theme.what_good_looks_like = [...(theme.what_good_looks_like ?? []), ...plainLinesOf(blocks)]
  else taking.context.unplaced.push({ place, text: words, why: 'It stands before any theme or recommendation.' })
}

function joinLines(before: string | undefined, words: string): string {
  return before ? `${before}\n${words}` : words
}

/** The words after `Why this is important:`, in their own blocks. */
function withoutLead(blocks: readonly SourceBlock[], lead: number): SourceBlock[] {
  const [first, ...rest] = blocks
  if (first?.kind !== 'paragraph') return [...blocks]
  const text = first.text.slice(lead).trim()
  const { boldLead: _, ...plain } = first
  return text === '' ? rest : [{ ...plain, text }, ...rest]
}

/** A row across that has no kind of its own: the rest of what a page cut. */
function carryOn(taking: Taking, filled: readonly SourceCell[], row: SourceRow, table: SourceTable): void {
  const blocks = listed(filled.at(-1)?.blocks ?? [])
  const { recommendation, open } = taking
  if (recommendation && open === 'text') recommendation.text = `${recommendation.text} ${textOf(blocks)}`
  else if (open === 'why' || open === 'good') takeReason(taking, open, blocks, placeOf(table, row))
  else
    taking.context.unplaced.push({
      place: placeOf(table, row),
      text: filled.map(wordsOf).join(' '),
      why: 'A row across the plan that is no theme and no recommendation.',
    })
}

/** A row of an action; without who, when or state it is the rest of the action that a page cut. */
function takeAction(taking: Taking, row: SourceRow, table: SourceTable): void {
  const fields = new Map<PlanField, SourceBlock[]>()
  let statusCell: SourceCell | undefined
  for (const cell of filledCells(row)) {
    const field = taking.columns.get(cell.column) ?? (cell.column > lastColumn(taking) ? lastField(taking) : undefined)
    if (field === undefined) {
      taking.context.unplaced.push({ place: placeOf(table, row), text: wordsOf(cell), why: 'No field is known for its column.' })
      continue
    }
    fields.set(field, [...(fields.get(field) ?? []), ...listed(cell.blocks)])
    if (field === 'grade' || field === 'percent') statusCell = cell
  }
  for (const [column, field] of taking.columns) if (field === 'grade') statusCell ??= cellAt(row, column)
  const isRest =
    taking.row !== undefined &&
    !fields.has('owner') &&
    !fields.has('due') &&
    !fields.has('ref') &&
    (!fields.has('grade') || !fields.has('action'))
  if (isRest && taking.row)
    for (const [field, blocks] of fields) taking.row.cells.set(field, joinCut(taking.row.cells.get(field) ?? [], blocks))
  else {
    endAction(taking)
    taking.row = { cells: fields, place: placeOf(table, row), ...(statusCell ? { statusCell } : {}) }
  }
  taking.open = undefined
}

function lastColumn(taking: Taking): number {
  return Math.max(...taking.columns.keys())
}

function lastField(taking: Taking): PlanField | undefined {
  return taking.columns.get(lastColumn(taking))
}

/** Makes the action of the row at hand, once its last piece is read. */
function endAction(taking: Taking): void {
  const { row, context } = taking
  taking.row = undefined
  if (!row) return
  const words = (field: PlanField): string => textOf(row.cells.get(field) ?? []).trim()
  const recommendation = taking.recommendation ?? looseRecommendation(taking, row)
  const action: ReadAction = {
    text: words('action'),
    owners: readOwners(plainLinesOf(row.cells.get('owner') ?? [])).owners,
    place: row.place,
  }
  const ref = refOf(words('ref')) ?? leadingRef(action.text)?.ref
  if (ref && ref !== recommendation.ref && /\d/.test(ref)) action.ref = ref
  if (words('outcome')) action.outcome = words('outcome')
  if (words('due')) action.due = readTimescale(words('due'))
  const measures = measuresOf(row.cells.get('measure') ?? [], context.document.kind)
  if (measures.length > 0) action.measures = measures
  if (words('budget')) action.budget = words('budget')
  recommendation.actions.push(action)
  const update = readPlanStatus(action, row.cells, row.statusCell, context)
  if (update) recommendation.updates.push({ ...update, action: recommendation.actions.length })
}

/** Actions that stand under a theme alone are kept under a recommendation in its words. */
function looseRecommendation(taking: Taking, row: PlanRow): ReadRecommendation {
  const title = taking.theme?.title ?? taking.review.title
  startRecommendation(taking, String(taking.review.recommendations.length + 1), title, row.place)
  taking.context.doubts.push({
    place: row.place,
    field: 'ref',
    why: 'The actions stand under no recommendation: the heading above them was taken for one.',
  })
  return taking.recommendation as ReadRecommendation
}

function placeOf(table: SourceTable, row: SourceRow): Place {
  return row.page === undefined ? { table: table.number, row: row.number } : { table: table.number, row: row.number, page: row.page }
}
