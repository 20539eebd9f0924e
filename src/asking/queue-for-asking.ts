import { inWords, later, type CalendarDate } from '../platform/core/calendar-date.ts'
import { londonMoment } from '../platform/core/london-time.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { LetterFile } from '../platform/mail/letter.ts'
import { queueMessage, type MessageTo } from '../messages/queue-message.ts'
import type { SaidFor } from '../messages/message-steps.ts'
import type { Writer } from '../people/officer.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { linkFor } from './asking-link.ts'

/** The steps that give the person's own link. */
export type LinkedStep = 'asking' | 'reminder' | 'due-today' | 'overdue' | 'sent-back' | 'note'

/** As much of a round as its messages say. */
export type RoundOfAsking = Pick<RoundRecord, 'slug' | 'name' | 'dueOn' | 'presentedOn' | 'meeting'>

export interface ForAsking {
  round: RoundOfAsking
  /** By whose link they answer. */
  askingId: string
  /** Others whose lines come along: the message is about them too. */
  along?: readonly string[]
  /** The contact who was asked, or whoever covers for them; by which link they have it, where it was passed on to them. */
  to: MessageTo & { passedBy?: string }
  step: LinkedStep
  /** What is asked, in words, a line each. */
  lines: readonly string[]
  /** For what it is, once: `reminder <round> <contact> 2027-01-04`. */
  purpose: string
  /** Of a sending back. */
  note?: string
  /** By when, where that is not the day of the round. */
  by?: CalendarDate
  /** How many days late the answer is. */
  days?: number
  notBefore?: Date
  files?: readonly LetterFile[]
}

/**
 * Puts a message about an asking into the outbox with the person's link, which opens until the end of the meeting's day, and writes of which askings it
 * is. One of the same purpose that is there already is left as it is (`queued: false`). Records `message.queued`.
 */
export async function queueForAsking(
  trx: Trx,
  writer: Writer,
  key: KeyOfHeed,
  message: ForAsking,
  now: Date,
): Promise<{ id: string; queued: boolean }> {
  const { round, askingId, to, step, purpose, notBefore, files } = message
  const known = await trx.selectFrom('message').select('id').where('purpose', '=', purpose).executeTakeFirst()
  if (known) return { id: known.id, queued: false }
  const { passedBy, ...person } = to
  const wanted = { askingId, name: to.name, address: to.address, expiresAt: endOfMeeting(round), ...(passedBy && { passedBy }) }
  const { href } = await linkFor(trx, writer, key, wanted, now)
  const about = `/rounds/${round.slug}`
  const sent = { step, purpose, about, to: person, said: saidOf(message), link: href, notBefore, files }
  const { id, queued } = await queueMessage<LinkedStep>(trx, writer, key, sent, now)
  if (queued) await writeOfWhich(trx, writer, id, [askingId, ...(message.along ?? [])])
  return { id, queued }
}

/** Writes of which askings a message is. Records no event: the message's own says it. */
export async function writeOfWhich(trx: Trx, writer: Writer, messageId: string, askingIds: readonly string[]): Promise<void> {
  const rows = [...new Set(askingIds)].map((asking_id) => ({ council_id: writer.councilId, message_id: messageId, asking_id }))
  await trx.insertInto('asking_message').values(rows).execute()
}

/** What a message about an asking says, but for the link: whatever any step asks for. */
export function saidOf({ round, lines, note = '', by, days = 0 }: Omit<ForAsking, 'askingId' | 'to' | 'purpose'>): SaidFor<LinkedStep> {
  return {
    round: round.name,
    due: inWords(by ?? round.dueOn ?? round.presentedOn),
    meeting: meetingInWords(round),
    lines,
    expires: inWords(round.presentedOn),
    days: daysInWords(days),
    note,
  }
}

/** The committee and the day of its meeting. */
export function meetingInWords({ meeting, presentedOn }: RoundOfAsking): string {
  return `${meeting.committeeName}, ${inWords(presentedOn)}`
}

export function daysInWords(days: number): string {
  return `${days} ${days === 1 ? 'day' : 'days'}`
}

/** Links of a round open until the end of the meeting's day in London. */
export function endOfMeeting({ presentedOn }: Pick<RoundRecord, 'presentedOn'>): Date {
  return londonMoment(later(presentedOn, 1), '00:00')
}
