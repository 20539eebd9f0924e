import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { freeSlug, slugOf } from '../platform/core/slug.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Committee, CommitteeSaid } from './committee.ts'
import { listCommittees } from './committee.queries.ts'

/** Puts a committee on the record. Refuses (conflict) a name that another has. Records `committee.added`. */
export async function addCommittee(trx: Trx, officer: Officer, said: CommitteeSaid): Promise<{ id: string; slug: string }> {
  refuseSameName(await listCommittees(trx), said)
  return insertCommittee(trx, officer, said)
}

/** The same for a name that has been looked for, as in an import; its address is made of its name. Records `committee.added`. */
export async function insertCommittee(trx: Trx, officer: Officer, said: CommitteeSaid): Promise<{ id: string; slug: string }> {
  const taken = await trx.selectFrom('committee').select('slug').execute()
  const slug = freeSlug(slugOf(said.name, 'committee'), new Set(taken.map((row) => row.slug)))
  const write = trx.insertInto('committee').values({ council_id: officer.councilId, slug }).returning('id').executeTakeFirstOrThrow()
  const { id } = await refuseOnConflict(write, 'Someone else has just added a committee of this name.')
  await insertVersion(trx, officer, id, 1, said)
  await recordEvent(trx, officer, 'committee.added', `/settings/committees/${slug}`, { ...said })
  return { id, slug }
}

/**
 * Says anew what a committee is called and what it is. Refuses (conflict) a name that another has, or where someone has saved since it
 * was read. Records `committee.corrected`.
 */
export async function correctCommittee(
  trx: Trx,
  officer: Officer,
  committee: Committee,
  said: CommitteeSaid,
  version: number,
): Promise<void> {
  refuseSameName(
    (await listCommittees(trx)).filter((other) => other.id !== committee.id),
    said,
  )
  await insertVersion(trx, officer, committee.id, version + 1, said)
  await recordEvent(trx, officer, 'committee.corrected', `/settings/committees/${committee.slug}`, { ...said })
}

function refuseSameName(others: Committee[], { name }: CommitteeSaid): void {
  const same = others.some((other) => other.name.toLowerCase() === name.toLowerCase())
  refuseIf(same, 'conflict', `Your council already has a committee called ${name}.`)
}

async function insertVersion(trx: Trx, officer: Officer, id: string, version: number, said: CommitteeSaid): Promise<void> {
  const row = { council_id: officer.councilId, committee_id: id, version, ...said, saved_by: officer.accountId }
  const write = trx.insertInto('committee_version').values(row).execute()
  await refuseOnConflict(
    write,
    'Someone else changed this committee while you were writing. What you wrote is below; open the page again to see theirs.',
  )
}
