import { recordAttendance } from '../src/decisions/record-attendance.ts'
import type { DecisionSaid } from '../src/decisions/decision.ts'
import { recordDecisions, type Recorded } from '../src/decisions/record-decision.ts'
import { loadRoom, standingDecision, type Room } from '../src/decisions/room.queries.ts'
import { findMeeting } from '../src/meetings/meeting.queries.ts'
import type { MeetingRecord } from '../src/meetings/meeting.ts'
import type { Officer } from '../src/people/officer.ts'
import type { Trx } from '../src/platform/database/database.ts'
import { anItem, putAgenda } from './fictional-agenda.ts'
import { putCommittee, putScale, putYoungCarers, type FictionalReview } from './fictional-review.ts'
import { putMembers, type MemberPut } from './fictional-room.ts'
import { setCommitteeRule } from '../src/meetings/committee-rule.ts'
import { meetingOn } from '../src/meetings/insert-meeting.ts'
import { insertRecommendation } from '../src/recommendations/insert-recommendation.ts'
import { addPromise } from '../src/recommendations/promise.ts'
import { insertReview } from '../src/reviews/insert-review.ts'
import { freezeContent } from '../src/rounds/freeze-round.ts'
import { insertRound, insertRoundItem, insertRoundReview, insertUpdate, type UpdateSaid } from '../src/rounds/insert-round.ts'

export interface FictionalMeeting extends FictionalReview {
  meeting: MeetingRecord
  /** Their ids by name. */
  members: Map<string, string>
}

const MEMBERS: MemberPut[] = [
  { name: 'Cllr Ash', place: 'chair' },
  { name: 'Cllr Birch', place: 'vice-chair' },
  { name: 'Cllr Cedar', place: 'member' },
  { name: 'Cllr Dogwood', place: 'member' },
  { name: 'Ms Elder', place: 'co-optee' },
  { name: 'Cllr Fir', place: 'substitute' },
]

/** When the panel sits; decisions are recorded at this moment unless a test says otherwise. */
export const IN_THE_EVENING = new Date('2026-12-09T19:00:00Z')

/** The panel's meeting of 9 December 2026 on young carers: four members with a vote there, a co-optee without, a substitute who is not needed. */
export async function putPanelMeeting(trx: Trx, officer: Officer): Promise<FictionalMeeting> {
  const review = await putYoungCarers(trx, officer)
  const committee = { id: review.committeeId, slug: 'children', name: 'Children and Young People Panel' }
  const members = await putMembers(trx, officer, committee, MEMBERS)
  const { slug } = await putAgenda(trx, officer, review.committeeId, '2026-12-09', [
    anItem('Apologies for absence', { kind: 'apologies' }),
    anItem('Support for young carers', { kind: 'round', roundId: review.rounds[2]!.id }),
  ])
  const meeting = await findMeeting(trx, slug)
  await attend(trx, officer, meeting, members)
  return { ...review, meeting, members }
}

/**
 * The panel's meeting of 9 December 2026 on a review of many recommendations, frozen and graded in turn as achieved, on track, slipped with a later date,
 * and not achieved.
 */
export async function putLongMeeting(trx: Trx, officer: Officer, count: number): Promise<{ meeting: MeetingRecord; reviewSlug: string }> {
  const committee = {
    id: await putCommittee(trx, officer, 'children', 'Children and Young People Panel'),
    slug: 'children',
    name: 'Children and Young People Panel',
  }
  const particulars = {
    title: 'Repairs to council homes',
    committeeId: committee.id,
    scaleId: await putScale(trx, officer),
    layout: 'progress-table' as const,
  }
  const { id: reviewId, slug: reviewSlug } = await insertReview(trx, officer, { ...particulars, linkOfficers: [], actionPlanAgreed: null })
  const meetingId = await meetingOn(trx, officer, committee.id, '2026-12-09')
  const round = await insertRound(trx, officer, { name: 'Winter 2026', meetingId, presentedOn: '2026-12-09', dueOn: null })
  await insertRoundReview(trx, officer, round.id, reviewId, 'Winter 2026')
  for (let at = 1; at <= count; at++) {
    const text = `That repair ${at} of the programme is carried out in every ward.`
    const { id } = await insertRecommendation(trx, officer, reviewId, { ref: String(at), text })
    await addPromise(trx, officer, { recommendationId: id }, { words: 'March 2027', iso: '2027-03-31' })
    const itemId = await insertRoundItem(trx, officer, round.id, at, { recommendationId: id, actionId: null, statement: 1 })
    await insertUpdate(trx, officer, itemId, 1, IN_TURN[at % IN_TURN.length]!, 'officer')
  }
  await freezeContent(trx, officer, round.slug)
  const members = await putMembers(trx, officer, committee, MEMBERS)
  const { slug } = await putAgenda(trx, officer, committee.id, '2026-12-09', [
    anItem('Repairs to council homes', { kind: 'round', roundId: round.id }),
  ])
  const meeting = await findMeeting(trx, slug)
  await attend(trx, officer, meeting, members)
  const rule = { quorum: 3, minuteReference: '{number}/{year}', nextNumber: 34, recordsMovers: false }
  await setCommitteeRule(trx, officer, committee, rule, 0)
  return { meeting, reviewSlug }
}

const IN_TURN: UpdateSaid[] = [
  { evidence: 'The work is done and was inspected.', gradeCode: '1', meaning: 'achieved' },
  { evidence: 'Half of the wards are done.', gradeCode: '2', meaning: 'on_track' },
  {
    evidence: 'The contractor was changed.',
    gradeCode: '3',
    meaning: 'slipped',
    explanation: 'The first contractor left.',
    revisedWords: 'September 2027',
    revisedIso: '2027-09-30',
    revisedReason: 'The new contractor begins in June.',
  },
  { evidence: 'It will not be done.', gradeCode: '4', meaning: 'not_achieved', explanation: 'The grant was refused.' },
]

/** Everybody but the substitute is there; those named are away. */
export async function attend(
  trx: Trx,
  officer: Officer,
  meeting: MeetingRecord,
  members: Map<string, string>,
  away: readonly string[] = [],
) {
  const room = await loadRoom(trx, meeting)
  const lines = [...members].map(([name, memberId]) => ({
    memberId,
    version: room.there.attendance.find((one) => one.memberId === memberId)?.version ?? 0,
    state: away.includes(name) || name === 'Cllr Fir' ? ('apologies' as const) : ('present' as const),
    forMemberId: null,
    arrived: null,
    departed: null,
  }))
  await recordAttendance(trx, officer, meeting, lines, meeting.heldOn)
}

/** A decision about the line of this name, pressed on what stands; name only what matters to the test. */
export function aDecision(room: Room, name: string, more: Partial<DecisionSaid> & Pick<DecisionSaid, 'kind'>): DecisionSaid {
  const line = room.lines.find((one) => one.name === name)
  if (!line) throw new Error(`No line ${name} among ${room.lines.map((one) => one.name).join('; ')}`)
  return {
    agendaItemId: line.agendaItem.id,
    recommendationId: line.recommendation.id,
    actionId: line.actionId,
    gradeCode: null,
    words: '',
    ending: null,
    movedBy: null,
    secondedBy: null,
    minuteReference: '34/26',
    checkBack: null,
    warned: '',
    deviceKey: crypto.randomUUID(),
    deviceNumber: 1,
    decidedAt: IN_THE_EVENING,
    basedOn: standingDecision(room, line)?.deviceKey ?? '',
    ...more,
  }
}

/** Records one decision as the room's page would. */
export async function decide(
  trx: Trx,
  officer: Officer,
  meeting: MeetingRecord,
  name: string,
  more: Partial<DecisionSaid> & Pick<DecisionSaid, 'kind'>,
  now = IN_THE_EVENING,
): Promise<Recorded> {
  const [recorded] = await recordDecisions(trx, officer, meeting, [aDecision(await loadRoom(trx, meeting), name, more)], now)
  return recorded!
}
