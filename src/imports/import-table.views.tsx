import type { SourceTable } from '../platform/documents/source-document.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, Select, Tick } from '../platform/web/form-fields.tsx'
import { InsetText, WarningText } from '../platform/web/page-parts.tsx'
import type { ImportRecord } from './import.ts'
import { COLUMN_MEANINGS } from './column-meanings.ts'
import { brief, count } from './reading-words.ts'
import { wordsOfCell } from './source-rows.ts'
import { SourceTableWhole } from './source-table.views.tsx'

const MOST_COLUMNS = 24

export function TableMeaning({ found, table, first, form }: { found: ImportRecord; table: SourceTable; first: number; form: FilledForm }) {
  const marked = new Set([Number([form.values.header ?? 0].flat()[0])])
  return (
    <>
      {first !== table.number ? (
        <InsetText>
          This table goes on from <a href={`/imports/${found.id}/tables/${first}`}>table {first}</a>: what is said of the columns there
          holds here too.
        </InsetText>
      ) : (
        found.state === 'waiting' && <MeaningForm found={found} table={table} form={form} />
      )}
      <h2 class="govuk-heading-m">The table as it stands</h2>
      <SourceTableWhole table={table} marked={marked} />
    </>
  )
}

function MeaningForm({ found, table, form }: { found: ImportRecord; table: SourceTable; form: FilledForm }) {
  const rows = table.rows.slice(0, 12).map((row) => ({
    value: String(row.number),
    text: `Row ${row.number}: ${brief(row.cells.map((cell) => wordsOfCell(cell)).join(' · '), 80)}`,
  }))
  const meanings = Object.entries(COLUMN_MEANINGS).map(([value, text]) => ({ value, text }))
  return (
    <Form>
      <input type="hidden" name="version" value={found.version} />
      <p class="govuk-body">
        Say what Heed could not tell by itself, and it reads the table again. Leave the rest to Heed. Say it of the column where it stands,
        counting from the left.
      </p>
      <Select
        form={form}
        name="header"
        label="Which row is the heading?"
        choices={[{ value: '0', text: 'The one that Heed chose' }, ...rows]}
      />
      <div class="imports-row">
        {Array.from({ length: Math.min(table.width, MOST_COLUMNS) }, (_, column) => (
          <Select
            form={form}
            name={`columns.${column}`}
            label={`Column ${column + 1}`}
            hint={brief(headOf(table, column), 60) || 'no heading'}
            blank="As Heed reads it"
            choices={meanings}
          />
        ))}
      </div>
      {found.version > 1 && (
        <>
          <WarningText>
            You have made {count(found.version - 1, 'correction')}. Those to recommendations of this table are put aside when it is read
            again; those to other tables stay. All of them are kept under the versions of this import, and you can go back to them.
          </WarningText>
          <Tick form={form} name="again" label="Read this table again all the same" />
        </>
      )}
      <Buttons>
        <Button text="Read the table again" />
        <a class="govuk-link" href={`/imports/${found.id}`}>
          Leave it as it is
        </a>
      </Buttons>
    </Form>
  )
}

/** The first words that stand in a column: its heading, most likely. */
function headOf(table: SourceTable, column: number): string {
  for (const row of table.rows.slice(0, 4)) {
    const cell = row.cells.find((one) => one.column === column && one.columns < table.width)
    const words = cell ? wordsOfCell(cell).trim() : ''
    if (words) return words
  }
  return ''
}
