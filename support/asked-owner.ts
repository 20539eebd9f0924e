import { linkFor } from '../src/asking/asking-link.ts'
import type { ContactSaid } from '../src/contacts/contact.ts'
import { addContact } from '../src/contacts/save-contact.ts'
import type { Officer } from '../src/people/officer.ts'
import type { Trx } from '../src/platform/database/database.ts'
import type { TestApp } from './test-app.ts'

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

/** Who was asked for which lines, without a message. */
export interface AskedInRound {
  askingId: string
  contactId: string
  contactSlug: string
  items: string[]
}

export interface AskedInTest extends AskedInRound {
  /** The address in the message: `/asked/open/…` */
  href: string
  linkId: string
}

export interface AskedWho {
  name?: string
  address?: string
  expiresAt?: Date
}

/** A contact, asked in a round for these lines, with a link: as the officer's asking makes it, without its message. */
export async function askedFor(heed: TestApp, roundId: string, items: string[], who: AskedWho = {}): Promise<AskedInTest> {
  const { name = 'Rosa Field', address = 'rosa@wexcombe.example', expiresAt = new Date(heed.clock.now.getTime() + 60 * 86_400_000) } = who
  const { officer } = heed.officers
  return heed.inCouncil(async (trx) => {
    const asked = await putAsking(trx, officer, roundId, items, { name, email: address })
    const link = await linkFor(trx, officer, heed.key, { askingId: asked.askingId, name, address, expiresAt }, heed.clock.now)
    return { ...asked, href: link.href, linkId: link.id }
  })
}

/** A contact, asked by hand and without a link for the first lines of a round, those without an answer before the others. */
export async function askedByHand(heed: TestApp, slug: string, who: Partial<ContactSaid> = {}, count = 3): Promise<AskedInRound> {
  return heed.inCouncil(async (trx) => {
    const round = await trx.selectFrom('round').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()
    const rows = await trx
      .selectFrom('item_standing as s')
      .innerJoin('round_item as i', (join) => join.onRef('i.council_id', '=', 's.council_id').onRef('i.id', '=', 's.item_id'))
      .select('i.id')
      .where('s.round_id', '=', round.id)
      .orderBy((eb) => eb('s.state', '=', 'unanswered'), 'desc')
      .orderBy('i.position')
      .limit(count)
      .execute()
    const items = rows.map(({ id }) => id)
    return putAsking(trx, heed.officers.officer, round.id, items, who)
  })
}

async function putAsking(trx: Trx, officer: Officer, round_id: string, items: string[], who: Partial<ContactSaid>): Promise<AskedInRound> {
  const { id: contactId, slug: contactSlug } = await addContact(trx, officer, contactSaid(who))
  const council_id = officer.councilId
  const { id: askingId } = await trx
    .insertInto('asking')
    .values({ council_id, round_id, contact_id: contactId, asked_by: officer.accountId })
    .returning('id')
    .executeTakeFirstOrThrow()
  const rows = items.map((item_id) => ({ council_id, asking_id: askingId, item_id, added_by: officer.accountId }))
  if (rows.length > 0) await trx.insertInto('asking_item').values(rows).execute()
  return { askingId, contactId, contactSlug, items }
}

/** The lines of a round, in the order of its paper. */
export async function itemsOfRound(heed: TestApp, roundId: string): Promise<string[]> {
  const rows = await heed.inCouncil((trx) =>
    trx.selectFrom('round_item').select('id').where('round_id', '=', roundId).orderBy('position').execute(),
  )
  return rows.map(({ id }) => id)
}

/** Fields of a line in the owner's form, by their names there. */
export function fieldsOf(itemId: string, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([field, words]) => [`lines.${itemId}.${field}`, words]))
}
