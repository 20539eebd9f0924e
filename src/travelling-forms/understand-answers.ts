import { closingGrade, gradeOf, misplacedGrade, type GradeFound } from '../reading/grades.ts'
import type { UpdateRecord } from '../recommendations/recommendation.ts'
import { gradeInWords } from '../reviews/review-as-reading.ts'
import type { UpdateEntered } from '../rounds/save-update.ts'
import { asLines, enteredBy, formOf, updateForm } from '../rounds/update.form.ts'
import { percentsOf, type Grade } from '../scales/scale.ts'
import { BOX_WORDS, scaleAsRead, type Box, type FormScale } from './travelling-form.ts'

/** What came back in the boxes of a line; a box whose row did not come back, or came as it was sent, is absent. */
export type Answers = Partial<Record<Box, string>>

export interface Understood {
  /** What the line would say if it were taken; null where there is a fault. */
  entered: UpdateEntered | null
  /** What an officer should know of how the answers were read. */
  notes: string[]
  /** Why the line cannot be taken as it is; the words themselves are in the answers. */
  faults: string[]
}

/**
 * The answers to a line as the update that they make, over what the record says now: a box that is absent leaves what is there.
 * A grade is known however it was typed, in its own box or at the edge of the evidence; what cannot be understood is a fault, never a guess.
 */
export function understandAnswers(answers: Answers, scale: FormScale, now: UpdateRecord): Understood {
  const notes: string[] = []
  const faults: string[] = []
  const stands = formOf(now, scale.grades).values as Record<string, string>
  const said = (box: Exclude<Box, 'noChange'>) => (answers[box] === undefined ? (stands[box] ?? '') : asLines(answers[box]))
  const graded = answers.grade === undefined && stands.grade ? {} : gradeSaid(answers, scale, notes, faults)
  const values = {
    ...stands,
    evidence: withNoChange(graded.evidence ?? said('evidence'), answers.noChange),
    grade: graded.code ?? (answers.grade === undefined ? (stands.grade ?? '') : ''),
    explanation: [said('explanation'), graded.rest].filter(Boolean).join('\n'),
    impact: said('impact'),
    percent: answers.percent === undefined ? (stands.percent ?? '') : percentSaid(answers.percent, scale, faults),
    newDate: said('newDate').replaceAll('\n', ' '),
    newDateReason: said('newDateReason'),
  }
  const form = updateForm.safeParse(values)
  if (!form.success) faults.push(...form.error.issues.map(({ path, message }) => `${labelOf(String(path[0]))}: ${message}`))
  if (!form.success || faults.length > 0) return { entered: null, notes, faults }
  const entered = enteredBy(form.data)
  if (entered.revisedWords && !entered.revisedIso) notes.push('Heed reads no day or month in the new date: it will never fall due.')
  return { entered, notes, faults }
}

/** How evidence begins by which an owner says that nothing changed. */
export const NO_CHANGE = 'No change since last time, because: '

/** Words for nothing to report become evidence that says so: the referee, and members, see them. The owner's pages make them of the same words. */
export function withNoChange(evidence: string, because: string | undefined): string {
  const reason = asLines(because ?? '')
  return reason === '' ? evidence : [evidence, `${NO_CHANGE}${reason}`].filter(Boolean).join('\n')
}

interface GradeSaid {
  code?: string
  /** What followed the grade in its box. */
  rest?: string
  /** The evidence without the grade that stood in it. */
  evidence?: string
}

function gradeSaid(answers: Answers, scale: FormScale, notes: string[], faults: string[]): GradeSaid {
  const words = (answers.grade ?? '').trim()
  if (answers.grade !== undefined && words !== '') return gradeInItsBox(words, scale, notes, faults)
  if (answers.evidence === undefined || scale.grades.length === 0) return {}
  const evidence = asLines(answers.evidence)
  const asRead = scaleAsRead(scale)
  const found = misplacedGrade(evidence, asRead) ?? closingGrade(evidence, asRead)
  const grade = found && gradeFound(scale.grades, found)
  if (!found || !grade) return {}
  notes.push(`The grade stood in the evidence and was taken from there: ${gradeInWords(grade)}.`)
  return { code: grade.code, evidence: found.rest }
}

function gradeInItsBox(words: string, scale: FormScale, notes: string[], faults: string[]): GradeSaid {
  const { grades } = scale
  const exact = grades.find((grade) => [gradeInWords(grade), grade.label, grade.code].some((one) => same(one, words)))
  if (exact) return { code: exact.code }
  const found = gradeOf(words, scaleAsRead(scale))
  const grade = gradeFound(grades, found)
  if (!grade) {
    faults.push(`“${words}” is none of the grades of this scale. Enter the line by hand, or ask which grade is meant.`)
    return {}
  }
  notes.push(`“${words}” was read as the grade ${gradeInWords(grade)}.`)
  return { code: grade.code, ...(found.rest && { rest: asLines(found.rest) }) }
}

/** By its own words; by what they commonly mean only where the scale has one grade of that meaning. */
function gradeFound(grades: readonly Grade[], found: GradeFound): Grade | undefined {
  const named = grades.find(({ label }) => found.label !== undefined && same(label, found.label))
  const meant = grades.filter(({ meaning }) => meaning !== null && meaning === found.grade)
  return named ?? (meant.length === 1 && found.doubt === undefined ? meant[0] : undefined)
}

function percentSaid(words: string, scale: FormScale, faults: string[]): string {
  const text = words.trim()
  if (text === '') return ''
  const percent = /^(?:about |approx\.? |c\.? )?(\d{1,3})\s*(?:%|per ?cent)?\.?$/i.exec(text)?.[1]
  const { percentSteps } = scale
  const fits = percent !== undefined && Number(percent) <= 100 && (!percentSteps || percentsOf(percentSteps).includes(Number(percent)))
  if (fits) return percent
  faults.push(`“${text}” is not ${percentSteps ? `one of ${percentsOf(percentSteps).join(', ')}` : 'a whole number from 0 to 100'}.`)
  return ''
}

function labelOf(field: string): string {
  return field in BOX_WORDS ? BOX_WORDS[field as Box].label : 'The line'
}

/** Alike but for letters, dashes, quotation marks and spaces. */
export function same(one: string, other: string): boolean {
  return folded(one) === folded(other)
}

/** Words by which two texts are compared: letters small, dashes, quotation marks and spaces plain. */
export function folded(words: string): string {
  return words
    .normalize('NFKC')
    .replaceAll(/[‘’‛`]/g, "'")
    .replaceAll(/[“”„]/g, '"')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}
