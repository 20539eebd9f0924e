import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'

/** A recommendation as an action finds it: by its address. */
export interface RecommendationAt {
  id: string
  reviewId: string
  parentId: string | null
  ref: string
  version: number
  text: string
  address: string
}

/** The recommendation (or part) at `/reviews/:review/recommendations/:slug`. Refuses (not-found) where the acting council has none. */
export async function recommendationAt(trx: Trx, review: string, slug: string): Promise<RecommendationAt> {
  const row = await trx
    .selectFrom('recommendation_now as c')
    .innerJoin('review as r', (join) => join.onRef('r.council_id', '=', 'c.council_id').onRef('r.id', '=', 'c.review_id'))
    .select(['c.recommendation_id', 'c.review_id', 'c.parent_id', 'c.ref', 'c.version', 'c.text'])
    .where('r.slug', '=', review)
    .where('c.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return refuse('not-found', 'There is no such recommendation in this review. See the review for those that there are.')
  return {
    id: row.recommendation_id,
    reviewId: row.review_id,
    parentId: row.parent_id,
    ref: row.ref,
    version: row.version,
    text: row.text,
    address: recommendationAddress(review, slug),
  }
}

export function recommendationAddress(review: string, slug: string): string {
  return `/reviews/${review}/recommendations/${slug}`
}
