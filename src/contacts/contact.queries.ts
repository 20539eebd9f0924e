import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Absence, Contact } from './contact.ts'
import { reachedTogether, type Reached } from './whom-to-write-to.ts'

/** Every contact of the acting council by name, those who have left last. */
export async function listContacts(trx: Trx): Promise<Contact[]> {
  const rows = await trx.selectFrom('contact_now').selectAll().orderBy('gone').orderBy('name').orderBy('slug').execute()
  return rows.map((row) => ({
    id: row.contact_id,
    slug: row.slug,
    version: row.version,
    name: row.name,
    post: row.post,
    body: row.body,
    directorate: row.directorate,
    email: row.email,
    managerId: row.manager_id,
    gone: row.gone,
  }))
}

/** Refuses (not-found) an address that no contact has. */
export async function contactAt(trx: Trx, slug: string): Promise<Contact> {
  return (await listContacts(trx)).find((each) => each.slug === slug) ?? refuse('not-found', 'Your council has no such contact.')
}

/** The absences of every contact that are not over before a day, earliest first. */
export async function absencesFrom(trx: Trx, day: CalendarDate): Promise<Absence[]> {
  const rows = await trx
    .selectFrom('contact_absence_now')
    .select(['id', 'contact_id', 'from_day', 'until_day', 'cover_id'])
    .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>=', day)]))
    .orderBy('from_day')
    .orderBy('said_at', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, contactId: row.contact_id, from: row.from_day, until: row.until_day, coverId: row.cover_id }))
}

/**
 * Whom to write to on a day for each of the owners, by the owner's id, absence cover followed; an owner that nobody speaks for, or whose speakers have
 * all left, has an empty list.
 */
export async function contactsFor(trx: Trx, ownerIds: readonly string[], on: CalendarDate): Promise<Map<string, Reached[]>> {
  const found = new Map<string, Reached[]>(ownerIds.map((id) => [id, []]))
  if (ownerIds.length === 0) return found
  const contacts = new Map((await listContacts(trx)).map((contact) => [contact.id, contact]))
  const absences = await absencesFrom(trx, on)
  const rows = await trx
    .selectFrom('owner_contact_now')
    .select(['owner_id', 'contact_ids'])
    .where('owner_id', 'in', [...ownerIds])
    .execute()
  for (const { owner_id, contact_ids } of rows) {
    const speakers = contact_ids.flatMap((id) => contacts.get(id) ?? [])
    found.set(owner_id, reachedTogether(speakers, contacts, absences, on))
  }
  return found
}

/** A contact's managers, nearest first; each once, though somebody made it a circle. */
export function managersOf(contact: Contact, contacts: readonly Contact[]): Contact[] {
  const managers: Contact[] = []
  let next = contacts.find(({ id }) => id === contact.managerId)
  while (next && next.id !== contact.id && !managers.includes(next)) {
    managers.push(next)
    const { managerId }: Contact = next
    next = contacts.find(({ id }) => id === managerId)
  }
  return managers
}
