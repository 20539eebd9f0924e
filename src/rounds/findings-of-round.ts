import type { Trx } from '../platform/database/database.ts'
import { judgeReading } from '../referee/judge-reading.ts'
import type { Finding } from '../referee/finding.ts'
import type { Reading } from '../reading/reading.ts'
import { asReview } from '../reviews/review-as-reading.ts'
import type { ReviewRecord, ReviewRound } from '../reviews/review.ts'
import { loadOverrides } from './round-record.queries.ts'
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
    reviews: round.reviews.map((review) =>
      asReview(
        onlyAsked(review, round.id),
        roundsUpTo(review, round.id).map((one) => one.id),
      ),
    ),
    meetings: [],
    unplaced: [],
    doubts: [],
  }
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

/** What the referee says of a round as it stands, with the overrides beside: the findings of this round, and those of the plan itself. */
export async function findingsOfRound(trx: Trx, round: RoundRecord): Promise<RoundFinding[]> {
  const overrides = await loadOverrides(trx, round.id)
  return judgeRound(round).map((finding) => {
    const key = findingKey(finding)
    const override = overrides.find((one) => one.of === key)
    return {
      ...finding,
      key,
      ...(override && { override: { id: override.id, reason: override.reason, by: override.by ?? '', at: override.made_at } }),
    }
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
