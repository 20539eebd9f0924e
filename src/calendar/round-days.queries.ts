import { sql } from 'kysely'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'

/** The days of a round as they were said at one time. */
export interface DaysSaid {
  asked: CalendarDate | null
  due: CalendarDate | null
  papers: CalendarDate | null
  savedAt: Date
}

/** A round with everything that was ever said of its days, oldest first. */
export interface RoundDays {
  id: string
  slug: string
  name: string
  committee: string
  presentedOn: CalendarDate
  meetingId: string
  /** The line of the timetable that it was opened from. */
  plannedId: string | null
  days: DaysSaid[]
  /** An exempt item takes the whole of it, or only exempt ones take it: its name is theirs. */
  exempt: boolean
}

export interface MeetingDay {
  id: string
  slug: string
  committeeId: string
  committee: string
  heldOn: CalendarDate
  time: string | null
  venue: string | null
  cancelled: boolean
  versions: number
  /** How often anything else was said of it: cancelled, taken up again, a round opened for it, moved to it or from it. */
  changes: number
  firstSaidAt: Date
  savedAt: Date
}

/** A line of the timetable, as last said. */
export interface PlannedDays {
  id: string
  committeeId: string
  committee: string
  name: string
  asked: CalendarDate
  due: CalendarDate
  papers: CalendarDate
  meeting: CalendarDate
  dropped: boolean
  /** The round that was opened from it. */
  roundId: string | null
  versions: number
  firstSaidAt: Date
  savedAt: Date
}

export interface CouncilDays {
  rounds: RoundDays[]
  meetings: MeetingDay[]
  planned: PlannedDays[]
}

/** Whose days: of one committee, or of all; since a day, so that a calendar does not grow for ever. */
export interface DaysWanted {
  committeeId: string | null
  since: CalendarDate
}

/** The rounds, meetings and planned rounds of a council or of one of its committees since a day. */
export async function councilDays(trx: Trx, wanted: DaysWanted): Promise<CouncilDays> {
  return { rounds: await roundDays(trx, wanted), meetings: await meetingDays(trx, wanted), planned: await plannedDays(trx, wanted) }
}

/** As JSON gives them: moments are texts there. */
type InJson = Omit<DaysSaid, 'savedAt'> & { savedAt: string }

async function roundDays(trx: Trx, { committeeId, since }: DaysWanted): Promise<RoundDays[]> {
  const { rows } = await sql<Omit<RoundDays, 'days'> & { first: CalendarDate | null; openedAt: Date; said: InJson[] }>`
    select r.id, r.slug, r.name, c.name as committee, r.presented_on as "presentedOn", r.meeting_id as "meetingId", o.due_on as first, r.opened_at as "openedAt",
      (select o.planned_round_id from planned_round_opening o where (o.council_id, o.round_id) = (r.council_id, r.id) limit 1) as "plannedId",
      coalesce((select json_agg(json_build_object('asked', d.asked_on, 'due', d.due_on, 'papers', d.papers_on, 'savedAt', d.saved_at) order by d.version)
        from round_day d where (d.council_id, d.round_id) = (r.council_id, r.id)), '[]') as said,
      coalesce((select bool_and(i.exempt_paragraphs <> '{}') or bool_or(i.exempt_paragraphs <> '{}' and i.review_id is null)
        from agenda_item_now i where (i.council_id, i.round_id) = (r.council_id, r.id)), false) as exempt
    from round_now r join round o on (o.council_id, o.id) = (r.council_id, r.id)
    join meeting m on (m.council_id, m.id) = (r.council_id, r.meeting_id)
    join committee_now c on (c.council_id, c.committee_id) = (m.council_id, m.committee_id)
    where r.presented_on >= ${since} and (${committeeId}::uuid is null or m.committee_id = ${committeeId})`.execute(trx)
  return rows.map(({ first, openedAt, said, ...round }) => ({
    ...round,
    days: [
      { asked: null, due: first, papers: null, savedAt: openedAt },
      ...said.map((days) => ({ ...days, savedAt: new Date(days.savedAt) })),
    ],
  }))
}

async function meetingDays(trx: Trx, { committeeId, since }: DaysWanted): Promise<MeetingDay[]> {
  const { rows } = await sql<MeetingDay>`
    select m.meeting_id as id, m.slug, m.committee_id as "committeeId", c.name as committee, m.held_on as "heldOn", m.papers->>'time' as time,
      m.papers->>'venue' as venue, m.cancelled_for is not null as cancelled, m.version as versions, x.changes,
      greatest(m.saved_at, x.changed_at) as "savedAt", f.saved_at as "firstSaidAt"
    from meeting_now m join committee_now c on (c.council_id, c.committee_id) = (m.council_id, m.committee_id)
    join meeting_version f on (f.council_id, f.meeting_id, f.version) = (m.council_id, m.meeting_id, 1)
    cross join lateral (select count(*)::int as changes, max(y.at) as changed_at from (
      select c.cancelled_at as at from meeting_cancellation c where (c.council_id, c.meeting_id) = (m.council_id, m.meeting_id)
      union all select e.resumed_at from meeting_resumption e join meeting_cancellation c on (c.council_id, c.id) = (e.council_id, e.meeting_cancellation_id)
        where (c.council_id, c.meeting_id) = (m.council_id, m.meeting_id)
      union all select r.opened_at from round r where (r.council_id, r.meeting_id) = (m.council_id, m.meeting_id)
      union all select d.saved_at from (select w.council_id, w.saved_at, w.meeting_id,
          lag(w.meeting_id, 1, r.meeting_id) over (partition by w.council_id, w.round_id order by w.version) as was
          from round_day w join round r on (r.council_id, r.id) = (w.council_id, w.round_id) where w.meeting_id is not null) d
        where d.meeting_id <> d.was and d.council_id = m.council_id and m.meeting_id in (d.meeting_id, d.was)) y) x
    where m.held_on >= ${since} and (${committeeId}::uuid is null or m.committee_id = ${committeeId})`.execute(trx)
  return rows
}

async function plannedDays(trx: Trx, { committeeId, since }: DaysWanted): Promise<PlannedDays[]> {
  const { rows } = await sql<PlannedDays>`
    select p.planned_round_id as id, p.committee_id as "committeeId", c.name as committee, p.name, p.asked_on as asked, p.due_on as due, p.papers_on as papers,
      p.meeting_on as meeting, p.dropped, p.round_id as "roundId", p.version as versions, p.saved_at as "savedAt", f.saved_at as "firstSaidAt"
    from planned_round_now p join committee_now c on (c.council_id, c.committee_id) = (p.council_id, p.committee_id)
    join planned_round_version f on (f.council_id, f.planned_round_id, f.version) = (p.council_id, p.planned_round_id, 1)
    where p.meeting_on >= ${since} and (${committeeId}::uuid is null or p.committee_id = ${committeeId})`.execute(trx)
  return rows
}
