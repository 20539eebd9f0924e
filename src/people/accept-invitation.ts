import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Db, Trx } from '../platform/database/database.ts'
import { inCouncil } from '../platform/database/database.ts'
import { addAccount } from './add-account.ts'
import { refuseSignedUp } from './invite-person.ts'
import type { Role } from './officer.ts'
import { accountWithPassword } from './password.ts'
import { hashOfSecret } from './session.ts'

/** An invitation whose link still opens. */
export interface OpenInvitation {
  councilId: string
  id: string
  email: string
  name: string
  role: Role
  memberId: string | null
  councilName: string
  /** The person has a password from before: they show that they know it, and choose no other. */
  knownAccount: boolean
}

const CLOSED =
  'This link no longer opens: it was used, withdrawn or replaced, or its seven days are over. Ask the administrator who sent it for another.'

/** The invitation that a link's secret opens. Refuses (not-found) one that was used, withdrawn, replaced or has run out. Looking spends nothing. */
export async function findInvitation(db: Db, secret: string, now: Date): Promise<OpenInvitation> {
  const { rows } = await sql<InvitationRow>`select * from invitation_for(${hashOfSecret(secret)})`.execute(db)
  const row = rows[0]
  if (!row || row.used || row.expires_at <= now) return refuse('not-found', CLOSED)
  const replaced = await inCouncil(db, row.council_id, (trx) => laterInvitation(trx, row))
  refuseIf(replaced, 'not-found', CLOSED)
  const known = await db.selectFrom('account').select('id').where('email', '=', row.email).executeTakeFirst()
  const { council_id: councilId, council_name: councilName, member_id: memberId, id, email, name, role } = row
  return { councilId, id, email, name, role, memberId, councilName, knownAccount: known !== undefined }
}

interface InvitationRow {
  council_id: string
  id: string
  email: string
  name: string
  role: Role
  member_id: string | null
  council_name: string
  expires_at: Date
  used: boolean
}

/** Of the invitations to an address, and of those of a member to whichever address, only the last opens. */
async function laterInvitation(trx: Trx, { id, email, member_id: memberId }: InvitationRow): Promise<boolean> {
  const [last] = await trx
    .selectFrom('invitation')
    .select('id')
    .where((eb) => eb.or([eb('email', '=', email), ...(memberId ? [eb('member_id', '=', memberId)] : [])]))
    .orderBy('invited_at', 'desc')
    .limit(1)
    .execute()
  return last?.id !== id
}

/**
 * Spends the invitation: the person has an account with this password and belongs to the council. Gives the account.
 * Refuses (invalid) where someone who has an account gives another password than theirs, and (conflict) a link spent meanwhile, or somebody who can sign
 * in for the council by now.
 * Records `invitation.accepted`.
 */
export async function acceptInvitation(db: Db, invitation: OpenInvitation, said: { name: string; password: string }): Promise<string> {
  const { councilId, id, email, role, memberId, knownAccount } = invitation
  if (knownAccount && !(await accountWithPassword(db, email, said.password)))
    refuse('invalid', 'This is not the password that you sign in with.')
  return inCouncil(db, councilId, async (trx) => {
    await refuseSignedUp(trx, invitation)
    const accountId = await addAccount(trx, councilId, { email, role, memberId, ...said }, null)
    const use = trx.insertInto('invitation_use').values({ council_id: councilId, invitation_id: id, account_id: accountId }).execute()
    await refuseOnConflict(use, 'This link has just been used.')
    await recordEvent(trx, { accountId, name: said.name }, 'invitation.accepted', `/people/invitations/${id}`, { email, role })
    return accountId
  })
}
