import { addContact } from '../src/contacts/save-contact.ts'
import type { Contact, ContactSaid } from '../src/contacts/contact.ts'
import type { Officer } from '../src/people/officer.ts'
import type { Trx } from '../src/platform/database/database.ts'

export const contactSaid = (changes: Partial<ContactSaid>): ContactSaid => ({
  name: 'Una Birch',
  post: '',
  body: '',
  directorate: '',
  email: 'una.birch@wexcombe.example',
  managerId: null,
  gone: false,
  ...changes,
})

/** A contact asked in a round, by hand and without a message, for the first of its lines, those without an answer before the others. */
export async function anAskedContact(
  trx: Trx,
  officer: Officer,
  round: string,
  said: Partial<ContactSaid> = {},
  lines = 3,
): Promise<{ askingId: string; contact: Contact; items: string[] }> {
  const contact = await addContact(trx, officer, contactSaid(said))
  const { id: round_id } = await trx.selectFrom('round').select('id').where('slug', '=', round).executeTakeFirstOrThrow()
  const council_id = officer.councilId
  const { id: askingId } = await trx
    .insertInto('asking')
    .values({ council_id, round_id, contact_id: contact.id, asked_by: officer.accountId })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = await trx
    .selectFrom('item_standing as s')
    .innerJoin('round_item as i', (join) => join.onRef('i.council_id', '=', 's.council_id').onRef('i.id', '=', 's.item_id'))
    .select('i.id')
    .where('s.round_id', '=', round_id)
    .orderBy((eb) => eb('s.state', '=', 'unanswered'), 'desc')
    .orderBy('i.position')
    .limit(lines)
    .execute()
  const items = rows.map(({ id }) => id)
  await trx
    .insertInto('asking_item')
    .values(items.map((item_id) => ({ council_id, asking_id: askingId, item_id, added_by: officer.accountId })))
    .execute()
  return { askingId, contact, items }
}
