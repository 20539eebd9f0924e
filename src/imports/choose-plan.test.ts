import assert from 'node:assert/strict'
import { test } from 'node:test'
import { confirmed, pasted } from '../../support/brought-in.ts'
import { testApp } from '../../support/test-app.ts'
import { libraryPaper } from '../../support/wexcombe-papers.ts'

test('what a review becomes can be chosen: whose committee, which rounds, whose wording', async (t) => {
  const heed = await testApp(t)
  heed.clock.now = new Date('2026-11-24T10:00:00Z')
  const visitor = await heed.visitor('officer')
  const first = await pasted(visitor, libraryPaper('spring'))
  await visitor.submit(await visitor.get(`${first.address}/plan`), { committee: 'other', name: 'Libraries Panel', take: '1' }, 'Save')
  const made = await confirmed(visitor, first.address)
  assert.match(made.text, /On the record/)

  const later = await pasted(visitor, libraryPaper('autumn').replace('two evenings a week', 'three evenings a week'))
  const plan = await visitor.get(`${later.address}/plan/reviews/1`)
  assert.match(plan.text, /the wording of 1 differs/)
  assert.match(plan.text, /\[only here: three ?\]/)
  const choices = { 'recommendations.0.wording': 'take', 'rounds.0.presented': '', 'rounds.0.date': '15 October 2026' }
  const chosen = await visitor.submit(plan, choices, 'Save these choices')
  assert.match(chosen.text, /Autumn 2026, 15 October 2026: stays open/)
  await confirmed(visitor, later.address)

  const { texts, rounds, committees } = await heed.inCouncil(async (trx) => ({
    texts: (await trx.selectFrom('recommendation_now').select('text').execute()).map(({ text }) => text),
    rounds: await trx.selectFrom('round_now').select(['name', 'state']).where('state', '=', 'open').execute(),
    committees: (await trx.selectFrom('committee_now').select('name').execute()).map(({ name }) => name),
  }))
  assert.ok(texts.includes('That every branch library opens on three evenings a week from January 2027.'))
  assert.deepEqual(rounds, [{ name: 'Autumn 2026, 15 October 2026', state: 'open' }])
  assert.ok(committees.includes('Libraries Panel'))
})

test('a review that came into Heed since the import began is not made twice unknowingly', async (t) => {
  const heed = await testApp(t)
  const visitor = await heed.visitor('officer')
  const spring = await pasted(visitor, libraryPaper('spring'))
  const autumn = await pasted(visitor, libraryPaper('autumn'))
  assert.match(autumn.text, /A new review/)
  await confirmed(visitor, spring.address)
  assert.match((await visitor.get(autumn.address)).text, /which is in Heed by now, looks like the same/)
  const refused = await confirmed(visitor, autumn.address)
  assert.equal(refused.status, 409)
  const review = await heed.inCouncil((trx) => trx.selectFrom('review').select('id').executeTakeFirstOrThrow())
  await visitor.submit(await visitor.get(`${autumn.address}/plan/reviews/1`), { review: review.id }, 'Match it')
  const done = await confirmed(visitor, autumn.address)
  assert.match(done.text, /A round added/)
})

test('a review can be kept apart from one that is alike, or matched to another', async (t) => {
  const heed = await testApp(t)
  const visitor = await heed.visitor('officer')
  const first = await pasted(visitor, libraryPaper('spring'))
  await confirmed(visitor, first.address)
  const later = await pasted(visitor, libraryPaper('autumn'))
  assert.match(later.text, /A later round of/)
  const apart = await visitor.submit(await visitor.get(`${later.address}/plan/reviews/1`), { review: '' }, 'Match it')
  assert.equal(apart.said, 'It will be a new review.')
  const review = await heed.inCouncil((trx) => trx.selectFrom('review').select('id').executeTakeFirstOrThrow())
  const matched = await visitor.submit(apart, { review: review.id }, 'Match it')
  assert.match(matched.text, /2 recommendations are in Heed already, worded alike/)
})
