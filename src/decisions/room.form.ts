import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { choice, optionalChoice, optionalLongText, optionalText } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { CHECK_BACK_MONTHS, CLOSE_ENDINGS, DECISION_KINDS, SIGN_OFF_ENDINGS, type Decision, type DecisionSaid } from './decision.ts'
import type { RoomLine } from './room-line.ts'
import { standingDecision, type Room } from './room.queries.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const nothing = (value: string): string | null => (value === '' ? null : value)

export const decisionForm = z.object({
  kind: choice(DECISION_KINDS, 'Choose what the committee decides'),
  grade: optionalText(200).transform(nothing),
  words: optionalLongText(10_000),
  signOffEnding: optionalChoice(SIGN_OFF_ENDINGS),
  closeEnding: optionalChoice(CLOSE_ENDINGS),
  movedBy: optionalText(36).transform(nothing),
  secondedBy: optionalText(36).transform(nothing),
  minuteReference: optionalText(60),
  warned: optionalLongText(2000),
  checkBack: optionalChoice(CHECK_BACK_MONTHS),
  basedOn: optionalText(36),
  deviceKey: optionalText(36).refine((key) => UUID.test(key), 'This form has lost its key. Reload the page, and decide again.'),
  deviceNumber: z.coerce.number().int().min(0).max(1_000_000).default(0),
  decidedAt: optionalText(40),
})

/** The names of a line's fields: several lines can stand on one page. */
export const fieldsOf = (line: { id: string; agendaItem: { id: string } }): string =>
  `line${line.agendaItem.id.slice(0, 8)}${line.id.slice(0, 8)}`

/** The decision that a form about a line says. */
export function decisionSaid(
  line: Pick<RoomLine, 'agendaItem' | 'recommendation' | 'actionId'>,
  said: z.output<typeof decisionForm>,
  now: Date,
): DecisionSaid {
  const { kind, grade, signOffEnding, closeEnding, checkBack, decidedAt, ...rest } = said
  const moment = new Date(decidedAt)
  return {
    ...rest,
    kind,
    agendaItemId: line.agendaItem.id,
    recommendationId: line.recommendation.id,
    actionId: line.actionId,
    gradeCode: kind === 'challenge' ? grade : null,
    ending: kind === 'sign-off' ? signOffEnding : kind === 'close' ? closeEnding : null,
    checkBack: kind === 'sign-off' ? checkBack : null,
    decidedAt: decidedAt === '' || Number.isNaN(moment.getTime()) ? now : moment,
  }
}

/** The form of a line as it opens: who moved and seconded last, and the reason last given, are offered again. */
export function formOfLine(room: Room, line: RoomLine): FilledForm {
  const last = room.decisions.findLast((one) => !one.withdrawn)
  return filledForm({ [fieldsOf(line)]: { ...offered(room, line, last), deviceKey: randomUUID() } })
}

function offered(room: Room, line: RoomLine, last: Decision | undefined) {
  return {
    basedOn: standingDecision(room, line)?.deviceKey ?? '',
    minuteReference: room.references.get(line.agendaItem.id) ?? '',
    warned: last?.warned ?? '',
    movedBy: room.rule.recordsMovers ? (last?.movedBy ?? '') : '',
    secondedBy: room.rule.recordsMovers ? (last?.secondedBy ?? '') : '',
  }
}
