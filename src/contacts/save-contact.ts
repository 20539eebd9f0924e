import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { freeSlug, slugOf } from '../platform/core/slug.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Contact, ContactSaid } from './contact.ts'
import { listContacts, managersOf } from './contact.queries.ts'

/** Words that stand in the place of a contact's in addresses. */
const RESERVED = ['adding', 'file']

/**
 * Puts a contact on the record. Refuses (conflict) an e-mail address that another has. `among` are all contacts, where they are known already. Records
 * `contact.added`.
 */
export async function addContact(trx: Trx, officer: Officer, said: ContactSaid, among?: readonly Contact[]): Promise<Contact> {
  const others = among ?? (await listContacts(trx))
  refuseSameAddress(others, said)
  const slug = freeSlug(slugOf(said.name, 'contact'), new Set([...RESERVED, ...others.map((each) => each.slug)]))
  const write = trx.insertInto('contact').values({ council_id: officer.councilId, slug }).returning('id').executeTakeFirstOrThrow()
  const { id } = await refuseOnConflict(write, 'Someone else has just added a contact of this name.')
  await insertVersion(trx, officer, id, 1, said)
  await recordEvent(trx, officer, 'contact.added', `/contacts/${slug}`, { ...said })
  return { ...said, id, slug, version: 1 }
}

/**
 * Says anew what is known of a contact. Refuses (conflict) an e-mail address that another has, a manager who answers to this contact, or where
 * someone has saved since it was read. `among` as in `addContact`. Records `contact.corrected`.
 */
export async function correctContact(
  trx: Trx,
  officer: Officer,
  contact: Contact,
  said: ContactSaid,
  version: number,
  among?: readonly Contact[],
): Promise<void> {
  const contacts = among ?? (await listContacts(trx))
  refuseSameAddress(
    contacts.filter(({ id }) => id !== contact.id),
    said,
  )
  refuseCircle(contacts, contact, said)
  await insertVersion(trx, officer, contact.id, version + 1, said)
  await recordEvent(trx, officer, 'contact.corrected', `/contacts/${contact.slug}`, { ...said })
}

function refuseSameAddress(others: readonly Contact[], { email, gone }: ContactSaid): void {
  const same = others.find((other) => email !== '' && other.email === email && !other.gone)
  refuseIf(same !== undefined && !gone, 'conflict', `${same?.name} has this e-mail address already. One person is one contact.`)
}

function refuseCircle(contacts: readonly Contact[], contact: Contact, { managerId }: ContactSaid): void {
  const manager = contacts.find(({ id }) => id === managerId)
  if (!manager) return
  const answersToUs = manager.id === contact.id || managersOf(manager, contacts).some(({ id }) => id === contact.id)
  refuseIf(answersToUs, 'conflict', `${manager.name} answers to ${contact.name}, so cannot be their manager too.`)
}

async function insertVersion(trx: Trx, officer: Officer, contact_id: string, version: number, said: ContactSaid): Promise<void> {
  const { managerId, ...rest } = said
  const row = { council_id: officer.councilId, contact_id, version, ...rest, manager_id: managerId, saved_by: officer.accountId }
  const write = trx.insertInto('contact_version').values(row).execute()
  await refuseOnConflict(
    write,
    'Someone else changed this contact while you were writing. What you wrote is below; open the page again to see theirs.',
  )
}
