import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { aRecommendation, aReview, aRound, anUpdate } from '../../support/fictional-review.ts'
import { asReview } from './review-as-reading.ts'

test('a reason given both for the grade and for the new date is said once, and two reasons are both said', () => {
  const given = (explanation: string, revisedReason: string) => {
    const updates = [anUpdate('autumn', 'slipped', { explanation, revisedReason })]
    const review = aReview({ rounds: [aRound('autumn', '2026-12-09')], recommendations: [aRecommendation({ updates })] })
    return asReview(review).recommendations[0]?.updates[0]?.explanation
  }
  deepEqual(given('Tenders came in too high', 'Tenders came in too high'), 'Tenders came in too high')
  deepEqual(given('Staff were moved', 'Tenders came in too high'), 'Staff were moved\nTenders came in too high')
})
