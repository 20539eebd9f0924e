import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { z } from 'zod'
import { Refusal, refuse } from '../core/refusal.ts'
import type { Trx } from '../database/database.ts'
import { goTo } from './flash.ts'
import type { FilledForm, SentForm } from './form.ts'
import { readForm, withFault } from './form.ts'
import { sentForm } from './sent-form.ts'

/** Where to go when the work is done, and what to say there. */
export interface Done {
  goTo: string
  say?: string
}

/** Thrown by `work` for what only the record can tell and one field can put right: an address already taken. */
export class FieldFault extends Error {
  readonly field: string
  constructor(field: string, message: string) {
    super(message)
    this.field = field
  }
}

/** What work gives that is done before the transaction, or the fault of a field that it found, to be thrown in the work that answers the form. */
export async function orFault<Found>(work: () => Promise<Found>): Promise<Found | FieldFault> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FieldFault) return error
    throw error
  }
}

/** Does part of a form's work; what it refuses as invalid is the fault of this field. */
export async function atField<Made>(field: string, work: () => Promise<Made>): Promise<Made> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid') throw new FieldFault(field, error.message)
    throw error
  }
}

/** One sending of a form: its key, and what it says. */
interface Sending {
  key: unknown
  words: string
}

export interface Submission<Schema extends z.ZodType> {
  schema: Schema
  /** The form's page again, with what was typed and what is wrong with it. */
  again: (form: FilledForm) => FastifyReply | Promise<FastifyReply>
  /** The one transaction: all of it is done, or none. */
  work: (trx: Trx, values: z.output<Schema>) => Promise<Done>
}

/**
 * Answers a POST. What the schema refuses is a 422 page with the form as typed; so is a refusal of the work itself (409 where someone
 * else was first). The same form sent twice is done once, and both sendings get the same answer. Sent again with other words, from a page
 * that the browser went back to, it is shown again (409) rather than answered as if those words were kept.
 */
export async function submitForm<Schema extends z.ZodType>(
  request: FastifyRequest,
  reply: FastifyReply,
  submission: Submission<Schema>,
): Promise<FastifyReply> {
  const sent = sentForm(request)
  const sending = { key: sent._key, words: digestOf(sent) }
  const read = readForm(submission.schema, sent)
  try {
    const earlier = await answerBefore(request, sending)
    if (earlier) return goTo(reply, earlier.goTo, earlier.say)
    if (!read.ok) return submission.again(read.form)
    const done = await once(request, sending, (trx) => submission.work(trx, read.values))
    return goTo(reply, done.goTo, done.say)
  } catch (error) {
    const known = request.server.shell.asRefusal?.(error) ?? error
    if (known instanceof FieldFault) return submission.again(withFault(read.form, known.field, known.message))
    if (!(known instanceof Refusal) || (known.code !== 'invalid' && known.code !== 'conflict')) throw known
    reply.code(known.code === 'conflict' ? 409 : 422)
    return submission.again(withFault(read.form, null, known.message))
  }
}

/**
 * Does the work in a transaction that first claims the form's key; a second sending waits for the first and gets its answer.
 * Refuses (invalid) a form without a key.
 */
async function once(request: FastifyRequest, { key, words }: Sending, work: (trx: Trx) => Promise<Done>): Promise<Done> {
  const { session, inTransaction } = request.server.shell
  const sender = session(request)?.senderId
  if (!sender || !isKey(key)) return refuse('invalid', 'This form has lost its key. Reload the page, and send it again.')
  return inTransaction(request, async (trx) => {
    const claimed = await sql`insert into form_key (key, sender_id, answer) values (${key}, ${sender}, '') on conflict do nothing`.execute(
      trx,
    )
    if (!claimed.numAffectedRows)
      return (await answerOf(trx, { key, words }, sender)) ?? refuse('conflict', 'This form has been sent before.')
    const done = await work(trx)
    await sql`update form_key set answer = ${JSON.stringify({ ...done, words })} where key = ${key}`.execute(trx)
    return done
  })
}

async function answerBefore(request: FastifyRequest, sending: Sending): Promise<Done | null> {
  const { session, inTransaction } = request.server.shell
  const sender = session(request)?.senderId
  return sender && isKey(sending.key) ? inTransaction(request, (trx) => answerOf(trx, sending, sender)) : null
}

/** The answer that the form with this key had. Refuses (conflict) where it said something else then. */
async function answerOf(trx: Trx, { key, words }: Sending, sender: string): Promise<Done | null> {
  const { rows } = await sql<{ answer: string }>`select answer from form_key where key = ${key} and sender_id = ${sender}`.execute(trx)
  if (!rows[0]?.answer) return null
  const { words: before, ...done } = JSON.parse(rows[0].answer) as Done & { words?: string }
  if (before !== undefined && before !== words)
    refuse(
      'conflict',
      'You sent this form before, with other words: those were saved, these were not. Look at what is here, then send it again.',
    )
  return done
}

/**
 * What was sent, in brief: two sendings of one form are the same only where every field and file is. The session's own token is among them and ends with
 * the session, so that nobody can try passwords on what is kept of a form that held one.
 */
function digestOf(sent: SentForm): string {
  const hash = createHash('sha256')
  for (const name of Object.keys(sent).sort()) {
    for (const value of [sent[name]!].flat()) {
      const words = typeof value === 'string' ? value : [value.name, value.bytes.length]
      hash.update(JSON.stringify([name, words]))
      if (typeof value !== 'string') hash.update(value.bytes)
    }
  }
  return hash.digest('base64url')
}

function isKey(key: unknown): key is string {
  return typeof key === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(key)
}
