import { inWords } from '../platform/core/calendar-date.ts'
import { Govuk } from '../platform/web/govuk.tsx'
import { Button } from '../platform/web/form-fields.tsx'
import { Tag } from '../platform/web/page-parts.tsx'
import type { ImportRecord } from './import.ts'
import { count } from './reading-words.ts'

/** What an import became, with the way to each thing and to the next step. */
export function ImportDone({ found }: { found: ImportRecord }) {
  const { reviews, rounds, meetings } = found.made ?? { reviews: [], rounds: [], meetings: [] }
  const made = [
    reviews.length > 0 && count(reviews.length, 'review'),
    rounds.length > 0 && count(rounds.length, 'round'),
    meetings.length > 0 && count(meetings.length, 'meeting'),
  ].filter(Boolean)
  const open = rounds.find((round) => !round.frozen)
  const query = reviews.map(({ slug }) => `review=${encodeURIComponent(slug)}`).join('&')
  return (
    <>
      <Govuk
        name="panel"
        options={{
          titleText: 'On the record',
          headingLevel: 2,
          html: made.join(', '),
        }}
      />
      <List
        title="Reviews"
        items={reviews.map(({ slug, title, isNew }) => ({ href: `/reviews/${slug}`, text: title, tag: isNew ? 'New' : 'A round added' }))}
      />
      <List
        title="Rounds"
        items={rounds.map(({ slug, name, frozen }) => ({ href: `/rounds/${slug}`, text: name, tag: frozen ? 'Frozen' : 'Open' }))}
      />
      <List
        title="Meetings"
        items={meetings.map((slug) => ({ href: `/meetings/${slug}`, text: inWords(slug.slice(0, 10)), tag: 'Agenda and minutes kept' }))}
      />
      {(found.hints.shapes?.length ?? 0) > 0 && (
        <p class="govuk-body">
          Heed remembers how you showed it to read this document, and reads the next of the same shape so.{' '}
          <a class="govuk-link" href="/settings/document-shapes">
            See what it remembers
          </a>
        </p>
      )}
      <h2 class="govuk-heading-m">What to do next</h2>
      {open ? (
        <Button text={`Go on with ${open.name}`} href={`/rounds/${open.slug}`} />
      ) : reviews.length > 0 ? (
        <Button text="Open the next round" href={`/rounds/opening?${query}`} />
      ) : null}
      <p class="govuk-body">
        <a class="govuk-link" href={`/imports/${found.id}/reviews/1`}>
          See again what was read, beside the document
        </a>
        {' or '}
        <a class="govuk-link" href={`/imports/documents/${found.document.id}`}>
          every import of this document
        </a>
      </p>
    </>
  )
}

function List({ title, items }: { title: string; items: { href: string; text: string; tag: string }[] }) {
  if (items.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list govuk-list--spaced">
        {items.map(({ href, text, tag }) => (
          <li>
            <a class="govuk-link" href={href}>
              {text}
            </a>{' '}
            <Tag colour="grey">{tag}</Tag>
          </li>
        ))}
      </ul>
    </>
  )
}
