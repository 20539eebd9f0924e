import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { OutgoingList } from '../platform/documents/outgoing-list.ts'
import { MEMBER_KIND_WORDS, PLACE_WORDS, sittingOn, type Member, type Seat, type Sitting } from './member.ts'

export const SITTING_WORDS: Record<Sitting, string> = { sits: 'Sits', sat: 'Sat before', 'will-sit': 'Will sit', never: 'Never held' }

/** The seats for a spreadsheet, as they stand on a day. */
export function seatList(name: string, seats: readonly Seat[], on: CalendarDate): OutgoingList<Seat> {
  return {
    name,
    takenOn: on,
    rows: seats,
    columns: [
      { head: 'Member', width: 30, of: ({ member }) => member.name },
      { head: 'Kind', width: 14, of: ({ member }) => MEMBER_KIND_WORDS[member.kind] },
      { head: 'Represents', width: 30, of: ({ member }) => member.represents },
      { head: 'Committee', width: 40, of: ({ committee }) => committee.name },
      { head: 'Place', width: 14, of: ({ place }) => PLACE_WORDS[place] },
      { head: 'Voting', width: 10, of: ({ voting }) => (voting ? 'Yes' : 'No') },
      { head: 'From', width: 14, of: ({ from }) => ({ day: from }) },
      { head: 'Until', width: 14, of: ({ last }) => last && { day: last } },
      { head: 'State', width: 14, of: (seat) => SITTING_WORDS[sittingOn(seat, on)] },
      { head: 'Reason', width: 40, of: ({ reason }) => reason },
    ],
  }
}

/** The members for a spreadsheet, each with the committees on which they sit on a day. */
export function memberList(council: string, members: readonly Member[], seats: readonly Seat[], on: CalendarDate): OutgoingList<Member> {
  return {
    name: `Members of ${council}`,
    takenOn: on,
    rows: members,
    columns: [
      { head: 'Member', width: 30, of: ({ name }) => name },
      { head: 'Kind', width: 14, of: ({ kind }) => MEMBER_KIND_WORDS[kind] },
      { head: 'Represents', width: 30, of: ({ represents }) => represents },
      { head: 'E-mail', width: 36, of: ({ email }) => email },
      { head: 'Sits on', width: 60, of: (member) => sitsOn(member, seats, on) },
    ],
  }
}

/** `Place Panel (Chair); Health Committee` */
export function sitsOn(member: Member, seats: readonly Seat[], on: CalendarDate): string {
  return seats
    .filter((seat) => seat.member.id === member.id && sittingOn(seat, on) === 'sits')
    .map(({ committee, place }) => (place === 'member' ? committee.name : `${committee.name} (${PLACE_WORDS[place]})`))
    .join('; ')
}
