import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import { noticeOf } from './response.queries.ts'
import { responseDue } from './response-clock.ts'

export interface NoticeToServe {
  servedOn: CalendarDate
  servedTo: string
  months: number
}

/**
 * Records that a review's report was served on whoever must answer, which starts the response clock. Refuses (conflict) where a notice stands
 * already, and (invalid) a day that has not come yet. Records `notice.served`.
 */
export async function serveNotice(
  trx: Trx,
  officer: Officer,
  review: { id: string; slug: string; title: string },
  { servedOn, servedTo, months }: NoticeToServe,
  today: CalendarDate,
): Promise<void> {
  refuseIf(servedOn > today, 'invalid', 'A report cannot have been served on a day that has not come yet.')
  // Two officers at once: the second waits for the first, and finds its notice.
  await sql`select pg_advisory_xact_lock(hashtextextended(${review.id}, 14))`.execute(trx)
  const standing = await noticeOf(trx, review.id)
  refuseIf(
    standing !== null,
    'conflict',
    `Notice of this report was served on ${standing ? inWords(standing.servedOn) : ''} already. Withdraw that notice first if it was wrong.`,
  )
  const due_on = responseDue(servedOn, months)
  await trx
    .insertInto('notice')
    .values({
      council_id: officer.councilId,
      review_id: review.id,
      served_on: servedOn,
      served_to: servedTo,
      months,
      due_on,
      recorded_by: officer.accountId,
    })
    .execute()
  await recordEvent(trx, officer, 'notice.served', `/reviews/${review.slug}/response`, { name: review.title, to: servedTo, due: due_on })
}

/** Withdraws the notice that stands, with the reason; it is kept. Refuses (conflict) where none stands, or somebody else has withdrawn it. Records `notice.withdrawn`. */
export async function withdrawNotice(
  trx: Trx,
  officer: Officer,
  review: { id: string; slug: string; title: string },
  reason: string,
): Promise<void> {
  const standing = (await noticeOf(trx, review.id)) ?? refuse('conflict', 'No notice of this report stands: there is nothing to withdraw.')
  const row = { council_id: officer.councilId, notice_id: standing.id, reason, withdrawn_by: officer.accountId }
  await refuseOnConflict(trx.insertInto('notice_withdrawal').values(row).execute(), 'Somebody else has just withdrawn this notice.')
  await recordEvent(trx, officer, 'notice.withdrawn', `/reviews/${review.slug}/response`, { name: review.title, reason })
}
