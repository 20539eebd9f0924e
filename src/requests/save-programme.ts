import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { ProgrammeItem, ProgrammeSaid } from './programme.ts'
import { loadProgramme } from './programme.queries.ts'

interface OfCommittee {
  id: string
  slug: string
}

const addressOf = ({ slug }: OfCommittee) => `/committees/${slug}/programme`

/** Puts items at the end of a committee's work programme. Records `programme-item.added` for each. */
export async function addToProgramme(trx: Trx, officer: Officer, committee: OfCommittee, said: readonly ProgrammeSaid[]): Promise<void> {
  const items = await lockedProgramme(trx, committee)
  let position = Math.max(0, ...items.map((item) => item.position))
  for (const one of said) {
    const { id } = await trx
      .insertInto('programme_item')
      .values({ council_id: officer.councilId, committee_id: committee.id })
      .returning('id')
      .executeTakeFirstOrThrow()
    await insertVersion(trx, officer, { ...one, id, version: 1, position: ++position, dropped: false })
    await recordEvent(trx, officer, 'programme-item.added', addressOf(committee), { title: one.title })
  }
}

/** Says an item anew. Refuses (conflict) where someone has saved since it was read. Records `programme-item.corrected`. */
export async function correctProgramme(
  trx: Trx,
  officer: Officer,
  committee: OfCommittee,
  item: ProgrammeItem,
  said: ProgrammeSaid,
  version: number,
): Promise<void> {
  await insertVersion(trx, officer, { ...item, ...said, version: version + 1 })
  await recordEvent(trx, officer, 'programme-item.corrected', addressOf(committee), { title: said.title })
}

/** Drops an item, or puts it back. Refuses (conflict) where it is so already. Records `programme-item.dropped` or `programme-item.restored`. */
export async function dropFromProgramme(
  trx: Trx,
  officer: Officer,
  committee: OfCommittee,
  item: ProgrammeItem,
  dropped: boolean,
): Promise<void> {
  refuseIf(item.dropped === dropped, 'conflict', dropped ? 'This item is dropped already.' : 'This item is in the programme already.')
  await insertVersion(trx, officer, { ...item, dropped, version: item.version + 1 })
  await recordEvent(trx, officer, dropped ? 'programme-item.dropped' : 'programme-item.restored', addressOf(committee), {
    title: item.title,
  })
}

/** Moves an item before or after its neighbour of the same meeting. Records `programme.ordered` where it moved. */
export async function moveInProgramme(trx: Trx, officer: Officer, committee: OfCommittee, id: string, way: 'up' | 'down'): Promise<void> {
  const items = (await lockedProgramme(trx, committee)).filter(({ dropped }) => !dropped)
  const item = items.find((each) => each.id === id)
  if (!item) return
  const same = items.filter((each) => each.meetingId === item.meetingId && each.meetingWords === item.meetingWords)
  const other = same[same.indexOf(item) + (way === 'up' ? -1 : 1)]
  if (!other) return
  await insertVersion(trx, officer, { ...item, position: other.position, version: item.version + 1 })
  await insertVersion(trx, officer, { ...other, position: item.position, version: other.version + 1 })
  await recordEvent(trx, officer, 'programme.ordered', addressOf(committee), { title: item.title })
}

async function lockedProgramme(trx: Trx, committee: OfCommittee): Promise<ProgrammeItem[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`programme ${committee.id}`}, 0))`.execute(trx)
  return loadProgramme(trx, committee.id)
}

type Saved = ProgrammeSaid & { id: string; version: number; position: number; dropped: boolean }

async function insertVersion(trx: Trx, officer: Officer, item: Saved): Promise<void> {
  const row = {
    council_id: officer.councilId,
    programme_item_id: item.id,
    version: item.version,
    title: item.title,
    text: item.text,
    meeting_id: item.meetingId,
    meeting_words: item.meetingId ? '' : item.meetingWords,
    review_id: item.reviewId,
    position: item.position,
    dropped: item.dropped,
    saved_by: officer.accountId,
  }
  await refuseOnConflict(
    trx.insertInto('programme_item_version').values(row).execute(),
    'Someone else changed this item while you were writing. What you wrote is below; open the page again to see theirs.',
  )
}
