import { recordAttendance } from '../src/decisions/record-attendance.ts'
import type { DecisionSaid } from '../src/decisions/decision.ts'
import { recordDecisions, type Recorded } from '../src/decisions/record-decision.ts'
import { loadRoom, standingDecision, type Room } from '../src/decisions/room.queries.ts'
import { findMeeting } from '../src/meetings/meeting.queries.ts'
import type { MeetingRecord } from '../src/meetings/meeting.ts'
import { giveSeat } from '../src/members/give-seat.ts'
import type { SeatPlace } from '../src/members/member.ts'
import { addMember } from '../src/members/save-member.ts'
import type { Officer } from '../src/people/officer.ts'
import type { Trx } from '../src/platform/database/database.ts'
import { anItem, putAgenda } from './fictional-agenda.ts'
import { putYoungCarers, type FictionalReview } from './fictional-review.ts'

export interface FictionalMeeting extends FictionalReview {
  meeting: MeetingRecord
  /** Their ids by name. */
  members: Map<string, string>
}

const MEMBERS: [name: string, place: SeatPlace, voting: boolean][] = [
  ['Cllr Ash', 'chair', true],
  ['Cllr Birch', 'vice-chair', true],
  ['Cllr Cedar', 'member', true],
  ['Cllr Dogwood', 'member', true],
  ['Ms Elder', 'co-optee', false],
  ['Cllr Fir', 'substitute', true],
]

/** When the panel sits; decisions are recorded at this moment unless a test says otherwise. */
export const IN_THE_EVENING = new Date('2026-12-09T19:00:00Z')

/** The panel's meeting of 9 December 2026 on young carers: four members with a vote there, a co-optee without, a substitute who is not needed. */
export async function putPanelMeeting(trx: Trx, officer: Officer): Promise<FictionalMeeting> {
  const review = await putYoungCarers(trx, officer)
  const committee = { id: review.committeeId, slug: 'children', name: 'Children and Young People Panel' }
  const members = await putMembers(trx, officer, committee)
  const { slug } = await putAgenda(trx, officer, review.committeeId, '2026-12-09', [
    anItem('Apologies for absence', { kind: 'apologies' }),
    anItem('Support for young carers', { kind: 'round', roundId: review.rounds[2]!.id }),
  ])
  const meeting = await findMeeting(trx, slug)
  await attend(trx, officer, meeting, members)
  return { ...review, meeting, members }
}

export async function putMembers(
  trx: Trx,
  officer: Officer,
  committee: { id: string; slug: string; name: string },
): Promise<Map<string, string>> {
  const members = new Map<string, string>()
  for (const [name, place, voting] of MEMBERS) {
    const { id } = await addMember(trx, officer, {
      name,
      kind: place === 'co-optee' ? 'co-optee' : 'councillor',
      represents: '',
      email: '',
    })
    await giveSeat(trx, officer, committee, { id, name }, { place, voting, from: '2026-05-20', until: null })
    members.set(name, id)
  }
  return members
}

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
  await recordAttendance(trx, officer, meeting, lines)
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
