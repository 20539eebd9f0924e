import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Committee } from './committee.ts'

/** Every committee of the acting council by name, those that meet first. */
export async function listCommittees(trx: Trx): Promise<Committee[]> {
  const rows = await trx.selectFrom('committee_now').selectAll().orderBy('closed').orderBy('name').execute()
  return rows.map((row) => ({
    id: row.committee_id ?? '',
    slug: row.slug ?? '',
    version: row.version ?? 0,
    name: row.name ?? '',
    kind: row.kind,
    contact: row.contact ?? '',
    closed: row.closed ?? false,
  }))
}

/** Refuses (not-found) an address that no committee has. */
export async function committeeAt(trx: Trx, slug: string): Promise<Committee> {
  const committee = (await listCommittees(trx)).find((each) => each.slug === slug)
  return committee ?? refuse('not-found', 'Your council has no such committee.')
}
