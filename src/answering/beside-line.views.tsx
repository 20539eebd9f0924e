import { Button, Buttons } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { InsetText, Lines } from '../platform/web/page-parts.tsx'
import type { Note } from '../rounds/notes.ts'
import type { Attachment } from './attachment.ts'
import { AttachedFiles } from './attachment.views.tsx'

interface BesideLineProps {
  askingId: string
  itemId: string
  files: readonly Attachment[]
  notes: readonly Note[]
}

/**
 * What stands beside the boxes of a line, inside the page's one form: its files, what the officer wrote last where nobody answered it, and the way to more. A
 * button there named `then` with the value `items/<item>/attachments` or `items/<item>/notes` keeps everything typed on the page before it goes to that page.
 */
export function BesideLine({ askingId, itemId, files, notes }: BesideLineProps) {
  const there = files.filter(({ withdrawn }) => !withdrawn)
  const last = notes.at(-1)
  return (
    <>
      {there.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Files</h3>
          <AttachedFiles address={`/asked/${askingId}/items/${itemId}/attachments`} attachments={there} />
        </>
      )}
      {last && !last.fromOwner && (
        <InsetText>
          <p class="govuk-body-s">
            <strong>{last.by}</strong>, {momentInWords(last.writtenAt)}
          </p>
          <Lines text={last.words} />
        </InsetText>
      )}
      <Buttons>
        <Button
          text={there.length === 0 ? 'Attach files' : 'Add or remove files'}
          kind="secondary"
          name="then"
          value={`items/${itemId}/attachments`}
        />
        <Button text={notesInWords(notes)} kind="secondary" name="then" value={`items/${itemId}/notes`} />
      </Buttons>
    </>
  )
}

function notesInWords(notes: readonly Note[]): string {
  if (notes.length === 0) return 'Write to the officer'
  if (!notes.at(-1)?.fromOwner) return 'Answer the officer'
  return notes.length === 1 ? 'See your note' : `See the ${notes.length} notes`
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
