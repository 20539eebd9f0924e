import type { Trx } from '../platform/database/database.ts'
import type { Role } from './officer.ts'
import { keepPassword } from './password.ts'

export interface PersonSaid {
  email: string
  name: string
  role: Role
  password: string
  /** Whose account it is, where it is a member's. */
  memberId?: string | null
}

/**
 * Puts a person on the record of a council: their account, their password and what they may do. An account that is there already
 * keeps its name and password and joins the council. Records no event: its caller does.
 */
export async function addAccount(trx: Trx, councilId: string, person: PersonSaid, grantedBy: string | null): Promise<string> {
  const known = await trx.selectFrom('account').select('id').where('email', '=', person.email).executeTakeFirst()
  const { id } =
    known ?? (await trx.insertInto('account').values({ email: person.email, name: person.name }).returning('id').executeTakeFirstOrThrow())
  if (!known) await keepPassword(trx, id, person.password)
  const { role, memberId: member_id } = person
  await trx.insertInto('membership').values({ council_id: councilId, account_id: id, role, member_id, granted_by: grantedBy }).execute()
  return id
}
