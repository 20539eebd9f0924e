import { Logger, parseCronItems, run, type Runner } from 'graphile-worker'
import type pg from 'pg'
import type { Clock } from '../core/clock.ts'
import { inCouncil, inTransaction, type Db, type Trx } from '../database/database.ts'
import { queueJob, type JobKind } from './queue-job.ts'
import { queuePool } from './queue-pool.ts'

/** What a job works with: its own council's record, as the application's role, in as many transactions as it needs. */
export interface JobWork {
  councilId: string
  inCouncil: <T>(work: (trx: Trx) => Promise<T>) => Promise<T>
  clock: Clock
}

/** A kind of work and how it is done. It may be done again after it failed or its worker was killed, so doing it twice must do no harm. */
export interface Job {
  name: string
  run: (work: JobWork, said: unknown) => Promise<void>
  /** How often a job of this kind is queued for every council: a line of a crontab, in UTC. */
  every?: string
}

export function job<Said extends object>(
  kind: JobKind<Said>,
  doIt: (work: JobWork, said: Said) => Promise<void>,
  { every }: { every?: string } = {},
): Job {
  return { name: kind.name, every, run: (work, said) => doIt(work, said as Said) }
}

export interface WorkerOptions {
  /** The owner's address: the queue is the owner's. */
  url: string
  /** As the application's role: the work itself is done as it. */
  db: Db
  clock: Clock
  jobs: readonly Job[]
  /** Jobs at a time. */
  concurrency?: number
  onFault?: (words: string) => void
}

export interface Worker {
  /** Takes no more jobs, waits for those in hand, and closes its connections. */
  stop: () => Promise<void>
  /** Rejects where the worker ends by itself, which it should not. */
  ended: Promise<void>
}

/**
 * Starts the worker on a migrated database; where that goes away, it comes back to it. A job that fails is tried again later and later, up to 25
 * times over some days.
 */
export async function startWorker({ url, db, clock, jobs, concurrency = 3, onFault = logFault }: WorkerOptions): Promise<Worker> {
  const pgPool = queuePool(url, concurrency + 3, onFault)
  const runner = await run({
    pgPool,
    concurrency,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => void (level === 'error' && onFault(message))),
    taskList: { ...tasksOf(jobs, db, clock), ...timetableTasks(jobs, db) },
    parsedCronItems: parseCronItems(
      jobs.flatMap(({ name, every }) => (every ? [{ task: timetabled(name), match: every, options: { jobKey: timetabled(name) } }] : [])),
    ),
  })
  return asWorker(runner, pgPool)
}

function asWorker(runner: Runner, pgPool: pg.Pool): Worker {
  let told = false
  const end = async (): Promise<void> => {
    await runner.promise
    if (!told) throw new Error('The worker ended by itself.')
  }
  const ended = end()
  // Whoever stops the worker need not have listened.
  ended.catch(() => {})
  return {
    ended,
    stop: async () => {
      told = true
      await runner.stop().catch(() => {})
      await runner.promise.catch(() => {})
      await pgPool.end()
    },
  }
}

/** What stands in the queue is of ours or of nobody's: `queue_job` alone writes it. */
type Queued = { council: string; said: unknown }

function tasksOf(jobs: readonly Job[], db: Db, clock: Clock) {
  return Object.fromEntries(
    jobs.map(({ name, run: runJob }) => [
      name,
      async (queued: unknown) => {
        const { council, said } = queued as Queued
        await runJob({ councilId: council, clock, inCouncil: (work) => inCouncil(db, council, work) }, said)
      },
    ]),
  )
}

const timetabled = (name: string) => `timetable-${name}`

/** When its time comes, a job is queued for each council, so that one council's fault is not another's. */
function timetableTasks(jobs: readonly Job[], db: Db) {
  return Object.fromEntries(
    jobs
      .filter(({ every }) => every)
      .map(({ name }) => [
        timetabled(name),
        async () => {
          const councils = await inTransaction(db, (trx) => trx.selectFrom('council').select('id').execute())
          for (const { id } of councils) await inCouncil(db, id, (trx) => queueJob(trx, { name }, {}, { key: 'timetable' }))
        },
      ]),
  )
}

function logFault(words: string): void {
  process.stderr.write(`${words}\n`)
}
