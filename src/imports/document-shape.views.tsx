import { inWords, today } from '../platform/core/calendar-date.ts'
import { Button, Buttons, Form } from '../platform/web/form-fields.tsx'
import { EmptyState, InsetText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { KnownShape } from './document-shape.queries.ts'
import { brief } from './reading-words.ts'
import { saidInWords, shapeInWords } from './shape-words.ts'

export function ShapeList({ shapes }: { shapes: readonly KnownShape[] }) {
  if (shapes.length === 0)
    return (
      <EmptyState title="Nothing yet">
        <p class="govuk-body">
          Where Heed reads a document badly, open its table from the import, and say which row is the heading or what a column holds. Once
          the import is on the record, Heed remembers it here, for the next document of the same shape.
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href="/imports">
            See the imports
          </a>
        </p>
      </EmptyState>
    )
  return (
    <>
      <p class="govuk-body">
        The next document with a table, sheets or pages of just this shape is read as you said, and its import says so. Forget what no
        longer fits.
      </p>
      <Table
        caption="What was said, newest first"
        hiddenCaption
        rows={shapes}
        columns={[
          { head: 'Which documents', names: true, width: 'third', cell: (one) => brief(shapeInWords(one), 220) },
          { head: 'What was said', width: 'third', cell: (one) => <Said shape={one} /> },
          {
            head: 'Where',
            cell: (one) => (
              <>
                <a class="govuk-link" href={`/imports/${one.importId}`}>
                  {one.document}
                </a>
                <div>
                  {onDay(one.rememberedAt)}
                  {one.rememberedBy && `, by ${one.rememberedBy}`}
                </div>
              </>
            ),
          },
          {
            head: 'Forget',
            hiddenHead: true,
            cell: (one) => (
              <a class="govuk-link" href={`/settings/document-shapes/${one.id}/forgetting`}>
                Forget<span class="govuk-visually-hidden"> {brief(shapeInWords(one), 80)}</span>
              </a>
            ),
          },
        ]}
      />
    </>
  )
}

function Said({ shape }: { shape: KnownShape }) {
  return (
    <ul class="govuk-list">
      {saidInWords(shape).map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ul>
  )
}

export function ForgettingQuestion({ shape }: { shape: KnownShape }) {
  return (
    <>
      <p class="govuk-body-l">{shapeInWords(shape)}</p>
      <Said shape={shape} />
      <p class="govuk-body">
        Said with {shape.document} on {onDay(shape.rememberedAt)}
        {shape.rememberedBy && ` by ${shape.rememberedBy}`}. Imports that were read so stay as they are.
      </p>
      <Form>
        <Buttons>
          <Button text="Forget it" kind="warning" />
          <a class="govuk-link" href="/settings/document-shapes">
            Keep it
          </a>
        </Buttons>
      </Form>
    </>
  )
}

/** How a document came to be read as it is: said on the pages that show its reading. */
export function ReadAsShownNote({ shapes, without }: { shapes: readonly KnownShape[]; without?: string | undefined }) {
  if (shapes.length === 0) return null
  const froms = shapes.map(
    ({ document, rememberedAt, rememberedBy }) => `“${document}” on ${onDay(rememberedAt)}${rememberedBy ? ` by ${rememberedBy}` : ''}`,
  )
  return (
    <InsetText>
      <p>Read as Heed was shown with {[...new Set(froms)].join(' and ')}:</p>
      {shapes.map((shape) => (
        <Said shape={shape} />
      ))}
      <p>
        {without && (
          <>
            <a class="govuk-link" href={without}>
              Read it without
            </a>
            {' · '}
          </>
        )}
        <a class="govuk-link" href="/settings/document-shapes">
          Everything Heed was shown
        </a>
      </p>
    </InsetText>
  )
}

function onDay(at: Date): string {
  return inWords(today(at))
}
