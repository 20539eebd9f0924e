import type { Trx } from '../platform/database/database.ts'
import type { EscalationOf } from './escalation.ts'

/** What was said of each service, by its name. */
export async function escalationsNow(trx: Trx): Promise<EscalationOf[]> {
  const rows = await trx.selectFrom('escalation_now').selectAll().orderBy('directorate').execute()
  return rows.map((row) => ({
    service: row.directorate,
    version: row.version,
    directorId: row.director_id,
    cabinetMemberId: row.cabinet_member_id,
  }))
}
