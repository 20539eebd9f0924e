import { isSentence } from './scale-key.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import type { PaperCell, PaperRow, PaperSection, PaperTable } from '../platform/documents/paper-document.ts'
import { heading } from '../platform/documents/paper-document.ts'
import type { ReadRecommendation, ReadReview, ReadUpdate } from '../reading/reading.ts'
import { bandRow, blocksOf, cell, headerRow, reachingDown, rowsOf } from './paper-words.ts'
import { type ProgressLine, linesOf, updatesByLine } from './progress-lines.ts'
import {
  assessmentWords,
  evidenceWords,
  hasActionPlan,
  recommendationWords,
  responseWords,
  timescaleWords,
} from './recommendation-words.ts'
import { guidanceOf, ownersWords } from './review-particulars.ts'
import { type PaperRound, roundsOf } from './review-rounds.ts'

/** A column of the table: its heading, its share of the width, and its cell on each row of a recommendation. */
interface Column {
  heading: string
  width: number
  cells: (recommendation: ReadRecommendation, lines: readonly ProgressLine[]) => (PaperCell | null)[]
}

/**
 * The quarterly progress table: a row a recommendation (more for its parts and statements), a pair of columns a round. A review
 * without recommendations is announced in its heading, in the words of its status (`to follow`).
 */
export function progressTable(
  review: ReadReview,
  options: { actions: 'in a column' | 'elsewhere' } = { actions: 'in a column' },
): PaperSection {
  const actions = options.actions === 'in a column' && !hasActionPlan(review)
  const announced = review.recommendations.length > 0 ? undefined : review.status
  const table = review.recommendations.length > 0 ? [tableOf(review, actions)] : []
  return {
    orientation: 'landscape',
    blocks: [heading(1, `${review.title} – ${announced ?? 'Progress Update'}`), ...table],
  }
}

function tableOf(review: ReadReview, actions: boolean): PaperTable {
  const rounds = roundsOf(review)
  const columns = [...particulars(review, actions), ...rounds.flatMap((round) => columnsOfRound(round, review))]
  let theme: string | undefined
  const rows = review.recommendations.flatMap((recommendation): PaperRow[] => {
    const opens = recommendation.theme !== theme && recommendation.theme !== undefined
    theme = recommendation.theme
    const lines = linesOf(recommendation, rounds)
    const own = rowsOf(columns.map((column) => column.cells(recommendation, lines)))
    return opens ? [bandRow(recommendation.theme ?? '', columns.length), ...own] : own
  })
  return {
    kind: 'table',
    title: `Progress on the recommendations of the review ${review.title}`,
    widths: columns.map((column) => column.width),
    header: [headerRow(columns.map((column) => column.heading))],
    rows,
  }
}

function particulars(review: ReadReview, actions: boolean): Column[] {
  const some = (has: (recommendation: ReadRecommendation) => unknown) => review.recommendations.some(has)
  const columns: (Column | false)[] = [
    { heading: 'No.', width: 4, cells: (one, lines) => once(lines, one.ref, { rowHeader: true }) },
    {
      heading: 'Recommendation',
      width: 20,
      cells: (one, lines) => inFirst(lines, { blocks: [...blocksOf(recommendationWords(one)), ...guidanceOf(one)] }),
    },
    some((one) => one.response) && { heading: 'Response', width: 12, cells: (one, lines) => once(lines, responseWords(one.response)) },
    actions &&
      some((one) => one.actions.length > 0) && {
        heading: 'Agreed Action',
        width: 14,
        cells: (one, lines) => once(lines, one.actions.map((action) => action.text).join('\n')),
      },
    some((one) => one.success_measure) && {
      heading: 'Success Measure',
      width: 12,
      cells: (one, lines) => once(lines, one.success_measure),
    },
    { heading: 'Link Officer', width: 11, cells: (one, lines) => once(lines, ownersWords(one)) },
    {
      heading: 'Anticipated Completion Date/ Completion Date',
      width: 11,
      cells: (one, lines) => once(lines, one.due.map(timescaleWords).join('\n')),
    },
  ]
  return columns.filter((column) => column !== false)
}

function columnsOfRound(round: PaperRound, review: ReadReview): Column[] {
  const column = (words: string, width: number, text: (update: ReadUpdate, of: ReadRecommendation) => string): Column => ({
    heading: words,
    width,
    cells: (one, lines) => reachingDown(updatesByLine(lines, round, one).map((update) => update && blocksOf(text(update, one)))),
  })
  return [
    column(evidenceHeading(round), 20, evidenceWords),
    column(assessmentHeading(review), 9, (update) => assessmentWords(update, review.scale)),
    ...(round.hasImpact ? [column('Evidence of Impact', 14, (update) => update.impact ?? '')] : []),
    ...(round.hasNewDates ? [column('Revised Completion Date', 9, (update) => timescaleWords(update.revised_due))] : []),
  ]
}

function evidenceHeading(round: PaperRound): string {
  const words = round.label === '' ? 'Evidence of progress' : `${round.label} evidence of progress`
  return round.presentedOn ? `${words}\nPresented to Committee on ${inWords(round.presentedOn)}` : words
}

function assessmentHeading({ scale }: ReadReview): string {
  if (/assess|grade|grading|status|rating/i.test(scale.name) && !isSentence(scale.name)) return scale.name
  const codes = scale.grades.map((grade) => grade.code)
  return codes.length > 1 && codes.every((code) => /^\d+$/.test(code))
    ? `Assessment of progress (Categories ${codes[0]}-${codes.at(-1)})`
    : 'Assessment of progress'
}

function inFirst(lines: readonly ProgressLine[], first: PaperCell): (PaperCell | null)[] {
  return lines.map((_, row) => (row === 0 ? { ...first, rows: lines.length } : null))
}

function once(lines: readonly ProgressLine[], text: string | undefined, more: { rowHeader?: boolean } = {}): (PaperCell | null)[] {
  return inFirst(lines, cell(text, more))
}
