import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import type { RecommendationRecord } from '../recommendations/recommendation.ts'
import { judgeReading } from '../referee/judge-reading.ts'
import type { Finding } from '../referee/finding.ts'
import type { Reading } from '../reading/reading.ts'
import { asReview } from '../reviews/review-as-reading.ts'
import type { ReviewRecord, ReviewRound } from '../reviews/review.ts'
import { frozenFindings, loadOverrides } from './round-record.queries.ts'
import { findingKey, type RoundFinding, type RoundRecord } from './round.ts'

/** How many rounds a round's paper shows beside one another, the round itself among them. */
export const ROUNDS_SIDE_BY_SIDE = 2

/** The round in the shape in which documents are read: its reviews with this round's updates and those of the rounds just before. */
export function roundAsReading(round: RoundRecord): Reading {
  return {
    format: 'heed.reading/1',
    source: { name: round.name, kind: 'record' },
    organisation: round.council,
    committee: round.meeting.committeeName,
    document_date: round.presentedOn,
    reviews: round.reviews.map((review) => {
      const rounds = roundsUpTo(review, round.id)
      const since = rounds[0]?.presentedOn ?? round.presentedOn
      const asked = onlyAsked(review, round.id)
      const recommendations = asked.recommendations.map((one) => decidedBetween(one, since, round.presentedOn))
      return asReview(
        { ...asked, recommendations },
        rounds.map(({ id }) => id),
      )
    }),
    meetings: [],
    unplaced: [],
    doubts: [],
  }
}

/** What the meetings decided since the first round that is shown; the round itself is still to go before its own. */
function decidedBetween(recommendation: RecommendationRecord, since: CalendarDate, before: CalendarDate): RecommendationRecord {
  const decisions = recommendation.decisions.filter(({ heldOn }) => heldOn >= since && heldOn < before)
  return { ...recommendation, decisions, parts: recommendation.parts.map((part) => decidedBetween(part, since, before)) }
}

/** The rounds of a review that a round's paper shows: the round and the one before it. */
export function roundsUpTo(review: ReviewRecord, roundId: string): ReviewRound[] {
  const last = review.rounds.findIndex((round) => round.id === roundId)
  return review.rounds.slice(Math.max(0, last + 1 - ROUNDS_SIDE_BY_SIDE), last + 1)
}

/** The review with only those recommendations that the round asks about: what is signed off or left out is not in its paper. */
function onlyAsked(review: ReviewRecord, roundId: string): ReviewRecord {
  const isAsked = (recommendation: ReviewRecord['recommendations'][number]): boolean =>
    recommendation.updates.some((update) => update.roundId === roundId) || recommendation.parts.some(isAsked)
  return { ...review, recommendations: review.recommendations.filter(isAsked) }
}

/**
 * What the referee says of a round, with the overrides beside: the findings of this round, and those of the plan itself. Of a frozen round
 * it is what was frozen with it, whatever was corrected or which rules were changed since.
 */
export async function findingsOfRound(trx: Trx, round: RoundRecord): Promise<RoundFinding[]> {
  const frozen = round.state === 'frozen' ? await findingsFrozenWith(trx, round.id) : undefined
  return frozen ?? withOverrides(trx, round.id, judgeRound(round))
}

/** The findings with the overrides that stand in the round. */
export async function withOverrides(trx: Trx, roundId: string, findings: readonly Finding[]): Promise<RoundFinding[]> {
  const overrides = await loadOverrides(trx, roundId)
  return findings.map((finding) => {
    const key = findingKey(finding)
    const override = overrides.find((one) => one.of === key)
    return {
      ...finding,
      key,
      ...(override && { override: { id: override.id, reason: override.reason, by: override.by ?? '', at: override.made_at } }),
    }
  })
}

/** What was frozen with a round; who overrode a finding, and when, is not part of that, so it is taken from the record. Undefined while it is not frozen. */
export async function findingsFrozenWith(trx: Trx, roundId: string): Promise<RoundFinding[] | undefined> {
  const frozen = await frozenFindings(trx, roundId)
  if (!frozen) return undefined
  const overrides = await loadOverrides(trx, roundId)
  return frozen.map(({ override: reason, ...finding }) => {
    const made = overrides.find((one) => one.of === finding.key && one.reason === reason)
    return { ...finding, ...(made && { override: { id: made.id, reason: made.reason, by: made.by ?? '', at: made.made_at } }) }
  })
}

/** The referee's findings that belong to this round; those of the rounds before were their own paper's. */
export function judgeRound(round: RoundRecord): Finding[] {
  return round.reviews.flatMap((review) => {
    const reading = roundAsReading({ ...round, reviews: [review] })
    return judgeReading(reading, { rules: review.scale.rules }).filter(
      (finding) => finding.presented_on === null || finding.presented_on === round.presentedOn,
    )
  })
}

/** The findings that keep the paper back: they stop it and nobody has said why it may go out all the same. */
export function stopping(findings: readonly RoundFinding[]): RoundFinding[] {
  return findings.filter((finding) => finding.severity === 'stops' && !finding.override)
}
