import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { sameDayMonthsLater } from '../platform/core/calendar-date.ts'
import { freezeContent } from './freeze-round.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2027-01-04T10:00:00Z')
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
await heed.inCouncil((trx) => freezeContent(trx, heed.officers.officer, carers.rounds.at(-1)!.slug))
const achieved = `/reviews/${carers.slug}/recommendations/1`
const opening = `/rounds/opening?review=${carers.slug}`

const ticked = async () => {
  const page = await (await heed.visitor('officer')).get(opening)
  return {
    page,
    ask: [page.forms.find((form) => form.buttons.some(({ text }) => text === 'Open the round'))!.values['ask.0'] ?? []].flat(),
  }
}

test('a settled recommendation is asked about again in six months; one that is open is not', async () => {
  const officer = await heed.visitor('officer')
  assert.match((await officer.get(achieved)).text, /Settled in Spring 2026, 22 April 2026\. Rounds ask about it no more/)
  const set = await officer.submit(
    await officer.get(`${achieved}/check-back`),
    { when: '6', reason: 'Are the leads still in post?' },
    'Ask again then',
  )
  assert.match(set.text, /To be asked about again from 4 July 2027\. Are the leads still in post\? Set by Oswin Thorpe/)
  assert.doesNotMatch((await officer.get(`/reviews/${carers.slug}/recommendations/5`)).text, /Did it stick/)
  const open = await officer.get(`/reviews/${carers.slug}/recommendations/5/check-back`)
  assert.match(open.text, /not settled/)
  assert.equal(open.forms.filter((form) => form.method === 'post' && form.action !== '/sign-out').length, 0)
  assert.equal((await officer.get(`/reviews/${carers.slug}/recommendations/2-a/check-back`)).status, 409)
})

test('a day that has passed or is missing is refused at its field', async () => {
  const officer = await heed.visitor('officer')
  const page = await officer.get(`${achieved}/check-back`)
  for (const year of ['2026', '']) {
    const refused = await officer.submit(page, { when: 'day', 'day.day': '1', 'day.month': '3', 'day.year': year }, 'Change it')
    assert.equal(refused.status, 422)
    assert.equal(refused.errors[0]!.field, 'day')
  }
})

test('it does not come in before its day, and comes in ticked once a round would be about it', async () => {
  const early = await ticked()
  assert.equal(early.ask.length, 4)
  assert.match(early.page.text, /To be checked from 4 July 2027: did it stick\? Are the leads still in post\?/)
  heed.clock.now = new Date('2027-05-20T10:00:00Z')
  const due = await ticked()
  assert.equal(due.ask.length, 5)
  assert.match(due.page.text, /1 is settled and due to be checked: did it stick\?/)
})

test('it is withdrawn and set again; the round that asks ends it', async () => {
  const officer = await heed.visitor('officer')
  const withdrawn = await officer.submit(await officer.get(`${achieved}/check-back`), {}, 'Do not ask again')
  assert.match(withdrawn.text, /To be asked from 4 July 2027: withdrawn on/)
  assert.equal((await ticked()).ask.length, 4)
  await officer.submit(
    await officer.get(`${achieved}/check-back`),
    { when: 'day', 'day.day': '1', 'day.month': '6', 'day.year': '2027' },
    'Ask again then',
  )
  const typed = { name: 'Summer 2027', 'meeting.day': '7', 'meeting.month': '7', 'meeting.year': '2027' }
  const round = await officer.submit(await officer.get(opening), typed, 'Open the round')
  assert.match(round.text, /Recommendation 1 /)
  assert.match((await officer.get(achieved)).text, /To be asked from 1 June 2027: asked in Summer 2027/)
})

test('six months after the last day of August is the last day of February', () => {
  assert.equal(sameDayMonthsLater('2027-08-31', 6), '2028-02-29')
  assert.equal(sameDayMonthsLater('2026-08-31', 6), '2027-02-28')
  assert.equal(sameDayMonthsLater('2027-02-28', 12), '2028-02-28')
  assert.equal(sameDayMonthsLater('2026-12-15', 12), '2027-12-15')
})
