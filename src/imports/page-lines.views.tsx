import type { PdfPagePicture } from '../platform/documents/picture-pdf-page.ts'
import type { SourceDocument, SourceTable } from '../platform/documents/source-document.ts'
import { Button, Buttons, Form, Radios, TextInput, Tick } from '../platform/web/form-fields.tsx'
import type { FilledForm } from '../platform/web/form.ts'
import type { Reading } from '../reading/reading.ts'
import { millimetres, points } from './column-lines.ts'
import { Discarding } from './document-hints.views.tsx'
import { groupsIn, valueIn } from './form-groups.ts'
import type { ImportRecord } from './import.ts'
import { PageDrawn } from './page-picture.tsx'
import { MOST_LINES } from './page-lines.form.ts'
import type { EarlierReading } from './read-again.ts'
import { ReadingBeside, ReadingResult } from './reading-result.views.tsx'
import { tablesOf } from './source-rows.ts'
import { SourceRows } from './source-table.views.tsx'

/** Blank boxes for more lines, where no script adds them. */
const SPARE = 3
/** Rows of a page's table shown beside its picture. */
const ROWS_SHOWN = 12

interface PageLinesProps {
  found: ImportRecord
  source: SourceDocument
  picture: PdfPagePicture
  corrected: boolean
  /** The version before the page was read again, to compare and to go back to. */
  earlier: EarlierReading | undefined
  form: FilledForm
}

export function PageLines({ found, source, picture, corrected, earlier, form }: PageLinesProps) {
  const address = `/imports/${found.id}/pages/${picture.page}`
  const typed = groupsIn(form, 'lines').map((at) => Number(valueIn(form, `lines.${at}`).replace(',', '.')))
  const drawn = typed.filter((one) => one > 0).map(points)
  return (
    <>
      <p class="govuk-body-l">
        Where words of two columns run together, or one column falls apart, move the lines between the columns, and the document is read
        again.
      </p>
      <PageTrail found={found} picture={picture} />
      <div class="imports-wizard imports-wizard--page" data-try={`${address}/reading`}>
        <div>
          <div class="imports-drawing" data-lines={millimetres(picture.width)}>
            <PageDrawn picture={picture} lines={drawn} />
          </div>
          {found.state === 'waiting' && <LinesForm found={found} picture={picture} corrected={corrected} form={form} />}
        </div>
        <ReadingBeside title="What Heed reads" found={found} earlier={earlier}>
          <PageAsRead page={picture.page} source={source} reading={found.reading} before={earlier?.reading} />
        </ReadingBeside>
      </div>
    </>
  )
}

function PageTrail({ found, picture: { page, pages } }: Pick<PageLinesProps, 'found' | 'picture'>) {
  if (pages === 1) return null
  const to = (other: number) => `/imports/${found.id}/pages/${other}`
  return (
    <nav class="imports-parts" aria-label="Pages of the document">
      <ul>
        {page > 1 && (
          <li>
            <a class="govuk-link" href={to(page - 1)} rel="prev">
              Page {page - 1}
            </a>
          </li>
        )}
        {page < pages && (
          <li>
            <a class="govuk-link" href={to(page + 1)} rel="next">
              Page {page + 1}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}

function LinesForm({ found, picture, corrected, form }: Omit<PageLinesProps, 'source' | 'earlier'>) {
  const typed = groupsIn(form, 'lines')
  const boxes = Math.min(MOST_LINES, Math.max(0, ...typed.map((at) => at + 1)) + SPARE)
  return (
    <Form class="imports-wizard__form" working="Reading the document again…">
      <input type="hidden" name="version" value={found.version} />
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Where do the columns part?</legend>
        <p class="govuk-hint">
          In millimetres from the left edge of the page, which is {Math.round(millimetres(picture.width))} wide. Empty a box to take its
          line away.
        </p>
        <div class="imports-places">
          {Array.from({ length: boxes }, (_, at) => (
            <TextInput form={form} name={`lines.${at}`} label={`Line ${at + 1}`} inputmode="decimal" width={5} />
          ))}
        </div>
      </fieldset>
      {picture.pages > 1 ? (
        <Radios
          form={form}
          name="where"
          label="On which pages?"
          small
          choices={[
            { value: 'page', text: `On this page, ${picture.page}` },
            { value: 'all', text: `On all ${picture.pages} pages` },
            {
              value: 'range',
              text: 'On some',
              more: (
                <div class="imports-places">
                  <TextInput form={form} name="first" label="From page" inputmode="numeric" width={3} />
                  <TextInput form={form} name="last" label="To page" inputmode="numeric" width={3} />
                </div>
              ),
            },
          ]}
        />
      ) : (
        <input type="hidden" name="where" value="all" />
      )}
      <Tick form={form} name="heeds" label="Leave it to Heed" hint="Your lines on these pages are taken away." />
      <Discarding corrected={corrected} form={form} />
      <Buttons>
        <Button text="Read the document again" />
        <a class="govuk-link" href={`/imports/${found.id}`}>
          Back to the import
        </a>
      </Buttons>
    </Form>
  )
}

interface PageAsReadProps {
  page: number
  source: SourceDocument
  reading: Reading
  before?: Reading | undefined
}

/** The table of a page as its columns are parted now, and what the document gives. */
export function PageAsRead({ page, source, reading, before }: PageAsReadProps) {
  const onPage = tablesOf(source)
    .map((table): SourceTable => ({ ...table, rows: table.rows.filter((row) => row.page === page) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <>
      <ReadingResult reading={reading} before={before} most={1} />
      <h3 class="govuk-heading-s">The columns of this page now</h3>
      {onPage.length === 0 && <p class="govuk-body">Heed sees no table on this page.</p>}
      {onPage.map((table) => (
        <SourceRows caption={`Table ${table.number} on page ${page}`} rows={table.rows.slice(0, ROWS_SHOWN)} width={table.width} />
      ))}
    </>
  )
}
