import { stepOf } from '../messages/message-steps.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Form, HiddenField, Select, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { InsetText } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { isOwnerStep, LADDER_STEPS, whenOfStep, type Ladder } from './ladder.ts'
import { rowsOf } from './ladder.form.ts'

const STEP_CHOICES = LADDER_STEPS.map((step) => ({ value: step, text: stepOf(step).title }))

export function LadderPage({ form, ladder }: { form: FilledForm; ladder: Ladder }) {
  return (
    <>
      {ladder.version === 0 && (
        <InsetText>
          Your council has set no ladder yet, so this is Heed’s. It fits a round whose answers are due a fortnight before the meeting.
        </InsetText>
      )}
      <Table
        caption="As it stands"
        rows={ladder.steps}
        columns={[
          { head: 'Step', names: true, cell: ({ step }) => <WordsLink step={step} /> },
          { head: 'When', cell: whenOfStep },
          { head: 'Goes', cell: ({ byItself }) => (byItself ? 'By itself' : 'After an officer has seen it') },
        ]}
      />
      <h2 class="govuk-heading-m">Change it</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>Only those who have not answered are written to, in one message each, however many lines they owe.</li>
        <li>What falls on a weekend, a bank holiday or another day without messages goes on the next open day.</li>
        <li>After a break only the latest step is taken, never several at once.</li>
        <li>
          Steps beyond the person who was asked are always shown to an officer first. To whom they go:{' '}
          <a class="govuk-link" href="/settings/escalation">
            directors and cabinet members
          </a>
          ; managers stand with each{' '}
          <a class="govuk-link" href="/contacts">
            contact
          </a>
          .
        </li>
      </ul>
      <LadderForm form={form} />
      <h2 class="govuk-heading-m">Begin again</h2>
      <Form action="/settings/ladder/heeds">
        <Button text="Take Heed’s own ladder" kind="secondary" />
      </Form>
    </>
  )
}

function WordsLink({ step }: { step: Ladder['steps'][number]['step'] }) {
  return (
    <a class="govuk-link" href={`/settings/messages/words/${step}`}>
      {stepOf(step).title}
    </a>
  )
}

function LadderForm({ form }: { form: FilledForm }) {
  const rows = Array.from({ length: rowsOf(form) }, (_, at) => at)
  return (
    <Form>
      <HiddenField form={form} name="version" />
      <p class="govuk-body">A step may stand several times. Choose “Leave out” to take one away; save, and there is room for more.</p>
      {rows.map((at) => (
        <fieldset class="govuk-fieldset asking-ladder-step">
          <legend class="govuk-fieldset__legend govuk-visually-hidden">{`Step ${at + 1}`}</legend>
          <Select form={form} name={`steps.${at}.step`} label={`Step ${at + 1}`} blank="Leave out" choices={STEP_CHOICES} />
          <TextInput
            form={form}
            name={`steps.${at}.days`}
            label="Days"
            width={3}
            inputmode="numeric"
            hint={sideOf([form.values[`steps.${at}.step`] ?? ''].flat()[0] ?? '')}
          />
          <Tick form={form} name={`steps.${at}.byItself`} label="Goes by itself" hint={onlyOwners(form, at)} />
        </fieldset>
      ))}
      <Button text="Save the ladder" />
    </Form>
  )
}

function sideOf(step: string): string {
  if (step === 'reminder') return 'Before the due day'
  return step === 'due-today' ? 'Leave blank' : 'After the due day'
}

function onlyOwners(form: FilledForm, at: number): string | undefined {
  const step = LADDER_STEPS.find((each) => each === form.values[`steps.${at}.step`])
  return step && !isOwnerStep(step) ? 'Always shown first' : undefined
}
