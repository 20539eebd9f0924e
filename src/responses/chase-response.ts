import { sql } from 'kysely'
import { recordEvent, type Actor } from '../history/record-event.ts'
import { fillWords, textOf } from '../messages/fill-words.ts'
import { wordsOfStep } from '../messages/message-words.queries.ts'
import { postSettings } from '../messages/post-settings.queries.ts'
import { queueMessage } from '../messages/queue-message.ts'
import type { Officer } from '../people/officer.ts'
import { daysBetween, inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { clip } from '../referee/plain-words.ts'
import { loadResponseChasing, type ResponseChasing } from './response-chasing.queries.ts'
import { noticeFile } from './response-files.ts'
import { purposeOfNotice, purposeTo, type Receiver, type ResponseStepName } from './response-steps.ts'

type StepAboutNotice = 'response-notice' | ResponseStepName

/** A message about a notice as it would read, and to whom it would go. */
export interface DraftedResponse {
  step: StepAboutNotice
  purpose: string
  to: Exclude<Receiver, { words: string }>
  subject: string
  text: string
}

/** The message of a step as it would read if it went now, in the council's words. */
export async function draftResponse(
  trx: Trx,
  step: StepAboutNotice,
  purpose: string,
  of: ResponseChasing,
): Promise<DraftedResponse | null> {
  if ('words' in of.to) return null
  const { senderName } = await postSettings(trx)
  const said = { ...saidOf(of), name: of.to.name, council: of.council, officer: senderName || of.council }
  const filled = fillWords(await wordsOfStep(trx, step), said)
  return { step, purpose, to: of.to, subject: filled.subject, text: textOf(filled) }
}

function saidOf({ review, notice, today }: ResponseChasing) {
  return {
    review: review.title,
    committee: review.committee.name,
    served: inWords(notice.servedOn),
    due: inWords(notice.dueOn),
    lines: review.recommendations
      .filter(({ response }) => !response?.answer)
      .map(({ ref, text, parts }) => `${ref}: ${clip([text, ...parts.map((part) => `${part.ref}) ${part.text}`)].join(' '))}`),
    days: daysInWords(Math.max(0, daysBetween(notice.dueOn, today))),
  }
}

const daysInWords = (count: number) => (count === 1 ? 'one day' : `${count} days`)

/**
 * Sends the notice that stands to whoever must respond, with the notice as a document. Refuses (not-found) without a notice, and (conflict) where nobody
 * can be written to, everything is answered, or it went to them already. Records `message.queued` and `response.written-about`.
 */
export async function sendNotice(trx: Trx, officer: Officer, key: KeyOfHeed, slug: string, now: Date): Promise<void> {
  const chasing = await lockedChasing(trx, slug, now)
  refuseIf(
    chasing.review.recommendations.every(({ response }) => response?.answer),
    'conflict',
    'Every recommendation has been answered.',
  )
  if ('words' in chasing.to) refuse('conflict', chasing.to.words)
  const queued = await queueAbout(
    trx,
    officer,
    key,
    'response-notice',
    purposeOfNotice(chasing.notice.id, chasing.to.address),
    chasing,
    now,
  )
  refuseIf(!queued, 'conflict', `The notice went to ${chasing.to.name} already.`)
}

/**
 * Sends the step of this purpose that is due. Refuses (conflict) where it is not due any more, because answers have come or it has gone, or where nobody can
 * be written to. Records `message.queued` and `response.written-about`.
 */
export async function sendStep(trx: Trx, officer: Officer, key: KeyOfHeed, slug: string, purpose: string, now: Date): Promise<void> {
  const chasing = await lockedChasing(trx, slug, now)
  const { due } = chasing.plan
  if (due?.purpose !== purpose) return refuse('conflict', NOT_DUE)
  if ('words' in chasing.to) return refuse('conflict', chasing.to.words)
  await queueAbout(trx, officer, key, due.step, purposeTo(purpose, chasing.to.address), chasing, now)
}

const NOT_DUE = 'This message is not due any more: the answers have come, or it has gone. Nothing was sent.'

/** Sends what is due of a notice and goes by itself, while messages go out; whether it did. Records `message.queued` and `response.written-about`. */
export async function remindByItself(
  trx: Trx,
  writer: Actor & { councilId: string },
  key: KeyOfHeed,
  slug: string,
  now: Date,
): Promise<boolean> {
  const chasing = await lockedChasing(trx, slug, now)
  const { due } = chasing.plan
  if (!chasing.goesToday || due === null || !due.byItself || 'words' in chasing.to) return false
  return queueAbout(trx, writer, key, due.step, purposeTo(due.purpose, chasing.to.address), chasing, now)
}

/** Whoever writes about a notice waits for whoever does so already. */
async function lockedChasing(trx: Trx, slug: string, now: Date): Promise<ResponseChasing> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`response ${slug}`}, 17))`.execute(trx)
  return loadResponseChasing(trx, slug, now)
}

async function queueAbout(
  trx: Trx,
  actor: Actor,
  key: KeyOfHeed,
  step: StepAboutNotice,
  purpose: string,
  of: ResponseChasing,
  now: Date,
): Promise<boolean> {
  if ('words' in of.to) return false
  const { contactId, name, address } = of.to
  const message = {
    step,
    purpose,
    about: `/reviews/${of.review.slug}/response`,
    to: { contactId, name, address },
    said: saidOf(of),
    files: [await noticeFile(of, step)],
  }
  const { queued } = await queueMessage<StepAboutNotice>(trx, actor, key, message, now)
  if (queued)
    await recordEvent(trx, actor, 'response.written-about', `/reviews/${of.review.slug}/response`, {
      name: of.review.title,
      step,
      to: name,
    })
  return queued
}

/**
 * Puts the step that is due off until a day, or skips it, with the reason. Refuses (invalid) a day that is not to come, and (conflict) what is not due any
 * more. Records `response-step.withheld`.
 */
export async function withholdStep(
  trx: Trx,
  officer: Officer,
  slug: string,
  purpose: string,
  { why, until }: { why: string; until: CalendarDate | null },
  now: Date,
): Promise<void> {
  const { plan, notice, review, today } = await lockedChasing(trx, slug, now)
  refuseIf(until !== null && until <= today, 'invalid', 'Enter a day that is to come, or leave the day blank to skip the message.')
  if (plan.due?.purpose !== purpose) refuse('conflict', NOT_DUE)
  const row = { council_id: officer.councilId, notice_id: notice.id, purpose, why, until_day: until, withheld_at: now }
  await trx
    .insertInto('notice_step_withholding')
    .values({ ...row, withheld_by: officer.accountId })
    .execute()
  await recordEvent(trx, officer, 'response-step.withheld', `/reviews/${slug}/response`, {
    name: review.title,
    why,
    until: until && inWords(until),
  })
}

/** The step is to be taken after all. Refuses (not-found) what was not put off or skipped, (conflict) what is taken up again already. Records `response-step.taken-up-again`. */
export async function endStepWithholding(trx: Trx, officer: Officer, slug: string, id: string, now: Date): Promise<void> {
  const { withheld, review } = await lockedChasing(trx, slug, now)
  const found =
    withheld.find((each) => each.id === id) ?? refuse('not-found', 'No such message was put off or skipped, or it was taken up again.')
  await refuseOnConflict(
    trx
      .insertInto('notice_step_withholding_end')
      .values({ council_id: officer.councilId, notice_step_withholding_id: found.id, ended_by: officer.accountId })
      .execute(),
    'It is taken up again already.',
  )
  await recordEvent(trx, officer, 'response-step.taken-up-again', `/reviews/${slug}/response`, { name: review.title, why: found.why })
}
