import { doesNotMatch, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { putCommittee, putScale } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { insertReview } from '../reviews/insert-review.ts'
import { MOST_FOLLOWED } from './followed-lines.queries.ts'

const heed = await testApp({ after })
const visitor = await heed.visitor('officer')

test('a council with nothing in it is told what to do first', async () => {
  const page = await visitor.get('/')
  match(page.text, /Start with a document/)
  ok(page.links.some(({ href }) => href === '/imports'))
})

test('where there are more reviews than the first page looks at, it says so, and only then', async () => {
  const { officer } = heed.officers
  const add = (count: number, from = 0) =>
    heed.inCouncil(async (trx) => {
      const known = await trx.selectFrom('committee').select('id').executeTakeFirst()
      const committeeId = known?.id ?? (await putCommittee(trx, officer, 'places', 'Places Panel'))
      const scaleId = (await trx.selectFrom('scale').select('id').executeTakeFirst())?.id ?? (await putScale(trx, officer))
      for (let each = from; each < from + count; each++)
        await insertReview(trx, officer, { title: `Review ${each}`, committeeId, scaleId, layout: 'action-plan' })
    })
  await add(MOST_FOLLOWED)
  doesNotMatch((await visitor.get('/')).text, /Looked at here/)
  await add(1, MOST_FOLLOWED)
  match((await visitor.get('/')).text, /Looked at here: the 40 reviews of 41 that reported last/)
})
