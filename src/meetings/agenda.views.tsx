import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, TextInput } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { Details, EmptyState, InsetText, Lines, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { isExempt, type AgendaItem, type StoredItem } from './agenda.ts'
import type { MeetingRecord } from './meeting.ts'
import type { Proposal } from './propose-items.ts'
import { paragraphsInWords } from './schedule-12a.ts'

interface AgendaProps {
  meeting: MeetingRecord
  agenda: AgendaItem[]
  /** How many papers an officer put with each, by its id. */
  papers: ReadonlyMap<string, number>
  dropped: StoredItem[]
  proposals: Proposal[]
  form: FilledForm
}

/** The agenda as it is being drawn up: its items in their order, what else Heed offers, what was dropped. */
export function AgendaPage({ meeting, agenda, papers, dropped, proposals, form }: AgendaProps) {
  const address = `/meetings/${meeting.slug}/agenda`
  const isPublished = agenda.some(({ held }) => held !== null)
  if (meeting.cancelledFor !== null)
    return (
      <>
        <InsetText>
          <Tag colour="red">Cancelled</Tag> The agenda stays as it was. What stands on it is offered for the committee’s next meeting.
        </InsetText>
        {agenda.length > 0 && <PrintedItems agenda={agenda} />}
      </>
    )
  return (
    <>
      <Buttons>
        <Button
          text={agenda.length === 0 ? 'Build the agenda' : 'Add what is due'}
          href={`${address}/building`}
          kind={agenda.length === 0 ? undefined : 'secondary'}
        />
        <Button text="Add an item" href={`${address}/adding`} kind="secondary" />
        {agenda.length > 0 && <Button text="Agenda pack" href={`/meetings/${meeting.slug}/pack`} />}
      </Buttons>
      {agenda.length === 0 ? (
        <EmptyState title="Nothing on the agenda yet">
          <p class="govuk-body">
            {meeting.papers.agenda?.length
              ? `An imported document holds ${meeting.papers.agenda.length === 1 ? 'one item' : `${meeting.papers.agenda.length} items`} of this meeting. Build the agenda from it, and change what you like.`
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
          <Items agenda={agenda} papers={papers} address={address} form={form} ordered={!isPublished} />
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
      <DroppedItems dropped={dropped} address={address} />
    </>
  )
}

/** The items that were dropped, each with the way back to the list at `address`; nothing where there are none. */
export function DroppedItems({ dropped, address }: { dropped: readonly { id: string; title: string }[]; address: string }) {
  if (dropped.length === 0) return null
  return (
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
  )
}

/** The link to what an officer put with an item. */
function papersWords({ roundId, reviewId }: AgendaItem, count: number): string {
  if (count === 0) return roundId || reviewId ? 'Add a paper or letter' : 'Add its paper'
  return count === 1 ? 'One paper added' : `${count} papers added`
}

interface ItemsProps {
  agenda: AgendaItem[]
  papers: ReadonlyMap<string, number>
  address: string
  form: FilledForm
  /** Whether the order may still change. */
  ordered: boolean
}

/** The items as they stand, only to be read. */
export function PrintedItems({ agenda }: { agenda: AgendaItem[] }) {
  return (
    <Table
      caption="Agenda"
      rows={agenda}
      columns={[
        { head: 'Item', cell: ({ number }) => String(number) },
        {
          head: 'Title',
          names: true,
          width: 'half',
          cell: (item) => (
            <>
              {item.title} <ItemTags item={item} />
            </>
          ),
        },
        { head: 'Appendix', cell: ({ letter }) => letter ?? '' },
      ]}
    />
  )
}

function Items({ agenda, papers, address, form, ordered }: ItemsProps) {
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
        {
          head: 'Appendix',
          cell: (item) => (
            <>
              <div>{item.letter ? `Appendix ${item.letter}` : 'None'}</div>
              <a class="govuk-link" href={`${address}/${item.id}/papers`}>
                {papersWords(item, papers.get(item.id) ?? 0)}
                <span class="govuk-visually-hidden">{` ${item.title}`}</span>
              </a>
            </>
          ),
        },
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
    <Form class="meetings-agenda" action={`${address}/order`}>
      {/* Enter in a number saves the order: without it the browser presses the first button, which moves an item. */}
      <button type="submit" class="govuk-visually-hidden" tabindex={-1} aria-hidden="true" />
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
      {isExempt(item) && (
        <p class="meetings-text">{`Exempt by ${paragraphsInWords(item.exemptParagraphs)}. Public interest: ${item.publicInterest}`}</p>
      )}
      {item.lateReason && <p class="meetings-text">{`Late because: ${item.lateReason}`}</p>}
    </>
  )
}

/** How an item stands, in words. */
export function ItemTags({ item }: { item: AgendaItem }) {
  return (
    <>
      {isExempt(item) && <Tag colour="red">Exempt</Tag>}
      {item.dropped && <Tag colour="grey">Withdrawn</Tag>}
      {!item.dropped && item.lateReason && <Tag colour="orange">Late</Tag>}
      {item.held !== null && item.held.version !== item.version && !item.dropped && <Tag colour="yellow">Changed since published</Tag>}
    </>
  )
}

/** `Meeting of 9 December 2026`, as links back to it are called. */
export function meetingName({ heldOn }: { heldOn: CalendarDate }): string {
  return `Meeting of ${inWords(heldOn)}`
}
