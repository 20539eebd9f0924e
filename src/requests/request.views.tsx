import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, DateInput, Form, HiddenField, Radios, Select, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { EmptyState, Lines, SummaryList, Tag, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { RequestLetterSeen, RequestPast, RequestsAsked } from './request.queries.ts'
import { ANSWER_WORDS, dueInWords, STATE_WORDS, stateOf, type MeetingNamed, type RequestRecord } from './request.ts'

interface RequestsProps {
  /** Every request of the council. */
  all: RequestRecord[]
  requests: RequestRecord[]
  committees: { slug: string; name: string }[]
  /** At which a request can have been made. */
  meetings: (MeetingNamed & { committee: string })[]
  asked: RequestsAsked
  form: FilledForm
  today: CalendarDate
}

export function RequestsPage({ all, requests, committees, meetings, asked, form, today }: RequestsProps) {
  if (all.length === 0)
    return (
      <EmptyState title="No requests yet">
        <p class="govuk-body">
          A request is what a committee asks for in a meeting, to have it later: figures, a report, an answer. It is recorded from the
          meeting at which it was made, and followed until its answer.
        </p>
        {meetings.length === 0 ? (
          <Button text="Plan meetings" href="/meetings/planning" />
        ) : (
          <>
            <p class="govuk-body">At which meeting was something asked for?</p>
            <ul class="govuk-list">
              {meetings.map(({ slug, heldOn, committee }) => (
                <li>
                  <a class="govuk-link" href={`/meetings/${slug}/requests`}>
                    {`${committee}, ${inWords(heldOn)}`}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </EmptyState>
    )
  const overdue = all.filter((request) => stateOf(request, today) === 'overdue').length
  return (
    <>
      {overdue > 0 && (
        <p class="govuk-body">
          <a class="govuk-link" href="/requests?state=overdue&order=due">
            {overdue === 1 ? 'One request is overdue' : `${overdue} requests are overdue`}
          </a>
        </p>
      )}
      <Form method="get" action="/requests" class="heed-filters meetings-filters" label="Choose the requests">
        <Select
          form={form}
          name="committee"
          label="Committee"
          blank="Every committee"
          choices={committees.map(({ slug, name }) => ({ value: slug, text: name }))}
        />
        <TextInput form={form} name="owner" label="Owner" />
        <Select
          form={form}
          name="state"
          label="State"
          choices={[
            { value: 'open', text: 'Not dealt with' },
            { value: 'overdue', text: 'Overdue' },
            { value: 'answered', text: 'Answered' },
            { value: 'not-pursued', text: 'Not pursued' },
            { value: 'all', text: 'All' },
          ]}
        />
        <Select
          form={form}
          name="order"
          label="Order"
          choices={[
            { value: 'owner', text: 'By owner' },
            { value: 'due', text: 'By day due' },
          ]}
        />
        <Button text="Show" kind="secondary" />
      </Form>
      {requests.length === 0 ? (
        <p class="govuk-body">No request is like this. Choose others above.</p>
      ) : (
        <RequestTable caption="Requests" requests={requests} today={today} withCommittee />
      )}
      <DownloadList address="/requests" query={{ ...asked }} of="these requests" />
    </>
  )
}

interface TableProps {
  caption: string
  requests: readonly RequestRecord[]
  today: CalendarDate
  withCommittee?: boolean
}

export function RequestTable({ caption, requests, today, withCommittee }: TableProps) {
  return (
    <Table
      caption={caption}
      hiddenCaption
      rows={requests}
      columns={[
        {
          head: 'Request',
          names: true,
          width: 'third',
          cell: ({ slug, words, exempt }) => (
            <>
              <a class="govuk-link" href={`/requests/${slug}`}>
                {words}
              </a>{' '}
              {exempt && <Tag colour="red">Exempt</Tag>}
            </>
          ),
        },
        { head: 'Owner', cell: ({ owner }) => owner || <span class="heed-none">No owner</span> },
        { head: 'Due', cell: (request) => dueInWords(request) || <span class="heed-none">No day</span> },
        {
          head: 'Asked for',
          cell: ({ madeAt, committee }) => (
            <>
              {withCommittee && <div>{committee.name}</div>}
              {madeAt && (
                <a class="govuk-link" href={`/meetings/${madeAt.slug}`}>
                  {inWords(madeAt.heldOn)}
                </a>
              )}
            </>
          ),
        },
        { head: 'State', cell: (request) => <StateTag request={request} today={today} /> },
      ]}
    />
  )
}

const COLOURS = { outstanding: 'blue', overdue: 'red', answered: 'green', 'not-pursued': 'grey' } as const

function StateTag({ request, today }: { request: RequestRecord; today: CalendarDate }) {
  const state = stateOf(request, today)
  return <Tag colour={COLOURS[state]}>{STATE_WORDS[state]}</Tag>
}

interface RequestProps {
  request: RequestRecord
  past: RequestPast[]
  /** The letters that told its owner of it. */
  letters: RequestLetterSeen[]
  today: CalendarDate
}

export function RequestPage({ request, past, letters, today }: RequestProps) {
  const { slug, words, owner, committee, madeAt, answer, exempt } = request
  const change = [{ text: 'Change', href: `/requests/${slug}/correcting`, of: 'the request' }]
  return (
    <>
      {exempt && <WarningText>Made in an exempt item. It goes into no paper that the public sees.</WarningText>}
      <SummaryList
        rows={[
          { key: 'Asked for', value: <Lines text={words} />, actions: change },
          { key: 'Owner', value: owner || 'No owner yet', actions: change },
          { key: 'Due', value: dueInWords(request) || 'No day yet', actions: change },
          { key: 'State', value: <StateTag request={request} today={today} /> },
          madeAt && {
            key: 'Made at',
            value: (
              <a class="govuk-link" href={`/meetings/${madeAt.slug}`}>
                {`Meeting of ${inWords(madeAt.heldOn)}`}
              </a>
            ),
          },
          { key: 'Committee', value: committee.name },
          letters.length > 0 && {
            key: 'Letters to the owner',
            value: letters.map((letter) => (
              <div>
                <a class="govuk-link" href={`/letters/${letter.slug}`}>
                  {letter.kind === 'chaser' ? 'Reminder' : 'Letter'}
                </a>
                {letter.sentOn ? `, sent ${inWords(letter.sentOn)}` : ', not sent yet'}
              </div>
            )),
          },
          answer && { key: ANSWER_WORDS[answer.became], value: <Lines text={`${inWords(answer.on)}\n${answer.words}`} /> },
        ]}
      />
      <Buttons>
        {answer ? (
          <Button text="Take it up again" kind="secondary" href={`/requests/${slug}/answering`} />
        ) : (
          <Button text="Record the answer" href={`/requests/${slug}/answering`} />
        )}
        {!answer && owner !== '' && (
          <a class="govuk-link" href={`/requests/${slug}/letter`}>
            {stateOf(request, today) === 'overdue' ? `Remind ${owner}` : `Write to ${owner}`}
          </a>
        )}
      </Buttons>
      <Table
        caption="What was said and done"
        rows={past}
        columns={[
          { head: 'Day', cell: ({ on }) => inWords(on) },
          { head: 'What', width: 'half', cell: ({ what }) => <Lines text={what} /> },
          { head: 'By', cell: ({ by }) => by ?? 'Heed' },
        ]}
      />
    </>
  )
}

interface FormProps {
  form: FilledForm
  later: readonly MeetingNamed[]
  back: string
  /** The items in which it can have been made; where it is recorded from a meeting. */
  items?: readonly { value: string; text: string }[]
  correcting?: boolean
}

export function RequestForm({ form, later, back, items = [], correcting }: FormProps) {
  return (
    <Form>
      {correcting && <HiddenField form={form} name="version" />}
      <TextArea form={form} name="words" label="What was asked for?" hint="As the minutes would say it" rows={4} />
      {items.length > 0 && (
        <Select
          form={form}
          name="agendaItem"
          label="In which item? (optional)"
          hint="What is asked for in an exempt item stays out of public papers"
          blank="None in particular"
          choices={items}
        />
      )}
      <TextInput form={form} name="owner" label="Owner (optional)" hint="The service, person or body that is to answer" />
      <Select
        form={form}
        name="forMeeting"
        label="For which meeting? (optional)"
        blank="None in particular"
        choices={later.map(({ id, heldOn }) => ({ value: id, text: `Meeting of ${inWords(heldOn)}` }))}
      />
      <DateInput form={form} name="dueOn" label="Due on (optional)" hint="Leave it blank where the meeting’s day says it" />
      <TextInput form={form} name="dueWords" label="When, in the minutes’ words (optional)" hint="For example: at the February meeting" />
      <Buttons>
        <Button text="Save" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

export function AnswerForm({ form, request, back }: { form: FilledForm; request: RequestRecord; back: string }) {
  const { answer } = request
  return (
    <Form>
      <SummaryList
        rows={[
          { key: 'Asked for', value: <Lines text={request.words} /> },
          answer && { key: ANSWER_WORDS[answer.became], value: `${inWords(answer.on)}: ${answer.words}` },
        ]}
      />
      {answer ? (
        <HiddenField form={form} name="became" />
      ) : (
        <Radios
          form={form}
          name="became"
          label="What became of it?"
          choices={[
            { value: 'answered', text: 'It was answered' },
            { value: 'not-pursued', text: 'It is not pursued', hint: 'The committee does not want it any more' },
          ]}
        />
      )}
      <TextArea
        form={form}
        name="words"
        label={answer ? 'Why is it taken up again?' : 'What was the answer, or why is it not pursued?'}
        rows={4}
      />
      <DateInput form={form} name="on" label={answer ? 'On which day?' : 'On which day did it come?'} />
      <Buttons>
        <Button text="Record it" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}
