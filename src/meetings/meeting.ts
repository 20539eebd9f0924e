import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { ReadMeeting } from '../reading/reading.ts'
import type { RoundState } from '../reviews/review.ts'

/** What is on record of a meeting. */
export interface MeetingRecord {
  id: string
  slug: string
  version: number
  heldOn: CalendarDate
  committee: { id: string; slug: string; name: string }
  papers: Partial<ReadMeeting>
  rounds: { id: string; slug: string; name: string; state: RoundState }[]
  made: { round: string; number: number; title: string; draft: boolean }[]
}

/** When and where a meeting is planned; time and place as an agenda prints them. */
export interface MeetingPlanned {
  heldOn: CalendarDate
  time: string
  venue: string
}
