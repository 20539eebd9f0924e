import { inWords } from '../platform/core/calendar-date.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Form, Radios, Select } from '../platform/web/form-fields.tsx'
import { InsetText, Lines } from '../platform/web/page-parts.tsx'
import type { Unplaced } from '../reading/reading.ts'
import { FIELDS_FOR_WORDS, type FieldForWords } from './correct-reading.ts'
import type { ImportRecord } from './import.ts'
import { brief, placeInWords } from './reading-words.ts'
import { tableAt } from './source-rows.ts'
import { SourceRows } from './source-table.views.tsx'

const FIELD_WORDS: Record<FieldForWords, string> = {
  text: 'More of its wording',
  evidence: 'Evidence of progress',
  explanation: 'Explanation of the grade',
  impact: 'Impact',
  success_measure: 'Success measure',
  response: 'Response',
  owner: 'Owner',
  action: 'An action',
  recommendation: 'A recommendation of its own, after the one chosen',
}

export function MoveWords({
  found,
  words,
  source,
  form,
}: {
  found: ImportRecord
  words: Unplaced
  source: SourceDocument
  form: FilledForm
}) {
  const table = words.place.table ? tableAt(source, words.place.table) : undefined
  const row = words.place.row ?? 0
  const around = table?.rows.filter(({ number }) => Math.abs(number - row) <= 1) ?? []
  return (
    <>
      <InsetText>
        <Lines text={words.text} />
      </InsetText>
      <p class="govuk-body">
        Why it found no field: {words.why}. {placeInWords(words.place) && `It stands in ${placeInWords(words.place)}.`}
      </p>
      {table && around.length > 0 && <SourceRows caption="The rows around it" rows={around} width={table.width} marked={new Set([row])} />}
      <Form>
        <input type="hidden" name="version" value={found.version} />
        <input type="hidden" name="words" value={brief(words.text, 60)} />
        <Select
          form={form}
          name="to"
          label="Which recommendation, and which round of it?"
          hint="Choose a round for evidence, explanation or impact"
          blank="Choose"
          choices={targetsIn(found)}
        />
        <Radios
          form={form}
          name="field"
          label="What are the words?"
          choices={FIELDS_FOR_WORDS.map((value) => ({ value, text: FIELD_WORDS[value] }))}
        />
        <Button text="Move them there" />
      </Form>
    </>
  )
}

function targetsIn({ reading }: ImportRecord): { value: string; text: string }[] {
  return reading.reviews.flatMap((review, r) =>
    review.recommendations.flatMap((read, m) => {
      const name = `${reading.reviews.length > 1 ? `${brief(review.title, 30)}: ` : ''}${read.ref || m + 1} ${brief(read.text, 50)}`
      const rounds = read.updates.map((update, u) => ({
        value: `${r + 1}.${m + 1}.${u + 1}`,
        text: `${name} – ${[update.round, update.presented_on && inWords(update.presented_on), update.part && `part ${update.part}`].filter(Boolean).join(', ')}`,
      }))
      return [{ value: `${r + 1}.${m + 1}.0`, text: name }, ...rounds]
    }),
  )
}
