import type { Officer } from '../people/officer.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { recommendationAddress } from '../recommendations/recommendation-address.queries.ts'
import type { RecommendationRecord, ResponseRecord } from '../recommendations/recommendation.ts'
import { recordResponse, type ResponseSaid } from '../recommendations/record-response.ts'
import type { ReviewRecord } from '../reviews/review.ts'

/** The answer to one recommendation as it was entered beside the others, on the version that its form showed. */
export interface AnswerEntered extends ResponseSaid {
  slug: string
  version: number
}

/**
 * Records the answers to a review's recommendations that differ from what is on record; the others are left as they are. Refuses (invalid) where
 * nothing differs, (not-found) a recommendation that the review does not have, and what `recordResponse` refuses, which records each.
 */
export async function recordAnswers(trx: Trx, officer: Officer, review: ReviewRecord, entered: readonly AnswerEntered[]): Promise<number> {
  const changed = entered
    .map((said) => ({ said, recommendation: recommendationOf(review, said.slug) }))
    .filter(({ said, recommendation }) => differs(said, recommendation.response))
  refuseIf(changed.length === 0, 'invalid', 'Nothing was entered that is not on record already.')
  for (const { said, recommendation } of changed) {
    const { slug, version, ...response } = said
    const at = { id: recommendation.id, ref: recommendation.ref, address: recommendationAddress(review.slug, slug) }
    await recordResponse(trx, officer, at, version, response)
  }
  return changed.length
}

function recommendationOf(review: ReviewRecord, slug: string): RecommendationRecord {
  return review.recommendations.find((one) => one.slug === slug) ?? refuse('not-found', 'This review has no such recommendation any more.')
}

/** Who answered and when is said once for all, and alone changes nothing. */
function differs(said: ResponseSaid, now: ResponseRecord | null): boolean {
  const words = ({ answer, text, willDo = '', willDoBy = '' }: ResponseSaid) => JSON.stringify([answer, text, willDo, willDoBy])
  return words(said) !== words(now ?? { answer: null, text: '' })
}
