import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { askedFor, itemsOfRound } from '../../support/asked.ts'
import { putYoungCarers } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-11-10T09:30:00Z')
const carers = await heed.inCouncil((trx) => putYoungCarers(trx, heed.officers.officer))
const round = carers.rounds.at(-1)!
const items = await itemsOfRound(heed, round.id)

test('the link in a message opens what was asked of its contact and nothing else', async () => {
  const asked = await askedFor(heed, round.id, items.slice(0, 2))
  const rosa = await heed.visitor()
  const page = await rosa.get(asked.href)
  assert.equal(page.status, 200)
  assert.match(page.text, /Wexcombe Borough Council asks Rosa Field where these 2 stand/)
  assert.match(page.text, /Recommendation 2, part a/)
  assert.match(page.text, /Recommendation 2, part b/)
  assert.doesNotMatch(page.text, /bus passes/)
})
