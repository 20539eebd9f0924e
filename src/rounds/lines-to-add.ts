import type { ActionRecord, RecommendationRecord } from '../recommendations/recommendation.ts'
import type { ReviewRecord, ReviewRound } from '../reviews/review.ts'
import type { ItemAsked } from './insert-round.ts'
import { itemsToAsk, settledIn } from './round.ts'

/** A line that an open round could ask and does not. */
export interface LineToAdd {
  asked: ItemAsked
  recommendation: RecommendationRecord
  part: RecommendationRecord | null
  action: ActionRecord | null
  /** The round that settled its recommendation; null while that is open. */
  settled: ReviewRound | null
}

/** How a form names a line that has no id yet. */
export function keyOfLine({ recommendationId, actionId, statement }: ItemAsked): string {
  return [recommendationId, actionId ?? '', statement].join(' ')
}

/**
 * What a round can still ask of a review: the lines that the last round had and this one has not, the parts of each recommendation (or itself, where it
 * has none), and, where one of its actions was ever asked about or only actions are assessed, its actions.
 */
export function linesToAdd(review: ReviewRecord, roundId: string): LineToAdd[] {
  const before = { ...review, rounds: review.rounds.filter((round) => round.id !== roundId) }
  return review.recommendations.flatMap((recommendation) => {
    const inRound = new Set(
      [recommendation, ...recommendation.parts]
        .flatMap((one) => one.updates)
        .filter((update) => update.roundId === roundId)
        .map(keyOfLine),
    )
    const could = new Map(possibleLines(recommendation, before).map((asked) => [keyOfLine(asked), asked]))
    return [...could]
      .filter(([key]) => !inRound.has(key))
      .map(([, asked]) => ({
        asked,
        recommendation,
        part: recommendation.parts.find(({ id }) => id === asked.recommendationId) ?? null,
        action: recommendation.actions.find(({ id }) => id === asked.actionId) ?? null,
        settled: settledIn(recommendation, before) ?? null,
      }))
  })
}

function possibleLines(recommendation: RecommendationRecord, before: ReviewRecord): ItemAsked[] {
  const said = [recommendation, ...recommendation.parts].flatMap((one) => one.updates)
  const isByAction = before.layout === 'improvement-plan' || said.some((update) => update.actionId !== null)
  const asActions = isByAction ? recommendation.actions : []
  const asWhole = recommendation.parts.length > 0 ? recommendation.parts : asActions.length > 0 ? [] : [recommendation]
  return [
    ...itemsToAsk(recommendation, before),
    ...asWhole.map(({ id }) => ({ recommendationId: id, actionId: null, statement: 1 })),
    ...asActions.map((action) => ({ recommendationId: recommendation.id, actionId: action.id, statement: 1 })),
  ]
}
