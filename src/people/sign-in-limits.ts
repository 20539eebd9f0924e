import { sql } from 'kysely'
import type { Db, Trx } from '../platform/database/database.ts'

/** How many failures in a quarter of an hour before Heed stops listening. An address may be a whole council behind one router. */
export const MOST_FAILURES = { ofAccount: 8, ofAddress: 40 }
const WINDOW_MS = 15 * 60_000
/** Attempts older than this are swept. */
const KEEP_MS = 30 * 24 * 60 * 60_000

/** In the place of an e-mail address, which is never blank: a link that opened nothing. */
const WRONG_LINK = ''

export interface Attempt {
  id: number
  tooMany: boolean
}

/**
 * Notes an attempt before it is tried, so that many at once are all counted. It counts as failed until `attemptSucceeded`.
 * An account's failures are counted since it last succeeded.
 */
export async function noteAttempt(db: Db, email: string, address: string, now: Date): Promise<Attempt> {
  const since = new Date(now.getTime() - WINDOW_MS)
  const { id } = await db
    .insertInto('sign_in_attempt')
    .values({ email, address, succeeded: false, at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ of_account: number; of_address: number }>`
    select
      (select count(*) from sign_in_attempt a where a.email = ${email} and not a.succeeded and a.at > ${since}
        and a.id > coalesce((select max(s.id) from sign_in_attempt s where s.email = ${email} and s.succeeded), 0)) as of_account,
      (select count(*) from sign_in_attempt a where a.address = ${address} and a.email <> ${WRONG_LINK} and not a.succeeded
        and a.at > ${since}) as of_address`.execute(db)
  await db
    .deleteFrom('sign_in_attempt')
    .where('at', '<', new Date(now.getTime() - KEEP_MS))
    .execute()
  const failures = rows[0] ?? { of_account: 0, of_address: 0 }
  return { id, tooMany: failures.of_account > MOST_FAILURES.ofAccount || failures.of_address > MOST_FAILURES.ofAddress }
}

export async function attemptSucceeded(db: Db | Trx, id: number): Promise<void> {
  await db.updateTable('sign_in_attempt').set({ succeeded: true }).where('id', '=', id).execute()
}

/** Notes that a link was tried that opens nothing, and says whether there were too many from the network address. Links that open are not counted. */
export async function noteWrongLink(db: Db, address: string, now: Date): Promise<{ tooMany: boolean }> {
  await db.insertInto('sign_in_attempt').values({ email: WRONG_LINK, address, succeeded: false, at: now }).execute()
  const { wrong } = await db
    .selectFrom('sign_in_attempt')
    .select((eb) => eb.fn.countAll<number>().as('wrong'))
    .where('email', '=', WRONG_LINK)
    .where('address', '=', address)
    .where('at', '>', new Date(now.getTime() - WINDOW_MS))
    .executeTakeFirstOrThrow()
  return { tooMany: wrong > MOST_FAILURES.ofAddress }
}
