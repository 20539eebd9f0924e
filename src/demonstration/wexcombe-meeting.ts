import type { DecisionSaid } from '../decisions/decision.ts'
import { recordAttendance } from '../decisions/record-attendance.ts'
import { recordDecisions } from '../decisions/record-decision.ts'
import { isClaimedDone, openParts, type RoomLine } from '../decisions/room-line.ts'
import { loadRoom, type Room } from '../decisions/room.queries.ts'
import { setCommitteeRule } from '../meetings/committee-rule.ts'
import { findMeeting } from '../meetings/meeting.queries.ts'
import { addItems } from '../meetings/save-agenda.ts'
import { giveSeat } from '../members/give-seat.ts'
import type { SeatPlace } from '../members/member.ts'
import { addMember } from '../members/save-member.ts'
import type { Officer } from '../people/officer.ts'
import type { Trx } from '../platform/database/database.ts'
import { YOUNG_CARERS } from './young-carers.ts'

const HELD_ON = '2026-09-16'
const EVENING = new Date('2026-09-16T18:20:00Z')

const MEMBERS: [name: string, place: SeatPlace, represents: string, attends: 'present' | 'apologies'][] = [
  ['Cllr Beatrix Holloway', 'chair', 'Independent', 'present'],
  ['Cllr Desmond Pryor', 'vice-chair', 'Wexcombe Residents', 'present'],
  ['Cllr Sunniva Marsh', 'member', 'Independent', 'present'],
  ['Cllr Ottoline Reeve', 'member', 'Wexcombe Residents', 'present'],
  ['Cllr Jem Standish', 'member', 'Independent', 'apologies'],
  ['Mrs Frances Oakley', 'co-optee', 'Parent governors', 'present'],
]

/** The Children and Young People Panel’s meeting of September 2026: who sat, who came, and what was decided on young carers. */
export async function holdSeptemberMeeting(trx: Trx, officer: Officer): Promise<void> {
  const { slug } = await trx
    .selectFrom('meeting_now as m')
    .innerJoin('round_now as r', (join) => join.onRef('r.council_id', '=', 'm.council_id').onRef('r.meeting_id', '=', 'm.meeting_id'))
    .innerJoin('round_review as rr', (join) => join.onRef('rr.council_id', '=', 'r.council_id').onRef('rr.round_id', '=', 'r.id'))
    .innerJoin('review_now as v', (join) => join.onRef('v.council_id', '=', 'rr.council_id').onRef('v.review_id', '=', 'rr.review_id'))
    .select('m.slug')
    .where('m.held_on', '=', HELD_ON)
    .where('v.title', '=', YOUNG_CARERS.title)
    .executeTakeFirstOrThrow()
  const meeting = await findMeeting(trx, slug)
  await setCommitteeRule(
    trx,
    officer,
    meeting.committee,
    { quorum: 3, minuteReference: '{number}/{year}', nextNumber: 18, recordsMovers: true },
    0,
  )
  const lines = []
  for (const [name, place, represents, state] of MEMBERS) {
    const isCoOptee = place === 'co-optee'
    const { id } = await addMember(trx, officer, { name, kind: isCoOptee ? 'co-optee' : 'councillor', represents, email: '' })
    await giveSeat(trx, officer, meeting.committee, { id, name }, { place, voting: !isCoOptee, from: '2026-05-20', until: null })
    lines.push({ memberId: id, version: 0, state, forMemberId: null, arrived: null, departed: null })
  }
  const item = { text: '', reviewId: null, appended: false, exemptParagraphs: [], publicInterest: '', lateReason: '' }
  await addItems(trx, officer, meeting, [
    { ...item, kind: 'apologies', title: 'Apologies for absence', roundId: null },
    { ...item, kind: 'declarations', title: 'Declarations of interest', roundId: null },
    { ...item, kind: 'round', title: `${YOUNG_CARERS.title}: progress on agreed recommendations`, roundId: meeting.rounds[0]!.id },
  ])
  await recordAttendance(trx, officer, meeting, lines, HELD_ON)
  const room = await loadRoom(trx, meeting)
  await recordDecisions(trx, officer, meeting, decisionsIn(room, lines[0]!.memberId, lines[2]!.memberId), EVENING)
}

/** What is claimed as done is signed off; of the rest the first is challenged, the second’s owner called, and all others agreed with. */
function decisionsIn(room: Room, movedBy: string, secondedBy: string): DecisionSaid[] {
  const isDone = (line: RoomLine) => isClaimedDone(line) && openParts(line, new Set()).length === 0
  const rest = room.lines.filter((line) => !isDone(line) && line.statements.length > 0)
  return [...room.lines.filter(isDone), ...rest].map((line, at) => {
    const place = rest.indexOf(line)
    const kind = isDone(line) ? 'sign-off' : place === 0 ? 'challenge' : place === 1 ? 'call' : 'agree'
    return {
      agendaItemId: line.agendaItem.id,
      recommendationId: line.recommendation.id,
      actionId: line.actionId,
      kind,
      gradeCode: kind === 'challenge' ? (line.review.scale.grades.find(({ meaning }) => meaning === 'not_achieved')?.code ?? null) : null,
      words: kind === 'challenge' ? 'Members were not persuaded that this can be done by the date given.' : '',
      ending: null,
      movedBy,
      secondedBy,
      minuteReference: room.references.get(line.agendaItem.id) ?? '',
      checkBack: null,
      warned: '',
      deviceKey: crypto.randomUUID(),
      deviceNumber: at + 1,
      decidedAt: EVENING,
      basedOn: '',
    }
  })
}
