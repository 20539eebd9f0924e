import { sql } from 'kysely'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { Said } from './message-steps.ts'
import type { MessageAttempt, MessageLine, MessageState } from './message.ts'

export interface MessageFilter {
  state: MessageState | null
  /** Words of the person's name, address or the subject. */
  words: string
  /** The address of the thing that messages are about. */
  about: string
  /** The last line of the page before: its moment and id. */
  before: string
}

const PAGE = 50

const COLUMNS = sql`id, step, about, to_name as "toName", to_address as "toAddress", subject, queued_at as "queuedAt",
  due_at as "dueAt", ended_at as "endedAt", words, state`

/** The messages that fit, latest first, a page of them; `next` leads to those before. */
export async function listMessages(
  trx: Trx,
  { state, words, about, before }: MessageFilter,
): Promise<{ messages: MessageLine[]; next: string | null }> {
  const [moment, id] = /^(\d{1,13})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(before)?.slice(1) ?? []
  const from = moment ? new Date(Number(moment)) : null
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<MessageLine>`select ${COLUMNS} from message_now
    where (${state}::text is null or state = ${state})
      and (${words} = '' or to_name ilike ${like} or to_address ilike ${like} or subject ilike ${like})
      and (${about} = '' or about = ${about})
      and (${from}::timestamptz is null or (queued_at, id) < (${from}::timestamptz, ${id ?? null}::uuid))
    order by queued_at desc, id desc limit ${PAGE + 1}`.execute(trx)
  const messages = rows.slice(0, PAGE)
  const last = messages.at(-1)
  return { messages, next: rows.length > PAGE && last ? `${last.queuedAt.getTime()}-${last.id}` : null }
}

/** How many messages of the last 60 days stand in each state that somebody should look at, counted up to a bound. */
export async function troubles(trx: Trx, now: Date): Promise<{ state: MessageState; count: number }[]> {
  const since = new Date(now.getTime() - 60 * 86_400_000)
  const { rows } = await sql<{ state: MessageState; count: number }>`select state, count(*) as count from (
      select state from message_now where state in ('bounced', 'refused', 'given_up', 'delayed') and queued_at > ${since} limit 1000
    ) troubled group by state order by state`.execute(trx)
  return rows
}

/** Refuses (not-found) an id that no message of the council has. */
export async function messageAt(trx: Trx, id: string): Promise<MessageLine> {
  const { rows } = await sql<MessageLine>`select ${COLUMNS} from message_now where id::text = ${id}`.execute(trx)
  return rows[0] ?? refuse('not-found', 'Your council has sent no such message.')
}

export interface WholeMessage extends MessageLine {
  text: string
  html: string
  replyTo: string
  letterId: string
  attempts: MessageAttempt[]
  files: string[]
}

/** A message as it goes out, but for the link, and every attempt to send it. */
export async function wholeMessage(trx: Trx, id: string): Promise<WholeMessage> {
  const line = await messageAt(trx, id)
  const body = await trx
    .selectFrom('message')
    .select(['body_text', 'body_html', 'reply_to', 'letter_id'])
    .where('id', '=', line.id)
    .executeTakeFirstOrThrow()
  const attempts = await trx
    .selectFrom('message_attempt as a')
    .leftJoin('message_outcome as o', (join) => join.onRef('o.message_id', '=', 'a.message_id').onRef('o.number', '=', 'a.number'))
    .select(['a.number', 'a.started_at as startedAt', 'a.sender_address as sender', 'a.post', 'o.became', 'o.words'])
    .where('a.message_id', '=', line.id)
    .orderBy('a.number', 'desc')
    .execute()
  const files = await trx.selectFrom('message_attachment').select('name').where('message_id', '=', line.id).orderBy('position').execute()
  return {
    ...line,
    text: body.body_text,
    html: body.body_html,
    replyTo: body.reply_to,
    letterId: body.letter_id,
    attempts,
    files: files.map(({ name }) => name),
  }
}

/** What was filled into the latest message of a step: real words for a preview. */
export async function latestSaid(trx: Trx, step: string): Promise<Said | null> {
  const row = await trx
    .selectFrom('message')
    .select('said')
    .where('step', '=', step)
    .orderBy('queued_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (row?.said as Said | undefined) ?? null
}
