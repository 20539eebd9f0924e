import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { MeetingNamed } from './request.ts'

/** What is said of an item of a work programme. */
export interface ProgrammeSaid {
  title: string
  text: string
  meetingId: string | null
  /** Roughly when, where no meeting is chosen: `Summer 2027`. */
  meetingWords: string
  reviewId: string | null
}

export interface ProgrammeItem extends ProgrammeSaid {
  id: string
  version: number
  position: number
  dropped: boolean
  meeting: MeetingNamed | null
  review: { slug: string; title: string } | null
}

/** The items of one meeting, of one rough time, or of none yet. */
export interface ProgrammePart {
  title: string
  meeting: MeetingNamed | null
  items: ProgrammeItem[]
}

/** The programme by meeting in the order of their days, then by rough time, then what has no time yet; in each as it was ordered. */
export function programmeParts(items: readonly ProgrammeItem[]): ProgrammePart[] {
  const open = items.filter(({ dropped }) => !dropped).toSorted((a, b) => a.position - b.position)
  const held = open.filter(({ meeting }) => meeting !== null).toSorted((a, b) => a.meeting!.heldOn.localeCompare(b.meeting!.heldOn))
  const rough = open.filter(({ meeting }) => meeting === null)
  const parts = [...Map.groupBy([...held, ...rough], whenOf)]
  const sorted = parts.toSorted(([a], [b]) => Number(a === NO_TIME) - Number(b === NO_TIME))
  return sorted.map(([title, own]) => ({ title, meeting: own[0]!.meeting, items: own }))
}

const NO_TIME = 'Not yet given a meeting'

export function whenOf({ meeting, meetingWords }: Pick<ProgrammeItem, 'meeting' | 'meetingWords'>): string {
  return meeting ? `Meeting of ${inWords(meeting.heldOn)}${meeting.cancelled ? ', which is cancelled' : ''}` : meetingWords || NO_TIME
}

/** Whether the item's meeting was held without anybody saying that the item was taken. */
export const isPast = ({ meeting }: Pick<ProgrammePart, 'meeting'>, today: CalendarDate): boolean =>
  meeting !== null && meeting.cancelled !== true && meeting.heldOn < today
