import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import type { RoundState } from '../reviews/review.ts'
import { firstDayOfYear, lastDayOfYear, plannedState, type PlannedRound } from './timetable.ts'

/** Every planned round of the council by its meeting, those that were dropped among them. */
async function plannedRounds(trx: Trx): Promise<PlannedRound[]> {
  const rows = await trx
    .selectFrom('planned_round_now as p')
    .innerJoin('committee_now as c', (join) =>
      join.onRef('c.council_id', '=', 'p.council_id').onRef('c.committee_id', '=', 'p.committee_id'),
    )
    .leftJoin('round_now as r', (join) => join.onRef('r.council_id', '=', 'p.council_id').onRef('r.id', '=', 'p.round_id'))
    .selectAll('p')
    .select(['c.name as committee', 'r.slug', 'r.name as round_name', 'r.state', 'r.presented_on'])
    .select(['r.asked_on as round_asked_on', 'r.due_on as round_due_on', 'r.papers_on as round_papers_on'])
    .execute()
  return rows
    .map((row): PlannedRound => ({
      id: row.planned_round_id!,
      version: row.version!,
      committee: { id: row.committee_id!, name: row.committee },
      name: row.name!,
      askedOn: row.round_asked_on ?? row.asked_on!,
      dueOn: row.round_due_on ?? row.due_on!,
      papersOn: row.round_papers_on ?? row.papers_on!,
      meetingOn: row.presented_on ?? row.meeting_on!,
      dropped: row.dropped!,
      round: row.slug ? { slug: row.slug, name: row.round_name!, state: row.state as RoundState } : null,
    }))
    .toSorted((a, b) => a.meetingOn.localeCompare(b.meetingOn) || a.committee.name.localeCompare(b.committee.name, 'en'))
}

/** The rounds planned for meetings of a municipal year. */
export async function plannedIn(trx: Trx, year: number): Promise<PlannedRound[]> {
  const all = await plannedRounds(trx)
  return all.filter(({ meetingOn }) => meetingOn >= firstDayOfYear(year) && meetingOn <= lastDayOfYear(year))
}

/** What should have been opened by a day and is not. */
export async function plannedToOpen(trx: Trx, day: CalendarDate): Promise<PlannedRound[]> {
  return (await plannedRounds(trx)).filter((planned) => plannedState(planned, day) === 'late')
}

/** Refuses (not-found) one that is not in the timetable. */
export async function plannedRound(trx: Trx, id: string): Promise<PlannedRound> {
  const found = (await plannedRounds(trx)).find((one) => one.id === id)
  return found ?? refuse('not-found', 'There is no such round in the timetable.')
}

/** What was said of a planned round, the newest first. */
export async function plannedVersions(trx: Trx, id: string) {
  return trx
    .selectFrom('planned_round_version as v')
    .leftJoin('account as a', 'a.id', 'v.saved_by')
    .select(['v.version', 'v.name', 'v.asked_on', 'v.due_on', 'v.papers_on', 'v.meeting_on', 'v.dropped', 'v.saved_at', 'a.name as by'])
    .where('v.planned_round_id', '=', id)
    .orderBy('v.version', 'desc')
    .execute()
}

/** Committees that a round can be planned for: those that still meet. */
export async function committeesToPlan(trx: Trx): Promise<{ id: string; name: string }[]> {
  return trx.selectFrom('committee_now').select(['committee_id as id', 'name']).where('closed', '=', false).orderBy('name').execute()
}

/** The days in a municipal year on which a committee meets, as far as they are on record, with no round for them yet, planned or opened. */
export async function meetingsToPlan(trx: Trx, committeeId: string, year: number, from: CalendarDate): Promise<CalendarDate[]> {
  const rows = await trx
    .selectFrom('meeting_now as m')
    .leftJoin('round_now as r', (join) => join.onRef('r.council_id', '=', 'm.council_id').onRef('r.meeting_id', '=', 'm.meeting_id'))
    .select('held_on')
    .where('r.id', 'is', null)
    .where('m.cancelled_for', 'is', null)
    .where('committee_id', '=', committeeId)
    .where('held_on', '>=', from > firstDayOfYear(year) ? from : firstDayOfYear(year))
    .where('held_on', '<=', lastDayOfYear(year))
    .orderBy('held_on')
    .execute()
  const planned = (await plannedRounds(trx)).filter((one) => one.committee.id === committeeId && !one.dropped)
  return rows.map((row) => row.held_on).filter((day) => !planned.some((one) => one.meetingOn === day))
}
