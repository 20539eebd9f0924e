import { equal, match, rejects } from 'node:assert/strict'
import { test } from 'node:test'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { faultOfResponse, type ResponseSaid } from '../recommendations/record-response.ts'
import { findReview } from '../reviews/review-record.queries.ts'
import { recordAnswers } from './record-answers.ts'

test('whatever is not a plain yes has its reasons, and in principle says what will be done and by when', () => {
  const said = (more: Partial<ResponseSaid>): ResponseSaid => ({ answer: null, text: '', ...more })
  const cases: [said: ResponseSaid, field: string | null, words?: RegExp][] = [
    [said({ answer: 'accepted' }), null],
    [said({}), null],
    [said({ answer: 'rejected' }), 'text', /Give the reasons/],
    [said({ answer: 'accepted_in_part' }), 'text', /Give the reasons/],
    [said({ answer: 'noted' }), 'text', /Give the reasons/],
    [said({ answer: 'rejected', text: 'There is no money for it.' }), null],
    [said({ answer: 'accepted_in_part', text: 'The first half.' }), null],
    [said({ answer: 'accepted_in_principle', text: 'Agreed.' }), 'willDo', /what will be done/],
    [said({ answer: 'accepted_in_principle', willDo: 'A lead in every school' }), 'willDoBy', /by when/],
    [said({ answer: 'accepted_in_principle', willDo: 'A lead in every school', willDoBy: 'September 2027' }), null],
  ]
  for (const [response, field, words] of cases) {
    const fault = faultOfResponse(response)
    equal(fault?.field ?? null, field, JSON.stringify(response))
    if (words) match(fault?.words ?? '', words)
  }
})

test('answers that lack what they need are refused, all together, and none is recorded', async (t) => {
  const heed = await testApp(t)
  const { officer } = heed.officers
  const { slug } = await heed.inCouncil((trx) => putYoungCarers(trx, officer))
  const review = (await heed.inCouncil((trx) => findReview(trx, slug)))!
  const entered = (more: Partial<ResponseSaid>[]) =>
    more.map((said, at) => {
      const one = review.recommendations[at]!
      return { slug: one.slug, version: one.response?.version ?? 0, answer: null, text: '', ...said }
    })
  const before = await heed.inCouncil((trx) => trx.selectFrom('response').select('version').execute())
  const refused = (more: Partial<ResponseSaid>[], message: RegExp) =>
    rejects(
      heed.inCouncil((trx) => recordAnswers(trx, officer, review, entered(more))),
      { code: 'invalid', message },
    )
  await refused([{ answer: 'accepted', text: 'Yes, at once.' }, { answer: 'accepted_in_part' }], /Give the reasons/)
  await refused([{ answer: 'accepted_in_principle', text: 'Yes.' }], /Say what will be done/)
  await refused([{ answer: 'accepted_in_principle', willDo: 'A lead in every school' }], /Say by when/)
  const now = await heed.inCouncil((trx) => trx.selectFrom('response').select('version').execute())
  equal(now.length, before.length)
})
