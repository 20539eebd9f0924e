import { askPeople } from '../asking/ask-people.ts'
import type { Asked } from '../asking/asked.ts'
import { HEEDS_LADDER } from '../asking/ladder.ts'
import { recordOpening } from '../asking/record-opening.ts'
import { saveLadder } from '../asking/save-ladder.ts'
import { NOTHING_TYPED, type AnswerTyped } from '../answering/answer.ts'
import { saveDraft } from '../answering/save-draft.ts'
import { submitAnswers } from '../answering/submit-answers.ts'
import { addContact } from '../contacts/save-contact.ts'
import { speakFor } from '../contacts/speak-for.ts'
import { listOwners } from '../contacts/owners.queries.ts'
import type { Officer } from '../people/officer.ts'
import { today, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import type { Trx } from '../platform/database/database.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import { acceptUpdates } from '../rounds/accept-updates.ts'
import { daysFor } from '../rounds/days-of-round.ts'
import { planRounds } from '../rounds/plan-rounds.ts'
import { sendBack } from '../rounds/send-back.ts'
import type { ResponseSaid } from '../recommendations/record-response.ts'
import { recordAnswers } from '../responses/record-answers.ts'
import { STATUTORY_MONTHS } from '../responses/response-clock.ts'
import { serveNotice } from '../responses/serve-notice.ts'
import { EMPTY_HOMES } from './empty-homes.ts'
import { askedInWexcombe, lineOf } from './wexcombe-askings.queries.ts'

const WINTER = 'winter-2027'
const MEETING: CalendarDate = '2027-01-20'

/** The rounds that each committee has still to open in 2027, by the day of their meeting. */
const TIMETABLE: { committee: string; rounds: [name: string, meeting: CalendarDate][] }[] = [
  {
    committee: 'Children and Young People Panel',
    rounds: [
      ['Spring 2027', '2027-04-21'],
      ['Summer 2027', '2027-07-14'],
      ['Autumn 2027', '2027-10-13'],
    ],
  },
  {
    committee: 'Place and Learning Scrutiny Committee',
    rounds: [
      ['Spring 2027', '2027-03-24'],
      ['Autumn 2027', '2027-09-22'],
    ],
  },
]

/** What the transport policy manager sends in, and the officer accepts. */
const SENT: Partial<AnswerTyped> = {
  answer: 'report',
  evidence:
    '- the two bus operators agreed on 12 November 2026 to carry young carers under 19 free of charge until the end of 2027\n- 96 passes were given out in the first week',
  grade: '3',
  explanation: 'The talks with the operators took until November, and passes for the third operator’s routes are still to be printed.',
  impact: 'A girl who looks after her father told us that she now gets to college by nine.',
  newDate: '31 March 2027',
  newDateReason: 'The third operator changes its ticket machines in February.',
}

/** What the head of inclusion has begun to write. */
const BEGUN: Partial<AnswerTyped> = {
  answer: 'report',
  evidence: 'The attendance policies of 31 of 36 schools now say that caring is a reason for lateness. Still to ask',
}

const NOTE = 'You wrote in the summer that a course was booked for May 2026. That is past: was it held, and how many came?'

/**
 * Goes on from `loadWexcombe` with the round for January 2027, the way officer and owners would: the year's timetable, the ladder, four
 * people asked, an answer sent and accepted, a line sent back with a note, a draft begun. Once that meeting is past nobody is asked. Where no post is set up
 * yet, as on a fresh Heed, the messages stay in its folder.
 */
export async function askWexcombe(trx: Trx, officer: Officer, key: KeyOfHeed, now: Date): Promise<void> {
  await planYear(trx, officer)
  await saveLadder(trx, officer, HEEDS_LADDER, 0)
  await serveNoticeOfHomes(trx, officer, now)
  if (today(now) >= MEETING) return
  await speakForScrutiny(trx, officer)
  const booked = await lineOf(trx, WINTER, 'b')
  await sendBack(trx, officer, booked.itemId, booked.version, NOTE)
  const asked = await askAll(trx, officer, key, now)
  await answer(trx, officer, key, asked('Silas Orme'), now)
  await beginDraft(trx, asked('Imogen Strand'), now)
}

const SERVED = '2026-10-12'
const ANSWERS: (ResponseSaid & { ref: string })[] = [
  { ref: '1', answer: 'accepted', text: 'The three lists are being joined.' },
  {
    ref: '2',
    answer: 'accepted_in_principle',
    text: 'The Cabinet agrees that owners should hear from one person.',
    willDo: 'A single officer for empty homes, from within the present team',
    willDoBy: 'March 2027',
  },
]

/** The report on empty homes was served in October 2026; two of its recommendations have an answer so far. */
async function serveNoticeOfHomes(trx: Trx, officer: Officer, now: Date): Promise<void> {
  if (today(now) < SERVED) return
  const { review_id: id } = await trx
    .selectFrom('review_now')
    .select('review_id')
    .where('title', '=', EMPTY_HOMES.title)
    .executeTakeFirstOrThrow()
  const [review] = await loadReviews(trx, [id])
  await serveNotice(
    trx,
    officer,
    review!,
    { servedOn: SERVED, servedTo: 'The Cabinet Member for Housing', months: STATUTORY_MONTHS },
    today(now),
  )
  const answers = ANSWERS.map(({ ref, ...said }) => {
    const { slug: at, response } = review!.recommendations.find((one) => one.ref === ref)!
    return { ...said, slug: at, version: response?.version ?? 0, givenBy: 'the Cabinet Member for Housing', givenOn: '2026-11-19' }
  })
  await recordAnswers(trx, officer, review!, answers)
}

async function planYear(trx: Trx, officer: Officer): Promise<void> {
  const committees = await trx.selectFrom('committee_now').select(['committee_id', 'name']).execute()
  for (const { committee, rounds } of TIMETABLE) {
    const { committee_id } = committees.find(({ name }) => name === committee)!
    await planRounds(
      trx,
      officer,
      committee_id,
      rounds.map(([name, meetingOn]) => ({ name, ...daysFor(meetingOn) })),
    )
  }
}

/** The officer is a contact too, and so has something under “Your updates”. */
async function speakForScrutiny(trx: Trx, officer: Officer): Promise<void> {
  const { email } = await trx.selectFrom('account').select('email').where('id', '=', officer.accountId).executeTakeFirstOrThrow()
  const post = 'Scrutiny Officer'
  const contact = await addContact(trx, officer, {
    name: officer.name,
    post,
    body: '',
    directorate: '',
    email,
    managerId: null,
    gone: false,
  })
  const owner = (await listOwners(trx)).find(({ name }) => name === post)!
  await speakFor(trx, officer, owner.id, [contact.id], owner.version)
}

/** Asks everybody whom the round would ask; gives what each then holds, by name. */
async function askAll(trx: Trx, officer: Officer, key: KeyOfHeed, now: Date): Promise<(name: string) => Asked & { items: string[] }> {
  const contacts = await trx.selectFrom('contact_now').select('contact_id').where('gone', '=', false).execute()
  const contactIds = contacts.map(({ contact_id }) => contact_id)
  await askPeople(trx, officer, key, { slug: WINTER, contactIds, withForm: true, returnTo: 'scrutiny@wexcombe.example' }, now)
  const all = await askedInWexcombe(trx, officer.councilId, WINTER)
  return (name) => all.find((one) => one.name === name)!
}

async function answer(trx: Trx, officer: Officer, key: KeyOfHeed, asked: Asked & { items: string[] }, now: Date): Promise<void> {
  const [itemId = ''] = asked.items
  await recordOpening(trx, asked, now)
  const draft = await saveDraft(trx, asked, { itemId, draftId: null, revision: 0, basedOn: 0, typed: { ...NOTHING_TYPED, ...SENT } }, now)
  await submitAnswers(trx, asked, key, [{ itemId, draftId: draft.id, revision: draft.revision }], {}, now)
  await acceptUpdates(trx, officer, WINTER, [{ itemId, version: 1 }])
}

async function beginDraft(trx: Trx, asked: Asked & { items: string[] }, now: Date): Promise<void> {
  const [itemId = ''] = asked.items
  await recordOpening(trx, asked, now)
  await saveDraft(trx, asked, { itemId, draftId: null, revision: 0, basedOn: 0, typed: { ...NOTHING_TYPED, ...BEGUN } }, now)
}
