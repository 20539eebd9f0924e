import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, FileUpload, Form, TextArea } from '../platform/web/form-fields.tsx'
import { DownloadList } from '../platform/web/list-download.tsx'
import { Details, EmptyState, Tag, type TagColour } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { inWords, today } from '../platform/core/calendar-date.ts'
import type { ImportLine, ImportState } from './import.ts'
import { STATE_WORDS } from './import-words.ts'
import { count } from './reading-words.ts'

const COLOURS: Record<ImportState, TagColour> = { waiting: 'yellow', confirmed: 'green', abandoned: 'grey' }

export function StateTag({ state }: { state: ImportState }) {
  return <Tag colour={COLOURS[state]}>{STATE_WORDS[state]}</Tag>
}

const onDay = (at: Date) => inWords(today(at))

export function ImportList({ imports, form }: { imports: ImportLine[]; form: FilledForm }) {
  const waiting = imports.filter(({ state }) => state === 'waiting')
  const done = imports.filter(({ state }) => state !== 'waiting')
  return (
    <>
      {imports.length === 0 && (
        <EmptyState title="Start with the last paper that went to your committee">
          <p class="govuk-body">
            Heed reads its recommendations, owners, dates, evidence and grades, and shows you each beside its place in the document. Nothing
            is in the record until you have checked it and confirmed.
          </p>
        </EmptyState>
      )}
      {waiting.length > 0 && <Lines caption="Waiting for you to check and confirm" imports={waiting} />}
      <IntakeForm form={form} button="Read it" title="Bring in a document" />
      <p class="govuk-body">
        Only want to know what is wrong with a paper?{' '}
        <a class="govuk-link" href="/check">
          Check a document
        </a>{' '}
        without bringing it in. Or see{' '}
        <a class="govuk-link" href="/settings/document-shapes">
          how Heed reads your documents
        </a>
        .
      </p>
      {done.length > 0 && <Lines caption="Done" imports={done} />}
      {imports.length > 0 && <DownloadList address="/imports" of="every import" />}
    </>
  )
}

/** A file or pasted text. The file is asked for again after a fault, since no browser keeps it; the text stays. */
export function IntakeForm({ form, button, title, action }: { form: FilledForm; button: string; title: string; action?: string }) {
  const hasText = Boolean(form.values.words)
  return (
    <>
      <h2 class="govuk-heading-m">{title}</h2>
      <Form files working="Reading the document…" {...(action && { action })}>
        <FileUpload
          form={form}
          name="document"
          label="The document"
          hint="A progress report, an action plan, a response, an agenda pack: as Word (.docx, .doc), Excel (.xlsx, .xls), PDF, OpenDocument (.odt, .ods), .rtf, .csv or text, of up to 25 MB."
          accept=".docx,.docm,.doc,.odt,.rtf,.xlsx,.xlsm,.xls,.ods,.csv,.pdf,.txt,.tsv,.md"
        />
        <Details summary="Paste the text instead" open={hasText || form.faults.some(({ field }) => field === 'words')}>
          <TextArea
            form={form}
            name="words"
            label="The text or table of the document"
            hint="Copy the whole table in Word (or Excel) and paste it here, with its heading row and the lines above it that say what it is and for which meeting."
            rows={10}
          />
        </Details>
        <Button text={button} />
      </Form>
    </>
  )
}

function Lines({ caption, imports }: { caption: string; imports: ImportLine[] }) {
  return (
    <Table
      caption={caption}
      rows={imports}
      columns={[
        {
          head: 'Document',
          names: true,
          width: 'third',
          cell: (one) => (
            <a class="govuk-link" href={`/imports/${one.id}`}>
              {one.name}
            </a>
          ),
        },
        { head: 'What was read', width: 'third', cell: (one) => whatWasRead(one) },
        {
          head: 'Started',
          cell: (one) => (
            <>
              {onDay(one.startedAt)}
              {one.startedBy && <div>by {one.startedBy}</div>}
            </>
          ),
        },
        ...(imports.every(({ state }) => state === 'waiting')
          ? []
          : [{ head: 'State', cell: (one: ImportLine) => <StateTag state={one.state} /> }]),
      ]}
    />
  )
}

function whatWasRead({ reviews, recommendations }: ImportLine) {
  if (reviews.length === 0) return 'No recommendations'
  return (
    <>
      {reviews.map((title) => (
        <div>{title || 'A review without a title'}</div>
      ))}
      <div>{count(recommendations, 'recommendation')}</div>
    </>
  )
}

export function KnownDocument({ imports }: { imports: { id: string; state: ImportState; startedAt: Date }[] }) {
  const live = imports.find(({ state }) => state === 'waiting') ?? imports[0]
  return (
    <>
      <p class="govuk-body-l">
        {live?.state === 'confirmed'
          ? 'It is in Heed already, word for word: its import was confirmed.'
          : 'It is the same file, byte for byte. What you corrected is still there: go on where you were.'}
      </p>
      <ul class="govuk-list govuk-list--spaced">
        {imports.map(({ id, state, startedAt }) => (
          <li>
            <a class="govuk-link" href={`/imports/${id}`}>
              The import of {onDay(startedAt)}
            </a>{' '}
            <StateTag state={state} />
          </li>
        ))}
      </ul>
      <Buttons>
        {live && <Button text={live.state === 'waiting' ? 'Go on with it' : 'See what it became'} href={`/imports/${live.id}`} />}
      </Buttons>
      <Form working="Reading the document…">
        <input type="hidden" name="again" value="yes" />
        <p class="govuk-body">Or read the document again from the beginning. The earlier import stays as it is.</p>
        <Button text="Start another import of it" kind="secondary" />
      </Form>
    </>
  )
}
