import { gradeInWords } from '../reviews/review-as-reading.ts'
import type { RoundLine } from '../rounds/round-lines.ts'
import { draftOf } from '../rounds/draft-of.ts'
import { asLines, formOf } from '../rounds/update.form.ts'
import { BOXES, type Box } from '../travelling-forms/travelling-form.ts'
import { understandAnswers, type Answers } from '../travelling-forms/understand-answers.ts'
import { typedFrom, type AnswerField, type AnswerTyped } from './answer.ts'

/** The boxes of a form in Word as what is typed on the page fills them, so that writing goes on where it was left. */
export function boxesOfTyped(typed: AnswerTyped, line: RoundLine): Partial<Record<Box, string>> {
  if (typed.answer === 'same')
    return filled([
      ['noChange', typed.because],
      ['grade', gradeOf(typed.sameGrade, line)],
      ['newDate', typed.sameDate],
    ])
  const told = TOLD.map((box): [Box, string] => [box, box === 'grade' ? gradeOf(typed.grade, line) : asLines(typed[box])])
  return filled(told)
}

const TOLD = ['evidence', 'grade', 'explanation', 'impact', 'percent', 'newDate', 'newDateReason'] as const

function filled(boxes: [Box, string][]): Partial<Record<Box, string>> {
  return Object.fromEntries(boxes.filter(([, words]) => words !== ''))
}

function gradeOf(code: string, { review }: RoundLine): string {
  const grade = review.scale.grades.find((one) => one.code === code)
  return grade ? gradeInWords(grade) : ''
}

export interface TypedFromForm {
  typed: AnswerTyped
  /** What was understood and how, for whoever sent it. */
  notes: string[]
  /** What could not be understood, so that it is in no box of the page. */
  faults: string[]
}

/**
 * What came back in the boxes of a line, put over what is typed on the page already: a box that came as it was sent leaves what is there. What cannot be
 * understood is told and left out; every text goes in as it came.
 */
export function typedFromForm(answers: Answers, line: RoundLine, before: AnswerTyped): TypedFromForm {
  const { update, review } = line
  const faults: string[] = []
  const usable = { ...answers }
  for (const box of ['grade', 'percent'] as const) {
    if (answers[box] === undefined) continue
    const own = understandAnswers({ [box]: answers[box] }, review.scale, update).faults
    if (own.length > 0) delete usable[box]
    // In other words than an officer's: whoever wrote it can say what is meant.
    faults.push(...(box === 'grade' && own.length > 0 ? [`“${answers.grade}” is none of the grades that can be given.`] : own))
  }
  if (saysNoChangeAlone(usable)) return { typed: { ...before, ...noChange(usable, line) }, notes: [], faults }
  const { entered, notes } = understandAnswers(usable, review.scale, update)
  const typed = { ...before, ...(line.last !== null && { answer: 'report' }) }
  if (!entered) return { typed: { ...typed, ...asCame(usable) }, notes, faults }
  const [said, stands] = [{ ...update, ...draftOf(entered, review.scale.grades) }, update].map(
    (one) => formOf(one, review.scale.grades).values as Partial<AnswerTyped>,
  )
  const changed = TOLD.filter(
    (field) => usable[field] !== undefined || said![field] !== stands![field] || (field === 'evidence' && usable.noChange),
  )
  return { typed: { ...typed, ...Object.fromEntries(changed.map((field) => [field, said![field] ?? ''])) }, notes, faults }
}

/** Nothing but why nothing has changed, perhaps with another date. */
function saysNoChangeAlone(answers: Answers): boolean {
  const told = (['evidence', 'explanation', 'impact', 'percent', 'newDateReason'] as const).some(
    (box) => (answers[box] ?? '').trim() !== '',
  )
  return (answers.noChange ?? '').trim() !== '' && !told
}

function noChange(answers: Answers, line: RoundLine): Partial<AnswerTyped> {
  const { grade, newDate, noChange: because = '' } = answers
  const { entered } = understandAnswers({ ...(grade !== undefined && { grade }) }, line.review.scale, line.update)
  return {
    answer: 'same',
    because: asLines(because),
    ...(grade !== undefined && { sameGrade: entered?.gradeCode ?? '' }),
    ...(newDate !== undefined && { sameDate: asLines(newDate).replaceAll('\n', ' ') }),
  }
}

/** Texts that the record would not take as they are: too long for their box, say. The page tells what is wrong with them. */
function asCame(answers: Answers): Partial<AnswerTyped> {
  const texts = BOXES.filter((box) => box !== 'grade' && box !== 'noChange' && answers[box] !== undefined)
  return Object.fromEntries(texts.map((box) => [box as AnswerField, asLines(answers[box]!)]))
}

/** What the page's boxes hold before a form comes: the newest draft, else what stands on the record. */
export function typedBefore(line: RoundLine, draft: { typed: AnswerTyped } | undefined): AnswerTyped {
  return draft?.typed ?? typedFrom(line.update, line)
}
