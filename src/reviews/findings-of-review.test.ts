import { deepEqual, equal, notEqual } from 'node:assert/strict'
import { after, test } from 'node:test'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { findingsOfRound } from '../rounds/findings-of-round.ts'
import { findRound, frozenContent } from '../rounds/round-record.queries.ts'
import { findingsOfReview } from './findings-of-review.ts'
import { findReview } from './review-record.queries.ts'

const heed = await testApp({ after })
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const [, spring, autumn] = carers.rounds

const told = () =>
  heed.inCouncil(async (trx) => {
    const review = (await findReview(trx, carers.slug))!
    const rounds = await findingsOfReview(trx, review, 'Wexcombe Borough Council')
    const at = (id: string) => rounds.find(({ round }) => round?.id === id)!.findings.map(({ key }) => key)
    const page = await findingsOfRound(trx, await findRound(trx, spring!.slug))
    return { spring: at(spring!.id), autumn: at(autumn!.id), page: page.map(({ key }) => key) }
  })

test('a frozen round keeps the findings frozen with it, whatever becomes of the rules and of the review’s title; an open one follows', async () => {
  const before = await told()
  const frozen = await heed.inCouncil((trx) => frozenContent(trx, spring!.id))
  deepEqual(
    before.page,
    frozen!.findings.map(({ key }) => key),
  )
  notEqual(before.spring.length, 0)
  notEqual(before.autumn.length, 0)

  await heed.inCouncil(async (trx) => {
    const off = Object.fromEntries(
      [...frozen!.findings, ...before.autumn.map((key) => ({ rule: key.split(' · ').at(-1)! }))].map(({ rule }) => [rule, { on: false }]),
    )
    const scale = await trx.selectFrom('scale_now').selectAll().where('scale_id', '=', carers.scaleId).executeTakeFirstOrThrow()
    await trx
      .insertInto('scale_version')
      .values({
        council_id: heed.councilId,
        scale_id: carers.scaleId,
        version: scale.version + 1,
        name: scale.name,
        grades: JSON.stringify(scale.grades),
        rules: JSON.stringify(off),
        saved_by: heed.officers.officer.accountId,
      })
      .execute()
    const {
      review_id,
      slug: _,
      ...review
    } = await trx.selectFrom('review_now').selectAll().where('review_id', '=', carers.reviewId).executeTakeFirstOrThrow()
    await trx
      .insertInto('review_version')
      .values({
        ...review,
        review_id,
        themes: JSON.stringify(review.themes),
        version: review.version + 1,
        title: 'Young carers of Wexcombe',
      })
      .execute()
  })

  const since = await told()
  deepEqual(since.spring, before.spring)
  deepEqual(since.page, before.page)
  equal(since.autumn.length, 0)
})
