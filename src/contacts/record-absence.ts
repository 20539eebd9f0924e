import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { refuseIf, refuseUnless } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Contact } from './contact.ts'
import { absencesFrom } from './contact.queries.ts'

export interface AbsenceSaid {
  from: CalendarDate
  until: CalendarDate | null
  coverId: string | null
}

/**
 * Records that a contact is away, and who covers. Refuses (conflict) days on which the contact is away already, (invalid) an end before the beginning or
 * cover by oneself. Records `absence.recorded`.
 */
export async function recordAbsence(trx: Trx, officer: Officer, contact: Contact, { from, until, coverId }: AbsenceSaid): Promise<void> {
  refuseIf(until !== null && until < from, 'invalid', 'The last day away must not be before the first.')
  refuseIf(coverId === contact.id, 'invalid', `${contact.name} cannot cover for themselves.`)
  const overlap = (await absencesFrom(trx, from)).some((each) => each.contactId === contact.id && (until === null || each.from <= until))
  refuseIf(overlap, 'conflict', `${contact.name} is away on some of these days already. End that absence first.`)
  await trx
    .insertInto('contact_absence')
    .values({
      council_id: officer.councilId,
      contact_id: contact.id,
      from_day: from,
      until_day: until,
      cover_id: coverId,
      said_by: officer.accountId,
    })
    .execute()
  await recordEvent(trx, officer, 'absence.recorded', `/contacts/${contact.slug}`, { from, until, cover: coverId })
}

/** Records that an absence is over, or was said in error. Refuses (not-found) one that the contact has not, (conflict) one that is over. Records `absence.ended`. */
export async function endAbsence(trx: Trx, officer: Officer, contact: Contact, absenceId: string): Promise<void> {
  const absences = await trx.selectFrom('contact_absence').select('id').where('contact_id', '=', contact.id).execute()
  refuseUnless(
    absences.some(({ id }) => id === absenceId),
    'not-found',
    `${contact.name} has no such absence.`,
  )
  const write = trx
    .insertInto('contact_absence_end')
    .values({ council_id: officer.councilId, absence_id: absenceId, ended_by: officer.accountId })
    .execute()
  await refuseOnConflict(write, 'This absence has been ended already.')
  await recordEvent(trx, officer, 'absence.ended', `/contacts/${contact.slug}`, {})
}
