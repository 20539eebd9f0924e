import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { actionAt, correctAction, withdrawAction } from '../action-plans/write-action.ts'
import { findReview } from '../reviews/review-record.queries.ts'
import { correctReview } from '../reviews/write-review.ts'
import { changeTimescale, echoOf } from './change-timescale.ts'
import { correctWording } from './correct-wording.ts'
import { recommendationAt } from './recommendation-address.queries.ts'
import { recordResponse } from './record-response.ts'
import { ownersOf, stateOwners } from './state-owners.ts'

const heed = await testApp({ after })
const { officer } = heed.officers
const { slug } = await heed.inCouncil((trx) => putYoungCarers(trx, officer))
const events = () =>
  heed.inCouncil((trx) => trx.selectFrom('event').select(['kind', 'subject']).orderBy('number', 'desc').limit(1).execute())
const at = (ref: string) => heed.inCouncil((trx) => recommendationAt(trx, slug, ref))

test('a corrected wording keeps the earlier one, with the reason', async () => {
  const one = await at('1')
  await heed.inCouncil((trx) => correctWording(trx, officer, one, 1, { ref: '1', text: 'That every school names a lead.' }, 'Misprint'))
  equal((await at('1')).text, 'That every school names a lead.')
  const kept = await heed.inCouncil((trx) =>
    trx
      .selectFrom('recommendation_version')
      .select(['version', 'reason'])
      .where('recommendation_id', '=', one.id)
      .orderBy('version')
      .execute(),
  )
  deepEqual(kept, [
    { version: 1, reason: null },
    { version: 2, reason: 'Misprint' },
  ])
  deepEqual(await events(), [{ kind: 'recommendation.corrected', subject: `/reviews/${slug}/recommendations/1` }])
})

test('two officers correcting the same wording: the second is told, and the first’s text stands', async () => {
  const two = await at('2')
  await heed.inCouncil((trx) => correctWording(trx, officer, two, 1, { ref: '2', text: 'First.' }, 'Clearer'))
  const late = heed.inCouncil((trx) => correctWording(trx, officer, two, 1, { ref: '2', text: 'Second.' }, 'Shorter'))
  await rejects(late, { code: 'conflict' })
  equal((await at('2')).text, 'First.')
})

test('of two corrections written at the same moment one is kept, and the other is told', async () => {
  const whole = await at('3')
  const correct = (text: string) => heed.inCouncil((trx) => correctWording(trx, officer, whole, 1, { ref: '3', text }, 'At once'))
  const outcomes = await Promise.allSettled([correct('One.'), correct('Two.')])
  deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const refused = outcomes.find((outcome) => outcome.status === 'rejected')
  match(String(refused?.reason), /Somebody else changed this/)
})

test('a wording is not corrected without a reason', async () => {
  const one = await at('5')
  await rejects(
    heed.inCouncil((trx) => correctWording(trx, officer, one, 1, { ref: '5', text: 'Other' }, ' ')),
    { code: 'invalid' },
  )
})

test('a change of a date needs its reason, and is refused where another came first', async () => {
  const { id, address } = await at('5')
  const change = (basedOn: number, reason: string) =>
    heed.inCouncil((trx) =>
      changeTimescale(trx, officer, { recommendationId: id }, address, basedOn, {
        line: 1,
        words: 'March 2028',
        iso: '2028-03',
        reason,
        grantedBy: 'The Panel',
      }),
    )
  await rejects(change(1, ''), { code: 'invalid' })
  await change(1, 'The evening moves to spring.')
  await rejects(change(1, 'Again'), { code: 'conflict' })
  const review = await heed.inCouncil((trx) => findReview(trx, slug))
  const line = review!.recommendations.find((one) => one.ref === '5')!.timescale[0]!
  deepEqual(
    line.promises.map(({ words, dueOn, reason }) => [words, dueOn, reason]),
    [
      ['30 June 2027', '2027-06-30', null],
      ['March 2028', '2028-03-31', 'The evening moves to spring.'],
    ],
  )
})

test('Heed says how it reads a date before it keeps it', () => {
  equal(echoOf('by the end of March 2027').echo, 'Heed reads this as 31 March 2027.')
  equal(echoOf('Ongoing').iso, null)
})

test('owners are stated anew only by an officer who saw the last ones', async () => {
  const { id, address } = await at('4')
  const owned = { recommendationId: id }
  await heed.inCouncil((trx) =>
    stateOwners(trx, officer, owned, address, ['Transport Policy Officer'], ['Head of Transport', 'Wexcombe Buses Ltd']),
  )
  deepEqual(await heed.inCouncil((trx) => ownersOf(trx, owned)), ['Head of Transport', 'Wexcombe Buses Ltd'])
  await rejects(
    heed.inCouncil((trx) => stateOwners(trx, officer, owned, address, ['Transport Policy Officer'], ['Nobody'])),
    { code: 'conflict' },
  )
})

test('a rejection needs its reasons', async () => {
  const one = await at('5')
  await rejects(
    heed.inCouncil((trx) => recordResponse(trx, officer, one, 0, { answer: 'rejected', text: '' })),
    { code: 'invalid' },
  )
  await heed.inCouncil((trx) => recordResponse(trx, officer, one, 0, { answer: 'accepted', text: '' }))
  deepEqual((await events())[0]?.kind, 'response.recorded')
})

test('an action is corrected, and withdrawn with a reason: then the plan is without it and the record keeps it', async () => {
  const three = await at('3')
  const action = await heed.inCouncil((trx) => actionAt(trx, three, 1))
  const owners = { seen: ['Commissioning Manager'], names: ['Commissioning Manager', 'Legal Services'] }
  await heed.inCouncil((trx) => correctAction(trx, officer, action, 1, { ...action.said, percentComplete: 80 }, owners))
  await rejects(
    heed.inCouncil((trx) => withdrawAction(trx, officer, action, 1, 'Done elsewhere')),
    { code: 'conflict' },
  )
  const now = await heed.inCouncil((trx) => actionAt(trx, three, 1))
  equal(now.said.percentComplete, 80)
  await heed.inCouncil((trx) => withdrawAction(trx, officer, now, 2, 'Done elsewhere'))
  await rejects(
    heed.inCouncil((trx) => actionAt(trx, three, 1)),
    { code: 'not-found' },
  )
})

test('a review is corrected by the officer who saw it last', async () => {
  const review = (await heed.inCouncil((trx) => findReview(trx, slug)))!
  const said = { title: 'Young carers', committeeId: review.committee.id, scaleId: review.scaleId, layout: review.layout }
  await heed.inCouncil((trx) => correctReview(trx, officer, slug, 1, said))
  await rejects(
    heed.inCouncil((trx) => correctReview(trx, officer, slug, 1, said)),
    { code: 'conflict' },
  )
})
