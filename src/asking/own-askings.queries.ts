import { sql } from 'kysely'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import type { RoundState } from '../reviews/review.ts'

/** What somebody who has an account is asked themselves, in one round. */
export interface OwnAsking {
  id: string
  round: { slug: string; name: string; state: RoundState }
  committee: string
  presentedOn: CalendarDate
  dueOn: CalendarDate | null
  /** The contact who is asked: they themselves, under the name that the list of contacts has for them. */
  contactName: string
  lines: number
  /** The lines that want an answer still, and of these those that were sent back. */
  wanted: number
  sentBack: number
  submittedAt: Date | null
}

/**
 * The askings of the contact who has this e-mail address, which must be one that Heed knows to be theirs: an account's. What can still be answered comes
 * first, by its due day, so that the late are at the top; then the rest, the latest meeting first.
 */
export async function ownAskings(trx: Trx, email: string): Promise<OwnAsking[]> {
  const { rows } = await sql<Omit<OwnAsking, 'round'> & { slug: string; name: string; state: RoundState }>`
    select a.id, r.slug, r.name, r.state, c.name as committee, r.presented_on as "presentedOn", r.due_on as "dueOn", k.name as "contactName",
      i.lines, i.wanted, i.sent_back as "sentBack",
      (select max(s.submitted_at) from submission s where (s.council_id, s.asking_id) = (a.council_id, a.id)) as "submittedAt"
    from asking a join contact_now k on (k.council_id, k.contact_id) = (a.council_id, a.contact_id)
    join round_now r on (r.council_id, r.id) = (a.council_id, a.round_id)
    join meeting m on (m.council_id, m.id) = (r.council_id, r.meeting_id)
    join committee_now c on (c.council_id, c.committee_id) = (m.council_id, m.committee_id)
    cross join lateral (
      select count(*)::int as lines, count(*) filter (where t.state in ('unanswered', 'sent-back', 'no-update'))::int as wanted,
        count(*) filter (where t.state = 'sent-back')::int as sent_back
      from asking_item_now n join item_standing t on (t.council_id, t.item_id) = (n.council_id, n.item_id)
      where (n.council_id, n.asking_id) = (a.council_id, a.id)) i
    where lower(k.email) = lower(${email}) and not k.gone and i.lines > 0`.execute(trx)
  return rows.map(({ slug, name, state, ...asking }) => ({ ...asking, round: { slug, name, state } })).toSorted(byUrgency)
}

/** Whether there is still something to answer, and the round takes it. */
export function isToAnswer({ wanted, round }: OwnAsking): boolean {
  return wanted > 0 && round.state === 'open'
}

function byUrgency(a: OwnAsking, b: OwnAsking): number {
  const [first, second] = [isToAnswer(a), isToAnswer(b)]
  if (first !== second) return first ? -1 : 1
  const day = (asking: OwnAsking) => asking.dueOn ?? asking.presentedOn
  return first ? day(a).localeCompare(day(b)) : b.presentedOn.localeCompare(a.presentedOn)
}
