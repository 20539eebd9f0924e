import { DroppedItems } from '../meetings/agenda.views.tsx'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, HiddenField, Select, TextArea, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { EmptyState, InsetText, Lines, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { ProgrammeMatters, ProgrammeOnRecord } from './programme.queries.ts'
import { isPast, programmeParts, type ProgrammeItem, type ProgrammePart } from './programme.ts'
import type { ReadProgrammeLine } from './read-programme.ts'
import type { MeetingNamed } from './request.ts'

interface ProgrammeProps {
  committee: { slug: string; name: string }
  items: ProgrammeItem[]
  onRecord: ProgrammeOnRecord[]
  today: CalendarDate
}

/** What the committee means to take, meeting by meeting. */
export function ProgrammePage({ committee, items, onRecord, today }: ProgrammeProps) {
  const address = `/committees/${committee.slug}/programme`
  const parts = programmeParts(items)
  const dropped = items.filter((item) => item.dropped)
  return (
    <>
      <Buttons>
        <Button text="Add an item" href={`${address}/adding`} />
        <a class="govuk-link" href={`${address}/list`}>
          Bring in a work programme
        </a>
      </Buttons>
      {parts.length === 0 && (
        <EmptyState title="Nothing in the work programme yet">
          <p class="govuk-body">
            The work programme says what the committee means to take at which meeting. Add an item, or paste the programme that you have.
            {onRecord.length > 0 && ' Minutes on record say something of it, too.'}
          </p>
        </EmptyState>
      )}
      {parts.map((part) => (
        <Part part={part} address={address} today={today} />
      ))}
      {parts.length > 0 && <DownloadList address={address} of="the work programme" />}
      <DroppedItems dropped={dropped} address={address} />
    </>
  )
}

function Part({ part, address, today }: { part: ProgrammePart; address: string; today: CalendarDate }) {
  const { meeting, title, items } = part
  return (
    <section aria-label={title}>
      <h2 class="govuk-heading-m">
        {meeting ? (
          <a class="govuk-link" href={`/meetings/${meeting.slug}`}>
            {title}
          </a>
        ) : (
          title
        )}{' '}
        {isPast(part, today) && <Tag colour="grey">Held</Tag>}
      </h2>
      <Form action={`${address}/order`}>
        <Table
          caption={title}
          hiddenCaption
          rows={items}
          columns={[
            { head: 'Item', names: true, width: 'half', cell: (item) => <Item item={item} /> },
            {
              head: 'Change',
              hiddenHead: true,
              cell: (item, at) => (
                <div class="meetings-moves">
                  {at > 0 && <Move item={item} way="up" />}
                  {at < items.length - 1 && <Move item={item} way="down" />}
                  <a class="govuk-link" href={`${address}/${item.id}/correcting`}>
                    {'Change '}
                    <span class="govuk-visually-hidden">{item.title}</span>
                  </a>
                  <a class="govuk-link" href={`${address}/${item.id}/dropping`}>
                    {'Drop '}
                    <span class="govuk-visually-hidden">{item.title}</span>
                  </a>
                </div>
              ),
            },
          ]}
        />
      </Form>
    </section>
  )
}

function Item({ item }: { item: ProgrammeItem }) {
  return (
    <>
      {item.title}
      {item.text && <Lines text={item.text} />}
      {item.review && (
        <div>
          <a class="govuk-link" href={`/reviews/${item.review.slug}`}>
            {item.review.title}
          </a>
        </div>
      )}
    </>
  )
}

function Move({ item, way }: { item: ProgrammeItem; way: 'up' | 'down' }) {
  return (
    <button type="submit" class="meetings-move" name="move" value={`${item.id} ${way}`}>
      {way === 'up' ? 'Up' : 'Down'}
      <span class="govuk-visually-hidden">{`: ${item.title}`}</span>
    </button>
  )
}

export const meetingChoices = (meetings: readonly MeetingNamed[]) =>
  meetings.map(({ id, heldOn }) => ({ value: id, text: `Meeting of ${inWords(heldOn)}` }))

interface FormProps {
  form: FilledForm
  matters: ProgrammeMatters
  back: string
  correcting?: boolean
}

export function ProgrammeForm({ form, matters, back, correcting }: FormProps) {
  return (
    <Form>
      {correcting && <HiddenField form={form} name="version" />}
      <TextInput
        form={form}
        name="title"
        label="What is the committee to take?"
        hint="As an agenda would name it. It can be seen by anybody: name nothing exempt"
      />
      <TextArea
        form={form}
        name="text"
        label="What for (optional)"
        hint="For example: who comes, what the committee wants to know"
        rows={3}
      />
      <Select
        form={form}
        name="meeting"
        label="At which meeting? (optional)"
        blank="Not chosen yet"
        choices={meetingChoices(matters.meetings)}
      />
      <TextInput form={form} name="meetingWords" label="Or roughly when (optional)" hint="For example: Summer 2027" />
      <Select
        form={form}
        name="review"
        label="About which review? (optional)"
        blank="None"
        choices={matters.reviews.map(({ id, title }) => ({ value: id, text: title }))}
      />
      <Buttons>
        <Button text="Save" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

export function ProgrammeDropping({ item, back }: { item: ProgrammeItem; back: string }) {
  return (
    <Form>
      <p class="govuk-body">{item.title}</p>
      <p class="govuk-body">
        {item.dropped
          ? 'It goes back to where it stood.'
          : 'It is offered on no agenda any more. You can put it back; what is on an agenda already stays there.'}
      </p>
      <Buttons>
        <Button text={item.dropped ? 'Put it back' : 'Drop it'} kind={item.dropped ? undefined : 'warning'} />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

export function ProgrammePaste({ form, address, onRecord }: { form: FilledForm; address: string; onRecord: ProgrammeOnRecord[] }) {
  return (
    <Form action={`${address}/list`}>
      <TextArea
        form={form}
        name="words"
        label="The work programme, one item a line"
        hint="With its day or month before it, after it, or on a line above: “9 February 2027 – School places”. You see each line before anything is kept."
        rows={14}
      />
      <Button text="Look at it" />
      {onRecord.length > 0 && (
        <>
          <h2 class="govuk-heading-m">From papers on record</h2>
          <ul class="govuk-list">
            {onRecord.map(({ meeting }) => (
              <li>
                <a class="govuk-link" href={`${address}/list?meeting=${meeting.slug}`}>
                  {`Meeting of ${inWords(meeting.heldOn)}`}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Form>
  )
}

interface PreviewProps {
  form: FilledForm
  lines: readonly ReadProgrammeLine[]
  matters: ProgrammeMatters
  address: string
}

/** The programme line by line; nothing is taken but what is ticked. */
export function ProgrammePreview({ form, lines, matters, address }: PreviewProps) {
  return (
    <Form action={`${address}/list/taking-in`}>
      <HiddenField form={form} name="words" />
      <InsetText>Tick what the committee means to take. A line that is no item stays unticked.</InsetText>
      <Table
        caption="The programme, line by line"
        rows={lines}
        columns={[
          {
            head: 'Take',
            width: 'tenth',
            cell: ({ title }, at) => <Tick form={form} name={`lines.${at}.take`} label={`Take line ${at + 1}: ${title.slice(0, 30)}`} />,
          },
          {
            head: 'Item',
            width: 'half',
            cell: ({ text }, at) => (
              <>
                <TextArea form={form} name={`lines.${at}.title`} label={`Item of line ${at + 1}`} hiddenLabel rows={2} />
                <HiddenField form={form} name={`lines.${at}.text`} />
                {text}
              </>
            ),
          },
          {
            head: 'Meeting',
            cell: (_, at) => (
              <Select
                form={form}
                name={`lines.${at}.meeting`}
                label={`Meeting of line ${at + 1}`}
                hiddenLabel
                blank="Not chosen yet"
                choices={meetingChoices(matters.meetings)}
              />
            ),
          },
          {
            head: 'Or roughly when',
            cell: (_, at) => <TextInput form={form} name={`lines.${at}.meetingWords`} label={`Roughly when, line ${at + 1}`} hiddenLabel />,
          },
        ]}
      />
      <Buttons>
        <Button text="Put these in the programme" />
        <a class="govuk-link" href={address}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}
