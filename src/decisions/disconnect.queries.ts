import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'

export interface DisconnectCount {
  /** Lines that the committee decided on, at whichever meeting. */
  decided: number
  /** Those for which it gave another grade than the owner. */
  disconnects: number
}

/** How often a committee gave another grade than the owner did in the update that was before it. */
export async function disconnectsOf(trx: Trx, committeeId: string): Promise<DisconnectCount> {
  const { rows } = await sql<DisconnectCount>`
    select count(*)::int as decided,
      (count(*) filter (where d.kind = 'challenge' and d.grade_code is not null and d.grade_code is distinct from u.grade_code
        and (d.meaning is null or d.meaning is distinct from u.meaning)))::int as disconnects
    from decision_now d
    join meeting m on (m.council_id, m.id) = (d.council_id, d.meeting_id)
    left join lateral (select grade_code, meaning from progress_update p where (p.council_id, p.item_id) = (d.council_id, d.item_id)
      order by p.version desc limit 1) u on true
    where m.committee_id = ${committeeId}`.execute(trx)
  return rows[0]!
}
