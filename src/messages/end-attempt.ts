import { recordEvent } from '../history/record-event.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Handed } from '../platform/mail/letter.ts'
import { nextTry } from './retry-ladder.ts'
import { HEED, putOff, type Taken } from './take-message.ts'

/**
 * Writes what became of an attempt: sent and refused end it, delayed is tried again by the ladder until it is given up. Records `message.sent`,
 * `message.refused` or `message.given-up`; a delay is no event.
 */
export async function endAttempt(trx: Trx, councilId: string, { messageId, number }: Taken, handed: Handed, now: Date): Promise<void> {
  const next = handed.became === 'delayed' ? nextTry(number, now) : null
  const became = handed.became === 'delayed' && next === null ? 'given_up' : handed.became
  const reference = handed.became === 'sent' ? handed.reference : null
  await trx
    .insertInto('message_outcome')
    .values({ council_id: councilId, message_id: messageId, number, became, words: handed.words, reference, next_at: next, ended_at: now })
    .execute()
  if (next) {
    await putOff(trx, messageId, next)
    return
  }
  await trx.deleteFrom('message_waiting').where('message_id', '=', messageId).execute()
  await recordEvent(trx, HEED, `message.${became.replace('_', '-')}`, `/messages/${messageId}`, { attempt: number, words: handed.words })
}
