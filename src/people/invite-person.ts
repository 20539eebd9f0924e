import { sql } from 'kysely'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { recordEvent } from '../history/record-event.ts'
import type { Officer, Role } from './officer.ts'
import { listPeople } from './people.queries.ts'
import { hashOfSecret, makeSecret } from './session.ts'

export interface InvitationSaid {
  email: string
  name: string
  role: Role
  /** Which councillor or co-optee they are, where it is a member who is invited. */
  memberId?: string | null
}

const DAYS_OPEN = 7

/**
 * Invites a person by a link that whoever invites passes on; gives the link's secret, which is kept nowhere. An earlier invitation to the
 * same address, or of the same member, no longer opens. Refuses (conflict) someone who is already there. Records `invitation.made`.
 */
export async function invitePerson(trx: Trx, officer: Officer, said: InvitationSaid, now: Date): Promise<{ id: string; secret: string }> {
  await refuseSignedUp(trx, said)
  const { name, email, role, memberId: member_id } = said
  const secret = makeSecret()
  const { id } = await trx
    .insertInto('invitation')
    .values({
      council_id: officer.councilId,
      name,
      email,
      role,
      member_id,
      token_hash: hashOfSecret(secret),
      invited_at: now,
      invited_by: officer.accountId,
      expires_at: new Date(now.getTime() + DAYS_OPEN * 86_400_000),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(trx, officer, 'invitation.made', `/people/invitations/${id}`, { name, email, role })
  return { id, secret }
}

/** The link of an invitation opens nothing any more. Refuses (conflict) one that was used or withdrawn. Records `invitation.withdrawn`. */
export async function withdrawInvitation(trx: Trx, officer: Officer, id: string): Promise<void> {
  const used = await trx.selectFrom('invitation_use').select('account_id').where('invitation_id', '=', id).executeTakeFirst()
  refuseIf(used !== undefined, 'conflict', 'This invitation was used or withdrawn before.')
  await trx.insertInto('invitation_use').values({ council_id: officer.councilId, invitation_id: id, account_id: null }).execute()
  await recordEvent(trx, officer, 'invitation.withdrawn', `/people/invitations/${id}`)
}

/**
 * Refuses (conflict) an address whose person can sign in for the council already, and a member who can by whichever address: a member has one account.
 * Whoever joins waits for others who do.
 */
export async function refuseSignedUp(trx: Trx, { email, memberId }: Pick<InvitationSaid, 'email' | 'memberId'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(acting_council()::text, 13))`.execute(trx)
  const people = await listPeople(trx)
  const known = people.find((person) => person.email === email || (memberId && person.memberId === memberId))
  refuseIf(known !== undefined, 'conflict', `${known?.name} can already sign in, as ${known?.email}. Look for them in the list of people.`)
}
