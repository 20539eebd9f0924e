import type { FilledForm } from '../platform/web/form.ts'
import { Button, Form, Select, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { Details } from '../platform/web/page-parts.tsx'
import { LAYOUTS } from '../reading/reading.ts'
import { LAYOUT_WORDS } from '../reviews/review.ts'
import { MEANING_WORDS } from '../scales/grade-tag.tsx'
import { MEANINGS } from '../scales/scale.ts'
import { groupsIn, valueIn } from './form-groups.ts'

interface Props {
  form: FilledForm
  version: number
}

const Version = ({ version }: { version: number }) => <input type="hidden" name="version" value={version} />

const EXEMPT_HINT = 'For example: paragraph 3 of Part 1 of Schedule 12A'

export function DocumentForm({ form, version }: Props) {
  return (
    <Form>
      <Version version={version} />
      <TextInput form={form} name="organisation" label="Council or body whose document it is" />
      <TextInput form={form} name="committee" label="Committee that it went to" />
      <TextInput
        form={form}
        name="document_date"
        label="Date of the document"
        hint="The day of the meeting that it was for, for example 29 June 2016. Rounds for which the document gives no date take it."
        width={20}
      />
      <Button text="Save the correction" />
    </Form>
  )
}

export function ReviewForm({ form, version }: Props) {
  const meanings = MEANINGS.map((value) => ({ value, text: MEANING_WORDS[value] }))
  return (
    <Form>
      <Version version={version} />
      <TextInput form={form} name="title" label="Title of the review" />
      <Select
        form={form}
        name="layout"
        label="Layout of its papers"
        choices={LAYOUTS.map((value) => ({ value, text: LAYOUT_WORDS[value] }))}
      />
      <TextArea form={form} name="link_officers" label="Link officers" hint="One on each line" rows={2} />
      <Details summary="Action plan, version, status">
        <TextInput form={form} name="action_plan_agreed" label="Action plan agreed" />
        <TextInput form={form} name="plan_version" label="Version of the plan" />
        <TextInput form={form} name="plan_date" label="Date of the plan" />
        <TextInput form={form} name="status" label="Status, where the document has no table for it" />
      </Details>
      <h2 class="govuk-heading-m">Scale</h2>
      <TextInput form={form} name="scale_name" label="Name of the scale" />
      {groupsIn(form, 'grades').map((at, index, all) => (
        <fieldset class="govuk-fieldset imports-group">
          <legend>{index === all.length - 1 ? 'Another grade' : `Grade ${valueIn(form, `grades.${at}.code`)}`}</legend>
          <input type="hidden" name={`grades.${at}.colour`} value={valueIn(form, `grades.${at}.colour`)} />
          <div class="imports-row">
            <TextInput form={form} name={`grades.${at}.code`} label="Number or code" width={10} />
            <TextInput form={form} name={`grades.${at}.label`} label="Words" />
            <Select form={form} name={`grades.${at}.meaning`} label="What it means to Heed" blank="Nothing" choices={meanings} />
          </div>
          <TextArea form={form} name={`grades.${at}.definition`} label="Definition" rows={2} />
        </fieldset>
      ))}
      <TextInput
        form={form}
        name="percent_steps"
        label="Steps of percentage complete"
        hint="Where the scale has them, for example 25, 50, 75, 100"
      />
      <h2 class="govuk-heading-m">Themes</h2>
      {groupsIn(form, 'themes').map((at, index, all) => (
        <fieldset class="govuk-fieldset imports-group">
          <legend>{index === all.length - 1 ? 'Another theme' : `Theme ${index + 1}`}</legend>
          <TextInput form={form} name={`themes.${at}.title`} label="Title" />
          <TextArea form={form} name={`themes.${at}.why_important`} label="Why it matters" rows={2} />
          <TextArea form={form} name={`themes.${at}.what_good_looks_like`} label="What good looks like" hint="One on each line" rows={2} />
        </fieldset>
      ))}
      <Button text="Save the correction" />
    </Form>
  )
}

export function MeetingForm({ form, version }: Props) {
  return (
    <Form>
      <Version version={version} />
      <TextInput form={form} name="body" label="Body that met" />
      <TextInput form={form} name="date" label="Date" hint="For example 29 June 2016" width={20} />
      <TextInput form={form} name="time" label="Time" width={10} />
      <TextInput form={form} name="venue" label="Venue" />
      <Details summary="Who was there">
        <TextArea form={form} name="membership" label="Members" hint="One on each line" />
        <TextArea form={form} name="present" label="Present" />
        <TextArea form={form} name="also_present" label="Also present" />
        <TextArea form={form} name="in_attendance" label="In attendance" />
        <TextArea form={form} name="apologies" label="Apologies" />
      </Details>
      <Details summary="Agenda">
        {groupsIn(form, 'agenda').map((at, index, all) => (
          <fieldset class="govuk-fieldset imports-group">
            <legend>{index === all.length - 1 ? 'Another item' : `Item ${valueIn(form, `agenda.${at}.ref`) || index + 1}`}</legend>
            <div class="imports-row">
              <TextInput form={form} name={`agenda.${at}.ref`} label="Number" width={5} />
              <TextInput form={form} name={`agenda.${at}.appendix`} label="Appendix" width={5} />
            </div>
            <TextInput form={form} name={`agenda.${at}.title`} label="Title" />
            <TextArea form={form} name={`agenda.${at}.text`} label="Text" rows={2} />
            <TextInput form={form} name={`agenda.${at}.exempt`} label="Why it is exempt, if it is" hint={EXEMPT_HINT} />
          </fieldset>
        ))}
      </Details>
      <Details summary="Minutes">
        {groupsIn(form, 'minutes').map((at, index, all) => (
          <fieldset class="govuk-fieldset imports-group">
            <legend>{index === all.length - 1 ? 'Another minute' : `Minute ${valueIn(form, `minutes.${at}.ref`) || index + 1}`}</legend>
            <TextInput form={form} name={`minutes.${at}.ref`} label="Number" width={10} />
            <TextInput form={form} name={`minutes.${at}.title`} label="Title" />
            <TextArea form={form} name={`minutes.${at}.text`} label="Text" rows={4} />
            <TextArea form={form} name={`minutes.${at}.resolution`} label="Resolution" rows={2} />
            <TextArea form={form} name={`minutes.${at}.requests`} label="What was asked for" hint="One on each line" rows={2} />
            <TextInput form={form} name={`minutes.${at}.exempt`} label="Why it is exempt, if it is" hint={EXEMPT_HINT} />
          </fieldset>
        ))}
      </Details>
      <Button text="Save the correction" />
    </Form>
  )
}
