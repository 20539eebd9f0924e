import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'

/** The lines that are asked of an asking now. */
export async function askedItems(trx: Trx, askingId: string): Promise<string[]> {
  const rows = await trx.selectFrom('asking_item_now').select('item_id').where('asking_id', '=', askingId).execute()
  return rows.map((row) => row.item_id!)
}

/** An answer that was sent: by whom, when, as which version of the update. */
export interface Given {
  submissionId: string
  version: number
  by: string
  at: Date
  noChange: boolean
  /** Why findings were left standing, by the finding's key. */
  explained: { of: string; reason: string }[]
}

/** The last answer sent to each line, by whomever it was asked. */
export async function latestSubmissions(trx: Trx, itemIds: readonly string[]): Promise<Map<string, Given>> {
  if (itemIds.length === 0) return new Map()
  const { rows } = await sql<{
    item_id: string
    submission_id: string
    version: number
    submitted_by: string
    submitted_at: Date
    no_change: boolean
    explained: Given['explained']
  }>`
    select distinct on (u.item_id) u.item_id, u.submission_id, u.version, s.submitted_by, s.submitted_at, u.no_change,
      coalesce((select json_agg(json_build_object('of', e.of, 'reason', e.reason)) from finding_explanation e
        where (e.council_id, e.submission_id, e.item_id) = (u.council_id, u.submission_id, u.item_id)), '[]') as explained
    from submission_update u join submission s on (s.council_id, s.id) = (u.council_id, u.submission_id)
    where u.item_id in (${sql.join(itemIds)})
    order by u.item_id, u.version desc`.execute(trx)
  return new Map(
    rows.map((row) => [
      row.item_id,
      {
        submissionId: row.submission_id,
        version: row.version,
        by: row.submitted_by,
        at: row.submitted_at,
        noChange: row.no_change,
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
