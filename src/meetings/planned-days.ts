import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { writtenDays } from '../reading/written-days.ts'
import type { MeetingPlanned } from './meeting.ts'

export interface PlannedDays {
  meetings: MeetingPlanned[]
  /** Lines in which no day is written out, as they were typed. */
  strange: string[]
}

const TIME = /\b(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)\b|\b([01]?\d|2[0-3]):([0-5]\d)\b/i

/** Meetings from a list, a day on each line and perhaps a time of its own after it (`9 December 2026, 2pm`); the others get the time and place given. */
export function plannedDays(words: string, time: string, venue: string): PlannedDays {
  const lines = words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const read = lines.map((line) => ({ line, day: dayIn(line) }))
  return {
    meetings: read.flatMap(({ line, day }) =>
      day ? [{ heldOn: day.day, time: TIME.exec(line.replace(day.words, ' '))?.[0] ?? time, venue }] : [],
    ),
    strange: read.filter(({ day }) => day === null).map(({ line }) => line),
  }
}

function dayIn(line: string): { day: CalendarDate; words: string } | null {
  return writtenDays(line)[0] ?? null
}
