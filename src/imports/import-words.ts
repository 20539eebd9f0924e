import { inWords } from '../platform/core/calendar-date.ts'
import type { Doubt, Reading, ReadReview } from '../reading/reading.ts'
import type { ImportPlan, RoundPlan } from './import-plan.ts'
import type { ImportRecord, ImportState } from './import.ts'
import { count } from './reading-words.ts'

export const STATE_WORDS: Record<ImportState, string> = { waiting: 'Being checked', confirmed: 'Confirmed', abandoned: 'Abandoned' }

/** What the council calls the things that a plan names. */
export interface Names {
  reviews: Map<string, { title: string; slug: string }>
  committees: Map<string, string>
}

export function committeeName(plan: ImportPlan, names: Names): string {
  return 'id' in plan.committee ? (names.committees.get(plan.committee.id) ?? 'a committee that is no longer there') : plan.committee.name
}

/** What a review of the reading will become: `A new review`, `A later round of Parks`. */
export function becomes(plan: ImportPlan, index: number, names: Names): string {
  const review = plan.reviews[index]
  if (!review?.take) return 'Left out'
  if (review.reviewId === null) return 'A new review'
  const title = names.reviews.get(review.reviewId)?.title ?? 'a review in Heed'
  const rounds = review.rounds.filter((round) => round.take)
  if (rounds.length > 0 && rounds.every((round) => round.fills)) return `Updates of ${title}`
  return rounds.length > 0 ? `A later round of ${title}` : `Added to ${title}`
}

export function roundInWords({ label, presentedOn, take, presented, fills }: RoundPlan): string {
  const what = !take
    ? leftOut(fills)
    : fills
      ? `written into the open round ${fills.name}`
      : presented
        ? 'kept as members saw it (frozen)'
        : 'stays open'
  return `${[label, inWords(presentedOn)].filter(Boolean).join(', ')}: ${what}`
}

function leftOut(open: RoundPlan['fills']): string {
  return open ? `left out, since ${open.name} is open for that day: choose whether they are written into it` : 'left out'
}

export interface ReadingCounts {
  recommendations: number
  actions: number
  updates: number
  doubts: number
  unplaced: number
}

export function countsOf(reading: Reading): ReadingCounts {
  const recommendations = reading.reviews.flatMap((review) => review.recommendations)
  return {
    recommendations: recommendations.length,
    actions: recommendations.reduce((sum, one) => sum + one.actions.length, 0),
    updates: recommendations.reduce((sum, one) => sum + one.updates.length, 0),
    doubts: reading.doubts.length,
    unplaced: reading.unplaced.length,
  }
}

export function countsInWords(review: ReadReview): string {
  const actions = review.recommendations.reduce((sum, one) => sum + one.actions.length, 0)
  const updates = review.recommendations.reduce((sum, one) => sum + one.updates.length, 0)
  return [
    count(review.recommendations.length, 'recommendation'),
    actions > 0 && count(actions, 'action'),
    updates > 0 && count(updates, 'update'),
  ]
    .filter(Boolean)
    .join(', ')
}

/** Where a doubt is settled: the recommendation, the table or nothing more than the review. */
export function addressOfDoubt({ id, reading }: Pick<ImportRecord, 'id' | 'reading'>, doubt: Doubt): string | null {
  const n = reading.reviews.findIndex((review) => doubt.review === undefined || review.title === doubt.review) + 1
  const review = reading.reviews[n - 1]
  const m = review && doubt.ref !== undefined ? review.recommendations.findIndex((one) => one.ref === doubt.ref) + 1 : 0
  if (m > 0) return `/imports/${id}/reviews/${n}/recommendations/${m}`
  if (doubt.place?.table) return `/imports/${id}/tables/${doubt.place.table}`
  return doubt.review !== undefined && n > 0 ? `/imports/${id}/reviews/${n}` : null
}

/** Meetings that cannot be taken over because nothing says when they were. */
export function undatedMeetings(reading: Reading): string[] {
  return reading.document_date ? [] : reading.meetings.filter((meeting) => !meeting.date).map((meeting) => meeting.body)
}
