import { doesNotMatch, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { askedByHand } from '../../support/asked-owner.ts'
import { putCommittee, putScale } from '../../support/fictional-review.ts'
import { testApp } from '../../support/test-app.ts'
import { loadWexcombe } from '../demonstration/load-wexcombe.ts'
import { insertReview } from '../reviews/insert-review.ts'
import { noUpdate } from '../rounds/no-update.ts'
import { MOST_FOLLOWED } from './followed-lines.queries.ts'

const heed = await testApp({ after })
const visitor = await heed.visitor('officer')

test('a council with nothing in it is told what to do first', async () => {
  const page = await visitor.get('/')
  match(page.text, /Start with a document/)
  ok(page.links.some(({ href }) => href === '/imports'))
})

test('the next meeting says what is late, what came in and waits, and what nobody was asked for', async () => {
  const demonstration = await testApp({ after })
  await demonstration.inCouncil((trx) => loadWexcombe(trx, demonstration.officers.administrator))
  demonstration.clock.now = new Date('2027-01-08T10:00:00Z')
  const officer = await demonstration.visitor('officer')
  const { lines, came, blank } = await demonstration.inCouncil(async (trx) => {
    const rows = await trx
      .selectFrom('item_standing as s')
      .innerJoin('round as r', 'r.id', 's.round_id')
      .select(['s.state', 's.item_id'])
      .where('r.slug', '=', 'winter-2027')
      .execute()
    return {
      lines: rows.length,
      came: rows.filter(({ state }) => state === 'answered').length,
      blank: rows.find(({ state }) => state === 'unanswered')!,
    }
  })
  const before = await officer.get('/')
  match(before.text, new RegExp(`Late ${lines - came}, due 6 January 2027`))
  match(before.text, new RegExp(`Came in, to accept ${came} `))
  match(before.text, new RegExp(`Nobody asked yet ${lines - came} `))
  match(before.text, /The meeting is in [\w ]+ See ?the meeting/)
  match(before.text, /Its papers [^.]*?Out by 12 January 2027 (Build|Go on) ?the agenda/)
  ok(before.links.some(({ href }) => /^\/meetings\/2027-01-20-[a-z-]+\/agenda$/.test(href)))
  await askedByHand(demonstration, 'winter-2027', {}, lines)
  doesNotMatch((await officer.get('/')).text, /Nobody asked yet/)
  await demonstration.inCouncil((trx) => noUpdate(trx, demonstration.officers.officer, 'winter-2027', [blank.item_id]))
  match((await officer.get('/')).text, new RegExp(`Late ${lines - came}, due`), 'an answer is still wanted where none was received')
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
