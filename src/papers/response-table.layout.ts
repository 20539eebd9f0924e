import { type CalendarDate, inWords } from '../platform/core/calendar-date.ts'
import type { PaperBlock, PaperCell, PaperSection, PaperTable } from '../platform/documents/paper-document.ts'
import { bold, heading, paragraph } from '../platform/documents/paper-document.ts'
import type { ReadRecommendation, ReadReview, ReadUpdate } from '../reading/reading.ts'
import { blocksOf, cell, headerRow } from './paper-words.ts'
import {
  assessmentWords,
  evidenceWords,
  hasActionPlan,
  recommendationWords,
  responseWords,
  timescaleWords,
} from './recommendation-words.ts'
import { guidanceOf, ownersWords } from './review-particulars.ts'
import { type PaperRound, roundsOf, updatesIn } from './review-rounds.ts'

interface Column {
  heading: string
  width: number
  cell: (recommendation: ReadRecommendation) => PaperCell
}

/** The multi-agency response: each recommendation under its own heading, who leads, how it will be achieved, and each update with its status. */
export function responseTable(review: ReadReview, documentDate?: CalendarDate): PaperSection {
  const columns = [...particulars(review), ...roundsOf(review).flatMap((round) => columnsOfRound(round, review, documentDate))]
  const table: PaperTable = {
    kind: 'table',
    title: `Response to the recommendations of ${review.title}`,
    widths: columns.map((column) => column.width),
    header: [headerRow(columns.map((column) => column.heading))],
    rows: review.recommendations.map((recommendation) => ({ cells: columns.map((column) => column.cell(recommendation)) })),
  }
  return {
    orientation: 'landscape',
    blocks: [heading(1, review.title), ...(review.recommendations.length > 0 ? [table] : [])],
  }
}

function particulars(review: ReadReview): Column[] {
  const some = (has: (recommendation: ReadRecommendation) => unknown) => review.recommendations.some(has)
  const asAt = review.action_plan_agreed ? ` as at ${review.action_plan_agreed}` : ''
  const columns: (Column | false)[] = [
    { heading: 'Rec N°', width: 5, cell: (one) => cell(one.ref, { rowHeader: true }) },
    { heading: 'Recommendation', width: 24, cell: recommendationCell },
    { heading: 'Lead agency/ partnership', width: 11, cell: (one) => cell(ownersWords(one)) },
    some((one) => one.due.length > 0) && { heading: 'Timescale', width: 9, cell: (one) => cell(one.due.map(timescaleWords).join('\n')) },
    some((one) => one.response) && { heading: 'Response', width: 14, cell: (one) => cell(responseWords(one.response)) },
    some((one) => one.success_measure) && { heading: 'Success Measure', width: 12, cell: (one) => cell(one.success_measure) },
    !hasActionPlan(review) && {
      heading: `Brief outline of how it will be achieved${asAt}`,
      width: 28,
      cell: (one) => cell(one.actions.map((action) => action.text).join('\n')),
    },
  ]
  return columns.filter((column) => column !== false)
}

function recommendationCell(recommendation: ReadRecommendation): PaperCell {
  const theme = recommendation.theme ? [paragraph(bold(recommendation.theme))] : []
  return { blocks: [...theme, ...blocksOf(recommendationWords(recommendation)), ...guidanceOf(recommendation)] }
}

function columnsOfRound(round: PaperRound, review: ReadReview, documentDate: CalendarDate | undefined): Column[] {
  const impacts = (one: ReadRecommendation) => updatesIn(round, one).flatMap((update) => (update.impact ? [update.impact] : []))
  const dates = (one: ReadRecommendation) => updatesIn(round, one).map((update) => timescaleWords(update.revised_due))
  const columns: (Column | false)[] = [
    { heading: updateHeading(round, review, documentDate), width: 28, cell: (one) => updateCell(updatesIn(round, one), one, review) },
    round.hasImpact && { heading: 'Evidence of Impact', width: 14, cell: (one) => cell(impacts(one).join('\n')) },
    round.hasNewDates && { heading: 'Revised deadline', width: 9, cell: (one) => cell(dates(one).join('\n')) },
  ]
  return columns.filter((column) => column !== false)
}

/** The day it was presented is told where it is not the paper's own. */
function updateHeading(round: PaperRound, { scale }: ReadReview, documentDate: CalendarDate | undefined): string {
  const name = /update|progress/i.test(scale.name) ? scale.name : 'Progress update'
  const words = round.label === '' ? name : `${name} (as at ${round.label})`
  return round.presentedOn && round.presentedOn !== documentDate
    ? `${words}\nPresented to Committee on ${inWords(round.presentedOn)}`
    : words
}

/** The status opens the update, in bold on a line of its own. */
function updateCell(updates: readonly ReadUpdate[], recommendation: ReadRecommendation, review: ReadReview): PaperCell {
  const blocks = updates.flatMap((update): PaperBlock[] => {
    const status = assessmentWords(update, review.scale)
    return [...blocksOf(status, (line) => [bold(line)]), ...blocksOf(evidenceWords(update, recommendation))]
  })
  return { blocks }
}
