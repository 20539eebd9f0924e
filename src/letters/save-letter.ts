import { keepFile, keptBytes, type FileTaken } from '../files/take-file.ts'
import { recordEvent, type EventDetail } from '../history/record-event.ts'
import { queueLetter } from '../messages/queue-letter.ts'
import type { Officer } from '../people/officer.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { refuseIf, refuseUnless } from '../platform/core/refusal.ts'
import { freeSlug, slugOf } from '../platform/core/slug.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { typeOfAttachment } from '../platform/documents/kind-of-attachment.ts'
import type { LetterDrafted } from './draft-letters.ts'
import {
  isByMail,
  isExemptLetter,
  MOST_FILES,
  type LetterAbout,
  type LetterAttachment,
  type LetterRecord,
  type LetterSaid,
} from './letter-record.ts'

/** Words that stand in the place of a letter's in addresses. */
const RESERVED = ['adding']

/** What history may tell of a letter: nothing of one about an exempt item. */
const toldOf = (about: Pick<LetterAbout, 'exemptParagraphs'>, said: LetterSaid): EventDetail =>
  isExemptLetter(about) ? { title: 'A letter about an exempt item' } : { title: said.subject, to: said.correspondent }

/**
 * Keeps a letter: one that is being drafted, or one that came in, with its attachments as they came. The address of an exempt one says nothing. Refuses
 * (conflict) where someone else has just kept one of the same address. Records `letter.drafted` or `letter.received`.
 */
export async function addLetter(
  trx: Trx,
  officer: Officer,
  about: LetterAbout,
  said: LetterSaid,
  files: readonly FileTaken[] = [],
): Promise<string> {
  const taken = new Set([...RESERVED, ...(await trx.selectFrom('letter').select('slug').execute()).map(({ slug }) => slug)])
  const slug = freeSlug(
    isExemptLetter(about) ? 'exempt-letter' : slugOf(`${about.kind} ${said.correspondent} ${said.subject}`, 'letter', 56),
    taken,
  )
  const row = {
    council_id: officer.councilId,
    slug,
    direction: about.direction,
    kind: about.kind,
    recommendation_id: about.recommendationId,
    review_id: about.reviewId,
    meeting_id: about.meetingId,
    reply_to: about.replyToId,
    exempt_paragraphs: about.exemptParagraphs,
    made_by: officer.accountId,
  }
  const { id } = await refuseOnConflict(
    trx.insertInto('letter').values(row).returning('id').executeTakeFirstOrThrow(),
    'Someone else has just kept a letter of this name.',
  )
  await insertVersion(trx, officer, id, 1, said)
  await insertAttachments(trx, officer, id, 0, files)
  await recordEvent(trx, officer, about.direction === 'in' ? 'letter.received' : 'letter.drafted', `/letters/${slug}`, toldOf(about, said))
  return slug
}

/** Keeps a letter that Heed drafted, as one that is being drafted. Refuses (conflict) and records as `addLetter` does. Gives its address. */
export async function addDrafted(trx: Trx, officer: Officer, letter: LetterDrafted, meetingId: string | null): Promise<string> {
  const { kind, recommendationId, exemptParagraphs } = letter
  const about = { direction: 'out' as const, kind, recommendationId, reviewId: null, meetingId, replyToId: null, exemptParagraphs }
  return addLetter(trx, officer, about, letter)
}

/** Says a letter anew. Refuses (conflict) one that went, and where someone has saved since it was read. Records `letter.corrected`. */
export async function correctLetter(trx: Trx, officer: Officer, letter: LetterRecord, said: LetterSaid, version: number): Promise<void> {
  refuseSent(letter)
  await insertVersion(trx, officer, letter.id, version + 1, said)
  await recordEvent(trx, officer, 'letter.corrected', `/letters/${letter.slug}`, toldOf(letter, said))
}

export interface SendingSaid {
  by: 'message' | 'post'
  /** Of one that went otherwise than as a message: how. */
  how: string
  /** The version that the officer looked at. */
  version: number
}

/**
 * Sends a letter, because an officer says so: as a message, or as what went by post. Refuses (conflict) one that went already or has changed since it was
 * looked at; and (invalid) one without words or a correspondent, a message without an e-mail address, and a message about an exempt item, which goes by
 * secure means. Records `letter.sent`.
 */
export async function sendLetter(
  trx: Trx,
  officer: Officer,
  letter: LetterRecord,
  { by, how, version }: SendingSaid,
  now: Date,
): Promise<void> {
  const { id, slug, correspondent, address, subject, body } = letter
  refuseUnless(letter.direction === 'out' && letter.sent === null, 'conflict', 'This letter has gone already.')
  refuseUnless(version === letter.version, 'conflict', 'The letter has changed since you looked at it. Read it again, then send it.')
  refuseIf(correspondent === '' || body === '', 'invalid', 'Say to whom the letter goes, and what it says, before it is sent.')
  const byMessage = by === 'message'
  refuseIf(
    byMessage && isExemptLetter(letter),
    'invalid',
    'This letter is about an exempt item: send it by secure means, and record how it went.',
  )
  refuseIf(byMessage && !isByMail(letter), 'invalid', 'This letter has no e-mail address. Enter one, or send it by post.')
  refuseIf(!byMessage && how === '', 'invalid', 'Say how it went, for example: by post')
  const files = await Promise.all(
    (byMessage ? letter.attachments : []).map(async ({ name, kind, sha256 }) => ({
      name,
      type: typeOfAttachment(kind),
      bytes: await keptBytes(trx, sha256),
    })),
  )
  const to = { name: correspondent, address: address.trim() }
  const message = byMessage
    ? await queueLetter(trx, officer, { purpose: `letter ${id}`, about: `/letters/${slug}`, to, subject, body, files }, now)
    : null
  const row = {
    council_id: officer.councilId,
    letter_id: id,
    version: letter.version,
    message_id: message?.id ?? null,
    how: byMessage ? `By message to ${to.address}` : how,
    sent_at: now,
    sent_by: officer.accountId,
  }
  await refuseOnConflict(trx.insertInto('letter_sending').values(row).execute(), 'Someone else has just sent this letter.')
  await recordEvent(trx, officer, 'letter.sent', `/letters/${slug}`, { ...toldOf(letter, letter), how: byMessage ? 'by message' : how })
}

/**
 * Puts files with a letter that has not gone, after those that are there; the letter is then another version, so that nobody sends what they have not
 * seen. Refuses (conflict) one that went, and where someone has saved since it was read; (invalid) more than a letter may have. Records `letter.attached`.
 */
export async function attachToLetter(trx: Trx, officer: Officer, letter: LetterRecord, files: readonly FileTaken[]): Promise<void> {
  refuseSent(letter)
  refuseIf(
    letter.attachments.length + files.length > MOST_FILES,
    'invalid',
    `A letter has at most ${MOST_FILES} files, and ${letter.attachments.length} are with it already. Nothing was attached.`,
  )
  await insertVersion(trx, officer, letter.id, letter.version + 1, letter)
  const { last } = await trx
    .selectFrom('letter_attachment')
    .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('last'))
    .where('letter_id', '=', letter.id)
    .executeTakeFirstOrThrow()
  await insertAttachments(trx, officer, letter.id, last, files)
  const told = { ...toldOf(letter, letter), ...(!isExemptLetter(letter) && { files: files.map(({ name }) => name) }) }
  await recordEvent(trx, officer, 'letter.attached', `/letters/${letter.slug}`, told)
}

/**
 * Takes a file away from a letter that has not gone; that it was there stays on the record. Refuses (conflict) as attaching does. Records
 * `letter.detached`.
 */
export async function detachFromLetter(
  trx: Trx,
  officer: Officer,
  letter: LetterRecord,
  { position, name }: LetterAttachment,
): Promise<void> {
  refuseSent(letter)
  await insertVersion(trx, officer, letter.id, letter.version + 1, letter)
  const row = { council_id: officer.councilId, letter_id: letter.id, position, withdrawn_by: officer.accountId }
  await refuseOnConflict(trx.insertInto('letter_attachment_withdrawal').values(row).execute(), 'Someone else has just removed this file.')
  const told = { ...toldOf(letter, letter), ...(!isExemptLetter(letter) && { file: name }) }
  await recordEvent(trx, officer, 'letter.detached', `/letters/${letter.slug}`, told)
}

function refuseSent({ sent }: LetterRecord): void {
  refuseIf(sent !== null, 'conflict', `This letter went on ${inWords(sent?.on ?? '')}: what was sent stays as it is. Write another.`)
}

async function insertAttachments(trx: Trx, officer: Officer, letterId: string, after: number, files: readonly FileTaken[]): Promise<void> {
  for (const [at, file] of files.entries()) {
    await keepFile(trx, officer.councilId, file)
    const { name, kind, size, sha256 } = file
    await trx
      .insertInto('letter_attachment')
      .values({ council_id: officer.councilId, letter_id: letterId, position: after + at + 1, name, kind, size, sha256 })
      .execute()
  }
}

async function insertVersion(trx: Trx, officer: Officer, id: string, version: number, said: LetterSaid): Promise<void> {
  const row = {
    council_id: officer.councilId,
    letter_id: id,
    version,
    correspondent: said.correspondent,
    address: said.address,
    dated_on: said.datedOn,
    subject: said.subject,
    body: said.body,
    saved_by: officer.accountId,
  }
  await refuseOnConflict(
    trx.insertInto('letter_version').values(row).execute(),
    'Someone else changed this letter while you were writing. What you wrote is below; open the page again to see theirs.',
  )
}
