import type { FilledForm } from '../platform/web/form.ts'
import { Button, FileUpload, Form } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { Details, EmptyState, InsetText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { kindAndSize, sizeInWords } from '../files/file.ts'
import { LARGEST_ATTACHMENT, MOST_ATTACHMENTS, type Attachment } from './attachment.ts'

interface FilesOfLineProps {
  /** The address of the list: `/asked/…/items/…/attachments`. */
  address: string
  /** What the line is about, to be seen beside the files. */
  asked: string
  attachments: readonly Attachment[]
  mayRemove: (attachment: Attachment) => boolean
  /** Why nothing can be added or removed; null where it can. */
  settled: string | null
  form: FilledForm
  back: { text: string; href: string }
  /** Whether files that were removed are told of. */
  showWithdrawn?: boolean
}

/** The files beside a line: what is there, with a button to remove each, and a form for more. */
export function FilesOfLine({ address, asked, attachments, mayRemove, settled, form, back, showWithdrawn }: FilesOfLineProps) {
  const there = attachments.filter(({ withdrawn }) => !withdrawn)
  const withdrawn = attachments.filter((one) => one.withdrawn)
  return (
    <>
      <p class="govuk-body">{asked}</p>
      {there.length === 0 ? (
        <EmptyState title="No files yet">
          <p class="govuk-body">
            A photograph, minutes, a table of figures: whatever shows the committee what was done. Words alone are enough where there is
            nothing to show.
          </p>
        </EmptyState>
      ) : (
        <AttachmentTable address={address} attachments={there} mayRemove={settled === null ? mayRemove : () => false} />
      )}
      {settled === null ? (
        there.length < MOST_ATTACHMENTS && <AddFiles form={form} left={MOST_ATTACHMENTS - there.length} />
      ) : (
        <InsetText>{settled}</InsetText>
      )}
      {showWithdrawn && withdrawn.length > 0 && <Withdrawn attachments={withdrawn} />}
      <p class="govuk-body">
        <a class="govuk-link" href={back.href}>
          {back.text}
        </a>
      </p>
    </>
  )
}

function AddFiles({ form, left }: { form: FilledForm; left: number }) {
  return (
    <Form files working="Taking the files in…">
      <FileUpload
        form={form}
        name="files"
        label={left === MOST_ATTACHMENTS ? 'Choose files' : 'Choose more files'}
        hint={`PDF, Word, Excel, OpenDocument, CSV or text, JPEG or PNG. Each at most ${sizeInWords(LARGEST_ATTACHMENT)}, 25 MB together, and ${left === 1 ? 'one more' : `${left} more`} at most. Papers are public: leave out names and details of people.`}
        accept=".pdf,.docx,.doc,.xlsx,.xls,.odt,.ods,.csv,.txt,image/jpeg,image/png"
        several
      />
      <Button text="Attach" />
    </Form>
  )
}

interface AttachmentTableProps {
  address: string
  attachments: readonly Attachment[]
  mayRemove: (attachment: Attachment) => boolean
}

function AttachmentTable({ address, attachments, mayRemove }: AttachmentTableProps) {
  const removable = attachments.some(mayRemove)
  return (
    <Table
      caption="Attached"
      hiddenCaption
      rows={attachments}
      columns={[
        { head: 'File', names: true, width: 'half', cell: (one) => <FileLink address={address} attachment={one} /> },
        { head: 'Attached', cell: ({ by, attachedAt }) => `${by}, ${momentInWords(attachedAt)}` },
        ...(removable
          ? [
              {
                head: 'Remove',
                hiddenHead: true,
                cell: (one: Attachment) => mayRemove(one) && <Remove address={address} attachment={one} />,
              },
            ]
          : []),
      ]}
    />
  )
}

function FileLink({ address, attachment }: { address: string; attachment: Attachment }) {
  return (
    <>
      <a class="govuk-link answering-file" href={`${address}/${attachment.id}`}>
        {attachment.name}
      </a>{' '}
      <span class="answering-kind">({kindAndSize(attachment)})</span>
    </>
  )
}

function Remove({ address, attachment: { id, name } }: { address: string; attachment: Attachment }) {
  return (
    <Form action={`${address}/${id}/withdrawal`} label={`Remove ${name}`} class="answering-remove">
      <button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" data-prevent-double-click="true">
        Remove<span class="govuk-visually-hidden"> {name}</span>
      </button>
    </Form>
  )
}

function Withdrawn({ attachments }: { attachments: readonly Attachment[] }) {
  return (
    <Details summary={attachments.length === 1 ? 'One file was removed' : `${attachments.length} files were removed`}>
      <ul class="govuk-list govuk-list--bullet">
        {attachments.map(({ name, by, attachedAt, withdrawn }) => (
          <li class="answering-file">
            {`${name}: attached by ${by}, ${momentInWords(attachedAt)}; removed by ${withdrawn!.by}, ${momentInWords(withdrawn!.at)}`}
          </li>
        ))}
      </ul>
    </Details>
  )
}

/** The files beside a line as another page lists them. */
export function AttachedFiles({ address, attachments }: { address: string; attachments: readonly Attachment[] }) {
  return (
    <ul class="govuk-list">
      {attachments.map((attachment) => (
        <li>
          <FileLink address={address} attachment={attachment} />
        </li>
      ))}
    </ul>
  )
}
