import type { PaperBlock, PaperCell, PaperRow, PaperSection, PaperTable } from '../platform/documents/paper-document.ts'
import { bold, heading, note, paragraph } from '../platform/documents/paper-document.ts'
import type { ReadAction, ReadRecommendation, ReadReview, ReadTheme, ReadUpdate } from '../reading/reading.ts'
import { planUpdate } from './plan-updates.ts'
import { bandRow, blocksOf, cell, distinct, headerRow, labelled, listed } from './paper-words.ts'
import { ownersWords } from './review-particulars.ts'
import { recommendationWords, responseWords, timescaleWords } from './recommendation-words.ts'

interface Column {
  heading: string
  width: number
  cell: (action: ReadAction, update: ReadUpdate | undefined) => PaperCell
}

const NOTHING: ReadUpdate = { round: '', evidence: '', grade: null }

/** The improvement plan: under each theme its recommendations, each with why it matters, what good looks like and its actions. */
export function improvementPlan(review: ReadReview): PaperSection {
  const columns = columnsOf(review)
  let theme: string | undefined
  const rows = review.recommendations.flatMap((recommendation) => {
    const opens = recommendation.theme !== undefined && recommendation.theme !== theme
    theme = recommendation.theme
    const own = rowsOf(recommendation, columns)
    return opens ? [...themeRows(theme ?? '', review.themes ?? [], columns.length), ...own] : own
  })
  const table: PaperTable = {
    kind: 'table',
    title: `${review.title}: actions under each recommendation`,
    widths: columns.map((column) => column.width),
    header: [headerRow(columns.map((column) => column.heading))],
    rows,
  }
  return { orientation: 'landscape', blocks: [heading(1, review.title), ...headOf(review), table] }
}

function headOf(review: ReadReview): PaperBlock[] {
  return [review.plan_version, review.plan_date].flatMap((line) => (line ? [note(line)] : []))
}

function columnsOf(review: ReadReview): Column[] {
  const some = (has: (action: ReadAction) => unknown) => review.recommendations.some((one) => one.actions.some(has))
  const told = (has: (update: ReadUpdate) => unknown) =>
    review.recommendations.some((one) => one.actions.some((_, index) => has(planUpdate(one, index + 1) ?? NOTHING)))
  const columns: (Column | false)[] = [
    { heading: 'Ref', width: 5, cell: (action) => cell(action.ref ?? '') },
    { heading: 'Outcome', width: 17, cell: (action) => cell(action.outcome) },
    { heading: 'Action', width: 18, cell: (action) => cell(action.part ? `${action.part}. ${action.text}` : action.text) },
    { heading: 'Success Measure', width: 17, cell: (action) => cell((action.measures ?? []).join('\n')) },
    { heading: 'Lead(s)', width: 11, cell: (action) => cell(listed(action.owners)) },
    { heading: 'Date Due', width: 10, cell: (action) => cell(timescaleWords(action.due)) },
    some((action) => action.budget) && { heading: 'Budget Cost', width: 9, cell: (action) => cell(action.budget) },
    { heading: 'Status: what is the progress on the action?', width: 12, cell: statusCell },
    told((update) => update.evidence) && { heading: 'Progress update', width: 18, cell: (_, update) => cell(update?.evidence) },
    {
      heading: 'Performance: is the action making a difference?',
      width: 12,
      cell: (action, update) => cell(performanceWords(action, update)),
    },
  ]
  return columns.filter((column) => column !== false)
}

function statusCell(action: ReadAction, update: ReadUpdate | undefined): PaperCell {
  const percent = typeof action.percent_complete === 'number' ? ` ${action.percent_complete}%` : ''
  const status = action.rag || update?.assessment_text
  const rag = status ? ` ${status}` : ''
  return { blocks: [paragraph(bold('% complete:'), percent), paragraph(bold('RAG rating:'), rag)] }
}

/** What difference the action makes, said once where the update says it again. */
function performanceWords({ performance }: ReadAction, update: ReadUpdate | undefined): string {
  return distinct([performance, update?.impact].filter((words) => words !== undefined)).join('\n')
}

function themeRows(title: string, themes: readonly ReadTheme[], columns: number): PaperRow[] {
  const theme = themes.find((one) => one.title === title)
  return [
    bandRow(title, columns),
    ...guidance(theme?.why_important, (theme?.what_good_looks_like ?? []).map((line) => `- ${line}`).join('\n'), columns),
  ]
}

function rowsOf(recommendation: ReadRecommendation, columns: readonly Column[]): PaperRow[] {
  const width = columns.length
  const words = recommendationWords(recommendation)
  const opening: PaperRow = {
    cells: [
      cell(recommendation.ref, { rowHeader: true, band: true }),
      { blocks: blocksOf(words, (line) => [bold(line)]), columns: width - 1, band: true },
    ],
  }
  return [
    opening,
    ...guidance(recommendation.why_important, recommendation.what_good_looks_like, width),
    ...particularRows(recommendation, width),
    ...recommendation.actions.map((action, index) => ({
      cells: columns.map((column) => column.cell(action, planUpdate(recommendation, index + 1))),
    })),
  ]
}

/** What the columns have no place for, across the table and labelled. */
function particularRows(recommendation: ReadRecommendation, width: number): PaperRow[] {
  const lines: [string, string | undefined][] = [
    ['Response:', responseWords(recommendation.response)],
    ['Responsibility:', ownersWords(recommendation)],
    ['Timescale:', recommendation.due.map(timescaleWords).join('\n')],
    ['Success measure:', recommendation.success_measure],
  ]
  // A row across that is no sentence would be taken for the heading of a theme.
  return lines.flatMap(([label, text]) => (text ? [acrossRow(labelled(label, /[.!?]$/.test(text) ? text : `${text}.`), width)] : []))
}

function guidance(why: string | undefined, good: string | undefined, width: number): PaperRow[] {
  return [
    ...(why ? [acrossRow(labelled('Why this is important:', why), width)] : []),
    ...(good ? [acrossRow(labelled('What ‘good’ looks like:', good), width)] : []),
  ]
}

function acrossRow(blocks: PaperBlock[], width: number): PaperRow {
  return { cells: [{ blocks: [] }, { blocks, columns: width - 1 }] }
}
