import { Select } from '../platform/web/form-fields.tsx'
import type { FilledForm } from '../platform/web/form.ts'
import type { ColumnExplained, TableExplained } from '../reading/explain-table.ts'
import { COLUMN_MEANINGS } from './column-meanings.ts'
import { brief } from './reading-words.ts'

const MEANINGS = Object.entries(COLUMN_MEANINGS).map(([value, text]) => ({ value, text }))

/** A question for each column, with what Heed takes it for and why. */
export function ColumnQuestions({ table, form }: { table: TableExplained; form: FilledForm }) {
  if (table.columns.length === 0)
    return <p class="govuk-body">Heed found no heading, so it knows no columns yet. Say which row it is, or that there is none.</p>
  return (
    <ul class="imports-columns">
      {table.columns.map((column) => (
        <li>
          <input type="hidden" name={`thoughts.c${column.column}`} value={column.heeds} />
          <Select
            form={form}
            name={`columns.c${column.column}`}
            label={column.heading ? `“${brief(column.heading, 60)}”` : `Column ${column.column + 1}`}
            hint={whyOf(column)}
            blank="Heed does not know: choose"
            choices={MEANINGS}
          />
          {column.samples.length > 0 && (
            <p class="imports-columns__samples">
              <span class="govuk-visually-hidden">It holds: </span>
              {column.samples.map((words) => (
                <span>{brief(words, 60)}</span>
              ))}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function whyOf({ heeds, meaning, why }: ColumnExplained): string {
  if (meaning !== heeds) return heeds === 'unknown' ? 'As you said' : `As you said; Heed takes it for: ${COLUMN_MEANINGS[heeds] ?? heeds}`
  if (why === null) return 'Neither its heading nor what stands in it tells Heed what it is'
  return why === 'heading' ? 'So Heed takes it, by its heading' : 'So Heed takes it, by what stands in it'
}
