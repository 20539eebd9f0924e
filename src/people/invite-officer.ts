import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { recordEvent } from '../history/record-event.ts'
import type { Officer, Role } from './officer.ts'
import { hashOfSecret, makeSecret } from './session.ts'

export interface InvitationSaid {
  email: string
  name: string
  role: Role
}

const DAYS_OPEN = 7

/**
 * Invites a person by a link that the administrator passes on; gives the link's secret, which is kept nowhere. An earlier invitation to the
 * same address no longer opens. Refuses (conflict) someone who is already there. Records `invitation.made`.
 */
export async function inviteOfficer(trx: Trx, officer: Officer, said: InvitationSaid, now: Date): Promise<{ id: string; secret: string }> {
  refuseIf(await isMember(trx, said.email), 'conflict', `${said.email} can already sign in. Look for them in the list of people.`)
  const secret = makeSecret()
  const { id } = await trx
    .insertInto('invitation')
    .values({
      council_id: officer.councilId,
      ...said,
      token_hash: hashOfSecret(secret),
      invited_at: now,
      invited_by: officer.accountId,
      expires_at: new Date(now.getTime() + DAYS_OPEN * 86_400_000),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(trx, officer, 'invitation.made', `/people/invitations/${id}`, { name: said.name, email: said.email, role: said.role })
  return { id, secret }
}

/** The link of an invitation opens nothing any more. Refuses (conflict) one that was used or withdrawn. Records `invitation.withdrawn`. */
export async function withdrawInvitation(trx: Trx, officer: Officer, id: string): Promise<void> {
  const used = await trx.selectFrom('invitation_use').select('account_id').where('invitation_id', '=', id).executeTakeFirst()
  refuseIf(used !== undefined, 'conflict', 'This invitation was used or withdrawn before.')
  await trx.insertInto('invitation_use').values({ council_id: officer.councilId, invitation_id: id, account_id: null }).execute()
  await recordEvent(trx, officer, 'invitation.withdrawn', `/people/invitations/${id}`)
}

async function isMember(trx: Trx, email: string): Promise<boolean> {
  const member = await trx
    .selectFrom('membership as m')
    .innerJoin('account as a', 'a.id', 'm.account_id')
    .leftJoin('membership_end as e', (join) => join.onRef('e.council_id', '=', 'm.council_id').onRef('e.membership_id', '=', 'm.id'))
    .select('m.id')
    .where('a.email', '=', email)
    .where('e.membership_id', 'is', null)
    .executeTakeFirst()
  return member !== undefined
}
