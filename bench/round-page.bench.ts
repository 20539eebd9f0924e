import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { Agent, get } from 'node:http'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { recordEvent } from '../src/history/record-event.ts'
import { SESSION_COOKIE } from '../src/people/officers-council.ts'
import { openSession } from '../src/people/session.ts'
import { putLargeRound } from '../support/large-round.ts'
import { testApp, type TestApp } from '../support/test-app.ts'
import type { Figure } from './run-benchmarks.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** As `npm start` starts Heed (package.json). */
const AS_STARTED = { flag: '--optimize-for-size', env: { MALLOC_ARENA_MAX: '2' } }
const ASKED = 400
const COLD = 40

/**
 * The round page with 400 lines, 120 people asked and half of the lines answered, against the bare limit: a handler that answers with the same bytes from
 * one query. Both over HTTP from processes of their own and asked in turns, so that whatever else the machine does falls on both.
 */
export async function run(): Promise<Figure[]> {
  const endings: (() => Promise<void>)[] = []
  try {
    const heed = await testApp({ after: (work) => endings.push(work) })
    const round = await heed.inCouncil((trx) =>
      putLargeRound(trx, heed.officers.officer, { lines: 400, people: 120, answered: 200, accepted: 120, dueOn: '2026-11-20' }),
    )
    await analyze(heed)
    const address = `/rounds/${round.slug}`
    const secret = await openSession(heed.database.app, heed.officers.officer.accountId, heed.councilId, new Date())
    const cookie = `${SESSION_COOKIE}=${secret}`
    const page = await (await heed.visitor('officer')).ask('GET', address)
    await keepPage(heed, round.slug, page.body)
    const [ours, bare] = [served('bench/serve-lists.ts', heed, endings), served('bench/serve-bare.ts', heed, endings)]
    const [heedAt, bareAt] = [await heard<string>(ours), await heard<string>(bare)]
    const ask = (at: string) => timeOf(`${at}${address}`, cookie)
    for (let n = 0; n < 100; n++) await inTurn(ask, heedAt, bareAt)
    const turns = []
    for (let n = 0; n < ASKED; n++) turns.push(await inTurn(ask, heedAt, bareAt))
    const [page95, bare95] = [p95(turns.map(([one]) => one)), p95(turns.map(([, one]) => one))]
    const cold = []
    for (let n = 0; n < COLD; n++) {
      await heed.inCouncil((trx) => recordEvent(trx, heed.officers.officer, 'note.written', address))
      cold.push(await ask(heedAt))
    }
    return [
      { name: `Round page of 400 lines (${Math.round(page.body.length / 1000)} kB), p95 of ${ASKED}`, value: ms(page95) },
      { name: 'The same bytes from one query, p95', value: ms(bare95) },
      { name: 'Round page by the bare limit', value: (page95 / bare95).toFixed(1), limit: '5' },
      { name: `Just after a change, when it is judged anew, p95 of ${COLD}`, value: ms(p95(cold)) },
    ]
  } finally {
    for (const work of endings.toReversed()) await work()
  }
}

const ms = (time: number) => `${time.toFixed(1)} ms`

/** As PostgreSQL does by itself within a minute. */
async function analyze({ database }: TestApp): Promise<void> {
  await withClient(database.url, (client) => client.query('analyze'))
}

async function keepPage({ database }: TestApp, slug: string, html: string): Promise<void> {
  await withClient(database.url, async (client) => {
    await client.query('create table bare_page (slug text primary key, html text not null)')
    await client.query('insert into bare_page values ($1, $2)', [slug, html])
  })
}

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await work(client)
  await client.end()
}

function served(file: string, { database }: TestApp, endings: (() => Promise<void>)[]): ChildProcess {
  const child = fork(`${ROOT}${file}`, [database.url], {
    execArgv: [AS_STARTED.flag, '--import', `${ROOT}tools/tsx-loader.mjs`],
    env: { ...process.env, ...AS_STARTED.env, NODE_ENV: 'production' },
  })
  endings.push(async () => {
    child.disconnect()
    await once(child, 'exit')
  })
  return child
}

async function heard<Said>(child: ChildProcess): Promise<Said> {
  const [said] = (await once(child, 'message')) as [Said]
  return said
}

async function inTurn(ask: (at: string) => Promise<number>, one: string, other: string): Promise<[number, number]> {
  return [await ask(one), await ask(other)]
}

const agent = new Agent({ keepAlive: true })

/** Milliseconds until the last byte. */
function timeOf(url: string, cookie: string): Promise<number> {
  const start = performance.now()
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (answer) => {
      answer.resume()
      answer.on('end', () =>
        answer.statusCode === 200 ? resolve(performance.now() - start) : reject(new Error(`${url} answered ${answer.statusCode}`)),
      )
    }).on('error', reject)
  })
}

function p95(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!
}
