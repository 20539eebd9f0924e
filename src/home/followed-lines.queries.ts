import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { recommendationLines } from '../reviews/recommendation-line.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import type { ReviewRecord } from '../reviews/review.ts'
import type { FollowedLine } from './age-of-recommendations.ts'

/** Pages never count the world: the reviews that reported last are followed, and a page says so where there are more. */
export const MOST_FOLLOWED = 40

/** The reviews of the council, or of one committee, that have reported most lately, whole. */
export async function followedReviews(trx: Trx, committeeId?: string): Promise<{ reviews: ReviewRecord[]; all: number }> {
  const rows = await trx
    .selectFrom('review_now as v')
    .leftJoin('round_review as rr', (join) => join.onRef('rr.council_id', '=', 'v.council_id').onRef('rr.review_id', '=', 'v.review_id'))
    .leftJoin('round_now as r', (join) => join.onRef('r.council_id', '=', 'rr.council_id').onRef('r.id', '=', 'rr.round_id'))
    .select((eb) => ['v.review_id', eb.fn.max('r.presented_on').as('last')])
    .$if(committeeId !== undefined, (query) => query.where('v.committee_id', '=', committeeId!))
    .groupBy('v.review_id')
    .orderBy(
      (eb) => eb.fn.max('r.presented_on'),
      (order) => order.desc().nullsFirst(),
    )
    .execute()
  const reviews = await loadReviews(
    trx,
    rows.slice(0, MOST_FOLLOWED).map((row) => row.review_id),
  )
  return { reviews, all: rows.length }
}

export function linesOfReviews(reviews: readonly ReviewRecord[], today: CalendarDate): FollowedLine[] {
  return reviews.flatMap((review) => recommendationLines(review, [], today).map((line) => ({ ...line, review })))
}
