import { loadAgenda } from '../src/meetings/agenda.queries.ts'
import type { AgendaItem, ItemSaid } from '../src/meetings/agenda.ts'
import { keepMeetingPapers, meetingOn } from '../src/meetings/insert-meeting.ts'
import { addItems } from '../src/meetings/save-agenda.ts'
import type { Officer } from '../src/people/officer.ts'
import type { Trx } from '../src/platform/database/database.ts'

/** An item of an agenda; name only what matters to the test. */
export const anItem = (title: string, more: Partial<ItemSaid> = {}): ItemSaid => ({
  kind: 'other',
  title,
  text: '',
  roundId: null,
  reviewId: null,
  appended: false,
  exemptParagraphs: [],
  publicInterest: '',
  lateReason: '',
  ...more,
})

/** The committee's meeting on a day with an agenda of these items. */
export async function putAgenda(
  trx: Trx,
  officer: Officer,
  committeeId: string,
  heldOn: string,
  items: readonly ItemSaid[],
): Promise<{ id: string; slug: string; agenda: AgendaItem[] }> {
  const id = await meetingOn(trx, officer, committeeId, heldOn)
  await keepMeetingPapers(trx, officer, id, { time: '6.30pm', venue: 'Old Corn Exchange' })
  const { slug } = await trx.selectFrom('meeting').select('slug').where('id', '=', id).executeTakeFirstOrThrow()
  await addItems(trx, officer, { id, slug }, items)
  return { id, slug, agenda: await loadAgenda(trx, id) }
}
