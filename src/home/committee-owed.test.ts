import { doesNotMatch, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { decide, putPanelMeeting } from '../../support/fictional-meeting.ts'
import { putCommittee } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { planMeetings } from '../meetings/plan-meetings.ts'
import { addToProgramme } from '../requests/save-programme.ts'
import { addRequest } from '../requests/save-request.ts'
import { recordAnswers } from '../responses/record-answers.ts'
import { findReview } from '../reviews/review-record.queries.ts'
import { setCheckBack } from '../rounds/check-back.ts'
import { freezeContent } from '../rounds/freeze-round.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
heed.clock.now = new Date('2026-12-10T10:00:00Z')
const visitor = await heed.visitor('officer')
const page = () => visitor.get('/committees/children')

test('a committee to which nothing is owed is told how to begin', async () => {
  await heed.inCouncil((trx) => putCommittee(trx, officer, 'places', 'Places Panel'))
  match((await visitor.get('/committees/places')).text, /Nothing is owed to this committee yet/)
})

test('what a committee is owed: meetings to come, requests overdue, who is called, and the work programme', async () => {
  const { meeting, rounds } = await heed.inCouncil((trx) => putPanelMeeting(trx, officer))
  const { committee } = meeting
  await heed.inCouncil(async (trx) => {
    await freezeContent(trx, officer, rounds[2]!.slug)
    await planMeetings(trx, officer, committee, [
      { heldOn: '2027-01-20', time: '6.30pm', venue: 'Old Corn Exchange' },
      { heldOn: '2027-03-10', time: '', venue: '' },
    ])
    const said = { owner: 'Director of Education', dueWords: '', forMeetingId: null }
    const made = { meetingId: meeting.id, agendaItemId: null, exempt: false }
    await addRequest(trx, officer, committee.id, made, { ...said, words: 'Waiting times by school', dueOn: '2026-12-01' })
    await addRequest(trx, officer, committee.id, made, { ...said, words: 'The new leaflet', dueOn: '2027-02-01' })
    const january = await trx.selectFrom('meeting_now').select('meeting_id').where('held_on', '=', '2027-01-20').executeTakeFirstOrThrow()
    const item = { title: 'School transport', text: '', meetingId: january.meeting_id, meetingWords: '', reviewId: null }
    await addToProgramme(trx, officer, committee, [item])
    await decide(trx, officer, meeting, 'Recommendation 5', { kind: 'call', words: 'Why nothing was done' })
  })
  const { text } = await page()
  match(text, /Requests overdue 1/)
  match(text, /Meetings to come.*20 January 2027, 6\.30pm Old Corn Exchange/)
  match(text, /2 without an answer, 1 of them overdue/)
  match(text, /Waiting times by school.*Overdue.*The new leaflet.*Outstanding/)
  match(text, /Called to attend.*Support for young carers, 5.*9 December 2026 Not drafted yet/)
  match(text, /Work programme Meeting of 20 January 2027 ?School transport/)
  match((await visitor.ask('GET', '/committees/children/calls.csv')).body, /2026-12-09.*Why nothing was done/)
})

test('a call is outstanding until the committee decides on the recommendation again', async () => {
  const { text } = await page()
  match(text, /Called to attend/)
  await heed.inCouncil(async (trx) => {
    const { meeting_id } = await trx
      .selectFrom('meeting_now')
      .select('meeting_id')
      .where('held_on', '=', '2027-01-20')
      .executeTakeFirstOrThrow()
    const [called] = await trx.selectFrom('decision').selectAll().where('kind', '=', 'call').execute()
    const { id: _, recorded_at: __, ...again } = called!
    await trx
      .insertInto('decision')
      .values({ ...again, meeting_id, kind: 'defer', device_key: crypto.randomUUID() })
      .execute()
  })
  doesNotMatch((await page()).text, /Called to attend/)
})

test('what is to be asked about again is listed with its day, and downloads', async () => {
  match((await page()).text, /Nothing is to be asked about again/)
  const { id } = await heed.inCouncil((trx) =>
    trx.selectFrom('recommendation_now').select('recommendation_id as id').where('ref', '=', '1').executeTakeFirstOrThrow(),
  )
  const settled = { id, address: '/reviews/support-for-young-carers/recommendations/1', isSettled: true }
  const set = { dueOn: '2027-06-10', reason: 'Did the leads stay?' }
  await heed.inCouncil((trx) => setCheckBack(trx, officer, settled, set, '2026-12-10'))
  match((await page()).text, /Did it stick\?.*Support for young carers, 1.*10 June 2027.*Did the leads stay\?/)
  const list = (await visitor.ask('GET', '/committees/children/check-backs.csv')).body
  match(list, /2027-06-10.*Did the leads stay\?/)
  equal((await visitor.ask('GET', '/committees/children/check-backs.xlsx')).statusCode, 200)
})

test('responses are told as due, in breach and answered late, with their days', async () => {
  const at = '/reviews/support-for-young-carers/response'
  const day = { 'servedOn.day': '1', 'servedOn.month': '9', 'servedOn.year': '2026', servedTo: 'The Cabinet' }
  await visitor.submit(await visitor.get(`${at}/notice`), day)
  const { text } = await page()
  match(text, /Responses in breach 1/)
  match(text, /Responses due, late and in breach 1 in breach\. Support for young carers In breach, 40 days/)
  match((await visitor.get('/responses?committee=children')).text, /In breach, 40 days/)
  doesNotMatch((await visitor.get('/responses?committee=places')).text, /In breach, 40/)
  await heed.inCouncil(async (trx) => {
    const review = (await findReview(trx, 'support-for-young-carers'))!
    const open = review.recommendations.filter(({ response }) => !response?.answer)
    const answers = open.map(({ slug, response }) => ({ slug, version: response?.version ?? 0, answer: 'accepted' as const, text: '' }))
    await recordAnswers(trx, officer, review, answers)
  })
  match((await page()).text, /Responses due, late and in breach 1 answered late\. Support for young carers Answered, \d late/)
  doesNotMatch((await visitor.get('/')).text, /Responses awaited/)
})
