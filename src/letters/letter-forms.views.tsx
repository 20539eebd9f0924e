import { paragraphChoices } from '../meetings/agenda.form.ts'
import { SCHEDULE_12A } from '../meetings/schedule-12a.ts'
import type { FilledForm } from '../platform/web/form.ts'
import {
  Button,
  Buttons,
  Checkboxes,
  DateInput,
  FileUpload,
  Form,
  HiddenField,
  Radios,
  Select,
  TextArea,
  TextInput,
} from '../platform/web/form-fields.tsx'
import { ACCEPTED, kindAndSize } from '../files/file.ts'
import { Table } from '../platform/web/table.tsx'
import { Details, EmptyState, InsetText, Lines } from '../platform/web/page-parts.tsx'
import { aboutChoices, type LetterMatters } from './letter-matters.queries.ts'
import { isExemptLetter, MOST_FILES, type LetterAttachment, type LetterRecord } from './letter-record.ts'

const FILES_HINT = `PDF, Word, Excel, OpenDocument, CSV or text, JPEG or PNG: at most ${MOST_FILES}, and 25 MB together`

interface LetterFormProps {
  form: FilledForm
  matters?: LetterMatters
  answered?: LetterRecord | null
  correcting?: LetterRecord
  back: string
}

export function LetterForm({ form, matters, answered, correcting, back }: LetterFormProps) {
  return (
    <Form files={!correcting}>
      {correcting && <HiddenField form={form} name="version" />}
      {!correcting && <HiddenField form={form} name="replyTo" />}
      {answered && <InsetText>{`It answers “${answered.subject}”, and is about the same.`}</InsetText>}
      {!correcting && (
        <>
          <Radios
            form={form}
            name="direction"
            label="Does it go out, or did it come in?"
            choices={[
              { value: 'out', text: 'It goes out', hint: 'It is drafted, and sent when you say so' },
              { value: 'in', text: 'It came in' },
            ]}
          />
          <Select
            form={form}
            name="kind"
            label="What is it?"
            choices={[
              { value: 'letter', text: 'A letter' },
              { value: 'comment', text: 'A comment to a service' },
              { value: 'call', text: 'A call to attend' },
              { value: 'reply', text: 'A reply' },
            ]}
          />
          {matters && !answered && (
            <Select
              form={form}
              name="about"
              label="What is it about? (optional)"
              blank="Nothing in particular"
              choices={aboutChoices(matters)}
            />
          )}
        </>
      )}
      <TextInput form={form} name="correspondent" label="To or from whom" hint="A person with their post, or a body" />
      <TextArea form={form} name="address" label="Address (optional)" hint="An e-mail address, where it is to go as a message" rows={3} />
      <DateInput form={form} name="datedOn" label="Dated (optional while it is a draft)" />
      <TextInput form={form} name="subject" label="Subject" />
      <TextArea form={form} name="body" label="The letter" hint="Of one that came in, its words or what it comes to" rows={14} />
      {!correcting && <FileUpload form={form} name="files" label="Attachments (optional)" hint={FILES_HINT} accept={ACCEPTED} several />}
      {!correcting && (
        <Details summary="It holds exempt information">
          <Checkboxes
            form={form}
            name="exempt"
            label="By which paragraph of Schedule 12A?"
            hint="It then goes by secure means, and into no paper that the public sees"
            choices={paragraphChoices(SCHEDULE_12A)}
            small
          />
        </Details>
      )}
      <Buttons>
        <Button text="Save" />
        <a class="govuk-link" href={back}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}

/** The files with a letter that has not gone: what is there, with a button to remove each, and a form for more. */
export function LetterFilesPage({ form, letter }: { form: FilledForm; letter: LetterRecord }) {
  const { slug, sent, attachments } = letter
  const address = `/letters/${slug}/attachments`
  return (
    <>
      {attachments.length === 0 ? (
        <EmptyState title="No files yet">
          <p class="govuk-body">Files that you attach go with the letter, and into papers with it once you say how.</p>
        </EmptyState>
      ) : (
        <Table
          caption="Files with the letter"
          hiddenCaption
          rows={attachments}
          columns={[
            {
              head: 'File',
              names: true,
              width: 'half',
              cell: (file) => (
                <a class="govuk-link files-name" href={`${address}/${file.position}`}>
                  {file.name}
                </a>
              ),
            },
            { head: 'Kind and size', cell: kindAndSize },
            ...(sent
              ? []
              : [{ head: 'Remove', hiddenHead: true, cell: (file: LetterAttachment) => <RemoveFile address={address} file={file} /> }]),
          ]}
        />
      )}
      {sent ? (
        <InsetText>This letter has gone, so its files stay as they are.</InsetText>
      ) : (
        attachments.length < MOST_FILES && (
          <Form files action={address} working="Taking the files in…">
            <FileUpload
              form={form}
              name="files"
              label={attachments.length === 0 ? 'Choose files' : 'Choose more files'}
              hint={FILES_HINT}
              accept={ACCEPTED}
              several
            />
            <Button text="Attach" />
          </Form>
        )
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={`/letters/${slug}`}>
          Back to the letter
        </a>
      </p>
    </>
  )
}

function RemoveFile({ address, file: { position, name } }: { address: string; file: LetterAttachment }) {
  return (
    <Form action={`${address}/${position}/withdrawal`} label={`Remove ${name}`} class="letters-remove">
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" data-prevent-double-click="true">
        Remove<span class="govuk-visually-hidden"> {name}</span>
      </button>
    </Form>
  )
}

export function SendingForm({ form, letter, byMail }: { form: FilledForm; letter: LetterRecord; byMail: boolean }) {
  const message = {
    value: 'message',
    text: `As a message to ${letter.address.trim()}`,
    hint: 'It goes from the outbox, outside quiet hours',
  }
  return (
    <Form>
      <HiddenField form={form} name="version" />
      {!byMail && (
        <InsetText>
          {isExemptLetter(letter)
            ? 'It holds exempt information, so Heed sends no message: send it by secure means, and record here how it went.'
            : 'The letter has no e-mail address, so it goes by post. Change the letter to enter one.'}
        </InsetText>
      )}
      <section class="letters-words" aria-labelledby="goes">
        <h2 class="govuk-heading-m" id="goes">
          {letter.subject}
        </h2>
        {letter.body === '' ? <p class="govuk-body">It has no words yet. Change the letter first.</p> : <Lines text={letter.body} />}
        {letter.attachments.length > 0 && (
          <>
            <h3 class="govuk-heading-s">With it go</h3>
            <ul class="govuk-list govuk-list--bullet">
              {letter.attachments.map((file) => (
                <li class="files-name">{`${file.name} (${kindAndSize(file)})`}</li>
              ))}
            </ul>
          </>
        )}
      </section>
      <Radios
        form={form}
        name="by"
        label="How does it go?"
        choices={[
          ...(byMail ? [message] : []),
          { value: 'post', text: 'Otherwise', hint: 'By post, by hand, by your own secure mail: record how' },
        ]}
      />
      <TextInput form={form} name="how" label="How it went, where it was otherwise" hint="For example: by post on 12 March" />
      <Buttons>
        <Button text="Send it" />
        <a class="govuk-link" href={`/letters/${letter.slug}`}>
          Cancel
        </a>
      </Buttons>
    </Form>
  )
}
