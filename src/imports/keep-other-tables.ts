import type { Reading, ReadReview } from '../reading/reading.ts'

/** A document read again because of one table: what was corrected in reviews that come from other tables stays as it was corrected. */
export function keepOtherTables(corrected: Reading, fresh: Reading, t: number): Reading {
  const tablesBefore = corrected.reviews.map(tablesOfReview)
  const reviews = fresh.reviews.map((review) => {
    const own = tablesOfReview(review)
    if (own.has(t)) return review
    const before = corrected.reviews.findIndex(
      (one, index) => !tablesBefore[index]!.has(t) && (sameStart(one, review) || (own.size === 0 && one.title === review.title)),
    )
    return corrected.reviews[before] ?? review
  })
  const { organisation, committee, document_date } = corrected
  return {
    ...fresh,
    ...(organisation && { organisation }),
    ...(committee && { committee }),
    ...(document_date && { document_date }),
    reviews,
    meetings: corrected.meetings.length > 0 ? corrected.meetings : fresh.meetings,
  }
}

const sameStart = (a: ReadReview, b: ReadReview) => a.place?.table !== undefined && a.place.table === b.place?.table

export function tablesOfReview(review: ReadReview): Set<number> {
  const tables = [review.place?.table, ...review.recommendations.map((read) => read.place?.table)]
  return new Set(tables.filter((table) => table !== undefined))
}
