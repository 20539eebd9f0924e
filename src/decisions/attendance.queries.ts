import { whoSits } from '../members/member.queries.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import type { InTheRoom } from './attendance.ts'

/** Who sits at a meeting, how each attends as last said, and what they declared and did not take back. */
export async function whoIsThere(trx: Trx, meeting: { id: string; heldOn: CalendarDate; committee: { id: string } }): Promise<InTheRoom> {
  const attendance = await trx.selectFrom('attendance_now').selectAll().where('meeting_id', '=', meeting.id).execute()
  const declarations = await trx
    .selectFrom('declaration as d')
    .selectAll('d')
    .where('d.meeting_id', '=', meeting.id)
    .leftJoin('declaration_withdrawal as w', (join) =>
      join.onRef('w.council_id', '=', 'd.council_id').onRef('w.declaration_id', '=', 'd.id'),
    )
    .where('w.declaration_id', 'is', null)
    .orderBy('d.declared_at')
    .execute()
  return {
    heldOn: meeting.heldOn,
    seats: await whoSits(trx, meeting.committee.id, meeting.heldOn),
    attendance: attendance.map((row) => ({
      memberId: row.member_id,
      version: row.version,
      state: row.state,
      forMemberId: row.for_member_id,
      arrived: row.arrived,
      departed: row.departed,
    })),
    declarations: declarations.map((row) => ({
      id: row.id,
      memberId: row.member_id,
      agendaItemId: row.agenda_item_id,
      kind: row.kind,
      interest: row.interest,
      leaves: row.leaves,
      declaredAt: row.declared_at,
    })),
  }
}
