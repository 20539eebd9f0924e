import { HEED } from '../messages/take-message.ts'
import type { KeyOfHeed } from '../platform/core/seal.ts'
import { jobKind } from '../platform/jobs/queue-job.ts'
import { job, type Job } from '../platform/jobs/start-worker.ts'
import { remindByItself } from './chase-response.ts'
import { reviewsToRemind } from './response-chasing.queries.ts'

export const REMIND_OF_RESPONSES = jobKind('remind-of-responses')

/** Every hour: sends the reminders of responses that are due and go by themselves, a notice in a transaction, so that one's fault is not another's. */
export function remindOfResponsesJob(key: KeyOfHeed): Job {
  return job(
    REMIND_OF_RESPONSES,
    async ({ councilId, inCouncil, clock }) => {
      const faults: unknown[] = []
      for (const slug of await inCouncil(reviewsToRemind)) {
        try {
          await inCouncil((trx) => remindByItself(trx, { ...HEED, councilId }, key, slug, clock()))
        } catch (fault) {
          faults.push(fault)
        }
      }
      if (faults.length > 0) throw new AggregateError(faults, `Of ${faults.length} reports no reminder could be sent: ${String(faults[0])}`)
    },
    { every: '17 * * * *' },
  )
}
