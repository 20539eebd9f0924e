import { placeOf, type Contact } from '../contacts/contact.ts'
import { STATE_WORDS } from '../messages/message.ts'
import { stepOf, stepWords } from '../messages/message-steps.ts'
import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, DateInput, Form, HiddenField, Select, TextInput } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { Details, InsetText, Lines, SummaryList, Tag, type SummaryRow } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { DraftedResponse } from './chase-response.ts'
import type { ResponseChasing, ResponseMessage, ResponseWithholding } from './response-chasing.queries.ts'
import { whenOfStep, type PlannedResponseStep } from './response-steps.ts'

interface ContactFormProps {
  form: FilledForm
  contacts: readonly Contact[]
  servedTo: string
  back: string
}

export function ContactForm({ form, contacts, servedTo, back }: ContactFormProps) {
  return (
    <Form>
      <HiddenField form={form} name="version" />
      <InsetText>
        {`The notice was served on ${servedTo}. Name the person or the mailbox that sees to the answer: for a response of the Cabinet this is often the cabinet office.`}
      </InsetText>
      <Select
        form={form}
        name="contact"
        label="A contact"
        hint="Whoever covers while they are away is written to in their place."
        blank="None of these"
        choices={contacts.map((contact) => ({
          value: contact.id,
          text: [contact.name, placeOf(contact)].filter(Boolean).join(', '),
        }))}
      />
      <h2 class="govuk-heading-m">Or somebody who is not a contact</h2>
      <TextInput form={form} name="name" label="Name" hint="For example Cabinet Office, or Democratic Services" />
      <TextInput form={form} name="address" label="E-mail address" />
      <p class="govuk-hint">Leave all of it blank to write to nobody.</p>
      <Buttons>
        <Button text="Save" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

/** To whom messages go and which is next, as rows of the response's page. */
export function rowsOfMessages(chasing: ResponseChasing): SummaryRow[] {
  const { review, to, plan } = chasing
  const address = `/reviews/${review.slug}/response`
  const nobody = 'words' in to
  const next = plan.due ?? plan.coming[0]
  return [
    rowOfReceiver(chasing),
    ...(next
      ? [
          {
            key: 'Next message',
            value: `${stepOf(next.step).title}: ${plan.due ? whenDue(plan.due, nobody) : `${inWords(next.on)}, ${goes(next)}`}`,
            actions: [{ text: plan.due && !nobody ? 'See and send' : 'See', href: `${address}/messages`, of: 'the messages about it' }],
          },
        ]
      : []),
  ]
}

function rowOfReceiver({ review, to }: ResponseChasing): SummaryRow {
  return {
    key: 'Messages go to',
    value: 'words' in to ? to.words : [`${to.name}, ${to.address}`, to.note].filter(Boolean).join('. '),
    actions: [{ text: 'Change', href: `/reviews/${review.slug}/response/contact`, of: 'to whom messages go' }],
  }
}

const goes = ({ byItself }: Pick<PlannedResponseStep, 'byItself'>) => (byItself ? 'by itself' : 'after you have seen it')
const whenDue = ({ byItself }: PlannedResponseStep, nobody: boolean) =>
  nobody ? 'due, and there is nobody to write to' : byItself ? 'goes within the hour, by itself' : 'ready, goes when you send it'

interface MessagesProps {
  chasing: ResponseChasing
  /** The notice as a message, while it has not gone to whoever must respond. */
  notice: DraftedResponse | null
  /** What is due now. */
  ready: DraftedResponse | null
  form: FilledForm
  today: CalendarDate
}

export function ResponseMessagesPage({ chasing, notice, ready, form, today }: MessagesProps) {
  const { review, notice: served, to, plan, withheld, messages, goesToday } = chasing
  const address = `/reviews/${review.slug}/response`
  const unanswered = review.recommendations.filter(({ response }) => !response?.answer).length
  return (
    <>
      <SummaryList
        rows={[
          rowOfReceiver(chasing),
          { key: 'Due', value: `By the end of ${inWords(served.dueOn)}${today > served.dueOn ? ' (past)' : ''}` },
          {
            key: 'Without an answer',
            value: unanswered === 0 ? 'None: nobody is written to any more' : `${unanswered} of ${review.recommendations.length}`,
          },
        ]}
      />
      {(notice !== null || ready !== null) && !goesToday && (
        <p class="govuk-body">No messages go out any more today: what you send goes when the quiet hours end.</p>
      )}
      {notice && (
        <section aria-labelledby="notice">
          <h2 class="govuk-heading-m" id="notice">
            The notice
          </h2>
          <p class="govuk-body">It has not been sent from here to {notice.to.name}. The notice goes with it as a Word document.</p>
          <Letter draft={notice} />
          <Form action={`${address}/messages`}>
            <Button text="Send the notice" name="todo" value="notice" kind={ready ? 'secondary' : undefined} />
          </Form>
        </section>
      )}
      {plan.due && (
        <section aria-labelledby="ready">
          <h2 class="govuk-heading-m" id="ready">
            Ready to go
          </h2>
          <p class="govuk-body">
            {`${stepOf(plan.due.step).title}, ${lowerFirst(whenOfStep(plan.due))}. `}
            {'words' in to ? to.words : plan.due.byItself ? 'It goes by itself within the hour.' : 'It goes when you send it.'}
          </p>
          {ready && <Letter draft={ready} />}
          <Form action={`${address}/messages`}>
            <input type="hidden" name="purpose" value={plan.due.purpose} />
            {ready && <Button text="Send it now" name="todo" value="send" />}
            <Details summary="Put it off or skip it" open={form.faults.some(({ field }) => field !== null)}>
              <TextInput form={form} name="why" label="Why" hint="Kept with the notice" />
              <DateInput
                form={form}
                name="until"
                label="Not before (optional)"
                hint="Leave it blank to skip the message: the next one then comes when it is due"
              />
              <Button text="Put off or skip" kind="secondary" name="todo" value="withhold" />
            </Details>
          </Form>
        </section>
      )}
      {withheld.length > 0 && <Withheld withheld={withheld} address={address} />}
      {plan.coming.length > 0 && (
        <Table
          caption="What comes next, unless they answer"
          rows={plan.coming}
          columns={[
            { head: 'When', names: true, cell: ({ on }) => inWords(on) },
            { head: 'Message', cell: (step) => `${stepOf(step.step).title} (${lowerFirst(whenOfStep(step))})` },
            { head: 'Goes', cell: ({ byItself }) => (byItself ? 'By itself' : 'After you have seen it') },
          ]}
        />
      )}
      <ResponseLog messages={messages} />
      {messages.length === 0 && <p class="govuk-body">Nothing has been sent about this notice.</p>}
      <p class="govuk-body">
        <a class="govuk-link" href="/settings/responses">
          When whoever must respond is written to
        </a>{' '}
        (administrators)
      </p>
    </>
  )
}

function Letter({ draft }: { draft: DraftedResponse }) {
  return (
    <Details summary={`Read the message to ${draft.to.name}`}>
      <div class="asking-letter">
        <p class="govuk-body govuk-!-font-weight-bold">{draft.subject}</p>
        <Lines text={draft.text} />
      </div>
      <p class="govuk-body govuk-!-margin-top-3">
        <a class="govuk-link" href={`/settings/messages/words/${draft.step}`}>
          Change the words of this message
        </a>{' '}
        (administrators)
      </p>
    </Details>
  )
}

function Withheld({ withheld, address }: { withheld: ResponseWithholding[]; address: string }) {
  return (
    <Table
      caption="Put off or skipped"
      rows={withheld}
      columns={[
        { head: 'Message', names: true, cell: ({ purpose }) => stepWords(purpose.split(' ')[2] ?? '') },
        { head: 'Until', cell: ({ until }) => (until ? inWords(until) : 'Skipped') },
        { head: 'Why', cell: ({ why }) => why },
        { head: 'By', cell: ({ by, on }) => [by, inWords(on)].filter(Boolean).join(', ') },
        {
          head: 'Take it up again',
          hiddenHead: true,
          cell: ({ id }) => (
            <Form action={`${address}/messages/withholdings/${id}/end`}>
              <Button text="Take it up again" kind="secondary" />
            </Form>
          ),
        },
      ]}
    />
  )
}

/** What went out about a notice, the latest first; nothing where nothing did. */
export function ResponseLog({ messages }: { messages: readonly ResponseMessage[] }) {
  if (messages.length === 0) return null
  return (
    <Table
      caption="What went out"
      rows={messages.toReversed()}
      columns={[
        {
          head: 'Message',
          names: true,
          cell: ({ id, step, toName }) => (
            <a class="govuk-link" href={`/messages/${id}`}>
              {`${stepWords(step)}: to ${toName}`}
            </a>
          ),
        },
        { head: 'When', cell: ({ at, state }) => (state === 'waiting' ? `Goes ${momentInWords(at)}` : momentInWords(at)) },
        {
          head: 'What became of it',
          cell: ({ state, words }) => (
            <>
              <Tag colour={STATE_WORDS[state].colour}>{STATE_WORDS[state].words}</Tag> {words ?? ''}
            </>
          ),
        },
      ]}
    />
  )
}

const lowerFirst = (words: string) => words.replace(/^./, (letter) => letter.toLowerCase())
