import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { startEmbeddedServer } from '../src/platform/database/embedded-server.ts'

/** Tests hold this lock shared while they use the server; the server ends when it can have the lock to itself. */
const IN_USE = 7_241_995
const LINGER_SECONDS = 15
/** Nothing here outlives the tests, so nothing waits for the disk. */
const QUICK = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/**
 * A connection to the one server that all test files and processes share, and its address: DATABASE_URL where that is set, else an
 * embedded server, started by whoever comes first. It ends by itself, and removes its folder, once no test has held it for a while.
 */
export async function holdTestServer(): Promise<{ url: string; client: pg.Client }> {
  if (process.env.DATABASE_URL) return hold(process.env.DATABASE_URL)
  const folder = testFolder()
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await hold(readFileSync(join(folder, 'url'), 'utf8'))
    } catch (error) {
      if (attempt === 600) throw error
      if (attempt % 50 === 0) spawn(process.execPath, [fileURLToPath(import.meta.url)], { detached: true, stdio: 'ignore' }).unref()
      await sleep(100)
    }
  }
}

async function hold(url: string): Promise<{ url: string; client: pg.Client }> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  await client.query('select pg_advisory_lock_shared($1)', [IN_USE])
  return { url, client }
}

/** In the machine's temporary folder, where the server's account can reach it, and refused if it is anyone else's. */
function testFolder(): string {
  const uid = process.getuid?.() ?? 0
  const folder = join(
    tmpdir(),
    `heed-tests-${uid}-${createHash('sha256')
      .update(import.meta.url)
      .digest('hex')
      .slice(0, 8)}`,
  )
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  if (lstatSync(folder).uid !== uid) throw new Error(`${folder} belongs to another user.`)
  return folder
}

/** The server's own process. A second one finds the folder taken and leaves. */
async function runTestServer(): Promise<void> {
  const folder = testFolder()
  const server = await startEmbeddedServer({ dataFolder: folder, settings: QUICK })
  writeFileSync(join(folder, 'url.making'), server.url, { mode: 0o600 })
  renameSync(join(folder, 'url.making'), join(folder, 'url'))
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  process.once('SIGTERM', () => void finish())
  for (let idle = 0; idle < LINGER_SECONDS; idle += 1) {
    await sleep(1_000)
    if (!(await takeLock(client))) idle = 0
    else if (idle < LINGER_SECONDS - 1) await client.query('select pg_advisory_unlock($1)', [IN_USE])
  }
  await finish()

  async function finish(): Promise<never> {
    rmSync(join(folder, 'url'), { force: true })
    await client.end()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
    process.exit()
  }
}

async function takeLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [IN_USE])
  return rows[0]?.taken ?? false
}

if (import.meta.main) await runTestServer()
