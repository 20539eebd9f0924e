import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Reading, ReadRecommendation, ReadReview } from '../reading/reading.ts'
import { planAgainst, planImport, type ImportPlan, type ReviewPlan } from './import-plan.ts'
import type { ImportRecord } from './import.ts'
import type { Known } from './known-record.queries.ts'

/**
 * The plan for a reading that was corrected: what the officer chose stays for every review, recommendation and round that is still there;
 * what is new is planned afresh, within the review that was chosen.
 */
export function alignPlan(
  before: Pick<ImportRecord, 'reading'>,
  reading: Reading,
  plan: ImportPlan,
  known: Known,
  today: CalendarDate,
): ImportPlan {
  const fallback = reading.document_date ?? today
  const fresh = planImport(reading, known.reviews, known.committees, today)
  const sameReviews = before.reading.reviews.length === reading.reviews.length
  return {
    committee: before.reading.committee === reading.committee ? plan.committee : fresh.committee,
    reviews: reading.reviews.map((review, index) => {
      const was = before.reading.reviews[index]
      const chosen = plan.reviews[index]
      if (!sameReviews || !was || !chosen) return fresh.reviews[index]!
      const match = known.reviews.find((record) => record.id === chosen.reviewId)
      return alignReview(was, review, chosen, planAgainst(review, match, fallback, today))
    }),
  }
}

function alignReview(was: ReadReview, review: ReadReview, chosen: ReviewPlan, fresh: ReviewPlan): ReviewPlan {
  // Nothing came or went: a recommendation is known by its place in the list, whatever of it was corrected.
  const sameLength =
    was.recommendations.length === review.recommendations.length &&
    review.recommendations.some((recommendation, index) => isSame(was.recommendations[index]!, recommendation))
  const recommendations = review.recommendations.map((recommendation, index) => {
    const before = sameLength ? index : was.recommendations.findIndex((one) => one === recommendation || isSame(one, recommendation))
    return chosen.recommendations[before] ?? fresh.recommendations[index]!
  })
  const taken = new Set<string>()
  return {
    ...chosen,
    take: was.recommendations.length === 0 ? fresh.take : chosen.take,
    // Two halves of one recommendation cannot both be the one in Heed: the first keeps the match.
    recommendations: recommendations.map((one) => {
      if (one.recommendationId === null || !taken.has(one.recommendationId)) {
        if (one.recommendationId) taken.add(one.recommendationId)
        return one
      }
      return { recommendationId: null, takeWording: false }
    }),
    rounds: fresh.rounds.map(
      (round) => chosen.rounds.find((one) => one.label === round.label && one.presentedOn === round.presentedOn) ?? round,
    ),
  }
}

const isSame = (a: ReadRecommendation, b: ReadRecommendation) =>
  a.ref === b.ref && (a.text === b.text || (a.place?.table === b.place?.table && a.place?.row === b.place?.row))
