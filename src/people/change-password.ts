import { recordEvent } from '../history/record-event.ts'
import type { Trx } from '../platform/database/database.ts'
import { keepPassword } from './password.ts'
import type { SignedIn } from './session.ts'
import { endSessionsOf } from './session.ts'

/** A person's own change of password, from a session that has just shown the present one; signs them out everywhere else. Records `password.changed`. */
export async function changePassword(trx: Trx, officer: SignedIn, password: string): Promise<void> {
  await keepPassword(trx, officer.accountId, password)
  await endSessionsOf(trx, officer.accountId, officer.sessionHash)
  await recordEvent(trx, officer, 'password.changed', '/account')
}
