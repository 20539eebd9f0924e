import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { faultOfDays } from './days-of-round.ts'

export interface DaysSaid {
  askedOn: CalendarDate | null
  dueOn: CalendarDate | null
  papersOn: CalendarDate | null
}

/** The meeting that a round goes before. */
export interface MeetingOfRound {
  id: string
  heldOn: CalendarDate
}

/** Puts a version of a round's days on the record, with the meeting that they lead to. Records no event: its caller does. */
export async function insertDays(
  trx: Trx,
  officer: Officer,
  roundId: string,
  version: number,
  days: DaysSaid,
  meeting: MeetingOfRound,
): Promise<void> {
  await trx
    .insertInto('round_day')
    .values({
      council_id: officer.councilId,
      round_id: roundId,
      version,
      asked_on: days.askedOn,
      due_on: days.dueOn,
      papers_on: days.papersOn,
      meeting_id: meeting.id,
      presented_on: meeting.heldOn,
      saved_by: officer.accountId,
    })
    .execute()
}

/**
 * Changes the days of a round until it is frozen and, where it is given, the meeting that it goes before; those before are kept.
 * Refuses (not-found), (invalid) days that are not in order or after the meeting, and (conflict) where the round is frozen or somebody else changed its days
 * after the version that these were written on. Records `round.days-changed` with what they are now and were.
 */
export async function changeDays(
  trx: Trx,
  officer: Officer,
  slug: string,
  basedOn: number,
  days: DaysSaid,
  moved?: MeetingOfRound,
): Promise<void> {
  const round = await trx.selectFrom('round_now').selectAll().where('slug', '=', slug).executeTakeFirst()
  if (!round) return refuse('not-found', 'There is no such round.')
  refuseIf(round.state === 'frozen', 'conflict', 'This round is frozen: its days cannot change any more.')
  const meeting = moved ?? { id: round.meeting_id!, heldOn: round.presented_on! }
  const fault = faultOfDays({ ...days, meetingOn: meeting.heldOn })
  if (fault) refuse('invalid', fault.message)
  const changed = 'Somebody else changed the days of this round while you did. Look at what they are now, then save again.'
  refuseIf(round.days_version !== basedOn, 'conflict', changed)
  await refuseOnConflict(insertDays(trx, officer, round.id!, basedOn + 1, days, meeting), changed)
  await recordEvent(trx, officer, 'round.days-changed', `/rounds/${slug}`, {
    name: round.name,
    asked: days.askedOn,
    due: days.dueOn,
    papers: days.papersOn,
    ...(moved && { meeting: moved.heldOn }),
    was: { asked: round.asked_on, due: round.due_on, papers: round.papers_on, ...(moved && { meeting: round.presented_on }) },
  })
}
