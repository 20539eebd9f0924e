import type { ReadRecommendation, ReadReview, Reading } from '../reading/reading.ts'
import { isAlike, likeness } from './likeness.ts'

/** The review of an earlier paper that a review of a later one carries on: by title, or, where titles tell nothing, by its recommendations. */
export function earlierReview(review: ReadReview, earlier: Reading): ReadReview | undefined {
  const candidates = earlier.reviews
    .filter(({ recommendations }) => recommendations.length > 0)
    .map((candidate) => ({ candidate, alike: Math.max(likeness(titleOf(review), titleOf(candidate)), shareMatched(review, candidate)) }))
    .toSorted((a, b) => b.alike - a.alike)
  return candidates[0] && candidates[0].alike >= 0.6 ? candidates[0].candidate : undefined
}

function titleOf({ title }: ReadReview): string {
  return title.toLowerCase().replace(/\b(?:scrutiny|review|of|the|progress|update|action|plan|monitoring)\b/g, ' ')
}

function shareMatched(review: ReadReview, candidate: ReadReview): number {
  if (review.recommendations.length === 0) return 0
  return (
    review.recommendations.filter((recommendation) => earlierRecommendation(recommendation, candidate)).length /
    review.recommendations.length
  )
}

/** A review of more recommendations than any real one is matched by reference alone. */
const MOST_COMPARED = 500

/** The recommendation as the earlier paper had it: the same reference and like wording, or, renumbered, nearly the same wording. */
export function earlierRecommendation(recommendation: ReadRecommendation, earlier: ReadReview): ReadRecommendation | undefined {
  const sameRef = byReference(earlier).get(recommendation.ref.toLowerCase())
  if (sameRef && isAlike(beginning(sameRef.text), beginning(recommendation.text), 0.5)) return sameRef
  if (earlier.recommendations.length > MOST_COMPARED) return undefined
  return earlier.recommendations.find(({ text }) => isAlike(beginning(text), beginning(recommendation.text), 0.85))
}

const references = new WeakMap<ReadReview, Map<string, ReadRecommendation>>()

function byReference(review: ReadReview): Map<string, ReadRecommendation> {
  const known = references.get(review) ?? new Map(review.recommendations.toReversed().map((one) => [one.ref.toLowerCase(), one]))
  references.set(review, known)
  return known
}

function beginning(text: string): string {
  return text.slice(0, 400)
}
