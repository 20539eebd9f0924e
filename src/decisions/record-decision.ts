import { sql } from 'kysely'
import { recordEvent } from '../history/record-event.ts'
import { holdMeeting } from '../meetings/hold-meeting.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import type { Officer } from '../people/officer.ts'
import { inWords, sameDayMonthsLater, today, type CalendarDate } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import type { Trx } from '../platform/database/database.ts'
import { recommendationAddress } from '../recommendations/recommendation-address.queries.ts'
import { setCheckBack, withdrawCheckBack } from '../rounds/check-back.ts'
import { standingCheckBacks } from '../rounds/check-back.queries.ts'
import { decideExtensions } from '../rounds/decide-extensions.ts'
import type { Grade } from '../scales/scale.ts'
import { decisionWords, isSettling, type CheckBackMonths, type Decision, type DecisionSaid } from './decision.ts'
import {
  lineDecided,
  refuseBeforeItsDay,
  refuseByKind,
  refuseNotEntitled,
  refuseStale,
  refuseUnlessReasoned,
  warningsOf,
} from './decision-rules.ts'
import { decisionsOf, settlementsOf } from './decision.queries.ts'
import { endingOf, isWholeLine, type RoomLine } from './room-line.ts'
import { isPublicLine, loadRoom, standingDecision, type Room } from './room.queries.ts'

/** What became of one decision that was sent: recorded now, or known already by its device key. */
export interface Recorded {
  decision: Decision
  line: RoomLine | null
  again: boolean
}

/**
 * Records what a meeting decided, in the order given, all or none. A decision whose device key is known is answered with what was recorded then.
 * Refuses (conflict) at a cancelled meeting, before the meeting's day, where somebody else decided on the line since it was shown, a sign-off while a part is open, and settling or
 * taking up again what does not stand so; (invalid) what is not on the meeting's agenda, a challenge without grade or words, a close without its ending, a
 * later date that nobody asked for, a mover or seconder who is not entitled, asking again about a part or an action alone, and, without a reason, a meeting that has no quorum or a settlement without a
 * minute reference. A sign-off gets the ending that follows from the record unless one is given; a later date granted becomes the next promise; what is to
 * be asked about again after a sign-off is set, and taken back once the recommendation is settled no more. Records `decision.recorded` for each.
 */
export async function recordDecisions(
  trx: Trx,
  officer: Officer,
  meeting: MeetingRecord,
  decisions: readonly DecisionSaid[],
  now: Date,
): Promise<Recorded[]> {
  await holdMeeting(trx, meeting, 'nothing can be decided at it')
  await lockDecisions(trx, meeting.id)
  const room = await loadRoom(trx, meeting)
  const recorded: Recorded[] = []
  for (const said of decisions) recorded.push(await recordOne(trx, officer, room, withMoment(said, meeting, now), now))
  return recorded
}

/** Two devices decide one after the other: the second sees what the first recorded. */
async function lockDecisions(trx: Trx, meetingId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`decisions ${meetingId}`}, 0))`.execute(trx)
}

/** A device's clock may be wrong: a moment before the meeting's day or yet to come is none. */
function withMoment(said: DecisionSaid, { heldOn }: MeetingRecord, now: Date): DecisionSaid {
  const isLikely = said.decidedAt <= now && today(said.decidedAt) >= heldOn
  return isLikely ? said : { ...said, decidedAt: now }
}

async function recordOne(trx: Trx, officer: Officer, room: Room, said: DecisionSaid, now: Date): Promise<Recorded> {
  const known = room.decisions.find(({ deviceKey }) => deviceKey === said.deviceKey)
  if (known) return { decision: known, line: null, again: true }
  refuseBeforeItsDay(room, now)
  const line = lineDecided(room, said)
  refuseStale(room, line, said)
  refuseByKind(room, line, said)
  refuseNotEntitled(room, said)
  const warnings = warningsOf(room, line, said)
  refuseUnlessReasoned(warnings, said)
  await insertDecision(trx, officer, room, line, { ...said, warned: warnings.length > 0 ? said.warned : '' })
  await applyExtension(trx, officer, room, line, said)
  room.decisions = await decisionsOf(trx, room.meeting.id)
  if (isSettling(said.kind) || room.settled.has(said.recommendationId)) await refreshSettled(trx, room)
  await applyCheckBack(trx, officer, room, line, said.checkBack, today(now))
  const decision = standingDecision(room, line)!
  await recordEvent(trx, officer, 'decision.recorded', `/meetings/${room.meeting.slug}/decisions`, {
    // Of what the public may not see no word stands in the history.
    ...(isPublicLine(room, line) ? { name: line.name, review: line.review.title } : { item: line.agendaItem.number }),
    decision: decisionWords(decision),
    minute: said.minuteReference,
  })
  return { decision, line, again: false }
}

async function insertDecision(trx: Trx, officer: Officer, { meeting }: Room, line: RoomLine, said: DecisionSaid): Promise<void> {
  const grade = gradeChosen(line, said.kind === 'challenge' ? said.gradeCode : null)
  const ending = said.kind === 'sign-off' ? (said.ending ?? endingOf(line, meeting.heldOn)) : said.kind === 'close' ? said.ending : null
  await trx
    .insertInto('decision')
    .values({
      council_id: officer.councilId,
      meeting_id: meeting.id,
      agenda_item_id: said.agendaItemId,
      recommendation_id: said.recommendationId,
      action_id: said.actionId,
      item_id: line.statements[0]?.itemId ?? null,
      kind: said.kind,
      grade_code: grade?.code ?? null,
      grade_label: grade?.label ?? null,
      meaning: grade?.meaning ?? null,
      words: said.words,
      ending,
      moved_by: said.movedBy,
      seconded_by: said.secondedBy,
      minute_reference: said.minuteReference,
      warned: said.warned,
      device_key: said.deviceKey,
      device_number: said.deviceNumber,
      decided_at: said.decidedAt,
      recorded_by: officer.accountId,
    })
    .execute()
}

function gradeChosen({ review }: RoomLine, code: string | null): Grade | null {
  if (code === null) return null
  return review.scale.grades.find((grade) => grade.code === code) ?? refuse('invalid', 'Choose a grade of the review’s own scale.')
}

/** What was asked for in the round is granted or refused with the meeting as the one who decided; its minute is found by the decision, not copied. */
async function applyExtension(trx: Trx, officer: Officer, room: Room, line: RoomLine, said: DecisionSaid): Promise<void> {
  if (said.kind !== 'grant-extension' && said.kind !== 'refuse-extension') return
  const asking = line.statements
    .map(({ itemId, update }) => ({ itemId, update }))
    .filter(({ update }) => update.revisedWords && update.version > 0)
  await decideExtensions(
    trx,
    officer,
    asking.map(({ itemId, update }) => ({ itemId, version: update.version })),
    {
      granted: said.kind === 'grant-extension',
      decidedBy: `${room.meeting.committee.name}, ${inWords(room.meeting.heldOn)}`,
      reason: said.words,
      isPublic: isPublicLine(room, line),
    },
  )
}

/** Sets when a whole recommendation that is signed off is asked about again; of one that is settled no more, takes back what was set. */
async function applyCheckBack(
  trx: Trx,
  officer: Officer,
  { meeting, settled }: Pick<Room, 'meeting' | 'settled'>,
  line: RoomLine,
  months: CheckBackMonths | null,
  now: CalendarDate,
): Promise<void> {
  const { review, whole } = line
  refuseIf(
    months !== null && !isWholeLine(line),
    'invalid',
    'A recommendation is asked about again as a whole. Choose it where the whole is signed off.',
  )
  if (!isWholeLine(line)) return
  const one = { id: whole.id, address: recommendationAddress(review.slug, whole.slug), isSettled: settled.has(whole.id) }
  if (months !== null) {
    const dueOn = sameDayMonthsLater(meeting.heldOn, Number(months))
    await setCheckBack(trx, officer, one, { dueOn, reason: '' }, now)
  } else if (!one.isSettled && (await standingCheckBacks(trx, [whole.id])).size > 0) await withdrawCheckBack(trx, officer, one)
}

async function refreshSettled(trx: Trx, room: Room): Promise<void> {
  room.settled = await settlementsOf(trx, [...new Set(room.lines.map(({ recommendation }) => recommendation.id))])
}

/**
 * Takes back a decision as an error of the hand: what was decided before it on that line stands again. Refuses (conflict) one that no longer stands, one on
 * a later date (which has become a promise, or was answered to the owner), and after the meeting's day, when only a later decision can reverse it. With a
 * sign-off goes when it was to be asked about again. Records `decision.withdrawn`.
 */
export async function withdrawDecision(
  trx: Trx,
  officer: Officer,
  room: Room,
  line: RoomLine,
  decisionId: string,
  reason: string,
  now: Date,
): Promise<void> {
  const { meeting } = room
  await lockDecisions(trx, meeting.id)
  const stands = standingDecision({ decisions: await decisionsOf(trx, meeting.id) }, line)
  if (stands?.id !== decisionId) return refuse('conflict', 'Something else was decided on this meanwhile, or it was taken back already.')
  refuseIf(
    today(now) > meeting.heldOn,
    'conflict',
    'The meeting is over. Record another decision on this, or take it up again at a later meeting.',
  )
  refuseIf(
    stands.kind === 'grant-extension' || stands.kind === 'refuse-extension',
    'conflict',
    'A decision on a later date has its effect at once. Decide again, or correct the timescale of the recommendation.',
  )
  const row = { council_id: officer.councilId, decision_id: decisionId, reason, withdrawn_by: officer.accountId }
  await trx.insertInto('decision_withdrawal').values(row).execute()
  await refreshSettled(trx, room)
  await applyCheckBack(trx, officer, room, line, null, today(now))
  await recordEvent(trx, officer, 'decision.withdrawn', `/meetings/${meeting.slug}/decisions`, {
    ...(isPublicLine(room, line) ? { name: line.name, reason } : { item: line.agendaItem.number }),
    decision: decisionWords(stands),
  })
}
