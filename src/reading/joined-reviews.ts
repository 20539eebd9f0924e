import type { ReadReview } from './reading.ts'
import { isIntroduction } from './row-bands.ts'

/**
 * Adds the review of a table in rows to those before it: to the last where it carries that on, else as another. `sheets` keeps on which sheet
 * the rows of each last stood.
 */
export function takeReview(reviews: ReadReview[], review: ReadReview, sheets: Map<ReadReview, string>, sheet: string | undefined): void {
  const last = reviews.at(-1)
  const elsewhere = last !== undefined && sheets.get(last) !== sheet && isAnotherReview(last.title, review.title)
  if (last && !elsewhere && carriesOn(last, review)) addTo(last, review)
  else reviews.push(review)
  if (sheet !== undefined) sheets.set(reviews.at(-1) ?? review, sheet)
}

/** A sheet with a title of its own is another review, unless the title is that of a theme. */
function isAnotherReview(title: string, other: string): boolean {
  return title !== '' && other !== '' && title !== other && !/^(?:theme|priority|section|part|area|workstream|objective|aim)\b/i.test(other)
}

/** A table under another heading is the same review where its references run on and its layout is the same; one that begins again at the first is another. */
function carriesOn(last: ReadReview, next: ReadReview): boolean {
  if (last.layout !== next.layout) return false
  const known = new Set(last.recommendations.map((one) => one.ref))
  const clash = next.recommendations.some((one) => one.ref !== '' && known.has(one.ref))
  if (clash) return false
  return next.title === '' || next.title === last.title || (next.recommendations[0]?.ref ?? '') !== ''
}

function addTo(last: ReadReview, next: ReadReview): void {
  for (const one of next.recommendations)
    if (next.title !== '' && next.title !== last.title && !isIntroduction(`${next.title} `)) one.theme ??= next.title
  last.recommendations.push(...next.recommendations)
}
