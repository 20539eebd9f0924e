import { placeOf, type Contact } from '../contacts/contact.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { STATE_WORDS } from '../messages/message.ts'
import { stepWords } from '../messages/message-steps.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Checkboxes, Form, HiddenField, Select, TextInput } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { InsetText, SummaryList, Tag, type TagColour } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { RoundLine } from '../rounds/round-lines.ts'
import type { RoundRecord } from '../rounds/round.ts'
import { isWanted, type LineState } from '../rounds/standing.ts'
import { lastDayOf } from './asking-link.ts'
import { wantedLines } from './asking.ts'
import { countOf, LineLink } from './asking-parts.views.tsx'
import { done } from './asking.views.tsx'
import type { AskingRecord, LinkSeen, MessageSeen } from './asking-record.queries.ts'
import { lineInMessage } from './line-words.ts'
import { isLive } from './revoke-links.ts'

const STATES: Record<LineState, { words: string; colour: TagColour }> = {
  unanswered: { words: 'Not answered', colour: 'grey' },
  'sent-back': { words: 'Sent back', colour: 'orange' },
  'no-update': { words: 'No update received', colour: 'red' },
  answered: { words: 'Answered', colour: 'blue' },
  accepted: { words: 'Accepted', colour: 'green' },
}

interface OneAskingProps extends AskingRecord {
  round: RoundRecord
  /** The lines that are asked of them now. */
  lines: RoundLine[]
  now: Date
}

export function OneAsking({ round, asking, lines, links, messages, now }: OneAskingProps) {
  const address = `/rounds/${round.slug}/asking/${asking.id}`
  const wanted = wantedLines(asking).length
  const live = links.filter((link) => isLive(link, now))
  return (
    <>
      <SummaryList
        rows={[
          {
            key: 'Works at',
            value: placeOf(asking.contact) || 'Not known',
            actions: [{ text: 'See', href: `/contacts/${asking.contact.slug}`, of: asking.contact.name }],
          },
          { key: 'E-mail', value: asking.contact.email || 'None' },
          { key: 'Asked', value: momentInWords(asking.askedAt) },
          { key: 'Answered', value: `${lines.length - wanted} of ${countOf(lines.length, 'line')}` },
          { key: 'What they have done', value: done(asking) },
        ]}
      />
      {round.state === 'open' && wanted > 0 && (
        <Buttons>
          {!asking.revoked && <Button text="Remind" href={`/rounds/${round.slug}/reminding?asking=${asking.id}`} />}
          <Button text="Send a fresh link" href={`${address}/fresh-link`} kind={asking.revoked ? undefined : 'secondary'} />
          <a class="govuk-link" href={`${address}/lines`}>
            Pass lines to somebody else, or take them off
          </a>
        </Buttons>
      )}
      {lines.length === 0 ? (
        <InsetText>Nothing is asked of them any more.</InsetText>
      ) : (
        <LinesAsked round={round} lines={lines} states={new Map(asking.lines.map(({ itemId, state }) => [itemId, state]))} />
      )}
      <h2 class="govuk-heading-m">Links</h2>
      {links.length === 0 ? <p class="govuk-body">They have no link yet.</p> : <LinkTable links={links} address={address} now={now} />}
      {live.length > 1 && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${address}/revocation`}>
            Revoke all links
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m">Messages</h2>
      {messages.length === 0 ? (
        <p class="govuk-body">Nothing has been written to them about this.</p>
      ) : (
        <MessageTable messages={messages} />
      )}
    </>
  )
}

interface LinesAskedProps {
  round: RoundRecord
  lines: RoundLine[]
  states: ReadonlyMap<string, LineState>
}

function LinesAsked({ round, lines, states }: LinesAskedProps) {
  return (
    <Table
      caption="What is asked of them"
      rows={lines}
      columns={[
        { head: 'Line', names: true, width: 'half', cell: (line) => <LineLink slug={round.slug} line={line} /> },
        { head: 'Owner', cell: (line) => line.owners.join('; ') || 'Nobody is named' },
        {
          head: 'How it stands',
          cell: ({ itemId }) => {
            const state = states.get(itemId) ?? 'unanswered'
            return (
              <>
                <StandingTag state={state} />
                {round.state === 'open' && state === 'answered' && (
                  <div>
                    <a class="govuk-link" href={`/rounds/${round.slug}/sending-back?item=${itemId}`}>
                      Send it back with a note
                    </a>
                  </div>
                )}
              </>
            )
          },
        },
      ]}
    />
  )
}

function StandingTag({ state }: { state: LineState }) {
  return <Tag colour={STATES[state].colour}>{STATES[state].words}</Tag>
}

function LinkTable({ links, address, now }: { links: LinkSeen[]; address: string; now: Date }) {
  return (
    <Table
      caption="Links by which they answer, the latest first"
      hiddenCaption
      rows={links}
      columns={[
        {
          head: 'For',
          names: true,
          width: 'third',
          cell: ({ forName, forAddress, passedBy }) => (
            <>
              {`${forName} `}
              <span class="asking-address">{forAddress}</span>
              {passedBy !== null && <span class="asking-place">{`Passed on by ${passedBy}`}</span>}
            </>
          ),
        },
        { head: 'Made', cell: ({ madeAt }) => momentInWords(madeAt) },
        {
          head: 'Opened',
          cell: ({ daysOpened, openedAt }) => (openedAt ? `${momentInWords(openedAt)} (on ${countOf(daysOpened, 'day')})` : 'Never'),
        },
        { head: 'Until', cell: (link) => untilWhen(link, now) },
        {
          head: 'Revoke',
          hiddenHead: true,
          cell: (link) =>
            isLive(link, now) && (
              <a class="govuk-link" href={`${address}/revocation?link=${link.id}`}>
                Revoke<span class="govuk-visually-hidden">{` the link of ${link.forName}`}</span>
              </a>
            ),
        },
      ]}
    />
  )
}

function untilWhen({ revokedAt, revokedBy, expiresAt }: LinkSeen, now: Date): string {
  if (revokedAt) return `Revoked ${momentInWords(revokedAt)}${revokedBy ? ` by ${revokedBy}` : ''}`
  const last = inWords(lastDayOf({ expiresAt }))
  return `${expiresAt > now ? 'Opens until' : 'Expired at'} the end of ${last}`
}

function MessageTable({ messages }: { messages: MessageSeen[] }) {
  return (
    <Table
      caption="Messages, the latest first"
      hiddenCaption
      rows={messages}
      columns={[
        {
          head: 'Message',
          names: true,
          width: 'half',
          cell: ({ id, subject }) => (
            <a class="govuk-link" href={`/messages/${id}`}>
              {subject}
            </a>
          ),
        },
        { head: 'To', cell: ({ toName }) => toName },
        { head: 'Step', cell: ({ step }) => stepWords(step) },
        {
          head: 'When',
          cell: ({ dueAt, endedAt, queuedAt, state }) =>
            dueAt && (state === 'waiting' || state === 'delayed') ? `Goes ${momentInWords(dueAt)}` : momentInWords(endedAt ?? queuedAt),
        },
        {
          head: 'What became of it',
          cell: ({ state, words }) => (
            <>
              <Tag colour={STATE_WORDS[state].colour}>{STATE_WORDS[state].words}</Tag>
              {state === 'withheld' && words && <div>{words}</div>}
            </>
          ),
        },
      ]}
    />
  )
}

export function RevokeForm({ form, links }: { form: FilledForm; links: LinkSeen[] }) {
  return (
    <>
      <p class="govuk-body">
        Whoever holds it sees nothing any more, and nor does anybody to whom they passed it. What they answered stays, and so does what they
        drafted. They are not reminded until you send a fresh link.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {links.map(({ forName, forAddress }) => (
          <li>{`${forName}, ${forAddress}`}</li>
        ))}
      </ul>
      <Form>
        <HiddenField form={form} name="link" />
        <Button text={links.length === 1 ? 'Revoke the link' : 'Revoke the links'} kind="warning" />
      </Form>
    </>
  )
}

export function PassForm({
  form,
  lines,
  states,
  contacts,
}: {
  form: FilledForm
  lines: RoundLine[]
  states: ReadonlyMap<string, LineState>
  contacts: Contact[]
}) {
  const open = lines.filter(({ itemId }) => isWanted(states.get(itemId) ?? 'unanswered'))
  return (
    <Form>
      <Checkboxes
        form={form}
        name="item"
        label="Which lines?"
        small
        choices={open.map((line) => ({ value: line.itemId, text: lineInMessage(line), hint: line.owners.join('; ') }))}
      />
      <Select
        form={form}
        name="to"
        label="Who is asked for them instead?"
        hint="They get one message with their own link. What was drafted stays with the person who drafted it."
        blank="Nobody: only take them off"
        choices={contacts.map((contact) => ({ value: contact.id, text: [contact.name, placeOf(contact)].filter(Boolean).join(', ') }))}
      />
      <TextInput form={form} name="reason" label="Why?" hint="Kept in the history. May be left blank." />
      <Button text="Save" />
    </Form>
  )
}
