import type { SourceTable } from '../platform/documents/source-document.ts'
import { Button, Buttons, Form, Radios, TextInput, Tick } from '../platform/web/form-fields.tsx'
import type { FilledForm } from '../platform/web/form.ts'
import { Details, InsetText, WarningText } from '../platform/web/page-parts.tsx'
import type { TableExplained } from '../reading/explain-table.ts'
import { LAYOUT_WORDS } from '../reviews/review.ts'
import { ColumnQuestions } from './column-questions.views.tsx'
import { valueIn } from './form-groups.ts'
import type { ImportRecord } from './import.ts'
import type { EarlierReading } from './read-again.ts'
import { ReadingBeside, ReadingResult } from './reading-result.views.tsx'
import { brief } from './reading-words.ts'
import { wordsOfCell } from './source-rows.ts'
import { SourceTableWhole } from './source-table.views.tsx'
import { HEADING_ROWS } from './table-hint.form.ts'

interface TableMeaningProps {
  found: ImportRecord
  table: SourceTable
  explained: TableExplained
  /** The tables that are one with this, as pages cut them. */
  tables: ReadonlySet<number>
  /** Its recommendations were corrected: reading again puts that aside. */
  corrected: boolean
  /** The version before the table was read again, to compare and to go back to. */
  earlier: EarlierReading | undefined
  form: FilledForm
}

export function TableMeaning(props: TableMeaningProps) {
  const { found, table, explained } = props
  const marked = new Set(Array.from({ length: explained.headerRows }, (_, at) => explained.headerRow + at))
  return (
    <>
      {explained.first === table.number && <p class="govuk-body-l">{howRead(explained)}</p>}
      <h2 class="govuk-heading-m">The table as it stands</h2>
      <div class="imports-whole">
        <SourceTableWhole table={table} marked={marked} />
      </div>
      <OnThePage found={found} table={table} />
      {explained.first !== table.number ? (
        <InsetText>
          This table goes on from <a href={`/imports/${found.id}/tables/${explained.first}`}>table {explained.first}</a>: what is said of
          the columns there holds here too.
        </InsetText>
      ) : (
        found.state === 'waiting' && <Wizard {...props} />
      )}
    </>
  )
}

/** In a PDF the columns themselves may be wrong: that is put right on the picture of the page. */
function OnThePage({ found, table }: Pick<TableMeaningProps, 'found' | 'table'>) {
  const page = table.rows.find((row) => row.page !== undefined)?.page
  if (found.document.kind !== 'pdf' || page === undefined || found.state !== 'waiting') return null
  return (
    <p class="govuk-body">
      Do words stand in the wrong column?{' '}
      <a class="govuk-link" href={`/imports/${found.id}/pages/${page}`}>
        Move the lines between the columns on page {page}
      </a>
    </p>
  )
}

function howRead({ readAs }: TableExplained): string {
  if (readAs === 'rows')
    return 'Heed reads this table row by row. Where that goes wrong, say what it could not tell; leave the rest to Heed.'
  if (readAs === 'left-out') return 'You left this table out: nothing of it is read.'
  if (readAs === 'nothing')
    return 'Heed reads no recommendations from this table. If it holds some, say which row is its heading and what its columns are.'
  return `Heed reads this table as one of its own layouts (${LAYOUT_WORDS[readAs].toLowerCase()}). Only if that went wrong, say what its rows and columns are: it is then read row by row.`
}

function Wizard({ found, table, explained, tables, corrected, earlier, form }: TableMeaningProps) {
  return (
    <>
      {explained.parts.length > 1 && <Parts found={found} table={table} explained={explained} />}
      <div class="imports-wizard" data-try={`/imports/${found.id}/tables/${table.number}/reading`}>
        <MeaningForm found={found} table={table} explained={explained} corrected={corrected} form={form} />
        <ReadingBeside title="What Heed reads from it" found={found} earlier={earlier}>
          <ReadingResult reading={found.reading} before={earlier?.reading} tables={tables} />
        </ReadingBeside>
      </div>
    </>
  )
}

/** The tables that an officer said this one is. */
function Parts({ found, table, explained }: Pick<TableMeaningProps, 'found' | 'table' | 'explained'>) {
  return (
    <nav class="imports-parts" aria-label="The tables that this is">
      <ul>
        {explained.parts.map((row, at) => (
          <li>
            <a
              href={`/imports/${found.id}/tables/${table.number}${at > 0 ? `?from=${row}` : ''}`}
              aria-current={row === explained.rows.from ? 'true' : undefined}
            >
              {at === 0 ? 'The first' : 'The next'}, from row {row}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function MeaningForm({ found, table, explained, corrected, form }: Omit<TableMeaningProps, 'tables' | 'earlier'>) {
  const inFirst = explained.rows.from === 1
  return (
    <Form class="imports-wizard__form" working="Reading the document again…">
      <input type="hidden" name="version" value={found.version} />
      <input type="hidden" name="from" value={explained.rows.from} />
      <Radios
        form={form}
        name="heading"
        label="Which row is the heading?"
        choices={headingChoices(table, explained, valueIn(form, 'heading') === 'heed')}
        small
      />
      <Tick form={form} name="second" label="The row under it belongs to the heading too" />
      <fieldset class="govuk-fieldset">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">What does each column hold?</legend>
        <div data-part="columns">
          <ColumnQuestions table={explained} form={form} />
        </div>
      </fieldset>
      <Details summary="This is more than one table" open={explained.parts.length > 1 || form.faults.some(({ field }) => field === 'next')}>
        <TextInput
          form={form}
          name="next"
          label="The row where the next table begins"
          hint="The numbers of the rows stand beside the table above. Leave it blank where it is one table."
          inputmode="numeric"
          width={5}
        />
      </Details>
      <Tick
        form={form}
        name="leftOut"
        label={inFirst && explained.parts.length === 1 ? 'Leave this table out' : 'Leave this part out'}
        hint="It holds nothing to follow. It stays with the document."
      />
      {corrected && (
        <>
          <WarningText>
            You have corrected recommendations of this table. Those corrections are put aside when it is read again; those to other tables
            stay. All of them are kept under the versions of this import, and you can go back to them.
          </WarningText>
          <Tick form={form} name="again" label="Read this table again all the same" />
        </>
      )}
      <Buttons>
        <Button text="Read the table again" />
        <a class="govuk-link" href={`/imports/${found.id}`}>
          Back to the import
        </a>
      </Buttons>
    </Form>
  )
}

function headingChoices(table: SourceTable, { rows, headerRow, headerRows }: TableExplained, leftToHeed: boolean) {
  const candidates = table.rows.filter(({ number }) => number >= rows.from && number <= rows.to).slice(0, HEADING_ROWS)
  const chosen = headerRow === 0 ? 'it finds none' : headerRows === 2 ? `rows ${headerRow} and ${headerRow + 1}` : `row ${headerRow}`
  return [
    { value: 'heed', text: leftToHeed ? `Leave it to Heed (${chosen})` : 'Leave it to Heed' },
    ...candidates.map((row) => ({
      value: String(row.number),
      text: `Row ${row.number}: ${
        brief(
          row.cells
            .map((cell) => wordsOfCell(cell))
            .filter(Boolean)
            .join(' · '),
          80,
        ) || 'empty'
      }`,
    })),
    { value: 'none', text: 'No row: the table has no heading' },
  ]
}
