import type { Trx } from '../platform/database/database.ts'
import type { ImportPlan } from './import-plan.ts'
import type { Names } from './import-words.ts'

/** What the things that a plan names are called. */
export async function namesFor(trx: Trx, plan: ImportPlan): Promise<Names> {
  const ids = plan.reviews.flatMap((review) => review.reviewId ?? [])
  const reviews = ids.length
    ? await trx.selectFrom('review_now').select(['review_id', 'title', 'slug']).where('review_id', 'in', ids).execute()
    : []
  const committees = await trx.selectFrom('committee_now').select(['committee_id', 'name']).execute()
  return {
    reviews: new Map(reviews.map((row) => [row.review_id, { title: row.title, slug: row.slug }])),
    committees: new Map(committees.map((row) => [row.committee_id, row.name])),
  }
}
