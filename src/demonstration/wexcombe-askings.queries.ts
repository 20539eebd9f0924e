import { sql } from 'kysely'
import type { Asked } from '../asking/asked.ts'
import type { Trx } from '../platform/database/database.ts'

/** The line of a part in a round, with the version of its update. */
export async function lineOf(trx: Trx, round: string, part: string): Promise<{ itemId: string; version: number }> {
  const { rows } = await sql<{ itemId: string; version: number }>`
    select s.item_id as "itemId", s.version from item_standing s
    join round r on (r.council_id, r.id) = (s.council_id, s.round_id)
    join round_item i on (i.council_id, i.id) = (s.council_id, s.item_id)
    join recommendation_now c on (c.council_id, c.recommendation_id) = (i.council_id, i.recommendation_id)
    where r.slug = ${round} and c.ref = ${part} and c.parent_id is not null`.execute(trx)
  return rows[0]!
}

/** Everybody asked in a round as they are once they have opened their link, with the lines that are theirs. */
export async function askedInWexcombe(trx: Trx, councilId: string, round: string): Promise<(Asked & { items: string[] })[]> {
  const council = await trx.selectFrom('council_now').select(['name', 'colour']).executeTakeFirstOrThrow()
  const { rows } = await sql<Omit<Asked, 'councilId' | 'formToken' | 'council'> & { items: string[] }>`
    select l.id as "linkId", a.id as "askingId", r.id as "roundId", r.slug as "roundSlug", a.contact_id as "contactId", l.for_name as name,
      l.for_address as address, l.expires_at as "expiresAt", l.passed_by as "passedBy",
      array(select i.item_id from asking_item_now i where (i.council_id, i.asking_id) = (a.council_id, a.id)) as items
    from asking_link l join asking a on (a.council_id, a.id) = (l.council_id, l.asking_id)
    join round r on (r.council_id, r.id) = (a.council_id, a.round_id)
    where r.slug = ${round}`.execute(trx)
  return rows.map((row) => ({ ...row, councilId, formToken: '', council }))
}
