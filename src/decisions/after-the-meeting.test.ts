import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { anItem } from '../../support/fictional-agenda.ts'
import { decide, IN_THE_EVENING, putLongMeeting } from '../../support/fictional-meeting.ts'
import { testApp } from '../../support/test-app.ts'
import { addItems, correctItem } from '../meetings/save-agenda.ts'
import { storedItems } from '../meetings/agenda.queries.ts'
import { promiseStories } from '../recommendations/promise-standing.ts'
import { findReview } from '../reviews/review-record.queries.ts'
import { isSettled, itemsToAsk } from '../rounds/round.ts'
import { disconnectsOf } from './disconnect.queries.ts'
import { isDisconnect } from './disconnect.ts'
import { decisionPaper } from './decision-list.ts'
import { withdrawDecision } from './record-decision.ts'
import { loadRoom } from './room.queries.ts'

const heed = await testApp({ after })
heed.clock.now = IN_THE_EVENING
const { officer } = heed.officers
const { meeting, reviewSlug } = await heed.inCouncil((trx) => putLongMeeting(trx, officer, 8))
const visitor = await heed.visitor('officer')
await heed.inCouncil(async (trx) => {
  const on = (at: number, more: Parameters<typeof decide>[4]) => decide(trx, officer, meeting, `Recommendation ${at}`, more)
  await on(1, { kind: 'sign-off' })
  await on(2, { kind: 'grant-extension' })
  await on(3, { kind: 'close', ending: 'no-longer-relevant' })
  await on(4, { kind: 'challenge', gradeCode: '3', words: 'Two wards were not inspected.' })
  await on(5, { kind: 'agree' })
})

const openOnes = async () => {
  const review = await heed.inCouncil((trx) => findReview(trx, reviewSlug))
  return review!.recommendations.filter((one) => !isSettled(one, review!)).map(({ ref }) => ref)
}

test('the next round asks about what is not settled, and about what the committee challenged although its owner calls it done', async () => {
  deepEqual(await openOnes(), ['2', '4', '5', '6', '7'])
  const opening = await visitor.get(`/rounds/opening?review=${reviewSlug}`)
  match(opening.text, /3 were signed off, closed, or graded achieved or completed, and are left out/)
  const opened = await visitor.submit(opening, { name: 'Spring 2027', 'meeting.day': '10', 'meeting.month': '3', 'meeting.year': '2027' })
  match(opened.said ?? '', /The round is open/)
  equal(opened.text.includes('That repair 1 of'), false)
})

test('a part that the committee settled is left out while its whole is asked about', () => {
  const update = (recommendationId: string) => ({
    roundId: 'r',
    recommendationId,
    actionId: null,
    statement: 1,
    position: 1,
    version: 1,
    meaning: 'on_track',
  })
  const part = (id: string, decided: 'settled' | null) => ({ id, decided, parts: [], updates: [update(id)] })
  const whole = {
    id: 'w',
    decided: null,
    parts: [part('a', 'settled'), part('b', null)],
    actions: [],
    updates: [],
  } as unknown as Parameters<typeof itemsToAsk>[0]
  const review = { layout: 'progress-table', rounds: [{ id: 'r' }] } as unknown as Parameters<typeof itemsToAsk>[1]
  deepEqual(
    itemsToAsk(whole, review).map(({ recommendationId }) => recommendationId),
    ['b'],
  )
})

test('the promise of what the committee closed has ended, and is not broken any more', async () => {
  const review = await heed.inCouncil((trx) => findReview(trx, reviewSlug))
  const standings = review!.recommendations.map((one) => promiseStories(one, review!.rounds, '2027-12-31')[0]!.standing)
  deepEqual([standings[2], standings[3]], ['ended', 'broken'])
})

test('both grades stand side by side on the recommendation, with meeting and minute', async () => {
  const page = await visitor.get(`/reviews/${reviewSlug}/recommendations/4`)
  match(
    page.text,
    /Children and Young People Panel, 9 December 2026 Achieved Slipped Challenged the assessment: Slipped\. Two wards were not inspected\. 34\/26/,
  )
})

test('the minute of a decision is that of its item wherever the decision stands, also once it is numbered anew', async () => {
  const places = [`/reviews/${reviewSlug}`, `/reviews/${reviewSlug}/recommendations/4`, `/meetings/${meeting.slug}/decisions`]
  const list = `/meetings/${meeting.slug}/decisions.csv`
  const minutes = `/meetings/${meeting.slug}/minutes`
  const drafted = await visitor.submit(await visitor.get(minutes), {}, 'Draft the minutes')
  match(drafted.text, /34\/26 Repairs to council homes/)
  const [item] = await heed.inCouncil((trx) => storedItems(trx, meeting.id))
  await visitor.submit(await visitor.get(`${minutes}/${item!.id}/correcting`), { reference: '77/26' })
  for (const place of places) match((await visitor.get(place)).text, /77\/26/, place)
  match((await visitor.ask('GET', list)).body, /77\/26/)
  const letters = await visitor.get(`/meetings/${meeting.slug}/letters`)
  match(letters.text, /resolved \(minute 77\/26\):/)
  await visitor.submit(await visitor.get(`${minutes}/${item!.id}/correcting`), { reference: '34/26' })
  match(
    (await visitor.get(places[0]!)).text,
    /Slipped Challenged the assessment: Slipped \(Children and Young People Panel, 9 December 2026, minute 34\/26\)/,
  )
  match((await visitor.get(places[0]!)).text, /Committees took 5 decisions on it and gave another grade than the owner in 1\./)
})

test('the disconnect is counted where the committee gave another grade, for the meeting and for the committee', async () => {
  match((await visitor.get(`/meetings/${meeting.slug}/decisions`)).text, /another grade than the owner for 1 of the 5 lines decided/)
  deepEqual(await heed.inCouncil((trx) => disconnectsOf(trx, meeting.committee.id)), { decided: 5, disconnects: 1 })
  match((await visitor.get('/committees/children')).text, /Of 5 lines that it decided on, it gave another grade than the owner for 1\./)
  const claimed = { code: '2', meaning: 'on_track' as const }
  const said = { kind: 'challenge' as const, gradeCode: '3', meaning: 'slipped' as const }
  equal(isDisconnect(claimed, said), true)
  equal(isDisconnect(claimed, { ...said, gradeCode: '2', meaning: 'on_track' }), false)
  equal(isDisconnect(claimed, { ...said, gradeCode: null, meaning: null }), false)
  equal(isDisconnect(null, said), true)
})

test('the decisions come as CSV, Excel, Word, PDF and HTML', async () => {
  const address = `/meetings/${meeting.slug}/decisions`
  const csv = (await visitor.ask('GET', `${address}.csv`)).body
  match(csv, /Recommendation 3,.*Closed without implementation: no longer relevant/)
  for (const [ending, start] of [
    ['.xlsx', 'PK'],
    ['/word', 'PK'],
    ['/pdf', '%PDF'],
    ['/html', '<!doctype html'],
  ] as const) {
    const answer = await visitor.ask('GET', `${address}${ending}`)
    equal(answer.statusCode, 200, ending)
    equal(answer.rawPayload.subarray(0, start.length).toString().toLowerCase(), start.toLowerCase())
  }
})

test('a paper of decisions and the screen in the room hold nothing of a review that an exempt item is about too', async () => {
  const paper = async () => JSON.stringify(decisionPaper(await heed.inCouncil((trx) => loadRoom(trx, meeting)), 'Wexcombe Borough Council'))
  match(await paper(), /That repair 4.*wards were not inspected/)
  await heed.inCouncil(async (trx) => {
    const review = await findReview(trx, reviewSlug)
    const said = { reviewId: review!.id, exemptParagraphs: [3], publicInterest: 'Bids.' }
    await addItems(trx, officer, meeting, [anItem('Secret title', said)])
  })
  match(await paper(), /Exempt: paragraph 3 of Schedule 12A/)
  match(await paper(), /1 Repairs to council homes.*A review that an exempt item is about too is not in this paper/)
  equal(/Secret title|That repair|wards were not inspected/.test(await paper()), false)
  const screen = await visitor.get(`/meetings/${meeting.slug}/room/projector`)
  match(screen.text, /Item 1 Not for the public/)
  equal(/Secret title|That repair|Two wards|Recommendation/.test(screen.text), false)
})

test('history has no word of a decision on a review that an exempt item is about too, nor of a later date refused on it', async () => {
  const events = () => heed.inCouncil((trx) => trx.selectFrom('event').selectAll().orderBy('number').execute())
  const before = await events()
  await heed.inCouncil(async (trx) => {
    await decide(trx, officer, meeting, 'Recommendation 6', { kind: 'refuse-extension', words: 'Not again.' })
    const { decision, line } = await decide(trx, officer, meeting, 'Recommendation 7', { kind: 'defer' })
    await withdrawDecision(trx, officer, await loadRoom(trx, meeting), line!, decision.id, 'A slip.', IN_THE_EVENING)
  })
  const told = JSON.stringify((await events()).slice(before.length).map(({ kind, detail }) => [kind, detail]))
  match(told, /decision\.recorded.*extension\.refused|extension\.refused.*decision\.recorded/)
  equal(/Recommendation|Repairs to council homes|September 2027|Not again|A slip/.test(told), false, told)
})

test('a paper of decisions holds none of an exempt item’s words', async () => {
  const paper = await heed.inCouncil(async (trx) => {
    const [item] = await storedItems(trx, meeting.id)
    const exempt = { ...item!, title: 'Secret title', exemptParagraphs: [3], publicInterest: 'Bids.' }
    await correctItem(trx, officer, meeting, item!, exempt, item!.version)
    return JSON.stringify(decisionPaper(await loadRoom(trx, meeting), 'Wexcombe Borough Council'))
  })
  match(paper, /Exempt: paragraph 3 of Schedule 12A/)
  equal(/Secret title|That repair|wards were not inspected/.test(paper), false)
})
