import { daysBetween, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { ClockState } from './response-clock.ts'

/** How a clock stands on a day, in a few words. */
export function stateWords({ state, answeredLate }: ClockState, dueOn: CalendarDate, today: CalendarDate): string {
  if (state === 'answered') return 'Answered in time'
  if (state === 'late') return answeredLate === 1 ? 'Answered, one late' : `Answered, ${answeredLate} late`
  if (state === 'breach') return `Overdue by ${days(daysBetween(dueOn, today))}`
  const left = daysBetween(today, dueOn)
  return left === 0 ? 'Due today' : `${days(left)} left`
}

const days = (count: number): string => (count === 1 ? 'one day' : `${count} days`)
