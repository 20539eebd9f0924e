import type { CalendarDate } from '../platform/core/calendar-date.ts'

export const MEMBER_KINDS = ['councillor', 'co-optee'] as const
export type MemberKind = (typeof MEMBER_KINDS)[number]

export const MEMBER_KIND_WORDS: Record<MemberKind, string> = { councillor: 'Councillor', 'co-optee': 'Co-optee' }

export interface MemberSaid {
  /** As minutes print it: `Cllr K R Guy`. */
  name: string
  kind: MemberKind
  /** Party, or whom a co-optee speaks for. */
  represents: string
  email: string
}

export interface Member extends MemberSaid {
  id: string
  slug: string
  version: number
}

export const PLACES = ['chair', 'vice-chair', 'member', 'co-optee', 'substitute'] as const
export type SeatPlace = (typeof PLACES)[number]

export const PLACE_WORDS: Record<SeatPlace, string> = {
  chair: 'Chair',
  'vice-chair': 'Vice-chair',
  member: 'Member',
  'co-optee': 'Co-optee',
  substitute: 'Substitute',
}

export interface SeatSaid {
  place: SeatPlace
  voting: boolean
  from: CalendarDate
  until: CalendarDate | null
}

/** A member's place on a committee. */
export interface Seat extends SeatSaid {
  id: string
  committee: { id: string; slug: string; name: string }
  member: { id: string; slug: string; name: string; kind: MemberKind; represents: string }
  /** The last day that it holds, by its term or its end; null while none is known. */
  last: CalendarDate | null
  /** Why it ended before its time. */
  reason: string
  position: number
}

export type Sitting = 'sits' | 'sat' | 'will-sit' | 'never'

/** How a seat stands on a day; one that was ended before it began never held. */
export function sittingOn({ from, last }: Pick<Seat, 'from' | 'last'>, day: CalendarDate): Sitting {
  if (last !== null && last < from) return 'never'
  if (from > day) return 'will-sit'
  return last !== null && last < day ? 'sat' : 'sits'
}

/** Whether two terms share a day. */
export function overlaps(one: { from: CalendarDate; last: CalendarDate | null }, other: { from: CalendarDate; last: CalendarDate | null }) {
  return (one.last === null || one.last >= other.from) && (other.last === null || other.last >= one.from)
}

/** A seat as an agenda names it: `Cllr K R Guy (Chair)`. */
export function seatWords({ member, place }: Pick<Seat, 'member' | 'place'>): string {
  return place === 'chair' || place === 'vice-chair' ? `${member.name} (${PLACE_WORDS[place]})` : member.name
}

/** Whether a substitute is one of those who sit when nobody is away. */
export function sitsAlways({ place }: Pick<Seat, 'place'>): boolean {
  return place !== 'substitute'
}
