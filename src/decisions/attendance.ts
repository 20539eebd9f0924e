import { sitsAlways, type Seat } from '../members/member.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { londonClock } from '../platform/core/london-time.ts'

export const ATTENDANCE_STATES = ['present', 'apologies', 'absent'] as const
export type AttendanceState = (typeof ATTENDANCE_STATES)[number]

export const ATTENDANCE_WORDS: Record<AttendanceState, string> = { present: 'Present', apologies: 'Apologies', absent: 'Absent' }

/** What is said of one member's attendance; times as `18:40`. */
export interface AttendanceSaid {
  state: AttendanceState
  /** Of a substitute: for whom they sit. */
  forMemberId: string | null
  arrived: string | null
  departed: string | null
}

export interface Attendance extends AttendanceSaid {
  memberId: string
  version: number
}

export const DECLARATION_KINDS = ['pecuniary', 'other'] as const
export type DeclarationKind = (typeof DECLARATION_KINDS)[number]

export const DECLARATION_WORDS: Record<DeclarationKind, string> = {
  pecuniary: 'Disclosable pecuniary interest',
  other: 'Other interest',
}

export interface DeclarationSaid {
  memberId: string
  /** Null: of no item in particular. */
  agendaItemId: string | null
  kind: DeclarationKind
  interest: string
  /** Whether they leave while it is considered. */
  leaves: boolean
}

export interface Declaration extends DeclarationSaid {
  id: string
  declaredAt: Date
}

/** Who sits at a meeting, and how each attends. */
export interface InTheRoom {
  heldOn: CalendarDate
  seats: readonly Seat[]
  attendance: readonly Attendance[]
  declarations: readonly Declaration[]
}

/** The member's attendance, where it is recorded. */
export const attendanceOf = (room: InTheRoom, memberId: string) => room.attendance.find((one) => one.memberId === memberId)

/** Who declared an interest in an item and leaves for it, or should. */
export function leavingFor(room: InTheRoom, agendaItemId: string): { seat: Seat; declaration: Declaration }[] {
  return room.declarations
    .filter((one) => one.leaves && one.agendaItemId === agendaItemId)
    .flatMap((declaration) => {
      const seat = room.seats.find(({ member }) => member.id === declaration.memberId)
      return seat ? [{ seat, declaration }] : []
    })
}

/**
 * Why a member cannot move, second or vote on an item at a moment; null where they can. They must have a vote, sit (a substitute for somebody), be present
 * then, and not have left for an interest.
 */
export function whyNotEntitled(room: InTheRoom, memberId: string, agendaItemId: string, at: Date): string | null {
  const seat = room.seats.find(({ member }) => member.id === memberId)
  if (!seat) return 'does not sit on this committee that day'
  const { name } = seat.member
  if (!seat.voting) return `${name} sits without a vote`
  const attends = attendanceOf(room, memberId)
  if (attends?.state !== 'present') return attends ? `${name} ${AWAY[attends.state]}` : `${name} is not recorded as present`
  if (!sitsAlways(seat) && attends.forMemberId === null) return `${name} is a substitute, and is not recorded as sitting for anybody`
  const clock = londonClock(at)
  if (clock.day === room.heldOn && attends.arrived !== null && clock.time < attends.arrived)
    return `${name} arrived at ${attends.arrived}, after this was decided`
  if (clock.day === room.heldOn && attends.departed !== null && clock.time > attends.departed)
    return `${name} left at ${attends.departed}, before this was decided`
  if (leavingFor(room, agendaItemId).some((one) => one.seat === seat)) return `${name} declared an interest in this item and left for it`
  return null
}

const AWAY = { apologies: 'sent apologies', absent: 'is recorded as absent' } as const

/** Whether anybody said who is there; apologies and substitutes told of before the day say nothing of the others. */
const isRecorded = ({ attendance }: Pick<InTheRoom, 'attendance'>): boolean =>
  attendance.some(({ state, forMemberId }) => state === 'absent' || (state === 'present' && forMemberId === null))

/** How many who have a vote are there for an item (or, without one, at all), of how many that there must be. */
export interface Quorum {
  present: number
  needed: number
  isThere: boolean
  /** Nobody has said yet who is there. */
  unrecorded: boolean
}

export function quorumAt(room: InTheRoom, needed: number, agendaItemId: string | null, at: Date): Quorum {
  const present = room.seats.filter(({ member }) => whyNotEntitled(room, member.id, agendaItemId ?? '', at) === null).length
  return { present, needed, isThere: present >= needed, unrecorded: !isRecorded(room) }
}

/** `2 of the 3 voting members who must be there` */
export function quorumWords({ present, needed, isThere, unrecorded }: Quorum): string {
  if (unrecorded) return `Nobody’s attendance is recorded yet; ${needed} members with a vote must be there.`
  const there = `${present} ${present === 1 ? 'member' : 'members'} with a vote ${present === 1 ? 'is' : 'are'} there`
  return isThere ? `${there}: the meeting has its quorum of ${needed}.` : `${there}, and ${needed} must be: the meeting has no quorum.`
}
