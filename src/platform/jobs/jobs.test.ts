import { deepEqual, equal, match, rejects } from 'node:assert/strict'
import { after, test } from 'node:test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { testApp } from '../../../support/test-app.ts'
import { testDatabase } from '../../../support/test-database.ts'
import { backUp } from '../database/backup.ts'
import { inCouncil } from '../database/database.ts'
import { migrate } from '../database/migrate.ts'
import { restore } from '../database/restore.ts'
import { failingJobs, jobKind, queueJob } from './queue-job.ts'
import { job, startWorker, type Job } from './start-worker.ts'

const heed = await testApp({ after })
const COUNT = jobKind<{ to: number }>('count-up')
const BREAK = jobKind<{ why: string }>('break-down')

async function withWorker(jobs: Job[], work: () => Promise<void>): Promise<void> {
  const { url, app: db } = heed.database
  const worker = await startWorker({ url, db, clock: () => new Date(), jobs, onFault: () => {} })
  try {
    await work()
  } finally {
    await worker.stop()
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await sleep(20)
}

test('a job is done as the application, in the council that queued it', async () => {
  const done: unknown[] = []
  const counting = job(COUNT, async ({ councilId, inCouncil: here }, { to }) => {
    const { rows } = await here((trx) =>
      sql<{ role: string; council: string }>`select current_user as role, acting_council() as council`.execute(trx),
    )
    done.push([councilId, to, rows[0]])
  })
  await withWorker([counting], async () => {
    await heed.inCouncil((trx) => queueJob(trx, COUNT, { to: 3 }))
    await until(() => done.length > 0)
  })
  deepEqual(done, [[heed.councilId, 3, { role: 'heed_app', council: heed.councilId }]])
})

test('a job of a transaction that fails was never queued; one with a key is done once, as last said', async () => {
  const done: number[] = []
  const counting = job(COUNT, async (_, { to }) => void done.push(to))
  const failing = heed.inCouncil(async (trx) => {
    await queueJob(trx, COUNT, { to: 1 })
    throw new Error('changed my mind')
  })
  await rejects(failing, /changed my mind/)
  for (const to of [2, 3, 4]) await heed.inCouncil((trx) => queueJob(trx, COUNT, { to }, { key: 'once' }))
  await heed.inCouncil((trx) => queueJob(trx, COUNT, { to: 5 }))
  await withWorker([counting], () => until(() => done.length > 1))
  deepEqual(new Set(done), new Set([4, 5]))
})

test('a job has a council and a plain name, or is refused', async () => {
  const { app } = heed.database
  await rejects(
    app.transaction().execute((trx) => queueJob(trx, COUNT, { to: 1 })),
    /in a transaction of one council/,
  )
  await rejects(
    heed.inCouncil((trx) => queueJob(trx, jobKind('no such; name'), {})),
    /queued by its name/,
  )
  await rejects(
    heed.inCouncil((trx) => sql`select * from graphile_worker._private_jobs`.execute(trx)),
    /permission denied/,
  )
})

test('a job that fails is tried again, and the council’s administrator can see why it failed', async () => {
  const council = await heed.database.owner.insertInto('council').values({ slug: 'elsewhere' }).returning('id').executeTakeFirstOrThrow()
  const breaking = job(BREAK, async (_, { why }) => {
    throw new Error(why)
  })
  await withWorker([breaking], async () => {
    await heed.inCouncil((trx) => queueJob(trx, BREAK, { why: 'the mail server is away' }))
    await until(async () => (await heed.inCouncil(failingJobs)).length > 0)
  })
  const [failed] = await heed.inCouncil(failingJobs)
  match(failed?.fault ?? '', /the mail server is away/)
  equal(failed?.givenUp, false)
  equal((failed?.nextAt.getTime() ?? 0) > Date.now(), true, 'it is tried again later')
  deepEqual(await inCouncil(heed.database.app, council.id, failingJobs), [], 'another council does not see it')
})

test('told to stop, a worker finishes what it has in hand and takes no more', async () => {
  const done: string[] = []
  const slow = job(COUNT, async (_, { to }) => {
    done.push(`begun ${to}`)
    await sleep(300)
    done.push(`ended ${to}`)
  })
  await withWorker([slow], async () => {
    await heed.inCouncil((trx) => queueJob(trx, COUNT, { to: 1 }))
    await until(() => done.length === 1)
  })
  deepEqual(done, ['begun 1', 'ended 1'])
})

test('a backup leaves the queue out, and a database restored from it queues jobs again', async (t) => {
  await heed.inCouncil((trx) => queueJob(trx, COUNT, { to: 9 }, { at: new Date(Date.now() + 3_600_000) }))
  const folder = mkdtempSync(join(tmpdir(), 'heed-jobs-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'heed.backup')
  await backUp(heed.database.url, file)
  const other = await testDatabase(t)
  await restore(other.url, file)
  await migrate(other.url)
  const waiting = sql<{ n: number }>`select count(*) as n from graphile_worker._private_jobs`
  equal((await waiting.execute(other.owner)).rows[0]?.n, 0)
  await inCouncil(other.app, heed.councilId, (trx) => queueJob(trx, COUNT, { to: 1 }))
  equal((await waiting.execute(other.owner)).rows[0]?.n, 1)
})
