import type { Officer } from '../people/officer.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Checkboxes, Form, TextInput } from '../platform/web/form-fields.tsx'
import { EmptyState, InsetText, SummaryList, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { GradeTag } from '../scales/grade-tag.tsx'
import { leavingFor, quorumAt, quorumWords } from './attendance.ts'
import { decisionWords } from './decision.ts'
import { beforeItsDayWords, isBeforeItsDay } from './decision-rules.ts'
import type { DecisionAtMeeting } from './decision.queries.ts'
import { beginningOf, Decided, LineMatter, NamedLine } from './line.views.tsx'
import { addressOf, CheckBack, PressForm } from './press.views.tsx'
import type { Question } from './question.queries.ts'
import { fieldsOf, formOfLine } from './room.form.ts'
import { gradeClaimed, openParts, type RoomLine } from './room-line.ts'
import { isPublicLine, standingDecision, type Room } from './room.queries.ts'

/** What a page of the room shows beside the record of the meeting. */
export interface RoomMatter {
  room: Room
  questions: Question[]
  earlier: Map<string, DecisionAtMeeting[]>
  now: Date
}

export function RoomPage({ room, now }: { room: Room; now: Date }) {
  const { meeting, lines } = room
  const isToCome = isBeforeItsDay(meeting, now)
  const undecided = lines.filter((line) => !standingDecision(room, line))
  const quorum = quorumAt(room.there, room.rule.quorum, null, now)
  const leaving = room.agenda.flatMap(({ id, number }) =>
    leavingFor(room.there, id).map(({ seat }) => `${seat.member.name} should leave for item ${number}`),
  )
  if (lines.length === 0)
    return (
      <EmptyState title="Nothing on the agenda is decided line by line">
        <p class="govuk-body">Put the round, or the review whose response is due, on the agenda first.</p>
        <Button text="Agenda" href={`/meetings/${meeting.slug}/agenda`} />
      </EmptyState>
    )
  return (
    <>
      <InsetText>{isToCome ? beforeItsDayWords(meeting) : quorumWords(quorum)}</InsetText>
      <SummaryList
        rows={[
          {
            key: 'Decided',
            value: `${lines.length - undecided.length} of ${lines.length}`,
          },
          leaving.length > 0 && { key: 'Interests', value: leaving.join('; ') },
        ]}
      />
      <Buttons>
        {undecided.length > 0 && (
          <Button
            text={isToCome ? 'Read line by line' : undecided.length === lines.length ? 'Begin' : 'Go on'}
            href={addressOf(room, undecided[0]!)}
          />
        )}
        {!isToCome && <Button text="Sign off several" kind="secondary" href={`/meetings/${meeting.slug}/room/sign-off`} />}
        <a class="govuk-link" href={`/meetings/${meeting.slug}/attendance`}>
          Attendance
        </a>
        <a class="govuk-link" href={`/meetings/${meeting.slug}/declarations`}>
          Declarations
        </a>
        <a class="govuk-link" href={`/meetings/${meeting.slug}/questions`}>
          Members’ questions
        </a>
        <a class="govuk-link" href={`/meetings/${meeting.slug}/room/projector`} target="_blank">
          Projector (opens a window)
        </a>
        <a class="govuk-link" href={`/meetings/${meeting.slug}/decisions`}>
          List of decisions
        </a>
      </Buttons>
      {room.agenda
        .filter(({ id }) => lines.some(({ agendaItem }) => agendaItem.id === id))
        .map((item) => (
          <Table
            caption={`${item.number} ${item.title}`}
            rows={lines.filter(({ agendaItem }) => agendaItem.id === item.id)}
            columns={[
              {
                head: 'Line',
                names: true,
                width: 'half',
                cell: (line) => <NamedLine room={room} line={line} />,
              },
              { head: 'Claimed', cell: (line) => <ClaimedShort line={line} /> },
              { head: 'Decided', cell: (line) => <DecidedShort room={room} line={line} /> },
            ]}
          />
        ))}
      <p class="govuk-body">
        <a class="govuk-link" href={`/meetings/${meeting.slug}/room/lines`}>
          All lines on one page
        </a>
      </p>
    </>
  )
}

function ClaimedShort({ line }: { line: RoomLine }) {
  const grade = gradeClaimed(line)
  if (grade) return <GradeTag meaning={grade.meaning} label={grade.label} />
  return <span class="decisions-quiet">{line.statements.length > 0 ? 'No update' : '–'}</span>
}

function DecidedShort({ room, line }: { room: Room; line: RoomLine }) {
  const decision = standingDecision(room, line)
  if (decision) return <Tag colour={decision.kind === 'challenge' ? 'orange' : 'green'}>{decisionWords(decision)}</Tag>
  return <span class="decisions-quiet">{room.settled.has(line.recommendation.id) ? 'Settled before' : 'Not yet'}</span>
}

/** One line's screen: what members need, what stands decided, and the form; the script keeps the other lines' at hand. */
export function LinePage({ matter, line, form, officer }: { matter: RoomMatter; line: RoomLine; form: FilledForm; officer: Officer }) {
  const { room } = matter
  const at = room.lines.indexOf(line)
  const isToCome = isBeforeItsDay(room.meeting, matter.now)
  return (
    <div
      data-room={`/meetings/${room.meeting.slug}/room/lines`}
      data-send={`/meetings/${room.meeting.slug}/room/decisions`}
      data-meeting={room.meeting.slug}
      data-officer={officer.accountId}
      data-officer-name={officer.name}
      data-begins={isToCome ? beforeItsDayWords(room.meeting) : undefined}
    >
      <Waiting />
      <LineSection matter={matter} line={line} form={form} />
      <nav class="decisions-steps" aria-label="Lines">
        {at > 0 && (
          <a class="govuk-link" rel="prev" aria-keyshortcuts="p" href={addressOf(room, room.lines[at - 1]!)}>
            Previous line
          </a>
        )}
        <a class="govuk-link" href={`/meetings/${room.meeting.slug}/room`}>
          All lines
        </a>
        {at < room.lines.length - 1 && (
          <a class="govuk-link" rel="next" aria-keyshortcuts="n" href={addressOf(room, room.lines[at + 1]!)}>
            Next line
          </a>
        )}
      </nav>
      <Keys isToCome={isToCome} />
    </div>
  )
}

/** How many decisions wait on this device; the script fills it. Without it nothing waits: each press is sent at once. */
function Waiting() {
  return (
    <div class="decisions-waiting" hidden>
      <p class="govuk-body" role="status" aria-live="polite" data-says></p>
      <ul class="govuk-list" data-refused></ul>
    </div>
  )
}

function Keys({ isToCome }: { isToCome: boolean }) {
  const words = isToCome ? KEY_WORDS.slice(-2) : KEY_WORDS
  return (
    <div class="decisions-keys" hidden>
      <p class="govuk-body-s">
        <label>
          <input type="checkbox" data-keys checked /> {isToCome ? 'Go by keys' : 'Decide by keys'}
        </label>
        {': '}
        {words.map(([key, does], index) => (
          <>
            {index > 0 && ', '}
            <kbd>{key}</kbd>
            {` ${does}`}
          </>
        ))}
        . They rest while you type; <kbd>Esc</kbd> leaves a box.
      </p>
    </div>
  )
}

const KEY_WORDS = [
  ['a', 'agree'],
  ['s', 'sign off'],
  ['b', 'sign off and ask again'],
  ['c', 'challenge'],
  ['d', 'defer'],
  ['k', 'call the owner'],
  ['e', 'grant the later date'],
  ['r', 'refuse it'],
  ['x', 'close'],
  ['n', 'next'],
  ['p', 'previous'],
] as const

export function LineSection({ matter, line, form }: { matter: RoomMatter; line: RoomLine; form: FilledForm }) {
  const { room, questions, earlier, now } = matter
  const fields = fieldsOf(line)
  return (
    <section
      class="decisions-line"
      data-line={addressOf(room, line)}
      data-fields={fields}
      aria-labelledby={`${fields}-of ${fields}-name`}
      id={`${fields}-line`}
    >
      <p
        class="govuk-caption-m"
        id={`${fields}-of`}
      >{`${room.lines.indexOf(line) + 1} of ${room.lines.length}, item ${line.agendaItem.number}: ${line.review.title}`}</p>
      <h2 class="govuk-heading-l" id={`${fields}-name`} tabindex={-1}>
        {line.name}
      </h2>
      <div class="decisions-sides">
        <div>
          <LineMatter room={room} line={line} questions={questions} earlier={earlier.get(line.id) ?? []} />
        </div>
        <div>
          <div data-decided>
            <Decided room={room} line={line} controls />
          </div>
          <PressForm room={room} line={line} form={form} now={now} />
        </div>
      </div>
    </section>
  )
}

/** Lines one under another, each with its form. */
export function LinesPage({ matter, lines }: { matter: RoomMatter; lines: readonly RoomLine[] }) {
  return (
    <>
      {lines.map((line) => (
        <LineSection matter={matter} line={line} form={formOfLine(matter.room, line)} />
      ))}
    </>
  )
}

/**
 * For the screen in the room: the line that is considered, large, without controls. Without scripts every line, one under another. The public may be
 * looking: of what it may not see there is no word.
 */
export function ProjectorPage({ room }: { room: Room }) {
  return (
    <div class="decisions-projector" data-projector={room.meeting.slug}>
      {room.lines.map((line) => (
        <section data-line={addressOf(room, line)}>
          {isPublicLine(room, line) ? (
            <ProjectedLine room={room} line={line} />
          ) : (
            <>
              <p class="decisions-projector__of">{`Item ${line.agendaItem.number}`}</p>
              <h2>Not for the public</h2>
            </>
          )}
        </section>
      ))}
    </div>
  )
}

function ProjectedLine({ room, line }: { room: Room; line: RoomLine }) {
  return (
    <>
      <p class="decisions-projector__of">{`${line.agendaItem.number} ${line.agendaItem.title}`}</p>
      <h2>{line.name}</h2>
      <p class="decisions-projector__text">{line.text}</p>
      <dl>
        <dt>Claimed</dt>
        <dd>
          <ClaimedShort line={line} />
        </dd>
        <dt>Promised</dt>
        <dd>{line.promises.map(({ words }) => words || 'No date').join('; ') || 'No date'}</dd>
        <dt>Decided</dt>
        <dd data-decided>
          <DecidedShort room={room} line={line} />
        </dd>
      </dl>
    </>
  )
}

/** Those that can be signed off in one go: whatever is neither decided nor settled nor open in a part. */
export function linesToSignOff(room: Room): RoomLine[] {
  return room.lines.filter(
    (line) =>
      !standingDecision(room, line) && !room.settled.has(line.recommendation.id) && (line.actionId !== null || canSignOff(room, line)),
  )
}

/** Parts that are on the list themselves are signed off with it. */
function canSignOff(room: Room, line: RoomLine): boolean {
  return openParts(line, new Set(room.settled.keys())).every((part) => room.lines.some(({ id }) => id === part.id))
}

interface SignOffProps {
  room: Room
  lines: readonly RoomLine[]
  form: FilledForm
  now: Date
}

export function SignOffForm({ room, lines, form, now }: SignOffProps) {
  const quorum = quorumAt(room.there, room.rule.quorum, null, now)
  if (isBeforeItsDay(room.meeting, now)) return <InsetText>{beforeItsDayWords(room.meeting)}</InsetText>
  if (lines.length === 0)
    return (
      <EmptyState title="Nothing is left to sign off">
        <p class="govuk-body">Everything before the meeting is decided, or settled before.</p>
        <Button text="Back to the room" href={`/meetings/${room.meeting.slug}/room`} />
      </EmptyState>
    )
  return (
    <Form>
      <p class="govuk-body">What is claimed as done is ticked. Untick the exceptions, and decide on those one by one.</p>
      {lines.map((line) => (
        <input type="hidden" name={`shown.${fieldsOf(line)}`} value={[form.values[`shown.${fieldsOf(line)}`] ?? ''].flat()[0]} />
      ))}
      <Checkboxes
        form={form}
        name="line"
        label="To be signed off"
        small
        choices={lines.map((line) => ({
          value: fieldsOf(line),
          text: line.name,
          hint: [gradeClaimed(line)?.label ?? 'No grade claimed', beginningOf(line)].join('. '),
        }))}
      />
      <TextInput form={form} name="minuteReference" label="Minute reference" width={10} />
      <CheckBack form={form} name="checkBack" />
      {(!quorum.isThere || form.faults.length > 0) && (
        <TextInput
          form={form}
          name="warned"
          label="Why it is recorded all the same"
          hint={quorum.isThere ? undefined : quorumWords(quorum)}
        />
      )}
      <Buttons>
        <Button text="Sign these off" />
        <a class="govuk-link" href={`/meetings/${room.meeting.slug}/room`}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}
