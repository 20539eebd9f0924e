import { recordEvent, type Actor } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Heard } from '../platform/mail/letter.ts'
import { messageAt } from './message.queries.ts'
import { HEED } from './take-message.ts'

/** Records that a message came back, as an officer says who saw the bounce. Refuses (conflict) one that never went, or of which something else was recorded meanwhile. Records `message.bounced`. */
export async function recordBounce(trx: Trx, officer: Officer, messageId: string, words: string): Promise<void> {
  const { state } = await messageAt(trx, messageId)
  refuseIf(!['sent', 'delivered', 'bounced'].includes(state), 'conflict', 'This message has not gone out, so it cannot have come back.')
  await insertReport(trx, officer, officer.councilId, messageId, { became: 'bounced', words }, 'officer')
}

/** Records what the post heard of a message. Records `message.delivered` or `message.bounced`. */
export async function recordHeard(trx: Trx, councilId: string, messageId: string, heard: Heard): Promise<void> {
  await insertReport(trx, HEED, councilId, messageId, heard, 'post')
}

async function insertReport(
  trx: Trx,
  actor: Actor,
  council_id: string,
  message_id: string,
  { became, words }: Heard,
  source: 'officer' | 'post',
) {
  const before = await trx.selectFrom('message_report_now').select('version').where('message_id', '=', message_id).executeTakeFirst()
  const report = { version: (before?.version ?? 0) + 1, became, words, source, reported_by: actor.accountId }
  await refuseOnConflict(
    trx
      .insertInto('message_report')
      .values({ council_id, message_id, ...report })
      .execute(),
    'Something else has just been recorded of this message. Open it again to see.',
  )
  await recordEvent(trx, actor, `message.${became}`, `/messages/${message_id}`, { words })
}
