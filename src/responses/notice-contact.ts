import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { noticeOf } from './response.queries.ts'

/** To whom messages about a notice go: a contact, or a name with an address; neither: to nobody. */
export interface NoticeContact {
  contactId: string | null
  name: string
  address: string
}

export const NOBODY: NoticeContact = { contactId: null, name: '', address: '' }

/**
 * Says to whom messages about the notice that stands go, on the version that was shown. Refuses (not-found) where no notice stands, (invalid) a contact who
 * has left or is none, a name without an address or an address without a name, and (conflict) where someone has saved meanwhile. Records
 * `notice.contact-named`.
 */
export async function nameNoticeContact(
  trx: Trx,
  officer: Officer,
  review: { id: string; slug: string; title: string },
  said: NoticeContact,
  version: number,
  now: Date,
): Promise<void> {
  const notice = (await noticeOf(trx, review.id)) ?? refuse('not-found', 'No notice of this report stands. Serve it first.')
  refuseIf((said.name === '') !== (said.address === ''), 'invalid', 'Enter both a name and an e-mail address.')
  const contact = said.contactId
    ? await trx.selectFrom('contact_now').select(['name', 'gone']).where('contact_id', '=', said.contactId).executeTakeFirst()
    : null
  refuseIf(said.contactId !== null && (!contact || contact.gone), 'invalid', 'Choose a contact who has not left.')
  await refuseOnConflict(
    trx
      .insertInto('notice_contact')
      .values({
        council_id: officer.councilId,
        notice_id: notice.id,
        version: version + 1,
        contact_id: said.contactId,
        name: said.name,
        address: said.address,
        saved_at: now,
        saved_by: officer.accountId,
      })
      .execute(),
    'Someone else has just said to whom it goes. Open the page again to see theirs.',
  )
  await recordEvent(trx, officer, 'notice.contact-named', `/reviews/${review.slug}/response`, {
    name: review.title,
    to: contact?.name ?? (said.name || 'nobody'),
  })
}
