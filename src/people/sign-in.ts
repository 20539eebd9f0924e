import { sql } from 'kysely'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Db } from '../platform/database/database.ts'
import type { Role } from './officer.ts'
import { accountWithPassword } from './password.ts'
import { openSession } from './session.ts'
import { attemptSucceeded, noteAttempt } from './sign-in-limits.ts'

export interface Credentials {
  email: string
  password: string
  /** The network address that asks. */
  address: string
}

/**
 * Opens a session for the person whose e-mail address and password these are, and gives its secret and as what they are signed in.
 * Refuses (invalid) in the same words and time whether the address or the password is wrong or the person's access was withdrawn, and
 * (unavailable) after too many failures for the account or from the network address.
 */
export async function signIn(db: Db, { email, password, address }: Credentials, now: Date): Promise<{ secret: string; role: Role }> {
  const attempt = await noteAttempt(db, email, address, now)
  refuseIf(
    attempt.tooMany,
    'unavailable',
    'There have been too many attempts. Wait a quarter of an hour, or ask your administrator for a link to set another password.',
  )
  const accountId = await accountWithPassword(db, email, password)
  const joined = accountId && (await lastJoined(db, accountId))
  if (!accountId || !joined) return refuse('invalid', 'The e-mail address or the password is not right. Check both, and try again.')
  await attemptSucceeded(db, attempt.id)
  return { secret: await openSession(db, accountId, joined.council_id, now), role: joined.role }
}

/** The council that the person last joined, and as what; undefined where they belong to none now. */
async function lastJoined(db: Db, accountId: string): Promise<{ council_id: string; role: Role } | undefined> {
  const { rows } = await sql<{ council_id: string; role: Role }>`select council_id, role from memberships_of(${accountId}) limit 1`.execute(
    db,
  )
  return rows[0]
}
