import { inWords, today } from '../platform/core/calendar-date.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'
import { Button, Buttons, Form } from '../platform/web/form-fields.tsx'
import { Details, SummaryList, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { LAYOUT_WORDS } from '../reviews/review.ts'
import { ReadAsShownNote } from './document-shape.views.tsx'
import type { KnownShape } from './document-shape.queries.ts'
import { addressOfDoubt, becomes, committeeName, countsInWords, countsOf, roundInWords, type Names } from './import-words.ts'
import type { ImportRecord } from './import.ts'
import { NothingKnown, Pages, Remarks, Tables } from './import-document.views.tsx'
import { ImportDone } from './import-done.views.tsx'
import { StateTag } from './imports.views.tsx'
import { brief, count, placeInWords } from './reading-words.ts'

interface OverviewProps {
  found: ImportRecord
  names: Names
  source: SourceDocument
  /** What came into Heed since and would make the plan wrong. */
  late: { n: number; words: string }[]
  /** What Heed remembered, by which it was read. */
  shown: readonly KnownShape[]
}

export function ImportOverview({ found, names, source, late, shown }: OverviewProps) {
  if (found.state === 'confirmed') return <ImportDone found={found} />
  const { reading } = found
  const counts = countsOf(reading)
  const nothing = reading.reviews.length + reading.meetings.length === 0
  return (
    <>
      <p class="govuk-body">
        <StateTag state={found.state} /> Started {inWords(today(found.startedAt))}
        {found.startedBy && ` by ${found.startedBy}`}.{' '}
        <a class="govuk-link" href={`/imports/${found.id}/versions`}>
          {found.version > 1 ? count(found.version - 1, 'correction') : 'No correction yet'}
        </a>
      </p>
      {nothing ? <NothingKnown found={found} source={source} /> : <Figures counts={counts} reviews={reading.reviews.length} />}
      <ReadAsShownNote shapes={shown} without={found.state === 'waiting' ? `/imports/${found.id}/shown/withdrawal` : undefined} />
      <Remarks found={found} source={source} />
      {late.map(({ n, words }) => (
        <WarningText>
          {words}{' '}
          <a class="govuk-link" href={`/imports/${found.id}/plan/reviews/${n}`}>
            Say what it becomes
          </a>
        </WarningText>
      ))}
      <Doubts found={found} />
      {reading.reviews.length > 0 && <Reviews found={found} names={names} />}
      {reading.meetings.length > 0 && <Meetings found={found} />}
      {!nothing && <Becoming found={found} names={names} />}
      {reading.unplaced.length > 0 && <UnplacedWords found={found} />}
      <Tables found={found} source={source} />
      <Pages found={found} source={source} />
      {found.state === 'waiting' && (
        <Buttons>
          {!nothing && <Button text="Put it on the record" href={`/imports/${found.id}/confirmation`} />}
          <a class="govuk-link" href={`/imports/documents/${found.document.id}`}>
            Start again from the document
          </a>
          <a class="govuk-link" href={`/imports/${found.id}/abandonment`}>
            Abandon this import
          </a>
        </Buttons>
      )}
    </>
  )
}

function Figures({ counts, reviews }: { counts: ReturnType<typeof countsOf>; reviews: number }) {
  const figures: [string, number][] = [
    [reviews === 1 ? 'Review' : 'Reviews', reviews],
    ['Recommendations', counts.recommendations],
    ['Actions', counts.actions],
    ['Updates', counts.updates],
    ['Doubts', counts.doubts],
    ['Not placed', counts.unplaced],
  ]
  return (
    <dl class="heed-figures">
      {figures.map(([name, number]) => (
        <div>
          <dt>{name}</dt>
          <dd>{number}</dd>
        </div>
      ))}
    </dl>
  )
}

function Doubts({ found }: { found: ImportRecord }) {
  const { doubts } = found.reading
  if (doubts.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m" id="doubts">
        Look at these first
      </h2>
      <ul class="imports-doubts">
        {doubts.map((doubt, index) => {
          const address = addressOfDoubt(found, doubt)
          const where = [
            doubt.review,
            doubt.ref && `recommendation ${doubt.ref}`,
            doubt.field?.replaceAll('_', ' '),
            placeInWords(doubt.place),
          ]
            .filter(Boolean)
            .join(', ')
          return (
            <li>
              <p class="govuk-body">
                {doubt.why}
                <br />
                {address ? (
                  <a class="govuk-link" href={address}>
                    {where || 'Look at it'}
                  </a>
                ) : (
                  where
                )}
              </p>
              {found.state === 'waiting' && (
                <Form action={`/imports/${found.id}/doubts/${index + 1}/settlement`}>
                  <input type="hidden" name="version" value={found.version} />
                  <button class="govuk-button govuk-button--secondary" type="submit">
                    It is right<span class="govuk-visually-hidden">: {brief(doubt.why, 60)}</span>
                  </button>
                </Form>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

function Reviews({ found, names }: { found: ImportRecord; names: Names }) {
  const rows = found.reading.reviews.map((review, index) => ({ review, index }))
  return (
    <Table
      caption="Reviews that Heed read"
      rows={rows}
      columns={[
        {
          head: 'Review',
          names: true,
          width: 'third',
          cell: ({ review, index }) => (
            <a class="govuk-link" href={`/imports/${found.id}/reviews/${index + 1}`}>
              {review.title || 'A review without a title'}
            </a>
          ),
        },
        {
          head: 'What was read',
          cell: ({ review }) => (review.status ? `${countsInWords(review)} (${review.status})` : countsInWords(review)),
        },
        { head: 'Layout', cell: ({ review }) => LAYOUT_WORDS[review.layout] },
        { head: 'It becomes', cell: ({ index }) => becomes(found.plan, index, names) },
      ]}
    />
  )
}

function Meetings({ found }: { found: ImportRecord }) {
  const rows = found.reading.meetings.map((meeting, index) => ({ meeting, index }))
  return (
    <Table
      caption="Meetings that Heed read"
      rows={rows}
      columns={[
        {
          head: 'Meeting',
          names: true,
          cell: ({ meeting, index }) => (
            <a class="govuk-link" href={`/imports/${found.id}/meetings/${index + 1}`}>
              {meeting.body || 'A meeting'}
            </a>
          ),
        },
        { head: 'Date', cell: ({ meeting }) => (meeting.date ? inWords(meeting.date) : 'None read') },
        { head: 'Agenda', cell: ({ meeting }) => count(meeting.agenda?.length ?? 0, 'item') },
        { head: 'Minutes', cell: ({ meeting }) => count(meeting.minutes?.length ?? 0, 'minute') },
      ]}
    />
  )
}

function Becoming({ found, names }: { found: ImportRecord; names: Names }) {
  const { id, reading, plan, state } = found
  const change = (href: string, of: string) => (state === 'waiting' ? [{ text: 'Change', href, of }] : [])
  return (
    <SummaryList
      title="What it will become"
      rows={[
        { key: 'Committee', value: committeeName(plan, names), actions: change(`/imports/${id}/plan`, 'the committee') },
        {
          key: 'Date of the document',
          value: reading.document_date ? inWords(reading.document_date) : 'None read: rounds without a date take today’s',
          actions: change(`/imports/${id}/particulars`, 'the date of the document'),
        },
        ...plan.reviews.map((review, index) => ({
          key: reading.reviews[index]?.title || 'A review without a title',
          value: (
            <>
              <p class="govuk-body">{becomes(plan, index, names)}</p>
              {review.take && (
                <ul class="govuk-list">
                  {review.rounds.map((round) => (
                    <li>{roundInWords(round)}</li>
                  ))}
                </ul>
              )}
            </>
          ),
          actions: change(`/imports/${id}/plan/reviews/${index + 1}`, `what becomes of ${reading.reviews[index]?.title ?? 'the review'}`),
        })),
      ]}
    />
  )
}

function UnplacedWords({ found }: { found: ImportRecord }) {
  const { unplaced } = found.reading
  return (
    <Details summary={`${count(unplaced.length, 'passage')} of the document found no field`} open={unplaced.length <= 3}>
      <p class="govuk-body">They stay with the document. Move one into a field where it belongs.</p>
      <Table
        caption="Words that found no field"
        hiddenCaption
        rows={unplaced.map((one, index) => ({ ...one, index }))}
        columns={[
          { head: 'Words', width: 'half', cell: ({ text }) => brief(text, 260) },
          { head: 'Why', cell: ({ why }) => why },
          { head: 'Where', cell: ({ place }) => placeInWords(place) },
          {
            head: 'Move',
            hiddenHead: true,
            cell: ({ index, text }) =>
              found.state === 'waiting' && (
                <a class="govuk-link" href={`/imports/${found.id}/unplaced/${index + 1}`}>
                  Move<span class="govuk-visually-hidden"> “{brief(text, 40)}”</span>
                </a>
              ),
          },
        ]}
      />
    </Details>
  )
}
