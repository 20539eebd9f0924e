import { sql } from 'kysely'
import { linkFor } from '../asking/asking-link.ts'
import { ownAskings } from '../asking/own-askings.queries.ts'
import { recordEvent } from '../history/record-event.ts'
import type { SignedIn } from '../people/session.ts'
import { SESSION_WHOLE_MS } from '../people/session.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'

/** What a browser must keep to go on as the asking's own link does. */
export interface OpenedAsking {
  askingId: string
  secret: string
  expiresAt: Date
}

/**
 * Opens an asking for the person signed in who is its contact: by the link that was sent to them, while it opens still, else by one for as long as a session
 * lasts. Refuses (not-found) what is asked of others. Records `link.made` where it makes one.
 */
export async function openOwnAsking(trx: Trx, person: SignedIn, key: KeyOfHeed, askingId: string, now: Date): Promise<OpenedAsking> {
  const asking = (await ownAskings(trx, person.email)).find(({ id }) => id === askingId)
  if (!asking) return refuse('not-found', 'You are not asked this, or not any more. See what you are asked under “Your updates”.')
  const expiresAt = new Date(now.getTime() + SESSION_WHOLE_MS)
  const { contactName: name, round } = asking
  const { id, href } = await linkFor(trx, person, key, { askingId, name, address: person.email, expiresAt }, now)
  const made = await trx
    .selectFrom('asking_link')
    .select('id')
    .where('id', '=', id)
    .where('made_at', '=', sql<Date>`transaction_timestamp()`)
    .executeTakeFirst()
  if (made) await recordEvent(trx, person, 'link.made', `/rounds/${round.slug}`, { name, asking: askingId, by: 'account' })
  return { askingId, secret: href.split('/').at(-1)!, expiresAt }
}
