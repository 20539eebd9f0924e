import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { confirmed, pasted } from '../../support/brought-in.ts'
import { testApp } from '../../support/test-app.ts'
import { libraryPaper, parksPaper } from '../../support/wexcombe-papers.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-11-24T10:00:00Z')

const count = (table: 'recommendation' | 'review' | 'round') =>
  heed.inCouncil(async (trx) => (await trx.selectFrom(table).select('id').execute()).length)

test('a paper that is pasted is read, checked beside its rows, confirmed, and its next round becomes a round of the same review', async () => {
  const visitor = await heed.visitor('officer')
  const overview = await pasted(visitor, parksPaper('spring'))
  assert.equal(overview.status, 200)
  assert.match(overview.address, /^\/imports\/[0-9a-f-]{36}$/)
  assert.match(overview.text, /3 recommendations, 3 updates/)
  assert.match(overview.text, /A new review/)
  assert.equal(await count('recommendation'), 0)

  const review = await visitor.get(`${overview.address}/reviews/1`)
  assert.match(review.text, /Play Areas Officer/)
  assert.ok(
    review.tables.flat().some((row) => row.includes('Inspections have been monthly since January 2026.')),
    'the rows of the document',
  )

  const question = await visitor.get(`${overview.address}/confirmation`)
  assert.match(question.text, /Environment Scrutiny Committee, which is new to Heed/)
  assert.match(question.text, /Spring 2026, 15 April 2026: kept as members saw it/)
  const done = await visitor.submit(question, {}, 'Confirm: put it on the record')
  assert.match(done.text, /1 review, 1 round/)
  assert.ok(done.links.some(({ text, href }) => text === 'Open the next round' && href.startsWith('/rounds/opening?review=')))
  assert.equal(await count('recommendation'), 3)

  const later = await pasted(visitor, parksPaper('autumn'))
  assert.match(later.text, /A later round of/)
  const made = await confirmed(visitor, later.address)
  assert.match(made.text, /A round added/)
  assert.deepEqual([await count('review'), await count('recommendation'), await count('round')], [1, 3, 2])
})

test('a confirmation sent twice is done once, and an import that was confirmed cannot be corrected or confirmed again', async () => {
  const visitor = await heed.visitor('officer')
  const { address } = await pasted(visitor, libraryPaper('spring'))
  const correction = await visitor.get(`${address}/reviews/1/recommendations/1`)
  const question = await visitor.get(`${address}/confirmation`)
  const before = await count('review')
  const [first, second] = await Promise.all([
    visitor.submit(question, {}, 'Confirm: put it on the record'),
    visitor.another().submit(question, {}, 'Confirm: put it on the record'),
  ])
  assert.deepEqual([first.status, second.status], [200, 200])
  assert.equal(await count('review'), before + 1)
  const late = await visitor.submit(correction, { text: 'Something else' }, 'Save the correction')
  assert.equal(late.status, 409)
  assert.match(late.errors[0]!.text, /This import was confirmed/)
})

test('the same document brought in twice says so and offers to go on with the earlier import', async () => {
  const visitor = await heed.visitor('officer')
  const words = parksPaper('spring').replaceAll('dogs', 'cats')
  const first = await pasted(visitor, words)
  const again = await pasted(visitor, words)
  assert.equal(again.heading, 'You have brought in this document before')
  assert.ok(again.links.some(({ text, href }) => text === 'Go on with it' && href === first.address))
  const another = await visitor.submit(again, {}, 'Start another import of it')
  assert.match(another.address, /^\/imports\/[0-9a-f-]{36}$/)
  assert.notEqual(another.address, first.address)
})

test('an import that is abandoned leaves the record as it was, and can be started again', async () => {
  const visitor = await heed.visitor('officer')
  const words = parksPaper('spring').replaceAll('dogs', 'ducks')
  const { address } = await pasted(visitor, words)
  const gone = await visitor.submit(await visitor.get(`${address}/abandonment`), {}, 'Abandon the import')
  assert.match(gone.said ?? '', /abandoned/)
  const again = await pasted(visitor, words)
  assert.match(again.address, /^\/imports\/[0-9a-f-]{36}$/)
  assert.notEqual(again.address, address)
})

test('a document is checked beside its own rows, and its recommendations are followed into an import', async () => {
  const visitor = await heed.visitor('officer')
  const words = parksPaper('autumn').replaceAll('dogs', 'swans')
  const findings = await visitor.submit(await visitor.get('/check'), { words }, 'Check it')
  assert.equal(findings.status, 200)
  assert.match(findings.text, /Recommendation 2: \d findings?/)
  assert.ok(findings.tables.flat().some((row) => row.some((cell) => cell.startsWith('The inspector left in June.'))))
  const followed = await visitor.submit(findings, {}, 'Follow these recommendations in Heed')
  assert.match(followed.address, /^\/imports\/[0-9a-f-]{36}$/)
  assert.match(followed.text, /3 recommendations/)
})

test('nobody but the council’s own people sees an import', async () => {
  const visitor = await heed.visitor('officer')
  const { address } = await pasted(visitor, parksPaper('spring').replaceAll('dogs', 'wolves'))
  const stranger = await heed.visitor()
  assert.match((await stranger.get(address)).address, /^\/sign-in/)
  assert.equal((await visitor.get('/imports/00000000-0000-4000-8000-000000000000')).status, 404)
  assert.equal((await visitor.get(`${address}/reviews/9`)).status, 404)
  assert.equal((await visitor.get(`${address}/reviews/1/recommendations/99`)).status, 404)
  assert.equal((await visitor.get(`${address}/tables/77`)).status, 404)
})
