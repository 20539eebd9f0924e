import { later, sameDayMonthsLater, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { RecommendationRecord } from '../recommendations/recommendation.ts'

/** By the Local Government Act 2000 s.9FE. */
export const STATUTORY_MONTHS = 2

/**
 * The last day of a time of whole months that begins with the day of service: the day before the same day of the month, and where that month has no
 * such day its last (the rule of the corresponding date).
 */
export function responseDue(servedOn: CalendarDate, months: number = STATUTORY_MONTHS): CalendarDate {
  const same = sameDayMonthsLater(servedOn, months)
  return same.slice(-2) === servedOn.slice(-2) ? later(same, -1) : same
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

/** When a recommendation was answered: on the day given, or else on that on which it was recorded; null without an answer. */
export function answeredOf({ response }: RecommendationRecord): Answered | null {
  return response?.answer ? { answeredOn: response.givenOn ?? response.recordedOn } : null
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
