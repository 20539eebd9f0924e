import type { Trx } from '../platform/database/database.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import type { ReviewRecord } from '../reviews/review.ts'

/** What a plan is worked out beside: the reviews that the council has and its committees. */
export interface Known {
  reviews: ReviewRecord[]
  committees: { id: string; name: string }[]
}

export async function loadKnown(trx: Trx): Promise<Known> {
  const reviews = await trx.selectFrom('review').select('id').execute()
  const committees = await trx
    .selectFrom('committee_now')
    .select(['committee_id as id', 'name'])
    .where('closed', '=', false)
    .orderBy('name')
    .execute()
  return {
    committees,
    reviews: await loadReviews(
      trx,
      reviews.map((review) => review.id),
    ),
  }
}
