import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock, SourceTable } from '../platform/documents/source-document.ts'
import { headingsOf, joinedRows } from './cut-rows.ts'
import type { HeadedColumn, JoinedRow } from './cut-rows.ts'
import { plainLinesOf } from './cell-lines.ts'
import { gradeOf } from './grades.ts'
import { readOwners } from './owners.ts'
import { partsOfWords } from './part-labels.ts'
import { titleAbove } from './read-particulars.ts'
import { scaleInUse } from './read-scale.ts'
import { addCrossRefs, leadingRef, paragraphRefs } from './references.ts'
import { answerInProse } from './response-answers.ts'
import type { ReadAction, ReadRecommendation, ReadReview, ReadUpdate } from './reading.ts'
import type { ReadingContext } from './reading-context.ts'
import { partHeadings } from './run-in-heading.ts'
import { writtenDays, writtenMonth } from './written-days.ts'

/**
 * Whether a table is the answer of one or more bodies to recommendations: what was recommended, how it will be done and how far that has
 * come, the status in the words of the progress, with neither dates nor grades in columns of their own.
 */
export function looksLikeResponseTable(table: SourceTable): boolean {
  const fields = headingsOf(table)?.columns.map((column) => column.field) ?? []
  const has = (field: HeadedColumn['field']): boolean => fields.includes(field)
  return has('text') && has('evidence') && (has('action') || has('response')) && !has('due') && !has('grade') && !has('revisedDue')
}

/** The recommendations of a multi-agency response: heading, lead bodies, one action without a date, and an update with its status. */
export function readResponseTable(tables: readonly SourceTable[], context: ReadingContext): ReadReview {
  const [first] = tables
  const headings = first ? headingsOf(first) : null
  const columns = headings?.columns ?? []
  const of = (field: HeadedColumn['field']): HeadedColumn | undefined => columns.find((column) => column.field === field)
  const text = of('text')?.column ?? 0
  const rows = headings ? joinedRows(tables, headings.row, of('ref')?.column, text) : []
  const headed = partHeadings(rows.map((row) => row.cells.get(text) ?? []))
  const rounds = columns.filter((column) => column.field === 'evidence')
  const recommendations = rows.map((row, at) => {
    const { heading, blocks } = headed[at] ?? { heading: '', blocks: [] }
    const recommendation = readRow(row, at, blocks, columns, context)
    const theme = heading || row.band
    if (theme) recommendation.theme = theme
    recommendation.updates = rounds.map((round) => readUpdate(row, round, recommendation.ref, context))
    return recommendation
  })
  addCrossRefs(recommendations)
  const block = context.document.blocks.findIndex((one) => one === first)
  return {
    title: titleAbove(context.document.blocks, block) || (context.heading ?? ''),
    layout: 'response-table',
    ...agreedAt(of('action')),
    scale: scaleOf(recommendations, rounds, context),
    ...themesOf(recommendations),
    recommendations,
    place: first ? { table: first.number } : {},
  }
}

/** `as at July 2016` over the outline says when it was agreed. */
function agreedAt(column: HeadedColumn | undefined): { action_plan_agreed?: string } {
  const month = writtenMonth(column?.heading ?? '')
  return month ? { action_plan_agreed: month.words } : {}
}

function themesOf(recommendations: readonly ReadRecommendation[]): Pick<ReadReview, 'themes'> {
  const titles = [...new Set(recommendations.flatMap((one) => one.theme ?? []))]
  return titles.length > 0 ? { themes: titles.map((title) => ({ title })) } : {}
}

/** The key of the document where the statuses are its words, else the words in use. */
function scaleOf(
  recommendations: readonly ReadRecommendation[],
  rounds: readonly HeadedColumn[],
  context: ReadingContext,
): ReadReview['scale'] {
  const used = recommendations.flatMap((one) => one.updates.flatMap((update) => update.assessment_text ?? []))
  const key = context.scale
  if (key && used.some((text) => key.grades.some((grade) => grade.label.toLowerCase() === text.toLowerCase().replace(/\.$/, ''))))
    return key.name === '' ? { ...key, name: nameOf(rounds) } : key
  return scaleInUse(nameOf(rounds), used)
}

function nameOf(rounds: readonly HeadedColumn[]): string {
  return (rounds[0]?.heading ?? '').replace(/\s*\(.*\)\s*$/s, '')
}

function readRow(
  row: JoinedRow,
  at: number,
  blocks: readonly SourceBlock[],
  columns: readonly HeadedColumn[],
  context: ReadingContext,
): ReadRecommendation {
  const whole = textOf(blocks).trim()
  const lead = row.ref === '' ? leadingRef(whole) : null
  const ref = row.ref || lead?.ref || String(at + 1)
  if (!row.ref && !lead)
    context.doubts.push({ place: row.place, ref, field: 'ref', why: 'The row gives no number: its place in the table was taken.' })
  const { text, parts } = partsOfWords(lead?.rest ?? whole)
  const owners = readOwners(
    columns.filter((column) => column.field === 'owner').flatMap((column) => plainLinesOf(row.cells.get(column.column) ?? [])),
  )
  const recommendation: ReadRecommendation = { ref, text, owners: owners.owners, due: [], actions: [], updates: [], place: row.place }
  if (parts.length > 0) recommendation.parts = parts
  if (owners.byPart.length > 0) recommendation.owner_parts = owners.byPart
  const paragraphs = paragraphRefs(whole)
  if (paragraphs.length > 0) recommendation.paragraph_refs = paragraphs
  for (const column of columns) takeColumn(recommendation, column, row, context)
  const outline = recommendation.actions[0]?.text ?? ''
  if (!recommendation.response && /\brecommendation/i.test(outline)) {
    const { answer } = answerInProse(outline)
    if (answer) recommendation.response = { answer }
  }
  return recommendation
}

function takeColumn(recommendation: ReadRecommendation, column: HeadedColumn, row: JoinedRow, context: ReadingContext): void {
  const words = textOf(row.cells.get(column.column) ?? []).trim()
  if (words === '') return
  if (column.field === 'action') {
    const action: ReadAction = { text: words, owners: recommendation.owners, place: row.place }
    recommendation.actions.push(action)
  } else if (column.field === 'response') recommendation.response = { text: words, ...answerInProse(words) }
  else if (column.field === 'measure') recommendation.success_measure = words
  else if (column.field === 'theme') recommendation.theme = words
  else if (column.field === undefined || !['ref', 'text', 'owner', 'evidence'].includes(column.field)) {
    context.unplaced.push({ place: row.place, text: words, why: `No field is known for the column headed “${column.heading}”.` })
  }
}

/** The update of one column of progress: its first words may be its status, which is cut from the evidence. */
function readUpdate(row: JoinedRow, column: HeadedColumn, ref: string, context: ReadingContext): ReadUpdate {
  const blocks = row.cells.get(column.column) ?? []
  const month = writtenMonth(column.heading)
  const [day] = writtenDays(column.heading)
  const update: ReadUpdate = {
    round: day?.words ?? month?.words ?? column.heading,
    evidence: textOf(blocks).trim(),
    grade: null,
    place: row.place,
  }
  const presented = day?.day ?? context.documentDate
  if (presented) update.presented_on = presented
  const [first, ...rest] = blocks
  if (first?.kind !== 'paragraph') return update
  const found = gradeOf(first.text, context.scale)
  if (found.grade === null) return update
  update.grade = found.grade
  update.assessment_text = first.text.slice(0, first.text.length - found.rest.length).replace(/\s*[-–—:]?\s*$/, '')
  const { bold: _, ...plain } = first
  update.evidence = textOf(found.rest === '' ? rest : [{ ...plain, text: found.rest }, ...rest]).trim()
  if (found.doubt) context.doubts.push({ place: row.place, ref, field: 'grade', why: found.doubt })
  return update
}
