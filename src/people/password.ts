import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Db, Trx } from '../platform/database/database.ts'

export const SHORTEST_PASSWORD = 12
/** Longer ones only cost the server time. */
export const LONGEST_PASSWORD = 200

/** Why a password will not do, in words; null where it will. Length is what counts (NCSC): no rules of letters and signs. */
export function weaknessOf(password: string, email: string): string | null {
  if (password.length < SHORTEST_PASSWORD)
    return `Use at least ${SHORTEST_PASSWORD} characters: three words that do not belong together are good.`
  if (password.length > LONGEST_PASSWORD) return `Use at most ${LONGEST_PASSWORD} characters.`
  if (new Set(password).size < 5) return 'Use a password with more different characters.'
  const name = email.split('@')[0] ?? ''
  if (name.length >= 4 && password.toLowerCase().includes(name)) return 'Use a password that does not hold your e-mail address.'
  if (/^(password|letmein|qwerty|welcome)/i.test(password)) return 'Use a password that is harder to guess.'
  return null
}

/** A new password is a new row; the earlier ones stay as hashes that open nothing. Records no event: its caller does. */
export async function keepPassword(trx: Trx, accountId: string, password: string): Promise<void> {
  const earlier = await trx
    .selectFrom('password')
    .select('version')
    .where('account_id', '=', accountId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  await trx
    .insertInto('password')
    .values({ account_id: accountId, version: (earlier?.version ?? 0) + 1, hash: await hash(password) })
    .execute()
}

/** A hash of nothing in use, so that an unknown e-mail address takes as long as a wrong password. */
let decoy: Promise<string> | undefined

/** The account whose password this is, else null; as slow for an address that no one has as for a wrong password. */
export async function accountWithPassword(db: Db | Trx, email: string, password: string): Promise<string | null> {
  const account = await db
    .selectFrom('account')
    .innerJoin('password', 'password.account_id', 'account.id')
    .select(['account.id', 'password.hash'])
    .where('account.email', '=', email)
    .orderBy('password.version', 'desc')
    .limit(1)
    .executeTakeFirst()
  const right = await verify(account?.hash ?? (await (decoy ??= hash('of no one'))), password.slice(0, LONGEST_PASSWORD + 1))
  return account && right ? account.id : null
}

const SYLLABLES = ['ba', 'ce', 'di', 'fo', 'gu', 'ha', 'ke', 'li', 'mo', 'nu', 'pa', 're', 'si', 'to', 'vu', 'wa', 'ye', 'zi', 'lo', 'ra']

/** A password to show once. Sixteen syllables of twenty: 69 bits, and can be typed. */
export function makePassword(): string {
  const word = () => Array.from({ length: 4 }, () => SYLLABLES[randomInt(SYLLABLES.length)]).join('')
  return [word(), word(), word(), word()].join('-')
}
