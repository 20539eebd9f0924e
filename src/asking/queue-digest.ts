import { absencesFrom, listContacts } from '../contacts/contact.queries.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Writer } from '../people/officer.ts'
import { officersLastNotes } from '../rounds/notes.ts'
import type { RoundLine } from '../rounds/round-lines.ts'
import { addItems, askingOf } from './asking-items.ts'
import type { Asking } from './asking.ts'
import { digestsOf, type Digest, type Digests } from './digests.ts'
import { lineInMessage } from './line-words.ts'
import { queueForAsking, type ForAsking } from './queue-for-asking.ts'

/** Whom to write to on a day for askings that still want an answer. `all` are the askings of the round. */
export async function loadDigests(trx: Trx, askings: readonly Asking[], all: readonly Asking[], day: CalendarDate): Promise<Digests> {
  const contacts = new Map((await listContacts(trx)).map((contact) => [contact.id, contact]))
  return digestsOf(askings, all, contacts, await absencesFrom(trx, day), day)
}

/**
 * Queues one person's digest: what they cover for others becomes part of what they are asked, where they answer by a link of their own.
 * `lines` are those of the round. Records `message.queued`; one of the same purpose that is there already is left as it is.
 */
export async function queueDigest(
  trx: Trx,
  writer: Writer,
  key: KeyOfHeed,
  digest: Digest,
  said: Pick<ForAsking, 'step' | 'purpose' | 'days' | 'notBefore'> & {
    round: ForAsking['round'] & { id: string }
    lines: readonly RoundLine[]
  },
  now: Date,
): Promise<{ id: string; queued: boolean }> {
  const { round, lines, purpose } = said
  const known = await trx.selectFrom('message').select('id').where('purpose', '=', purpose).executeTakeFirst()
  if (known) return { id: known.id, queued: false }
  const { to } = digest
  const askingId = digest.asking?.id ?? (await askingOf(trx, writer, round.id, to.id, now))
  if (digest.of.some(({ id }) => id !== askingId)) await addItems(trx, writer, askingId, digest.itemIds, now)
  const message = {
    ...said,
    askingId,
    along: digest.of.map(({ id }) => id),
    to: { contactId: to.id, name: to.name, address: to.email },
    lines: linesOfDigest(digest, lines, await officersLastNotes(trx, round.id)),
  }
  return queueForAsking(trx, writer, key, message, now)
}

/** What is still wanted of somebody, as their message names it; `lines` are those of the round, `notes` of which of them an officer’s note waits. */
export function linesOfDigest({ itemIds, covered }: Digest, lines: readonly RoundLine[], notes: ReadonlyMap<string, unknown>): string[] {
  return lines.flatMap((line) =>
    itemIds.includes(line.itemId) ? [lineInMessage(line, covered.get(line.itemId), notes.has(line.itemId))] : [],
  )
}
