import { recordEvent } from '../history/record-event.ts'
import { today } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { writerOf, type Asked } from './asked.ts'

/** Notes that a link was opened, once a day. Records `link.opened` where it is the first time on that day. */
export async function recordOpening(trx: Trx, asked: Asked, now: Date): Promise<void> {
  const opened = await trx
    .insertInto('asking_link_opening')
    .values({ council_id: asked.councilId, asking_link_id: asked.linkId, opened_on: today(now), opened_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (opened.numInsertedOrUpdatedRows)
    await recordEvent(trx, writerOf(asked), 'link.opened', `/rounds/${asked.roundSlug}`, { asking: asked.askingId })
}
