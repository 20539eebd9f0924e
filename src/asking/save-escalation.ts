import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { EscalationOf } from './escalation.ts'

/** Says anew who the director and the cabinet member of a service are. Refuses (conflict) where someone has saved since it was read. Records `escalation.saved`. */
export async function saveEscalation(trx: Trx, officer: Officer, said: EscalationOf): Promise<void> {
  await refuseOnConflict(
    trx
      .insertInto('escalation_version')
      .values({
        council_id: officer.councilId,
        directorate: said.service,
        version: said.version + 1,
        director_id: said.directorId,
        cabinet_member_id: said.cabinetMemberId,
        saved_by: officer.accountId,
      })
      .execute(),
    'Someone else changed this while you were writing. Open the page again to see theirs.',
  )
  await recordEvent(trx, officer, 'escalation.saved', '/settings/escalation', {
    name: said.service,
    director: said.directorId,
    cabinet_member: said.cabinetMemberId,
  })
}
