import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { ReadMeeting } from '../reading/reading.ts'
import type { RoundState } from '../reviews/review.ts'

/** What is on record of a meeting. */
export interface MeetingRecord {
  id: string
  slug: string
  version: number
  heldOn: CalendarDate
  committee: { id: string; slug: string; name: string }
  /** Why it is cancelled; null while it is not. */
  cancelledFor: string | null
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

/** When and where a meeting is, as it stands. */
export function whereOf({ heldOn, papers }: MeetingRecord): MeetingPlanned {
  return { heldOn, time: papers.time ?? '', venue: papers.venue ?? '' }
}

/** Whether that would be another day, time or place. */
export function isOther(meeting: MeetingRecord, said: MeetingPlanned): boolean {
  const now = whereOf(meeting)
  return said.heldOn !== now.heldOn || said.time !== now.time || said.venue !== now.venue
}

/** Refuses (conflict) what cannot be done for a meeting that is cancelled; `what` follows “so”: `so nothing can be decided at it`. */
export function refuseCancelled({ heldOn, cancelledFor }: Pick<MeetingRecord, 'heldOn' | 'cancelledFor'>, what: string): void {
  refuseIf(
    cancelledFor !== null,
    'conflict',
    `The meeting of ${inWords(heldOn)} is cancelled, so ${what}. Take the meeting up again first, if it is held after all.`,
  )
}
