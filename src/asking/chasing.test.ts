import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { answersAll, CHASED, chasedRound } from '../../support/chased-round.ts'
import { ALWAYS, setPost } from '../../support/outbox.ts'
import { testApp } from '../../support/test-app.ts'
import { cancelMeeting, takeUpMeeting } from '../meetings/cancel-meeting.ts'
import { findMeeting } from '../meetings/meeting.queries.ts'
import { openPosts } from '../messages/open-posts.ts'
import { sendMessageJob } from '../messages/send-message.job.ts'
import { closeRound, reopenRound } from '../rounds/close-round.ts'
import { CLIMB_LADDER, climbLadderJob } from './climb-ladder.job.ts'
import { loadChasing } from './chasing.queries.ts'
import { whyAskingWithheld } from './why-withheld.ts'
import { withholdSteps } from './withhold-steps.ts'

const heed = await testApp({ after })
await chasedRound(heed)
const folder = mkdtempSync(join(tmpdir(), 'heed-chased-'))
after(() => rmSync(folder, { recursive: true }))
const address = `/rounds/${CHASED}/chasing`
const work = () => ({ councilId: heed.councilId, inCouncil: heed.inCouncil, clock: () => heed.clock.now })
const climb = () => climbLadderJob(heed.key).run(work(), {})
const messages = (step?: string) =>
  heed.inCouncil((trx) =>
    trx
      .selectFrom('message')
      .select(['id', 'step', 'to_name', 'subject', 'body_text', 'purpose'])
      .where('step', step ? '=' : '<>', step ?? '')
      .orderBy('to_name')
      .execute(),
  )
const namesOf = async (step: string) => (await messages(step)).map(({ to_name }) => to_name)
const on = (day: string, time = '10:00') => (heed.clock.now = new Date(`${day}T${time}:00Z`))
/** All that waits is sent. */
async function sendAll(): Promise<void> {
  const sending = sendMessageJob({ posts: openPosts({ key: heed.key, folder }), key: heed.key, why: [whyAskingWithheld] })
  const waiting = await heed.inCouncil((trx) => trx.selectFrom('message_waiting').select('message_id').execute())
  for (const { message_id: messageId } of waiting) await sending.run(work(), { messageId })
}

const asked = await namesOf('asking')

test('the job is called as its kind is', () => equal(climbLadderJob(heed.key).name, CLIMB_LADDER.name))

test('nothing goes before the first step’s day, and the page says what comes next and when', async () => {
  ok(asked.length >= 4)
  await sendAll()
  on('2026-12-29')
  await climb()
  equal((await messages()).length, asked.length)
  const officer = await heed.visitor('officer')
  const page = await officer.get(address)
  match(page.text, /Nothing is due today/)
  match(page.text, /30 December 2026 Reminder before it is due \(7 days before the due day\)/)
  match(page.text, /11 January 2027 To the manager/)
})

test('a reminder goes by itself to each who has not answered, once however often the job runs, with the person’s own link', async () => {
  await answersAll(heed, 'Silas Orme')
  on('2026-12-30', '05:00')
  await climb()
  await climb()
  await Promise.all([climb(), climb()])
  deepEqual(
    await namesOf('reminder'),
    asked.filter((name) => name !== 'Silas Orme'),
  )
  const [first] = await messages('reminder')
  match(first!.subject, /Reminder: updates for Winter 2027 are due on 6 January 2027/)
  const sealed = await heed.inCouncil((trx) => trx.selectFrom('message').select('link_sealed').where('step', '=', 'reminder').execute())
  ok(sealed.every(({ link_sealed }) => link_sealed !== null))
  const links = await heed.inCouncil((trx) => trx.selectFrom('asking_link').select('id').execute())
  equal(links.length, asked.length, 'the link that they have had')
  const events = await heed.inCouncil((trx) => trx.selectFrom('event').select('detail').where('kind', '=', 'ladder.climbed').execute())
  deepEqual(
    events.map(({ detail }) => detail),
    [{ name: 'Winter 2027', messages: asked.length - 1, steps: ['reminder'] }],
  )
})

test('whoever answers before their message goes out does not get it, and the log says why', async () => {
  await answersAll(heed, 'Odette Marlow')
  on('2026-12-30', '09:00')
  await sendAll()
  const officer = await heed.visitor('officer')
  const log = await officer.get(`${address}/log`)
  const row = log.tables[0]?.find(([who]) => who?.startsWith('Odette Marlow'))
  match(row?.[1] ?? '', /Reminder before it is due: to Odette Marlow.*Not sent.*answered meanwhile/)
  equal(row?.[5], 'Answered')
})

test('a round that is closed is left alone', async () => {
  on('2027-01-06')
  await heed.inCouncil((trx) => closeRound(trx, heed.officers.officer, CHASED))
  await climb()
  deepEqual(await messages('due-today'), [])
  const officer = await heed.visitor('officer')
  match((await officer.get(address)).text, /This round is closed, so nobody is chased any more/)
  await heed.inCouncil((trx) => reopenRound(trx, heed.officers.officer, CHASED, 'Too early'))
})

test('after an outage over several steps only the latest goes', async () => {
  on('2027-01-08')
  await climb()
  deepEqual([await namesOf('due-today'), (await namesOf('overdue')).length], [[], asked.length - 2])
})

test('what waits does not go while the meeting is cancelled', async () => {
  const [overdue] = await messages('overdue')
  const why = () => heed.inCouncil((trx) => whyAskingWithheld(trx, { ...overdue!, about: '', contactId: null }))
  equal(await why(), null)
  const { slug } = await heed.inCouncil((trx) =>
    trx
      .selectFrom('round_now as r')
      .innerJoin('meeting_now as m', 'm.meeting_id', 'r.meeting_id')
      .select('m.slug')
      .where('r.slug', '=', CHASED)
      .executeTakeFirstOrThrow(),
  )
  const { officer } = heed.officers
  const meeting = await heed.inCouncil((trx) => findMeeting(trx, slug))
  await heed.inCouncil((trx) => cancelMeeting(trx, officer, meeting, 'Wexcombe', 'Snow', heed.clock.now))
  match((await why()) ?? '', /meeting is cancelled/)
  await heed.inCouncil((trx) => takeUpMeeting(trx, officer, meeting, 'Wexcombe', heed.clock.now))
  equal(await why(), null)
})

test('a step beyond the owner waits for an officer, who reads it whole and sends it: one message for all of whom a manager answers for', async () => {
  on('2027-01-11')
  await climb()
  deepEqual(await messages('to-manager'), [])
  const officer = await heed.visitor('officer')
  const page = await officer.get(address)
  match(page.text, /To the manager: to Marguerite Ashdown, Director of Children and Families/)
  match(page.text, /Dear Marguerite Ashdown, We asked [^.]* for updates for Winter 2027. They were due on 6 January 2027, 5 days ago/)
  match(page.text, /Nobody is known as the manager of Hester Quill. Say who it is./)
  const all = await officer.get(`${address}?tick=all`)
  const chosen = [all.forms.find(({ values }) => 'chosen' in values)?.values.chosen ?? []].flat()
  ok(chosen.length >= 1)
  const done = await officer.submit(all, { todo: 'send' }, 'Send those ticked')
  match(done.said ?? '', /on (its|their) way/)
  const sent = await messages('to-manager')
  equal(sent.length, chosen.length)
  const [marguerite] = sent
  const whose = [...new Set(marguerite!.body_text.match(/– [A-Z][a-z]+ [A-Z][a-z]+$/gm))]
  ok(whose.length >= 2, marguerite!.body_text)
  ok(!/Silas Orme|Odette Marlow/.test(marguerite!.body_text), 'none of whoever has answered')
  const again = await officer.submit(all, { todo: 'send' }, 'Send those ticked')
  equal(again.said, done.said, 'the same form sent twice is done once')
  equal((await messages('to-manager')).length, chosen.length)
})

test('what was ticked and is not due any more is not sent, and the officer is told', async () => {
  on('2027-01-18')
  const officer = await heed.visitor('officer')
  const page = await officer.get(address)
  match((await officer.submit(page, { todo: 'send' }, 'Send those ticked')).errors[0]?.text ?? '', /Tick the messages/)
  const gone = { todo: 'send', chosen: (await messages('to-manager'))[0]!.purpose }
  const refused = await officer.submit(page, gone, 'Send those ticked')
  equal(refused.status, 409)
  match(refused.errors[0]?.text ?? '', /not due any more/)
})

test('a step is put off or skipped with a reason, stands in the list, and can be taken up again', async () => {
  on('2027-01-18')
  const officer = await heed.visitor('officer')
  const page = await officer.get(`${address}?tick=all`)
  const [form] = page.forms.filter(({ values }) => 'chosen' in values)
  ok(form, 'something is due')
  const count = [form.values.chosen].flat().length
  const without = await officer.submit(page, { todo: 'withhold' }, 'Put off or skip')
  equal(without.status, 422)
  match(without.errors[0]?.text ?? '', /Say why/)
  const past = await officer.submit(
    page,
    { todo: 'withhold', why: 'Promised', 'until.day': '1', 'until.month': '1', 'until.year': '2027' },
    'Put off or skip',
  )
  match(past.errors[0]?.text ?? '', /a day that is to come/)
  const done = await officer.submit(page, { todo: 'withhold', why: 'They are at a funeral' }, 'Put off or skip')
  match(done.said ?? '', /skipped. Nothing was sent/)
  match(done.text, /They are at a funeral/)
  match(done.text, /Nothing is due today/)
  const back = await officer.submit(done, {}, 'Take it up again')
  equal(back.said, 'It is taken up again, and goes when it is due.')
  equal([(await officer.get(`${address}?tick=all`)).forms.find(({ values }) => 'chosen' in values)?.values.chosen].flat().length, 1)
  ok(count >= 1)
  const kinds = await heed.inCouncil((trx) =>
    trx.selectFrom('event').select('kind').where('kind', 'like', 'step.%').orderBy('number').execute(),
  )
  deepEqual(
    kinds.map(({ kind }) => kind),
    ['step.withheld', 'step.taken-up-again'],
  )
})

test('two officers who deal with a step at once deal with it once', async () => {
  on('2027-01-18')
  const { officer } = heed.officers
  const { plan } = await heed.inCouncil((trx) => loadChasing(trx, CHASED, heed.clock.now))
  const [due] = plan.due
  ok(due, 'something is due')
  const skip = () =>
    heed.inCouncil((trx) => withholdSteps(trx, officer, CHASED, [due.purpose], { why: 'Promised', until: null }, heed.clock.now))
  const both = await Promise.allSettled([skip(), skip()])
  deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('outside the hours in which messages go, the job does nothing', async () => {
  const before = (await messages()).length
  for (const [day, time] of [
    ['2027-01-09', '10:00'],
    ['2027-01-19', '20:00'],
  ] as const) {
    on(day, time)
    await climb()
  }
  equal((await messages()).length, before)
  await setPost(heed, ALWAYS)
})

test('a round that is not there, and a step that was not put off, are not found', async () => {
  const officer = await heed.visitor('officer')
  equal((await officer.get('/rounds/no-such-round/chasing')).status, 404)
  equal((await officer.get('/rounds/no-such-round/chasing/log')).status, 404)
})
