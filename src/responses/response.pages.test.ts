import { equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { putYoungCarers } from '../../support/fictional-review.ts'
import type { Page } from '../../support/page.ts'
import { testApp } from '../../support/test-app.ts'
import { readDocx } from '../platform/documents/read-docx.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-11-24T10:00:00Z')
const { slug } = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const visitor = await heed.visitor('officer')
const at = `/reviews/${slug}/response`

test('a notice is served, starts the clock, and is withdrawn with a reason before another', async () => {
  match((await visitor.get('/responses')).text, /No response is awaited/)
  const form = await visitor.get(`${at}/notice`)
  const future = await visitor.submit(form, {
    'servedOn.day': '25',
    'servedOn.month': '11',
    'servedOn.year': '2026',
    servedTo: 'The Leader',
  })
  equal(future.status, 422)
  match(future.text, /has not come yet/)
  const served = await visitor.submit(future, { 'servedOn.day': '15', 'servedOn.month': 'November' })
  match(served.said ?? '', /due by the end of 14 January 2027/)
  match(served.text, /51 days left/)

  const again = await visitor.submit(form, { servedTo: 'The Chief Executive' })
  equal(again.status, 409)
  match(again.text, /served on 15 November 2026 already/)

  const forms = [await visitor.get(`${at}/notice/withdrawal`), await visitor.get(`${at}/notice/withdrawal`)]
  const both = await Promise.all(forms.map(async (page) => visitor.another().submit(page, { reason: 'Sent to the wrong body' })))
  const [withdrawn, late] = both.toSorted((a, b) => a.status - b.status) as [Page, Page]
  equal(withdrawn.status, 200)
  equal(late.status, 409, 'two who withdraw it at once withdraw it once')
  match(withdrawn.text, /No notice of this report has been recorded/)
  const events = await heed.inCouncil((trx) => trx.selectFrom('event').select('kind').where('kind', 'like', 'notice.%').execute())
  equal(events.length, 2)
  const kept = await heed.inCouncil((trx) => trx.selectFrom('notice').selectAll().execute())
  equal(kept.length, 1, 'what was withdrawn is kept')
  await visitor.submit(await visitor.get(`${at}/notice`), {
    'servedOn.day': '15',
    'servedOn.month': '9',
    'servedOn.year': '2026',
    servedTo: 'The Leader',
  })
})

test('answers are recorded together; in principle says what will be done and by when; what was not touched stays', async () => {
  const breach = await visitor.get('/responses')
  match(breach.text, /In breach, 10 days/)
  const form = await visitor.get(`${at}/answers`)
  const field = (ref: string, name: string) => `lines.of-${ref}.${name}`
  const untouched = await visitor.submit(form)
  equal(untouched.status, 422)
  match(untouched.text, /Nothing was entered/)

  const vague = await visitor.submit(form, { [field('1', 'answer')]: 'accepted_in_principle', [field('1', 'text')]: 'Agreed.' })
  equal(vague.status, 422)
  ok(vague.errors.some(({ text }) => /Say what will be done/.test(text)))
  const refusal = await visitor.submit(form, { [field('5', 'answer')]: 'rejected' })
  ok(refusal.errors.some(({ text }) => /Give the reasons/.test(text)))

  const saved = await visitor.submit(vague, {
    givenBy: 'the Cabinet',
    'givenOn.day': '10',
    'givenOn.month': '11',
    'givenOn.year': '2026',
    [field('1', 'willDo')]: 'A lead in every school',
    [field('1', 'willDoBy')]: 'September 2027',
  })
  match(saved.said ?? '', /One answer was recorded/)
  match(saved.text, /Accepted in principle/)
  match(saved.text, /What will be done: A lead in every school \(by September 2027\)/)
  match(saved.text, /Given by the Cabinet, on 10 November 2026/)
})

test('who was overtaken sees what the other recorded beside their own answer, before it can take its place', async () => {
  const field = (name: string) => `lines.of-2.${name}`
  const [mine, theirs] = [await visitor.get(`${at}/answers`), await visitor.get(`${at}/answers`)]
  await visitor.submit(theirs, { [field('answer')]: 'rejected', [field('text')]: 'There is no money for it.' })
  const overtaken = await visitor.submit(mine, { [field('answer')]: 'noted', [field('text')]: 'The Cabinet has heard it.' })
  equal(overtaken.status, 409)
  match(overtaken.text, /What somebody else saved meanwhile[^]*Recommendation 2: Answer Rejected[^]*There is no money for it\./)
  const saved = await visitor.submit(overtaken)
  match(saved.text, /The Cabinet has heard it\./)
})

test('the notice, the reminder and the report are written from the record', async () => {
  for (const [paper, words] of [
    ['notice', /section 9FE of the Local Government Act 2000[^]*by the end of 14 November 2026/],
    ['chaser', /Overdue: response to[^]*no answer on record/],
    ['report', /Accepted in principle[^]*A lead in every school/],
  ] as const) {
    const html = await visitor.ask('GET', `${at}/${paper}/html`)
    equal(html.statusCode, 200)
    match(html.body, words)
    const word = await visitor.ask('GET', `${at}/${paper}/word`)
    match(JSON.stringify(readDocx(word.rawPayload, `${paper}.docx`)), paper === 'report' ? /Accepted in principle/ : /14 November 2026/)
    equal((await visitor.ask('GET', `${at}/${paper}/pdf`)).rawPayload.subarray(0, 5).toString(), '%PDF-')
  }
})

test('without a notice there is no paper about it, in words', async () => {
  const { statusCode, body } = await visitor.ask('GET', '/reviews/nowhere/response/notice/word')
  equal(statusCode, 404)
  match(body, /no such review/)
})
