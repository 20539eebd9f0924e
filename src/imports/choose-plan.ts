import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Reading } from '../reading/reading.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import {
  openRoundOn,
  planAgainst,
  sameReview,
  type ImportPlan,
  type KnownReview,
  type RecommendationPlan,
  type ReviewPlan,
  type RoundPlan,
} from './import-plan.ts'

/** The plan with another review of Heed's (or none) as the one that review `n` is a later round of: recommendations and rounds are matched anew. */
export function withMatch(plan: ImportPlan, reading: Reading, n: number, match: KnownReview | undefined, today: CalendarDate): ImportPlan {
  const planned = planAgainst(reading.reviews[n - 1]!, match, reading.document_date ?? today, today)
  return withReviewPlan(plan, n, { ...planned, take: true, chosen: true })
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
    chosen: true,
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

/** What may become of the updates of a day on which Heed has a round of the review open. */
export const BECOMES = ['leave', 'fill', 'take'] as const

/** The round as chosen where Heed has one open on its day: left out, written into that one, or a second round. Elsewhere as it was. */
export function roundBecomes(
  { fills: _, ...round }: RoundPlan,
  becomes: (typeof BECOMES)[number] | undefined,
  match: KnownReview | undefined,
): RoundPlan {
  const open = openRoundOn(match, round.presentedOn)
  if (!becomes) return round
  if (becomes === 'fill' && open) return { ...round, take: true, presented: false, fills: { id: open.id, name: open.name } }
  return { ...round, take: becomes === 'take' }
}

/**
 * What came into Heed since the plan was made and would make it wrong: a review like one that was to be new, a round that is there by
 * now. In sentences, each with the number of the review; nothing of what the officer chose.
 */
export function overtaken(reading: Reading, plan: ImportPlan, known: readonly KnownReview[]): { n: number; words: string }[] {
  return plan.reviews.flatMap((review, index) => {
    const read = reading.reviews[index]
    if (!read || !review.take || review.chosen) return []
    const n = index + 1
    const alike = review.reviewId === null ? sameReview(read, known) : undefined
    if (alike)
      return [{ n, words: `“${read.title}” was to be a new review, but “${alike.title}”, which is in Heed by now, looks like the same.` }]
    const record = known.find((one) => one.id === review.reviewId)
    const there = review.rounds.filter((round) => round.take && record?.rounds.some((one) => one.presentedOn === round.presentedOn))
    return there.map((round) => ({ n, words: `Heed has a round of “${record!.title}” of ${inWords(round.presentedOn)} by now.` }))
  })
}
