import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { findDates } from './dates.ts'

/** A day, or the last day of a month, and the words that name it. */
export interface WrittenDay {
  day: CalendarDate
  words: string
}

/** Every day written out in a text (`Thursday, 5 January 2017`, `24th June 2015`, `31.10.14`), in its order. */
export function writtenDays(text: string): WrittenDay[] {
  return findDates(text).flatMap(({ iso, dayGiven, start, end }) => (dayGiven ? [{ day: iso, words: text.slice(start, end) }] : []))
}

/** The first month with its year in a text (`as at November 2016`), with its last day. */
export function writtenMonth(text: string): WrittenDay | null {
  for (const { iso, dayGiven, start, end } of findDates(text)) {
    const words = text.slice(start, end)
    if (!dayGiven && /^[a-z]{3,9}\.?,?\s*\d{4}$/i.test(words)) return { day: iso, words }
  }
  return null
}
