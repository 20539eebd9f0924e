import { Button, Form, Select, TextInput } from '../platform/web/form-fields.tsx'
import type { FilledForm } from '../platform/web/form.ts'
import { DownloadList } from '../platform/web/list-download.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { Details, EmptyState, Pagination } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { factsOf, kindInWords, nameOfThing } from './event-words.ts'
import type { HistoryEvent, HistoryFilter } from './history.queries.ts'
import type { HistoryVerdict } from './verify-history.ts'

interface HistoryProps {
  filter: HistoryFilter
  form: FilledForm
  actors: { id: string; name: string }[]
  events: HistoryEvent[]
  newest: string | null
  older: string | null
}

export function History({ filter, form, actors, events, newest, older }: HistoryProps) {
  return (
    <>
      <p class="govuk-body">
        Nothing here can be changed or taken out unseen: each event carries the hash of the one before.{' '}
        <a class="govuk-link" href="/history/chain">
          See whether the chain holds
        </a>
      </p>
      <Form method="get" action="/history" class="heed-filters" label="Filter the history">
        <TextInput form={form} name="thing" label="Thing, by its address" width={20} hint="/reviews/housing-repairs" />
        <Select form={form} name="by" label="Person" blank="Anyone" choices={actors.map(({ id, name }) => ({ value: id, text: name }))} />
        <Button text="Filter" kind="secondary" />
      </Form>
      {events.length === 0 ? (
        <EmptyState title="Nothing found">
          <p class="govuk-body">Nothing has happened yet that fits. Whatever is done in Heed is recorded here as it is done.</p>
        </EmptyState>
      ) : (
        <EventTable events={events} />
      )}
      {events.length > 0 && <DownloadList address="/history" query={{ thing: filter.thing, by: filter.by }} />}
      <Pagination previous={newest} next={older} />
    </>
  )
}

function EventTable({ events }: { events: HistoryEvent[] }) {
  return (
    <Table
      caption="Events, the latest first"
      hiddenCaption
      rows={events}
      columns={[
        { head: 'What happened', names: true, width: 'quarter', cell: ({ kind }) => kindInWords(kind) },
        { head: 'When', cell: ({ at }) => momentInWords(at) },
        {
          head: 'Who',
          cell: ({ actorId, actorName }) =>
            actorId ? (
              <a class="govuk-link" href={`/history?by=${actorId}`}>
                {actorName}
              </a>
            ) : (
              actorName
            ),
        },
        {
          head: 'To what',
          width: 'third',
          cell: (event) => (
            <>
              <a class="govuk-link" href={event.subject}>
                {nameOfThing(event)}
              </a>{' '}
              <a class="govuk-link heed-aside" href={`/history?thing=${encodeURIComponent(event.subject)}`}>
                its history<span class="govuk-visually-hidden">: {event.subject}</span>
              </a>
              <EventDetail event={event} />
            </>
          ),
        },
      ]}
    />
  )
}

function EventDetail({ event }: { event: HistoryEvent }) {
  const facts = factsOf(event)
  if (facts.length === 0) return null
  return (
    <Details summary={`Details of event ${event.number}`}>
      <ul class="govuk-list govuk-list--bullet">
        {facts.map((fact) => (
          <li>{fact}</li>
        ))}
      </ul>
    </Details>
  )
}

const WHY = {
  missing: 'one or more events before it are missing',
  changed: 'its words were changed after it was written',
  'not-chained': 'it does not follow from the event before it',
}

export function Verdict({ verdict: { events, head, broken } }: { verdict: HistoryVerdict }) {
  if (broken)
    return (
      <div class="heed-empty">
        <h2 class="govuk-heading-m">The chain is broken at event {broken.number}</h2>
        <p class="govuk-body">{`Of ${events} events, number ${broken.number} is not as it was written: ${WHY[broken.why]}. Someone reached the database other than through Heed. Tell whoever runs it, and keep your last backup.`}</p>
      </div>
    )
  return (
    <div class="heed-empty">
      <h2 class="govuk-heading-m">The chain holds</h2>
      <p class="govuk-body">{`All ${events} events are as they were written, in their order.`}</p>
      {head && (
        <>
          <p class="govuk-body">This is the last event’s hash. Keep it somewhere else, and nobody can cut the end off unseen:</p>
          <p class="heed-secret">{head}</p>
        </>
      )}
    </div>
  )
}
