import { recordEvent } from '../history/record-event.ts'
import { refuse, refuseIf, refuseUnless } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Officer } from '../people/officer.ts'

/**
 * Sends the update of a line back with a note: an answer to the line is wanted again. `version` is the one that the officer saw.
 * Refuses (not-found) a line that is not there, (invalid) without a note, (conflict) where the round is not open, nothing has been said of the line, or
 * it has been answered anew since the officer looked. Records `update.sent-back` with the note.
 */
export async function sendBack(trx: Trx, officer: Officer, itemId: string, version: number, note: string): Promise<{ id: string }> {
  const words = note.trim()
  refuseIf(words === '', 'invalid', 'Say what is missing: whoever wrote the update reads it.')
  const line = await trx
    .selectFrom('item_standing as i')
    .innerJoin('round_now as r', (join) => join.onRef('r.council_id', '=', 'i.council_id').onRef('r.id', '=', 'i.round_id'))
    .select(['r.slug', 'r.name', 'r.state as round_state', 'i.version', 'i.state'])
    .where('i.item_id', '=', itemId)
    .executeTakeFirst()
  if (!line) return refuse('not-found', 'That line is not in the round any more.')
  refuseUnless(
    line.round_state === 'open',
    'conflict',
    `${line.name} is ${line.round_state}, so nothing can be changed in it. Open it again first.`,
  )
  refuseIf(
    line.state === 'unanswered' || line.state === 'no-update',
    'conflict',
    'Nothing has been said of this line, so there is nothing to send back. Remind whoever was asked.',
  )
  refuseIf(
    line.version !== version,
    'conflict',
    'This line has been answered anew since you looked. Read what it says now, then send it back if it still will not do.',
  )
  const row = { council_id: officer.councilId, item_id: itemId, version, note: words, sent_by: officer.accountId }
  const { id } = await trx.insertInto('sending_back').values(row).returning('id').executeTakeFirstOrThrow()
  await recordEvent(trx, officer, 'update.sent-back', `/rounds/${line.slug}/items/${itemId}`, { version, note: words })
  return { id }
}
