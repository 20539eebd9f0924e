import { stepOf, stepWords } from '../messages/message-steps.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, DateInput, Form, TextInput } from '../platform/web/form-fields.tsx'
import { Govuk } from '../platform/web/govuk.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { Details, EmptyState, InsetText, Lines, SummaryList } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { wantedLines } from './asking.ts'
import { answersOf, outcomeWords, type ChaseLog } from './chase-log.ts'
import { MessageTag } from './chase-log.views.tsx'
import type { RoundChasing, WithholdingNow } from './chasing.queries.ts'
import { whenOfStep } from './ladder.ts'
import type { ComingStep, StuckStep } from './plan-steps.ts'
import { readPurpose } from './step-purpose.ts'
import type { DraftedStep } from './step-words.ts'

interface ChasingPageProps {
  chasing: RoundChasing
  drafts: DraftedStep[]
  log: ChaseLog
  form: FilledForm
}

export function ChasingPage({ chasing, drafts, log, form }: ChasingPageProps) {
  const { round, plan, askings, withheld } = chasing
  if (askings.length === 0)
    return (
      <EmptyState title="Nobody has been asked yet">
        <p class="govuk-body">Whoever is asked and does not answer is chased from here, step by step, as your council’s ladder says.</p>
        <Button text="Ask people" href={`/rounds/${round.slug}/asking`} />
      </EmptyState>
    )
  return (
    <>
      <WhereItStands chasing={chasing} />
      <Ready chasing={chasing} drafts={drafts} form={form} />
      {plan.stuck.length > 0 && <Stuck steps={plan.stuck} />}
      {withheld.length > 0 && <Withheld withheld={withheld} chasing={chasing} />}
      <Coming steps={plan.coming} />
      <WentOut log={log} />
    </>
  )
}

function WhereItStands({ chasing: { round, askings, today } }: { chasing: RoundChasing }) {
  const owing = askings.filter((asking) => wantedLines(asking).length > 0)
  const late = round.dueOn !== null && today > round.dueOn
  return (
    <>
      {round.state !== 'open' && (
        <InsetText>{`This round is ${round.state}, so nobody is chased any more. The chase log stays.`}</InsetText>
      )}
      {round.state === 'open' && round.meeting.cancelled && (
        <InsetText>
          {'Its meeting is cancelled, so nobody is chased until the '}
          <a class="govuk-link" href={`/rounds/${round.slug}/days#other-meetings`}>
            round is moved to another meeting
          </a>
          .
        </InsetText>
      )}
      {round.state === 'open' && today > round.presentedOn && (
        <InsetText>The meeting is past, so nothing more goes out by the ladder.</InsetText>
      )}
      <SummaryList
        rows={[
          {
            key: 'Answers are due',
            value: round.dueOn
              ? `${inWords(round.dueOn)}${late ? ' (past)' : ''}`
              : 'No day is set, so the ladder has nothing to count from',
          },
          { key: 'People asked', value: String(askings.length) },
          {
            key: 'Still to answer',
            value: (
              <>
                {`${owing.length} `}
                <a class="govuk-link" href={`/rounds/${round.slug}/chasing/log`}>
                  See the chase log
                </a>
              </>
            ),
          },
        ]}
      />
    </>
  )
}

function Ready({ chasing, drafts, form }: { chasing: RoundChasing; drafts: DraftedStep[]; form: FilledForm }) {
  const { slug } = chasing.round
  const ticked = new Set([form.values.chosen ?? []].flat())
  return (
    <>
      <h2 class="govuk-heading-m" id="ready">
        Ready to go
      </h2>
      {drafts.length === 0 && <p class="govuk-body">Nothing is due today. What comes next stands below.</p>}
      {drafts.length > 0 && (
        <>
          <p class="govuk-body">
            {chasing.goesToday
              ? 'What you send goes out today.'
              : 'No messages go out any more today: what you send goes when the quiet hours end.'}
            {drafts.length > 1 && (
              <>
                {' '}
                <a
                  class="govuk-link"
                  href={ticked.size === drafts.length ? `/rounds/${slug}/chasing#ready` : `/rounds/${slug}/chasing?tick=all#ready`}
                >
                  {ticked.size === drafts.length ? 'Tick none' : `Tick all ${drafts.length}`}
                </a>
              </>
            )}
          </p>
          <Form action={`/rounds/${slug}/chasing`}>
            {drafts.map((draft, at) => (
              <Draft draft={draft} at={at} ticked={ticked.has(draft.purpose)} />
            ))}
            <Button text="Send those ticked" name="todo" value="send" />
            <Details summary="Put off or skip those ticked" open={form.faults.some(({ field }) => field !== null)}>
              <TextInput form={form} name="why" label="Why" hint="It stands in the chase log" />
              <DateInput
                form={form}
                name="until"
                label="Not before (optional)"
                hint="Leave it blank to skip the step: the next one then comes when it is due"
              />
              <Button text="Put off or skip" kind="secondary" name="todo" value="withhold" />
            </Details>
          </Form>
        </>
      )}
    </>
  )
}

function Draft({ draft, at, ticked }: { draft: DraftedStep; at: number; ticked: boolean }) {
  const { step, to, about, purpose, byItself } = draft
  const count = new Set(about.flatMap(({ itemIds }) => itemIds)).size
  const lines = count === 1 ? 'one line' : `${count} lines`
  const whose = about.map(({ asking }) => asking.contact.name).filter((name) => name !== to.contact.name)
  const items = [
    {
      value: purpose,
      text: `${stepOf(step).title}: to ${[to.contact.name, to.contact.post].filter(Boolean).join(', ')}`,
      hint: {
        html: (
          <>
            {`About ${lines}${whose.length > 0 ? ` of ${whose.join(', ')}` : ''}. `}
            {to.coversFor && `Covers for ${to.coversFor.name}. `}
            {to.away && `Away, and nobody who could answer covers: the message will wait for them. `}
            {byItself ? 'Goes by itself within the hour.' : 'Goes when you send it.'}
          </>
        ),
      },
      checked: ticked,
    },
  ]
  return (
    <div class="asking-planned">
      <Govuk name="checkboxes" options={{ idPrefix: `chosen-${at}`, name: 'chosen', items, classes: 'govuk-checkboxes--small' }} />
      <Details summary={`Read the message to ${to.contact.name}`}>
        <div class="asking-letter">
          <p class="govuk-body govuk-!-font-weight-bold">{draft.subject}</p>
          <Lines text={draft.text} />
        </div>
        <p class="govuk-body govuk-!-margin-top-3">
          <a class="govuk-link" href={`/settings/messages/words/${step}`}>
            Change the words of this step
          </a>{' '}
          (administrators)
        </p>
      </Details>
    </div>
  )
}

function Stuck({ steps }: { steps: StuckStep[] }) {
  return (
    <Table
      caption="Cannot go"
      rows={steps}
      columns={[
        { head: 'About', names: true, cell: ({ asking }) => asking.contact.name },
        { head: 'Step', cell: ({ step }) => stepOf(step).title },
        {
          head: 'What is missing',
          width: 'half',
          cell: ({ words, href }) => (
            <a class="govuk-link" href={href}>
              {words}
            </a>
          ),
        },
      ]}
    />
  )
}

function Withheld({ withheld, chasing: { contacts, round } }: { withheld: WithholdingNow[]; chasing: RoundChasing }) {
  return (
    <Table
      caption="Put off or skipped"
      rows={withheld}
      columns={[
        {
          head: 'Step',
          names: true,
          cell: ({ purpose }) => {
            const read = readPurpose(purpose)
            return read && `${stepOf(read.step).title}: to ${contacts.get(read.contactId)?.name ?? 'somebody who is no contact any more'}`
          },
        },
        { head: 'Until', cell: ({ until }) => (until ? inWords(until) : 'Skipped') },
        { head: 'Why', cell: ({ why }) => why },
        { head: 'By', cell: ({ by, on }) => [by, inWords(on)].filter(Boolean).join(', ') },
        {
          head: 'Take it up again',
          hiddenHead: true,
          cell: ({ id }) => (
            <Form action={`/rounds/${round.slug}/chasing/withholdings/${id}/end`}>
              <Button text="Take it up again" kind="secondary" />
            </Form>
          ),
        },
      ]}
    />
  )
}

function Coming({ steps }: { steps: ComingStep[] }) {
  const groups = [...Map.groupBy(steps, ({ step, days, on }) => `${on} ${step} ${days}`).entries()].toSorted(([a], [b]) =>
    a.localeCompare(b),
  )
  if (groups.length === 0) return null
  return (
    <Table
      caption="What comes next, unless they answer"
      rows={groups.map(([, group]) => group)}
      columns={[
        { head: 'When', names: true, cell: ([first]) => inWords(first!.on) },
        { head: 'Step', cell: ([first]) => `${stepOf(first!.step).title} (${whenOfStep(first!).replace(/^O/, 'o')})` },
        { head: 'About', cell: (group) => namesOf(group) },
        { head: 'Goes', cell: ([first]) => (first!.byItself ? 'By itself' : 'After you have seen it') },
      ]}
    />
  )
}

const MOST_NAMES = 6

function namesOf(steps: readonly ComingStep[]): string {
  const names = steps.map(({ asking }) => asking.contact.name)
  if (names.length <= MOST_NAMES) return names.join(', ')
  return `${names.slice(0, MOST_NAMES - 1).join(', ')} and ${names.length - MOST_NAMES + 1} more`
}

const LATEST = 12

function WentOut({ log: { messages, askings, round } }: { log: ChaseLog }) {
  if (messages.length === 0) return null
  const done = askings.filter((asking) => answersOf(asking).answered > 0).length
  return (
    <>
      <Table
        caption={messages.length > LATEST ? `What went out: the latest ${LATEST} of ${messages.length}` : 'What went out'}
        rows={messages.slice(-LATEST).toReversed()}
        columns={[
          {
            head: 'Message',
            names: true,
            cell: ({ id, step, to }) => (
              <a class="govuk-link" href={`/messages/${id}`}>
                {`${stepWords(step)}: to ${to.name}`}
              </a>
            ),
          },
          { head: 'When', cell: ({ at, state }) => (state === 'waiting' ? `Goes ${momentInWords(at)}` : momentInWords(at)) },
          { head: 'What became of it', cell: (message) => <MessageTag message={message} /> },
          {
            head: 'Answers',
            cell: ({ askingIds }) =>
              askings
                .filter(({ id }) => askingIds.includes(id))
                .map(outcomeWords)
                .join('; '),
          },
        ]}
      />
      <p class="govuk-body">
        {`${done} of ${askings.length} people asked ${done === 1 ? 'has' : 'have'} answered something. `}
        <a class="govuk-link" href={`/rounds/${round.slug}/chasing/log`}>
          The whole chase log, as Word, PDF or a list
        </a>
      </p>
    </>
  )
}
