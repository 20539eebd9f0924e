import { deepEqual, doesNotMatch, equal, match, ok, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import { contactSaid } from '../../support/asked-owner.ts'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { addContact } from '../contacts/save-contact.ts'
import { HEED, takeMessage } from '../messages/take-message.ts'
import { remindByItself, sendNotice } from './chase-response.ts'
import { recordAnswers } from './record-answers.ts'
import { findReview } from '../reviews/review-record.queries.ts'
import { loadResponseChasing, reviewsToRemind } from './response-chasing.queries.ts'
import { whyResponseWithheld } from './why-response-withheld.ts'

const heed = await testApp({ after })
const { officer, councilId } = { ...heed.officers, councilId: heed.councilId }
heed.clock.now = new Date('2026-11-02T10:00:00Z')
const { slug, committeeId, reviewId } = await heed.inCouncil((trx) => putYoungCarers(trx, officer))
const visitor = await heed.visitor('officer')
const at = `/reviews/${slug}/response`

const travelTo = async (moment: string) => {
  heed.clock.now = new Date(moment)
  return heed.visitor('officer')
}
const itself = () => heed.inCouncil((trx) => remindByItself(trx, { ...HEED, councilId }, heed.key, slug, heed.clock.now))
const messages = () =>
  heed.inCouncil((trx) => trx.selectFrom('message').selectAll().where('purpose', 'like', 'response %').orderBy('queued_at').execute())

test('after the notice is served an officer says to whom messages go, and sends it with the notice as a document', async () => {
  await visitor.submit(await visitor.get(`${at}/notice`), { servedTo: 'The Cabinet' })
  const page = await visitor.get(at)
  match(page.text, /Nobody is named to write to/)
  equal(await itself(), false)
  deepEqual(await heed.inCouncil(reviewsToRemind), [], 'nobody is named')
  const form = await visitor.get(`${at}/contact`)
  const half = await visitor.submit(form, { name: 'Cabinet Office' })
  equal(half.status, 422)
  match(half.errors[0]?.text ?? '', /Enter their e-mail address/)
  const named = await visitor.submit(half, { address: 'Cabinet@Wexcombe.Example' })
  match(named.text, /Cabinet Office, cabinet@wexcombe\.example/)
  match(named.text, /Notice of the report Support for young carers: the response is due by 1 January 2027/)
  const sent = await visitor.submit(named, {}, 'Send the notice')
  match(sent.said ?? '', /on its way/)
  match(sent.text, /Notice of a report: to Cabinet Office/)
  const [message] = await messages()
  deepEqual([message?.step, message?.to_address], ['response-notice', 'cabinet@wexcombe.example'])
  const files = await heed.inCouncil((trx) => trx.selectFrom('message_attachment').select('name').execute())
  match(files[0]?.name ?? '', /^notice-of-the-report.*\.docx$/)
  await rejects(
    heed.inCouncil((trx) => sendNotice(trx, officer, heed.key, slug, heed.clock.now)),
    { code: 'conflict', message: /went to Cabinet Office already/ },
  )
})

test('reminders go by themselves when they are due, once, and are logged on the page of the response', async () => {
  await travelTo('2026-12-17T10:00:00Z')
  equal(await itself(), false, 'a day too early')
  await travelTo('2026-12-18T10:00:00Z')
  deepEqual(await heed.inCouncil(reviewsToRemind), [slug])
  equal(await itself(), true)
  equal(await itself(), false, 'it has gone')
  const there = await travelTo('2026-12-21T10:00:00Z')
  const page = await there.get(at)
  match(page.text, /Reminder of a response: to Cabinet Office/)
  match(page.text, /Next message Reminder of a response: 29 December 2026, by itself/)
  const [, reminder] = await messages()
  match(reminder?.body_text ?? '', /have no answer yet[^]*- 2: That the Council and its partners: a\) /)
})

test('a reminder that is put off with a reason waits, and goes on its day', async () => {
  const there = await travelTo('2026-12-29T10:00:00Z')
  const page = await there.get(`${at}/messages`)
  match(page.text, /Ready to go Reminder of a response, 3 days before the last day\. It goes by itself within the hour/)
  const blank = await there.submit(page, {}, 'Put off or skip')
  equal(blank.status, 422)
  match(blank.errors[0]?.text ?? '', /Say why/)
  const until = { 'until.day': '31', 'until.month': '12', 'until.year': '2026' }
  const putOff = await there.submit(blank, { why: 'The leader is ill', ...until }, 'Put off or skip')
  match(putOff.said ?? '', /put off until 31 December 2026/)
  match(putOff.text, /The leader is ill/)
  equal(await itself(), false)
  await there.submit(putOff, {}, 'Take it up again')
  ok((await there.get(`${at}/messages`)).text.includes('Ready to go'))
  const again = await there.submit(await there.get(`${at}/messages`), { why: 'The leader is ill', ...until }, 'Put off or skip')
  match(again.said ?? '', /put off/)
  await travelTo('2026-12-31T10:00:00Z')
  equal(await itself(), true)
})

test('after a breach the message is shown first, goes when an officer sends it, and the breach is told where the committee is owed', async () => {
  const there = await travelTo('2027-01-11T10:00:00Z')
  equal(await itself(), false, 'it is shown first')
  for (const page of ['/', '/committees/children', '/responses', at]) match((await there.get(page)).text, /In breach, 10 days/, page)
  match((await there.ask('GET', '/responses.csv')).body, /In breach, 10 days/)
  const page = await there.get(`${at}/messages`)
  match(page.text, /Overdue: the response to Support for young carers was due by 1 January 2027/)
  const sent = await there.submit(page, {}, 'Send it now')
  match(sent.said ?? '', /on its way/)
  const stale = await there.submit(page, {}, 'Send it now')
  equal((await messages()).filter(({ step }) => step === 'response-overdue').length, 1)
  ok(stale.said || stale.status === 409)
  match((await there.ask('GET', '/responses.csv')).body, /2027-01-11/, 'when they were last written to')
})

test('whoever covers is written to while the contact is away, and a contact who has left is told of', async () => {
  const contact = await heed.inCouncil((trx) =>
    addContact(trx, officer, contactSaid({ name: 'Winifred Lacey', email: 'lacey@wexcombe.example' })),
  )
  const there = await travelTo('2027-01-12T10:00:00Z')
  await there.submit(await there.get(`${at}/contact`), { contact: contact.id, name: '', address: '' })
  const { to } = await heed.inCouncil((trx) => loadResponseChasing(trx, slug, heed.clock.now))
  deepEqual('words' in to ? to.words : to.address, 'lacey@wexcombe.example')
  const waiting = (await messages()).at(-1)!
  const renamed = (contactId: string | null) => heed.inCouncil((trx) => whyResponseWithheld(trx, { ...waiting, contactId }))
  equal(await renamed(null), 'Somebody else is written to now.', 'what waits for whoever was named before')
  equal(await renamed(contact.id), null)
  const both = await there.submit(await there.get(`${at}/contact`), { contact: contact.id, name: 'Somebody', address: 'x@y.example' })
  equal(both.status, 422)
  match((await there.get(`${at}/messages`)).text, /It has not been sent from here to Winifred Lacey/)
})

test('a message that waits is not sent once every recommendation is answered, or the review is exempt', async () => {
  const why = async (purpose: string) =>
    heed.inCouncil((trx) => whyResponseWithheld(trx, { id: 'x', purpose, step: 'response-overdue', about: '', contactId: null }))
  const { notice, review } = await heed.inCouncil((trx) => loadResponseChasing(trx, slug, heed.clock.now))
  const purpose = `response ${notice.id} response-overdue 1 due 2027-01-01`
  equal(await why(purpose), null)
  equal(await why('chase something'), null)
  const item = anItem('A private matter', { reviewId, exemptParagraphs: [1], publicInterest: 'It names a family.' })
  await heed.inCouncil((trx) => putAgenda(trx, officer, committeeId, '2027-02-10', [item]))
  match((await why(purpose)) ?? '', /exempt item/)
  const there = await travelTo('2027-01-13T10:00:00Z')
  const page = await there.get(`${at}/messages`)
  match(page.text, /nothing of it goes as a message/)
  doesNotMatch(page.text, /Send it now|Send the notice/)
  await rejects(
    heed.inCouncil((trx) => sendNotice(trx, officer, heed.key, slug, heed.clock.now)),
    { code: 'conflict', message: /secure means/ },
  )
  await heed.inCouncil(async (trx) => {
    const now = (await findReview(trx, review.slug))!
    const answers = now.recommendations
      .filter(({ response }) => !response?.answer)
      .map((one) => ({ slug: one.slug, version: one.response?.version ?? 0, answer: 'accepted' as const, text: '' }))
    await recordAnswers(trx, officer, now, answers)
  })
  match((await why(purpose)) ?? '', /answered meanwhile/)
  deepEqual(await heed.inCouncil(reviewsToRemind), [])
  const waiting = (await messages()).at(-1)!
  heed.clock.now = new Date('2027-01-13T10:05:00Z')
  const taken = await heed.inCouncil((trx) => takeMessage(trx, waiting.id, heed.clock.now, [whyResponseWithheld], 300))
  equal(taken, null, 'it is withheld')
})

test('the council says how long there is and when it reminds; a notice offers it', async () => {
  const administrator = await heed.visitor('administrator')
  equal((await (await heed.visitor('officer')).ask('GET', '/settings/responses')).statusCode, 403)
  const form = await administrator.get('/settings/responses')
  const wrong = await administrator.submit(form, { 'steps.0.days': '' })
  equal(wrong.status, 422)
  const twice = await administrator.submit(form, { 'steps.1.days': '14' })
  match(twice.errors[0]?.text ?? '', /Two steps stand on one day/)
  const saved = await administrator.submit(twice, { months: '3', 'steps.1.days': '7', 'steps.2.byItself': 'yes' })
  match(saved.text, /7 days before the last day By itself/)
  await administrator.submit(await administrator.get(`${at}/notice/withdrawal`), { reason: 'Another committee reported it' })
  match((await administrator.get(`${at}/notice`)).html, /name="months"[^>]*value="3"/)
})
