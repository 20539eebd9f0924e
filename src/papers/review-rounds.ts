import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { ReadRecommendation, ReadReview, ReadUpdate } from '../reading/reading.ts'

/** One cycle of asking, as a paper shows it: known by its label and its date together. */
export interface PaperRound {
  label: string
  presentedOn?: CalendarDate
  hasImpact: boolean
  hasNewDates: boolean
}

/** The review's rounds in the order in which they were presented, those without a date as they first appear. */
export function roundsOf(review: ReadReview): PaperRound[] {
  const rounds = new Map<string, PaperRound>()
  for (const update of review.recommendations.flatMap((recommendation) => recommendation.updates)) {
    const key = keyOf(update.round, update.presented_on)
    const round = rounds.get(key) ?? { label: update.round, presentedOn: update.presented_on, hasImpact: false, hasNewDates: false }
    round.hasImpact ||= Boolean(update.impact)
    round.hasNewDates ||= Boolean(update.revised_due)
    rounds.set(key, round)
  }
  return [...rounds.values()].sort((one, other) => byDate(one.presentedOn, other.presentedOn))
}

function byDate(one: CalendarDate | undefined, other: CalendarDate | undefined): number {
  return one && other ? one.localeCompare(other) : 0
}

export function updatesIn(round: PaperRound, recommendation: ReadRecommendation): ReadUpdate[] {
  const key = keyOf(round.label, round.presentedOn)
  return recommendation.updates.filter((update) => keyOf(update.round, update.presented_on) === key)
}

function keyOf(label: string, presentedOn: CalendarDate | undefined): string {
  return `${presentedOn ?? ''} ${label}`
}
