import { z } from 'zod'
import type { FieldTwice } from '../platform/web/both-texts.tsx'
import { longText, optionalLongText, optionalText, text } from '../platform/web/fields.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { filledForm } from '../platform/web/form.ts'
import { TextArea, TextInput } from '../platform/web/form-fields.tsx'
import type { Wording } from './insert-recommendation.ts'
import type { RecommendationRecord } from './recommendation.ts'

/** The lines that were typed, without blank ones: owners, measures, references. */
export function linesOf(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

export const version = () => z.coerce.number().int().min(0)

const particulars = {
  theme: optionalText(),
  successMeasure: optionalLongText(),
  whyImportant: optionalLongText(),
  whatGoodLooksLike: optionalLongText(),
  paragraphRefs: optionalLongText(),
  crossRefs: optionalLongText(),
  externalRefs: optionalLongText(),
}

export const wordingForm = z.object({
  version: version(),
  ref: optionalText(40),
  text: optionalLongText(),
  ...particulars,
  reason: text('Enter why the wording is corrected, for example “Misprint in the plan”'),
})

export const additionForm = z.object({
  ref: text('Enter the reference, for example 7a', 40),
  text: longText('Enter the wording of the recommendation'),
  ...particulars,
  owners: optionalLongText(),
  timescale: optionalText(),
})

type Typed = { ref: string; text: string } & { [name in keyof typeof particulars]: string }

export function wordingTyped(typed: Typed): Wording {
  const { ref, text: words, theme, successMeasure, whyImportant, whatGoodLooksLike } = typed
  return {
    ref,
    text: words,
    theme: theme || null,
    successMeasure: successMeasure || null,
    whyImportant: whyImportant || null,
    whatGoodLooksLike: whatGoodLooksLike || null,
    paragraphRefs: linesOf(typed.paragraphRefs),
    crossRefs: linesOf(typed.crossRefs),
    externalRefs: linesOf(typed.externalRefs),
  }
}

/** The form as it opens on what stands now. */
export function wordingNow(recommendation: RecommendationRecord): FilledForm {
  const { ref, text: words, theme, successMeasure, whyImportant, whatGoodLooksLike } = recommendation
  const [paragraphRefs, crossRefs, externalRefs] = [
    recommendation.paragraphRefs,
    recommendation.crossRefs,
    recommendation.externalRefs,
  ].map((refs) => refs.join('\n'))
  return filledForm({ ref, text: words, theme, successMeasure, whyImportant, whatGoodLooksLike, paragraphRefs, crossRefs, externalRefs })
}

const LABELS: [string, string][] = [
  ['ref', 'Reference'],
  ['text', 'Wording'],
  ['theme', 'Theme'],
  ['successMeasure', 'How we will know'],
  ['whyImportant', 'Why it matters'],
  ['whatGoodLooksLike', 'What good looks like'],
  ['paragraphRefs', 'Paragraphs of the report'],
  ['crossRefs', 'See also'],
  ['externalRefs', 'Refers to'],
]

/** What stands now and what was typed, field by field. */
export function bothOf(now: FilledForm, typed: FilledForm, labels: readonly (readonly [string, string])[] = LABELS): FieldTwice[] {
  const words = (form: FilledForm, name: string) => [form.values[name] ?? ''].flat().join('\n').replaceAll('\r\n', '\n')
  return labels.map(([name, label]) => ({ label, theirs: words(now, name), mine: words(typed, name) }))
}

export function WordingFields({ form }: { form: FilledForm }) {
  return (
    <>
      <TextInput form={form} name="ref" label="Reference" hint="As printed, for example 7a" width={5} />
      <TextArea form={form} name="text" label="Wording" hint="As the committee agreed it. Begin the items of a list with - " rows={6} />
      <TextArea
        form={form}
        name="successMeasure"
        label="How we will know"
        hint="What will show that it was done and made a difference"
        rows={3}
      />
      <TextInput form={form} name="theme" label="Theme" hint="If the report groups its recommendations" />
    </>
  )
}

export function ReferenceFields({ form }: { form: FilledForm }) {
  return (
    <>
      <TextArea form={form} name="whyImportant" label="Why it matters" rows={2} />
      <TextArea form={form} name="whatGoodLooksLike" label="What good looks like" rows={2} />
      <TextArea form={form} name="paragraphRefs" label="Paragraphs of the report" hint="One to a line" rows={2} />
      <TextArea
        form={form}
        name="crossRefs"
        label="See also"
        hint="References of other recommendations of this review, one to a line"
        rows={2}
      />
      <TextArea form={form} name="externalRefs" label="Refers to" hint="Recommendations and papers elsewhere, one to a line" rows={2} />
    </>
  )
}
