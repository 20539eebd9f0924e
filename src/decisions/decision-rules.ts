import type { MeetingRecord } from '../meetings/meeting.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import { refuse, refuseIf } from '../platform/core/refusal.ts'
import { listOf } from '../referee/plain-words.ts'
import { quorumAt, quorumWords, whyNotEntitled } from './attendance.ts'
import { CLOSE_ENDINGS, decisionWords, KIND_WORDS, SIGN_OFF_ENDINGS, type Decision, type DecisionSaid } from './decision.ts'
import { dateAskedFor, openParts, type RoomLine } from './room-line.ts'
import { isAbout, standingDecision, type Room } from './room.queries.ts'

/** Refuses (conflict) a decision taken before the meeting is held. */
export function refuseBeforeItsDay({ meeting }: Room, now: Date): void {
  refuseIf(isBeforeItsDay(meeting, now), 'conflict', beforeItsDayWords(meeting))
}

export const isBeforeItsDay = ({ heldOn }: Pick<MeetingRecord, 'heldOn'>, now: Date): boolean => today(now) < heldOn

export const beforeItsDayWords = ({ heldOn }: Pick<MeetingRecord, 'heldOn'>): string =>
  `The meeting is on ${inWords(heldOn)}. Decisions can be recorded from that day.`

/** The line that a decision is about. Refuses (invalid) what is not on the meeting's agenda. */
export function lineDecided(room: Room, said: DecisionSaid): RoomLine {
  const item = room.agenda.find(({ id }) => id === said.agendaItemId)
  if (!item)
    return refuse(
      'invalid',
      'This item is not on the agenda of this meeting, or was taken off it. Put it on the agenda first, as a late item.',
    )
  const line = room.lines.find((one) => isAbout(said, one))
  return (
    line ??
    refuse('invalid', `This recommendation is not part of item ${item.number}, ${item.title}. Decide on it where it is on the agenda.`)
  )
}

/** Refuses (conflict) where somebody else decided on the line since it was shown. */
export function refuseStale(room: Room, line: RoomLine, said: DecisionSaid): void {
  const stands = standingDecision(room, line)
  if ((stands?.deviceKey ?? '') === said.basedOn) return
  const who = stands?.recordedBy ?? 'somebody else'
  refuse(
    'conflict',
    stands
      ? `${line.name}: ${who} recorded “${decisionWords(stands)}” meanwhile. Look at that, then decide again.`
      : `${line.name}: what was decided was taken back meanwhile. Look at it, then decide again.`,
  )
}

/** Refuses (invalid, conflict) what the kind of decision does not allow. */
export function refuseByKind(room: Room, line: RoomLine, said: DecisionSaid): void {
  const { kind, words } = said
  if (kind === 'challenge')
    refuseIf(
      said.gradeCode === null && words === '',
      'invalid',
      'Give the committee’s own grade or its words, so that the challenge says what it is.',
    )
  if (kind === 'close')
    refuseIf(
      said.ending === null || !isOneOf(CLOSE_ENDINGS, said.ending),
      'invalid',
      'Say how it ended: superseded, no longer relevant, not accepted in substance, asked and refused, or achieved in part.',
    )
  if (kind === 'sign-off') refuseSignOff(room, line, said)
  if (kind === 'close' || kind === 'sign-off') refuseSecondSettling(room, line)
  if (kind === 'grant-extension' || kind === 'refuse-extension')
    refuseIf(dateAskedFor(line) === undefined, 'invalid', `${line.name}: its update asks for no later date.`)
  if (kind === 'refuse-extension')
    refuseIf(words === '', 'invalid', 'Say why the later date is refused: whoever answers in the next round sees the reason.')
  if (kind === 'reopen') refuseReopening(room, line, words)
}

function isOneOf(list: readonly string[], word: string): boolean {
  return list.includes(word)
}

function refuseSignOff(room: Room, line: RoomLine, { ending }: DecisionSaid): void {
  refuseIf(
    ending !== null && !isOneOf(SIGN_OFF_ENDINGS, ending),
    'invalid',
    'What is signed off was achieved, in time or late, or in part, or was superseded. Close it where it was not.',
  )
  const open = openParts(line, new Set(room.settled.keys())).map(({ ref, position }) => ref || String(position))
  refuseIf(
    open.length > 0,
    'conflict',
    `${line.name} cannot be signed off: ${open.length === 1 ? `part ${open[0]} is` : `parts ${listOf(open)} are`} still open. Sign ${open.length === 1 ? 'that part' : 'those parts'} off first.`,
  )
}

/** A sign-off at this meeting can be decided anew; one of an earlier meeting is taken up again first. */
function refuseSecondSettling({ settled, meeting }: Room, line: RoomLine): void {
  const before = line.actionId === null ? settled.get(line.recommendation.id) : undefined
  refuseIf(
    before !== undefined && before.meeting.id !== meeting.id,
    'conflict',
    before
      ? `${line.name} was ${before.kind === 'close' ? 'closed' : 'signed off'} on ${inWords(before.meeting.heldOn)}. Take it up again first.`
      : '',
  )
}

function refuseReopening({ settled }: Room, line: RoomLine, words: string): void {
  refuseIf(
    line.actionId !== null || !settled.has(line.recommendation.id),
    'conflict',
    `${line.name} is neither signed off nor closed, so there is nothing to take up again.`,
  )
  refuseIf(words === '', 'invalid', 'Say why it is taken up again.')
}

/** Refuses (invalid) a mover or seconder who is not entitled, or the same for both. */
export function refuseNotEntitled({ there }: Room, said: DecisionSaid): void {
  refuseIf(said.movedBy !== null && said.movedBy === said.secondedBy, 'invalid', 'Whoever moved cannot second. Choose another member.')
  for (const [memberId, what] of [
    [said.movedBy, 'move'],
    [said.secondedBy, 'second'],
  ] as const) {
    const why = memberId && whyNotEntitled(there, memberId, said.agendaItemId, said.decidedAt)
    if (!why) continue
    const name = there.seats.find(({ member }) => member.id === memberId)?.member.name
    refuse(
      'invalid',
      `${name ? why : `Whoever is to ${what} this ${why}`}, so cannot ${what} it. Correct the attendance, or choose another member.`,
    )
  }
}

/** What Heed warns of before a decision is recorded, in words. */
export function warningsOf(
  room: Room,
  line: Pick<RoomLine, 'agendaItem'>,
  said: Pick<DecisionSaid, 'kind' | 'minuteReference' | 'decidedAt'>,
): string[] {
  const quorum = quorumAt(room.there, room.rule.quorum, line.agendaItem.id, said.decidedAt)
  const needsReference = said.kind === 'sign-off' || said.kind === 'close' || said.kind === 'reopen'
  return [
    ...(quorum.isThere ? [] : [quorumWords(quorum)]),
    ...(needsReference && said.minuteReference === ''
      ? [`“${KIND_WORDS[said.kind]}” stands without a minute reference: nobody could find later where it was decided.`]
      : []),
  ]
}

/** Refuses (invalid) what Heed warns of and no reason was given for. */
export function refuseUnlessReasoned(warnings: readonly string[], { warned }: Pick<Decision, 'warned'>): void {
  refuseIf(warnings.length > 0 && warned === '', 'invalid', `${warnings.join(' ')} Put that right, or say why it is recorded all the same.`)
}
