import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { aRecommendation, aReview, aRound, anUpdate } from '../../support/fictional-review.ts'
import type { Decided } from '../recommendations/decided.queries.ts'
import type { RecommendationRecord } from '../recommendations/recommendation.ts'
import type { Meaning } from '../scales/scale.ts'
import { isSettled, itemsToAsk, settledIn } from './round.ts'

const review = aReview({ rounds: [{ ...aRound('autumn', '2026-12-09'), state: 'frozen' }] })

const aPart = (id: string, meaning: Meaning, decided: Decided | null = null) =>
  aRecommendation({ id, ref: id, decided, updates: [anUpdate('autumn', meaning, { recommendationId: id })] })

const asked = (recommendation: RecommendationRecord) => itemsToAsk(recommendation, review).map(({ recommendationId }) => recommendationId)

test('a part that is signed off and one that is graded achieved settle their whole together', () => {
  const whole = aRecommendation({ id: 'whole', parts: [aPart('a', 'slipped', 'settled'), aPart('b', 'achieved')] })
  equal(isSettled(whole, review), true)
})

test('a part that the committee challenged keeps its whole open, whatever its owner says', () => {
  const whole = aRecommendation({ id: 'whole', parts: [aPart('a', 'achieved', 'open'), aPart('b', 'achieved')] })
  equal(settledIn(whole, review), undefined)
  deepEqual(asked(whole), ['a'])
})

test('a recommendation that the committee challenged is asked about again beside its parts', () => {
  const updates = [anUpdate('autumn', 'achieved', { recommendationId: 'whole' })]
  const whole = aRecommendation({ id: 'whole', decided: 'open', updates, parts: [aPart('a', 'slipped'), aPart('b', 'achieved')] })
  deepEqual(asked(whole).toSorted(), ['a', 'whole'])
})

test('where a recommendation that was closed is asked about again on purpose, all of it is', () => {
  const whole = aRecommendation({ id: 'whole', decided: 'settled', parts: [aPart('a', 'slipped'), aPart('b', 'achieved')] })
  deepEqual(asked(whole), ['a', 'b'])
})

test('a part that the last round left out keeps its whole open until it is done, too', () => {
  const rounds = [aRound('spring', '2026-06-10'), { ...aRound('autumn', '2026-12-09'), state: 'frozen' as const }]
  const leftOut = (meaning: Meaning, decided: Decided | null = null) =>
    aRecommendation({
      id: 'whole',
      parts: [
        aPart('a', 'achieved'),
        aRecommendation({ id: 'b', ref: 'b', decided, updates: [anUpdate('spring', meaning, { recommendationId: 'b' })] }),
      ],
    })
  const settled = (whole: RecommendationRecord) => settledIn(whole, aReview({ rounds }))?.id
  deepEqual(
    [settled(leftOut('slipped')), settled(leftOut('achieved')), settled(leftOut('slipped', 'settled'))],
    [undefined, 'autumn', 'autumn'],
  )
})
