import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import { refuseOnConflict } from '../platform/database/conflict.ts'
import type { Trx } from '../platform/database/database.ts'
import { keepMeetingPapers, lockCalendar, meetingOn } from './insert-meeting.ts'
import { holdMeeting } from './hold-meeting.ts'
import type { MeetingPlanned, MeetingRecord } from './meeting.ts'

/**
 * Puts a committee's meetings in the calendar. Refuses (invalid) none, and (conflict) a day on which the committee meets already, naming each. Records
 * `meeting.planned` for each.
 */
export async function planMeetings(
  trx: Trx,
  officer: Officer,
  committee: { id: string; name: string },
  meetings: readonly MeetingPlanned[],
): Promise<string[]> {
  refuseIf(meetings.length === 0, 'invalid', 'Enter the day of the meeting.')
  await lockCalendar(trx, committee.id)
  const known = await trx.selectFrom('meeting_now').select('held_on').where('committee_id', '=', committee.id).execute()
  const twice = meetings.filter(
    ({ heldOn }, at) => known.some((row) => row.held_on === heldOn) || meetings.findIndex((one) => one.heldOn === heldOn) < at,
  )
  refuseIf(
    twice.length > 0,
    'conflict',
    `${committee.name} meets on ${twice.map(({ heldOn }) => inWords(heldOn)).join(', ')} already. A committee has one meeting on a day.`,
  )
  const slugs: string[] = []
  for (const { heldOn, time, venue } of meetings) {
    const id = await meetingOn(trx, officer, committee.id, heldOn)
    if (time || venue) await keepMeetingPapers(trx, officer, id, { ...(time && { time }), ...(venue && { venue }) })
    const { slug } = await trx.selectFrom('meeting').select('slug').where('id', '=', id).executeTakeFirstOrThrow()
    await recordEvent(trx, officer, 'meeting.planned', `/meetings/${slug}`, { name: committee.name, day: heldOn, time, venue })
    slugs.push(slug)
  }
  return slugs
}

/**
 * Says anew when and where a meeting is. Its address stays; a round that goes before it keeps its own day, unless `moveMeeting` moves both. Refuses
 * (conflict) a cancelled meeting, a day on which the committee meets already, or where someone has saved since it was read. Records `meeting.corrected`.
 */
export async function correctMeeting(
  trx: Trx,
  officer: Officer,
  meeting: MeetingRecord,
  said: MeetingPlanned,
  version: number,
): Promise<void> {
  const { heldOn, time, venue } = said
  await holdMeeting(trx, meeting, 'it has no other day, time or place')
  await lockCalendar(trx, meeting.committee.id)
  const other = await trx
    .selectFrom('meeting_now')
    .select('slug')
    .where('committee_id', '=', meeting.committee.id)
    .where('held_on', '=', heldOn)
    .where('meeting_id', '!=', meeting.id)
    .executeTakeFirst()
  refuseIf(other !== undefined, 'conflict', `${meeting.committee.name} has a meeting on ${inWords(heldOn)} already.`)
  const papers = { ...meeting.papers, time: time || undefined, venue: venue || undefined }
  const row = {
    council_id: officer.councilId,
    meeting_id: meeting.id,
    version: version + 1,
    held_on: heldOn,
    papers: JSON.stringify(papers),
    saved_by: officer.accountId,
  }
  await refuseOnConflict(
    trx.insertInto('meeting_version').values(row).execute(),
    'Someone else changed this meeting while you were writing. What you wrote is below; open the page again to see theirs.',
  )
  await recordEvent(trx, officer, 'meeting.corrected', `/meetings/${meeting.slug}`, {
    name: meeting.committee.name,
    day: heldOn,
    time,
    venue,
  })
}
