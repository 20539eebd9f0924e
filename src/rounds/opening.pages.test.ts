import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putYoungCarers, roundOfYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { freezeContent } from './freeze-round.ts'
import { insertUpdate } from './insert-round.ts'
import { findRound } from './round-record.queries.ts'
import { roundLines } from './round-lines.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2027-01-04T10:00:00Z')
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
// The last round is over: another can be opened.
await heed.inCouncil((trx) => freezeContent(trx, heed.officers.officer, carers.rounds.at(-1)!.slug))

const opening = `/rounds/opening?review=${carers.slug}`
const meeting = { 'meeting.day': '14', 'meeting.month': '4', 'meeting.year': '2027' }

test('the days of a new round are worked out from the meeting, and shown before anything is opened', async () => {
  const officer = await heed.visitor('officer')
  const shown = await officer.submit(await officer.get(opening), { name: 'Spring 2027', ...meeting }, 'Work out the days')
  const { values } = shown.forms.find((form) => form.buttons.some(({ text }) => text === 'Open the round'))!
  assert.deepEqual([values['asked.day'], values['asked.month']], ['23', '2'])
  assert.deepEqual([values['due.day'], values['due.month']], ['23', '3'])
  assert.deepEqual(
    [values['papers.day'], values['papers.month']],
    ['6', '4'],
    'Easter Monday 29 March lies before: five clear days from 7 to 13 April',
  )
  assert.equal(values.name, 'Spring 2027')
  assert.equal((await officer.get('/rounds')).tables[0]!.length, 1 + carers.rounds.length, 'nothing was opened')
})

test('what is settled is left out, whichever round settled it, and can be ticked', async () => {
  const officer = await heed.visitor('officer')
  const page = await officer.get(opening)
  // 1 was achieved in spring 2026, and the autumn round left it out.
  assert.match(page.text, /1 was signed off, closed, or graded achieved or completed, and is left out/)
  assert.match(page.text, /Settled in Spring 2026/)
  const { values } = page.forms.find((form) => form.buttons.some(({ text }) => text === 'Open the round'))!
  assert.equal([values['ask.0']].flat().length, 4)
})

test('days out of order are refused at the day that is wrong, in words', async () => {
  const officer = await heed.visitor('officer')
  const typed = { name: 'Spring 2027', ...meeting, 'due.day': '20', 'due.month': '4', 'due.year': '2027' }
  const refused = await officer.submit(await officer.get(opening), typed, 'Open the round')
  assert.equal(refused.status, 422)
  assert.deepEqual(refused.errors, [
    { text: 'The day when updates are due must be on or before the day when papers go out, 6 April 2027.', field: 'due' },
  ])
})

test('a round opens with its days, and they are changed with who and when kept', async () => {
  const officer = await heed.visitor('officer')
  const round = await officer.submit(await officer.get(opening), { name: 'Spring 2027', ...meeting }, 'Open the round')
  assert.equal(round.heading, 'Spring 2027')
  assert.match(round.text, /Asked 23 February 2027; due 23 March 2027; papers out 6 April 2027; meeting 14 April 2027/)

  const days = await officer.get(`${round.address}/days`)
  const stale = await officer.get(`${round.address}/days`)
  const late = await officer.submit(days, { 'papers.day': '8' }, 'Save the days')
  assert.match(late.said ?? '', /3 clear days before the meeting.*6 April 2027 at the latest/)
  assert.match(late.text, /papers out 8 April 2027/)
  const again = await officer.submit(stale, { 'due.day': '24' }, 'Save the days')
  assert.equal(again.status, 409)
  assert.match(again.errors[0]!.text, /Somebody else changed the days/)
  const wrong = await officer.submit(await officer.get(`${round.address}/days`), { 'asked.month': '5' }, 'Save the days')
  assert.equal(wrong.status, 422)
  const { tables } = await officer.get(`${round.address}/days`)
  assert.equal(tables[0]!.length, 3, 'two versions, and the heads')
  assert.match(tables[0]![1]![0]!, /by Oswin Thorpe/)
  assert.match((await officer.get('/history')).text, /days.changed/i)
})

test('a line that nobody has answered is left out with a reason, and taken in again', async () => {
  const officer = await heed.visitor('officer')
  const address = '/rounds/spring-2027/what-is-asked'
  const lines = async () => roundLines(await heed.inCouncil((trx) => findRound(trx, 'spring-2027')), [])
  const before = await lines()
  const [first] = before
  const unreasoned = await officer.submit(await officer.get(address), { item: first!.itemId }, 'Leave out the lines ticked')
  assert.equal(unreasoned.status, 422)
  const writing = await officer.get(`/rounds/spring-2027/items/${first!.itemId}`)
  const left = await officer.submit(
    await officer.get(address),
    { item: first!.itemId, reason: 'Merged with recommendation 3.' },
    'Leave out the lines ticked',
  )
  assert.match(left.said ?? '', /left out/)
  assert.match(left.text, /Left out on \d+ \w+ \d{4} by Oswin Thorpe: Merged with recommendation 3/)
  assert.equal((await lines()).length, before.length - 1)
  const tooLate = await officer.submit(writing, { evidence: 'Written while it was left out.' }, 'Save')
  assert.ok(tooLate.status >= 400)
  assert.equal((await officer.get(`/rounds/spring-2027/items/${first!.itemId}`)).status, 404)

  const unseen = heed.inCouncil((trx) =>
    insertUpdate(trx, heed.officers.officer, first!.itemId, 1, { evidence: 'At the same moment.' }, 'owner'),
  )
  await assert.rejects(unseen, { code: 'HE003' }, 'the database itself refuses')

  const key = [first!.update.recommendationId, first!.update.actionId ?? '', first!.update.statement].join(' ')
  const back = await officer.submit(await officer.get(address), { 'line.0': key }, 'Add the lines ticked')
  assert.match(back.said ?? '', /1 line was added/)
  assert.deepEqual((await lines()).map(({ itemId }) => itemId).toSorted(), before.map(({ itemId }) => itemId).toSorted())
})

test('a line that was answered stays in the round, and one settled before can be added', async () => {
  const officer = await heed.visitor('officer')
  const address = '/rounds/spring-2027/what-is-asked'
  const asking = await officer.get(address)
  const [first] = roundLines(await heed.inCouncil((trx) => findRound(trx, 'spring-2027')), [])
  await officer.submit(await officer.get(`/rounds/spring-2027/items/${first!.itemId}`), { evidence: 'The form is in use.' }, 'Save')
  const refused = await officer.submit(asking, { item: first!.itemId, reason: 'Not wanted.' }, 'Leave out the lines ticked')
  assert.equal(refused.status, 409)
  assert.match(refused.errors[0]!.text, /answered meanwhile/)

  const page = await officer.get(address)
  assert.match(page.text, /Not asked of Support for young carers/)
  const settled = /name="line\.0" type="checkbox" value="([^"]+)"/.exec(page.html)![1]!
  const added = await officer.submit(page, { 'line.0': settled }, 'Add the lines ticked')
  assert.match(added.said ?? '', /1 line was added/)
  const open = await officer.get(address)
  const closed = await officer.submit(await officer.get('/rounds/spring-2027/closing'), {}, 'Close the round')
  assert.match(closed.said ?? '', /closed/)
  const late = await officer.submit(
    open,
    { item: roundLines(await heed.inCouncil((trx) => findRound(trx, 'spring-2027')), [])[1]!.itemId, reason: 'Too late.' },
    'Leave out the lines ticked',
  )
  assert.equal(late.status, 409)
})

test('a part that was left out of one round is asked about in the next', async () => {
  await heed.inCouncil((trx) => freezeContent(trx, heed.officers.officer, 'spring-2027'))
  const rounds = await heed.inCouncil((trx) =>
    roundOfYoungCarers(trx, heed.officers.officer, carers, { name: 'Without 2b', presentedOn: '2027-07-14', asks: ['2a'] }),
  )
  await heed.inCouncil((trx) => freezeContent(trx, heed.officers.officer, rounds.slug))
  const officer = await heed.visitor('officer')
  const next = await officer.submit(
    await officer.get(opening),
    { name: 'Autumn 2027', 'meeting.day': '13', 'meeting.month': '10', 'meeting.year': '2027' },
    'Open the round',
  )
  assert.match(next.text, /Recommendation 2, part a/)
  assert.match(next.text, /Recommendation 2, part b/)
})
