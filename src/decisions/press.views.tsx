import type { FilledForm } from '../platform/web/form.ts'
import { Details, InsetText, WarningText } from '../platform/web/page-parts.tsx'
import { Form, HiddenField, Select, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { quorumAt, quorumWords, whyNotEntitled } from './attendance.ts'
import {
  CHECK_BACK_MONTHS,
  CLOSE_ENDINGS,
  ENDING_WORDS,
  KIND_BUTTONS,
  SIGN_OFF_ENDINGS,
  type CheckBackMonths,
  type DecisionKind,
} from './decision.ts'
import { beforeItsDayWords, isBeforeItsDay } from './decision-rules.ts'
import { fieldsOf } from './room.form.ts'
import { dateAskedFor, endingOf, isWholeLine, type RoomLine } from './room-line.ts'
import type { Room } from './room.queries.ts'

/** The key of each decision, as the room's page says beside its button. */
const KIND_KEYS: Partial<Record<DecisionKind, string>> = {
  agree: 'a',
  challenge: 'c',
  'sign-off': 's',
  defer: 'd',
  call: 'k',
  'grant-extension': 'e',
  'refuse-extension': 'r',
  close: 'x',
}

interface PressProps {
  room: Room
  line: RoomLine
  form: FilledForm
  now: Date
}

/** The form by which a line is decided: the details that go with a decision, and a button for each; before the meeting's day, when that begins. */
export function PressForm({ room, line, form, now }: PressProps) {
  if (isBeforeItsDay(room.meeting, now)) return <InsetText>{beforeItsDayWords(room.meeting)}</InsetText>
  const fields = fieldsOf(line)
  const at = (name: string) => `${fields}.${name}`
  const quorum = quorumAt(room.there, room.rule.quorum, line.agendaItem.id, now)
  const isAgain = form.faults.length > 0
  return (
    <Form action={addressOf(room, line)} class="decisions-press" label={`Decide on ${line.name}, item ${line.agendaItem.number}`}>
      <HiddenField form={form} name={at('basedOn')} />
      <HiddenField form={form} name={at('deviceKey')} />
      {!quorum.isThere && <WarningText>{quorumWords(quorum)}</WarningText>}
      {/* The Enter key presses a form’s first button, and must decide nothing by itself. */}
      <button type="submit" name={at('kind')} value="" class="decisions-none" tabindex={-1} aria-hidden="true">
        Choose what is decided
      </button>
      <div class="decisions-buttons">
        {kindsFor(room, line).map((kind) => (
          <button
            type="submit"
            class="govuk-button decisions-button"
            name={at('kind')}
            value={kind}
            data-kind={kind}
            aria-keyshortcuts={KIND_KEYS[kind]}
          >
            {`${KIND_BUTTONS[kind]} `}
            {KIND_KEYS[kind] && (
              <kbd class="decisions-key" aria-hidden="true">
                {KIND_KEYS[kind]}
              </kbd>
            )}
          </button>
        ))}
      </div>
      <TextArea
        form={form}
        name={at('words')}
        label="The committee’s words"
        hint="Needed to challenge without a grade, to refuse a date, and to take up again"
        rows={2}
      />
      <Select
        form={form}
        name={at('grade')}
        label="The committee’s own grade, where it challenges"
        blank="The same as claimed"
        choices={line.review.scale.grades.map(({ code, label }) => ({ value: code, text: label === code ? label : `${code} ${label}` }))}
      />
      <Select
        form={form}
        name={at('closeEnding')}
        label="How it ended, where it is closed"
        blank="Choose for a close"
        choices={CLOSE_ENDINGS.map((ending) => ({ value: ending, text: ENDING_WORDS[ending] }))}
      />
      {isWholeLine(line) && <CheckBack form={form} name={at('checkBack')} />}
      {!quorum.isThere && <AllTheSame form={form} name={at('warned')} />}
      <Details summary="Ending of a sign-off, minute reference, movers" open={isAgain}>
        <Select
          form={form}
          name={at('signOffEnding')}
          label="How it ended, where it is signed off"
          blank={`By the record: ${ENDING_WORDS[endingOf(line, room.meeting.heldOn)].toLowerCase()}`}
          choices={SIGN_OFF_ENDINGS.map((ending) => ({ value: ending, text: ENDING_WORDS[ending] }))}
        />
        <TextInput form={form} name={at('minuteReference')} label="Minute reference" width={10} />
        {quorum.isThere && <AllTheSame form={form} name={at('warned')} />}
        <Entitled room={room} line={line} form={form} name={at('movedBy')} label="Moved by" now={now} />
        <Entitled room={room} line={line} form={form} name={at('secondedBy')} label="Seconded by" now={now} />
      </Details>
    </Form>
  )
}

/** Whether what is signed off was kept up can be asked later, as the same page after the meeting would say it. */
export function CheckBack({ form, name }: { form: FilledForm; name: string }) {
  return (
    <Select
      form={form}
      name={name}
      label="Did it stick? Ask again, where it is signed off"
      blank="Not asked again"
      choices={CHECK_BACK_MONTHS.map((months) => ({ value: months, text: CHECK_BACK_WORDS[months] }))}
    />
  )
}

const CHECK_BACK_WORDS: Record<CheckBackMonths, string> = { '6': 'In six months', '12': 'In twelve months' }

function AllTheSame({ form, name }: { form: FilledForm; name: string }) {
  return (
    <TextInput
      form={form}
      name={name}
      label="Why it is recorded all the same"
      hint="Only where Heed warns, for example: an informal view. It stays beside the decision"
    />
  )
}

/** The members who may move or second; whoever was chosen before stays in the list, so that the refusal is about somebody. */
function Entitled({ room, line, form, name, label, now }: PressProps & { name: string; label: string }) {
  const chosen = form.values[name]
  const members = room.there.seats.filter(
    ({ member }) => member.id === chosen || whyNotEntitled(room.there, member.id, line.agendaItem.id, now) === null,
  )
  return (
    <Select
      form={form}
      name={name}
      label={label}
      blank="Not recorded"
      choices={members.map(({ member }) => ({ value: member.id, text: member.name }))}
    />
  )
}

/** What can be decided about a line as it stands. */
function kindsFor(room: Room, line: RoomLine): DecisionKind[] {
  const asks = dateAskedFor(line) !== undefined
  const settled = line.actionId === null && room.settled.has(line.recommendation.id)
  return [
    'agree',
    'sign-off',
    'challenge',
    'defer',
    'call',
    ...(asks ? (['grant-extension', 'refuse-extension'] as const) : []),
    'close',
    ...(settled ? (['reopen'] as const) : []),
  ]
}

export const addressOf = ({ meeting }: Pick<Room, 'meeting'>, line: Pick<RoomLine, 'agendaItem' | 'id'>) =>
  `/meetings/${meeting.slug}/room/${line.agendaItem.id}/${line.id}`
