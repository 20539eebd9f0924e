import type { Trx } from '../platform/database/database.ts'
import { jobKind } from '../platform/jobs/queue-job.ts'
import { job, type Job } from '../platform/jobs/start-worker.ts'
import type { OpenPosts } from './open-posts.ts'
import { postSettings } from './post-settings.queries.ts'
import { recordHeard } from './record-report.ts'

const HEAR_OF_MESSAGES = jobKind('hear-of-messages')
/** Notify keeps a letter's fate for seven days and knows it after three. */
const DAYS = 5
const MOST = 200

/** Every ten minutes: asks the post what became of the messages that it took and that nothing was heard of. */
export function hearOfMessagesJob(posts: OpenPosts): Job {
  return job(
    HEAR_OF_MESSAGES,
    async ({ councilId, inCouncil, clock }) => {
      const settings = await inCouncil(postSettings)
      const post = settings.post === 'notify' ? posts.postOf(councilId, settings) : null
      if (!post?.heardOf) return
      const since = new Date(clock().getTime() - DAYS * 86_400_000)
      for (const { message_id, reference } of await inCouncil((trx) => unheard(trx, since))) {
        const heard = reference ? await post.heardOf(reference) : null
        if (heard) await inCouncil((trx) => recordHeard(trx, councilId, message_id, heard))
      }
    },
    { every: '*/10 * * * *' },
  )
}

function unheard(trx: Trx, since: Date) {
  return trx
    .selectFrom('message_outcome as o')
    .select(['o.message_id', 'o.reference'])
    .where('o.reference', 'is not', null)
    .where('o.ended_at', '>', since)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('message_report as r').select('r.version').whereRef('r.message_id', '=', 'o.message_id'))),
    )
    .orderBy('o.ended_at')
    .limit(MOST)
    .execute()
}
