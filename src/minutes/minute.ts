import type { AgendaItem } from '../meetings/agenda.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'

/** What is said of an agenda item in the minutes. */
export interface MinuteSaid {
  reference: string
  text: string
  resolution: string
}

export interface Minute extends MinuteSaid {
  version: number
}

/** An agenda item with its minute, and what was asked for in it. */
export interface MinutedItem {
  item: AgendaItem
  /** Null until it is drafted. */
  minute: Minute | null
  requests: string[]
}

/** Who was there, as minutes name them. */
export interface WhoWasThere {
  present: string[]
  alsoPresent: string[]
  inAttendance: string[]
  apologies: string[]
  /** Present and apologies are from the attendance recorded, and are changed there. */
  recorded: boolean
}

export interface MinutesConfirmation {
  meeting: { slug: string; heldOn: CalendarDate }
  corrections: string
}
