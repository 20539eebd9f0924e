import { z } from 'zod'
import { choice, optionalLongText, optionalText, text } from '../platform/web/fields.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { filledForm } from '../platform/web/form.ts'
import { Radios, Select, TextArea, TextInput } from '../platform/web/form-fields.tsx'
import { LAYOUTS, type Layout } from '../reading/reading.ts'
import { linesOf, version } from '../recommendations/wording.form.tsx'
import type { ReviewSaid } from './insert-review.ts'
import type { ReviewChoices } from './review-choices.queries.ts'
import { LAYOUT_WORDS, type ReviewRecord } from './review.ts'

const reviewFields = {
  title: text('Enter the title of the review'),
  committeeId: z.uuid('Choose the committee that the review reports to'),
  scaleId: z.uuid('Choose how its progress is graded'),
  layout: choice(LAYOUTS, 'Choose the layout of its papers'),
  linkOfficers: optionalLongText(),
  actionPlanAgreed: optionalText(),
}

export const additionForm = z.object(reviewFields)
export const particularsForm = z.object({ ...reviewFields, planVersion: optionalText(), planDate: optionalText(), version: version() })

type Typed = z.output<typeof additionForm> & { planVersion?: string; planDate?: string }

/** What was typed, as it is said of a review; themes and status stay as they are on record. */
export function reviewTyped(typed: Typed, now?: ReviewRecord): ReviewSaid {
  const { title, committeeId, scaleId, layout, linkOfficers, actionPlanAgreed, planVersion, planDate } = typed
  return {
    title,
    committeeId,
    scaleId,
    layout,
    linkOfficers: linesOf(linkOfficers),
    actionPlanAgreed: actionPlanAgreed || null,
    planVersion: planVersion || null,
    planDate: planDate || null,
    themes: now?.themes ?? [],
    status: now?.status ?? null,
  }
}

export function reviewNow(review: ReviewRecord): FilledForm {
  const { title, committee, scaleId, layout, linkOfficers, actionPlanAgreed, planVersion, planDate } = review
  return filledForm({
    title,
    committeeId: committee.id,
    scaleId,
    layout,
    linkOfficers: linkOfficers.join('\n'),
    actionPlanAgreed,
    planVersion,
    planDate,
  })
}

export function ReviewFields({ form, choices, isNew }: { form: FilledForm; choices: ReviewChoices; isNew: boolean }) {
  const optionsOf = (items: { id: string; name: string }[]) => items.map(({ id, name }) => ({ value: id, text: name }))
  const layouts: readonly Layout[] = LAYOUTS.filter((layout) => layout !== 'meeting')
  return (
    <>
      <TextInput form={form} name="title" label="Title" hint="As on its report" />
      <Select form={form} name="committeeId" label="Committee" choices={optionsOf(choices.committees)} blank="Choose a committee" />
      <Select form={form} name="scaleId" label="How is progress graded?" choices={optionsOf(choices.scales)} blank="Choose a scale" />
      <Radios
        form={form}
        name="layout"
        label="What do its papers look like?"
        choices={layouts.map((layout) => ({ value: layout, text: LAYOUT_WORDS[layout] }))}
      />
      <TextArea form={form} name="linkOfficers" label="Link officers" hint="One to a line. Leave blank if there is none" rows={2} />
      <TextInput
        form={form}
        name="actionPlanAgreed"
        label="When was the action plan agreed?"
        hint="In words, for example January 2025"
        width={20}
      />
      {!isNew && <TextInput form={form} name="planVersion" label="Version of the plan" width={20} />}
      {!isNew && <TextInput form={form} name="planDate" label="Date of the plan, in words" width={20} />}
    </>
  )
}
