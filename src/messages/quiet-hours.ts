import { isBankHoliday, isWeekend } from '../platform/core/bank-holidays.ts'
import { later, type CalendarDate } from '../platform/core/calendar-date.ts'
import { londonClock, londonMoment, type ClockTime } from '../platform/core/london-time.ts'

/** When messages may go out, on the clocks of London. */
export interface OpenHours {
  from: ClockTime
  until: ClockTime
  weekends: boolean
  bankHolidays: boolean
  /** More days on which nothing goes out: between Christmas and the new year, or a day that is proclaimed. */
  closedDays: readonly CalendarDate[]
}

/** The first moment from the given one on at which messages may go out: that moment itself, where they may. */
export function nextOpenMoment(moment: Date, hours: OpenHours): Date {
  const { day, time } = londonClock(moment)
  if (isOpenDay(day, hours) && time >= hours.from && time < hours.until) return moment
  let next = time < hours.from ? day : later(day, 1)
  // A council that closed a whole year would wait for ever: then the day after the last that it can mean.
  for (let tries = 0; !isOpenDay(next, hours) && tries < 400; tries += 1) next = later(next, 1)
  return londonMoment(next, hours.from)
}

/** The day on which what is queued at a moment goes out, in London. */
export function dayOfGoing(moment: Date, hours: OpenHours): CalendarDate {
  return londonClock(nextOpenMoment(moment, hours)).day
}

function isOpenDay(day: CalendarDate, { weekends, bankHolidays, closedDays }: OpenHours): boolean {
  return (weekends || !isWeekend(day)) && (bankHolidays || !isBankHoliday(day)) && !closedDays.includes(day)
}
