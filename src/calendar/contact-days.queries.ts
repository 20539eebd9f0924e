import { sql } from 'kysely'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { loadReviews } from '../reviews/review-record.queries.ts'
import type { ReviewRecord } from '../reviews/review.ts'

/** An asking as its due day needs it. */
export interface AskedDays {
  id: string
  roundName: string
  committee: string
  presentedOn: CalendarDate
  /** As last said; where it was taken back, the last that was said. */
  due: CalendarDate
  dueStands: boolean
  /** The lines asked now, and those that want an answer still. */
  lines: number
  wanted: number
  /** Everything that was said of it so far. */
  said: number
  changedAt: Date
}

/** The askings with a due day, of a contact since a day or that with an id. */
export async function askedDays(trx: Trx, of: { contactId: string; since: CalendarDate } | { askingId: string }): Promise<AskedDays[]> {
  const which = 'askingId' in of ? sql`a.id = ${of.askingId}` : sql`a.contact_id = ${of.contactId} and r.presented_on >= ${of.since}`
  const { rows } = await sql<AskedDays>`
    select a.id, r.name as "roundName", c.name as committee, r.presented_on as "presentedOn",
      coalesce(r.due_on, d.due_on, o.due_on) as due, r.due_on is not null as "dueStands", i.lines, i.wanted,
      r.days_version + i.said as said, greatest(a.asked_at, i.changed_at,
        (select max(x.saved_at) from round_day x where (x.council_id, x.round_id) = (r.council_id, r.id))) as "changedAt"
    from asking a join round_now r on (r.council_id, r.id) = (a.council_id, a.round_id)
    join round o on (o.council_id, o.id) = (r.council_id, r.id)
    join meeting m on (m.council_id, m.id) = (r.council_id, r.meeting_id)
    join committee_now c on (c.council_id, c.committee_id) = (m.council_id, m.committee_id)
    left join lateral (select x.due_on from round_day x where (x.council_id, x.round_id) = (r.council_id, r.id) and x.due_on is not null
      order by x.version desc limit 1) d on true
    cross join lateral (
      select count(n.item_id)::int as lines,
        count(n.item_id) filter (where t.state in ('unanswered', 'sent-back', 'no-update'))::int as wanted,
        coalesce(sum(x.said), 0)::int as said, max(x.at) as changed_at
      from (select distinct y.item_id from asking_item y where (y.council_id, y.asking_id) = (a.council_id, a.id)) ai
      left join (select distinct y.item_id from asking_item_now y where (y.council_id, y.asking_id) = (a.council_id, a.id)) n on n.item_id = ai.item_id
      left join item_standing t on (t.council_id, t.item_id) = (a.council_id, ai.item_id)
      cross join lateral (select count(*) as said, max(y.at) as at from (
        select added_at as at from asking_item where (council_id, asking_id, item_id) = (a.council_id, a.id, ai.item_id)
        union all select ended_at from asking_item_end where (council_id, asking_id, item_id) = (a.council_id, a.id, ai.item_id)
        union all select saved_at from progress_update where (council_id, item_id) = (a.council_id, ai.item_id)
        union all select accepted_at from acceptance where (council_id, item_id) = (a.council_id, ai.item_id)
        union all select sent_at from sending_back where (council_id, item_id) = (a.council_id, ai.item_id)) y) x) i
    where ${which} and coalesce(r.due_on, d.due_on, o.due_on) is not null`.execute(trx)
  return rows
}

/** The names of the owners that a contact speaks for, and the reviews in which these answer for something. */
export async function answeredFor(trx: Trx, contactId: string): Promise<{ owners: Set<string>; reviews: ReviewRecord[] }> {
  const { rows } = await sql<{ name: string; reviews: string[] }>`
    select o.name, array(select distinct r.review_id from ownership_now w
      left join action a on (a.council_id, a.id) = (w.council_id, w.action_id)
      join recommendation r on (r.council_id, r.id) = (w.council_id, coalesce(w.recommendation_id, a.recommendation_id))
      where o.id = any(w.owner_ids)) as reviews
    from owner_contact_now s join owner o on (o.council_id, o.id) = (s.council_id, s.owner_id)
    where ${contactId}::uuid = any(s.contact_ids)`.execute(trx)
  const ids = [...new Set(rows.flatMap(({ reviews }) => reviews))].toSorted()
  return { owners: new Set(rows.map(({ name }) => name)), reviews: await loadReviews(trx, ids) }
}
