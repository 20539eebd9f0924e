import { PrintedPaper } from '../papers/printed-paper.tsx'
import type { PaperDocument } from '../platform/documents/paper-document.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, HiddenField, Radios, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { InsetText, WarningText } from '../platform/web/page-parts.tsx'
import { kindAndSize, type KeptFile } from './file.ts'
import type { FileAsPaper } from './read-for-paper.ts'

interface CheckingProps {
  form: FilledForm
  file: KeptFile
  read: FileAsPaper
  /** Where the file is to be had as it came. */
  original: string
  back: string
  /** It may be named and not printed: it came with something that is. */
  mayBeLeftOut: boolean
  /** It is checked already; said again, it supersedes what was said. */
  isChecked: boolean
}

/** How a file was read, and the question how it goes into papers; what a paper would print of it stands below. */
export function CheckingPage({ form, file, read, original, back, mayBeLeftOut, isChecked }: CheckingProps) {
  const isRead = !('unread' in read)
  const choices = [
    isRead && {
      value: 'read',
      text: 'Set in the paper',
      hint: 'As shown below: headings, lists and tables that everyone can read, in the paper’s own pages',
    },
    isRead && {
      value: 'both',
      text: 'Set in the paper, and the original published beside it',
      hint: 'Readers can fetch the file as it came, with its pictures, and with everything else in it: comments, tracked changes and hidden text too',
    },
    {
      value: 'beside',
      text: 'As a file beside the paper only',
      hint: 'The paper says what it is. Not everyone can read a file that comes from outside, so say how to have it in another form',
    },
    mayBeLeftOut && { value: 'left-out', text: 'Leave it out', hint: 'The paper names it, and does not print it' },
  ].filter((one) => one !== false)
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link files-name" href={original}>
          {file.name}
        </a>{' '}
        {`(${kindAndSize(file)})`}
      </p>
      {'unread' in read ? (
        <>
          <WarningText>It cannot be set in a paper.</WarningText>
          <p class="govuk-body">{read.unread}</p>
          <p class="govuk-body">
            You can take another file for it, or publish this one as a file beside the paper, with a sentence that says what it is and how
            to have it in another form.
          </p>
        </>
      ) : (
        <HowItWasRead remarks={read.remarks} />
      )}
      {isChecked && <InsetText>This file is checked. What you say now holds for papers that are made or published from now on.</InsetText>}
      <Form working="Reading the file…">
        <HiddenField form={form} name="seen" />
        <TextInput form={form} name="title" label="Title" hint="It stands above it in the paper and in the contents" />
        <Radios form={form} name="taken" label="How does it go into the paper?" choices={choices} />
        <TextArea
          form={form}
          name="statement"
          label="What is it, and how can people have it in another form?"
          hint="Needed where it is a file beside the paper only. For example: The survey of play areas, in 12 pages, as a scan. For it in large print, in audio or read to you, write to democratic services."
          rows={3}
        />
        <Buttons>
          <Button text="Confirm" />
          <a class="govuk-link" href={back}>
            Cancel
          </a>
        </Buttons>
      </Form>
      {!('unread' in read) && (
        <section aria-labelledby="printed">
          <h2 class="govuk-heading-m" id="printed">
            What the paper would print
          </h2>
          <Printed read={read} />
        </section>
      )}
    </>
  )
}

function HowItWasRead({ remarks }: { remarks: readonly string[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">How it was read</h2>
      {remarks.length === 0 ? (
        <p class="govuk-body">Nothing was left out.</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {remarks.map((remark) => (
            <li>{remark}</li>
          ))}
        </ul>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="#printed">
          See what the paper would print
        </a>
        {', then say how it goes in.'}
      </p>
    </>
  )
}

function Printed({ read }: { read: Exclude<FileAsPaper, { unread: string }> }) {
  const { blocks, orientation } = read
  const document: PaperDocument = { title: '', language: 'en-GB', sections: [{ orientation, blocks }] }
  return <PrintedPaper document={document} firstLevel={3} />
}
