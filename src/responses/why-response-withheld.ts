import { sql } from 'kysely'
import type { WaitingMessage } from '../messages/take-message.ts'
import type { Trx } from '../platform/database/database.ts'
import { isBeforeAnExemptItem } from './response-chasing.queries.ts'

/**
 * Why a message about the notice of a report is not to be sent after all: the notice was withdrawn, everything has been answered meanwhile, the review came
 * before a committee in an exempt item, the person has left, or somebody else was named to be written to. Null where it is still wanted, and for what is about no notice.
 */
export async function whyResponseWithheld(trx: Trx, { id, purpose, contactId }: WaitingMessage): Promise<string | null> {
  const [, noticeId] = /^response ([0-9a-f-]{36}) /.exec(purpose) ?? []
  if (!noticeId) return null
  const { rows } = await sql<{ review_id: string; withdrawn: boolean; open: boolean; gone: boolean | null; renamed: boolean }>`
    select n.review_id, exists (select from notice_withdrawal w where (w.council_id, w.notice_id) = (n.council_id, n.id)) as withdrawn,
      exists (select from recommendation r left join response_now a on (a.council_id, a.recommendation_id) = (r.council_id, r.id)
        where (r.council_id, r.review_id) = (n.council_id, n.review_id) and r.parent_id is null and a.answer is null) as open,
      (select c.gone from contact_now c where c.contact_id = ${contactId}) as gone,
      exists (select from notice_contact_now k join message m on m.council_id = k.council_id and m.id::text = ${id}
        where (k.council_id, k.notice_id) = (n.council_id, n.id) and k.saved_at > m.queued_at
          and (k.contact_id is null or k.contact_id is distinct from ${contactId}) and k.address <> m.to_address) as renamed
    from notice n where n.id = ${noticeId}`.execute(trx)
  const [found] = rows
  if (!found || found.withdrawn) return 'The notice was withdrawn.'
  if (!found.open) return 'Every recommendation has been answered meanwhile.'
  if (found.gone) return 'They have left meanwhile.'
  if (found.renamed) return 'Somebody else is written to now.'
  return (await isBeforeAnExemptItem(trx, found.review_id)) ? 'The review is before a committee in an exempt item.' : null
}
