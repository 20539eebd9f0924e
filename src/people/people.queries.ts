import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Role } from './officer.ts'

/** Someone who may sign in for the acting council. */
export interface Person {
  membershipId: string
  accountId: string
  name: string
  email: string
  role: Role
  /** Which councillor or co-optee they are; null for officers. */
  memberId: string | null
  grantedAt: Date
  lastSignedIn: Date | null
}

export interface Invitation {
  id: string
  name: string
  email: string
  role: Role
  memberId: string | null
  expiresAt: Date
  /** Neither accepted, withdrawn nor replaced; it may have run out. */
  waiting: boolean
}

export async function listPeople(trx: Trx): Promise<Person[]> {
  const rows = await trx
    .selectFrom('membership as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .leftJoin('membership_end as e', (join) => join.onRef('e.council_id', '=', 'm.council_id').onRef('e.membership_id', '=', 'm.id'))
    .select((eb) => [
      'm.id as membershipId',
      'a.id as accountId',
      'a.name',
      'a.email',
      'm.role',
      'm.member_id as memberId',
      'm.granted_at as grantedAt',
      eb
        .selectFrom('sign_in_attempt as s')
        .select(({ fn }) => fn.max('s.at').as('at'))
        .whereRef('s.email', '=', 'a.email')
        .where('s.succeeded', '=', true)
        .as('lastSignedIn'),
    ])
    .where('e.membership_id', 'is', null)
    .orderBy('a.name')
    .execute()
  return rows
}

/** Refuses (not-found) one who is not, or no longer, of the acting council. */
export async function personOf(trx: Trx, membershipId: string): Promise<Person> {
  const person = (await listPeople(trx)).find((each) => each.membershipId === membershipId)
  return (
    person ??
    refuse('not-found', 'This person cannot sign in for your council, or no longer in this role. Look for them in the list of people.')
  )
}

/** The last invitation to each address, the newest first. */
export async function listInvitations(trx: Trx): Promise<Invitation[]> {
  const rows = await trx
    .selectFrom('invitation as i')
    .leftJoin('invitation_use as u', (join) => join.onRef('u.council_id', '=', 'i.council_id').onRef('u.invitation_id', '=', 'i.id'))
    .select(['i.id', 'i.name', 'i.email', 'i.role', 'i.member_id as memberId', 'i.expires_at as expiresAt', 'u.used_at as usedAt'])
    .orderBy('i.invited_at', 'desc')
    .execute()
  const seen = new Set<string>()
  return rows.map(({ usedAt, ...row }) => {
    const whose = [row.email, row.memberId].filter((one) => one !== null)
    const replaced = whose.some((one) => seen.has(one))
    for (const one of whose) seen.add(one)
    return { ...row, waiting: usedAt === null && !replaced }
  })
}
