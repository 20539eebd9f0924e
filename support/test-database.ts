import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { openDatabase, type Db } from '../src/platform/database/database.ts'
import { migrate, readMigrations } from '../src/platform/database/migrate.ts'
import { urlOfDatabase } from '../src/platform/database/start-database.ts'
import { holdTestServer } from './test-server.ts'

/** A database of one's own: `app` and `public` are what Heed itself uses, `owner` may arrange and inspect anything. */
export type TestDatabase = { url: string; app: Db; public: Db; owner: Db }

/** What knows when a test ends: the test's own context, or `{ after }` of node:test for a whole file. */
type Ending = { after: (work: () => Promise<void>) => void }

const MAKING = 7_241_996

/** A fresh, migrated, empty database, dropped when the test (or with `{ after }`, the file) ends. About a tenth of a second. */
export async function testDatabase(ending: Ending): Promise<TestDatabase> {
  return openForTest(ending, templateFor)
}

/** A fresh database without migrations or roles. */
export async function emptyTestDatabase(ending: Ending): Promise<TestDatabase> {
  return openForTest(ending, async () => 'template1')
}

async function openForTest(
  ending: Ending,
  template: (server: { url: string; client: pg.Client }) => Promise<string>,
): Promise<TestDatabase> {
  const server = await holdTestServer()
  const name = `heed_test_${process.pid}_${randomBytes(4).toString('hex')}`
  await server.client.query(`create database ${name} template ${await template(server)}`)
  const url = urlOfDatabase(server.url, name)
  // A pool that has just been closed may still hear the drop of its database.
  const opened = { onFault: () => {} }
  const roles = {
    app: openDatabase(url, 'app', opened),
    public: openDatabase(url, 'public', opened),
    owner: openDatabase(url, 'owner', opened),
  }
  ending.after(async () => {
    await Promise.all(Object.values(roles).map((db) => db.destroy()))
    await server.client.query(`drop database if exists ${name} with (force)`)
    await server.client.end()
  })
  return { url, ...roles }
}

/** The migrated database that the others are copied from, made once for each text of the migrations. */
async function templateFor({ url, client }: { url: string; client: pg.Client }): Promise<string> {
  const migrations = readMigrations()
  const text = createHash('sha256').update(migrations.map(({ checksum }) => checksum).join())
  const name = `heed_template_${text.digest('hex').slice(0, 12)}`
  await client.query('select pg_advisory_lock($1)', [MAKING])
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) await makeTemplate(url, client, name)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [MAKING])
  }
  return name

  async function makeTemplate(server: string, admin: pg.Client, template: string): Promise<void> {
    await admin.query(`drop database if exists ${template}_making with (force)`)
    await admin.query(`create database ${template}_making`)
    await migrate(urlOfDatabase(server, `${template}_making`), migrations)
    await admin.query(`alter database ${template}_making rename to ${template}`)
  }
}
