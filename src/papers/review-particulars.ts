import { inWords } from '../platform/core/calendar-date.ts'
import type { PaperBlock, PaperRow } from '../platform/documents/paper-document.ts'
import { heading, lead } from '../platform/documents/paper-document.ts'
import type { Layout, ReadDecision, ReadRecommendation, ReadReview } from '../reading/reading.ts'
import { cell, distinct, headerRow, labelled, led, listed } from './paper-words.ts'
import { hasActionPlan } from './recommendation-words.ts'

/**
 * What a review says of itself, for after its table, save what its layout shows elsewhere. Not above it: the words nearest above
 * a table are read as its title.
 */
export function aboutReview(review: ReadReview, layout: Layout): PaperBlock[] {
  if (layout === 'progress-form' || review.recommendations.length === 0) return []
  const agreedInTable = layout === 'response-table' && !hasActionPlan(review)
  const version = [review.plan_version, review.plan_date].filter(Boolean).join(', ')
  const facts: [string, string | undefined][] = [
    ['Link Officer/s:', (review.link_officers ?? []).join('; ')],
    ['Action Plan Agreed:', agreedInTable ? undefined : review.action_plan_agreed],
    ['Version:', layout === 'improvement-plan' ? undefined : version],
    ['Status:', review.status],
  ]
  return facts.flatMap(([label, text]) => (text ? labelled(label, text) : []))
}

/** Why a recommendation matters and what good looks like, for layouts that have no rows for them. */
export function guidanceOf(recommendation: ReadRecommendation): PaperBlock[] {
  return [
    ...(recommendation.why_important ? labelled('Why this is important:', recommendation.why_important) : []),
    ...(recommendation.what_good_looks_like ? labelled('What ‘good’ looks like:', recommendation.what_good_looks_like) : []),
  ]
}

/** The themes' guidance after the table, for layouts that have no rows for it. */
export function themesOf(review: ReadReview, layout: Layout): PaperBlock[] {
  const used = new Set(review.recommendations.map((recommendation) => recommendation.theme))
  return (review.themes ?? []).flatMap((theme) => {
    const good = (theme.what_good_looks_like ?? []).map((line) => `- ${line}`).join('\n')
    const shown = layout === 'improvement-plan' || (!theme.why_important && !good)
    if (shown && used.has(theme.title)) return []
    return [
      heading(2, theme.title),
      ...(theme.why_important ? labelled('Why this is important:', theme.why_important) : []),
      ...(good ? labelled('What ‘good’ looks like:', good) : []),
    ]
  })
}

/** What committees decided, the owner's grade and theirs side by side; nothing before a meeting has decided anything. */
export function decidedOf({ title, recommendations }: ReadReview): PaperBlock[] {
  const rows = recommendations.flatMap((recommendation) =>
    (recommendation.decisions ?? []).map((decision) => decidedRow(recommendation, decision)),
  )
  if (rows.length === 0) return []
  const heads = ['Of', 'At the meeting of', 'The owner’s assessment', 'The committee’s assessment', 'What was decided', 'Minute']
  return [
    heading(2, `Decided on ${title}`),
    { kind: 'table', title: `What was decided on ${title}`, widths: [12, 20, 14, 14, 30, 10], header: [headerRow(heads)], rows },
  ]
}

function decidedRow({ ref, actions }: ReadRecommendation, decision: ReadDecision): PaperRow {
  const action = decision.action && `action ${actions[decision.action - 1]?.ref ?? decision.action}`
  const of = [`Recommendation ${ref}`, decision.part && `part ${decision.part}`, action].filter(Boolean).join(', ')
  return {
    cells: [
      cell(of, { rowHeader: true }),
      cell(`${decision.committee}, ${inWords(decision.held_on)}`),
      cell(decision.owner_grade ?? ''),
      cell(decision.committee_grade ?? ''),
      cell([decision.decided, decision.words].filter(Boolean).join('. ')),
      cell(decision.minute ?? ''),
    ],
  }
}

/** Each owner on a line, told which part is theirs. */
export function ownersWords({ owners, owner_parts: byPart = [] }: ReadRecommendation): string {
  const whole = owners.filter((owner) => !byPart.some((one) => one.owner === owner))
  const parts = distinct(byPart.map(({ part }) => part))
  const ofPart = (part: string) => listed(byPart.filter((one) => one.part === part).map(({ owner }) => owner))
  return [listed(whole), ...parts.map((part) => led(`${part}.`, ofPart(part)))].filter((words) => words !== '').join('\n')
}

/** Whose paper it is and for when, at its head. */
export function titleLines(lines: readonly (string | undefined)[]): PaperBlock[] {
  return lines.flatMap((line) => (line ? [lead(line)] : []))
}
