import type { PaperBlock } from '../platform/documents/paper-document.ts'
import { heading, lead } from '../platform/documents/paper-document.ts'
import type { Layout, ReadRecommendation, ReadReview } from '../reading/reading.ts'
import { blocksOf, labelled, led, listed, distinct } from './paper-words.ts'

type HeadFact = 'link_officers' | 'action_plan_agreed' | 'plan_version'

/** What a review says of itself above its table, save what the layout shows elsewhere. */
export function reviewHead(review: ReadReview, elsewhere: readonly HeadFact[] = []): PaperBlock[] {
  const facts: [HeadFact, string, string | undefined][] = [
    ['link_officers', 'Link Officer/s:', listed(review.link_officers ?? [])],
    ['action_plan_agreed', 'Action Plan Agreed:', review.action_plan_agreed],
    ['plan_version', 'Version:', [review.plan_version, review.plan_date].filter(Boolean).join(', ')],
  ]
  const shown = facts.filter(([fact, , text]) => text && !elsewhere.includes(fact))
  if (shown.length === 0) return []
  return [{ kind: 'pairs', pairs: shown.map(([, label, text]) => ({ label, blocks: blocksOf(text) })) }]
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
