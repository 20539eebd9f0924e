import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'

/** The lines that are asked of an asking now. */
export async function askedItems(trx: Trx, askingId: string): Promise<string[]> {
  const rows = await trx.selectFrom('asking_item_now').select('item_id').where('asking_id', '=', askingId).execute()
  return rows.map((row) => row.item_id)
}

/** An answer that was sent: by whom, when, as which version of the update. */
export interface Given {
  version: number
  by: string
  at: Date
  /** Why findings were left standing, by the finding's key. */
  explained: { of: string; reason: string }[]
}

/** The last answer sent to each line, by whomever it was asked. */
export async function latestSubmissions(trx: Trx, itemIds: readonly string[]): Promise<Map<string, Given>> {
  if (itemIds.length === 0) return new Map()
  const { rows } = await sql<{
    item_id: string
    version: number
    submitted_by: string
    submitted_at: Date
    explained: Given['explained']
  }>`
    select distinct on (u.item_id) u.item_id, u.version, s.submitted_by, s.submitted_at,
      coalesce((select json_agg(json_build_object('of', e.of, 'reason', e.reason)) from finding_explanation e
        where (e.council_id, e.submission_id, e.item_id) = (u.council_id, u.submission_id, u.item_id)), '[]') as explained
    from submission_update u join submission s on (s.council_id, s.id) = (u.council_id, u.submission_id)
    where u.item_id in (${sql.join(itemIds)})
    order by u.item_id, u.version desc`.execute(trx)
  return new Map(
    rows.map((row) => [
      row.item_id,
      {
        version: row.version,
        by: row.submitted_by,
        at: row.submitted_at,
        explained: row.explained,
      },
    ]),
  )
}

/** What was decided on the later dates that updates asked for, in words, by their lines: the last decision on each. */
export async function decisionsOn(trx: Trx, itemIds: readonly string[]): Promise<Map<string, string>> {
  if (itemIds.length === 0) return new Map()
  const rows = await trx.selectFrom('extension_decision').selectAll().where('item_id', 'in', itemIds).orderBy('version').execute()
  return new Map(
    rows.map(({ item_id, granted, decided_by, reason }) => [
      item_id,
      `The later date was ${granted ? 'granted' : 'refused'} by ${decided_by}${reason ? `: ${reason}` : '.'}`,
    ]),
  )
}

/** A link as its holder had it. */
export interface LinkBehind {
  name: string
  address: string
  expiresAt: Date
  passedBy: string | null
}

/** A link, then the one by whose holder it was passed on, and so on up to that of the contact who was asked. */
export async function linksUpTo(trx: Trx, linkId: string): Promise<LinkBehind[]> {
  const { rows } = await sql<{ for_name: string; for_address: string; expires_at: Date; passed_by: string | null }>`
    with recursive chain as (
      select l.id, l.for_name, l.for_address, l.expires_at, l.passed_by, 1 as step from asking_link l where l.id = ${linkId}
      union all
      select l.id, l.for_name, l.for_address, l.expires_at, l.passed_by, c.step + 1 from asking_link l join chain c on l.id = c.passed_by)
    select for_name, for_address, expires_at, passed_by from chain order by step`.execute(trx)
  return rows.map((row) => ({ name: row.for_name, address: row.for_address, expiresAt: row.expires_at, passedBy: row.passed_by }))
}
