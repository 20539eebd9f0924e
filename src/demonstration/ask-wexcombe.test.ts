import { deepEqual, equal, match, ok } from 'node:assert/strict'
import { after, test } from 'node:test'
import { testApp } from '../../support/test-app.ts'
import { askingsOfRound } from '../asking/asking.queries.ts'
import { verifyHistory } from '../history/verify-history.ts'
import { findRound } from '../rounds/round-record.queries.ts'
import { askWexcombe } from './ask-wexcombe.ts'
import { loadWexcombe } from './load-wexcombe.ts'

const NOW = new Date('2026-12-02T10:00:00Z')

async function asked(now: Date) {
  const heed = await testApp({ after })
  heed.clock.now = now
  await heed.inCouncil(async (trx) => {
    await loadWexcombe(trx, heed.officers.administrator)
    await askWexcombe(trx, heed.officers.administrator, heed.key, now)
  })
  return heed
}

test('Wexcombe’s round is under way: people asked, an answer accepted, a line sent back with a note, a draft, one asking of the officer’s own', async () => {
  const heed = await asked(NOW)
  const { askings, states } = await heed.inCouncil(async (trx) => {
    const { id } = await findRound(trx, 'winter-2027')
    return {
      askings: await askingsOfRound(trx, id),
      states: await trx.selectFrom('item_standing').select(['state', 'note']).where('round_id', '=', id).execute(),
    }
  })
  deepEqual(askings.map(({ contact }) => contact.name).toSorted(), ['Ada Minster', 'Imogen Strand', 'Odette Marlow', 'Silas Orme'])
  equal(states.filter(({ state }) => state === 'accepted').length, 1)
  match(states.find(({ state }) => state === 'sent-back')?.note ?? '', /was it held/)
  ok(askings.find(({ contact }) => contact.name === 'Imogen Strand')?.draftedAt)
  const officer = await heed.visitor('administrator')
  match((await officer.get('/your-updates')).text, /Winter 2027 .* 6 January 2027 0 of 1/)
  match((await officer.get('/rounds/timetable')).text, /Spring 2027/)
  const { broken } = await verifyHistory(heed.database.app, heed.councilId)
  equal(broken, null)
})

test('its messages wait for no post: none is set up, so that they reach nobody', async () => {
  const heed = await asked(NOW)
  const settings = await heed.inCouncil((trx) => trx.selectFrom('post_settings').selectAll().execute())
  deepEqual(settings, [])
})

test('a Heed that is begun after the meeting has the timetable, and asks nobody', async () => {
  const heed = await asked(new Date('2027-02-01T10:00:00Z'))
  deepEqual(await heed.inCouncil((trx) => trx.selectFrom('asking').select('id').execute()), [])
  match((await (await heed.visitor('officer')).get('/rounds/timetable')).text, /Spring 2027/)
})
