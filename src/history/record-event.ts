import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'

/** Who did it: a person signed in, or Heed itself (no id). The name is kept as it was then. */
export type Actor = { accountId: string | null; name: string }

/** What is worth knowing of an event and cannot be read from its subject. Never a secret: history cannot be altered. */
export type EventDetail = { [key: string]: string | number | boolean | null | EventDetail | (string | number | EventDetail)[] }

/**
 * Writes one line of the acting council's history, in the transaction that makes the change, so that neither is kept without the other.
 * `kind` is `noun.what-became` (`round.opened`); `subject` is the address of the thing. The database numbers the event and chains it
 * by hash to the one before. Fails outside `inCouncil`. Record it last: until the transaction ends, the council's other events wait.
 */
export async function recordEvent(
  trx: Trx,
  actor: Actor,
  kind: `${string}.${string}`,
  subject: string,
  detail: EventDetail = {},
): Promise<void> {
  await sql`insert into event (council_id, actor_id, actor_name, kind, subject, detail)
    values (acting_council(), ${actor.accountId}, ${actor.name}, ${kind}, ${subject}, ${JSON.stringify(detail)}::jsonb)`.execute(trx)
}
