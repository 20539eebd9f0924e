import { whoSits } from '../members/member.queries.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import type { InTheRoom } from './attendance.ts'

/** Who sits at a meeting, how each attends as last said, and what they declared and did not take back. */
export async function whoIsThere(
  trx: Trx,
  meeting: { id: string; heldOn: CalendarDate; committee: { id: string } },
): Promise<InTheRoom & { declarations: InTheRoom['declarations'] }> {
  const attendance = await trx.selectFrom('attendance_now').selectAll().where('meeting_id', '=', meeting.id).execute()
  const declarations = await trx
    .selectFrom('declaration as d')
    .selectAll('d')
    .where('d.meeting_id', '=', meeting.id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('declaration_withdrawal as w')
            .select('w.declaration_id')
            .whereRef('w.council_id', '=', 'd.council_id')
            .whereRef('w.declaration_id', '=', 'd.id'),
        ),
      ),
    )
    .orderBy('d.declared_at')
    .execute()
  return {
    heldOn: meeting.heldOn,
    seats: await whoSits(trx, meeting.committee.id, meeting.heldOn),
    attendance: attendance.map((row) => ({
      memberId: row.member_id!,
      version: row.version!,
      state: row.state!,
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
