import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { inWords, later, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { overlaps, PLACE_WORDS, type Member, type Seat, type SeatSaid } from './member.ts'
import { listSeats } from './member.queries.ts'

/** A committee as a seat needs it. */
interface Body {
  id: string
  slug: string
  name: string
}

/**
 * Gives a member a seat on a committee for a term. Refuses (conflict) a second chair or vice-chair in that term, and a second seat of the same member
 * there. Two who give seats at once wait for each other. Records `seat.given`.
 */
export async function giveSeat(
  trx: Trx,
  officer: Officer,
  committee: Body,
  member: Pick<Member, 'id' | 'name'>,
  said: SeatSaid,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`seats ${committee.id}`}, 0))`.execute(trx)
  const seats = await listSeats(trx, { committeeId: committee.id })
  refuseSecond(seats, committee, member, said)
  await trx
    .insertInto('seat')
    .values({
      council_id: officer.councilId,
      committee_id: committee.id,
      member_id: member.id,
      place: said.place,
      voting: said.voting,
      from_day: said.from,
      until_day: said.until,
      position: Math.max(0, ...seats.map(({ position }) => position)) + 1,
      seated_by: officer.accountId,
    })
    .execute()
  const detail = { name: member.name, place: said.place, from: said.from, until: said.until, voting: said.voting }
  await recordEvent(trx, officer, 'seat.given', `/committees/${committee.slug}/membership`, detail)
}

function refuseSecond(seats: readonly Seat[], committee: Body, member: Pick<Member, 'id' | 'name'>, said: SeatSaid): void {
  const term = { from: said.from, last: said.until }
  const held = seats.filter((seat) => (seat.last === null || seat.last >= seat.from) && overlaps(seat, term))
  const own = held.find((seat) => seat.member.id === member.id)
  refuseIf(
    own !== undefined,
    'conflict',
    `${member.name} sits on ${committee.name} already, as ${PLACE_WORDS[own?.place ?? 'member'].toLowerCase()} ${termWords(own)}. End that seat first.`,
  )
  if (said.place !== 'chair' && said.place !== 'vice-chair') return
  const other = held.find(({ place }) => place === said.place)
  const place = PLACE_WORDS[said.place].toLowerCase()
  refuseIf(
    other !== undefined,
    'conflict',
    `${other?.member.name} is ${place} of ${committee.name} ${termWords(other)}, and a committee has one ${place} at a time. End that seat on the day before, or give this one from a later day.`,
  )
}

/** `since 21 May 2026`, `from 21 May 2026 until 20 May 2027` */
export function termWords(seat: Pick<Seat, 'from' | 'last'> | undefined): string {
  if (!seat) return ''
  return seat.last === null ? `since ${inWords(seat.from)}` : `from ${inWords(seat.from)} until ${inWords(seat.last)}`
}

/**
 * Ends a seat after its last day. A last day before it began says that it never held. Refuses (conflict) a seat that has ended already, and (invalid) a
 * last day after its own term. Records `seat.ended`.
 */
export async function endSeat(trx: Trx, officer: Officer, seat: Seat, lastDay: CalendarDate, reason: string): Promise<void> {
  refuseIf(
    seat.until !== null && lastDay > seat.until,
    'invalid',
    `This seat ends on ${inWords(seat.until ?? lastDay)} anyway. Enter a day before that, or give a further seat from ${inWords(later(seat.until ?? lastDay, 1))}.`,
  )
  const row = { council_id: officer.councilId, seat_id: seat.id, last_day: lastDay, reason, ended_by: officer.accountId }
  await refuseOnConflict(trx.insertInto('seat_end').values(row).execute(), 'This seat has been ended already.')
  const detail = { name: seat.member.name, place: seat.place, last: lastDay, reason }
  await recordEvent(trx, officer, 'seat.ended', `/committees/${seat.committee.slug}/membership`, detail)
}
