import type { Committee } from '../council/committee.ts'
import { inWords, today } from '../platform/core/calendar-date.ts'
import type { TemplateFault } from '../platform/documents/template-words.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, FileUpload, Form, HiddenField, Select, TextInput } from '../platform/web/form-fields.tsx'
import { EmptyState, SummaryList, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { LAYOUTS } from '../reading/reading.ts'
import { LAYOUT_WORDS } from '../reviews/review.ts'
import type { TemplateVerdict } from './check-sent-template.ts'
import type { Template, TemplateVersion } from './template.ts'

const onDay = (at: Date) => inWords(today(at))

export function TemplateList({ templates }: { templates: Template[] }) {
  return (
    <>
      {templates.length === 0 ? (
        <EmptyState title="No template yet">
          <p class="govuk-body">
            A template is your council’s own Word document with placeholders where Heed puts the committee, the recommendations and what was
            said of them. Begin with the starter template: it works as it is, and you give it your letterhead and words in Word.
          </p>
          <Buttons>
            <Button text="Download the starter template" href="/settings/templates/starter" />
            <a class="govuk-link" href="/settings/templates/add">
              Add a template
            </a>
          </Buttons>
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Templates"
            hiddenCaption
            rows={templates}
            columns={[
              {
                head: 'Template',
                names: true,
                width: 'third',
                cell: ({ name, slug }) => (
                  <a class="govuk-link" href={`/settings/templates/${slug}`}>
                    {name}
                  </a>
                ),
              },
              { head: 'Version', numeric: true, cell: ({ version }) => version },
              { head: 'Saved', cell: ({ savedAt }) => onDay(savedAt) },
              { head: 'State', cell: (template) => <StateTag template={template} /> },
            ]}
          />
          <Buttons>
            <Button text="Add a template" href="/settings/templates/add" />
            <Button text="Choose which is offered first" href="/settings/templates/defaults" kind="secondary" />
            <a class="govuk-link" href="/settings/templates/starter">
              Download the starter template
            </a>
          </Buttons>
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href="/settings/templates/placeholders">
          See every placeholder, with what it gives
        </a>
      </p>
    </>
  )
}

function StateTag({ template: { withdrawn, warnings } }: { template: Template }) {
  if (withdrawn) return <Tag colour="grey">Withdrawn</Tag>
  if (warnings.length > 0) return <Tag colour="yellow">{`In use, ${warnings.length} to look at`}</Tag>
  return <Tag colour="green">In use</Tag>
}

interface TemplateFormProps {
  form: FilledForm
  verdict?: TemplateVerdict
  replacing?: boolean
}

export function TemplateForm({ form, verdict, replacing }: TemplateFormProps) {
  return (
    <>
      {verdict && verdict.errors.length > 0 && (
        <>
          <FaultTable caption="To put right in Word" faults={verdict.errors} />
          {verdict.warnings.length > 0 && <FaultTable caption="Worth knowing" faults={verdict.warnings} />}
        </>
      )}
      <Form files working="Looking at the template…">
        {replacing && <HiddenField form={form} name="version" />}
        <TextInput form={form} name="name" label="Name" hint="As officers will see it beside a paper, for example Corporate report" />
        <FileUpload
          form={form}
          name="template"
          label="The Word document"
          hint="A .docx or .dotx file of up to 10 MB. Heed checks its placeholders, fills it once with your latest round, and tells you everything that is wrong with it at once."
          accept=".docx,.dotx"
        />
        <Button text={replacing ? 'Check it and replace' : 'Check it and add'} />
      </Form>
      <p class="govuk-body">
        <a class="govuk-link" href="/settings/templates/placeholders">
          See every placeholder
        </a>{' '}
        or{' '}
        <a class="govuk-link" href="/settings/templates/starter">
          download the starter template
        </a>
        .
      </p>
    </>
  )
}

function FaultTable({ caption, faults }: { caption: string; faults: TemplateFault[] }) {
  return (
    <Table
      caption={caption}
      rows={faults}
      columns={[
        { head: 'Where', names: true, width: 'quarter', cell: ({ where }) => where || 'The file as a whole' },
        { head: 'What, and what to do', cell: ({ message }) => message },
      ]}
    />
  )
}

export function TemplatePage({ template, versions }: { template: Template; versions: TemplateVersion[] }) {
  const address = `/settings/templates/${template.slug}`
  return (
    <>
      <SummaryList
        rows={[
          { key: 'State', value: <StateTag template={template} /> },
          { key: 'File', value: `${template.fileName}, ${Math.max(1, Math.round(template.size / 1000))} kB` },
          { key: 'Version', value: `${template.version}, saved ${onDay(template.savedAt)}` },
        ]}
      />
      {!template.withdrawn && (
        <Buttons>
          <Button text="Try it with your latest round" href={`${address}/trial`} />
          <Button text="Replace it" href={`${address}/replacement`} kind="secondary" />
          <a class="govuk-link" href={`${address}/withdrawal`}>
            Withdraw it
          </a>
        </Buttons>
      )}
      {template.warnings.length > 0 && <FaultTable caption="Worth knowing" faults={template.warnings} />}
      <Table
        caption="Versions, the newest first"
        rows={versions}
        columns={[
          {
            head: 'Version',
            names: true,
            cell: ({ version, fileName }) => (
              <a class="govuk-link" href={`${address}/versions/${version}`}>
                {`${version}: ${fileName}`}
              </a>
            ),
          },
          { head: 'Name', cell: ({ name }) => name },
          { head: 'Saved', cell: ({ savedAt, savedBy }) => `${onDay(savedAt)}${savedBy ? ` by ${savedBy}` : ''}` },
        ]}
      />
    </>
  )
}

export function WithdrawalForm() {
  return (
    <>
      <p class="govuk-body">
        It will be offered for no paper, and no paper can be had in it any more. It stays on the record with all its versions; files that
        were taken stay what they are.
      </p>
      <Form>
        <Button text="Withdraw the template" kind="warning" />
      </Form>
    </>
  )
}

interface DefaultsFormProps {
  form: FilledForm
  committees: Committee[]
  templates: Template[]
}

export function DefaultsForm({ form, committees, templates }: DefaultsFormProps) {
  const choices = templates.map(({ id, name }) => ({ value: id, text: name }))
  return (
    <Form>
      <p class="govuk-body">
        Every template is offered beside every paper. The one chosen here comes first; a committee’s goes before a layout’s.
      </p>
      <h2 class="govuk-heading-m">For papers of a committee</h2>
      {committees.length === 0 && <p class="govuk-body">No committee yet.</p>}
      {committees.map(({ slug, name }) => (
        <Select form={form} name={`committee.${slug}`} label={name} blank="None" choices={choices} />
      ))}
      <h2 class="govuk-heading-m">For papers in a layout</h2>
      {LAYOUTS.map((layout) => (
        <Select form={form} name={`layout.${layout}`} label={LAYOUT_WORDS[layout]} blank="None" choices={choices} />
      ))}
      <Button text="Save" />
    </Form>
  )
}
