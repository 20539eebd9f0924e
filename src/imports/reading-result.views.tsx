import type { ComponentChildren } from 'preact'
import { Button, Form } from '../platform/web/form-fields.tsx'
import { Details } from '../platform/web/page-parts.tsx'
import type { Reading } from '../reading/reading.ts'
import type { ImportRecord } from './import.ts'
import type { EarlierReading } from './read-again.ts'
import { ReadingCard } from './reading-card.views.tsx'
import { figuresOf, isIn, recommendationsIn } from './reading-difference.ts'
import { brief, count } from './reading-words.ts'

const DOUBTS_SHOWN = 5

interface ReadingResultProps {
  reading: Reading
  /** What was read before what the officer says now; without it nothing is compared. */
  before?: Reading | undefined
  /** The tables that it is about; without it, the whole document. */
  tables?: ReadonlySet<number>
  /** How many recommendations are shown whole. */
  most?: number
}

interface ReadingBesideProps {
  title: string
  found: ImportRecord
  earlier?: EarlierReading | undefined
  children: ComponentChildren
}

/** What is read, beside the form that says how: `try-reading.ts` keeps it up with the form, and what was read before can be gone back to. */
export function ReadingBeside({ title, found, earlier, children }: ReadingBesideProps) {
  return (
    <section class="imports-result" aria-labelledby="result" tabIndex={0}>
      <h2 class="govuk-heading-m" id="result">
        {title}
      </h2>
      <p class="govuk-visually-hidden" role="status" />
      <div data-part="result">{children}</div>
      {earlier && found.state === 'waiting' && (
        <Form action={`/imports/${found.id}/versions/${earlier.version}/restoration`} label="Go back">
          <Button text="Go back to what was read before" kind="secondary" />
        </Form>
      )}
    </section>
  )
}

/** What Heed reads, at a glance: counted, with what changed, the doubts, and the first recommendations as they would be on the record. */
export function ReadingResult({ reading, before, tables, most = 3 }: ReadingResultProps) {
  const read = recommendationsIn(reading, tables)
  const figures = figuresOf(reading, before ?? reading, tables)
  const hasChanged = figures.some((figure) => figure.now !== figure.before)
  return (
    <>
      <p class="imports-result__count" data-said="">
        {read.length === 0 ? 'No recommendation is read' : `${count(read.length, 'recommendation')} read`}
        {hasChanged && before && `, ${recommendationsIn(before, tables).length} before`}
      </p>
      <table class="imports-figures">
        <caption class="govuk-visually-hidden">What is read{hasChanged ? ', now and before' : ''}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="govuk-visually-hidden">What</span>
            </th>
            {hasChanged && <th scope="col">Before</th>}
            <th scope="col">Now</th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ name, now, before: was }) => (
            <tr class={now !== was ? 'imports-figures__changed' : undefined}>
              <th scope="row">{name}</th>
              {hasChanged && <td>{was}</td>}
              <td>{now}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Doubtful reading={reading} tables={tables} />
      {read.slice(0, most).map((one) => (
        <section class="imports-result__one">
          <h3 class="govuk-heading-s">{one.ref ? `Recommendation ${one.ref}` : 'A recommendation without a reference'}</h3>
          <ReadingCard read={one} />
        </section>
      ))}
      {read.length > most && (
        <Details summary={`And ${read.length - most} more`}>
          <ul class="govuk-list govuk-list--spaced">
            {read.slice(most, 60).map((one) => (
              <li>
                <b>{one.ref || '–'}</b> {brief(one.text, 110)}
                {one.owners.length > 0 && ` (${brief(one.owners.join('; '), 60)})`}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

function Doubtful({ reading, tables }: Pick<ReadingResultProps, 'reading' | 'tables'>) {
  const doubts = reading.doubts.filter(({ place }) => isIn(place, tables))
  if (doubts.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet imports-result__doubts">
      {doubts.slice(0, DOUBTS_SHOWN).map(({ why, ref }) => (
        <li>
          {ref && `${ref}: `}
          {brief(why, 200)}
        </li>
      ))}
      {doubts.length > DOUBTS_SHOWN && <li>and {count(doubts.length - DOUBTS_SHOWN, 'doubt')} more</li>}
    </ul>
  )
}
