import { inWords } from '../platform/core/calendar-date.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Checkboxes, Form, TextInput } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { Details, EmptyState, InsetText, SummaryList, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { RoundRecord } from '../rounds/round.ts'
import { wantedLines, type Asking } from './asking.ts'
import type { PersonToAsk, Unasked } from './asking-plan.ts'
import type { RoundAsking } from './asking-plan.queries.ts'
import { countOf, Letter, LinesInBrief, PlaceAndAddress, TickPerson } from './asking-parts.views.tsx'
import type { MessagePreview } from './preview-message.ts'

interface AskingPageProps extends RoundAsking {
  form: FilledForm
  /** Why nobody can be asked now. */
  closed: string | null
  carriesFiles: boolean
  preview: MessagePreview | null
  /** The message was asked for: it stands open. */
  isShown: boolean
}

export function AskingPage(props: AskingPageProps) {
  const { round, plan, askings, closed, form } = props
  return (
    <>
      <WhereItStands {...props} />
      {closed !== null && (
        <InsetText>
          {closed}{' '}
          {round.state === 'open' && (
            <a class="govuk-link" href={`/rounds/${round.slug}/days`}>
              Days of this round
            </a>
          )}
        </InsetText>
      )}
      {plan.unasked.length > 0 && <UnaskedTable round={round} unasked={plan.unasked} />}
      {plan.people.length > 0 && closed === null && <AskForm {...props} form={form} />}
      {plan.people.length === 0 && plan.unasked.length === 0 && askings.length > 0 && <p class="govuk-body">Everybody has been asked.</p>}
      {plan.people.length === 0 && plan.unasked.length === 0 && askings.length === 0 && (
        <EmptyState title="There is nobody to ask">
          <p class="govuk-body">Every line of this round has been answered already.</p>
        </EmptyState>
      )}
      {askings.length > 0 && <AskedTable round={round} askings={askings} />}
      <DownloadList address={`/rounds/${round.slug}/asking`} of="who is asked for which line" />
    </>
  )
}

function WhereItStands({ round, askings, plan, lines }: AskingPageProps) {
  const asked = new Set(askings.flatMap((asking) => asking.lines.map(({ itemId }) => itemId)))
  return (
    <SummaryList
      rows={[
        {
          key: 'Updates due',
          value: round.dueOn === null ? 'No day is set' : inWords(round.dueOn),
          actions: round.state === 'open' ? [{ text: 'Change', href: `/rounds/${round.slug}/days`, of: 'the days of this round' }] : [],
        },
        { key: 'Links open until', value: `the end of ${inWords(round.presentedOn)}, the day of the meeting` },
        {
          key: 'Asked so far',
          value: `${countOf(askings.length, 'person', 'people')}, for ${asked.size} of ${countOf(lines.length, 'line')}`,
          actions: [{ text: 'Chasing', href: `/rounds/${round.slug}/chasing`, of: 'whoever has not answered' }],
        },
        plan.people.length > 0 && { key: 'Still to ask', value: countOf(plan.people.length, 'person', 'people') },
      ]}
    />
  )
}

const WHY = {
  'nobody-named': 'Its lines name no owner',
  'nobody-speaks': 'Nobody speaks for it',
  'no-address': 'No e-mail address',
} as const

function UnaskedTable({ round, unasked }: { round: RoundRecord; unasked: Unasked[] }) {
  const lines = new Set(unasked.flatMap((one) => one.lines.map(({ itemId }) => itemId))).size
  return (
    <>
      <WarningText>{`${countOf(lines, 'line')} cannot be asked about yet. Say who speaks for the owner, then come back here.`}</WarningText>
      <Table
        caption="Cannot be asked"
        rows={unasked}
        columns={[
          { head: 'Owner', names: true, width: 'quarter', cell: ({ owner }) => owner || 'Nobody is named' },
          { head: 'Lines', width: 'third', cell: (one) => <LinesInBrief slug={round.slug} lines={one.lines} /> },
          { head: 'What is the matter', cell: ({ why }) => <strong class="asking-matter">{WHY[why]}</strong> },
          { head: 'To mend it', cell: (one) => <Mend unasked={one} /> },
        ]}
      />
    </>
  )
}

function Mend({ unasked: { owner, ownerId, why, contacts, lines } }: { unasked: Unasked }) {
  if (why === 'no-address')
    return (
      <>
        {contacts.map((contact) => (
          <a class="govuk-link" href={`/contacts/${contact.slug}/correcting`}>
            {`Add the e-mail address of ${contact.name}`}
          </a>
        ))}
      </>
    )
  const [line] = lines
  if (why === 'nobody-named' || ownerId === null)
    return (
      <a class="govuk-link" href={`/reviews/${line?.review.slug}/recommendations/${line?.recommendation.slug}`}>
        Say who answers for it
      </a>
    )
  return (
    <a class="govuk-link" href={`/owners/${ownerId}`}>
      {`Say who speaks for ${owner}`}
    </a>
  )
}

function AskForm({ round, plan, form, carriesFiles, preview, isShown }: AskingPageProps) {
  const chosen = [form.values.people ?? []].flat()
  const fault = form.faults.find(({ field }) => field === 'people')
  return (
    <Form working="Asking them…">
      {fault && <p class="govuk-error-message">{fault.message}</p>}
      <Table
        caption="Whom to ask"
        rows={plan.people}
        columns={[
          {
            head: 'Person',
            names: true,
            width: 'quarter',
            cell: ({ contact }) => (
              <TickPerson
                name="people"
                id={contact === plan.people[0]?.contact ? 'people' : `people-${contact.id}`}
                contact={contact}
                ticked={chosen.includes(contact.id)}
              />
            ),
          },
          { head: 'Where they work', cell: ({ contact }) => <PlaceAndAddress contact={contact} /> },
          { head: 'Their lines', width: 'third', cell: ({ lines }) => <LinesInBrief slug={round.slug} lines={lines} /> },
          { head: 'To know', cell: (person) => <ToKnow person={person} slug={round.slug} /> },
        ]}
      />
      {carriesFiles ? (
        <Checkboxes
          form={form}
          name="withForm"
          label="The form in Word"
          small
          choices={[
            {
              value: 'yes',
              text: 'Attach to each message a form in Word of their lines',
              hint: 'For whoever would rather write in Word. It is sent back, or brought in on the page that the link opens.',
              more: (
                <TextInput
                  form={form}
                  name="returnTo"
                  label="To whom does it go back?"
                  hint="A name and an e-mail address, as they stand in the form"
                />
              ),
            },
          ]}
        />
      ) : (
        <p class="govuk-body">Messages go by GOV.UK Notify, which carries no files: no form in Word is attached.</p>
      )}
      {preview && (
        <Details summary={`The message to ${preview.to.name} as it would go`} open={isShown}>
          <Letter preview={preview} />
          <p class="govuk-body">
            Each has one like it, with their own lines and link.{' '}
            <a class="govuk-link" href="/settings/messages">
              Words of messages
            </a>
          </p>
        </Details>
      )}
      <Buttons>
        <Button text="Ask those who are ticked" />
        <a class="govuk-link" href={`/rounds/${round.slug}`}>
          Back to the round
        </a>
      </Buttons>
    </Form>
  )
}

function ToKnow({ person: { contact, coversFor, insteadOf, away, asking }, slug }: { person: PersonToAsk; slug: string }) {
  const names = (some: readonly { name: string }[]) => some.map(({ name }) => name).join(', ')
  return (
    <>
      {coversFor.length > 0 && <div>{`Covers for ${names(coversFor)}`}</div>}
      {insteadOf.length > 0 && <div>{`Instead of ${names(insteadOf)}, who will not be asked any more`}</div>}
      {away && (
        <div>
          <a class="govuk-link" href={`/contacts/${contact.slug}`}>
            Away, and nobody covers
          </a>
        </div>
      )}
      {asking && (
        <div>
          <a class="govuk-link" href={`/rounds/${slug}/asking/${asking.id}`}>
            Asked for other lines already
          </a>
        </div>
      )}
      <div>
        <a class="govuk-link" href={`/rounds/${slug}/asking?person=${contact.id}`}>
          See the message<span class="govuk-visually-hidden">{` to ${contact.name}`}</span>
        </a>
      </div>
    </>
  )
}

function AskedTable({ round, askings }: { round: RoundRecord; askings: Asking[] }) {
  return (
    <>
      <Table
        caption="Asked already"
        rows={askings}
        columns={[
          {
            head: 'Person',
            names: true,
            width: 'quarter',
            cell: ({ id, contact }) => (
              <a class="govuk-link" href={`/rounds/${round.slug}/asking/${id}`}>
                {contact.name}
              </a>
            ),
          },
          { head: 'Asked', cell: ({ askedAt }) => momentInWords(askedAt) },
          { head: 'What they have done', cell: (asking) => done(asking) },
          {
            head: 'Answered',
            numeric: true,
            cell: (asking) => `${asking.lines.length - wantedLines(asking).length} of ${asking.lines.length}`,
          },
        ]}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={`/messages?about=${encodeURIComponent(`/rounds/${round.slug}`)}`}>
          All messages of this round
        </a>
        {round.state === 'open' && askings.some((asking) => wantedLines(asking).length > 0) && (
          <>
            {' · '}
            <a class="govuk-link" href={`/rounds/${round.slug}/reminding`}>
              Remind those who have not answered
            </a>
          </>
        )}
      </p>
    </>
  )
}

export function done({ revoked, submittedAt, draftedAt, openedAt, contact }: Asking): string {
  const last = submittedAt
    ? `Answered ${momentInWords(submittedAt)}`
    : draftedAt
      ? `Saved a draft ${momentInWords(draftedAt)}`
      : openedAt
        ? `Opened the link ${momentInWords(openedAt)}`
        : 'Has not opened the link'
  return [last, revoked && 'Their link is revoked', contact.gone && 'Has left'].filter(Boolean).join('. ')
}
