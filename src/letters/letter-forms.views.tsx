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
import { Details, InsetText, Lines } from '../platform/web/page-parts.tsx'
import { aboutChoices, type LetterMatters } from './letter-matters.queries.ts'
import { isExemptLetter, type LetterRecord } from './letter-record.ts'

interface LetterFormProps {
  form: FilledForm
  matters?: LetterMatters
  answered?: LetterRecord | null
  correcting?: LetterRecord
}

export function LetterForm({ form, matters, answered, correcting }: LetterFormProps) {
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
      {!correcting && <FileUpload form={form} name="files" label="Attachments (optional)" several />}
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
        <a class="govuk-link" href={correcting || answered ? `/letters/${(correcting ?? answered)!.slug}` : '/letters'}>
          Cancel
        </a>
      </Buttons>
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
      <section class="reviews-words" aria-labelledby="goes">
        <h2 class="govuk-heading-m" id="goes">
          {letter.subject}
        </h2>
        <Lines text={letter.body} />
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
