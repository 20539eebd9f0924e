import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { emptyTestDatabase, testDatabase } from '../../../support/test-database.ts'
import { inCouncil } from './database.ts'
import { migrate, readMigrations, type Migration } from './migrate.ts'

const FIRST: Migration = {
  number: 1,
  name: 'first',
  sql: 'create table one (id int primary key); insert into one values (1)',
  checksum: 'a',
}
const SECOND: Migration = { number: 2, name: 'second', sql: 'create table two ()', checksum: 'b' }
const BROKEN: Migration = { number: 2, name: 'broken', sql: 'create table two (); create table one ()', checksum: 'c' }

test('migrations run once, in order, and only those that are missing', async (t) => {
  const { url } = await emptyTestDatabase(t)
  assert.deepEqual(await migrate(url, [FIRST]), [FIRST])
  assert.deepEqual(await migrate(url, [FIRST, SECOND]), [SECOND])
  assert.deepEqual(await migrate(url, [FIRST, SECOND]), [])
})

test('Heeds that start at once migrate one after the other', async (t) => {
  const { url } = await emptyTestDatabase(t)
  const ran = await Promise.all([1, 2, 3].map(() => migrate(url, [FIRST, SECOND])))
  assert.equal(ran.flat().length, 2)
})

test('a migration that fails leaves nothing of itself, and those before it stay', async (t) => {
  const { url, owner } = await emptyTestDatabase(t)
  await assert.rejects(migrate(url, [FIRST, BROKEN]), /Migration 2 \(broken\) failed and was rolled back/)
  const { rows } = await sql`select to_regclass('one') is not null as one, to_regclass('two') is not null as two`.execute(owner)
  assert.deepEqual(rows, [{ one: true, two: false }])
})

test('a migration whose text changed after it ran is refused', async (t) => {
  const { url } = await emptyTestDatabase(t)
  await migrate(url, [FIRST])
  await assert.rejects(migrate(url, [{ ...FIRST, checksum: 'other' }, SECOND]), { code: 'conflict', message: /its text changed/ })
})

test('a database of a newer Heed is refused', async (t) => {
  const { url } = await emptyTestDatabase(t)
  await migrate(url, [FIRST, SECOND])
  await assert.rejects(migrate(url, [FIRST]), { code: 'conflict', message: /newer Heed/ })
})

test('migrations are numbered without a gap and named in words', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'heed-migrations-'))
  t.after(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, '0001-first.sql'), 'select 1')
  assert.deepEqual(
    readMigrations(folder).map(({ number, name }) => [number, name]),
    [[1, 'first']],
  )
  writeFileSync(join(folder, '0003-third.sql'), 'select 1')
  assert.throws(() => readMigrations(folder), /should be number 2/)
  writeFileSync(join(folder, 'notes.sql'), 'select 1')
  assert.throws(() => readMigrations(folder), /not the name of a migration|number/)
})

test('the application, the public and the owner are three different roles', async (t) => {
  const database = await testDatabase(t)
  const roleOf = async (role: 'app' | 'public' | 'owner') =>
    (
      await sql<{
        name: string
        super: boolean
      }>`select current_user as name, rolsuper or rolbypassrls as super from pg_roles where rolname = current_user`.execute(database[role])
    ).rows[0]
  assert.deepEqual(await roleOf('app'), { name: 'heed_app', super: false })
  assert.deepEqual(await roleOf('public'), { name: 'heed_public', super: false })
  assert.notEqual((await roleOf('owner'))?.name, 'heed_app')
})

test('the public role reaches no table of the record and cannot write', async (t) => {
  const database = await testDatabase(t)
  for (const table of ['council', 'account', 'event', 'session']) {
    await assert.rejects(sql.raw(`select 1 from public.${table}`).execute(database.public), /permission denied/)
  }
  await assert.rejects(sql`create temporary table mine ()`.execute(database.public), /read-only|permission denied/)
})

test('every table with a council has row-level security, and it is first in its primary key', async (t) => {
  const { owner } = await testDatabase(t)
  const { rows } = await sql<{ table: string }>`
    select c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'council_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'session'
       and (not c.relrowsecurity or not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and k.conkey[1] = a.attnum))`.execute(
    owner,
  )
  assert.deepEqual(rows, [])
})

test('dates stay days, whole numbers are numbers, and exact numbers stay exact', async (t) => {
  const { app } = await testDatabase(t)
  const { rows } = await sql`select date '2026-03-29' as day, 9007199254740991::bigint as most, 0.10::numeric as budget,
    timestamptz '2026-03-29 01:30+00' as moment`.execute(app)
  assert.deepEqual(rows, [{ day: '2026-03-29', most: 9007199254740991, budget: '0.10', moment: new Date('2026-03-29T01:30:00Z') }])
  await assert.rejects(sql`select 9007199254740993::bigint`.execute(app), /beyond the whole numbers/)
})

test('the acting council is forgotten when the transaction ends', async (t) => {
  const { app } = await testDatabase(t)
  const council = '11111111-1111-4111-8111-111111111111'
  const acting = sql<{ council: string | null }>`select acting_council() as council`
  assert.equal((await inCouncil(app, council, (trx) => acting.execute(trx))).rows[0]?.council, council)
  assert.equal((await acting.execute(app)).rows[0]?.council, null)
})
