import ICAL from 'ical.js'

// RFC 7986 is younger than the table of ical.js: it reads what it does not know as it stands, escapes and all.
const known = ICAL.design.icalendar.property as Record<string, { defaultType: string }>
known.name = { defaultType: 'text' }

export interface ReadEntry {
  uid: string
  on: string
  title: string
  words: string
  href: string | null
  status: string
  sequence: number
  stamp: string
  changed: string
}

/** A calendar as a program that fetches it reads it: by ical.js, which Thunderbird uses, not by what wrote it. */
export function readCalendar(file: string): { name: string; refresh: string; entries: ReadEntry[] } {
  const calendar = new ICAL.Component(ICAL.parse(file))
  const text = (component: ICAL.Component, name: string) => String(component.getFirstPropertyValue(name) ?? '')
  return {
    name: text(calendar, 'name'),
    refresh: text(calendar, 'refresh-interval'),
    entries: calendar.getAllSubcomponents('vevent').map((event) => ({
      uid: text(event, 'uid'),
      on: text(event, 'dtstart'),
      title: text(event, 'summary'),
      words: text(event, 'description'),
      href: text(event, 'url') || null,
      status: text(event, 'status'),
      sequence: Number(text(event, 'sequence')),
      stamp: text(event, 'dtstamp'),
      changed: text(event, 'last-modified'),
    })),
  }
}
