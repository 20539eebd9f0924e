import { jobKind, queueJob } from '../platform/jobs/queue-job.ts'
import { job, type Job } from '../platform/jobs/start-worker.ts'
import { SEND_MESSAGE } from './queue-message.ts'

export const SWEEP_MESSAGES = jobKind('sweep-messages')
const MOST = 500

/** Every minute: queues again what is due and no job took, because its worker was killed, the queue was lost, or the settings changed. */
export function sweepMessagesJob(): Job {
  return job(
    SWEEP_MESSAGES,
    async ({ inCouncil, clock }) =>
      inCouncil(async (trx) => {
        const due = await trx
          .selectFrom('message_waiting')
          .select('message_id')
          .where('due_at', '<=', clock())
          .orderBy('due_at')
          .limit(MOST)
          .execute()
        for (const { message_id: messageId } of due) await queueJob(trx, SEND_MESSAGE, { messageId }, { key: messageId })
      }),
    { every: '* * * * *' },
  )
}
