import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { promiseHolders, standingOn, STANDINGS, type Standing } from '../recommendations/promise-standing.ts'
import { roundLabel, type ReviewRecord } from './review.ts'

export interface PromisesOnDay {
  /** A round's label, or `Today`. */
  label: string
  day: CalendarDate
  counts: Record<Standing, number>
}

/** What had become of every promise of the review by each meeting that there has been, and by today where that is later. */
export function promisesOverRounds(review: Pick<ReviewRecord, 'recommendations' | 'rounds'>, today: CalendarDate): PromisesOnDay[] {
  const holders = review.recommendations.flatMap(promiseHolders)
  const heard = review.rounds.filter((round) => round.presentedOn <= today)
  const days = heard.map((round) => ({ label: roundLabel(round), day: round.presentedOn }))
  if ((days.at(-1)?.day ?? '') < today) days.push({ label: 'Today', day: today })
  return days.map(({ label, day }) => ({ label, day, counts: countBy(holders.map((holder) => standingOn(holder, review.rounds, day))) }))
}

function countBy(standings: readonly Standing[]): Record<Standing, number> {
  const counts = Object.fromEntries(STANDINGS.map((standing) => [standing, 0])) as Record<Standing, number>
  for (const standing of standings) counts[standing]++
  return counts
}
