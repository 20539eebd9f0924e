import { sql } from 'kysely'
import type { Trx } from '../database/database.ts'

/** A kind of work, by the name that stands in the queue, and what a job of it must be told. */
export interface JobKind<Said extends object> {
  readonly name: string
  /** Only a type: what is said to each job. */
  readonly said?: Said
}

export function jobKind<Said extends object>(name: string): JobKind<Said> {
  return { name }
}

export interface JobTime {
  /** A job of this kind and key that still waits is replaced: queued twice, it is done once. */
  key?: string
  /** Not before. Without it, at once. */
  at?: Date
}

/**
 * Queues a job for the acting council in the transaction that causes it, so that neither is kept without the other. What is said to it is seen by
 * whoever looks after the database: never a secret.
 */
export async function queueJob<Said extends object>(trx: Trx, kind: JobKind<Said>, said: Said, { key, at }: JobTime = {}): Promise<void> {
  await sql`select queue_job(${kind.name}, ${JSON.stringify(said)}::json, ${key ?? null}, ${at ?? null}::timestamptz)`.execute(trx)
}

/** A job that failed: tried again by and by, or given up. */
export interface FailingJob {
  name: string
  attempts: number
  givenUp: boolean
  fault: string
  nextAt: Date
}

/** The acting council's jobs that failed and have not succeeded since, latest first, at most 50. */
export async function failingJobs(trx: Trx): Promise<FailingJob[]> {
  const { rows } = await sql<FailingJob>`
    select name, attempts, given_up as "givenUp", fault, next_at as "nextAt" from failing_jobs()`.execute(trx)
  return rows
}
