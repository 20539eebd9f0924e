import { sql } from 'kysely'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import { clockState, type Answered, type ClockState, type NoticeServed } from './response-clock.ts'

/** The notice of a review's report that stands; null where none was served, or it was withdrawn. */
export async function noticeOf(trx: Trx, reviewId: string): Promise<NoticeServed | null> {
  const row = await trx
    .selectFrom('notice as n')
    .leftJoin('notice_withdrawal as w', (join) => join.onRef('w.council_id', '=', 'n.council_id').onRef('w.notice_id', '=', 'n.id'))
    .select(['n.id', 'n.served_on', 'n.served_to', 'n.months', 'n.due_on'])
    .where('n.review_id', '=', reviewId)
    .where('w.notice_id', 'is', null)
    .executeTakeFirst()
  return row ? { id: row.id, servedOn: row.served_on, servedTo: row.served_to, months: row.months, dueOn: row.due_on } : null
}

/** A notice with what has been answered so far. */
export interface ReviewClock extends ClockState {
  review: { slug: string; title: string }
  committee: { slug: string; name: string }
  notice: NoticeServed
  recommendations: number
  /** When whoever must respond was last written to about it; null where they were not. */
  writtenOn: CalendarDate | null
}

/** Every notice of the council that stands, by the day on which the answer is due, with how its clock stands on a day; of one committee where it is given. */
export async function responseClocks(trx: Trx, today: CalendarDate, committeeId?: string): Promise<ReviewClock[]> {
  const { rows } = await sql<ClockRow>`
    select n.id, (select max((m.queued_at at time zone 'Europe/London')::date)::text from message m where starts_with(m.purpose, 'response ' || n.id || ' ')
        and not exists (select from message_withholding x where (x.council_id, x.message_id) = (m.council_id, m.id))) as written_on, n.served_on::text, n.served_to, n.months, n.due_on::text, v.slug, v.title, c.slug as committee_slug, c.name as committee_name,
      coalesce((select json_agg(case when a.answer is null then null
          else json_build_object('answeredOn', coalesce(p.given_on, (a.saved_at at time zone 'Europe/London')::date)) end)
        from recommendation r
        left join response_now a on (a.council_id, a.recommendation_id) = (r.council_id, r.id)
        left join response_particulars p on (p.council_id, p.recommendation_id, p.version) = (a.council_id, a.recommendation_id, a.version)
        where (r.council_id, r.review_id) = (n.council_id, n.review_id) and r.parent_id is null), '[]') as answers
    from notice n
    join review_now v on (v.council_id, v.review_id) = (n.council_id, n.review_id)
    join committee_now c on (c.council_id, c.committee_id) = (v.council_id, v.committee_id)
    where not exists (select from notice_withdrawal w where (w.council_id, w.notice_id) = (n.council_id, n.id))
      and (${committeeId ?? null}::uuid is null or v.committee_id = ${committeeId ?? null}::uuid)
    order by n.due_on, v.title`.execute(trx)
  return rows.map((row) => {
    const notice = { id: row.id, servedOn: row.served_on, servedTo: row.served_to, months: row.months, dueOn: row.due_on }
    return {
      review: { slug: row.slug, title: row.title },
      committee: { slug: row.committee_slug, name: row.committee_name },
      notice,
      recommendations: row.answers.length,
      writtenOn: row.written_on,
      ...clockState(notice, row.answers, today),
    }
  })
}

interface ClockRow {
  id: string
  written_on: CalendarDate | null
  served_on: CalendarDate
  served_to: string
  months: number
  due_on: CalendarDate
  slug: string
  title: string
  committee_slug: string
  committee_name: string
  answers: (Answered | null)[]
}
