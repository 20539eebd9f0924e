import { PLACE_WORDS, sitsAlways, type Seat } from '../members/member.ts'
import type { MeetingRecord } from '../meetings/meeting.ts'
import type { AgendaItem } from '../meetings/agenda.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, HiddenField, Radios, Select, TextArea, TextInput, Tick, type Choice } from '../platform/web/form-fields.tsx'
import { EmptyState, InsetText, Tag } from '../platform/web/page-parts.tsx'
import { Table, type Column } from '../platform/web/table.tsx'
import {
  ATTENDANCE_STATES,
  attendanceOf,
  ATTENDANCE_WORDS,
  DECLARATION_KINDS,
  DECLARATION_WORDS,
  quorumWords,
  type InTheRoom,
  type Quorum,
} from './attendance.ts'
import type { DeclarationInPapers } from './declarations-in-papers.ts'
import { membershipThatDay, NobodySits, TakeBack } from './noted-by-members.tsx'

interface AttendanceProps {
  form: FilledForm
  meeting: MeetingRecord
  there: InTheRoom
  quorum: Quorum
  /** Its day is still to come: only apologies and substitutes are known. */
  isToCome: boolean
}

/** Who is there: one line a member, with when they came and went, and for whom a substitute sits. */
export function AttendancePage({ form, meeting, there, quorum, isToCome }: AttendanceProps) {
  const { seats } = there
  if (seats.length === 0)
    return (
      <EmptyState title="Nobody sits on this committee that day">
        <p class="govuk-body">Put its members and their seats on record first.</p>
        <Button text="Membership of the committee" href={membershipThatDay(meeting)} />
      </EmptyState>
    )
  const others = seats.filter(sitsAlways).map(({ member }) => ({ value: member.id, text: member.name }))
  return (
    <>
      <InsetText>
        {isToCome
          ? `The meeting is on ${inWords(meeting.heldOn)}. Until then record who sends apologies and who sits for them; who is there is recorded on the day.`
          : quorumWords(quorum)}
      </InsetText>
      {!isToCome && quorum.unrecorded && (
        <p class="govuk-body">
          Members are marked as present to begin with, except who sent apologies, and substitutes. Change who is not, then save.
        </p>
      )}
      <Form class="decisions-attendance">
        <Table
          caption="Who is there"
          hiddenCaption
          rows={seats}
          columns={[
            { head: 'Member', names: true, cell: (seat, index) => <Named form={form} seat={seat} index={index} /> },
            {
              head: 'Attends',
              cell: (seat, index) => (
                <Radios
                  form={form}
                  name={`members.${index}.state`}
                  label={`How does ${seat.member.name} attend?`}
                  hiddenLabel
                  small
                  inline
                  choices={
                    isToCome
                      ? choicesBefore(seat, attendanceOf(there, seat.member.id) !== undefined)
                      : ATTENDANCE_STATES.map((state) => ({ value: state, text: ATTENDANCE_WORDS[state] }))
                  }
                />
              ),
            },
            ...(isToCome ? [] : timesOf(form)),
            ...(seats.every(sitsAlways) ? [] : [sitsFor(form, others)]),
          ]}
        />
        {!isToCome && (
          <p class="govuk-hint">When somebody arrived late or left early: as 18:40 or 6.40pm. Blank for who was there throughout.</p>
        )}
        <Buttons>
          <Button text="Save the attendance" />
          <a class="govuk-link" href={`/meetings/${meeting.slug}/room`}>
            Go to the room
          </a>
        </Buttons>
      </Form>
    </>
  )
}

/** What can be said of a member before the day; on record it can be taken back, and otherwise nothing is said. */
function choicesBefore(seat: Seat, isOnRecord: boolean): Choice[] {
  if (sitsAlways(seat))
    return [
      { value: isOnRecord ? 'present' : '', text: 'Expected' },
      { value: 'apologies', text: ATTENDANCE_WORDS.apologies },
    ]
  return [
    { value: isOnRecord ? 'absent' : '', text: 'Not needed' },
    { value: 'present', text: 'Sits for somebody' },
  ]
}

/** When members came and went. */
function timesOf(form: FilledForm): Column<Seat>[] {
  return [
    {
      head: 'Arrived',
      cell: ({ member }, index) => (
        <TextInput form={form} name={`members.${index}.arrived`} label={`When did ${member.name} arrive?`} hiddenLabel width={5} />
      ),
    },
    {
      head: 'Left',
      cell: ({ member }, index) => (
        <TextInput form={form} name={`members.${index}.departed`} label={`When did ${member.name} leave?`} hiddenLabel width={5} />
      ),
    },
  ]
}

/** For whom a substitute sits; no column of its own where the committee has none. */
function sitsFor(form: FilledForm, others: { value: string; text: string }[]): Column<Seat> {
  return {
    head: 'Sits for',
    cell: (seat, index) =>
      sitsAlways(seat) ? (
        ''
      ) : (
        <Select
          form={form}
          name={`members.${index}.for`}
          label={`For whom does ${seat.member.name} sit?`}
          hiddenLabel
          blank="Nobody"
          choices={others}
        />
      ),
  }
}

function Named({ form, seat, index }: { form: FilledForm; seat: Seat; index: number }) {
  const { member, place, voting } = seat
  const notes = [place === 'member' ? null : PLACE_WORDS[place], voting ? null : 'without a vote'].filter(Boolean)
  return (
    <>
      <HiddenField form={form} name={`members.${index}.id`} />
      <HiddenField form={form} name={`members.${index}.version`} />
      {member.name}
      {notes.length > 0 && <span class="decisions-note">{notes.join(', ')}</span>}
    </>
  )
}

interface DeclarationsProps {
  form: FilledForm
  meeting: MeetingRecord
  there: InTheRoom
  agenda: readonly AgendaItem[]
  /** What minutes that were brought in say was declared, and is not on record. */
  inPapers: readonly DeclarationInPapers[]
}

/** What members declared, and the form for one more. */
export function DeclarationsPage(props: DeclarationsProps) {
  const { form, meeting, there, agenda, inPapers } = props
  const nameOf = (id: string) => there.seats.find(({ member }) => member.id === id)?.member.name ?? 'A member who sits no more'
  const itemOf = (id: string | null) => agenda.find((item) => item.id === id)
  return (
    <>
      {there.declarations.length === 0 ? (
        <p class="govuk-body">Nobody has declared an interest.</p>
      ) : (
        <Table
          caption="Declared"
          rows={there.declarations}
          columns={[
            { head: 'Member', names: true, cell: ({ memberId }) => nameOf(memberId) },
            {
              head: 'In item',
              cell: ({ agendaItemId }) => {
                const item = itemOf(agendaItemId)
                return item ? `${item.number} ${item.title}` : 'No item in particular'
              },
            },
            {
              head: 'Interest',
              width: 'third',
              cell: ({ kind, interest }) => (
                <>
                  {interest}
                  <span class="decisions-note">{DECLARATION_WORDS[kind]}</span>
                </>
              ),
            },
            { head: 'Leaves', cell: ({ leaves }) => (leaves ? <Tag colour="orange">Leaves the room</Tag> : 'Stays') },
            {
              head: 'Take back',
              hiddenHead: true,
              cell: ({ id, memberId }) => (
                <TakeBack action={`/meetings/${meeting.slug}/declarations/${id}/withdrawal`} what={`what ${nameOf(memberId)} declared`} />
              ),
            },
          ]}
        />
      )}
      {inPapers.length > 0 && <FromPapers {...props} />}
      {there.seats.length === 0 ? (
        <NobodySits meeting={meeting} />
      ) : (
        <Form>
          <h2 class="govuk-heading-m">Record a declaration</h2>
          <Select
            form={form}
            name="member"
            label="Who declares an interest?"
            blank="Choose a member"
            choices={there.seats.map(({ member }) => ({ value: member.id, text: member.name }))}
          />
          <Select form={form} name="item" label="In which item?" blank="No item in particular" choices={itemChoices(agenda)} />
          <Radios
            form={form}
            name="kind"
            label="What kind of interest is it?"
            choices={DECLARATION_KINDS.map((kind) => ({ value: kind, text: DECLARATION_WORDS[kind] }))}
          />
          <TextArea form={form} name="interest" label="The interest, as the minutes are to say it" rows={3} />
          <Tick
            form={form}
            name="leaves"
            label="They leave the room while it is considered"
            hint="Heed reminds you when the item is reached"
          />
          <Buttons>
            <Button text="Record the declaration" />
            <a class="govuk-link" href={`/meetings/${meeting.slug}/room`}>
              Go to the room
            </a>
          </Buttons>
        </Form>
      )}
    </>
  )
}

const itemChoices = (agenda: readonly AgendaItem[]) => agenda.map(({ id, number, title }) => ({ value: id, text: `${number} ${title}` }))

/** What the minutes that were brought in say was declared, to be taken on the record; nothing is but what is ticked. */
function FromPapers({ form, meeting, agenda, inPapers }: DeclarationsProps) {
  const known = inPapers.filter(({ memberId }) => memberId !== null)
  const unknown = inPapers.filter(({ memberId }) => memberId === null)
  return (
    <section aria-labelledby="from-papers">
      <h2 class="govuk-heading-m" id="from-papers">
        Declared, as the minutes that were brought in have it
      </h2>
      {known.length > 0 && (
        <Form action={`/meetings/${meeting.slug}/declarations/from-papers`}>
          {known.map(({ who, interest }, at) => (
            <div class="decisions-declared">
              <HiddenField form={form} name={`lines.${at}.member`} />
              <HiddenField form={form} name={`lines.${at}.interest`} />
              <Tick form={form} name={`lines.${at}.take`} label={who} hint={interest} />
              <Select
                form={form}
                name={`lines.${at}.item`}
                label={`In which item? (${who})`}
                blank="No item in particular"
                choices={itemChoices(agenda)}
              />
              <Select
                form={form}
                name={`lines.${at}.kind`}
                label={`What kind of interest is it? (${who})`}
                choices={DECLARATION_KINDS.map((kind) => ({ value: kind, text: DECLARATION_WORDS[kind] }))}
              />
              <Tick form={form} name={`lines.${at}.leaves`} label={`${who} left the room while it was considered`} />
            </div>
          ))}
          <Button text="Record what is ticked" />
        </Form>
      )}
      {unknown.length > 0 && (
        <>
          <p class="govuk-body">Of these nobody sits on the committee that day, so they cannot be recorded until they have a seat:</p>
          <ul class="govuk-list govuk-list--bullet">
            {unknown.map(({ interest }) => (
              <li>{interest}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
