import { inWords } from '../platform/core/calendar-date.ts'
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
import { DownloadList } from '../platform/web/list-download.tsx'
import { Details, EmptyState, InsetText, Lines, SummaryList, Tag, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { paragraphChoices } from '../meetings/agenda.form.ts'
import { paragraphsInWords, SCHEDULE_12A } from '../meetings/schedule-12a.ts'
import { aboutChoices, type LetterMatters } from './letter-matters.queries.ts'
import { dayInWords, isExemptLetter, letterDay, LETTER_STATE_WORDS, letterName, letterState, type LetterRecord } from './letter-record.ts'

const COLOURS = { draft: 'yellow', sent: 'green', received: 'blue' } as const

function StateTag({ letter }: { letter: LetterRecord }) {
  const state = letterState(letter)
  return <Tag colour={COLOURS[state]}>{LETTER_STATE_WORDS[state]}</Tag>
}

export function LettersPage({ letters }: { letters: LetterRecord[] }) {
  return (
    <>
      <Button text="Add a letter" href="/letters/adding" />
      {letters.length === 0 ? (
        <EmptyState title="No letters yet">
          <p class="govuk-body">
            Comments to services and calls to attend are drafted from a meeting’s decisions, on the meeting’s page. Letters to ministers and
            partners, and what they answer, are kept here and on the recommendation.
          </p>
        </EmptyState>
      ) : (
        <>
          <LetterTable letters={letters} caption="Letters, the newest first" />
          <DownloadList address="/letters" of="these letters" />
        </>
      )}
    </>
  )
}

export function LetterTable({ letters, caption }: { letters: readonly LetterRecord[]; caption: string }) {
  return (
    <Table
      caption={caption}
      hiddenCaption
      rows={letters}
      columns={[
        { head: 'Day', cell: (letter) => dayInWords(letterDay(letter)) },
        {
          head: 'Letter',
          names: true,
          width: 'third',
          cell: (letter) => (
            <>
              <a class="govuk-link" href={`/letters/${letter.slug}`}>
                {letterName(letter)}
              </a>{' '}
              {isExemptLetter(letter) && <Tag colour="red">Exempt</Tag>}
              <div>{letter.subject}</div>
            </>
          ),
        },
        {
          head: 'About',
          cell: ({ recommendation, review }) =>
            recommendation ? (
              <a class="govuk-link" href={recommendation.address}>
                {`${review?.title}, ${recommendation.name.toLowerCase()}`}
              </a>
            ) : (
              (review?.title ?? <span class="heed-none">Nothing in particular</span>)
            ),
        },
        {
          head: 'State',
          cell: (letter) => (
            <>
              <StateTag letter={letter} />
              {letter.replyTo && <div>{`Answers “${letter.replyTo.subject}”`}</div>}
            </>
          ),
        },
      ]}
    />
  )
}

export function LetterPage({ letter, replies }: { letter: LetterRecord; replies: LetterRecord[] }) {
  const { slug, direction, sent, exemptParagraphs, recommendation, meeting, replyTo, attachments } = letter
  const isDraft = letterState(letter) === 'draft'
  return (
    <>
      {isExemptLetter(letter) && (
        <WarningText>{`Exempt by ${paragraphsInWords(exemptParagraphs)} of Schedule 12A. It goes into no paper that the public sees.`}</WarningText>
      )}
      <SummaryList
        rows={[
          { key: 'State', value: <StateTag letter={letter} /> },
          {
            key: direction === 'out' ? 'To' : 'From',
            value: <Lines text={[letter.correspondent, letter.address].filter(Boolean).join('\n')} />,
          },
          { key: 'Dated', value: dayInWords(letter.datedOn) },
          sent && {
            key: 'Sent',
            value: (
              <>
                {`${inWords(sent.on)}. ${sent.how}`}{' '}
                {sent.messageId && (
                  <a class="govuk-link" href={`/messages/${sent.messageId}`}>
                    The message, and what became of it
                  </a>
                )}
              </>
            ),
          },
          recommendation && {
            key: 'About',
            value: (
              <a class="govuk-link" href={`${recommendation.address}/letters`}>
                {recommendation.name}
              </a>
            ),
          },
          meeting && {
            key: 'From the meeting',
            value: (
              <a class="govuk-link" href={`/meetings/${meeting.slug}`}>
                {inWords(meeting.heldOn)}
              </a>
            ),
          },
          replyTo && {
            key: 'Answers',
            value: (
              <a class="govuk-link" href={`/letters/${replyTo.slug}`}>
                {replyTo.subject}
              </a>
            ),
          },
        ]}
      />
      <section class="reviews-words" aria-labelledby="words">
        <h2 class="govuk-heading-m" id="words">
          {letter.subject}
        </h2>
        {letter.body === '' ? <p class="govuk-body heed-none">No words of it are kept.</p> : <Lines text={letter.body} />}
      </section>
      {attachments.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Attachments</h2>
          <ul class="govuk-list">
            {attachments.map(({ position, name }) => (
              <li>
                <a class="govuk-link" href={`/letters/${slug}/attachments/${position}`}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {replies.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Answers</h2>
          <LetterTable letters={replies} caption="Answers to this letter" />
        </>
      )}
      <Buttons>
        {isDraft && <Button text="Send it" href={`/letters/${slug}/sending`} />}
        {!sent && (
          <a class="govuk-link" href={`/letters/${slug}/correcting`}>
            Change the letter
          </a>
        )}
        {sent && <Button text="Keep the answer" kind="secondary" href={`/letters/adding?reply=${slug}`} />}
      </Buttons>
    </>
  )
}

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
