import { Button, Buttons } from '../platform/web/form-fields.tsx'

interface BesideLineProps {
  askingId: string
  itemId: string
  /** How many there are already; not said where it is not known. */
  files?: number
  notes?: number
}

/**
 * What stands beside the boxes of a line, inside the page's one form: files, notes. A button there named `then` with the value `items/<item>/attachments` or
 * `items/<item>/notes` keeps everything typed on the page before it goes to that page.
 */
export function BesideLine({ itemId, files = 0, notes = 0 }: BesideLineProps) {
  return (
    <Buttons>
      <Button
        text={files === 0 ? 'Attach files' : files === 1 ? 'One file attached' : `${files} files attached`}
        kind="secondary"
        name="then"
        value={`items/${itemId}/attachments`}
      />
      <Button
        text={notes === 0 ? 'Write to the officer' : notes === 1 ? 'One note' : `${notes} notes`}
        kind="secondary"
        name="then"
        value={`items/${itemId}/notes`}
      />
    </Buttons>
  )
}

/** What can be done with the whole asking, under its lines and outside of their form: the form in Word, passing it on to a colleague. */
export function BesideLines({ askingId }: { askingId: string }) {
  return (
    <section aria-labelledby="otherwise">
      <h2 class="govuk-heading-m" id="otherwise">
        Other ways to answer
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href={`/asked/${askingId}/form`}>
            Answer in Word
          </a>
          : download the form, fill it in, and bring it back here
        </li>
        <li>
          <a class="govuk-link" href={`/asked/${askingId}/passing-on`}>
            Pass this on to a colleague
          </a>
          , or stop a link
        </li>
      </ul>
    </section>
  )
}
