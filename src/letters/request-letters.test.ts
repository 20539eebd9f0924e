import { doesNotMatch, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { anItem, putAgenda } from '../../support/fictional-agenda.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { addRequest } from '../requests/save-request.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
const SECRET = 'quillfeather'
heed.clock.now = new Date('2027-03-11T10:00:00Z')
const held = await heed.inCouncil(async (trx) => {
  const { committeeId } = await putYoungCarers(trx, officer)
  const exempt = { exemptParagraphs: [3], publicInterest: 'Bids are open.' }
  const meeting = await putAgenda(trx, officer, committeeId, '2027-03-10', [anItem('Young carers'), anItem('Contract', exempt)])
  const ask = (words: string, owner: string, dueOn: string | null, item: number) =>
    addRequest(
      trx,
      officer,
      committeeId,
      { meetingId: meeting.id, agendaItemId: meeting.agenda[item]!.id, exempt: item === 1 },
      { words, owner, dueOn, dueWords: '', forMeetingId: null },
    )
  const first = await ask('Waiting times by school', 'Director of Education', '2027-04-30', 0)
  await ask('The new leaflet', 'Director of Education', null, 0)
  await ask(`The price of ${SECRET}`, 'Director of Education', '2027-04-30', 1)
  await ask('Something of nobody', '', null, 0)
  return { ...meeting, first }
})
const visitor = await heed.visitor('officer')
const address = `/meetings/${held.slug}/letters`

test('what was asked for at a meeting is told to each owner in one letter with its day, exempt requests apart, and once', async () => {
  const page = await visitor.get(address)
  match(page.text, /Letter to Director of Education.*Letter to Director of Education \(exempt\)/)
  match(page.text, /asked for: Waiting times by school – by: 30 April 2027 The new leaflet/)
  doesNotMatch(page.text, /Something of nobody/)
  const drafted = await visitor.submit(page)
  match(drafted.said ?? '', /2 letters were drafted/)
  doesNotMatch((await visitor.get(address)).text, /Draft these letters/)
  const letters = await heed.inCouncil((trx) => trx.selectFrom('letter_now').select(['slug', 'body', 'exempt_paragraphs']).execute())
  for (const { body, exempt_paragraphs: paragraphs } of letters) equal(body.includes(SECRET), paragraphs.length > 0)
  const events = await heed.inCouncil((trx) => trx.selectFrom('event').selectAll().where('kind', '=', 'letter.drafted').execute())
  doesNotMatch(JSON.stringify(events), new RegExp(SECRET))
})

test('the letter goes as a message when the officer sends it, and stands on the request', async () => {
  const request = `/requests/${held.first}`
  const before = await visitor.get(request)
  match(before.text, /Letters to the owner Letter, not sent yet/)
  const letter = before.links.find(({ text }) => text === 'Letter')!.href
  await visitor.submit(await visitor.get(`${letter}/correcting`), { address: 'education@wexcombe.example' })
  await visitor.submit(await visitor.get(`${letter}/sending`), { by: 'message' })
  match((await visitor.get(request)).text, /Letter, sent 11 March 2027/)
  const messages = await heed.inCouncil((trx) => trx.selectFrom('message').select(['to_address', 'body_text']).execute())
  equal(messages[0]?.to_address, 'education@wexcombe.example')
  match(messages[0]?.body_text ?? '', /Waiting times by school – by: 30 April 2027/)
})

test('a request that is overdue is reminded of, from its own page', async () => {
  heed.clock.now = new Date('2027-05-04T10:00:00Z')
  const there = await heed.visitor('officer')
  const page = await there.get(`/requests/${held.first}`)
  match(page.text, /Remind Director of Education/)
  const form = await there.get(`/requests/${held.first}/letter`)
  match(form.text, /Waiting times by school – was due: 30 April 2027/)
  match(form.text, /We have had no answer/)
  const drafted = await there.submit(form)
  match(drafted.said ?? '', /The letter was drafted/)
  match((await there.get(`/requests/${held.first}`)).text, /Letter, sent 11 March 2027.*Reminder, not sent yet/)
  const again = await there.submit(await there.get(`/requests/${held.first}/letter`))
  equal(again.status, 409)
  match(again.text, /is drafted already and has not gone/)
})

test('a request without an owner, or that is dealt with, has nobody to write to', async () => {
  const there = await heed.visitor('officer')
  const list = await heed.inCouncil((trx) => trx.selectFrom('request_now').select(['slug', 'owner']).execute())
  const { slug } = list.find(({ owner }) => owner === '')!
  equal((await there.ask('GET', `/requests/${slug}/letter`)).statusCode, 409)
})

test('of two officers who draft the letters of a meeting at once, the second drafts none again', async () => {
  heed.clock.now = new Date('2027-03-11T10:00:00Z')
  await heed.inCouncil(async (trx) => {
    const committee = await trx.selectFrom('committee_now').select('committee_id').executeTakeFirstOrThrow()
    await addRequest(
      trx,
      officer,
      committee.committee_id,
      { meetingId: held.id, agendaItemId: held.agenda[0]!.id, exempt: false },
      { words: 'The plan for buses', owner: 'Head of Transport', dueOn: null, dueWords: '', forMeetingId: null },
    )
  })
  const pages = await Promise.all([heed.visitor('officer'), heed.visitor('administrator')].map(async (one) => ({ one: await one })))
  const forms = await Promise.all(pages.map(({ one }) => one.get(address)))
  await Promise.all(pages.map(({ one }, at) => one.submit(forms[at]!)))
  const letters = await heed.inCouncil((trx) =>
    trx.selectFrom('letter_now').select('slug').where('correspondent', '=', 'Head of Transport').execute(),
  )
  equal(letters.length, 1)
})
