import type { Job } from '../platform/jobs/start-worker.ts'
import { hearOfMessagesJob } from './hear-of-messages.job.ts'
import { sendMessageJob, type SendingOptions } from './send-message.job.ts'
import { sweepMessagesJob } from './sweep-messages.job.ts'

/** The jobs by which messages go out and are heard of. */
export function messageJobs(options: SendingOptions): Job[] {
  return [sendMessageJob(options), sweepMessagesJob(), hearOfMessagesJob(options.posts)]
}
