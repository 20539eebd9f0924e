import { STATE_WORDS } from '../messages/message.ts'
import { stepWords } from '../messages/message-steps.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import { Button, Buttons } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { EmptyState, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { lineName } from '../rounds/round-lines.ts'
import {
  answersOf,
  lastSentBack,
  linesAsked,
  LINE_STATE_WORDS,
  outcomeWords,
  withheldWords,
  type ChaseLog,
  type LoggedAsking,
  type LoggedMessage,
  type LoggedWithholding,
} from './chase-log.ts'

export type LogBy = 'person' | 'line'

export function MessageTag({ message: { state, words } }: { message: Pick<LoggedMessage, 'state' | 'words'> }) {
  const { words: title, colour } = STATE_WORDS[state]
  const told = state === 'withheld' || state === 'bounced' || state === 'refused' || state === 'given_up' || state === 'delayed'
  return (
    <>
      <Tag colour={colour}>{title}</Tag>
      {told && words && <span class="asking-became">{words}</span>}
    </>
  )
}

export function ChaseLogPage({ log, by }: { log: ChaseLog; by: LogBy }) {
  const address = `/rounds/${log.round.slug}/chasing/log`
  if (log.askings.length === 0)
    return (
      <EmptyState title="Nobody has been asked yet">
        <p class="govuk-body">Who was asked when, by what message, and what came back stands here once somebody has been asked.</p>
        <Button text="Ask people" href={`/rounds/${log.round.slug}/asking`} />
      </EmptyState>
    )
  return (
    <>
      <p class="govuk-body">
        The chase log as a paper names people by their posts, and holds no link and no e-mail address: it can go to the committee as it is.
      </p>
      <Buttons>
        <Button text="Word" href={`${address}/word`} />
        <Button text="PDF" href={`${address}/pdf`} />
        <Button text="HTML" href={`${address}/html`} kind="secondary" />
        {by === 'person' ? (
          <a class="govuk-link" href={`${address}?by=line`}>
            By line
          </a>
        ) : (
          <a class="govuk-link" href={address}>
            By person
          </a>
        )}
      </Buttons>
      {by === 'person' ? <ByPerson askings={log.askings} /> : <ByLine askings={log.askings} />}
      {log.withheld.length > 0 && <Withheld withheld={log.withheld} />}
      {by === 'person' ? (
        <DownloadList address={address} of="the log by person" />
      ) : (
        <DownloadList address={`/rounds/${log.round.slug}/chasing/lines`} of="the log by line" />
      )}
    </>
  )
}

const dayOf = (moment: Date | null) => (moment ? inWords(today(moment)) : '–')

function ByPerson({ askings }: { askings: LoggedAsking[] }) {
  return (
    <Table
      caption="Chase log by person"
      hiddenCaption
      rows={askings}
      columns={[
        {
          head: 'Who was asked',
          names: true,
          width: 'quarter',
          cell: ({ contact }) => (
            <>
              <a class="govuk-link" href={`/contacts/${contact.slug}`}>
                {contact.name}
              </a>
              <span class="asking-became">{[contact.post, contact.body || contact.directorate].filter(Boolean).join(', ')}</span>
            </>
          ),
        },
        { head: 'By what message, and what became of it', width: 'third', cell: ({ messages }) => <Messages messages={messages} /> },
        { head: 'Opened', cell: ({ openedAt }) => dayOf(openedAt) },
        { head: 'Answered', cell: (asking) => dayOf(answersOf(asking).lastAt) },
        { head: 'Sent back', cell: (asking) => dayOf(lastSentBack(asking)) },
        { head: 'Outcome', cell: outcomeWords },
      ]}
    />
  )
}

function Messages({ messages }: { messages: LoggedMessage[] }) {
  if (messages.length === 0) return <>No message</>
  return (
    <ul class="govuk-list asking-messages">
      {messages.map((message) => (
        <li>
          <a class="govuk-link" href={`/messages/${message.id}`}>
            {`${stepWords(message.step)}: to ${message.to.name}`}
          </a>
          {`, ${momentInWords(message.at)} `}
          <MessageTag message={message} />
        </li>
      ))}
    </ul>
  )
}

function Withheld({ withheld }: { withheld: LoggedWithholding[] }) {
  return (
    <Table
      caption="Steps that were skipped or put off"
      rows={withheld}
      columns={[
        { head: 'Step', names: true, cell: ({ step, to }) => `${stepWords(step)}: to ${to.name}` },
        { head: 'What was decided', cell: withheldWords },
        { head: 'Why', cell: ({ why }) => why },
        { head: 'By', cell: ({ by, at }) => [by, dayOf(at)].filter(Boolean).join(', ') },
      ]}
    />
  )
}

function ByLine({ askings }: { askings: LoggedAsking[] }) {
  return (
    <Table
      caption="Chase log by line"
      hiddenCaption
      rows={linesAsked(askings)}
      columns={[
        {
          head: 'Line',
          names: true,
          width: 'quarter',
          cell: ({ line: { line } }) => (
            <>
              {lineName(line)}
              <span class="asking-became">{line.review.title}</span>
            </>
          ),
        },
        { head: 'Asked of', cell: ({ asking }) => asking.contact.name },
        { head: 'Asked', cell: ({ line }) => dayOf(line.askedAt) },
        { head: 'Messages', numeric: true, cell: ({ asking }) => String(asking.messages.length) },
        { head: 'Opened', cell: ({ asking }) => dayOf(asking.openedAt) },
        { head: 'Answered', cell: ({ line }) => dayOf(line.standing.savedAt) },
        { head: 'Sent back', cell: ({ line }) => line.sentBack.map((at) => dayOf(at)).join(', ') || '–' },
        { head: 'How it stands', cell: ({ line }) => LINE_STATE_WORDS[line.standing.state] },
      ]}
    />
  )
}
