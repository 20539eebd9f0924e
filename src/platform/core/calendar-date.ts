/** A day of the calendar as people and PostgreSQL's `date` write it, `2026-03-31`: no time, no zone, so summer time cannot shift it. */
export type CalendarDate = string

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** Whether the text is a day that exists (`2026-02-30` is not). */
export function isCalendarDate(text: string): boolean {
  const match = DAY.exec(text)
  if (!match) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text
}

/** The day made of a year, a month from 1 and a day; null where no such day exists. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isCalendarDate(text) ? text : null
}

export function lastDayOfMonth(year: number, month: number): CalendarDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** Whole days from one day to another; negative where `to` is the earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** The day so many days later; earlier where the number is negative. */
export function later(day: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** The same day of the month so many months later, or the month's last day where it has no such day. */
export function sameDayMonthsLater(day: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = lastDayOfMonth(first.getUTCFullYear(), first.getUTCMonth() + 1)
  return calendarDate(first.getUTCFullYear(), first.getUTCMonth() + 1, dayOfMonth) ?? last
}

/** Today in the council's own time (Europe/London), whatever the machine's zone. */
export function today(now: Date = new Date()): CalendarDate {
  return LONDON.format(now)
}

const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' })

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** The day in words, always with its year: `31 March 2026`. A month (`2026-03`) becomes `March 2026`. */
export function inWords(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number)
  const name = MONTHS[(month ?? 1) - 1]
  return day === undefined ? `${name} ${year}` : `${day} ${name} ${year}`
}
