import type { KeyOfHeed } from '../platform/core/seal.ts'
import { jobKind } from '../platform/jobs/queue-job.ts'
import { job, type Job } from '../platform/jobs/start-worker.ts'
import { HEED } from '../messages/take-message.ts'
import { roundsToChase } from './chasing.queries.ts'
import { climbLadder } from './climb-ladder.ts'

export const CLIMB_LADDER = jobKind('climb-ladder')

/** Every hour: takes the steps that are due in each open round, a round in a transaction, so that one round's fault is not another's. */
export function climbLadderJob(key: KeyOfHeed): Job {
  return job(
    CLIMB_LADDER,
    async ({ councilId, inCouncil, clock }) => {
      const faults: unknown[] = []
      for (const slug of await inCouncil(roundsToChase)) {
        try {
          await inCouncil((trx) => climbLadder(trx, { ...HEED, councilId }, key, slug, clock()))
        } catch (fault) {
          faults.push(fault)
        }
      }
      if (faults.length > 0)
        throw new AggregateError(faults, `In ${faults.length} rounds the ladder could not be climbed: ${String(faults[0])}`)
    },
    { every: '7 * * * *' },
  )
}
