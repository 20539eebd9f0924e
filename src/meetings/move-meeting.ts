import { recordEvent } from '../history/record-event.ts'
import type { Officer } from '../people/officer.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import { refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { changeDays, type DaysSaid } from '../rounds/change-days.ts'
import { isAnnounced, publishNotice } from './meeting-notice.ts'
import { isOther, type MeetingPlanned, type MeetingRecord } from './meeting.ts'
import { correctMeeting } from './plan-meetings.ts'

/** The days of a round as its meeting moves, on the version that was shown. */
export interface RoundMoved extends DaysSaid {
  slug: string
  version: number
}

/**
 * Moves a meeting to another day, time or place, and with it the rounds that go before it and are not frozen, each with the days given; a frozen round
 * keeps the day that members saw. What was published of it stays. Where the public was told of it a notice of the change is published; then it refuses
 * (invalid) a day that has passed, and what is no change. Refuses what `correctMeeting` refuses of the meeting and `changeDays` of the rounds. Records `meeting.moved` beside their events.
 */
export async function moveMeeting(
  trx: Trx,
  officer: Officer,
  meeting: MeetingRecord,
  organisation: string,
  { version, rounds, ...said }: MeetingPlanned & { version: number; rounds: readonly RoundMoved[] },
  now: Date,
): Promise<void> {
  const tells = await tellsOfMove(trx, meeting, now)
  refuseIf(
    tells && said.heldOn < today(now),
    'invalid',
    `The public was told of this meeting, and ${inWords(said.heldOn)} has passed. Choose a day to come.`,
  )
  refuseIf(tells && !isOther(meeting, said), 'invalid', 'The meeting has this day, time and place already: there is nothing to tell.')
  await correctMeeting(trx, officer, meeting, said, version)
  for (const { slug, version: basedOn, ...days } of rounds)
    await changeDays(trx, officer, slug, basedOn, days, { id: meeting.id, heldOn: said.heldOn })
  const hash = tells ? await publishNotice(trx, officer, meeting, { moved: said }, organisation, now) : null
  await recordEvent(trx, officer, 'meeting.moved', `/meetings/${meeting.slug}`, {
    name: meeting.committee.name,
    from: inWords(meeting.heldOn),
    to: inWords(said.heldOn),
    rounds: rounds.length,
    notice: hash,
  })
}

/** Whether moving a meeting is told by a notice: it was announced, and its day has not passed. */
export async function tellsOfMove(trx: Trx, { id, heldOn }: MeetingRecord, now: Date): Promise<boolean> {
  return heldOn >= today(now) && (await isAnnounced(trx, id))
}
