import { recordEvent, type Actor } from '../history/record-event.ts'
import type { Trx } from '../platform/database/database.ts'
import { queueJob } from '../platform/jobs/queue-job.ts'
import { NO_SENDER, type SavedPostSettings } from './post-settings.ts'
import { postSettings } from './post-settings.queries.ts'
import { SEND_MESSAGE } from './queue-message.ts'
import { nextOpenMoment } from './quiet-hours.ts'

/** Heed itself, where nobody signed in does it. */
export const HEED: Actor = { accountId: null, name: 'Heed' }

/** A message as whoever decides whether it is still wanted knows it. */
export interface WaitingMessage {
  id: string
  purpose: string
  step: string
  about: string
  contactId: string | null
}

/** Why a message is not to be sent after all (it has been answered meanwhile); null where it is. Asked when it is taken, not when it was planned. */
export type WhyWithheld = (trx: Trx, message: WaitingMessage) => Promise<string | null>

/** An attempt that has begun. */
export interface Taken {
  messageId: string
  number: number
  /** An earlier attempt had no end (its worker was killed) or was delayed (its post may only have answered too late): the post may have the letter. */
  again: boolean
  settings: SavedPostSettings
}

/**
 * Takes a message that is due and writes that an attempt has begun; whoever else comes for it meanwhile leaves it. Null where it is not due, taken,
 * sent, put off by quiet hours, or withheld. If the worker is killed, the message is due again after `lease` seconds.
 * Records `message.withheld` where it is.
 */
export async function takeMessage(
  trx: Trx,
  messageId: string,
  now: Date,
  why: readonly WhyWithheld[],
  lease: number,
): Promise<Taken | null> {
  const waiting = await trx
    .selectFrom('message_waiting')
    .select(['council_id', 'message_id'])
    .where('message_id', '=', messageId)
    .where('due_at', '<=', now)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!waiting) return null
  const message = await trx.selectFrom('message').selectAll().where('id', '=', messageId).executeTakeFirstOrThrow()
  const settings = await postSettings(trx)
  const open = message.at_once ? now : nextOpenMoment(now, settings)
  if (open > now) return putOff(trx, messageId, open)
  for (const ask of why) {
    const words = await ask(trx, { ...message, contactId: message.contact_id })
    if (words !== null) return withhold(trx, waiting.council_id, messageId, words)
  }
  const { number, again } = await beginAttempt(trx, waiting.council_id, messageId, settings, now)
  await changeDue(trx, messageId, new Date(now.getTime() + lease * 1_000))
  return { messageId, number, again, settings }
}

async function beginAttempt(trx: Trx, council_id: string, message_id: string, settings: SavedPostSettings, now: Date) {
  const before = await trx
    .selectFrom('message_attempt as a')
    .leftJoin('message_outcome as o', (join) => join.onRef('o.message_id', '=', 'a.message_id').onRef('o.number', '=', 'a.number'))
    .select(['a.number', 'o.became'])
    .where('a.message_id', '=', message_id)
    .execute()
  const number = Math.max(0, ...before.map((attempt) => attempt.number)) + 1
  const attempt = { post: settings.post, sender_address: settings.senderAddress || NO_SENDER, started_at: now }
  await trx
    .insertInto('message_attempt')
    .values({ council_id, message_id, number, ...attempt })
    .execute()
  return { number, again: before.some(({ became }) => became === null || became === 'delayed') }
}

/** Says when a message may be taken again, and queues its sending for then. Records no event: it is the queue's own working. */
export async function putOff(trx: Trx, messageId: string, until: Date): Promise<null> {
  await changeDue(trx, messageId, until)
  await queueJob(trx, SEND_MESSAGE, { messageId }, { key: messageId, at: until })
  return null
}

async function changeDue(trx: Trx, messageId: string, due_at: Date): Promise<void> {
  await trx.updateTable('message_waiting').set({ due_at }).where('message_id', '=', messageId).execute()
}

async function withhold(trx: Trx, council_id: string, message_id: string, why: string): Promise<null> {
  await trx.insertInto('message_withholding').values({ council_id, message_id, why }).execute()
  await trx.deleteFrom('message_waiting').where('message_id', '=', message_id).execute()
  await recordEvent(trx, HEED, 'message.withheld', `/messages/${message_id}`, { why })
  return null
}
