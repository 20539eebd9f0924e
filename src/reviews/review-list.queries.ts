import type { Trx } from '../platform/database/database.ts'
import type { RoundFinding } from '../rounds/round.ts'
import { latestFindings } from './findings-of-review.ts'
import { gradesOverRounds, type GradeSeries } from './grades-over-rounds.ts'
import { loadReviews } from './review-record.queries.ts'
import type { ReviewRecord } from './review.ts'

/** A review as a list shows it. */
export interface ReviewSummary {
  review: ReviewRecord
  /** Of the last round that was answered at all. */
  lastGrades: { series: GradeSeries; count: number }[]
  findings: RoundFinding[]
}

export const REVIEWS_A_PAGE = 20

/** A page of the council's reviews by committee and title, from the one after the address given; `committee` narrows to one. */
export async function reviewPage(
  trx: Trx,
  council: string,
  after: string,
  committeeId?: string,
): Promise<{ summaries: ReviewSummary[]; more: boolean }> {
  const rows = await trx
    .selectFrom('review_now as r')
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'r.council_id').onRef('c.committee_id', '=', 'r.committee_id'),
    )
    .select(['r.review_id', 'r.slug'])
    .$if(committeeId !== undefined, (query) => query.where('r.committee_id', '=', committeeId!))
    .orderBy('c.name')
    .orderBy('r.title')
    .orderBy('r.slug')
    .execute()
  const start = rows.findIndex((row) => row.slug === after) + 1
  const ids = rows.slice(start, start + REVIEWS_A_PAGE).map((row) => row.review_id)
  const summaries: ReviewSummary[] = []
  for (const review of await loadReviews(trx, ids)) summaries.push(await summaryOf(trx, review, council))
  return { summaries, more: rows.length > start + REVIEWS_A_PAGE }
}

async function summaryOf(trx: Trx, review: ReviewRecord, council: string): Promise<ReviewSummary> {
  return { review, lastGrades: lastGradesOf(review), findings: await latestFindings(trx, review, council) }
}

/** How the last round that was answered at all was graded, in counts. */
export function lastGradesOf(review: ReviewRecord): ReviewSummary['lastGrades'] {
  const { series, rounds } = gradesOverRounds(review)
  const answered = rounds.findLast(({ counts }) => counts.some((count, index) => count > 0 && series[index]!.gap !== 'no answer'))
  return series.flatMap((one, index) => (answered?.counts[index] ? [{ series: one, count: answered.counts[index] }] : []))
}
