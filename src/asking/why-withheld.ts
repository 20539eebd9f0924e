import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'
import type { WaitingMessage } from '../messages/take-message.ts'
import { LADDER_STEPS } from './ladder.ts'
import { readPurpose } from './step-purpose.ts'

/** The steps that ask for an answer: without one still wanted, nobody needs them. */
const WANTING: ReadonlySet<string> = new Set(['asking', ...LADDER_STEPS, 'sent-back'])
/** These are of use without one too, while the link in them opens. */
const OPENING: ReadonlySet<string> = new Set(['link-for-colleague', 'note'])

/**
 * Why a message about askings is not to be sent after all: its round takes no more answers, it is of the ladder and the meeting is cancelled, everything
 * that it asks for has been answered meanwhile, or the link in it was revoked, or the person has left. Null where it is still wanted, and for what is about no asking.
 */
export async function whyAskingWithheld(trx: Trx, { id, step, purpose, contactId }: WaitingMessage): Promise<string | null> {
  if (!WANTING.has(step) && !OPENING.has(step)) return null
  const { rows } = await sql<Standing>`
    select r.state, a.id, g.cancelled_for is not null as cancelled,
      (select count(*)::int from asking_item_now i where (i.council_id, i.asking_id) = (a.council_id, a.id)) as lines,
      (select count(*)::int from asking_item_now i join item_standing t on (t.council_id, t.item_id) = (i.council_id, i.item_id)
        where (i.council_id, i.asking_id) = (a.council_id, a.id) and t.state not in ('answered', 'accepted')) as wanted
    from asking_message m join asking a on (a.council_id, a.id) = (m.council_id, m.asking_id)
    join round_now r on (r.council_id, r.id) = (a.council_id, a.round_id)
    join meeting_now g on (g.council_id, g.meeting_id) = (r.council_id, r.meeting_id)
    where m.message_id = ${id}`.execute(trx)
  const [first] = rows
  if (!first) return null
  if (first.state !== 'open') return `The round is ${first.state}: it takes no more answers.`
  if (first.cancelled && readPurpose(purpose) !== null) return 'Its meeting is cancelled, so nobody is chased.'
  if (WANTING.has(step) && rows.every(({ lines }) => lines === 0)) return 'Nothing is asked of them any more.'
  if (WANTING.has(step) && rows.every(({ wanted }) => wanted === 0)) return 'Everything that it asks for has been answered meanwhile.'
  if (await linkIsRevoked(trx, id)) return 'The link in it was revoked.'
  return (await hasLeft(trx, contactId)) ? 'They have left meanwhile.' : null
}

interface Standing {
  id: string
  state: string
  cancelled: boolean
  lines: number
  wanted: number
}

async function hasLeft(trx: Trx, contactId: string | null): Promise<boolean> {
  if (contactId === null) return false
  const contact = await trx.selectFrom('contact_now').select('gone').where('contact_id', '=', contactId).executeTakeFirst()
  return contact?.gone === true
}

/** Whether all links that the person written to has of these askings are revoked, or were passed on by one that is. */
async function linkIsRevoked(trx: Trx, messageId: string): Promise<boolean> {
  const { rows } = await sql<{ revoked: boolean }>`
    with recursive mine as (
      select l.id, l.id as at, l.passed_by from asking_link l join asking_message m on (m.council_id, m.asking_id) = (l.council_id, l.asking_id)
      join message e on (e.council_id, e.id) = (m.council_id, m.message_id)
      where e.id = ${messageId} and e.link_sealed is not null and l.for_address = e.to_address
      union select c.id, l.id, l.passed_by from asking_link l join mine c on l.id = c.passed_by)
    select exists (select from asking_link_revocation r join mine c on c.at = r.asking_link_id where c.id = m.id) as revoked
    from (select distinct id from mine) m`.execute(trx)
  return rows.length > 0 && rows.every(({ revoked }) => revoked)
}
