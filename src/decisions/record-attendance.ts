import { recordEvent, type EventDetail } from '../history/record-event.ts'
import { isExempt } from '../meetings/agenda.ts'
import { storedItems } from '../meetings/agenda.queries.ts'
import { holdMeeting } from '../meetings/hold-meeting.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import { sitsAlways } from '../members/member.ts'
import type { Officer } from '../people/officer.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { attendanceOf, ATTENDANCE_WORDS, type AttendanceSaid, type DeclarationSaid, type InTheRoom } from './attendance.ts'
import { whoIsThere } from './attendance.queries.ts'

/** One member's attendance as a form says it, on the version that it showed. */
export interface AttendanceLine extends AttendanceSaid {
  memberId: string
  version: number
}

/**
 * Records how members attend; those that are unchanged are left as they are. Refuses (invalid) who does not sit that day, a departure before the arrival,
 * and two substitutes for one member, or one for somebody who is present; (conflict) at a cancelled meeting, where someone else has saved meanwhile, and
 * before the meeting's day anything but apologies, substitutes, and what takes these back. Records `attendance.recorded` with how many of each.
 */
export async function recordAttendance(
  trx: Trx,
  officer: Officer,
  meeting: MeetingRecord,
  lines: readonly AttendanceLine[],
  day: CalendarDate,
): Promise<number> {
  await holdMeeting(trx, meeting, 'nobody attends it')
  const room = await whoIsThere(trx, meeting)
  refuseUnlikely(room, lines)
  const changed = lines.filter((line) => isChanged(line, attendanceOf(room, line.memberId)))
  refuseIf(
    day < meeting.heldOn && changed.some((line) => !isKnownBefore(room, line)),
    'conflict',
    `The meeting is on ${inWords(meeting.heldOn)}. Until that day only apologies, and who sits for whom, can be recorded.`,
  )
  if (changed.length === 0) return 0
  const rows = changed.map(({ memberId, version, state, forMemberId, arrived, departed }) => ({
    council_id: officer.councilId,
    meeting_id: meeting.id,
    member_id: memberId,
    version: version + 1,
    state,
    for_member_id: forMemberId,
    arrived,
    departed,
    saved_by: officer.accountId,
  }))
  await refuseOnConflict(
    trx.insertInto('attendance').values(rows).execute(),
    'Someone else recorded attendance while you were writing. Open the page again to see theirs.',
  )
  const counts = Object.groupBy(lines, ({ state }) => state)
  await recordEvent(trx, officer, 'attendance.recorded', `/meetings/${meeting.slug}/attendance`, {
    present: counts.present?.length ?? 0,
    apologies: counts.apologies?.length ?? 0,
    absent: counts.absent?.length ?? 0,
  })
  return changed.length
}

/** What can be known before a meeting: apologies, who sits for whom, and that either is taken back. */
function isKnownBefore(room: InTheRoom, { memberId, state, forMemberId, arrived, departed }: AttendanceLine): boolean {
  if (arrived !== null || departed !== null) return false
  return state === 'apologies' || forMemberId !== null || attendanceOf(room, memberId) !== undefined
}

function refuseUnlikely(room: InTheRoom, lines: readonly AttendanceLine[]): void {
  const nameOf = (id: string | null) => room.seats.find(({ member }) => member.id === id)?.member.name ?? 'A member'
  for (const line of lines) {
    const name = nameOf(line.memberId)
    const seat = room.seats.find(({ member }) => member.id === line.memberId)
    if (!seat) refuse('invalid', 'Somebody named here does not sit on this committee that day. Open the page again.')
    refuseIf(
      line.arrived !== null && line.departed !== null && line.departed < line.arrived,
      'invalid',
      `${name} cannot have left before arriving.`,
    )
    if (line.forMemberId === null) continue
    refuseIf(sitsAlways(seat), 'invalid', `${name} has a seat of their own, and sits for nobody else.`)
    const other = lines.find((each) => each !== line && each.forMemberId === line.forMemberId && each.state === 'present')
    refuseIf(other !== undefined, 'invalid', `Two substitutes cannot both sit for ${nameOf(line.forMemberId)}.`)
    const replaced = lines.find(({ memberId }) => memberId === line.forMemberId)
    refuseIf(
      replaced?.state === 'present',
      'invalid',
      `${nameOf(line.forMemberId)} is present, so nobody sits for them: ${ATTENDANCE_WORDS.apologies} or ${ATTENDANCE_WORDS.absent.toLowerCase()}?`,
    )
  }
}

function isChanged(line: AttendanceLine, before: AttendanceSaid | undefined): boolean {
  return (
    before?.state !== line.state ||
    before.forMemberId !== line.forMemberId ||
    before.arrived !== line.arrived ||
    before.departed !== line.departed
  )
}

/**
 * Records that a member declared an interest. Refuses (conflict) a cancelled meeting, and (invalid) who does not sit that day, and an item that is not on
 * the agenda or was taken off it. Records `interest.declared`, without its words where the item is exempt: history is for everybody in the council.
 */
export async function declareInterest(trx: Trx, officer: Officer, meeting: MeetingRecord, said: DeclarationSaid): Promise<void> {
  await holdMeeting(trx, meeting, 'no interest is declared at it')
  const seat = (await whoIsThere(trx, meeting)).seats.find(({ member }) => member.id === said.memberId)
  if (!seat) return refuse('invalid', 'Choose a member who sits on this committee that day.')
  const item = (await storedItems(trx, meeting.id)).find(({ id, dropped }) => id === said.agendaItemId && !dropped)
  refuseIf(
    said.agendaItemId !== null && item === undefined,
    'invalid',
    'This item is not on the agenda of this meeting, or was taken off it. Choose another, or no item in particular.',
  )
  await trx
    .insertInto('declaration')
    .values({
      council_id: officer.councilId,
      meeting_id: meeting.id,
      member_id: said.memberId,
      agenda_item_id: said.agendaItemId,
      kind: said.kind,
      interest: said.interest,
      leaves: said.leaves,
      declared_by: officer.accountId,
    })
    .execute()
  const detail: EventDetail = item && isExempt(item) ? { name: seat.member.name } : { name: seat.member.name, interest: said.interest }
  await recordEvent(trx, officer, 'interest.declared', `/meetings/${meeting.slug}/declarations`, detail)
}

/** Takes back a declaration entered in error. Refuses (not-found, conflict) one that is not there, or was taken back. Records `declaration.withdrawn`. */
export async function withdrawDeclaration(trx: Trx, officer: Officer, meeting: MeetingRecord, id: string): Promise<void> {
  const room = await whoIsThere(trx, meeting)
  const declaration = room.declarations.find((one) => one.id === id)
  if (!declaration) return refuse('not-found', 'This declaration was taken back already.')
  const row = { council_id: officer.councilId, declaration_id: id, withdrawn_by: officer.accountId }
  await refuseOnConflict(trx.insertInto('declaration_withdrawal').values(row).execute(), 'This declaration was taken back already.')
  const name = room.seats.find(({ member }) => member.id === declaration.memberId)?.member.name ?? ''
  await recordEvent(trx, officer, 'declaration.withdrawn', `/meetings/${meeting.slug}/declarations`, { name })
}
