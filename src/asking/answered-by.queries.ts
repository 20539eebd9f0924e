import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'

/** By whom and by which link a line was answered as it stands. */
export interface AnsweredBy {
  itemId: string
  askingId: string
  name: string
  address: string
  /** The link by whose holder it was passed to them; null where it is the asking's own. */
  passedBy: string | null
}

/** By which links lines were answered as they stand, those left out that nobody answered by a link, or by one that is revoked since, itself or where it was passed on by. */
export async function answeredBy(trx: Trx, itemIds: readonly string[]): Promise<AnsweredBy[]> {
  const { rows } = await sql<AnsweredBy>`
    select t.item_id as "itemId", s.asking_id as "askingId", l.for_name as name, l.for_address as address, l.passed_by as "passedBy"
    from item_standing t
    join submission_update u on (u.council_id, u.item_id, u.version) = (t.council_id, t.item_id, t.version)
    join submission s on (s.council_id, s.id) = (u.council_id, u.submission_id)
    join asking_link l on (l.council_id, l.id) = (s.council_id, s.asking_link_id)
    where t.item_id = any(${[...itemIds]}::uuid[])
      and not exists (
        with recursive chain as (
          select l.id, l.passed_by
          union select p.id, p.passed_by from asking_link p join chain c on p.id = c.passed_by)
        select from asking_link_revocation r join chain c on c.id = r.asking_link_id)`.execute(trx)
  return rows
}
