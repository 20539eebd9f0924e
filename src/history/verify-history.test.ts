import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { testDatabase, type TestDatabase } from '../../support/test-database.ts'
import { inCouncil, inTransaction } from '../platform/database/database.ts'
import { recordEvent } from './record-event.ts'
import { verifyHistory } from './verify-history.ts'

const ANN = { accountId: null, name: 'Ann Marsh' }

async function aCouncil({ app }: TestDatabase, slug = 'wexcombe'): Promise<string> {
  const { id } = await app.insertInto('council').values({ slug }).returning('id').executeTakeFirstOrThrow()
  return id
}

async function record({ app }: TestDatabase, councilId: string, ...subjects: string[]): Promise<void> {
  for (const subject of subjects) {
    await inCouncil(app, councilId, (trx) => recordEvent(trx, ANN, 'round.opened', subject, { meeting: '2026-11-24', reviews: ['a', 'b'] }))
  }
}

test('a history as it was written holds, and its head is the hash of the last event', async (t) => {
  const database = await testDatabase(t)
  const council = await aCouncil(database)
  assert.deepEqual(await verifyHistory(database.app, council), { events: 0, head: null, broken: null })
  await record(database, council, '/rounds/1', '/rounds/2', '/rounds/3')
  const verdict = await verifyHistory(database.app, council)
  assert.equal(verdict.events, 3)
  assert.equal(verdict.broken, null)
  assert.match(verdict.head ?? '', /^[0-9a-f]{64}$/)
})

const TAMPERING = {
  'an event whose words were changed is found': [`update event set subject = '/rounds/9' where number = 2`, { number: 2, why: 'changed' }],
  'an event whose actor was changed is found': [`update event set actor_name = 'Bob Hale' where number = 1`, { number: 1, why: 'changed' }],
  'an event whose detail was changed is found': [`update event set detail = '{}' where number = 3`, { number: 3, why: 'changed' }],
  'an event whose time was changed is found': [
    `update event set at = at - interval '1 day' where number = 2`,
    { number: 2, why: 'changed' },
  ],
  'an event that was taken out is found': [`delete from event where number = 2`, { number: 3, why: 'missing' }],
  'a first event that was taken out is found': [`delete from event where number = 1`, { number: 2, why: 'missing' }],
  'an event changed together with its own hash is found at the next': [
    `update event set subject = '/rounds/9' where number = 2; update event set hash = event_hash(event) where number = 2`,
    { number: 3, why: 'not-chained' },
  ],
} as const

for (const [name, [tampering, broken]] of Object.entries(TAMPERING)) {
  test(name, async (t) => {
    const database = await testDatabase(t)
    const council = await aCouncil(database)
    await record(database, council, '/rounds/1', '/rounds/2', '/rounds/3')
    await sql.raw(tampering).execute(database.owner)
    assert.deepEqual((await verifyHistory(database.app, council)).broken, broken)
  })
}

test('each council has a chain of its own, and sees no other', async (t) => {
  const database = await testDatabase(t)
  const [wexcombe, harrow] = [await aCouncil(database), await aCouncil(database, 'stoke-harrow')]
  await record(database, wexcombe, '/rounds/1', '/rounds/2')
  await record(database, harrow, '/rounds/1')
  assert.equal((await verifyHistory(database.app, wexcombe)).events, 2)
  assert.equal((await verifyHistory(database.app, harrow)).events, 1)
  const seen = await inCouncil(database.app, harrow, (trx) => trx.selectFrom('event').select('number').execute())
  assert.deepEqual(seen, [{ number: 1 }])
})

test('events recorded at the same moment follow one another', async (t) => {
  const database = await testDatabase(t)
  const council = await aCouncil(database)
  await Promise.all(Array.from({ length: 12 }, (_, n) => record(database, council, `/rounds/${n}`)))
  const verdict = await verifyHistory(database.app, council)
  assert.deepEqual([verdict.events, verdict.broken], [12, null])
})

test('the application can neither change nor delete an event, nor choose its number, time or hash', async (t) => {
  const database = await testDatabase(t)
  const council = await aCouncil(database)
  await record(database, council, '/rounds/1')
  for (const attempt of [`update event set subject = '/x'`, 'delete from event', 'truncate event']) {
    await assert.rejects(
      inCouncil(database.app, council, (trx) => sql.raw(attempt).execute(trx)),
      /permission denied/,
    )
  }
  await inCouncil(database.app, council, (trx) =>
    sql`insert into event (council_id, number, at, actor_name, kind, subject, previous_hash, hash)
        values (${council}, 77, '2001-01-01', 'Bob Hale', 'round.opened', '/rounds/77', '\\x00', '\\x00')`.execute(trx),
  )
  const { events, broken } = await verifyHistory(database.app, council)
  assert.deepEqual([events, broken], [2, null])
})

test('an event cannot be recorded for another council, or outside one', async (t) => {
  const database = await testDatabase(t)
  const [wexcombe, harrow] = [await aCouncil(database), await aCouncil(database, 'stoke-harrow')]
  const forAnother = inCouncil(database.app, wexcombe, (trx) =>
    sql`insert into event (council_id, actor_name, kind, subject) values (${harrow}, 'Ann', 'round.opened', '/')`.execute(trx),
  )
  await assert.rejects(forAnother, /row-level security/)
  await assert.rejects(inTransaction(database.app, (trx) => recordEvent(trx, ANN, 'round.opened', '/rounds/1')))
})

test('a change that is not kept leaves no event', async (t) => {
  const database = await testDatabase(t)
  const council = await aCouncil(database)
  const change = inCouncil(database.app, council, async (trx) => {
    await recordEvent(trx, ANN, 'round.opened', '/rounds/1')
    throw new Error('the change was refused')
  })
  await assert.rejects(change, /refused/)
  assert.equal((await verifyHistory(database.app, council)).events, 0)
})
