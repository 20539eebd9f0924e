import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Reading } from '../reading/reading.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import { planAgainst, type ImportPlan, type RecommendationPlan, type ReviewPlan, type RoundPlan } from './import-plan.ts'

/** The plan with another review of Heed's (or none) as the one that review `n` is a later round of: recommendations and rounds are matched anew. */
export function withMatch(plan: ImportPlan, reading: Reading, n: number, match: ReviewRecord | undefined, today: CalendarDate): ImportPlan {
  const planned = planAgainst(reading.reviews[n - 1]!, match, reading.document_date ?? today, today)
  return withReviewPlan(plan, n, { ...planned, take: true })
}

export function withReviewPlan(plan: ImportPlan, n: number, review: ReviewPlan): ImportPlan {
  return { ...plan, reviews: plan.reviews.with(n - 1, review) }
}

/** What an officer chose for one review: per recommendation and per round, in the order of the plan. */
export interface ReviewChoices {
  scaleId: string | null
  recommendations: RecommendationPlan[]
  rounds: Pick<RoundPlan, 'take' | 'presented'>[]
}

/** The plan as chosen. One recommendation on record is given to one of the document at most: the first that asks for it. */
export function chooseReview(planned: ReviewPlan, { scaleId, recommendations, rounds }: ReviewChoices): ReviewPlan {
  const taken = new Set<string>()
  return {
    ...planned,
    take: true,
    scaleId: planned.reviewId === null ? scaleId : planned.scaleId,
    recommendations: planned.recommendations.map((was, index) => {
      const { recommendationId, takeWording } = recommendations[index] ?? was
      if (recommendationId === null || taken.has(recommendationId)) return { recommendationId: null, takeWording: false }
      taken.add(recommendationId)
      return { recommendationId, takeWording }
    }),
    rounds: planned.rounds.map((was, index) => ({ ...was, ...rounds[index] })),
  }
}
