import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Db, Trx } from '../platform/database/database.ts'
import { inCouncil } from '../platform/database/database.ts'
import type { Officer } from './officer.ts'
import { keepPassword } from './password.ts'
import type { Person } from './people.queries.ts'
import { endSessionsOf, hashOfSecret, makeSecret } from './session.ts'

const HOURS_OPEN = 24

/**
 * Makes a link by which a person sets another password; gives its secret, which is kept nowhere. Refuses (not-allowed) for someone who
 * also belongs to another council, since the link would open that one too. Records `password.link-made`.
 */
export async function makePasswordLink(trx: Trx, officer: Officer, person: Person, now: Date): Promise<string> {
  const { rows } = await sql<{
    councils: number
  }>`select count(distinct council_id) as councils from memberships_of(${person.accountId})`.execute(trx)
  const elsewhere = `${person.name} also works for another council that uses this Heed, so only they can change their password.`
  refuseIf((rows[0]?.councils ?? 0) > 1, 'not-allowed', elsewhere)
  const secret = makeSecret()
  const link = { account_id: person.accountId, token_hash: hashOfSecret(secret), made_at: now, made_by: officer.accountId }
  await trx
    .insertInto('password_reset')
    .values({ ...link, expires_at: new Date(now.getTime() + HOURS_OPEN * 3_600_000) })
    .execute()
  await recordEvent(trx, officer, 'password.link-made', `/people/${person.membershipId}`, { name: person.name })
  return secret
}

export interface PasswordLink {
  id: string
  accountId: string
  email: string
  name: string
}

const CLOSED = 'This link no longer opens: it was used or replaced, or its day is over. Ask your administrator for another.'

/** Whose password the link sets. Refuses (not-found) one that was used, replaced or has run out. Looking spends nothing. */
export async function findPasswordLink(db: Db, secret: string, now: Date): Promise<PasswordLink> {
  const { rows } = await sql<PasswordLink>`
    select r.id, r.account_id as "accountId", a.email, a.name from password_reset r join account a on a.id = r.account_id
    where r.token_hash = ${hashOfSecret(secret)} and r.expires_at > ${now}
      and not exists (select from password_reset_use u where u.password_reset_id = r.id)
      and not exists (select from password_reset later where later.account_id = r.account_id and later.made_at > r.made_at)`.execute(db)
  return rows[0] ?? refuse('not-found', CLOSED)
}

/** Spends the link: the person has this password and is signed out everywhere. Refuses (conflict) a link spent meanwhile. Records `password.set-by-link`. */
export async function setPasswordByLink(db: Db, link: PasswordLink, password: string): Promise<void> {
  const { rows } = await sql<{ council_id: string }>`select council_id from memberships_of(${link.accountId}) limit 1`.execute(db)
  const councilId = rows[0]?.council_id ?? refuse('not-found', CLOSED)
  await inCouncil(db, councilId, async (trx) => {
    const use = trx.insertInto('password_reset_use').values({ password_reset_id: link.id }).execute()
    await refuseOnConflict(use, 'This link has just been used.')
    await keepPassword(trx, link.accountId, password)
    await endSessionsOf(trx, link.accountId)
    await recordEvent(trx, link, 'password.set-by-link', '/account')
  })
}
