import { calendarDate, lastDayOfMonth, later, type CalendarDate } from '../platform/core/calendar-date.ts'

/** By the Local Government Act 2000 s.9FE. */
export const STATUTORY_MONTHS = 2

/**
 * The last day of a time of whole months that begins with the day of service: the day before the same day of the month, and where that month has no
 * such day its last (the rule of the corresponding date).
 */
export function responseDue(servedOn: CalendarDate, months: number = STATUTORY_MONTHS): CalendarDate {
  const [year, month, day] = servedOn.split('-').map(Number) as [number, number, number]
  const ends = { year: year + Math.floor((month - 1 + months) / 12), month: ((month - 1 + months) % 12) + 1 }
  const same = calendarDate(ends.year, ends.month, day)
  return same ? later(same, -1) : lastDayOfMonth(ends.year, ends.month)
}

export interface NoticeServed {
  id: string
  servedOn: CalendarDate
  servedTo: string
  months: number
  dueOn: CalendarDate
}

/** An answer as the clock sees it: when it was given. */
export interface Answered {
  answeredOn: CalendarDate
}

export interface ClockState {
  state: 'running' | 'answered' | 'late' | 'breach'
  /** How many recommendations have no answer, and how many were answered after the time. */
  unanswered: number
  answeredLate: number
}

/** Where a clock stands on a day: `late` was answered, but not in time. */
export function clockState(notice: Pick<NoticeServed, 'dueOn'>, answers: readonly (Answered | null)[], today: CalendarDate): ClockState {
  const unanswered = answers.filter((answer) => answer === null).length
  const answeredLate = answers.filter((answer) => answer !== null && answer.answeredOn > notice.dueOn).length
  const state = unanswered === 0 ? (answeredLate > 0 ? 'late' : 'answered') : today > notice.dueOn ? 'breach' : 'running'
  return { state, unanswered, answeredLate }
}
