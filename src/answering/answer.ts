import { optionalText } from '../platform/web/fields.ts'
import type { Fault } from '../platform/web/form.ts'
import type { UpdateRecord } from '../recommendations/recommendation.ts'
import { gradeGiven } from '../reviews/review-as-reading.ts'
import type { RoundLine } from '../rounds/round-lines.ts'
import type { UpdateEntered } from '../rounds/save-update.ts'
import { enteredBy, formOf, updateForm } from '../rounds/update.form.ts'
import { NO_CHANGE, withNoChange } from '../travelling-forms/understand-answers.ts'
import { percentsOf } from '../scales/scale.ts'

/** What an owner tells of a line where something was done, as the officer's form has it. */
const TOLD = ['evidence', 'grade', 'explanation', 'impact', 'percent', 'newDate', 'newDateReason'] as const
/** What they say where nothing changed: why, and only where it is needed a date and another grade. */
const SAME = ['because', 'sameDate', 'sameGrade'] as const
export const ANSWER_FIELDS = ['answer', ...SAME, ...TOLD] as const
export type AnswerField = (typeof ANSWER_FIELDS)[number]

/** One line's form as it was typed. */
export type AnswerTyped = Record<AnswerField, string>

/** The fields of a draft: anything may be kept, however wrong; only a flood is refused. */
export const answerFields = Object.fromEntries(ANSWER_FIELDS.map((field) => [field, optionalText(100_000)])) as Record<
  AnswerField,
  ReturnType<typeof optionalText>
>

/** What a form comes to: nothing yet, something to mend, or an answer that can be given. */
export type Answer =
  | { state: 'blank' }
  | { state: 'faulty'; faults: Fault[] }
  | { state: 'ready'; entered: UpdateEntered; noChange: boolean }

/** Of a line, what is needed to understand its form. */
export type LineAnswered = Pick<RoundLine, 'review' | 'last'>

/**
 * What a line's form says. Where no choice was made, what was written makes it; where both were, the choice counts and what was written under the other
 * is no part of the answer. Faults name the fields of the line.
 */
export function understandAnswer(typed: AnswerTyped, line: LineAnswered): Answer {
  const choice = choiceOf(typed, line)
  if (choice === 'both')
    return faulty('answer', 'Choose whether there is something to report or nothing has changed: you have written under both.')
  if (choice === 'same') return answerOfNoChange(typed, line)
  return isBlank(typed, TOLD) ? { state: 'blank' } : answerOfReport(typed, line)
}

function choiceOf(typed: AnswerTyped, { last }: LineAnswered): 'report' | 'same' | 'both' {
  if (last === null || typed.answer === 'report') return 'report'
  if (typed.answer === 'same') return 'same'
  const [told, same] = [!isBlank(typed, TOLD), !isBlank(typed, SAME)]
  if (told && same) return 'both'
  return same ? 'same' : 'report'
}

/** What stands under the choice that was not made: shown before sending, because it is not sent. */
export function writtenBeside(typed: AnswerTyped, line: LineAnswered): string[] {
  const choice = choiceOf(typed, line)
  const beside = choice === 'same' ? (['evidence', 'explanation', 'impact', 'newDateReason'] as const) : (['because'] as const)
  return choice === 'both' ? [] : beside.map((field) => typed[field]).filter(Boolean)
}

function isBlank(typed: AnswerTyped, fields: readonly AnswerField[]): boolean {
  return fields.every((field) => typed[field].trim() === '')
}

function answerOfReport(typed: AnswerTyped, line: LineAnswered): Answer {
  const read = updateForm.safeParse({ version: '0', ...typed })
  if (!read.success) return { state: 'faulty', faults: read.error.issues.map(({ path, message }) => faultAt(String(path[0]), message)) }
  const { grades, percentSteps } = line.review.scale
  const entered = enteredBy(read.data)
  if (entered.gradeCode && !grades.some(({ code }) => code === entered.gradeCode)) return faulty('grade', 'Choose one of the grades.')
  const percent = entered.percentComplete ?? null
  if (percent !== null && percentSteps && !percentsOf(percentSteps).includes(percent))
    return faulty('percent', `Give the percentage complete as one of ${percentsOf(percentSteps).join(', ')}.`)
  return { state: 'ready', entered, noChange: false }
}

function faultAt(field: string, message: string): Fault {
  return { field, message: field === 'percent' ? 'Give the percentage complete as a whole number from 0 to 100.' : message }
}

/** Last time's grade and percentage go on; the reason given is that of a new date, too. */
function answerOfNoChange(typed: AnswerTyped, line: LineAnswered): Answer {
  if (typed.because.trim() === '') return faulty('because', 'Say why nothing has changed. A sentence is enough.')
  const { grades } = line.review.scale
  const lastGrade = line.last ? gradeGiven(grades, line.last)?.code : undefined
  const read = updateForm.safeParse({
    version: '0',
    evidence: withNoChange('', typed.because),
    grade: typed.sameGrade || lastGrade || '',
    newDate: typed.sameDate,
    newDateReason: typed.sameDate ? typed.because : '',
    percent: line.last?.percentComplete === null ? '' : String(line.last?.percentComplete ?? ''),
    rag: line.last?.rag ?? '',
  })
  if (!read.success) return faulty(read.error.issues[0]?.path[0] === 'newDate' ? 'sameDate' : 'because', read.error.issues[0]!.message)
  const entered = enteredBy(read.data)
  if (entered.gradeCode && !grades.some(({ code }) => code === entered.gradeCode)) return faulty('sameGrade', 'Choose one of the grades.')
  return { state: 'ready', entered, noChange: true }
}

function faulty(field: AnswerField, message: string): Answer {
  return { state: 'faulty', faults: [{ field, message }] }
}

export const NOTHING_TYPED = Object.fromEntries(ANSWER_FIELDS.map((field) => [field, ''])) as AnswerTyped

/** The form of a line as what stands on the record fills it: "no change" comes back as it was given. */
export function typedFrom(update: UpdateRecord, { review, last }: LineAnswered): AnswerTyped {
  if (update.version === 0) return NOTHING_TYPED
  const values = { ...NOTHING_TYPED, ...(formOf(update, review.scale.grades).values as Partial<AnswerTyped>) }
  const told = Object.fromEntries(TOLD.map((field) => [field, values[field]]))
  if (last === null || !saysNoChange(update)) return { ...NOTHING_TYPED, ...told, answer: last === null ? '' : 'report' }
  const because = update.evidence.slice(NO_CHANGE.length)
  return { ...NOTHING_TYPED, answer: 'same', because, sameDate: values.newDate, sameGrade: values.grade }
}

function saysNoChange({ evidence, explanation, impact }: UpdateRecord): boolean {
  return evidence.startsWith(NO_CHANGE) && !explanation && !impact
}

/** A draft as it was kept, whatever it holds. */
export function typedOf(said: unknown): AnswerTyped {
  const kept = typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {}
  return Object.fromEntries(ANSWER_FIELDS.map((field) => [field, typeof kept[field] === 'string' ? kept[field] : ''])) as AnswerTyped
}

export function sameTyped(one: AnswerTyped, other: AnswerTyped): boolean {
  return ANSWER_FIELDS.every((field) => one[field].trim() === other[field].trim())
}
