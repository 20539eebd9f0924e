import { setTimeout as sleep } from 'node:timers/promises'
import { Refusal } from '../platform/core/refusal.ts'
import { unseal, type KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import { job, type Job, type JobWork } from '../platform/jobs/start-worker.ts'
import type { Handed, Letter } from '../platform/mail/letter.ts'
import { endAttempt } from './end-attempt.ts'
import { escaped, withLink } from './fill-words.ts'
import type { OpenPosts } from './open-posts.ts'
import { NO_SENDER, secretUse } from './post-settings.ts'
import { SEND_MESSAGE } from './queue-message.ts'
import { takeMessage, type Taken, type WhyWithheld } from './take-message.ts'

export interface SendingOptions {
  posts: OpenPosts
  key: KeyOfHeed
  why?: readonly WhyWithheld[]
  /** Seconds after which an attempt without an end is taken for cut short; longer than any post takes. */
  lease?: number
}

const LEASE = 300

/** Takes one message, commits that an attempt has begun, sends it, and commits what became of it. */
export function sendMessageJob({ posts, key, why = [], lease = LEASE }: SendingOptions): Job {
  return job(SEND_MESSAGE, async (work, { messageId }) => {
    const taken = await work.inCouncil((trx) => takeMessage(trx, messageId, work.clock(), why, lease))
    if (!taken) return
    const handed = await hand(work, taken, posts, key)
    await keepOutcome(() => work.inCouncil((trx) => endAttempt(trx, work.councilId, taken, handed, work.clock())))
  })
}

const TRIES = 5

/** The post has the letter: a database that is away for a moment must not make it go twice. */
async function keepOutcome(keep: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await keep()
    } catch (error) {
      if (tries === TRIES) throw error
      await sleep(tries * 1_000)
    }
  }
}

/** A secret that cannot be unsealed delays the message, in words; the administrator puts it right. */
async function hand(work: JobWork, taken: Taken, posts: OpenPosts, key: KeyOfHeed): Promise<Handed> {
  try {
    const letter = await work.inCouncil((trx) => letterOf(trx, work.councilId, taken, key))
    return await posts.postOf(work.councilId, taken.settings).send(letter, taken.again)
  } catch (error) {
    if (error instanceof Refusal) return { became: 'delayed', words: error.message }
    throw error
  }
}

async function letterOf(trx: Trx, councilId: string, { messageId, settings }: Taken, key: KeyOfHeed): Promise<Letter> {
  const message = await trx.selectFrom('message').selectAll().where('id', '=', messageId).executeTakeFirstOrThrow()
  const council = await trx.selectFrom('council_now').select('name').executeTakeFirstOrThrow()
  const files = await trx
    .selectFrom('message_attachment as a')
    .innerJoin('message_file as f', (join) => join.onRef('f.council_id', '=', 'a.council_id').onRef('f.sha256', '=', 'a.sha256'))
    .select(['a.name', 'a.type', 'f.bytes'])
    .where('a.message_id', '=', messageId)
    .orderBy('a.position')
    .execute()
  const link = message.link_sealed ? unseal(key(), secretUse(councilId, 'link'), message.link_sealed) : ''
  return {
    id: message.letter_id,
    from: { name: settings.senderName || council.name, address: settings.senderAddress || NO_SENDER },
    to: { name: message.to_name, address: message.to_address },
    replyTo: message.reply_to,
    subject: message.subject,
    text: withLink(message.body_text, link),
    html: withLink(message.body_html, escaped(link)),
    files,
  }
}
