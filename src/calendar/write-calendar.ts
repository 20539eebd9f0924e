import ical, { escape, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { CalendarEntry } from './calendar-entry.ts'
import { inOrder } from './calendar-entry.ts'

export interface CalendarToWrite {
  name: string
  /** Where Heed is, `https://heed.wexcombe.example`: pages are linked to from there. */
  origin: string
  entries: readonly CalendarEntry[]
}

const STATUS = { certain: ICalEventStatus.CONFIRMED, planned: ICalEventStatus.TENTATIVE, cancelled: ICalEventStatus.CANCELLED }
const SIX_HOURS = 6 * 60 * 60

/**
 * A calendar as iCalendar (RFC 5545; name and refresh interval by RFC 7986), the same for the same entries, so that its bytes tell whether anything has
 * changed: without a METHOD a DTSTAMP is when an entry was last said, not when it was written.
 */
export function writeCalendar({ name, origin, entries }: CalendarToWrite): string {
  // The library writes a calendar's name as it is; a line in it would be a property of its own.
  const calendar = ical({
    name: escape(plain(name), false),
    prodId: { company: 'Heed', product: 'Heed', language: 'EN' },
    ttl: SIX_HOURS,
  })
  for (const entry of inOrder(entries))
    calendar.createEvent({
      id: `${entry.uid}@heed`,
      start: entry.on,
      allDay: true,
      summary: plain(entry.title),
      description: entry.words ? plain(entry.words) : null,
      url: entry.href ? origin + entry.href : null,
      status: STATUS[entry.state],
      // Due days keep nobody from being invited elsewhere.
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      sequence: entry.sequence,
      stamp: entry.changedAt,
      lastModified: entry.changedAt,
    })
  return `${calendar.toString()}\r\n`
}

/** One line of it: control characters have no place in iCalendar. */
function plain(words: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  return words.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
}
