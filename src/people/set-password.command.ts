import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Db } from '../platform/database/database.ts'
import { inCouncil, openDatabase } from '../platform/database/database.ts'
import { withDatabase } from '../platform/database/with-database.ts'
import { keepPassword, makePassword } from './password.ts'
import { endSessionsOf } from './session.ts'

/** `heed password EMAIL`: for whoever runs the machine, when no administrator can sign in. Prints another password, once. */
export async function run([email]: string[]): Promise<number> {
  if (!email) return refuse('invalid', 'Say whose: ./heed password name@example.gov.uk')
  const password = makePassword()
  await withDatabase(async (url) => {
    const db = openDatabase(url, 'app', { connections: 2 })
    try {
      await setPassword(db, email.trim().toLowerCase(), password)
    } finally {
      await db.destroy()
    }
  })
  process.stdout.write(`Sign in as ${email} with the password ${password}\n(shown this once; all sessions of this person were ended)\n`)
  return 0
}

/**
 * Gives a person another password and signs them out everywhere. Refuses (not-found) an address that no one signs in with.
 * Records `password.set-by-command`.
 */
export async function setPassword(db: Db, email: string, password: string): Promise<void> {
  const { rows } = await sql<{ id: string; council_id: string }>`
    select a.id, m.council_id from account a cross join lateral memberships_of(a.id) m where a.email = ${email} limit 1`.execute(db)
  const account = rows[0] ?? refuse('not-found', `Nobody signs in as ${email}.`)
  await inCouncil(db, account.council_id, async (trx) => {
    await keepPassword(trx, account.id, password)
    await endSessionsOf(trx, account.id)
    await recordEvent(trx, { accountId: null, name: 'The command line' }, 'password.set-by-command', '/account', { email })
  })
}
