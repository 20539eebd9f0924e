import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { SESSION_COOKIE } from '../src/people/officers-council.ts'
import { openSession } from '../src/people/session.ts'
import { testApp, type TestApp } from '../support/test-app.ts'
import type { Figure } from './run-benchmarks.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const ROWS = 100_000
/** As `npm start` starts Heed (package.json): garbage is swept early rather than gathered, and the threads share their memory. */
const AS_STARTED = { flag: '--optimize-for-size', env: { MALLOC_ARENA_MAX: '2' } }

/**
 * How long a list of 100,000 rows takes to go out of a real PostgreSQL over HTTP, and how much memory the whole of Heed's web process holds at the most while
 * it does; beside it what the same process holds while it shows a page.
 */
export async function run(): Promise<Figure[]> {
  const endings: (() => Promise<void>)[] = []
  try {
    const heed = await testApp({ after: (work) => endings.push(work) })
    await writeHistory(heed)
    const secret = await openSession(heed.database.app, heed.officers.officer.accountId, heed.councilId, new Date())
    const figures: Figure[] = []
    for (const { name, address, limit } of MEASURED) {
      const { seconds, megabytes, sent } = await measured(heed, `${SESSION_COOKIE}=${secret}`, address)
      figures.push({ name: `${name} (${sent} MB)`, value: `${seconds} s, ${megabytes} MB`, limit })
    }
    return figures
  } finally {
    for (const work of endings.toReversed()) await work()
  }
}

const MEASURED: { name: string; address: string; limit?: string }[] = [
  { name: 'A page of the history', address: '/history' },
  { name: '100,000 rows of it as CSV', address: '/history.csv', limit: '200 MB' },
  { name: '100,000 rows of it as Excel', address: '/history.xlsx', limit: '200 MB' },
]

/** Events as a busy council would have them, chained by the database itself. */
async function writeHistory({ inCouncil, officers }: TestApp): Promise<void> {
  const { accountId, name } = officers.officer
  for (let from = 1; from <= ROWS; from += 10_000)
    await inCouncil((trx) =>
      sql`insert into event (council_id, actor_id, actor_name, kind, subject, detail)
        select acting_council(), ${accountId}, ${name}, 'progress-update.saved', '/rounds/autumn-2026/items/' || gen_random_uuid(),
               jsonb_build_object('ref', n, 'evidence', 'The work on part ' || n || ' goes on as planned & is “on track”.', 'grade', 'On Track')
          from generate_series(${from}::int, ${from + 9_999}::int) n`.execute(trx),
    )
}

/** In a process of its own, warmed by one page, so that what starting it takes is not counted. */
async function measured(
  { database }: TestApp,
  cookie: string,
  address: string,
): Promise<{ seconds: string; megabytes: number; sent: string }> {
  const child = fork(`${ROOT}bench/serve-lists.ts`, [database.url], {
    execArgv: [AS_STARTED.flag, '--import', `${ROOT}tools/tsx-loader.mjs`],
    env: { ...process.env, ...AS_STARTED.env },
  })
  try {
    const origin = await heard<string>(child)
    const get = (page: string) => sizeOf(`${origin}${page}`, cookie)
    await get('/history')
    await asked(child)
    const start = performance.now()
    const bytes = await get(address)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    return { seconds, megabytes: await asked(child), sent: (bytes / 1_000_000).toFixed(1) }
  } finally {
    child.disconnect()
  }
}

async function sizeOf(url: string, cookie: string): Promise<number> {
  const answer = await fetch(url, { headers: { cookie } })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  let bytes = 0
  for await (const piece of answer.body ?? []) bytes += (piece as Uint8Array).length
  return bytes
}

async function asked(child: ChildProcess): Promise<number> {
  const answer = heard<number>(child)
  child.send('memory')
  return answer
}

async function heard<Said>(child: ChildProcess): Promise<Said> {
  const [said] = (await once(child, 'message')) as [Said]
  return said
}
