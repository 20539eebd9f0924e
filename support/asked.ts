import { linkFor } from '../src/asking/asking-link.ts'
import { slugOf } from '../src/platform/core/slug.ts'
import type { Trx } from '../src/platform/database/database.ts'
import type { TestApp } from './test-app.ts'

export interface AskedInTest {
  askingId: string
  contactId: string
  /** The address in the message: `/asked/open/…` */
  href: string
  linkId: string
  items: string[]
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
    const contactId = await aContact(trx, officer.councilId, name, address)
    const { id: askingId } = await trx
      .insertInto('asking')
      .values({ council_id: officer.councilId, round_id: roundId, contact_id: contactId })
      .returning('id')
      .executeTakeFirstOrThrow()
    const rows = items.map((item_id) => ({ council_id: officer.councilId, asking_id: askingId, item_id }))
    if (rows.length > 0) await trx.insertInto('asking_item').values(rows).execute()
    const link = await linkFor(trx, officer, heed.key, { askingId, name, address, expiresAt }, heed.clock.now)
    return { askingId, contactId, href: link.href, linkId: link.id, items }
  })
}

async function aContact(trx: Trx, council_id: string, name: string, email: string): Promise<string> {
  const { id } = await trx
    .insertInto('contact')
    .values({ council_id, slug: slugOf(email, 'contact') })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx.insertInto('contact_version').values({ council_id, contact_id: id, version: 1, name, email }).execute()
  return id
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
