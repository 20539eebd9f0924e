import type { FailingJob } from '../platform/jobs/queue-job.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Form, HiddenField, PasswordInput, Radios, Select, TextArea, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { momentInWords } from '../platform/web/moment.ts'
import { InsetText, Tag, WarningText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { stepOf, STEP_NAMES } from './message-steps.ts'
import type { SavedPostSettings } from './post-settings.ts'

interface PostSettingsPageProps {
  form: FilledForm
  settings: SavedPostSettings
  own: string[]
  failing: FailingJob[]
}

export function PostSettingsPage({ form, settings, own, failing }: PostSettingsPageProps) {
  return (
    <>
      {settings.post === 'folder' && (
        <WarningText>
          Messages reach nobody: no post is set up, so they are written into the folder “letters” of Heed’s data folder.
        </WarningText>
      )}
      {failing.length > 0 && <FailingJobs jobs={failing} />}
      <PostForm form={form} settings={settings} />
      <h2 class="govuk-heading-m">Test letter</h2>
      <p class="govuk-body">It goes to your own address, the way that every message goes, as the settings were last saved.</p>
      <Form action="/settings/messages/test-letter">
        <Button text="Send me a test letter" kind="secondary" />
      </Form>
      <Table
        caption="Words of each message"
        rows={STEP_NAMES}
        columns={[
          {
            head: 'Message',
            names: true,
            cell: (step) => (
              <a class="govuk-link" href={`/settings/messages/words/${step}`}>
                {stepOf(step).title}
              </a>
            ),
          },
          { head: 'Goes out', cell: (step) => stepOf(step).when },
          { head: 'Words', cell: (step) => (own.includes(step) ? <Tag colour="blue">Your own</Tag> : 'Heed’s') },
        ]}
      />
    </>
  )
}

function PostForm({ form, settings }: { form: FilledForm; settings: SavedPostSettings }) {
  return (
    <Form>
      <HiddenField form={form} name="version" />
      <Radios
        form={form}
        name="post"
        label="How do messages go out?"
        choices={[
          {
            value: 'smtp',
            text: 'By a mail server',
            hint: 'Your council’s own, or that of a mail provider',
            more: <SmtpFields form={form} settings={settings} />,
          },
          { value: 'notify', text: 'By GOV.UK Notify', more: <NotifyFields form={form} settings={settings} /> },
          { value: 'folder', text: 'Nowhere', hint: 'They are written into a folder, to try Heed out' },
        ]}
      />
      <TextInput
        form={form}
        name="senderName"
        label="Sender’s name (optional)"
        hint="The council’s name unless you enter another"
        width={20}
      />
      <TextInput
        form={form}
        name="senderAddress"
        label="Sender’s address"
        type="email"
        hint="By GOV.UK Notify, letters come from Notify’s own address"
      />
      <TextInput form={form} name="replyTo" label="Replies go to (optional)" type="email" />
      <TextInput
        form={form}
        name="webAddress"
        label="Where people find Heed"
        type="url"
        hint="What links begin with, for example https://heed.example.gov.uk"
      />
      <h2 class="govuk-heading-m">Quiet hours</h2>
      <p class="govuk-body">Outside these hours messages wait. Receipts, and links that are passed on, go at once.</p>
      <TextInput form={form} name="from" label="From" width={5} hint="London time, for example 08:00" />
      <TextInput form={form} name="until" label="Until" width={5} />
      <Tick form={form} name="weekends" label="Send at weekends too" />
      <Tick form={form} name="bankHolidays" label="Send on bank holidays of England too" />
      <TextArea
        form={form}
        name="closedDays"
        label="Other days without messages (optional)"
        hint="One to a line, for example 2026-12-29"
        rows={3}
      />
      <Button text="Save" />
    </Form>
  )
}

function SmtpFields({ form, settings }: { form: FilledForm; settings: SavedPostSettings }) {
  return (
    <>
      <TextInput form={form} name="smtpHost" label="Mail server" hint="For example smtp.example.gov.uk" />
      <TextInput form={form} name="smtpPort" label="Port" width={5} inputmode="numeric" />
      <Select
        form={form}
        name="smtpSecurity"
        label="Safe connection"
        choices={[
          { value: 'starttls', text: 'STARTTLS (port 587)' },
          { value: 'tls', text: 'TLS (port 465)' },
          { value: 'none', text: 'None: only on this machine or its own network' },
        ]}
      />
      <TextInput form={form} name="smtpUser" label="User name (optional)" autocomplete="off" />
      <PasswordInput form={form} name="smtpPassword" label="Password" hint={kept(settings.smtpSealed)} autocomplete="new-password" />
    </>
  )
}

function NotifyFields({ form, settings }: { form: FilledForm; settings: SavedPostSettings }) {
  return (
    <>
      <p class="govuk-body">Make an e-mail template in Notify whose subject is ((subject)) and whose message is ((body)).</p>
      <TextInput form={form} name="notifyTemplate" label="Template ID" autocomplete="off" />
      <PasswordInput form={form} name="notifySecret" label="API key" hint={kept(settings.notifySealed)} autocomplete="new-password" />
    </>
  )
}

const kept = (sealed: Buffer | null) =>
  sealed ? 'One is kept, and is never shown. Leave this blank to keep it.' : 'It is kept sealed, and never shown again.'

function FailingJobs({ jobs }: { jobs: FailingJob[] }) {
  return (
    <>
      <InsetText>Some work could not be done. What Heed tries again needs nothing from you unless the same fault stays.</InsetText>
      <Table
        caption="Work that failed"
        rows={jobs}
        columns={[
          { head: 'Work', names: true, cell: ({ name }) => name.replaceAll('-', ' ') },
          { head: 'Last fault', cell: ({ fault }) => fault.split('\n')[0] },
          { head: 'Tries', numeric: true, cell: ({ attempts }) => String(attempts) },
          { head: 'Next', cell: ({ givenUp, nextAt }) => (givenUp ? 'Given up' : momentInWords(nextAt)) },
        ]}
      />
    </>
  )
}
