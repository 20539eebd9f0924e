import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { lockMeeting } from './hold-meeting.ts'
import { publishNotice } from './meeting-notice.ts'
import type { MeetingRecord } from './meeting.ts'

/**
 * Cancels a meeting with its reason, and publishes a notice that gives it; what was published before stays. Refuses (conflict) a meeting that is cancelled
 * already, and one that was held, as far as is on record: by attendance, declarations, decisions, minutes, or what was asked for at it. Records
 * `meeting.cancelled`.
 */
export async function cancelMeeting(
  trx: Trx,
  officer: Officer,
  meeting: MeetingRecord,
  organisation: string,
  reason: string,
  now: Date,
): Promise<void> {
  const known = await lockMeeting(trx, meeting.id)
  refuseIf(known !== null, 'conflict', `The meeting of ${inWords(meeting.heldOn)} is cancelled already.`)
  const held = await whatWasHeld(trx, meeting)
  refuseIf(
    held !== null,
    'conflict',
    `The meeting of ${inWords(meeting.heldOn)} cannot be cancelled: ${held} on record, so it was held. If that is an error, put it right first.`,
  )
  await trx
    .insertInto('meeting_cancellation')
    .values({ council_id: officer.councilId, meeting_id: meeting.id, reason, cancelled_at: now, cancelled_by: officer.accountId })
    .execute()
  const hash = await publishNotice(trx, officer, meeting, { cancelled: reason }, organisation, now)
  await recordEvent(trx, officer, 'meeting.cancelled', `/meetings/${meeting.slug}`, {
    name: meeting.committee.name,
    day: meeting.heldOn,
    reason,
    notice: hash,
  })
}

/** What tells that a meeting was held; null where nothing does. */
async function whatWasHeld(trx: Trx, { id, papers }: MeetingRecord): Promise<string | null> {
  const { rows } = await sql<{ attendance: boolean; declarations: boolean; decisions: boolean; minutes: boolean; requests: boolean }>`
    select exists (select from attendance_now where meeting_id = ${id} and state = 'present') as attendance,
      exists (select from declaration d where d.meeting_id = ${id} and not exists (
        select from declaration_withdrawal w where (w.council_id, w.declaration_id) = (d.council_id, d.id))) as declarations,
      exists (select from decision_now where meeting_id = ${id}) as decisions,
      exists (select from minute_now where meeting_id = ${id}) as minutes,
      exists (select from request_now where meeting_id = ${id}) as requests`.execute(trx)
  const found = rows[0]!
  if (found.decisions) return 'decisions are'
  if (found.attendance) return 'attendance is'
  if (found.declarations) return 'declarations are'
  if (found.minutes || (papers.minutes?.length ?? 0) > 0) return 'minutes are'
  return found.requests ? 'what was asked for at it is' : null
}

/**
 * Takes a cancelled meeting up again: it is held after all, and a notice says so. Refuses (conflict) one that is not cancelled. Records
 * `meeting.taken-up-again`.
 */
export async function takeUpMeeting(trx: Trx, officer: Officer, meeting: MeetingRecord, organisation: string, now: Date): Promise<void> {
  await lockMeeting(trx, meeting.id)
  const cancellation = await trx
    .selectFrom('meeting_cancellation as c')
    .leftJoin('meeting_resumption as r', (join) =>
      join.onRef('r.council_id', '=', 'c.council_id').onRef('r.meeting_cancellation_id', '=', 'c.id'),
    )
    .select('c.id')
    .where('c.meeting_id', '=', meeting.id)
    .where('r.resumed_at', 'is', null)
    .executeTakeFirst()
  if (!cancellation) return refuse('conflict', 'This meeting is not cancelled, or was taken up again already.')
  await trx
    .insertInto('meeting_resumption')
    .values({ council_id: officer.councilId, meeting_cancellation_id: cancellation.id, resumed_at: now, resumed_by: officer.accountId })
    .execute()
  const hash = await publishNotice(trx, officer, meeting, { takenUp: true }, organisation, now)
  await recordEvent(trx, officer, 'meeting.taken-up-again', `/meetings/${meeting.slug}`, {
    name: meeting.committee.name,
    day: meeting.heldOn,
    notice: hash,
  })
}
