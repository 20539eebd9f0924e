import { sql } from 'kysely'
import type { Trx } from '../platform/database/database.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { freeSlug } from '../platform/core/slug.ts'
import { refuseCancelled } from './meeting.ts'
import type { ReadMeeting } from '../reading/reading.ts'
import type { Officer } from '../people/officer.ts'

/** One meeting for each committee and day: two who put one there at once do so one after the other. */
export async function lockCalendar(trx: Trx, committeeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`calendar ${committeeId}`}, 0))`.execute(trx)
}

/** The committee's meeting on a day: the one on record, or one put there now. Refuses (conflict) one that is cancelled. Records no event: its caller does. */
export async function meetingOn(trx: Trx, officer: Officer, committeeId: string, heldOn: CalendarDate): Promise<string> {
  await lockCalendar(trx, committeeId)
  const known = await trx
    .selectFrom('meeting_now')
    .select(['meeting_id', 'held_on', 'cancelled_for'])
    .where('committee_id', '=', committeeId)
    .where('held_on', '=', heldOn)
    .executeTakeFirst()
  if (known) refuseCancelled({ heldOn: known.held_on, cancelledFor: known.cancelled_for }, 'nothing goes before it')
  if (known) return known.meeting_id
  const committee = await trx.selectFrom('committee').select('slug').where('id', '=', committeeId).executeTakeFirstOrThrow()
  const taken = await trx.selectFrom('meeting').select('slug').execute()
  const slug = freeSlug(`${heldOn}-${committee.slug}`, new Set(taken.map((row) => row.slug)))
  const { id } = await trx
    .insertInto('meeting')
    .values({ council_id: officer.councilId, committee_id: committeeId, slug })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertMeetingVersion(trx, officer, id, 1, heldOn, {})
  return id
}

/** Keeps what a document says of a meeting (agenda, attendance, minutes) as its newest version. */
export async function keepMeetingPapers(trx: Trx, officer: Officer, meetingId: string, papers: Partial<ReadMeeting>): Promise<void> {
  const now = await trx
    .selectFrom('meeting_now')
    .select(['version', 'held_on', 'papers'])
    .where('meeting_id', '=', meetingId)
    .executeTakeFirstOrThrow()
  await insertMeetingVersion(trx, officer, meetingId, now.version + 1, now.held_on, { ...(now.papers as object), ...papers })
}

async function insertMeetingVersion(
  trx: Trx,
  officer: Officer,
  meetingId: string,
  version: number,
  heldOn: CalendarDate,
  papers: object,
): Promise<void> {
  await trx
    .insertInto('meeting_version')
    .values({
      council_id: officer.councilId,
      meeting_id: meetingId,
      version,
      held_on: heldOn,
      papers: JSON.stringify(papers),
      saved_by: officer.accountId,
    })
    .execute()
}
