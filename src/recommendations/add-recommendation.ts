import { recordEvent } from '../history/record-event.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'
import { readTimescale } from '../reading/timescales.ts'
import { insertRecommendation, type Wording } from './insert-recommendation.ts'
import { stateOwnership } from './ownership.ts'
import { addPromise } from './promise.ts'
import { recommendationAddress, type RecommendationAt } from './recommendation-address.queries.ts'

/** A recommendation as an officer types it in: its wording, and who is to do it by when. */
export interface RecommendationToAdd extends Wording {
  owners: string[]
  /** The words of the date; blank where there is none. */
  timescale: string
}

/**
 * Adds a recommendation to a review by hand, last in its paper. Refuses (not-found) where there is no such review.
 * Records `recommendation.added`.
 */
export async function addRecommendation(trx: Trx, officer: Officer, review: string, said: RecommendationToAdd): Promise<string> {
  const row = await trx.selectFrom('review').select('id').where('slug', '=', review).executeTakeFirst()
  if (!row) return refuse('not-found', 'There is no such review.')
  return add(trx, officer, row.id, review, said)
}

/**
 * Adds a part to a recommendation by hand: a recommendation in its own right, with its own owner, date and grade.
 * Refuses (invalid) a part of a part. Records `recommendation.added`.
 */
export async function addPart(
  trx: Trx,
  officer: Officer,
  review: string,
  whole: RecommendationAt,
  said: RecommendationToAdd,
): Promise<string> {
  refuseIf(whole.parentId !== null, 'invalid', 'A part cannot have parts of its own. Add it to the whole recommendation.')
  return add(trx, officer, whole.reviewId, review, said, whole.id)
}

async function add(
  trx: Trx,
  officer: Officer,
  reviewId: string,
  review: string,
  said: RecommendationToAdd,
  parentId?: string,
): Promise<string> {
  const { id, slug } = await insertRecommendation(trx, officer, reviewId, said, parentId)
  if (said.owners.length > 0) await stateOwnership(trx, officer, { recommendationId: id }, said.owners)
  if (said.timescale !== '') await addPromise(trx, officer, { recommendationId: id }, promiseInWords(said.timescale))
  await recordEvent(trx, officer, 'recommendation.added', recommendationAddress(review, slug), { ref: said.ref })
  return slug
}

/** A first promise as its words are read. */
export function promiseInWords(words: string): { words: string; iso: string | null } {
  const { text, iso } = readTimescale(words)
  return { words: text, iso: iso ?? null }
}
