import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, HiddenField, Select, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { EmptyState, InsetText, Lines, Pagination, SummaryList, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { withLink } from './fill-words.ts'
import { STATES, STATE_WORDS, type MessageAttempt, type MessageLine, type MessageState } from './message.ts'
import { isStep, stepOf } from './message-steps.ts'
import type { MessageFilter, WholeMessage } from './message.queries.ts'
import { POST_WORDS, type PostKind } from './post-settings.ts'

function StateTag({ state }: { state: MessageState }) {
  return <Tag colour={STATE_WORDS[state].colour}>{STATE_WORDS[state].words}</Tag>
}

function stepWords(step: string): string {
  if (step === 'letter') return 'Letter'
  return isStep(step) ? stepOf(step).title : 'Test letter'
}

interface MessageListProps {
  messages: MessageLine[]
  troubles: { state: MessageState; count: number }[]
  next: string | null
  filter: MessageFilter
  form: FilledForm
}

export function MessageList({ messages, troubles, next, filter, form }: MessageListProps) {
  const filtered = filter.state !== null || filter.words !== '' || filter.about !== ''
  if (messages.length === 0 && !filtered && filter.before === '')
    return (
      <EmptyState title="Nothing has gone out yet">
        <p class="govuk-body">Every message to an owner stands here: to whom, when, in which words, and what became of it.</p>
      </EmptyState>
    )
  return (
    <>
      {troubles.length > 0 && <Troubles troubles={troubles} />}
      <Form method="get" action="/messages" class="messages-filter" label="Filter">
        <TextInput form={form} name="words" label="Name, address or subject" type="search" width={20} />
        <Select
          form={form}
          name="state"
          label="What became of it"
          blank="Anything"
          choices={STATES.map((state) => ({ value: state, text: STATE_WORDS[state].words }))}
        />
        {filter.about && <HiddenField form={form} name="about" />}
        <Button text="Filter" kind="secondary" />
        {filtered && (
          <a class="govuk-link" href="/messages">
            Show all
          </a>
        )}
      </Form>
      {messages.length === 0 ? <p class="govuk-body">No message fits.</p> : <MessageTable messages={messages} />}
      <Pagination next={next === null ? null : olderThan(filter, next)} />
    </>
  )
}

function olderThan({ state, words, about }: MessageFilter, before: string): string {
  const query = Object.entries({ state: state ?? '', words, about, before }).filter(([, value]) => value !== '')
  return `/messages?${new URLSearchParams(query).toString()}`
}

function Troubles({ troubles }: { troubles: { state: MessageState; count: number }[] }) {
  return (
    <InsetText>
      In the last 60 days:{' '}
      {troubles.map(({ state, count }, index) => (
        <>
          {index > 0 && ', '}
          <a class="govuk-link" href={`/messages?state=${state}`}>
            {`${count} ${STATE_WORDS[state].words.toLowerCase()}`}
          </a>
        </>
      ))}
      .
    </InsetText>
  )
}

function MessageTable({ messages }: { messages: MessageLine[] }) {
  return (
    <Table
      caption="Messages, latest first"
      hiddenCaption
      rows={messages}
      columns={[
        {
          head: 'Message',
          names: true,
          width: 'third',
          cell: ({ id, subject }) => (
            <a class="govuk-link" href={`/messages/${id}`}>
              {subject}
            </a>
          ),
        },
        {
          head: 'To',
          cell: ({ toName, toAddress }) => (
            <>
              {`${toName} `}
              <span class="messages-address">{toAddress}</span>
            </>
          ),
        },
        { head: 'Step', cell: ({ step }) => stepWords(step) },
        { head: 'When', cell: whenOf },
        { head: 'What became of it', cell: ({ state }) => <StateTag state={state} /> },
      ]}
    />
  )
}

function whenOf({ state, dueAt, endedAt, queuedAt }: MessageLine): string {
  if (dueAt && (state === 'waiting' || state === 'delayed')) return `Goes ${momentInWords(dueAt)}`
  return momentInWords(endedAt ?? queuedAt)
}

export function MessagePage({ message }: { message: WholeMessage }) {
  const { state, words, id } = message
  return (
    <>
      <SummaryList
        rows={[
          { key: 'What became of it', value: <StateTag state={state} /> },
          { key: 'In words', value: words ?? STATE_WORDS[state].means },
          { key: 'To', value: `${message.toName}, ${message.toAddress}` },
          {
            key: 'Step',
            value: (
              <a class="govuk-link" href={message.about}>
                {stepWords(message.step)}
              </a>
            ),
          },
          { key: 'Queued', value: momentInWords(message.queuedAt) },
          message.dueAt !== null && state !== 'sending' && { key: 'Goes', value: momentInWords(message.dueAt) },
          message.replyTo !== '' && { key: 'Replies go to', value: message.replyTo },
          message.files.length > 0 && { key: 'Attachments', value: message.files.join(', ') },
        ]}
      />
      <h2 class="govuk-heading-m">As it goes out</h2>
      <div class="messages-letter">
        <p class="govuk-body govuk-!-font-weight-bold">{message.subject}</p>
        <Lines text={withLink(message.text, '[the person’s own link, which is kept sealed]')} />
      </div>
      <p class="govuk-body">
        <a class="govuk-link" href={`/messages/${id}/letter`}>
          See the letter as its reader does
        </a>
      </p>
      {message.attempts.length > 0 && <Attempts attempts={message.attempts} />}
      {(state === 'sent' || state === 'delivered') && (
        <Button text="Record that it came back" kind="secondary" href={`/messages/${id}/bounce`} />
      )}
    </>
  )
}

function Attempts({ attempts }: { attempts: MessageAttempt[] }) {
  return (
    <Table
      caption="Attempts to send it, latest first"
      rows={attempts}
      columns={[
        { head: 'Attempt', names: true, cell: ({ number }) => String(number) },
        { head: 'When', cell: ({ startedAt }) => momentInWords(startedAt) },
        { head: 'By', cell: ({ post, sender }) => `${POST_WORDS[post as PostKind]}, from ${sender}` },
        { head: 'What became of it', cell: ({ words }) => words ?? 'It has no end: it is being made, or its worker was stopped.' },
      ]}
    />
  )
}

export function BounceForm({ form, message }: { form: FilledForm; message: MessageLine }) {
  return (
    <Form>
      <p class="govuk-body">
        {`“${message.subject}” to ${message.toAddress}. A letter that could not be delivered comes back to the address that messages are sent from.`}
      </p>
      <TextArea form={form} name="words" label="What it says" hint="Copy the sentence that says why" rows={3} />
      <Buttons>
        <Button text="Record it" />
        <a class="govuk-link" href={`/messages/${message.id}`}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}
