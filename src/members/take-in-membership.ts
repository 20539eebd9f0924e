import type { Officer } from '../people/officer.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { giveSeat } from './give-seat.ts'
import { listMembers, listSeats } from './member.queries.ts'
import { overlaps, type Member, type MemberSaid, type SeatPlace } from './member.ts'
import { addMember } from './save-member.ts'

/** A line that the officer ticked. */
export interface TakenLine extends Omit<MemberSaid, 'email'> {
  place: SeatPlace
  voting: boolean
  /** The member that it is; null where it is somebody who is not on record. */
  memberId: string | null
}

/**
 * Seats those whom the officer ticked, in the order of the list, from a day on; whoever is not on record is added. Who sits there already in that place is
 * left as they are. Refuses (conflict) what `giveSeat` and `addMember` do, and (invalid) a list in which nothing was ticked. Records as each of them does.
 */
export async function takeInMembership(
  trx: Trx,
  officer: Officer,
  committee: { id: string; slug: string; name: string },
  lines: readonly TakenLine[],
  from: CalendarDate,
): Promise<{ seated: number; there: number }> {
  refuseIf(lines.length === 0, 'invalid', 'Tick those who are to have a seat.')
  const members = await listMembers(trx)
  const taken = { seated: 0, there: 0 }
  for (const line of lines) {
    const member = await memberOf(trx, officer, line, members)
    const seats = await listSeats(trx, { committeeId: committee.id, memberId: member.id })
    if (seats.some((seat) => seat.place === line.place && overlaps(seat, { from, last: null }))) {
      taken.there += 1
      continue
    }
    await giveSeat(trx, officer, committee, member, { place: line.place, voting: line.voting, from, until: null })
    taken.seated += 1
  }
  return taken
}

async function memberOf(
  trx: Trx,
  officer: Officer,
  { memberId, name, kind, represents }: TakenLine,
  members: readonly Member[],
): Promise<Member> {
  return members.find(({ id }) => id === memberId) ?? addMember(trx, officer, { name, kind, represents, email: '' })
}
