import type { Trx } from '../platform/database/database.ts'
import { judgePlan } from '../referee/judge-plan.ts'
import { judgeRound } from '../rounds/findings-of-round.ts'
import { loadOverrides } from '../rounds/round-record.queries.ts'
import { findingKey, type RoundFinding } from '../rounds/round.ts'
import { asReview } from './review-as-reading.ts'
import type { ReviewRecord, ReviewRound } from './review.ts'

/** What the referee says of one round of a review, or (without a round) of its plan. */
export interface FindingsOfRound {
  round: ReviewRound | null
  findings: RoundFinding[]
}

/**
 * What the referee says of these rounds of a review, as each round's own paper would say it, with the overrides beside. Findings of the
 * plan belong to the last round; a review without rounds is judged by its plan alone.
 */
export async function findingsOfReview(
  trx: Trx,
  review: ReviewRecord,
  council: string,
  rounds: readonly ReviewRound[] = review.rounds,
): Promise<FindingsOfRound[]> {
  if (review.rounds.length === 0) return [{ round: null, findings: planFindings(review) }]
  const told: FindingsOfRound[] = []
  for (const round of rounds) {
    const overrides = await loadOverrides(trx, round.id)
    const findings = judgeReviewRound(review, round, council).map((finding): RoundFinding => {
      const key = findingKey(finding)
      const override = overrides.find((one) => one.of === key)
      return {
        ...finding,
        key,
        ...(override && { override: { id: override.id, reason: override.reason, by: override.by ?? '', at: override.made_at } }),
      }
    })
    told.push({ round, findings })
  }
  return told
}

function judgeReviewRound(review: ReviewRecord, round: ReviewRound, council: string) {
  const { name: committeeName, slug: committeeSlug } = review.committee
  const isLast = round.id === review.rounds.at(-1)?.id
  const meeting = { id: '', slug: '', committeeName, committeeSlug }
  const asked = judgeRound({ ...round, council, contact: '', dueOn: null, frozenAt: null, meeting, reviews: [review] })
  return asked.filter((finding) => finding.review !== null && (isLast || finding.presented_on !== null))
}

function planFindings(review: ReviewRecord): RoundFinding[] {
  const findings = judgePlan({ review: asReview(review), documentDate: null, rules: review.scale.rules })
  return findings.map((finding) => ({ ...finding, key: findingKey(finding) }))
}

/** The findings of the last round that was answered at all: what a list shows. */
export async function latestFindings(trx: Trx, review: ReviewRecord, council: string): Promise<RoundFinding[]> {
  const last = review.rounds.at(-1)
  const [told] = await findingsOfReview(trx, review, council, last ? [last] : [])
  return told?.findings ?? []
}
