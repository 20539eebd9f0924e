import { isBankHoliday, isWeekend } from './bank-holidays.ts'
import { later, type CalendarDate } from './calendar-date.ts'

/** How many a paper of a principal council must be open for (Local Government Act 1972 s.100B(3), five since 2002). */
export const CLEAR_DAYS = 5

/** A day on which the council's offices are open: no weekend and no bank holiday of England and Wales. */
export function isWorkingDay(day: CalendarDate): boolean {
  return !isWeekend(day) && !isBankHoliday(day)
}

/**
 * The clear days between publication and meeting: working days, counting neither the day of publication nor that of the meeting. None where the
 * meeting does not come after publication.
 */
export function clearDaysBetween(published: CalendarDate, meeting: CalendarDate): number {
  let days = 0
  for (let day = later(published, 1); day < meeting; day = later(day, 1)) if (isWorkingDay(day)) days++
  return days
}

/** The latest working day on which papers can be published so that the meeting has its clear days. */
export function lastDayForPapers(meeting: CalendarDate, clear = CLEAR_DAYS): CalendarDate {
  let day = meeting
  for (let left = clear + 1; left > 0;) {
    day = later(day, -1)
    if (isWorkingDay(day)) left--
  }
  return day
}
