import type { ReadRecommendation, ReadReview, ReadUpdate } from '../reading/reading.ts'

/** The update that an improvement plan tells in an action's own row, where there is one: the latest, under no round's name. */
export function planUpdate(recommendation: ReadRecommendation, action: number): ReadUpdate | undefined {
  const told = recommendation.updates.filter((update) => update.action === action && update.round === '')
  return told.length === 1 ? told[0] : undefined
}

/** The review with the updates that its plan does not tell. */
export function besidesPlan(review: ReadReview): ReadReview {
  const recommendations = review.recommendations.map((recommendation) => {
    const told = recommendation.actions.map((_, index) => planUpdate(recommendation, index + 1))
    return { ...recommendation, updates: recommendation.updates.filter((update) => !told.includes(update)) }
  })
  return { ...review, recommendations }
}
