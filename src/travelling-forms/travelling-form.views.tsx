import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Checkboxes, DateInput, Form, Radios, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { EmptyState } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import type { RoundRecord } from '../rounds/round.ts'
import { RoundWarning } from '../rounds/round.views.tsx'
import { NOBODY } from './record-forms.ts'
import type { FormSummary } from './travelling-form.queries.ts'

/** Somebody whom lines of the round name; '' where they name nobody. */
export interface OwnerAsked {
  owner: string
  lines: number
  unanswered: number
}

export function FormList({ round, forms }: { round: RoundRecord; forms: FormSummary[] }) {
  return (
    <>
      <RoundWarning round={round} />
      {forms.length === 0 && (
        <EmptyState title="For owners who will not use the web">
          <p class="govuk-body">
            Heed makes a Word document for each owner, with what was said last time and boxes to write in. When it comes back, Heed reads it
            into the round: whoever moved its rows, each answer finds its line. You see everything before it is taken.
          </p>
        </EmptyState>
      )}
      <Buttons>
        {round.state === 'open' && <Button text="Make forms" href={`/rounds/${round.slug}/forms/making`} />}
        <Button text="What came back" href={`/rounds/${round.slug}/returns`} kind="secondary" />
        {forms.length > 1 && (
          <a class="govuk-link" href={`/rounds/${round.slug}/forms/zip`} download>
            Download the latest of each (ZIP)
          </a>
        )}
      </Buttons>
      {forms.length > 0 && <FormTable round={round} forms={forms} />}
    </>
  )
}

function FormTable({ round, forms }: { round: RoundRecord; forms: FormSummary[] }) {
  return (
    <Table
      caption="Forms made for this round, the latest first"
      hiddenCaption
      rows={forms}
      columns={[
        { head: 'For whom', names: true, width: 'third', cell: (form) => form.forWhom },
        {
          head: 'Made',
          cell: (form) => (
            <>
              {momentInWords(form.madeAt)}
              {form.madeBy && <div>by {form.madeBy}</div>}
            </>
          ),
        },
        { head: 'Lines', numeric: true, cell: (form) => form.lines },
        { head: 'What came back', width: 'quarter', cell: (form) => <CameBack round={round} form={form} /> },
        {
          head: 'Word',
          cell: (form) => (
            <a class="govuk-link" href={`/rounds/${round.slug}/forms/${form.code}/word`} download>
              Download<span class="govuk-visually-hidden"> the form for {form.forWhom}</span> ({form.code})
            </a>
          ),
        },
      ]}
    />
  )
}

function CameBack({ round, form }: { round: RoundRecord; form: FormSummary }) {
  if (form.returns.length === 0) return <span class="heed-none">Nothing yet</span>
  return (
    <>
      {form.returns.map(({ id, at }) => (
        <div>
          <a class="govuk-link" href={`/rounds/${round.slug}/returns/${id}`}>
            {momentInWords(at)}
          </a>
        </div>
      ))}
      <div>{form.taken === 0 ? 'Nothing taken yet' : `${form.taken} of ${form.lines} ${form.lines === 1 ? 'line' : 'lines'} taken`}</div>
    </>
  )
}

export function MakeForms({ form, owners }: { form: FilledForm; owners: OwnerAsked[] }) {
  return (
    <Form working="Making the forms…">
      <Checkboxes
        form={form}
        name="owners"
        label="Whom are the forms for?"
        hint="Everyone whom the lines of this round name."
        small
        choices={owners.map(({ owner, lines, unanswered }) => ({
          value: owner,
          text: owner || NOBODY,
          hint: `${lines} ${lines === 1 ? 'line' : 'lines'}, ${unanswered === 0 ? 'all answered' : `${unanswered} not answered`}`,
        }))}
      />
      <Radios
        form={form}
        name="each"
        label="How many forms?"
        choices={[
          { value: 'each', text: 'One for each of them' },
          { value: 'together', text: 'One for all of them together', hint: 'For a directorate or a link officer who answers for several.' },
        ]}
      />
      <Tick
        form={form}
        name="unanswered"
        label="Only lines not answered yet"
        hint="Otherwise what was said this time stands in the boxes, to be changed."
      />
      <DateInput form={form} name="dueOn" label="Back by" hint="May be left blank." />
      <TextInput
        form={form}
        name="returnTo"
        label="To whom do they go back?"
        hint="A name and an e-mail address, as they stand in the form."
      />
      <Button text="Make the forms" />
    </Form>
  )
}
