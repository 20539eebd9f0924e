import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Finding } from '../referee/finding.ts'
import type { Reading } from '../reading/reading.ts'
import type { RecommendationRecord, UpdateRecord } from '../recommendations/recommendation.ts'
import type { ReviewRecord, RoundState } from '../reviews/review.ts'
import type { ItemAsked } from './insert-round.ts'

/** A round with its reviews as they are now. */
export interface RoundRecord {
  id: string
  slug: string
  name: string
  /** The council's name and how to reach it, as its papers say. */
  council: string
  contact: string
  presentedOn: CalendarDate
  dueOn: CalendarDate | null
  state: RoundState
  frozenHash: string | null
  frozenAt: Date | null
  meeting: { id: string; slug: string; committeeName: string; committeeSlug: string }
  reviews: ReviewRecord[]
}

/** A finding of a round and, where an officer overrode it, why. */
export interface RoundFinding extends Finding {
  key: string
  override?: { id: string; reason: string; by: string; at: Date }
}

/** What a frozen round holds for good: what members saw, and what the referee had said of it. */
export interface FrozenRound {
  format: 'heed.round/1'
  round: { name: string; presented_on: CalendarDate; committee: string }
  reading: Reading
  /** With the reason where a finding was overridden. */
  findings: (Finding & { key: string; override?: string })[]
}

/** Of what a finding is, so that an override of it still fits after the text is edited: review, reference, part, action and rule. */
export function findingKey(finding: Finding): string {
  return [finding.review ?? '', finding.ref ?? '', finding.part ?? '', finding.action ?? '', finding.rule].join(' · ')
}

const SETTLED = new Set(['achieved', 'completed', 'superseded'])

/**
 * Whether a recommendation is settled: as the committee left it; where it decided nothing, by the last round: every statement and part of it graded achieved, completed or superseded.
 */
export function isSettled(recommendation: RecommendationRecord, roundId: string | undefined): boolean {
  const { decided, parts } = recommendation
  if (decided !== null) return decided === 'settled'
  if (parts.length > 0 && parts.every((part) => part.decided === 'settled')) return true
  const last = updatesOf(recommendation, roundId)
  return last.length > 0 && last.every((update) => update.meaning !== null && SETTLED.has(update.meaning))
}

/**
 * What a new round asks about a recommendation: the lines of its last round again, so that none vanishes; where it has had none,
 * its actions (in an improvement plan, where only actions are assessed), its parts, or the recommendation itself.
 */
export function itemsToAsk(recommendation: RecommendationRecord, review: Pick<ReviewRecord, 'layout' | 'rounds'>): ItemAsked[] {
  const lastRound = review.rounds.findLast((round) => updatesOf(recommendation, round.id).length > 0)
  const last = updatesOf(recommendation, lastRound?.id)
  const open = last.filter((update) => !isSettledPart(recommendation, update))
  if (last.length > 0)
    return (open.length > 0 ? open : last).map(({ recommendationId, actionId, statement }) => ({ recommendationId, actionId, statement }))
  if (review.layout === 'improvement-plan' && recommendation.actions.length > 0)
    return recommendation.actions.map((action) => ({ recommendationId: recommendation.id, actionId: action.id, statement: 1 }))
  const asked = recommendation.parts.length > 0 ? recommendation.parts : [recommendation]
  return asked.map(({ id }) => ({ recommendationId: id, statement: 1 }))
}

/** A part that the committee signed off or closed is left out while its whole is asked about. */
function isSettledPart({ parts }: RecommendationRecord, { recommendationId }: UpdateRecord): boolean {
  return parts.some(({ id, decided }) => id === recommendationId && decided === 'settled')
}

function updatesOf(recommendation: RecommendationRecord, roundId: string | undefined): UpdateRecord[] {
  return [...recommendation.updates, ...recommendation.parts.flatMap((part) => part.updates)]
    .filter((update) => update.roundId === roundId)
    .sort((a, b) => a.position - b.position || a.statement - b.statement)
}
