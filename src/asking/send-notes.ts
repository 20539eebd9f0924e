import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import { officersLastNotes } from '../rounds/notes.ts'
import { roundLines } from '../rounds/round-lines.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import { lockAskings } from './asking-items.ts'
import { refuseNotAsking } from './ask-people.ts'
import { lineInMessage } from './line-words.ts'
import { queueForAsking, type ForAsking } from './queue-for-asking.ts'
import { whomToTell } from './send-back-lines.ts'

/** One person to tell of notes, with the lines beside which they stand and the newest of them. */
export interface ToldOfNotes {
  askingId: string
  to: ForAsking['to']
  itemIds: string[]
  newest: string
}

/**
 * Tells whoever is asked for a line that the officer wrote to them beside it: one message each, of all such notes of theirs in the round that no message
 * told them of, with their link and without the words of a note. Refuses as `askPeople` does, and (conflict) where nobody is left to tell.
 * Records `note.sent`.
 */
export async function sendNotes(trx: Trx, officer: Officer, key: KeyOfHeed, slug: string, itemId: string, now: Date): Promise<string[]> {
  await lockAskings(trx, slug)
  const round = await findRound(trx, slug)
  refuseNotAsking(round, today(now))
  const people = await whomToTellOfNotes(trx, round.id, itemId, today(now))
  refuseIf(people.length === 0, 'conflict', NOBODY_TO_TELL)
  const all = roundLines(round, [])
  for (const { askingId, to, itemIds, newest } of people) {
    const lines = all.filter((line) => itemIds.includes(line.itemId)).map((line) => lineInMessage(line))
    await queueForAsking(
      trx,
      officer,
      key,
      { round, askingId, to, step: 'note', lines, purpose: `note ${newest} ${askingId} ${to.address}` },
      now,
    )
  }
  const names = people.map(({ to }) => to.name)
  await recordEvent(trx, officer, 'note.sent', `/rounds/${slug}/items/${itemId}`, { to: names })
  return names
}

export const NOBODY_TO_TELL = 'Nobody is left to tell: whoever is asked for this line was told of its notes, or cannot be written to.'

/** Who is to be told of notes beside a line, and of which others of theirs at once. */
export async function whomToTellOfNotes(trx: Trx, roundId: string, itemId: string, day: CalendarDate): Promise<ToldOfNotes[]> {
  const notes = await officersLastNotes(trx, roundId)
  const people = await whomToTell(trx, roundId, [...notes.keys()], day)
  const told = await toldOfNotes(trx, roundId)
  return people.flatMap(({ askingId, to, itemIds }) => {
    const until = told.get(to.address)
    const untold = itemIds.filter((id) => until === undefined || notes.get(id)!.writtenAt > until)
    const newest = untold.map((id) => notes.get(id)!).toSorted((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime())[0]
    return newest && untold.includes(itemId) ? [{ askingId, to, itemIds: untold, newest: newest.id }] : []
  })
}

/** When each address was last told of notes in a round. */
async function toldOfNotes(trx: Trx, roundId: string): Promise<Map<string, Date>> {
  const rows = await trx
    .selectFrom('message as m')
    .innerJoin('asking_message as am', (join) => join.onRef('am.council_id', '=', 'm.council_id').onRef('am.message_id', '=', 'm.id'))
    .innerJoin('asking as a', (join) => join.onRef('a.council_id', '=', 'am.council_id').onRef('a.id', '=', 'am.asking_id'))
    .select((eb) => ['m.to_address', eb.fn.max('m.queued_at').as('at')])
    .where('a.round_id', '=', roundId)
    .where('m.step', '=', 'note')
    .groupBy('m.to_address')
    .execute()
  return new Map(rows.map(({ to_address, at }) => [to_address, at]))
}
