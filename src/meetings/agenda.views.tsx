import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Checkboxes, Form, HiddenField, Select, TextArea, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { Details, EmptyState, InsetText, Lines, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { aboutChoices, kindChoices, paragraphChoices } from './agenda.form.ts'
import { isExempt, ITEM_KIND_WORDS, type AgendaItem, type StoredItem } from './agenda.ts'
import type { ItemMatters } from './agenda.queries.ts'
import type { MeetingRecord } from './meeting.ts'
import type { Proposal } from './propose-items.ts'
import { paragraphsInWords, SCHEDULE_12A } from './schedule-12a.ts'

interface AgendaProps {
  meeting: MeetingRecord
  agenda: AgendaItem[]
  dropped: StoredItem[]
  proposals: Proposal[]
  form: FilledForm
}

/** The agenda as it is being drawn up: its items in their order, what else Heed offers, what was dropped. */
export function AgendaPage({ meeting, agenda, dropped, proposals, form }: AgendaProps) {
  const address = `/meetings/${meeting.slug}/agenda`
  const isPublished = agenda.some(({ held }) => held !== null)
  return (
    <>
      <Buttons>
        <Button
          text={agenda.length === 0 ? 'Build the agenda' : 'Add what is due'}
          href={`${address}/building`}
          kind={agenda.length === 0 ? undefined : 'secondary'}
        />
        <Button text="Add an item" href={`${address}/adding`} kind="secondary" />
        {agenda.length > 0 && (
          <a class="govuk-link" href={`/meetings/${meeting.slug}/pack`}>
            Agenda pack
          </a>
        )}
      </Buttons>
      {agenda.length === 0 ? (
        <EmptyState title="Nothing on the agenda yet">
          <p class="govuk-body">
            {meeting.papers.agenda?.length
              ? `An imported document holds ${meeting.papers.agenda.length} items of this meeting. Build the agenda from them, and change what you like.`
              : 'Heed offers the standing items, the rounds for this meeting, responses that are due, requests outstanding and the work programme. Untick what you do not want.'}
          </p>
        </EmptyState>
      ) : (
        <>
          {isPublished && (
            <InsetText>
              The agenda is published. Its items keep their numbers and letters; what you add or change goes into a supplement, and an item
              added now says why it could not wait.
            </InsetText>
          )}
          <Items agenda={agenda} address={address} form={form} ordered={!isPublished} />
          <DownloadList address={address} of="the agenda" />
        </>
      )}
      {agenda.length > 0 && proposals.length > 0 && (
        <p class="govuk-body">
          {`${proposals.length === 1 ? 'One more item is' : `${proposals.length} more items are`} due or standing: `}
          <a class="govuk-link" href={`${address}/building`}>
            look at {proposals.length === 1 ? 'it' : 'them'}
          </a>
          .
        </p>
      )}
      {dropped.length > 0 && (
        <Details summary={dropped.length === 1 ? 'One item was dropped' : `${dropped.length} items were dropped`}>
          <ul class="govuk-list">
            {dropped.map(({ id, title }) => (
              <li>
                {`${title} `}
                <a class="govuk-link" href={`${address}/${id}/dropping`}>
                  {'Put back '}
                  <span class="govuk-visually-hidden">{title}</span>
                </a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

interface ItemsProps {
  agenda: AgendaItem[]
  address: string
  form: FilledForm
  /** Whether the order may still change. */
  ordered: boolean
}

function Items({ agenda, address, form, ordered }: ItemsProps) {
  const table = (
    <Table
      caption="Items of the agenda"
      hiddenCaption
      rows={agenda}
      columns={[
        {
          head: 'Item',
          cell: (item, at) =>
            ordered ? (
              <>
                <input type="hidden" name={`items.${at}.id`} value={item.id} />
                <TextInput
                  form={form}
                  name={`items.${at}.number`}
                  label={`Number of ${item.title}`}
                  hiddenLabel
                  width={2}
                  inputmode="numeric"
                />
              </>
            ) : (
              String(item.number)
            ),
        },
        { head: 'Title', names: true, width: 'half', cell: (item) => <ItemWords item={item} /> },
        { head: 'Appendix', cell: ({ letter }) => (letter ? `Appendix ${letter}` : 'None') },
        {
          head: 'Change',
          hiddenHead: true,
          cell: (item, at) => (
            <div class="meetings-moves">
              {ordered && at > 0 && <Move item={item} way="up" />}
              {ordered && at < agenda.length - 1 && <Move item={item} way="down" />}
              <a class="govuk-link" href={`${address}/${item.id}/correcting`}>
                {'Change '}
                <span class="govuk-visually-hidden">{item.title}</span>
              </a>
              <a class="govuk-link" href={`${address}/${item.id}/dropping`}>
                {item.dropped ? 'Put back ' : 'Drop '}
                <span class="govuk-visually-hidden">{item.title}</span>
              </a>
            </div>
          ),
        },
      ]}
    />
  )
  if (!ordered) return table
  return (
    <Form action={`${address}/order`}>
      {table}
      <Button text="Save the order" kind="secondary" />
    </Form>
  )
}

function Move({ item, way }: { item: AgendaItem; way: 'up' | 'down' }) {
  return (
    <button type="submit" class="meetings-move" name="move" value={`${item.id} ${way}`}>
      {way === 'up' ? 'Up' : 'Down'}
      <span class="govuk-visually-hidden">{`: ${item.title}`}</span>
    </button>
  )
}

function ItemWords({ item }: { item: AgendaItem }) {
  return (
    <>
      {item.title} <ItemTags item={item} />
      {item.text && (
        <div class="meetings-text">
          <Lines text={item.text} />
        </div>
      )}
      {isExempt(item) && <p class="meetings-text">{`Public interest: ${item.publicInterest}`}</p>}
      {item.lateReason && <p class="meetings-text">{`Late because: ${item.lateReason}`}</p>}
    </>
  )
}

/** How an item stands, in words. */
export function ItemTags({ item }: { item: AgendaItem }) {
  return (
    <>
      {isExempt(item) && <Tag colour="red">{`Exempt, ${paragraphsInWords(item.exemptParagraphs)}`}</Tag>}
      {item.dropped && <Tag colour="grey">Withdrawn</Tag>}
      {!item.dropped && item.lateReason && <Tag colour="orange">Late</Tag>}
      {item.held !== null && item.held.version !== item.version && !item.dropped && <Tag colour="yellow">Changed since published</Tag>}
    </>
  )
}

interface BuildingProps {
  form: FilledForm
  proposals: Proposal[]
  back: string
  isPublished: boolean
}

export function BuildingForm({ form, proposals, back, isPublished }: BuildingProps) {
  if (proposals.length === 0)
    return (
      <EmptyState title="Nothing more is due">
        <p class="govuk-body">Every standing item, round, response, request and planned matter that Heed knows of is on the agenda.</p>
        <Button text="Back to the agenda" href={back} />
      </EmptyState>
    )
  return (
    <Form>
      <Checkboxes
        form={form}
        name="take"
        label="Items in the order in which they would stand"
        choices={proposals.map(({ key, title, text, why }) => ({
          value: key,
          text: title,
          hint: (
            <>
              {why}
              {text && <Lines text={text} />}
            </>
          ),
        }))}
      />
      {isPublished && <LateReason form={form} />}
      <Buttons>
        <Button text="Put on the agenda" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

function LateReason({ form }: { form: FilledForm }) {
  return (
    <TextArea
      form={form}
      name="lateReason"
      label="Why can this not wait for the next meeting?"
      hint="The agenda is published. The chair must be of the opinion that the item is urgent by reason of special circumstances, and the minutes will say so (Local Government Act 1972 s.100B(4)(b)). Members and the public read these words."
      rows={3}
    />
  )
}

interface ItemFormProps {
  form: FilledForm
  matters: ItemMatters
  back: string
  /** The agenda is published, and this item is not in it. */
  isLate: boolean
  correcting?: boolean
}

export function ItemForm({ form, matters, back, isLate, correcting }: ItemFormProps) {
  return (
    <Form>
      {correcting && <HiddenField form={form} name="version" />}
      <TextInput form={form} name="title" label="Title" />
      <Select form={form} name="kind" label="Kind of item" choices={kindChoices} />
      <TextArea
        form={form}
        name="text"
        label="What the meeting is to do (optional)"
        hint="For example: To receive the report. Lines beginning “- ” are a list."
      />
      <Select
        form={form}
        name="about"
        label="Round or review that it is about (optional)"
        hint="Its paper goes into the pack"
        blank="None"
        choices={aboutChoices(matters)}
      />
      <Tick
        form={form}
        name="appended"
        label="A paper goes with it"
        hint="It gets the next letter. The paper of a round or a review, and the minutes of the last meeting, go into the pack by themselves; any other is said to follow."
      />
      <Checkboxes
        form={form}
        name="exempt"
        label="Is it exempt?"
        hint="Tick each paragraph of Part 1 of Schedule 12A to the Local Government Act 1972 by which the public may be kept out. Tick none for a public item."
        choices={paragraphChoices(SCHEDULE_12A)}
        small
      />
      <TextArea
        form={form}
        name="publicInterest"
        label="Public-interest reason, where it is exempt"
        hint="Why the public interest in keeping the item back outweighs that in disclosing it. These words stand in the exempt part only."
        rows={3}
      />
      {isLate && <LateReason form={form} />}
      <Buttons>
        <Button text={correcting ? 'Save' : 'Put on the agenda'} />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

export function DroppingForm({ item, isPublished, back }: { item: StoredItem; isPublished: boolean; back: string }) {
  return (
    <Form>
      <p class="govuk-body">{`${ITEM_KIND_WORDS[item.kind]}: ${item.title}`}</p>
      {isPublished && !item.dropped && (
        <p class="govuk-body">It is published, so it keeps its number and is shown as withdrawn in the next supplement.</p>
      )}
      <Buttons>
        <Button text={item.dropped ? 'Put it back' : 'Drop the item'} kind={item.dropped ? undefined : 'warning'} />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

/** `Meeting of 9 December 2026`, as links back to it are called. */
export function meetingName({ heldOn }: { heldOn: CalendarDate }): string {
  return `Meeting of ${inWords(heldOn)}`
}
