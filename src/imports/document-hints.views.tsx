import { Button, Buttons, Checkboxes, Form, Tick } from '../platform/web/form-fields.tsx'
import type { FilledForm } from '../platform/web/form.ts'
import { WarningText } from '../platform/web/page-parts.tsx'
import type { KnownShape } from './document-shape.queries.ts'
import type { ImportRecord } from './import.ts'
import { saidInWords, shapeInWords } from './shape-words.ts'

interface AskingProps {
  found: ImportRecord
  /** Something of the reading was corrected. */
  corrected: boolean
  form: FilledForm
}

export function HiddenSheetsForm({ found, hidden, corrected, form }: AskingProps & { hidden: readonly string[] }) {
  return (
    <>
      <p class="govuk-body">
        Somebody hid {hidden.length === 1 ? 'this sheet' : 'these sheets'} in Excel, perhaps because it is old, or for Excel’s own use. Heed
        reads what you tick as if it were shown.
      </p>
      <Form working="Reading the document again…">
        <input type="hidden" name="version" value={found.version} />
        <Checkboxes form={form} name="hiddenSheets" label="Hidden sheets" choices={hidden.map((name) => ({ value: name, text: name }))} />
        <Discarding corrected={corrected} form={form} />
        <Buttons>
          <Button text="Read the workbook again" />
          <a class="govuk-link" href={`/imports/${found.id}`}>
            Leave it as it is
          </a>
        </Buttons>
      </Form>
    </>
  )
}

export function WithoutShownQuestion({ found, shapes, corrected, form }: AskingProps & { shapes: readonly KnownShape[] }) {
  return (
    <>
      <p class="govuk-body-l">Heed would read this document by itself, without what was said before:</p>
      {shapes.map((shape) => (
        <>
          <p class="govuk-body">{shapeInWords(shape)}:</p>
          <ul class="govuk-list govuk-list--bullet">
            {saidInWords(shape).map((sentence) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </>
      ))}
      <p class="govuk-body">
        What you said of this document since goes too. Heed still remembers it for the next; to change that, see{' '}
        <a class="govuk-link" href="/settings/document-shapes">
          how Heed reads your documents
        </a>
        .
      </p>
      <Form working="Reading the document again…">
        <input type="hidden" name="version" value={found.version} />
        <Discarding corrected={corrected} form={form} />
        <Buttons>
          <Button text="Read it without" />
          <a class="govuk-link" href={`/imports/${found.id}`}>
            Leave it as it is
          </a>
        </Buttons>
      </Form>
    </>
  )
}

/** Asked where reading again would put corrections aside. */
export function Discarding({ corrected, form }: Omit<AskingProps, 'found'>) {
  if (!corrected) return null
  return (
    <>
      <WarningText>
        You have corrected what was read. The corrections are put aside when the document is read again. They are kept under the versions of
        this import, and you can go back to them.
      </WarningText>
      <Tick form={form} name="again" label="Read the document again all the same" />
    </>
  )
}
