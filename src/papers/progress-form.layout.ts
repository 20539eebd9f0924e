import { type CalendarDate, inWords } from '../platform/core/calendar-date.ts'
import type { PaperBlock, PaperRow, PaperSection, PaperTable } from '../platform/documents/paper-document.ts'
import { heading, paragraph } from '../platform/documents/paper-document.ts'
import type { ReadRecommendation, ReadReview, ReadUpdate } from '../reading/reading.ts'
import { blocksOf, cell, distinct, listed } from './paper-words.ts'
import {
  assessmentWords,
  evidenceWords,
  hasActionPlan,
  recommendationWords,
  responseWords,
  timescaleWords,
} from './recommendation-words.ts'
import { ownersWords } from './review-particulars.ts'
import { roundsOf } from './review-rounds.ts'

/** The progress form: a head, then a block of two columns for each recommendation, labels left. */
export function progressForm(review: ReadReview, documentDate?: CalendarDate): PaperSection {
  const presented = distinct(
    roundsOf(review).flatMap((round) =>
      round.presentedOn && round.presentedOn !== documentDate ? [`${round.label}: ${inWords(round.presentedOn)}`] : [],
    ),
  )
  const head: [string, string | undefined][] = [
    ['Date of meeting:', documentDate && inWords(documentDate)],
    ['Review:', review.title],
    ['Link Officer/s:', listed(review.link_officers ?? [])],
    ['Action Plan Agreed:', review.action_plan_agreed],
    ['Presented to Committee:', presented.join('\n')],
    ['Version:', [review.plan_version, review.plan_date].filter(Boolean).join(', ')],
    ['Status:', review.status],
  ]
  const actions = !hasActionPlan(review)
  return {
    orientation: 'portrait',
    blocks: [
      heading(1, 'Scrutiny Monitoring – Progress Update'),
      { kind: 'pairs', pairs: head.filter(([, text]) => text).map(([label, text]) => ({ label, blocks: blocksOf(text) })) },
      ...review.recommendations.map((recommendation) => formOf(recommendation, review, actions)),
    ],
  }
}

function formOf(recommendation: ReadRecommendation, review: ReadReview, actions: boolean): PaperTable {
  const rows = [
    ...optional('Theme:', recommendation.theme),
    row('Responsibility:', ownersWords(recommendation)),
    row('Date:', recommendation.due.map(timescaleWords).join('\n')),
    ...optional('Response:', responseWords(recommendation.response)),
    ...(actions ? recommendation.actions.map((action) => row('Agreed Action:', action.text)) : []),
    ...optional('Agreed Success Measure:', recommendation.success_measure),
    ...optional('Why this is important:', recommendation.why_important),
    ...optional('What ‘good’ looks like:', recommendation.what_good_looks_like),
    ...recommendation.updates.flatMap((update) => rowsOfUpdate(update, recommendation, review)),
  ]
  return {
    kind: 'table',
    title: `Recommendation ${recommendation.ref}`,
    widths: [28, 72],
    header: [{ cells: [cell(`Recommendation ${recommendation.ref}:`), { blocks: blocksOf(recommendationWords(recommendation)) }] }],
    rows,
  }
}

function rowsOfUpdate(update: ReadUpdate, recommendation: ReadRecommendation, { scale }: ReadReview): PaperRow[] {
  const round = update.round === '' ? '' : ` (${update.round})`
  return [
    row(`Evidence of Progress${round}:`, evidenceWords(update, recommendation)),
    { cells: [{ blocks: assessmentLabel(round), rowHeader: true }, cell(assessmentWords(update, scale))] },
    row(`Evidence of Impact${round}:`, update.impact ?? ''),
    ...optional(`Revised Date${round}:`, timescaleWords(update.revised_due)),
  ]
}

function assessmentLabel(round: string): PaperBlock[] {
  return [paragraph(`Assessment of Progress${round}:`), paragraph({ text: '(include explanation if required)', italic: true, bold: false })]
}

function row(label: string, text: string): PaperRow {
  return { cells: [cell(label, { rowHeader: true }), cell(text)] }
}

function optional(label: string, text: string | undefined): PaperRow[] {
  return text ? [row(label, text)] : []
}
