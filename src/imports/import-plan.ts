import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { likeness, likenessOfBags, pairUp, wordBag, type WordBag } from '../platform/core/word-likeness.ts'
import type { Reading, ReadReview } from '../reading/reading.ts'
import type { ReviewRound } from '../reviews/review.ts'

/** What becomes of a reading when the officer confirms it: worked out by Heed, changed by the officer. */
export interface ImportPlan {
  /** The committee on record, or the name of one to be made. */
  committee: { id: string } | { name: string }
  /** One for each review of the reading, in its order. */
  reviews: ReviewPlan[]
}

export interface ReviewPlan {
  take: boolean
  /** The review in Heed that this is a later round of; null: a review new to Heed. */
  reviewId: string | null
  /** The scale on record; null: made of the document's own. */
  scaleId: string | null
  /** One for each recommendation of the reading, in its order. */
  recommendations: RecommendationPlan[]
  rounds: RoundPlan[]
  /** The officer has said what it becomes, so Heed no longer wonders. */
  chosen?: true
}

export interface RecommendationPlan {
  /** The recommendation in Heed that this is; null: new to Heed. */
  recommendationId: string | null
  /** Where the wording differs: whether the document's is taken as a correction, or Heed's kept. */
  takeWording: boolean
}

export interface RoundPlan {
  label: string
  presentedOn: CalendarDate
  take: boolean
  /** It has been before the committee: it is frozen as it stands. Otherwise it stays open. */
  presented: boolean
  /** The open round of that day: where these updates are taken, they are written into its lines rather than a round of their own. */
  fills?: { id: string; name: string }
}

/** A title alike, or half of its recommendations alike, make a review the same. */
const SAME_TITLE = 0.7
const SAME_WORDING = 0.6
const MATCHED_SHARE = 0.5

/** Works out what a reading becomes beside what the council already has. `fallbackDate` dates a round whose document gives no date. */
export function planImport(
  reading: Reading,
  known: readonly KnownReview[],
  committees: readonly { id: string; name: string }[],
  today: CalendarDate,
): ImportPlan {
  const reviews = reading.reviews.map((review) => planReview(review, known, reading.document_date ?? today, today))
  const followed = known.find((record) => reviews.some((review) => review.reviewId === record.id))
  return { committee: followed ? { id: followed.committee.id } : committeeOf(reading, committees), reviews }
}

/** The plan for the committee that a person named for it; a later round stays with the committee of its review. */
export function forCommittee(plan: ImportPlan, committee: ImportPlan['committee'] | null): ImportPlan {
  return committee === null || plan.reviews.some((review) => review.reviewId !== null) ? plan : { ...plan, committee }
}

/** A later round goes to the committee of its review; else the committee named, if need be a new one; else the first on record. */
function committeeOf(reading: Reading, committees: readonly { id: string; name: string }[]): ImportPlan['committee'] {
  const name = reading.committee ?? reading.meetings[0]?.body
  const same = committees.find((one) => name !== undefined && bareName(one.name) === bareName(name))
  if (same) return { id: same.id }
  if (name) return { name }
  return committees[0] ? { id: committees[0].id } : { name: 'Scrutiny Committee' }
}

/** `Children & Young People's Panel` and `Children and Young People Panel` are one; a Panel and a Select Committee are two. */
function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/['’]s?\b|\b(?:and|the|of)\b|&/g, '')
    .replace(/[^a-z0-9]/g, '')
}

export function planReview(review: ReadReview, known: readonly KnownReview[], fallbackDate: CalendarDate, today: CalendarDate): ReviewPlan {
  return planAgainst(review, sameReview(review, known), fallbackDate, today)
}

/** The plan of a review as a later round of the one given, or as a review of its own. */
export function planAgainst(
  review: ReadReview,
  match: KnownReview | undefined,
  fallbackDate: CalendarDate,
  today: CalendarDate,
): ReviewPlan {
  return {
    take: review.recommendations.length > 0,
    reviewId: match?.id ?? null,
    scaleId: match?.scaleId ?? null,
    recommendations: matchRecommendations(review.recommendations, match?.recommendations ?? []).map((index) => ({
      recommendationId: index === null ? null : match!.recommendations[index]!.id,
      takeWording: false,
    })),
    rounds: planRounds(review, match, fallbackDate, today),
  }
}

/** What a review is known by. */
export interface Recognised {
  title: string
  recommendations: readonly { ref: string; text: string }[]
}

/** A review in Heed, as far as a plan asks after it. */
export interface KnownReview extends Recognised {
  id: string
  committee: { id: string }
  scaleId: string
  recommendations: readonly { id: string; ref: string; text: string }[]
  /** Oldest first. */
  rounds: readonly ReviewRound[]
}

/** The review of those known that this one is a later round of, if any: the same recommendations weigh more than the same title. */
export function sameReview<Known extends Recognised>(review: Recognised, known: readonly Known[]): Known | undefined {
  const scored = known.map((record) => ({ record, title: likeness(review.title, record.title), share: matchedShare(review, record) }))
  return scored
    .filter(({ title, share }) => share >= MATCHED_SHARE || (title >= SAME_TITLE && (share > 0 || review.recommendations.length === 0)))
    .sort((a, b) => b.share + b.title - (a.share + a.title))[0]?.record
}

function matchedShare(review: Recognised, record: Recognised): number {
  if (review.recommendations.length === 0) return 0
  const matched = matchRecommendations(review.recommendations, record.recommendations).filter((index) => index !== null)
  return matched.length / review.recommendations.length
}

/** For each recommendation read, the index of the one on record that it is: by reference and wording together. */
export function matchRecommendations(read: Recognised['recommendations'], known: Recognised['recommendations']): (number | null)[] {
  return pairUp(read, known, (a, b) => likenessOfBags(bagOf(a), bagOf(b)) + (sameReference(a.ref, b.ref) ? 0.2 : 0), SAME_WORDING)
}

/** A document is compared with every review of the council: each wording is taken apart once. */
const bags = new WeakMap<object, WordBag>()
function bagOf(recommendation: { text: string }): WordBag {
  const known = bags.get(recommendation) ?? wordBag(recommendation.text)
  bags.set(recommendation, known)
  return known
}

export function sameReference(a: string, b: string): boolean {
  const plain = (ref: string) => ref.toLowerCase().replace(/[^a-z0-9.]/g, '')
  return plain(a) !== '' && plain(a) === plain(b)
}

function planRounds(review: ReadReview, match: KnownReview | undefined, fallbackDate: CalendarDate, today: CalendarDate): RoundPlan[] {
  return roundsOf(review, fallbackDate).map(({ label, presentedOn }) => {
    const open = openRoundOn(match, presentedOn)
    return {
      label,
      presentedOn,
      take: !match?.rounds.some((round) => round.presentedOn === presentedOn),
      presented: presentedOn <= today,
      ...(open && { fills: { id: open.id, name: open.name } }),
    }
  })
}

/** The round that Heed has of the review on that day and that still takes updates. */
export function openRoundOn(match: KnownReview | undefined, presentedOn: CalendarDate): ReviewRound | undefined {
  return match?.rounds.find((round) => round.state === 'open' && round.presentedOn === presentedOn)
}

/** The rounds that a review's updates belong to, oldest first; one without a date is of the document's date. */
export function roundsOf(review: ReadReview, fallbackDate: CalendarDate): { label: string; presentedOn: CalendarDate }[] {
  const rounds = new Map<string, { label: string; presentedOn: CalendarDate }>()
  for (const recommendation of review.recommendations) {
    for (const update of recommendation.updates) {
      const round = { label: update.round, presentedOn: update.presented_on ?? fallbackDate }
      rounds.set(`${round.presentedOn} ${round.label}`, round)
    }
  }
  return [...rounds.values()].sort((a, b) => a.presentedOn.localeCompare(b.presentedOn))
}
