import { z } from 'zod'
import { optionalLongText, optionalText, text } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { readTimescale } from '../reading/timescales.ts'
import type { UpdateRecord } from '../recommendations/recommendation.ts'
import { gradeGiven } from '../reviews/review-as-reading.ts'
import type { Grade } from '../scales/scale.ts'
import { HOW_TOLD } from './answer-for-owner.ts'
import type { UpdateEntered } from './save-update.ts'

/** As much as a page of a paper can hold; what is longer belongs in an appendix. */
const LONGEST = 20_000

export const updateForm = z.object({
  version: text('This form has lost its version. Reload the page.').transform(Number).pipe(z.int().min(0)),
  evidence: optionalLongText(LONGEST),
  grade: optionalText(100),
  explanation: optionalLongText(LONGEST),
  impact: optionalLongText(LONGEST),
  newDate: optionalText(200),
  newDateReason: optionalLongText(LONGEST),
  percent: optionalText(4).refine(
    (value) => value === '' || (/^\d{1,3}%?$/.test(value) && parseInt(value, 10) <= 100),
    'Give the percentage complete as a whole number from 0 to 100.',
  ),
  rag: optionalText(60),
  then: z.enum(['stay', 'next', 'accept']).catch('stay'),
})
export type UpdateForm = z.output<typeof updateForm>

/** The same as an officer fills it in, who may write what an owner told them. */
export const officersForm = updateForm
  .extend({
    says: z.enum(['myself', 'owner']).catch('myself'),
    forWhom: optionalText(200),
    how: z.enum(HOW_TOLD).or(z.literal('')).catch(''),
  })
  .refine(({ says, forWhom }) => says === 'myself' || forWhom !== '', {
    path: ['forWhom'],
    message: 'Say who told you this, for example ‘Priya Nand, Head of Inclusion’.',
  })
export type OfficersForm = z.output<typeof officersForm>

/** What the form says, as the record keeps it: texts tidied into lines, the new date understood. */
export function enteredBy(form: UpdateForm): UpdateEntered {
  const newDate = form.newDate ? readTimescale(form.newDate) : null
  return {
    evidence: asLines(form.evidence),
    gradeCode: form.grade || null,
    explanation: asLines(form.explanation) || null,
    impact: asLines(form.impact) || null,
    revisedWords: newDate?.text ?? null,
    revisedIso: newDate?.iso ?? null,
    revisedReason: asLines(form.newDateReason) || null,
    percentComplete: form.percent === '' ? null : parseInt(form.percent, 10),
    rag: form.rag || null,
  }
}

/** `forWhom` is whom an officer would write for, if they chose to. */
export function formOf(update: UpdateRecord, grades: readonly Grade[], forWhom = ''): FilledForm {
  return filledForm({
    says: 'myself',
    forWhom,
    version: update.version,
    evidence: update.evidence,
    grade: gradeGiven(grades, update)?.code,
    explanation: update.explanation,
    impact: update.impact,
    newDate: update.revisedWords,
    newDateReason: update.revisedReason,
    percent: update.percentComplete,
    rag: update.rag,
  })
}

/** Text as a paper can hold it: paragraphs are lines, list items begin `- ` (two spaces more a level), whatever mark was typed. */
export function asLines(words: string): string {
  return words
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const item = /^(\s*)[-*•▪●○◦–]\s+(.*)$/.exec(line)
      return item ? `${(item[1] ?? '').length >= 2 ? '  ' : ''}- ${item[2]}` : line.trim()
    })
    .join('\n')
}
