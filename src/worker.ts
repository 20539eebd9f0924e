import { join } from 'node:path'
import { climbLadderJob } from './asking/climb-ladder.job.ts'
import { whyAskingWithheld } from './asking/why-withheld.ts'
import { messageJobs } from './messages/message-jobs.ts'
import { openPosts } from './messages/open-posts.ts'
import { remindOfResponsesJob } from './responses/remind-of-responses.job.ts'
import { whyResponseWithheld } from './responses/why-response-withheld.ts'
import type { Clock } from './platform/core/clock.ts'
import type { KeyOfHeed } from './platform/core/seal.ts'
import type { Db } from './platform/database/database.ts'
import { startWorker, type Worker } from './platform/jobs/start-worker.ts'

export interface WorkerSurroundings {
  /** The owner's address: the queue is the owner's. */
  url: string
  /** As the application's role: the work itself is done as it. */
  db: Db
  key: KeyOfHeed
  /** Where letters are written that go nowhere. */
  dataFolder: string
  clock?: Clock
  /** Seconds after which an attempt without an end is taken for cut short. */
  lease?: number
}

/** Door 3: the work that outlives its request. Every room's jobs are one line. */
export async function runWorker({ url, db, key, dataFolder, clock = () => new Date(), lease }: WorkerSurroundings): Promise<Worker> {
  const posts = openPosts({ key, folder: join(dataFolder, 'letters') })
  const jobs = [
    ...messageJobs({ posts, key, lease, why: [whyAskingWithheld, whyResponseWithheld] }),
    climbLadderJob(key),
    remindOfResponsesJob(key),
  ]
  const worker = await startWorker({ url, db, clock, jobs })
  const stop = async () => {
    await worker.stop()
    posts.close()
  }
  return { ended: worker.ended, stop }
}
