import type { Trx } from '../platform/database/database.ts'
import { loadReviewRounds } from '../reviews/review-record.queries.ts'
import type { KnownReview } from './import-plan.ts'

/** What a plan is worked out beside: the reviews that the council has and its committees. */
export interface Known {
  reviews: KnownReview[]
  committees: { id: string; name: string }[]
}

/** Of every review only what it is known by: with their updates, ten years of them would be loaded for each document. */
export async function loadKnown(trx: Trx): Promise<Known> {
  const committees = await trx
    .selectFrom('committee_now')
    .select(['committee_id as id', 'name'])
    .where('closed', '=', false)
    .orderBy('name')
    .execute()
  const reviews = await trx.selectFrom('review_now').select(['review_id as id', 'title', 'committee_id', 'scale_id']).execute()
  if (reviews.length === 0) return { reviews: [], committees }
  const recommendations = await trx
    .selectFrom('recommendation_now')
    .select(['review_id', 'recommendation_id as id', 'ref', 'text'])
    .where('parent_id', 'is', null)
    .orderBy('position')
    .execute()
  const rounds = await loadReviewRounds(
    trx,
    reviews.map(({ id }) => id),
  )
  const byReview = Map.groupBy(recommendations, (one) => one.review_id)
  return {
    committees,
    reviews: reviews.map(({ id, title, committee_id, scale_id }) => ({
      id,
      title,
      committee: { id: committee_id },
      scaleId: scale_id,
      recommendations: (byReview.get(id) ?? []).map((one) => ({ id: one.id, ref: one.ref, text: one.text })),
      rounds: rounds.get(id) ?? [],
    })),
  }
}
