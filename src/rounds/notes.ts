import { recordEvent } from '../history/record-event.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Writer } from '../people/officer.ts'
import { itemToUpdate } from './save-update.ts'

/** What an officer or an owner wrote to the other beside a line. */
export interface Note {
  id: string
  itemId: string
  words: string
  writtenAt: Date
  by: string
  /** An owner wrote it, by the link of an asking. */
  fromOwner: boolean
}

/** A note is a note: what is longer is an update, or a letter. */
export const LONGEST_NOTE = 4_000
/** By owners, beside one line: more is no conversation but a flood. */
const MOST_OF_OWNERS = 100

/**
 * Writes a note beside a line of a round, for whoever else reads it: the officers, and the owners who were asked for the line. `askingLinkId` says by
 * which link where an owner writes it. Refuses (not-found) a line that is not there, (invalid) one without words, too long, or one too many.
 * Records `note.written`.
 */
export async function writeNote(
  trx: Trx,
  writer: Writer,
  itemId: string,
  words: string,
  askingLinkId: string | null = null,
): Promise<{ id: string }> {
  const item = await itemToUpdate(trx, itemId)
  const said = words.trim()
  refuseIf(said === '', 'invalid', 'Write the note first.')
  refuseIf(said.length > LONGEST_NOTE, 'invalid', `This note is too long. Keep it to ${LONGEST_NOTE.toLocaleString('en-GB')} characters.`)
  if (askingLinkId) await refuseFlood(trx, itemId)
  const { id } = await trx
    .insertInto('note')
    .values({
      council_id: writer.councilId,
      item_id: itemId,
      words: said,
      written_by: writer.accountId,
      written_by_name: writer.name,
      asking_link_id: askingLinkId,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await recordEvent(trx, writer, 'note.written', `/rounds/${item.round_slug}/items/${itemId}`, {
    ref: item.parent === null ? item.ref : `${item.parent}${item.ref}`,
    from: askingLinkId ? 'owner' : 'officer',
  })
  return { id }
}

async function refuseFlood(trx: Trx, itemId: string): Promise<void> {
  const { written } = await trx
    .selectFrom('note')
    .select((eb) => eb.fn.countAll<number>().as('written'))
    .where('item_id', '=', itemId)
    .where('asking_link_id', 'is not', null)
    .executeTakeFirstOrThrow()
  refuseIf(
    written >= MOST_OF_OWNERS,
    'invalid',
    `There are ${MOST_OF_OWNERS} notes beside this line already. Write to the council by e-mail.`,
  )
}

/** The notes beside lines, the oldest first. */
export async function notesOf(trx: Trx, itemIds: readonly string[]): Promise<Note[]> {
  if (itemIds.length === 0) return []
  const rows = await trx.selectFrom('note').selectAll().where('item_id', 'in', itemIds).orderBy('written_at').orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id,
    itemId: row.item_id,
    words: row.words,
    writtenAt: row.written_at,
    by: row.written_by_name,
    fromOwner: row.asking_link_id !== null,
  }))
}

/** The lines of a round of which an officer wrote the newest note, with that note: it waits for their owner. */
export async function officersLastNotes(trx: Trx, roundId: string): Promise<Map<string, { id: string; writtenAt: Date }>> {
  const rows = await trx
    .selectFrom('note as n')
    .innerJoin('round_item_now as i', (join) => join.onRef('i.council_id', '=', 'n.council_id').onRef('i.id', '=', 'n.item_id'))
    .distinctOn('n.item_id')
    .select(['n.item_id', 'n.id', 'n.written_at', 'n.asking_link_id'])
    .where('i.round_id', '=', roundId)
    .orderBy('n.item_id')
    .orderBy('n.written_at', 'desc')
    .orderBy('n.id', 'desc')
    .execute()
  const own = rows.filter(({ asking_link_id }) => asking_link_id === null)
  return new Map(own.map(({ item_id, id, written_at }) => [item_id, { id, writtenAt: written_at }]))
}
