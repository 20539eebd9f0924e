import { createHash, randomUUID } from 'node:crypto'
import { recordEvent, type Actor } from '../history/record-event.ts'
import { seal, type KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import { jobKind, queueJob } from '../platform/jobs/queue-job.ts'
import type { LetterFile } from '../platform/mail/letter.ts'
import { fillWords, htmlOf, textOf, type FilledWords } from './fill-words.ts'
import { stepOf, type Said, type SaidFor, type Step, type STEPS } from './message-steps.ts'
import { wordsOfStep } from './message-words.queries.ts'
import { NO_SENDER, onTheWeb, secretUse, type SavedPostSettings } from './post-settings.ts'
import { postSettings } from './post-settings.queries.ts'
import { nextOpenMoment } from './quiet-hours.ts'

/** Sends one message, if it still waits. */
export const SEND_MESSAGE = jobKind<{ messageId: string }>('send-message')

export interface MessageTo {
  /** The contact, where it is one. */
  contactId: string | null
  name: string
  address: string
}

interface Common {
  /** What the message is for, and for that once: `asking 4f0c… reminder 2`. */
  purpose: string
  /** The address of the thing that it is about: `/rounds/winter-2027`. */
  about: string
  to: MessageTo
  /** Not before this moment; without it as soon as quiet hours allow. */
  notBefore?: Date
  files?: readonly LetterFile[]
}

/** What a room says of one message: whatever its step's placeholders ask for, and the path of the person's own link where it has one. */
export type MessageOfStep<S extends Step> = Common & { step: S; said: SaidFor<S> } & LinkFor<S>

/** The link is kept sealed. */
type LinkFor<S extends Step> = 'link' extends (typeof STEPS)[S]['placeholders'][number] ? { link: string } : { link?: undefined }

/**
 * Puts a message into the outbox and queues its sending, in the transaction that causes it: whole, in the words of this moment. A message of the same
 * purpose that is there already is left as it is (`queued: false`). Records `message.queued`.
 */
export async function queueMessage<S extends Step>(
  trx: Trx,
  actor: Actor,
  key: KeyOfHeed,
  message: MessageOfStep<S>,
  now: Date,
): Promise<{ id: string; queued: boolean }> {
  const settings = await postSettings(trx)
  const council = await trx.selectFrom('council_now').select(['council_id', 'name']).executeTakeFirstOrThrow()
  const said: Said = { ...message.said, name: message.to.name, council: council.name, officer: settings.senderName || council.name }
  const words = fillWords(await wordsOfStep(trx, message.step), said)
  const link = message.link === undefined ? null : onTheWeb(settings, message.link)
  const sealed = link === null ? null : seal(key(), secretUse(council.council_id, 'link'), link)
  const { atOnce, linkWords } = stepOf(message.step)
  return insertMessage(trx, actor, { ...message, words, linkWords, said, sealed, atOnce, settings, councilId: council.council_id, now })
}

interface Drafted extends Common {
  step: string
  words: FilledWords
  linkWords: string
  said: Said
  sealed: Buffer | null
  atOnce: boolean
  settings: SavedPostSettings
  councilId: string
  now: Date
}

/** The same for words that are no step of a round. Records `message.queued`. */
export async function insertMessage(trx: Trx, actor: Actor, draft: Drafted): Promise<{ id: string; queued: boolean }> {
  const { purpose, step, about, to, words, settings, atOnce, now } = draft
  const notBefore = draft.notBefore ?? now
  const id = randomUUID()
  const inserted = await trx
    .insertInto('message')
    .values({
      council_id: draft.councilId,
      id,
      purpose,
      step,
      about,
      contact_id: to.contactId,
      to_name: to.name,
      to_address: to.address,
      subject: words.subject,
      body_text: textOf(words),
      body_html: htmlOf(words, draft.linkWords),
      said: JSON.stringify(draft.said),
      link_sealed: draft.sealed,
      reply_to: settings.replyTo,
      letter_id: `${id}@${(settings.senderAddress || NO_SENDER).split('@').at(-1)}`,
      at_once: atOnce,
      not_before: notBefore,
      queued_at: now,
      queued_by: actor.accountId,
    })
    .onConflict((conflict) => conflict.columns(['council_id', 'purpose']).doNothing())
    .executeTakeFirst()
  if (!inserted.numInsertedOrUpdatedRows) return { id: await idOf(trx, purpose), queued: false }
  await keepFiles(trx, draft.councilId, id, draft.files ?? [])
  await wait(trx, { councilId: draft.councilId, id, atOnce, settings, notBefore: notBefore > now ? notBefore : now })
  await recordEvent(trx, actor, 'message.queued', `/messages/${id}`, { step, about, to: to.name, address: to.address })
  return { id, queued: true }
}

async function idOf(trx: Trx, purpose: string): Promise<string> {
  return (await trx.selectFrom('message').select('id').where('purpose', '=', purpose).executeTakeFirstOrThrow()).id
}

async function keepFiles(trx: Trx, council_id: string, message_id: string, files: readonly LetterFile[]): Promise<void> {
  for (const [position, { name, type, bytes }] of files.entries()) {
    const sha256 = createHash('sha256').update(bytes).digest()
    await trx
      .insertInto('message_file')
      .values({ council_id, sha256, bytes })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await trx.insertInto('message_attachment').values({ council_id, message_id, position, name, type, sha256 }).execute()
  }
}

interface Waiting {
  councilId: string
  id: string
  atOnce: boolean
  settings: SavedPostSettings
  notBefore: Date
}

async function wait(trx: Trx, { councilId, id, atOnce, settings, notBefore }: Waiting): Promise<void> {
  const due_at = atOnce ? notBefore : nextOpenMoment(notBefore, settings)
  await trx.insertInto('message_waiting').values({ council_id: councilId, message_id: id, due_at }).execute()
  await queueJob(trx, SEND_MESSAGE, { messageId: id }, { key: id, at: due_at })
}
