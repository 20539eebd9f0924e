import type { CalendarDate } from '../platform/core/calendar-date.ts'

/** One day in a calendar. */
export interface CalendarEntry {
  /** Known by it for good, however the day or its words change. */
  uid: string
  on: CalendarDate
  title: string
  words: string
  /** The page that shows it to whoever can sign in; null in the calendar of somebody who cannot. */
  href: string | null
  /** Planned: may still change. Cancelled: was in this calendar before, and will not be. */
  state: 'certain' | 'planned' | 'cancelled'
  /** How much has been said of it so far. As nothing on the record is overwritten, it only ever rises. */
  sequence: number
  /** When the last of that was said. */
  changedAt: Date
}

/** Earliest first; those of a day by title. */
export function inOrder(entries: readonly CalendarEntry[]): CalendarEntry[] {
  return entries.toSorted((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title, 'en') || a.uid.localeCompare(b.uid))
}

export function lastOf(moments: readonly (Date | null)[]): Date {
  return new Date(Math.max(0, ...moments.map((moment) => moment?.getTime() ?? 0)))
}
