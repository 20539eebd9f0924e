import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test, type TestContext } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import pg from 'pg'
import { emptyTestDatabase, testDatabase, type TestDatabase } from '../../../support/test-database.ts'
import { backupBytes, type BackupPart } from './backup-file.ts'
import { backUp } from './backup.ts'
import { inCouncil, type Trx } from './database.ts'
import { migrate, readMigrations } from './migrate.ts'
import { recordTables, sequenceStates, tableSum, EXACT_VALUES } from './record-tables.ts'
import { restore } from './restore.ts'

const WEXCOMBE = '11111111-1111-4111-8111-111111111111'

/** Values that a careless copy would change: bytes, JSON, fractions of a second, text that looks like COPY's own marks. */
async function fill({ owner, app }: TestDatabase): Promise<void> {
  await sql`insert into council (id, slug, created_at) values (${WEXCOMBE}, 'wexcombe', '2026-03-29 01:30:00.123456+01')`.execute(owner)
  await sql`insert into account (email, name) values ('ann@wexcombe.example', ${'Ann \\N \t O’Marsh\r\n\\. "quoted" 漢字 🏛'})`.execute(
    owner,
  )
  await sql`insert into session (token_hash, account_id, council_id, csrf_token, flash, expires_at)
    select decode('000aff5c', 'hex'), id, ${WEXCOMBE}, '', '{"b": [1.50, null, "\\u2028"], "a": ""}', 'infinity' from account`.execute(
    owner,
  )
  for (const address of ['::1', '127.0.0.1']) {
    await sql`insert into sign_in_attempt (email, address, succeeded) values ('ann@wexcombe.example', ${address}, false)`.execute(owner)
  }
  await sql`select setval(pg_get_serial_sequence('sign_in_attempt', 'id'), 70)`.execute(owner)
  for (const subject of ['/rounds/1', '/rounds/2', '/rounds/3']) {
    await inCouncil(app, WEXCOMBE, (trx) => addEvent(trx, 'round.opened', subject))
  }
}

/** As `recordEvent` does, which is a room's and not the platform's. */
async function addEvent(trx: Trx, kind: string, subject: string): Promise<void> {
  await sql`insert into event (council_id, actor_name, kind, subject, detail)
    values (acting_council(), 'Ann Marsh', ${kind}, ${subject}, '{"items": ["7a", "7b"]}')`.execute(trx)
}

/** How many events there are, and how many of them do not carry their own hash and the hash of the one before. */
async function chain({ owner }: TestDatabase): Promise<unknown> {
  const { rows } = await sql`select count(*) as events, count(*) filter (where not holds) as broken from (
    select event_hash(event) = hash and previous_hash = coalesce(lag(hash) over (order by number), sha256(convert_to(council_id::text, 'UTF8'))) as holds
      from event) e`.execute(owner)
  return rows[0]
}

async function sums(url: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(EXACT_VALUES)
  const found: Record<string, unknown> = {}
  for (const table of await recordTables(client)) found[table.name] = await tableSum(client, table)
  found.sequences = await sequenceStates(client)
  await client.end()
  return found
}

function aFile(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'heed-backup-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return join(folder, 'wexcombe.backup')
}

async function aBackup(t: TestContext): Promise<{ file: string; from: TestDatabase }> {
  const [file, from] = [aFile(t), await testDatabase(t)]
  await fill(from)
  await backUp(from.url, file)
  return { file, from }
}

async function assertUntouched({ url }: TestDatabase): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(
    `select relname from pg_class c join pg_namespace n on n.oid = relnamespace where nspname !~ '^(pg_|information)'`,
  )
  await client.end()
  assert.deepEqual(rows, [])
}

test('what comes back is the same to the last row, and its history holds and goes on', async (t) => {
  const { file, from } = await aBackup(t)
  const to = await emptyTestDatabase(t)
  const result = await restore(to.url, file)
  const before = await sums(from.url)
  assert.deepEqual(await sums(to.url), before)
  assert.equal(result.migrated, 0)
  assert.ok(result.rows >= 8 && Object.keys(before).length > 40)
  await inCouncil(to.app, WEXCOMBE, (trx) => addEvent(trx, 'round.closed', '/rounds/3'))
  assert.deepEqual(await chain(to), { events: 4, broken: 0 })
  const next = await sql<{
    id: number
  }>`insert into sign_in_attempt (email, address, succeeded) values ('a@b.example', '', true) returning id`.execute(to.app)
  assert.equal(next.rows[0]?.id, 71)
})

test('a restored database gives the application no more than the first one did', async (t) => {
  const { file } = await aBackup(t)
  const to = await emptyTestDatabase(t)
  await restore(to.url, file)
  await assert.rejects(
    inCouncil(to.app, WEXCOMBE, (trx) => sql`delete from event`.execute(trx)),
    /permission denied/,
  )
  assert.deepEqual(await to.app.selectFrom('event').selectAll().execute(), [])
})

test('a backup that is taken while Heed writes is of one moment', async (t) => {
  const [file, from, to] = [aFile(t), await testDatabase(t), await emptyTestDatabase(t)]
  await fill(from)
  const pen = { writing: true, written: 0 }
  const writer = (async () => {
    for (; pen.writing; pen.written += 1) {
      await inCouncil(from.app, WEXCOMBE, async (trx) => {
        await sql`insert into sign_in_attempt (email, address, succeeded) values ('pair', ${pen.written}, true)`.execute(trx)
        await addEvent(trx, 'pair.written', `/pairs/${pen.written}`)
      })
    }
  })()
  while (pen.written < 20) await new Promise((resolve) => setTimeout(resolve, 5))
  await backUp(from.url, file)
  pen.writing = false
  await writer
  await restore(to.url, file)
  const pairs = await sql<{ attempts: number; events: number }>`select
    (select count(*) from sign_in_attempt where email = 'pair') as attempts, (select count(*) from event where kind = 'pair.written') as events`.execute(
    to.owner,
  )
  assert.equal(pairs.rows[0]?.attempts, pairs.rows[0]?.events)
  assert.ok((pairs.rows[0]?.events ?? 0) >= 20)
  assert.deepEqual(await chain(to), { events: (pairs.rows[0]?.events ?? 0) + 3, broken: 0 })
})

test('only its owner can read a backup', async (t) => {
  const { file } = await aBackup(t)
  assert.equal(statSync(file).mode & 0o777, 0o600)
})

test('a damaged backup is refused wherever the damage is, with nothing changed', async (t) => {
  const { file } = await aBackup(t)
  const to = await emptyTestDatabase(t)
  const whole = readFileSync(file)
  for (const part of [0.1, 0.3, 0.5, 0.7, 0.9]) {
    const damaged = Buffer.from(whole)
    const at = Math.floor(damaged.length * part)
    damaged[at] = (damaged[at] ?? 0) ^ 0x55
    writeFileSync(file, damaged)
    await assert.rejects(restore(to.url, file), { code: 'invalid', message: /damaged/ })
    writeFileSync(file, whole.subarray(0, at))
    await assert.rejects(restore(to.url, file), { code: 'invalid', message: /damaged/ })
  }
  await assertUntouched(to)
})

test('a backup whose words were changed under a right gzip is refused', async (t) => {
  const { file } = await aBackup(t)
  const to = await emptyTestDatabase(t)
  const text = gunzipSync(readFileSync(file)).toString('latin1')
  writeFileSync(file, gzipSync(Buffer.from(text.replace('/rounds/2', '/rounds/7'), 'latin1')))
  await assert.rejects(restore(to.url, file), { code: 'invalid', message: /damaged/ })
  await assertUntouched(to)
})

test('what is not a backup is refused', async (t) => {
  const [file, to] = [aFile(t), await emptyTestDatabase(t)]
  for (const content of ['', 'Recommendation 7a', gzipSync('{"hello":1}\n'), gzipSync('x'.repeat(9_000_000))]) {
    writeFileSync(file, content)
    await assert.rejects(restore(to.url, file), { code: 'invalid', message: /not a backup/ })
  }
  await assert.rejects(restore(to.url, `${file}.nowhere`), { code: 'not-found' })
  await assertUntouched(to)
})

test('a backup of a newer Heed is refused, by its migrations and by its form', async (t) => {
  const { file } = await aBackup(t)
  const to = await emptyTestDatabase(t)
  await assert.rejects(restore(to.url, file, readMigrations().slice(0, -1)), { code: 'conflict', message: /newer Heed/ })
  await writeBackup(file, [{ heading: { heed_backup: 2, heed: '9.0.0', made_at: '2030-01-01T00:00:00Z', migrations: [] } }])
  await assert.rejects(restore(to.url, file), { code: 'conflict', message: /newer Heed \(9\.0\.0\)/ })
  await assertUntouched(to)
})

test('a database that holds anything is refused and stays as it was', async (t) => {
  const { file, from } = await aBackup(t)
  const before = await sums(from.url)
  await assert.rejects(restore(from.url, file), { code: 'conflict', message: /not empty/ })
  assert.deepEqual(await sums(from.url), before)
})

test('a database that was migrated and never used is empty enough', async (t) => {
  const { file, from } = await aBackup(t)
  const to = await testDatabase(t)
  await restore(to.url, file)
  assert.deepEqual(await sums(to.url), await sums(from.url))
})

test('an earlier Heed’s backup is restored and brought forward', async (t) => {
  const [file, from, to] = [aFile(t), await emptyTestDatabase(t), await emptyTestDatabase(t)]
  const all = readMigrations()
  const later = {
    number: all.length + 1,
    name: 'later',
    sql: `alter table council add column motto text not null default 'Forward'`,
    checksum: 'x',
  }
  await migrate(from.url, all)
  await fill(from)
  await backUp(from.url, file)
  const result = await restore(to.url, file, [...all, later])
  assert.equal(result.migrated, 1)
  const { rows } = await sql<{ slug: string; motto: string }>`select slug, motto from council`.execute(to.owner)
  assert.deepEqual(rows, [{ slug: 'wexcombe', motto: 'Forward' }])
})

test('a backup that lacks tables, or names others, is refused with nothing changed', async (t) => {
  const [file, to] = [aFile(t), await emptyTestDatabase(t)]
  const migrations = readMigrations().map(({ number, name, checksum }) => ({ number, name, checksum }))
  const heading = { heading: { heed_backup: 1, heed: '0.1.0', made_at: '2026-01-01T00:00:00Z', migrations } }
  await writeBackup(file, [heading])
  await assert.rejects(restore(to.url, file), { code: 'invalid', message: /lacks the tables/ })
  await writeBackup(file, [heading, { table: 'pg_catalog.pg_authid', columns: ['rolname'] }])
  await assert.rejects(restore(to.url, file), { code: 'invalid', message: /pg_authid/ })
  await assertUntouched(to)
})

async function writeBackup(file: string, parts: BackupPart[]): Promise<void> {
  const bytes: Buffer[] = []
  for await (const piece of backupBytes(asStream(parts))) bytes.push(piece)
  writeFileSync(file, gzipSync(Buffer.concat(bytes)))
}

async function* asStream(parts: BackupPart[]): AsyncGenerator<BackupPart> {
  yield* parts
}

test('a backup that is cut short refuses in words and leaves the earlier file as it was', async (t) => {
  const { file, from } = await aBackup(t)
  const before = readFileSync(file)
  // A table that is locked holds the backup in the middle of its copying, where the server ends it.
  await from.owner.transaction().execute(async (trx) => {
    await sql`lock table sign_in_attempt in access exclusive mode`.execute(trx)
    const cut = (async () => {
      for (let ended = 0; ended === 0;) {
        const { rows } = await sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`.execute(from.owner)
        ended = rows.length
      }
    })()
    await assert.rejects(backUp(from.url, file), { code: 'unavailable', message: /stopped while this was being done/ })
    await cut
  })
  assert.deepEqual(readFileSync(file), before)
})
