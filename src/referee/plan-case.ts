import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { ReadAction, ReadRecommendation, ReadReview, ReadTimescale } from '../reading/reading.ts'
import type { RuleSetting } from '../scales/scale.ts'
import type { Finding } from './finding.ts'
import type { Subject } from './raise-finding.ts'
import { numberInWords } from './plain-words.ts'
import { isBlank } from './sentences.ts'

/** A review as it was planned: what was recommended, who answers for it, by when, how it will be known. What a round says of it is not looked at. */
export interface PlanCase {
  review: ReadReview
  /** The day of the document that holds the plan; null where nothing says, and no rule of dates speaks then. */
  documentDate: CalendarDate | null
  rules?: Record<string, RuleSetting>
}

/** One thing of a plan that has an owner and a date: an action, or a recommendation that has none of its own. */
export interface Undertaking {
  recommendation: ReadRecommendation
  /** Absent where the recommendation itself is meant. */
  action?: ReadAction
  /** From 1, where its recommendation has several. */
  number: number | null
  part: string | null
}

/** What a plan undertakes, in the order of the page: its actions, and the recommendations that have none. */
export function undertakingsOf(recommendation: ReadRecommendation): Undertaking[] {
  if (recommendation.actions.length === 0) return [{ recommendation, number: null, part: null }]
  const several = recommendation.actions.length > 1
  return recommendation.actions.map((action, index) => ({
    recommendation,
    action,
    number: several ? index + 1 : null,
    part: action.part ?? null,
  }))
}

/** The actions of a plan, each as an undertaking. */
export function actionsOf(plan: PlanCase): Undertaking[] {
  return plan.review.recommendations.flatMap(undertakingsOf).filter(({ action }) => action !== undefined)
}

/** The timescales of an undertaking: the action's own where it has one, else its recommendation's, part by part. */
export function timescalesOf({ recommendation, action }: Undertaking): ReadTimescale[] {
  if (!isBlank(action?.due?.text)) return [action!.due!]
  if (recommendation.actions.some((other) => !isBlank(other.due?.text))) return []
  return recommendation.due.filter((due) => !isBlank(due.text))
}

export function ownersOf({ recommendation, action }: Undertaking): string[] {
  const own = (action?.owners ?? []).filter((owner) => !isBlank(owner))
  if (own.length > 0 || recommendation.actions.some((other) => other.owners.length > 0)) return own
  return recommendation.owners.filter((owner) => !isBlank(owner))
}

export function subjectOfUndertaking(plan: PlanCase, one: Undertaking): Subject {
  return {
    review: plan.review.title,
    ref: one.recommendation.ref,
    part: one.part,
    action: one.number,
    place: one.action?.place ?? one.recommendation.place,
  }
}

/** A vote of thanks, or a report noted: printed among the recommendations, but nobody has to do anything. */
export function asksNothing({ text }: ReadRecommendation): boolean {
  return /\b(?:be|are|is) (?:thanked|noted|commended|congratulated)\b[^.;]*\.?\s*$/i.test(text) && text.length < 300
}

/** Whether nothing more is owed: it asks for nothing, it was rejected, or the last word on it says that it is done. */
export function isClosed(recommendation: ReadRecommendation): boolean {
  if (asksNothing(recommendation)) return true
  if (recommendation.response?.answer === 'rejected') return true
  const last = recommendation.updates.at(-1)
  const grades = recommendation.updates
    .filter((said) => said.round === last?.round && said.presented_on === last?.presented_on)
    .map((said) => said.grade)
  return grades.length > 0 && grades.every((grade) => grade === 'achieved' || grade === 'completed' || grade === 'superseded')
}

/** Whether the plan has columns for how far each action has come. */
export function hasStatusColumns(review: ReadReview): boolean {
  const actions = review.recommendations.flatMap((recommendation) => recommendation.actions)
  return (
    actions.some((action) => action.percent_complete !== undefined || action.rag !== undefined) ||
    (review.layout === 'improvement-plan' && actions.length > 0)
  )
}

/**
 * The same fault on every action of a recommendation (or of its part) is one finding, not one each.
 * `among` are all undertakings of which `faults` are those at fault, with the finding each would get.
 */
export function foldedByPart(among: readonly Undertaking[], faults: ReadonlyMap<Undertaking, Finding>): Finding[] {
  const folded: Finding[] = []
  for (const siblings of Object.values(Object.groupBy(among, (one) => `${one.recommendation.ref}|${one.part ?? ''}`))) {
    const found = siblings!.flatMap((one) => faults.get(one) ?? [])
    const sameWords = new Set(found.map((one) => one.quote ?? '')).size === 1
    if (found.length > 1 && found.length === siblings!.length && sameWords)
      folded.push({
        ...found[0]!,
        action: null,
        message: `${found[0]!.message} The same holds for ${found.length === 2 ? 'both' : `all ${numberInWords(found.length)}`} actions.`,
      })
    else folded.push(...found)
  }
  return folded
}
