import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { confirmed, pasted } from '../../support/brought-in.ts'
import { testApp } from '../../support/test-app.ts'
import { parksPaper } from '../../support/wexcombe-papers.ts'
import { closeRound } from '../rounds/close-round.ts'
import { openRound } from '../rounds/open-round.ts'

const heed = await testApp({ after })
heed.clock.now = new Date('2026-10-01T09:00:00Z')
const visitor = await heed.visitor('officer')
const { officer } = heed.officers

await confirmed(visitor, (await pasted(visitor, parksPaper('spring'))).address)
const round = await heed.inCouncil(async (trx) => {
  const { review_id, committee_id } = await trx.selectFrom('review_now').select(['review_id', 'committee_id']).executeTakeFirstOrThrow()
  return openRound(trx, officer, {
    name: 'Autumn papers',
    committeeId: committee_id,
    presentedOn: '2026-10-14',
    dueOn: null,
    reviewIds: [review_id],
    leftOut: [],
  })
})
const NEW_LINE = ['4', 'That every park has a tap.', 'Head of Green Spaces', 'May 2027', 'Two parks have one.', '2 – On Track'].join('\t')

/** Every version of every line of the open round, by reference. */
const versions = () =>
  heed.inCouncil((trx) =>
    trx
      .selectFrom('round_item as i')
      .innerJoin('round as r', 'r.id', 'i.round_id')
      .innerJoin('recommendation_now as c', 'c.recommendation_id', 'i.recommendation_id')
      .leftJoin('progress_update as u', 'u.item_id', 'i.id')
      .select(['c.ref', 'u.version', 'u.source', 'u.evidence'])
      .where('r.slug', '=', round.slug)
      .orderBy('i.position')
      .orderBy('u.version')
      .execute(),
  )

test('a paper whose round Heed has open is left out until the officer says so, and then fills the lines of that round', async () => {
  const page = await visitor.get(`/rounds/${round.slug}`)
  const line = page.links.find(({ href }) => href.includes('/items/'))!.href
  await visitor.submit(await visitor.get(line), { evidence: 'Written by the officer.' }, 'Save')

  const overview = await pasted(visitor, `${parksPaper('autumn').trimEnd()}\n${NEW_LINE}\n`)
  match(overview.text, /left out, since Autumn papers is open for that day/)
  const plan = await visitor.get(`${overview.address}/plan/reviews/1`)
  match(plan.text, /Heed has a round of that day open: Autumn papers/)
  const chosen = await visitor.submit(plan, { 'rounds.0.becomes': 'fill' }, 'Save these choices')
  match(chosen.text, /written into the open round Autumn papers/)
  const done = await confirmed(visitor, overview.address)
  ok(done.links.some(({ href, text }) => href === `/rounds/${round.slug}` && /Go on with Autumn papers/.test(text)))

  deepEqual(
    (await versions()).map(({ ref, version, source, evidence }) => `${ref} v${version} ${source}: ${evidence?.slice(0, 23)}`),
    [
      '1 v1 officer: Written by the officer.',
      '1 v2 document: All nine plans are publ',
      '2 v1 document: The inspector left in J',
      '3 v1 document: Wardens spoke to 41 own',
      '4 v1 document: Two parks have one.',
    ],
  )
  const { rounds, events } = await heed.inCouncil(async (trx) => ({
    rounds: await trx.selectFrom('round_now').select(['name', 'state']).orderBy('presented_on').execute(),
    events: await trx.selectFrom('event').select('kind').where('kind', 'in', ['update.imported', 'round.filled']).execute(),
  }))
  deepEqual(
    rounds.map(({ name, state }) => `${name} ${state}`),
    ['Spring 2026, 15 April 2026 frozen', 'Autumn papers open'],
  )
  equal(events.filter(({ kind }) => kind === 'update.imported').length, 4)
  equal(events.filter(({ kind }) => kind === 'round.filled').length, 1)
})

test('the same words again, and a line that the paper leaves blank, make no version', async () => {
  const before = await versions()
  const blank = parksPaper('autumn').replace(/Wardens spoke[^\t]*\t[^\n]*/, '\t')
  const { address } = await pasted(visitor, blank)
  await visitor.submit(await visitor.get(`${address}/plan/reviews/1`), { 'rounds.0.becomes': 'fill' }, 'Save these choices')
  match((await confirmed(visitor, address)).text, /On the record/)
  deepEqual(await versions(), before)
})

test('a round that closed since it was chosen is not filled, and nothing of the import is taken', async () => {
  const before = await versions()
  const { address } = await pasted(visitor, parksPaper('autumn').replace('All nine plans', 'Nine plans'))
  await visitor.submit(await visitor.get(`${address}/plan/reviews/1`), { 'rounds.0.becomes': 'fill' }, 'Save these choices')
  await heed.inCouncil((trx) => closeRound(trx, officer, round.slug))
  const refused = await confirmed(visitor, address)
  equal(refused.status, 409)
  match(refused.errors[0]!.text, /Autumn papers is closed by now/)
  deepEqual(await versions(), before)
  match((await visitor.get(`${address}/plan/reviews/1`)).text, /Heed has a round of that day that is closed: Autumn papers/)
})
