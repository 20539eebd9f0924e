import { inWords } from '../platform/core/calendar-date.ts'
import { likeness } from '../platform/core/word-likeness.ts'
import type { Reading, ReadReview } from '../reading/reading.ts'
import { sameReview, type ImportPlan, type KnownReview, type Recognised, type ReviewPlan } from './import-plan.ts'
import { undatedMeetings } from './import-words.ts'
import type { Known } from './known-record.queries.ts'
import { brief, count } from './reading-words.ts'
import { hasTwin } from './twin-document.ts'

/** Titles share the words that every title has: only the same name is one. */
const SAME_NAME = 0.95

/** A document that waits to be checked: what its reviews are known by, and its own day. */
export interface WaitingDocument {
  importId: string
  name: string
  day: string | null
  reviews: Recognised[]
  /** It is a paper that is here in another file too: that one is waited for. */
  twin: boolean
}

export function waitingDocument(importId: string, name: string, reading: Reading): WaitingDocument {
  const reviews = reading.reviews.map(({ title, recommendations }) => ({
    title,
    recommendations: recommendations.map(({ ref, text }) => ({ ref, text })),
  }))
  return { importId, name, day: dayOf(reading), reviews, twin: hasTwin(reading) }
}

export const NOTHING_FOUND = 'Heed found no table of recommendations, no progress form and no minutes in this document.'

/** The day of a document: its own, else the last on which its updates were presented. It says which of two papers comes first. */
export function dayOf(reading: Reading): string | null {
  const presented = reading.reviews.flatMap((review) =>
    review.recommendations.flatMap((one) => one.updates.flatMap((update) => update.presented_on ?? [])),
  )
  const held = reading.meetings.flatMap((meeting) => meeting.date ?? [])
  return reading.document_date ?? [...presented, ...held].toSorted().at(-1) ?? null
}

/**
 * What only a person can answer before a document goes on the record; none where nobody would change a thing. `said`: the committee was named for it.
 * `waiting`: documents that are not on the record yet. In sentences, the gravest first.
 */
export function questionsOf(
  reading: Reading,
  plan: ImportPlan,
  known: Known,
  { said, waiting }: { said: ImportPlan['committee'] | null; waiting: readonly WaitingDocument[] },
): string[] {
  const taken = plan.reviews.flatMap((review, index) => (review.take ? [{ review, read: reading.reviews[index]! }] : []))
  if (taken.length + reading.meetings.length === 0) return [NOTHING_FOUND]
  return [
    ...undated(reading, plan),
    ...taken.filter(({ read }) => !read.title.trim()).map(() => 'A review has no title.'),
    ...committeeQuestion(reading, plan, known, said),
    ...taken.flatMap(({ review, read }) => reviewQuestions(read, review, known.reviews)),
    ...earlierWaits(
      reading,
      taken.map(({ read }) => read),
      waiting,
    ),
  ]
}

function undated(reading: Reading, plan: ImportPlan): string[] {
  const [meeting] = undatedMeetings(reading)
  if (meeting) return [`Nothing says when the meeting of ${meeting} was.`]
  const undatedRound =
    !reading.document_date &&
    reading.reviews.some(
      (review, index) =>
        plan.reviews[index]!.take && review.recommendations.some((one) => one.updates.some((update) => !update.presented_on)),
    )
  return undatedRound || dayOf(reading) === null ? ['Nothing says of which day this document is.'] : []
}

function committeeQuestion(reading: Reading, plan: ImportPlan, { committees }: Known, said: ImportPlan['committee'] | null): string[] {
  const nameOf = (id: string) => committees.find((one) => one.id === id)?.name ?? 'another committee'
  const { committee } = plan
  const follows = plan.reviews.some((review) => review.reviewId !== null)
  if (said) {
    if (!('id' in committee) || !('id' in said) || committee.id === said.id) return []
    return [`Its review is of ${nameOf(committee.id)} in Heed, not of ${nameOf(said.id)}.`]
  }
  if ('name' in committee) return [`It names ${committee.name}, a committee that Heed does not have yet.`]
  const named = reading.committee ?? reading.meetings[0]?.body
  if (follows || named !== undefined || committees.length === 1) return []
  return [`Nothing says which committee it went to: ${committees.map(({ name }) => name).join('; ')}.`]
}

function reviewQuestions(read: ReadReview, plan: ReviewPlan, known: readonly KnownReview[]): string[] {
  const record = known.find((one) => one.id === plan.reviewId)
  if (!record) {
    const called = known.find((one) => likeness(one.title, read.title) >= SAME_NAME)
    return called ? [`Heed has “${called.title}” with other recommendations: is this a review of its own?`] : []
  }
  return [...roundQuestions(plan, record), ...wordingQuestions(read, plan, record)]
}

function roundQuestions(plan: ReviewPlan, record: KnownReview): string[] {
  const open = plan.rounds.find((round) => round.fills)
  if (open) return [`${open.fills!.name} is open for ${inWords(open.presentedOn)}: are these updates written into it?`]
  const there = plan.rounds.filter((round) => !round.take)
  if (plan.rounds.length > 0 && there.length === plan.rounds.length)
    return [`Heed has the round of “${record.title}” of ${inWords(there[0]!.presentedOn)} already.`]
  const last = record.rounds.at(-1)
  const early = plan.rounds.find((round) => round.take && last !== undefined && round.presentedOn < last.presentedOn)
  return early ? [`It is of ${inWords(early.presentedOn)}, before rounds of “${record.title}” that are on the record.`] : []
}

function wordingQuestions(read: ReadReview, plan: ReviewPlan, record: KnownReview): string[] {
  const strangers = read.recommendations.filter((_, index) => plan.recommendations[index]!.recommendationId === null)
  if (strangers.length > 0)
    return [`“${record.title}” in Heed has no such recommendation: ${strangers.map(({ ref, text }) => ref || brief(text, 40)).join(', ')}.`]
  const changed = read.recommendations.filter((one, index) => {
    const before = record.recommendations.find(({ id }) => id === plan.recommendations[index]!.recommendationId)
    return before !== undefined && plain(before.text) !== plain(one.text)
  })
  return changed.length === 0
    ? []
    : [
        `${count(changed.length, 'recommendation')} of “${record.title}” ${changed.length === 1 ? 'is' : 'are'} worded otherwise than in Heed.`,
      ]
}

/** Punctuation, case and how lines were broken are not the wording. */
const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}%£]/gu, '')

/** A later paper does not go on the record before an earlier one of the same review: its dates and promises would come in the wrong order. */
function earlierWaits(reading: Reading, reviews: readonly ReadReview[], waiting: readonly WaitingDocument[]): string[] {
  const day = dayOf(reading)
  const earlier = waiting.find(
    (one) => !one.twin && (one.day === null || day === null || one.day < day) && reviews.some((review) => sameReview(review, one.reviews)),
  )
  return earlier ? [`“${earlier.name}”, an earlier paper of the same review, waits to be checked: confirm that one first.`] : []
}
