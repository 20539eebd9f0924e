import { addAccount } from '../people/add-account.ts'
import { makePassword } from '../people/password.ts'
import type { Officer } from '../people/officer.ts'
import type { Db, Trx } from '../platform/database/database.ts'
import { addCouncil } from './add-council.ts'

export interface FirstSignIn {
  email: string
  password: string
}

/**
 * On a database without a council: founds the fictional one with its administrator, lets `fill` put its record there, all in one
 * transaction, and gives the way to sign in, once. Else null.
 */
export async function foundCouncil(db: Db, fill: (trx: Trx, officer: Officer) => Promise<void>): Promise<FirstSignIn | null> {
  if (await db.selectFrom('council').select('id').limit(1).executeTakeFirst()) return null
  const first = { email: 'officer@wexcombe.example', password: makePassword() }
  const council = { name: 'Wexcombe Borough Council', colour: '#1d4f6e', contact: '' }
  const person = { name: 'Rowan Hale', role: 'administrator' as const }
  await addCouncil(db, council, async (trx, councilId) => {
    const accountId = await addAccount(trx, councilId, { ...first, ...person }, null)
    await fill(trx, { councilId, accountId, ...person })
  })
  return first
}
