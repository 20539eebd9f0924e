import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../platform/database/database.ts'
import { inCouncil } from '../platform/database/database.ts'
import type { Officer, Role } from './officer.ts'

/** Someone signed in, as the pages know them. */
export interface SignedIn extends Officer {
  email: string
  council: { name: string; colour: string }
  formToken: string
  sessionHash: Buffer
  /** The councillor or co-optee whose account it is; null for officers. */
  memberId: string | null
}

const HOUR = 3_600_000

/** A session ends after two hours without a page, and in any case after twelve. */
export const SESSION_IDLE_MS = 2 * HOUR
export const SESSION_WHOLE_MS = 12 * HOUR
/** How stale `seen_at` may grow, so that most pages write nothing. */
const SEEN_EVERY_MS = 60_000

/** Only the hash of a secret is kept: who reads the database cannot use it. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}

export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Opens a session and gives its secret, once, for the cookie. */
export async function openSession(db: Db, accountId: string, councilId: string, now: Date): Promise<string> {
  const secret = makeSecret()
  const session = { token_hash: hashOfSecret(secret), account_id: accountId, council_id: councilId, csrf_token: makeSecret() }
  await db
    .insertInto('session')
    .values({ ...session, started_at: now, seen_at: now, expires_at: new Date(now.getTime() + SESSION_WHOLE_MS) })
    .execute()
  await db.deleteFrom('session').where('expires_at', '<', now).execute()
  return secret
}

/** Who holds the secret, where the session is alive and the person still belongs to its council; else null. */
export async function findSession(db: Db, secret: string, now: Date): Promise<SignedIn | null> {
  const sessionHash = hashOfSecret(secret)
  const idleSince = new Date(now.getTime() - SESSION_IDLE_MS)
  const { rows } = await sql<SessionRow>`
    select s.account_id, s.council_id, s.csrf_token, s.seen_at, a.name, a.email, m.role, m.member_id
    from session s join account a on a.id = s.account_id
    cross join lateral memberships_of(a.id) m
    where s.token_hash = ${sessionHash} and s.expires_at > ${now} and s.seen_at > ${idleSince} and m.council_id = s.council_id
    limit 1`.execute(db)
  const row = rows[0]
  if (!row) return null
  if (now.getTime() - row.seen_at.getTime() > SEEN_EVERY_MS)
    await db.updateTable('session').set({ seen_at: now }).where('token_hash', '=', sessionHash).execute()
  const council = await inCouncil(db, row.council_id, (trx) => trx.selectFrom('council_now').select(['name', 'colour']).executeTakeFirst())
  if (!council?.name || !council.colour) return null
  const { account_id: accountId, council_id: councilId, csrf_token: formToken, member_id: memberId, name, email, role } = row
  const { name: councilName, colour } = council
  return { accountId, councilId, formToken, name, email, role, memberId, sessionHash, council: { name: councilName, colour } }
}

interface SessionRow {
  account_id: string
  council_id: string
  csrf_token: string
  seen_at: Date
  name: string
  email: string
  role: Role
  member_id: string | null
}

export async function endSession(db: Db, sessionHash: Buffer): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', sessionHash).execute()
}

/** Everywhere the person is signed in, but for the session that they are asking from. */
export async function endSessionsOf(db: Db, accountId: string, except?: Buffer): Promise<void> {
  const all = db.deleteFrom('session').where('account_id', '=', accountId)
  await (except ? all.where('token_hash', '!=', except) : all).execute()
}
