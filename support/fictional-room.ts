import { randomUUID } from 'node:crypto'
import { giveSeat } from '../src/members/give-seat.ts'
import type { SeatPlace } from '../src/members/member.ts'
import { addMember } from '../src/members/save-member.ts'
import type { Officer } from '../src/people/officer.ts'
import type { Trx } from '../src/platform/database/database.ts'

export interface MemberPut {
  name: string
  place: SeatPlace
}

/** Members with seats on a committee, by name; a co-optee has no vote. */
export async function putMembers(
  trx: Trx,
  officer: Officer,
  committee: { id: string; slug: string; name: string },
  members: readonly MemberPut[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const { name, place } of members) {
    const isCoopted = place === 'co-optee'
    const member = await addMember(trx, officer, { name, kind: isCoopted ? 'co-optee' : 'councillor', represents: '', email: '' })
    await giveSeat(trx, officer, committee, member, { place, voting: !isCoopted, from: '2020-05-20', until: null })
    ids.set(name, member.id)
  }
  return ids
}

export interface AttendancePut {
  state: 'present' | 'apologies' | 'absent'
  forMemberId?: string
  arrived?: string
  departed?: string
}

/** A member's attendance as it would be recorded in the room. */
export async function putAttendance(trx: Trx, officer: Officer, meetingId: string, memberId: string, said: AttendancePut): Promise<void> {
  const row = { council_id: officer.councilId, meeting_id: meetingId, member_id: memberId, version: 1 }
  await trx
    .insertInto('attendance')
    .values({ ...row, state: said.state, for_member_id: said.forMemberId, arrived: said.arrived, departed: said.departed })
    .execute()
}

export interface DecisionPut {
  meetingId: string
  agendaItemId: string
  recommendationId: string
  itemId?: string
  kind: 'agree' | 'challenge' | 'sign-off' | 'defer' | 'call' | 'grant-extension' | 'refuse-extension' | 'close' | 'reopen'
  gradeCode?: string
  words?: string
  ending?: 'achieved-in-time' | 'achieved-late' | 'partly' | 'superseded' | 'no-longer-relevant'
  movedBy?: string
  secondedBy?: string
  number?: number
}

/** A decision as it would be recorded in the room. */
export async function putDecision(trx: Trx, officer: Officer, said: DecisionPut): Promise<void> {
  await trx
    .insertInto('decision')
    .values({
      council_id: officer.councilId,
      meeting_id: said.meetingId,
      agenda_item_id: said.agendaItemId,
      recommendation_id: said.recommendationId,
      item_id: said.itemId,
      kind: said.kind,
      grade_code: said.gradeCode,
      words: said.words ?? '',
      ending: said.ending,
      moved_by: said.movedBy,
      seconded_by: said.secondedBy,
      device_key: randomUUID(),
      device_number: said.number ?? 0,
      decided_at: new Date(),
      recorded_by: officer.accountId,
    })
    .execute()
}
