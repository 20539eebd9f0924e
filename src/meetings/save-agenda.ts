import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseIf, refuseUnless } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { isExempt, type ItemSaid, type StoredItem } from './agenda.ts'
import { heldBefore, storedItems } from './agenda.queries.ts'

/** A meeting as its agenda needs it. */
interface OfMeeting {
  id: string
  slug: string
}

/** An exempt item's words are not told in history, which many can read and nobody can mend. */
const toldOf = (said: Pick<ItemSaid, 'title' | 'exemptParagraphs'>) =>
  isExempt(said) ? { title: 'An exempt item' } : { title: said.title }

const addressOf = ({ slug }: OfMeeting) => `/meetings/${slug}/agenda`

/**
 * Puts items at the end of an agenda. Refuses (invalid) an exempt one without its public-interest reason, and a late one, after the agenda was
 * published, that does not say why it could not wait. Records `agenda-item.added` for each.
 */
export async function addItems(trx: Trx, officer: Officer, meeting: OfMeeting, said: readonly ItemSaid[]): Promise<void> {
  const items = await lockedItems(trx, meeting)
  const isPublished = Object.keys(await heldBefore(trx, meeting.id)).length > 0
  let position = Math.max(0, ...items.map((item) => item.position))
  for (const item of said) {
    refuseUnlessWhole(item)
    refuseIf(
      isPublished && item.lateReason === '',
      'invalid',
      'The agenda is published: say why this item could not wait for the next meeting.',
    )
    const { id } = await trx
      .insertInto('agenda_item')
      .values({ council_id: officer.councilId, meeting_id: meeting.id })
      .returning('id')
      .executeTakeFirstOrThrow()
    await insertVersion(trx, officer, { ...item, id, version: 1, position: ++position, dropped: false })
    await recordEvent(trx, officer, 'agenda-item.added', addressOf(meeting), toldOf(item))
  }
}

/**
 * Says an item anew. Refuses (conflict) where someone has saved since it was read, and (invalid) as `addItems` does. What was published stays as it was;
 * the change goes into the next supplement. Records `agenda-item.corrected`.
 */
export async function correctItem(
  trx: Trx,
  officer: Officer,
  meeting: OfMeeting,
  item: StoredItem,
  said: ItemSaid,
  version: number,
): Promise<void> {
  refuseUnlessWhole(said)
  const held = await heldBefore(trx, meeting.id)
  const isLate = Object.keys(held).length > 0 && !held[item.id]
  refuseIf(isLate && said.lateReason === '', 'invalid', 'The agenda is published: say why this item could not wait for the next meeting.')
  await insertVersion(trx, officer, { ...item, ...said, version: version + 1 })
  await recordEvent(
    trx,
    officer,
    'agenda-item.corrected',
    addressOf(meeting),
    toldOf({ ...said, exemptParagraphs: [...said.exemptParagraphs, ...item.exemptParagraphs] }),
  )
}

/** Drops an item from the agenda, or puts it back. Refuses (conflict) where it is so already. Records `agenda-item.dropped` or `agenda-item.restored`. */
export async function dropItem(trx: Trx, officer: Officer, meeting: OfMeeting, item: StoredItem, dropped: boolean): Promise<void> {
  refuseIf(item.dropped === dropped, 'conflict', dropped ? 'This item is dropped already.' : 'This item is on the agenda already.')
  await insertVersion(trx, officer, { ...item, dropped, version: item.version + 1 })
  await recordEvent(trx, officer, dropped ? 'agenda-item.dropped' : 'agenda-item.restored', addressOf(meeting), toldOf(item))
}

/**
 * Puts the items of an agenda in another order; those that are not named stand after them as they did. Refuses (conflict) once the agenda is published.
 * Records `agenda.ordered` where anything moved.
 */
export async function orderAgenda(trx: Trx, officer: Officer, meeting: OfMeeting, ids: readonly string[]): Promise<void> {
  const items = (await lockedItems(trx, meeting)).filter(({ dropped }) => !dropped)
  refuseUnless(
    Object.keys(await heldBefore(trx, meeting.id)).length === 0,
    'conflict',
    'The agenda is published with these numbers, so its order stays. The chair can take the items in another order on the day.',
  )
  const rank = (id: string) => (ids.includes(id) ? ids.indexOf(id) : ids.length)
  const ordered = items.toSorted((a, b) => rank(a.id) - rank(b.id) || a.position - b.position)
  const moved = ordered
    .map((item, at) => ({ ...item, position: at + 1 }))
    .filter((item) => items.find(({ id }) => id === item.id)?.position !== item.position)
  for (const item of moved) await insertVersion(trx, officer, { ...item, version: item.version + 1 })
  if (moved.length > 0) await recordEvent(trx, officer, 'agenda.ordered', addressOf(meeting), { items: ordered.length })
}

/** The items of an agenda while nobody else puts any on it or in another order. */
async function lockedItems(trx: Trx, meeting: OfMeeting): Promise<StoredItem[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`agenda ${meeting.id}`}, 0))`.execute(trx)
  return storedItems(trx, meeting.id)
}

function refuseUnlessWhole({ exemptParagraphs, publicInterest }: ItemSaid): void {
  refuseIf(
    exemptParagraphs.length > 0 && publicInterest === '',
    'invalid',
    'An exempt item needs the reason why the public interest in keeping it back outweighs that in disclosing it.',
  )
}

async function insertVersion(trx: Trx, officer: Officer, item: StoredItem): Promise<void> {
  const row = {
    council_id: officer.councilId,
    agenda_item_id: item.id,
    version: item.version,
    position: item.position,
    kind: item.kind,
    title: item.title,
    text: item.text,
    round_id: item.roundId,
    review_id: item.reviewId,
    appended: item.appended,
    exempt_paragraphs: item.exemptParagraphs,
    public_interest: isExempt(item) ? item.publicInterest : '',
    late_reason: item.lateReason,
    dropped: item.dropped,
    saved_by: officer.accountId,
  }
  await refuseOnConflict(
    trx.insertInto('agenda_item_version').values(row).execute(),
    'Someone else changed this item while you were writing. What you wrote is below; open the page again to see theirs.',
  )
}
