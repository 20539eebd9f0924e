import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'

export interface DaysVersion {
  version: number
  askedOn: CalendarDate | null
  dueOn: CalendarDate | null
  papersOn: CalendarDate | null
  /** The day of the meeting that it was for. */
  meetingOn: CalendarDate | null
  savedAt: Date
  by: string | null
}

/** The days of a round as they were said, the newest first; those that it was opened with are the last. */
export async function daysVersions(trx: Trx, roundId: string): Promise<DaysVersion[]> {
  const opened = await trx
    .selectFrom('round as r')
    .leftJoin('account as a', 'a.id', 'r.opened_by')
    .select(['r.due_on', 'r.presented_on', 'r.opened_at', 'a.name as by'])
    .where('r.id', '=', roundId)
    .executeTakeFirstOrThrow()
  const rows = await trx
    .selectFrom('round_day as d')
    .leftJoin('account as a', 'a.id', 'd.saved_by')
    .select(['d.version', 'd.asked_on', 'd.due_on', 'd.papers_on', 'd.presented_on', 'd.saved_at', 'a.name as by'])
    .where('d.round_id', '=', roundId)
    .orderBy('d.version', 'desc')
    .execute()
  const said = rows.map((row) => ({
    version: row.version,
    askedOn: row.asked_on,
    dueOn: row.due_on,
    papersOn: row.papers_on,
    meetingOn: row.presented_on ?? opened.presented_on,
    savedAt: row.saved_at,
    by: row.by,
  }))
  // A round from before there were days, or from a document, says at most when updates were due.
  const hadDays = said.some(({ savedAt }) => savedAt <= opened.opened_at)
  const first = {
    version: 0,
    askedOn: null,
    dueOn: opened.due_on,
    papersOn: null,
    meetingOn: opened.presented_on,
    savedAt: opened.opened_at,
    by: opened.by,
  }
  return hadDays ? said : [...said, first]
}

/** A meeting that a round can be moved to. */
export interface MeetingToMoveTo {
  id: string
  slug: string
  heldOn: CalendarDate
}

const MOST_MEETINGS = 12

/** The coming meetings of a round's committee, those cancelled and its own left out. */
export async function meetingsToMoveTo(
  trx: Trx,
  round: { committeeId: string; meetingId: string },
  from: CalendarDate,
): Promise<MeetingToMoveTo[]> {
  const rows = await trx
    .selectFrom('meeting_now')
    .select(['meeting_id', 'slug', 'held_on'])
    .where('committee_id', '=', round.committeeId)
    .where('meeting_id', '!=', round.meetingId)
    .where('held_on', '>=', from)
    .where('cancelled_for', 'is', null)
    .orderBy('held_on')
    .limit(MOST_MEETINGS)
    .execute()
  return rows.map(({ meeting_id, slug, held_on }) => ({ id: meeting_id, slug, heldOn: held_on }))
}

/** Refuses (not-found) a meeting that the round cannot be moved to. */
export async function meetingToMoveTo(
  trx: Trx,
  round: { committeeId: string; meetingId: string },
  slug: string,
  from: CalendarDate,
): Promise<MeetingToMoveTo> {
  const found = (await meetingsToMoveTo(trx, round, from)).find((meeting) => meeting.slug === slug)
  return found ?? refuse('not-found', 'A round can be moved to a coming meeting of its committee that is not cancelled.')
}
