import { publicAddressOf, publicationWords } from '../papers/publication-words.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { meetingAddress } from './register-addresses.ts'
import type { FileOfCouncil } from './register.queries.ts'
import type { PublicCouncil, PublicMeeting } from './register.ts'

/** The public meetings for a spreadsheet, in the order of their days. */
export function publicMeetingList(
  council: PublicCouncil,
  meetings: readonly PublicMeeting[],
  takenOn: CalendarDate,
  origin: string,
): OutgoingList<PublicMeeting> {
  return {
    name: `Public meetings of ${council.name}`,
    takenOn,
    rows: meetings,
    columns: [
      { head: 'Day', width: 14, of: ({ heldOn }) => ({ day: heldOn }) },
      { head: 'Time', width: 14, of: ({ time }) => time },
      { head: 'Committee', width: 50, of: ({ committee }) => committee.name },
      { head: 'Place', width: 50, of: ({ venue }) => venue },
      { head: 'Cancelled', width: 12, of: ({ cancelled }) => (cancelled ? 'Cancelled' : '') },
      {
        head: 'Published',
        width: 50,
        of: ({ publications }) => publications.map(publicationWords).join('; '),
      },
      { head: 'Page', width: 60, of: ({ slug }) => origin + meetingAddress(council.slug, slug) },
    ],
  }
}

/** The same for a program, with the address of every file. */
export function meetingsForPrograms(
  council: PublicCouncil,
  meetings: readonly PublicMeeting[],
  files: readonly FileOfCouncil[],
  takenOn: CalendarDate,
  origin: string,
) {
  return {
    council: council.name,
    takenOn,
    meetings: meetings.map(({ slug, heldOn, time, venue, committee, cancelled, publications }) => ({
      committee: committee.name,
      day: heldOn,
      time,
      place: venue,
      cancelled,
      page: origin + meetingAddress(council.slug, slug),
      publications: publications.map((one) => {
        const page = origin + publicAddressOf(council.slug, slug, one.slug)
        return {
          name: publicationWords(one),
          publishedOn: one.publishedOn,
          sha256: one.hash,
          page,
          word: `${page}/word`,
          pdf: `${page}/pdf`,
          html: `${page}/html`,
          content: `${page}/content.json`,
          files: files
            .filter((file) => file.meeting === slug && file.publication === one.slug)
            .map(({ position, item, name, size, sha256 }) => ({
              item,
              name,
              size,
              sha256: sha256.toString('hex'),
              file: `${page}/files/${position}`,
            })),
        }
      }),
    })),
  }
}
