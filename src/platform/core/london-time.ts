import type { CalendarDate } from './calendar-date.ts'

/** A time of the day on the clocks of the council: `08:30`. */
export type ClockTime = string

const HOUR = 3_600_000

const CLOCK = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** What the clocks of Europe/London show at a moment, whatever the machine's zone. */
export function londonClock(moment: Date): { day: CalendarDate; time: ClockTime } {
  const parts = CLOCK.formatToParts(moment)
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  return { day: `${of('year')}-${of('month')}-${of('day')}`, time: `${of('hour')}:${of('minute')}` }
}

/**
 * The moment at which London's clocks show a time on a day. An hour that comes twice (clocks go back) is its first; an hour that does not come (clocks
 * go forward) is the one after it.
 */
export function londonMoment(day: CalendarDate, time: ClockTime): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`)
  const summer = new Date(asUtc - HOUR)
  const clock = londonClock(summer)
  return clock.day === day && clock.time === time ? summer : new Date(asUtc)
}
