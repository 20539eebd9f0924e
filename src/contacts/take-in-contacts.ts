import type { Officer } from '../people/officer.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { managersNamed, readContactsList, type ListedContact } from './contacts-list.ts'
import type { Contact, ContactSaid } from './contact.ts'
import { listContacts } from './contact.queries.ts'
import { listOwners, type Owner } from './owners.queries.ts'
import { addContact, correctContact } from './save-contact.ts'
import { saySpeakers } from './speak-for.ts'

/** How many were added, changed, and left as they are. */
export interface TakenIn {
  added: number
  changed: number
}

/**
 * Takes a list of contacts in, but for its lines with faults: those who are not there are added, those who are get what the list says and keep what it
 * leaves blank. Whoever speaks for an owner already goes on doing so. Refuses (invalid) a list that is none. Records as each change does.
 */
export async function takeInContacts(trx: Trx, officer: Officer, text: string): Promise<TakenIn> {
  const [contacts, owners] = [await listContacts(trx), await listOwners(trx)]
  const { contacts: listed, fault } = readContactsList(text, contacts, owners)
  refuseIf(fault !== null, 'invalid', fault ?? '')
  const all: AllContacts = new Map(contacts.map((contact) => [contact.id, contact]))
  const taken: TakenIn = { added: 0, changed: 0 }
  const people: Person[] = []
  for (const each of listed.filter(({ faults }) => faults.length === 0))
    people.push({ each, contactId: await takeIn(trx, officer, each, all, taken) })
  await setManagers(trx, officer, people, all)
  await setSpeakers(trx, officer, people, all, owners)
  return taken
}

/** Every contact as it stands while the list is taken in, by its id: reading them again for each line would take a minute for a thousand. */
type AllContacts = Map<string, Contact>

interface Person {
  each: ListedContact
  contactId: string
}

async function takeIn(trx: Trx, officer: Officer, { said, known }: ListedContact, all: AllContacts, taken: TakenIn): Promise<string> {
  if (!known) {
    taken.added += 1
    const added = await addContact(trx, officer, { ...said, managerId: null, gone: false }, [...all.values()])
    all.set(added.id, added)
    return added.id
  }
  const filled = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')) as Partial<ContactSaid>
  const wanted = { ...saidOf(known), ...filled }
  if (JSON.stringify(wanted) === JSON.stringify(saidOf(known))) return known.id
  taken.changed += 1
  await correct(trx, officer, known, wanted, all)
  return known.id
}

async function correct(trx: Trx, officer: Officer, contact: Contact, wanted: ContactSaid, all: AllContacts): Promise<void> {
  await correctContact(trx, officer, contact, wanted, contact.version, [...all.values()])
  all.set(contact.id, { ...contact, ...wanted, version: contact.version + 1 })
}

/** Managers may stand further down the list than those who answer to them. */
async function setManagers(trx: Trx, officer: Officer, people: readonly Person[], all: AllContacts): Promise<void> {
  for (const { each, contactId } of people) {
    const contact = all.get(contactId)
    const [manager] = each.manager === '' ? [] : managersNamed(each.manager, [...all.values()])
    if (!contact || !manager || manager.id === contact.managerId) continue
    await correct(trx, officer, contact, { ...saidOf(contact), managerId: manager.id }, all)
  }
}

/** All who speak for an owner are said at once, after those who do already. */
async function setSpeakers(
  trx: Trx,
  officer: Officer,
  people: readonly Person[],
  all: AllContacts,
  owners: readonly Owner[],
): Promise<void> {
  for (const owner of owners) {
    const listed = people.filter(({ each }) => each.owners.some(({ id }) => id === owner.id)).map(({ contactId }) => contactId)
    const before = owner.speakers.filter(({ gone }) => !gone).map(({ id }) => id)
    const ids = [...new Set([...before, ...listed])]
    if (ids.length === before.length) continue
    await saySpeakers(
      trx,
      officer,
      owner,
      ids.flatMap((id) => all.get(id) ?? []),
    )
  }
}

function saidOf({ name, post, body, directorate, email, managerId, gone }: Contact): ContactSaid {
  return { name, post, body, directorate, email, managerId, gone }
}
