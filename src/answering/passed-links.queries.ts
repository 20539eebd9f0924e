import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'

/** A link of an asking, as those who answer it see it: never the secret itself. */
export interface PassedLink {
  id: string
  name: string
  address: string
  /** Who passed it on; null for the link that the council sent. */
  by: string | null
  passedAt: Date
  expiresAt: Date
  openedAt: Date | null
  /** By whom it was stopped; where a link that it was passed on by was stopped, by whom that was. */
  stopped: { at: Date; by: string } | null
  /** The links that it was passed on by, one after another. */
  chain: string[]
}

/** All links of an asking, the earliest first. */
export async function linksOfAsking(trx: Trx, askingId: string): Promise<PassedLink[]> {
  const { rows } = await sql<Row>`
    with recursive chain as (
      select l.id, l.id as at, l.passed_by from asking_link l where l.asking_id = ${askingId}
      union select c.id, l.id, l.passed_by from asking_link l join chain c on l.id = c.passed_by)
    select l.id, l.for_name, l.for_address, p.for_name as by, l.made_at, l.expires_at,
      (select max(o.opened_at) from asking_link_opening o where (o.council_id, o.asking_link_id) = (l.council_id, l.id)) as opened_at,
      r.revoked_at, coalesce(a.name, b.for_name, 'the council') as revoked_by,
      array(select c.at from chain c where c.id = l.id and c.at <> l.id) as chain
    from asking_link l
    left join asking_link p on (p.council_id, p.id) = (l.council_id, l.passed_by)
    left join lateral (select x.* from asking_link_revocation x join chain c on c.at = x.asking_link_id
      where c.id = l.id order by x.revoked_at limit 1) r on true
    left join account a on a.id = r.revoked_by
    left join asking_link b on (b.council_id, b.id) = (r.council_id, r.revoked_by_link)
    where l.asking_id = ${askingId} order by l.made_at, l.id`.execute(trx)
  return rows.map((row) => ({
    id: row.id,
    name: row.for_name,
    address: row.for_address,
    by: row.by,
    passedAt: row.made_at,
    expiresAt: row.expires_at,
    openedAt: row.opened_at,
    stopped: row.revoked_at && { at: row.revoked_at, by: row.revoked_by },
    chain: row.chain,
  }))
}

interface Row {
  id: string
  for_name: string
  for_address: string
  by: string | null
  made_at: Date
  expires_at: Date
  opened_at: Date | null
  revoked_at: Date | null
  revoked_by: string
  chain: string[]
}

/** Whether it still opens. */
export function isLiving({ stopped, expiresAt }: Pick<PassedLink, 'stopped' | 'expiresAt'>, now: Date): boolean {
  return stopped === null && expiresAt > now
}
