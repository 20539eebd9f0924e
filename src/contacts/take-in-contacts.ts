import type { Officer } from '../people/officer.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { managersNamed, readContactsList, type ListedContact } from './contacts-list.ts'
import type { Contact, ContactSaid } from './contact.ts'
import { listContacts } from './contact.queries.ts'
import { listOwners } from './owners.queries.ts'
import { addContact, correctContact } from './save-contact.ts'
import { speakFor } from './speak-for.ts'

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
  const { contacts: listed, fault } = readContactsList(text, await listContacts(trx), await listOwners(trx))
  refuseIf(fault !== null, 'invalid', fault ?? '')
  const good = listed.filter(({ faults }) => faults.length === 0)
  const taken: TakenIn = { added: 0, changed: 0 }
  const people: { each: ListedContact; contact: Contact }[] = []
  for (const each of good) people.push({ each, contact: await takeIn(trx, officer, each, taken) })
  await setManagers(trx, officer, people)
  await setOwners(trx, officer, people)
  return taken
}

async function takeIn(trx: Trx, officer: Officer, { said, known }: ListedContact, taken: TakenIn): Promise<Contact> {
  if (!known) {
    taken.added += 1
    return addContact(trx, officer, { ...said, managerId: null, gone: false })
  }
  const filled = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')) as Partial<ContactSaid>
  const wanted = { ...saidOf(known), ...filled }
  if (JSON.stringify(wanted) === JSON.stringify(saidOf(known))) return known
  taken.changed += 1
  await correctContact(trx, officer, known, wanted, known.version)
  return { ...known, ...wanted, version: known.version + 1 }
}

/** Managers may stand further down the list than those who answer to them. */
async function setManagers(trx: Trx, officer: Officer, people: { each: ListedContact; contact: Contact }[]): Promise<void> {
  const contacts = await listContacts(trx)
  for (const { each, contact } of people) {
    const [manager] = each.manager === '' ? [] : managersNamed(each.manager, contacts)
    if (!manager || manager.id === contact.managerId) continue
    await correctContact(trx, officer, contact, { ...saidOf(contact), managerId: manager.id }, contact.version)
  }
}

async function setOwners(trx: Trx, officer: Officer, people: { each: ListedContact; contact: Contact }[]): Promise<void> {
  for (const { each, contact } of people) {
    const owners = each.owners.length === 0 ? [] : await listOwners(trx)
    for (const { id } of each.owners) {
      const owner = owners.find((one) => one.id === id)
      const speakers = owner?.speakers.filter(({ gone }) => !gone) ?? []
      if (!owner || speakers.some((speaker) => speaker.id === contact.id)) continue
      await speakFor(trx, officer, id, [...speakers.map((speaker) => speaker.id), contact.id], owner.version)
    }
  }
}

function saidOf({ name, post, body, directorate, email, managerId, gone }: Contact): ContactSaid {
  return { name, post, body, directorate, email, managerId, gone }
}
