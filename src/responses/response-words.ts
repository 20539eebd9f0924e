import { daysBetween, type CalendarDate } from '../platform/core/calendar-date.ts'
import { particularsOf } from '../recommendations/record-response.ts'
import type { RecommendationRecord } from '../recommendations/recommendation.ts'
import type { ClockState } from './response-clock.ts'

/** How a clock stands on a day, in a few words. */
export function stateWords({ state, answeredLate }: ClockState, dueOn: CalendarDate, today: CalendarDate): string {
  if (state === 'answered') return 'Answered in time'
  if (state === 'late') return answeredLate === 1 ? 'Answered, one late' : `Answered, ${answeredLate} late`
  if (state === 'breach') return `In breach, ${days(daysBetween(dueOn, today))}`
  const left = daysBetween(today, dueOn)
  return left === 0 ? 'Due today' : `${days(left)} left`
}

const days = (count: number): string => (count === 1 ? 'one day' : `${count} days`)

/** Why a recommendation was answered as it was, what will be done, and who answered when, a line each. */
export function reasonsOf({ response }: RecommendationRecord): string {
  return response ? [response.text, ...particularsOf(response)].filter(Boolean).join('\n') : ''
}
