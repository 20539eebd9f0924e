import { sql } from 'kysely'
import { ownersOf } from '../letters/letter-record.queries.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'

/** An owner who was called to attend, and has not been heard of since. */
export interface CallOutstanding {
  review: { slug: string; title: string }
  recommendation: { slug: string; ref: string; text: string }
  owners: string[]
  /** What the committee wishes to hear. */
  words: string
  calledOn: CalendarDate
  meeting: string
  /** The letter that calls them: not drafted, drafted, or sent on a day. */
  letter: { slug: string; sentOn: CalendarDate | null } | null
}

/** The calls to attend that a committee decided, as long as it has decided nothing later of the same recommendation; the oldest first. */
export async function callsOutstanding(trx: Trx, committeeId: string): Promise<CallOutstanding[]> {
  const { rows } = await sql<Row>`
    select v.slug as review_slug, v.title, coalesce(w.slug, r.slug) as slug, concat(w.ref, r.ref) as ref, r.text, d.words, m.held_on::text as called_on,
      m.slug as meeting, d.recommendation_id, l.slug as letter, (s.sent_at at time zone 'Europe/London')::date::text as sent_on
    from decision_now d
    join meeting_now m on (m.council_id, m.meeting_id) = (d.council_id, d.meeting_id)
    join recommendation_now r on (r.council_id, r.recommendation_id) = (d.council_id, d.recommendation_id)
    left join recommendation_now w on (w.council_id, w.recommendation_id) = (r.council_id, r.parent_id)
    join review_now v on (v.council_id, v.review_id) = (r.council_id, r.review_id)
    left join lateral (select x.slug, x.letter_id from letter_now x where x.council_id = d.council_id and x.meeting_id = d.meeting_id and x.kind = 'call'
      and coalesce(x.recommendation_id, d.recommendation_id) = d.recommendation_id limit 1) l on true
    left join letter_sending s on (s.council_id, s.letter_id) = (d.council_id, l.letter_id)
    where d.kind = 'call' and m.committee_id = ${committeeId}
      and not exists (select from decision_now e join meeting_now n on (n.council_id, n.meeting_id) = (e.council_id, e.meeting_id)
        where (e.council_id, e.recommendation_id) = (d.council_id, d.recommendation_id) and n.held_on > m.held_on)
    order by m.held_on, v.title, r.ref`.execute(trx)
  const owners = await ownersOf(
    trx,
    rows.map((row) => row.recommendation_id),
  )
  return rows.map((row) => ({
    review: { slug: row.review_slug, title: row.title },
    recommendation: { slug: row.slug, ref: row.ref, text: row.text },
    owners: owners.get(row.recommendation_id) ?? [],
    words: row.words,
    calledOn: row.called_on,
    meeting: row.meeting,
    letter: row.letter === null ? null : { slug: row.letter, sentOn: row.sent_on },
  }))
}

interface Row {
  review_slug: string
  title: string
  slug: string
  ref: string
  text: string
  words: string
  called_on: CalendarDate
  meeting: string
  recommendation_id: string
  letter: string | null
  sent_on: CalendarDate | null
}
