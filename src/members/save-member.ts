import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { freeSlug, slugOf } from '../platform/core/slug.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Member, MemberSaid } from './member.ts'
import { listMembers } from './member.queries.ts'

/** Words that stand in the place of a member's in addresses. */
const RESERVED = ['adding']

/** Puts a member on the record. Refuses (conflict) a name that another has. Records `member.added`. */
export async function addMember(trx: Trx, officer: Officer, said: MemberSaid): Promise<Member> {
  const others = await listMembers(trx)
  refuseSameName(others, said)
  const slug = freeSlug(slugOf(said.name, 'member'), new Set([...RESERVED, ...others.map((each) => each.slug)]))
  const write = trx.insertInto('member').values({ council_id: officer.councilId, slug }).returning('id').executeTakeFirstOrThrow()
  const { id } = await refuseOnConflict(write, 'Someone else has just added a member of this name.')
  await insertVersion(trx, officer, id, 1, said)
  await recordEvent(trx, officer, 'member.added', `/members/${slug}`, { ...said })
  return { ...said, id, slug, version: 1 }
}

/**
 * Says anew what is known of a member. Refuses (conflict) a name that another has, or where someone has saved since it was read. Records
 * `member.corrected`.
 */
export async function correctMember(trx: Trx, officer: Officer, member: Member, said: MemberSaid, version: number): Promise<void> {
  const others = (await listMembers(trx)).filter(({ id }) => id !== member.id)
  refuseSameName(others, said)
  await insertVersion(trx, officer, member.id, version + 1, said)
  await recordEvent(trx, officer, 'member.corrected', `/members/${member.slug}`, { ...said })
}

function refuseSameName(others: readonly Member[], { name, represents }: MemberSaid): void {
  const same = others.find((other) => other.name.toLowerCase() === name.toLowerCase() && other.represents === represents)
  const known = same ? `${same.name}${same.represents ? ` (${same.represents})` : ''}` : ''
  refuseIf(same !== undefined, 'conflict', `${known} is a member already. If there are two of that name, say what each represents.`)
}

async function insertVersion(trx: Trx, officer: Officer, id: string, version: number, said: MemberSaid): Promise<void> {
  const row = { council_id: officer.councilId, member_id: id, version, ...said, saved_by: officer.accountId }
  const write = trx.insertInto('member_version').values(row).execute()
  await refuseOnConflict(
    write,
    'Someone else changed this member while you were writing. What you wrote is below; open the page again to see theirs.',
  )
}
