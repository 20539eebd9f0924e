import type { Rule } from '../referee/rulebook.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { Button, Buttons, Form, HiddenField, Radios, Select, TextArea, TextInput, Tick } from '../platform/web/form-fields.tsx'
import { EmptyState, Tag } from '../platform/web/page-parts.tsx'
import { Table } from '../platform/web/table.tsx'
import { GradeTag, MEANING_WORDS } from './grade-tag.tsx'
import type { RuleSetting, Severity } from './scale.ts'
import { MEANINGS } from './scale.ts'
import type { KeptScale } from './scale.queries.ts'
import { nameOfScale } from './scale.queries.ts'

export const SEVERITY_WORDS: Record<Severity, string> = {
  stops: 'Stops the paper',
  reason: 'Needs a reason',
  note: 'Worth knowing',
}

const SEVERITY_COLOURS = { stops: 'red', reason: 'orange', note: 'blue' } as const

export function SeverityTag({ severity }: { severity: Severity }) {
  return <Tag colour={SEVERITY_COLOURS[severity]}>{SEVERITY_WORDS[severity]}</Tag>
}

export function ScaleList({ scales }: { scales: KeptScale[] }) {
  if (scales.length === 0)
    return (
      <EmptyState title="No scales yet">
        <p class="govuk-body">Reading in a paper takes its scale with it. You can also write one here.</p>
        <Button text="Add a scale" href="/settings/scales/add" />
      </EmptyState>
    )
  return (
    <>
      <Table
        caption="Scales"
        hiddenCaption
        rows={scales}
        columns={[
          {
            head: 'Scale',
            names: true,
            width: 'third',
            cell: (scale) => (
              <a class="govuk-link" href={`/settings/scales/${scale.slug}`}>
                {nameOfScale(scale)}
              </a>
            ),
          },
          {
            head: 'Grades',
            cell: ({ grades }) => (
              <div class="heed-tags">
                {grades.map(({ label, meaning }) => (
                  <GradeTag meaning={meaning} label={label} />
                ))}
              </div>
            ),
          },
        ]}
      />
      <Button text="Add a scale" href="/settings/scales/add" />
    </>
  )
}

export function ScaleSummary({ scale, rules }: { scale: KeptScale; rules: readonly Rule[] }) {
  const here = `/settings/scales/${scale.slug}`
  return (
    <>
      <Table
        caption="Grades"
        rows={scale.grades}
        columns={[
          { head: 'Grade', names: true, cell: ({ code, label }) => (code === label ? label : `${code} ${label}`) },
          { head: 'Definition', width: 'half', cell: ({ definition }) => definition ?? 'None given' },
          {
            head: 'What it means to Heed',
            cell: ({ meaning }) => <GradeTag meaning={meaning} label={meaning ? MEANING_WORDS[meaning] : 'Not known'} />,
          },
        ]}
      />
      <Button text="Change the grades" href={`${here}/grades`} />
      <Table
        caption="What the referee asks"
        rows={rules}
        columns={[
          { head: 'Rule', names: true, width: 'half', cell: (rule) => settingOf(scale, rule).words },
          { head: 'How much it matters', cell: (rule) => <RuleState setting={settingOf(scale, rule)} /> },
          {
            head: 'Change',
            hiddenHead: true,
            cell: ({ code, sentence }) => (
              <a class="govuk-link" href={`${here}/rules/${code}`}>
                Change<span class="govuk-visually-hidden">: {sentence}</span>
              </a>
            ),
          },
        ]}
      />
    </>
  )
}

/** A rule as this scale has it: its own words and severity where the council has given them. */
export function settingOf(scale: KeptScale, rule: Rule): Required<RuleSetting> {
  const own = scale.rules[rule.code]
  return { on: own?.on ?? true, severity: own?.severity ?? rule.severity, words: own?.words || rule.sentence }
}

function RuleState({ setting }: { setting: Required<RuleSetting> }) {
  return setting.on ? <SeverityTag severity={setting.severity} /> : <Tag colour="grey">Switched off</Tag>
}

export function GradesForm({ form, rows }: { form: FilledForm; rows: number }) {
  return (
    <Form>
      <HiddenField form={form} name="version" />
      <TextInput
        form={form}
        name="name"
        label="What is the scale called?"
        hint="For people choosing one: “Progress of recommendations, 1 to 4”"
      />
      <p class="govuk-body">Write the grades in the order in which the paper lists them. A grade left blank is left out.</p>
      {Array.from({ length: rows }, (_, index) => (
        <GradeFields form={form} index={index} />
      ))}
      <Buttons>
        <Button text="Save" />
        <Button text="Room for more grades" kind="secondary" name="more" value="yes" />
      </Buttons>
    </Form>
  )
}

function GradeFields({ form, index }: { form: FilledForm; index: number }) {
  const at = `grades.${index}`
  return (
    <fieldset class="govuk-fieldset heed-row">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{`Grade ${index + 1}`}</legend>
      <div class="heed-row__fields">
        <TextInput form={form} name={`${at}.code`} label="Number or letter" hint="If it has one" width={4} />
        <TextInput form={form} name={`${at}.label`} label="Words" hint="“Achieved”" />
        <Select
          form={form}
          name={`${at}.meaning`}
          label="Means to Heed"
          hint="So that the rules know it"
          blank="Not known"
          choices={MEANINGS.map((meaning) => ({ value: meaning, text: MEANING_WORDS[meaning] }))}
        />
      </div>
      <TextArea form={form} name={`${at}.definition`} label="Definition" rows={2} />
    </fieldset>
  )
}

export function RuleForm({ form, rule, scale }: { form: FilledForm; rule: Rule; scale: KeptScale }) {
  return (
    <Form>
      <HiddenField form={form} name="version" />
      <p class="govuk-body">{`On the scale “${nameOfScale(scale)}”. What would put it right: ${rule.remedy}`}</p>
      <Tick form={form} name="on" label="The referee applies this rule" />
      <Radios
        form={form}
        name="severity"
        label="How much does it matter?"
        choices={[
          { value: 'stops', text: SEVERITY_WORDS.stops, hint: 'The paper must not go out so' },
          { value: 'reason', text: SEVERITY_WORDS.reason, hint: 'It may stand with a reason, which members see' },
          { value: 'note', text: SEVERITY_WORDS.note, hint: 'Shown, and nothing more' },
        ]}
      />
      <TextInput
        form={form}
        name="words"
        label="The rule in your council’s own words"
        hint={`Leave it blank for Heed’s: “${rule.sentence}”`}
      />
      <Button text="Save" />
    </Form>
  )
}
