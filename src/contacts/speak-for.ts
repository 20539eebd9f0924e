import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { listContacts } from './contact.queries.ts'
import { ownerAt } from './owners.queries.ts'

/**
 * Says anew who speaks for an owner, in order; nobody, where the list is empty. The same again changes nothing. Refuses (invalid) somebody who is no
 * contact or has left, (conflict) where someone has said otherwise since it was read. Records `owner.spoken-for`.
 */
export async function speakFor(trx: Trx, officer: Officer, ownerId: string, contactIds: readonly string[], version: number): Promise<void> {
  const owner = await ownerAt(trx, ownerId)
  const contacts = await listContacts(trx)
  const speakers = [...new Set(contactIds)].map((id) => contacts.find((contact) => contact.id === id && !contact.gone))
  refuseIf(speakers.includes(undefined), 'invalid', 'Choose people who are among your contacts and have not left.')
  const names = speakers.flatMap((contact) => contact?.name ?? [])
  const ids = speakers.flatMap((contact) => contact?.id ?? [])
  if (version === owner.version && ids.join() === owner.speakers.map(({ id }) => id).join()) return
  await refuseOnConflict(
    trx
      .insertInto('owner_contact')
      .values({ council_id: officer.councilId, owner_id: ownerId, version: version + 1, contact_ids: ids, saved_by: officer.accountId })
      .execute(),
    'Someone else has said who speaks for this owner while you were choosing. Open the page again to see.',
  )
  await recordEvent(trx, officer, 'owner.spoken-for', `/owners/${ownerId}`, { owner: owner.name, contacts: names })
}
