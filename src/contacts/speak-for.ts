import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Contact } from './contact.ts'
import { listContacts } from './contact.queries.ts'
import { ownerAt, type Owner } from './owners.queries.ts'

/**
 * Says anew who speaks for an owner, in order; nobody, where the list is empty. The same again changes nothing. Refuses (invalid) somebody who is no
 * contact or has left, (conflict) where someone has said otherwise since it was read. Records `owner.spoken-for`.
 */
export async function speakFor(trx: Trx, officer: Officer, ownerId: string, contactIds: readonly string[], version: number): Promise<void> {
  const owner = await ownerAt(trx, ownerId)
  const contacts = await listContacts(trx)
  const speakers = [...new Set(contactIds)].map((id) => contacts.find((contact) => contact.id === id && !contact.gone))
  refuseIf(speakers.includes(undefined), 'invalid', 'Choose people who are among your contacts and have not left.')
  const there = speakers.flatMap((contact) => contact ?? [])
  if (version === owner.version && idsOf(there).join() === idsOf(owner.speakers).join()) return
  await saySpeakers(trx, officer, { ...owner, version }, there)
}

/** The same for an owner and contacts who are known to be there. Refuses (conflict) as it does. Records `owner.spoken-for`. */
export async function saySpeakers(trx: Trx, officer: Officer, { id, name, version }: Owner, speakers: readonly Contact[]): Promise<void> {
  const row = {
    council_id: officer.councilId,
    owner_id: id,
    version: version + 1,
    contact_ids: idsOf(speakers),
    saved_by: officer.accountId,
  }
  await refuseOnConflict(
    trx.insertInto('owner_contact').values(row).execute(),
    'Someone else has said who speaks for this owner while you were choosing. Open the page again to see.',
  )
  await recordEvent(trx, officer, 'owner.spoken-for', `/owners/${id}`, { owner: name, contacts: speakers.map((contact) => contact.name) })
}

const idsOf = (contacts: readonly Contact[]) => contacts.map(({ id }) => id)
