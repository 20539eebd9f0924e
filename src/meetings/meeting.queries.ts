import { sql } from 'kysely'
import { refuse } from '../platform/core/refusal.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { Trx } from '../platform/database/database.ts'
import type { ReadMeeting } from '../reading/reading.ts'
import type { RoundState } from '../reviews/review.ts'
import type { MeetingRecord } from './meeting.ts'

export const NO_MEETING = 'There is no such meeting. See the list of meetings for those that there are.'

/** The meeting at an address. Refuses (not-found) where the acting council has none. */
export async function findMeeting(trx: Trx, slug: string): Promise<MeetingRecord> {
  const row = await trx
    .selectFrom('meeting_now as m')
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'm.council_id').onRef('c.committee_id', '=', 'm.committee_id'),
    )
    .select(['m.meeting_id', 'm.slug', 'm.version', 'm.held_on', 'm.papers', 'm.cancelled_for'])
    .select(['c.committee_id', 'c.slug as committee_slug', 'c.name as committee_name'])
    .where('m.slug', '=', slug)
    .executeTakeFirst()
  if (!row) return refuse('not-found', NO_MEETING)
  const rounds = await trx
    .selectFrom('round_now')
    .select(['id', 'slug', 'name', 'state'])
    .where('meeting_id', '=', row.meeting_id)
    .orderBy('opened_at')
    .execute()
  const ids = rounds.map((round) => round.id!)
  const made =
    ids.length > 0
      ? await trx
          .selectFrom('paper')
          .select(['round_id', 'number', 'title', 'draft'])
          .where('round_id', 'in', ids)
          .orderBy('number')
          .execute()
      : []
  return {
    id: row.meeting_id,
    slug: row.slug,
    version: row.version,
    heldOn: row.held_on,
    committee: { id: row.committee_id, slug: row.committee_slug, name: row.committee_name },
    cancelledFor: row.cancelled_for,
    papers: row.papers as Partial<ReadMeeting>,
    rounds: rounds.map(({ id, slug: address, name, state }) => ({ id: id!, slug: address!, name: name!, state: state as RoundState })),
    made: made.map(({ round_id, number, title, draft }) => ({
      round: rounds.find((round) => round.id === round_id)!.slug!,
      number,
      title,
      draft,
    })),
  }
}

/** A meeting as the calendar shows it. */
export interface MeetingLine {
  slug: string
  heldOn: CalendarDate
  time: string
  venue: string
  committee: { slug: string; name: string }
  cancelled: boolean
  rounds: { slug: string; name: string }[]
  /** How many items are on its agenda, and how often something of it was published. */
  agendaItems: number
  published: number
  /** A document said something of its agenda or minutes. */
  onRecord: boolean
}

export interface MeetingsAsked {
  committee?: string
  /** The calendar year; all where absent. */
  year?: number
}

/** The meetings of the council or of a committee, in the order of their days. */
export async function listMeetings(trx: Trx, { committee, year }: MeetingsAsked): Promise<MeetingLine[]> {
  const rows = await trx
    .selectFrom('meeting_now as m')
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'm.council_id').onRef('c.committee_id', '=', 'm.committee_id'),
    )
    .select(['m.meeting_id', 'm.slug', 'm.held_on', 'c.slug as committee_slug', 'c.name as committee_name', 'm.cancelled_for'])
    .select([
      sql<string>`coalesce(m.papers ->> 'time', '')`.as('time'),
      sql<string>`coalesce(m.papers ->> 'venue', '')`.as('venue'),
      sql<boolean>`m.papers ? 'agenda' or m.papers ? 'minutes'`.as('on_record'),
      sql<number>`(select count(*)::int from agenda_item_now i where i.meeting_id = m.meeting_id and not i.dropped)`.as('items'),
      sql<number>`(select count(*)::int from publication p where p.meeting_id = m.meeting_id and not p.exempt and p.kind in ('agenda', 'supplement'))`.as(
        'published',
      ),
    ])
    .$if(Boolean(committee), (query) => query.where('c.slug', '=', committee!))
    .$if(year !== undefined, (query) => query.where('m.held_on', '>=', `${year}-01-01`).where('m.held_on', '<=', `${year}-12-31`))
    .orderBy('m.held_on')
    .orderBy('c.name')
    .execute()
  const rounds = await trx.selectFrom('round_now').select(['slug', 'name', 'meeting_id']).execute()
  const byMeeting = Map.groupBy(rounds, ({ meeting_id }) => meeting_id)
  return rows.map((row) => ({
    slug: row.slug,
    heldOn: row.held_on,
    time: row.time,
    venue: row.venue,
    committee: { slug: row.committee_slug, name: row.committee_name },
    cancelled: row.cancelled_for !== null,
    rounds: (byMeeting.get(row.meeting_id) ?? []).map(({ slug, name }) => ({ slug: slug!, name: name! })),
    agendaItems: row.items,
    published: row.published,
    onRecord: row.on_record,
  }))
}

/** The years in which the council has meetings, the latest first. */
export async function yearsOfMeetings(trx: Trx): Promise<number[]> {
  const rows = await trx
    .selectFrom('meeting_now')
    .select(sql<number>`extract(year from held_on)::int`.as('year'))
    .distinct()
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}

/** The committee's last meeting before a day that was not cancelled; null where there was none. */
export async function meetingBefore(
  trx: Trx,
  committeeId: string,
  day: CalendarDate,
): Promise<{ id: string; slug: string; heldOn: CalendarDate; papers: Partial<ReadMeeting> } | null> {
  const row = await trx
    .selectFrom('meeting_now')
    .select(['meeting_id', 'slug', 'held_on', 'papers'])
    .where('committee_id', '=', committeeId)
    .where('held_on', '<', day)
    .where('cancelled_for', 'is', null)
    .orderBy('held_on', 'desc')
    .executeTakeFirst()
  return row ? { id: row.meeting_id, slug: row.slug, heldOn: row.held_on, papers: row.papers as Partial<ReadMeeting> } : null
}

/** The committee's meetings after a day but for those cancelled, the first first: those that a request can be for, and that can confirm its minutes. */
export async function meetingsAfter(
  trx: Trx,
  committeeId: string,
  day: CalendarDate,
): Promise<{ id: string; slug: string; heldOn: CalendarDate }[]> {
  const rows = await trx
    .selectFrom('meeting_now')
    .select(['meeting_id', 'slug', 'held_on'])
    .where('committee_id', '=', committeeId)
    .where('held_on', '>', day)
    .where('cancelled_for', 'is', null)
    .orderBy('held_on')
    .execute()
  return rows.map(({ meeting_id, slug, held_on }) => ({ id: meeting_id, slug, heldOn: held_on }))
}
