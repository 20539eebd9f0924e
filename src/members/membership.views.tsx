import type { ComponentChildren } from 'preact'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, DateInput, Form, HiddenField, Select, TextArea, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { EmptyState, InsetText, SummaryList, WarningText } from '../platform/web/page-parts.tsx'
import { Table, type Column } from '../platform/web/table.tsx'
import type { MembershipOnRecord } from './member.queries.ts'
import { PLACE_WORDS, PLACES, sittingOn, type Member, type Seat } from './member.ts'
import type { ListedMember } from './read-membership.ts'

interface MembershipProps {
  committee: { slug: string; name: string }
  seats: Seat[]
  onRecord: MembershipOnRecord[]
  /** The day asked about. */
  on: CalendarDate
  today: CalendarDate
  form: FilledForm
}

/** Who sits on a committee on a day, who sat before and who will. */
export function Membership({ committee, seats, onRecord, on, today, form }: MembershipProps) {
  const address = `/committees/${committee.slug}/membership`
  const held = (wanted: string) => seats.filter((seat) => sittingOn(seat, on) === wanted)
  const [sits, will, sat, never] = [held('sits'), held('will-sit'), held('sat'), held('never')]
  return (
    <>
      <Buttons>
        <Button text="Give a seat" href={`${address}/adding`} />
        <a class="govuk-link" href={`${address}/list`}>
          Bring in a list
        </a>
        <a class="govuk-link" href="/members">
          Members
        </a>
      </Buttons>
      {seats.length === 0 && <NobodyYet address={address} onRecord={onRecord} />}
      {seats.length > 0 && (
        <>
          {sits.length === 0 ? (
            <p class="govuk-body">{`Nobody sits on this committee on ${inWords(on)}.`}</p>
          ) : (
            <Seats caption={on === today ? `Who sits today, ${inWords(on)}` : `Who sits on ${inWords(on)}`} seats={sits} ending={address} />
          )}
          {sits.length > 0 && !sits.some(({ place }) => place === 'chair') && (
            <WarningText>{`The committee has no chair on ${inWords(on)}.`}</WarningText>
          )}
          {will.length > 0 && <Seats caption="Who will sit" seats={will} ending={address} />}
          {sat.length > 0 && <Seats caption="Who sat before" seats={sat} reasons />}
          {never.length > 0 && <Seats caption="Entered in error" seats={never} reasons />}
          <DownloadList address={address} of="every seat" query={on === today ? {} : { on }} />
          <Form method="get" action={address}>
            <TextInput form={form} name="on" label="Who sat on another day?" hint="For example 20 May 2026" width={20} />
            <Button text="Show" kind="secondary" />
          </Form>
        </>
      )}
    </>
  )
}

function NobodyYet({ address, onRecord }: { address: string; onRecord: MembershipOnRecord[] }) {
  return (
    <EmptyState title="Nobody sits here yet">
      <p class="govuk-body">Give seats one by one, or paste the list of members as your agendas print it.</p>
      <FromMeetings address={address} onRecord={onRecord} />
    </EmptyState>
  )
}

function FromMeetings({ address, onRecord }: { address: string; onRecord: MembershipOnRecord[] }) {
  if (onRecord.length === 0) return null
  return (
    <>
      <p class="govuk-body">Or take them from what is on record of a meeting:</p>
      <ul class="govuk-list govuk-list--bullet">
        {onRecord.slice(0, 5).map(({ slug, heldOn, names, from }) => (
          <li>
            <a class="govuk-link" href={`${address}/list?meeting=${slug}`}>
              {`Meeting of ${inWords(heldOn)}`}
            </a>
            {from === 'membership'
              ? `, whose membership names ${names.length}`
              : `, whose minutes name ${names.length} as present or with apologies`}
          </li>
        ))}
      </ul>
    </>
  )
}

function Seats({ caption, seats, ending, reasons }: { caption: string; seats: Seat[]; ending?: string; reasons?: boolean }) {
  const columns: Column<Seat>[] = [
    {
      head: 'Member',
      names: true,
      width: 'quarter',
      cell: ({ member }) => (
        <a class="govuk-link" href={`/members/${member.slug}`}>
          {member.name}
        </a>
      ),
    },
    { head: 'Place', cell: ({ place, voting }) => `${PLACE_WORDS[place]}${voting ? '' : ', without a vote'}` },
    { head: 'Represents', cell: ({ member }) => member.represents || 'Not said' },
    { head: 'From', cell: ({ from }) => inWords(from) },
    { head: 'Until', cell: ({ last, from }) => (last === null ? 'Not said' : last < from ? 'Never held' : inWords(last)) },
  ]
  if (reasons) columns.push({ head: 'Why it ended', cell: ({ reason }) => reason || 'Its term ended' })
  if (ending)
    columns.push({
      head: 'Change',
      hiddenHead: true,
      cell: ({ id, member }) => (
        <a class="govuk-link" href={`${ending}/${id}/ending`}>
          {'End '}
          <span class="govuk-visually-hidden">{`the seat of ${member.name}`}</span>
        </a>
      ),
    })
  return <Table caption={caption} rows={seats} columns={columns} />
}

const placeChoices = PLACES.map((place) => ({ value: place, text: PLACE_WORDS[place] }))

export function SeatForm({ form, members, back }: { form: FilledForm; members: Member[]; back: string }) {
  return (
    <Form>
      <Select
        form={form}
        name="memberId"
        label="Member"
        hint={
          <>
            {'Is the person not in the list? '}
            <a class="govuk-link" href="/members/adding">
              Add a member
            </a>
          </>
        }
        blank="Choose"
        choices={members.map(({ id, name, represents }) => ({ value: id, text: [name, represents].filter(Boolean).join(', ') }))}
      />
      <Select form={form} name="place" label="Place" choices={placeChoices} />
      <Tick form={form} name="voting" label="With a vote" />
      <DateInput form={form} name="from" label="First day" hint="For example the day of the annual meeting: 20 5 2026" />
      <DateInput form={form} name="until" label="Last day (optional)" hint="Leave it blank while no end is known" />
      <Buttons>
        <Button text="Give the seat" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

export function EndingForm({ form, seat, back }: { form: FilledForm; seat: Seat; back: string }) {
  return (
    <Form>
      <SummaryList
        rows={[
          { key: 'Place', value: PLACE_WORDS[seat.place] },
          { key: 'From', value: inWords(seat.from) },
          seat.until ? { key: 'Until', value: inWords(seat.until) } : null,
        ]}
      />
      <DateInput form={form} name="last" label="Last day of the seat" />
      <Tick
        form={form}
        name="never"
        label="It was entered in error and never held"
        hint="Then no last day is needed, but say what was wrong"
      />
      <TextInput form={form} name="reason" label="Reason (optional)" hint="For example: resigned, or moved to another committee" />
      <Buttons>
        <Button text="End the seat" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

export function PasteForm({ form, address, onRecord }: { form: FilledForm; address: string; onRecord: MembershipOnRecord[] }) {
  return (
    <Form action={`${address}/list`}>
      <TextArea
        form={form}
        name="words"
        label="The members, one a line"
        hint="As your agenda prints them, for example “Cllr J Marsh (Chair), Labour”. You see each line before anything is kept."
        rows={14}
      />
      <Button text="Look at it" />
      <FromMeetings address={address} onRecord={onRecord} />
    </Form>
  )
}

/** The list line by line; nothing is taken but what is ticked. */
export function ListPreview({
  form,
  lines,
  members,
  address,
}: {
  form: FilledForm
  lines: ListedMember[]
  members: Member[]
  address: string
}) {
  const choices = members.map(({ id, name }) => ({ value: id, text: name }))
  const column = (
    head: string,
    cell: (at: number, name: string) => ComponentChildren,
    width?: 'tenth' | 'sixth',
  ): Column<ListedMember> => ({
    head,
    width,
    cell: ({ name }, at) => cell(at, name),
  })
  return (
    <Form action={`${address}/list/taking-in`} class="members-list">
      <HiddenField form={form} name="words" />
      <HiddenField form={form} name="meeting" />
      <InsetText>Tick those who are to have a seat. Who sits here already in the same place stays as they are.</InsetText>
      <Table
        caption="The list, line by line"
        rows={lines}
        columns={[
          column('Seat', (at, name) => <Tick form={form} name={`lines.${at}.take`} label={name} />, 'sixth'),
          column('Name', (at, name) => <TextInput form={form} name={`lines.${at}.name`} label={`Name of ${name}`} hiddenLabel />, 'sixth'),
          column('Is this somebody on record?', (at, name) => (
            <Select
              form={form}
              name={`lines.${at}.member`}
              label={`Whether ${name} is a member on record`}
              hiddenLabel
              blank="No: add them"
              choices={choices}
            />
          )),
          column('Represents', (at, name) => (
            <TextInput form={form} name={`lines.${at}.represents`} label={`Whom ${name} represents`} hiddenLabel />
          )),
          column('Place', (at, name) => (
            <Select form={form} name={`lines.${at}.place`} label={`Place of ${name}`} hiddenLabel choices={placeChoices} />
          )),
          column('Vote', (at) => <Tick form={form} name={`lines.${at}.voting`} label="Votes" />, 'tenth'),
        ]}
      />
      <DateInput form={form} name="from" label="First day of their seats" />
      <Buttons>
        <Button text="Give these seats" />
        <a class="govuk-link" href={address}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}
