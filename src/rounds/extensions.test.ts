import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { aPromise, putYoungCarers, roundOfYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { findReview } from '../reviews/review-record.queries.ts'
import { promiseStories } from '../recommendations/promise-standing.ts'
import { latestPromises } from '../recommendations/recommendation.ts'
import { closeRound } from './close-round.ts'
import { decideExtensions } from './decide-extensions.ts'
import { extensionsOfRound } from './extension.queries.ts'
import { isPromised, lineToMove, whichDate } from './extension.ts'
import { freezeContent, freezeRound } from './freeze-round.ts'
import { overrideFindings } from './override-finding.ts'
import { findingsOfRound } from './findings-of-round.ts'
import { findRound } from './round-record.queries.ts'
import { roundLines } from './round-lines.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-11-27T10:00:00Z')
const { officer: oswin } = heed.officers
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, oswin))
const slug = carers.rounds.at(-1)!.slug
const address = `/rounds/${slug}/extensions`

const itemOf = async (ref: string, part: string | null = null, round = slug) =>
  roundLines(await heed.inCouncil((trx) => findRound(trx, round)), []).find(
    (line) => line.ref === ref && (line.part?.ref ?? null) === part,
  )!

const promisedOf = async (ref: string) => {
  const review = await heed.inCouncil((trx) => findReview(trx, carers.slug))
  return latestPromises(review!.recommendations.find((one) => one.ref === ref)!.timescale).map(
    ({ words, grantedBy, reason, meetingOn }) => ({
      words,
      grantedBy,
      reason,
      meetingOn,
    }),
  )
}

async function ask(ref: string, part: string | null, newDate: string, why: string): Promise<void> {
  const officer = await heed.visitor('officer')
  const page = await officer.get(`/rounds/${slug}/items/${(await itemOf(ref, part)).itemId}`)
  await officer.submit(
    page,
    { evidence: 'The work goes on.', grade: '3', explanation: 'It takes longer.', newDate, newDateReason: why },
    'Save',
  )
}

test('a date that an update gives is a request: the promise stands, with every earlier one in view', async () => {
  const officer = await heed.visitor('officer')
  assert.match((await officer.get(address)).text, /Nobody has asked for a later date in this round/)
  await ask('3', null, '28 February 2027', 'The provider starts in January.')
  await ask('2', 'a', 'June 2027', 'The form is being tested.')
  const page = await officer.get(address)
  assert.match(page.text, /Recommendation 3: 28 February 2027 \(third date\)/)
  assert.match(
    page.text,
    /First promised March 2026; then July 2026, granted by Children and Young People Panel \(The provider withdrew[^)]*\), which stands/,
  )
  assert.match(page.text, /Asks for 28 February 2027: The provider starts in January/)
  assert.match(page.text, /Recommendation 2, part a: June 2027 \(second date\)/)
  assert.deepEqual(
    (await promisedOf('3')).map(({ words }) => words),
    ['July 2026'],
  )
  assert.match((await officer.get(`/rounds/${slug}`)).text, /2 asked for, 2 not decided/)
  const told = await officer.get(`/reviews/${carers.slug}/recommendations/3`)
  assert.match(told.text, /Asked for: 28 February 2027/)
})

test('a request moves nothing in the standing of a promise until it is granted', async () => {
  const review = await heed.inCouncil((trx) => findReview(trx, carers.slug))
  const asked = review!.recommendations.find(({ ref }) => ref === '3')!
  const story = promiseStories(asked, review!.rounds, '2027-01-10').find(({ of }) => of === 'recommendation')!
  assert.equal(story.due, '2026-07-31')
  assert.equal(story.standing, 'broken')
  assert.equal(story.putForward?.words, '28 February 2027')
  assert.equal(story.changes, 1)
})

test('a date that is promised already asks for nothing', async () => {
  await ask('5', null, '30 June 2027', 'As before.')
  const asked = await heed.inCouncil(async (trx) => extensionsOfRound(trx, (await findRound(trx, slug)).id))
  assert.deepEqual(
    asked.map(({ name }) => name),
    ['Recommendation 2, part a', 'Recommendation 3'],
  )
})

test('a refusal needs its reason and who decided; it leaves the promise and is told on every page', async () => {
  const officer = await heed.visitor('officer')
  const page = await officer.get(address)
  assert.equal(
    page.forms.find((form) => form.buttons.some(({ text }) => text === 'Record the decision'))!.values.decidedBy,
    'Children and Young People Panel, 9 December 2026',
  )
  const [wanted] = [/value="([0-9a-f-]{36} \d+)"[^>]*>\s*<label[^>]*>\s*Recommendation 3:/.exec(page.html)?.[1] ?? '']
  const none = await officer.submit(page, { granted: 'no' }, 'Record the decision')
  assert.deepEqual(
    none.errors.map(({ field }) => field),
    ['request'],
  )
  const unreasoned = await officer.submit(page, { 'request.0': wanted, granted: 'no' }, 'Record the decision')
  assert.deepEqual(
    unreasoned.errors.map(({ field }) => field),
    ['reason'],
  )
  const refused = await officer.submit(unreasoned, { reason: 'Two years is long enough.' }, 'Record the decision')
  assert.match(refused.said ?? '', /refused\. What was promised before stands/)
  assert.deepEqual(
    (await promisedOf('3')).map(({ words }) => words),
    ['July 2026'],
  )
  const told = await officer.get(`/reviews/${carers.slug}/recommendations/3`)
  assert.match(told.text, /Asked for, refused: 28 February 2027/)
  assert.match(told.text, /Refused by Children and Young People Panel, 9 December 2026: Two years is long enough/)
  const again = await officer.submit(page, { 'request.0': wanted, granted: 'no', reason: 'Once more.' }, 'Record the decision')
  assert.equal(again.status, 409)
})

test('freezing promises nothing where somebody decides; what is granted after it is the next promise', async () => {
  await settleAndFreeze()
  assert.deepEqual(
    (await promisedOf('3')).map(({ words }) => words),
    ['July 2026'],
  )
  const officer = await heed.visitor('officer')
  const all = await officer.get('/extensions')
  assert.match(all.text, /Autumn 2026, Children and Young People Panel, 9 December 2026/)
  const wanted = /value="([0-9a-f-]{36} \d+)"/.exec(all.html)![1]!
  const granted = await officer.submit(
    all,
    { 'request.0': wanted, granted: 'yes', decidedBy: 'The Panel, minute 34' },
    'Record the decision',
  )
  assert.match(granted.said ?? '', /granted, and is promised now/)
  assert.match(granted.text, /No later date waits for a decision/)
  const review = await heed.inCouncil((trx) => findReview(trx, carers.slug))
  const part = review!.recommendations.find(({ ref }) => ref === '2')!.parts[0]!
  const [promise] = latestPromises(part.timescale)
  assert.deepEqual(
    [promise!.words, promise!.grantedBy, promise!.reason, promise!.meetingOn],
    ['June 2027', 'The Panel, minute 34', 'The form is being tested.', '2026-12-09'],
  )
  const csv = await officer.ask('GET', `${address}.csv`)
  assert.match(csv.body, /Granted/)
  assert.match(csv.body, /Refused/)
})

test('what was refused is shown to whoever answers in the next round, and can be granted after all', async () => {
  const next = await heed.inCouncil((trx) =>
    roundOfYoungCarers(trx, oswin, carers, { name: 'Spring 2027', presentedOn: '2027-04-14', asks: ['2a', '3'] }),
  )
  const officer = await heed.visitor('officer')
  const { itemId } = await itemOf('3', null, next.slug)
  const item = await officer.get(`/rounds/${next.slug}/items/${itemId}`)
  assert.match(
    item.text,
    /28 February 2027 was asked for and refused by Children and Young People Panel, 9 December 2026, because: Two years is long enough/,
  )
  const page = await officer.get(address)
  const wanted = /value="([0-9a-f-]{36} \d+)"/.exec(page.html)![1]!
  await officer.submit(page, { 'request.0': wanted, granted: 'yes', decidedBy: 'Cabinet, 12 January 2027' }, 'Record the decision')
  assert.deepEqual((await promisedOf('3')).at(-1)?.words, '28 February 2027')
  assert.equal((await promisedOf('3')).at(-1)?.grantedBy, 'Cabinet, 12 January 2027')
  await heed.inCouncil((trx) => freezeContent(trx, oswin, next.slug))
})

test('a request that was changed meanwhile is not decided unseen', async () => {
  const { slug: open } = await heed.inCouncil((trx) =>
    roundOfYoungCarers(trx, oswin, carers, { name: 'Summer 2027', presentedOn: '2027-07-14', asks: ['3'] }),
  )
  const officer = await heed.visitor('officer')
  const { itemId } = await itemOf('3', null, open)
  const first = await officer.submit(
    await officer.get(`/rounds/${open}/items/${itemId}`),
    { evidence: 'Late.', newDate: 'May 2027' },
    'Save',
  )
  await officer.submit(first, { newDate: 'August 2027' }, 'Save')
  const stale = heed.inCouncil((trx) =>
    decideExtensions(trx, oswin, [{ itemId, version: 1 }], { granted: true, decidedBy: 'The Panel', reason: '' }),
  )
  await assert.rejects(stale, { code: 'conflict' })
  const wanted = { granted: true, decidedBy: 'The Panel', reason: '' }
  const twice = await Promise.allSettled(
    [1, 2].map(() => heed.inCouncil((trx) => decideExtensions(trx, oswin, [{ itemId, version: 2 }], wanted))),
  )
  assert.deepEqual(twice.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'], 'of two officers one decides')
  await heed.inCouncil((trx) => freezeContent(trx, oswin, open))
})

test('where all dates given stand, freezing makes them promises, as decided by the council’s rule', async () => {
  const administrator = await heed.visitor('administrator')
  assert.equal((await (await heed.visitor('officer')).get('/settings/extensions')).status, 403)
  const saved = await administrator.submit(await administrator.get('/settings/extensions'), { grantedBy: 'freeze' }, 'Save')
  assert.match(saved.said ?? '', /saved/)
  const { slug: open } = await heed.inCouncil((trx) =>
    roundOfYoungCarers(trx, oswin, carers, { name: 'Autumn 2027', presentedOn: '2027-10-13', asks: ['5'] }),
  )
  const { itemId } = await itemOf('5', null, open)
  const saying = {
    evidence: 'Ten spoke on 4 March 2027.',
    grade: '3',
    explanation: 'One evening more.',
    newDate: '31 January 2028',
    newDateReason: 'Exams.',
  }
  await administrator.submit(await administrator.get(`/rounds/${open}/items/${itemId}`), saying, 'Save')
  await settleAndFreeze(open)
  assert.deepEqual((await promisedOf('5')).at(-1), {
    words: '31 January 2028',
    grantedBy: 'The council’s rule: dates given stand with their round',
    reason: 'Exams.',
    meetingOn: '2027-10-13',
  })
})

test('the line that falls due last is the one that moves, and the same day in other words is no new date', () => {
  const line = (number: number, promises: ReturnType<typeof aPromise>[]) => ({ line: number, promises })
  const stages = [
    line(1, [aPromise('Stage 1: June 2026', '2026-06')]),
    line(2, [aPromise('Stage 2: March 2027', '2027-03')]),
    line(3, [aPromise('Ongoing', null)]),
  ]
  assert.equal(lineToMove(stages)?.line, 2)
  assert.equal(lineToMove([]), undefined)
  assert.ok(isPromised({ words: 'End of March 2027', iso: '2027-03-31' }, stages[1]!.promises[0]))
  assert.ok(!isPromised({ words: 'Spring', iso: null }, stages[1]!.promises[0]))
  assert.equal(whichDate({ promises: [] }), 'first date')
  assert.equal(whichDate({ promises: [aPromise('May 2026', '2026-05'), aPromise('June 2026', '2026-06')] }), 'third date')
})

async function settleAndFreeze(of = slug): Promise<void> {
  await heed.inCouncil(async (trx) => {
    await closeRound(trx, oswin, of)
    const findings = await findingsOfRound(trx, await findRound(trx, of))
    await overrideFindings(
      trx,
      oswin,
      of,
      findings.map(({ key }) => key),
      'Known to the Panel.',
    )
    await freezeRound(trx, oswin, of)
  })
}
