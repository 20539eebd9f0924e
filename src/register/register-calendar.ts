import type { CalendarEntry } from '../calendar/calendar-entry.ts'
import { publicationWords } from '../papers/publication-words.ts'
import { meetingAddress } from './register-addresses.ts'
import type { PublicMeeting } from './register.ts'

/** Public meetings as days of a calendar, each with a link to its page. */
export function entriesOfMeetings(council: string, meetings: readonly PublicMeeting[]): CalendarEntry[] {
  return meetings.map(({ slug, heldOn, time, venue, committee, cancelled, publications, said, saidAt }) => {
    const particulars = [time, venue].filter(Boolean).join(', ')
    const names = publications.map(publicationWords).join('; ')
    return {
      uid: `${council}-${slug}-public`,
      on: heldOn,
      title: `${cancelled ? 'Cancelled: meeting' : 'Meeting'} of ${committee.name}`,
      words: [particulars && `${particulars}.`, names && `Published: ${names}.`].filter(Boolean).join(' '),
      href: meetingAddress(council, slug),
      state: cancelled ? 'cancelled' : 'certain',
      sequence: said - 1,
      changedAt: saidAt,
    }
  })
}
