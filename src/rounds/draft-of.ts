import type { UpdateRecord } from '../recommendations/recommendation.ts'
import { gradeInWords } from '../reviews/review-as-reading.ts'
import type { Grade } from '../scales/scale.ts'
import type { UpdateEntered } from './save-update.ts'

/** What is being typed, as the update that it would become if it were saved now. */
export function draftOf(entered: UpdateEntered, grades: readonly Grade[]): Partial<UpdateRecord> {
  const grade = grades.find((one) => one.code === entered.gradeCode)
  return {
    version: 1,
    evidence: entered.evidence,
    gradeCode: grade?.code ?? null,
    meaning: grade?.meaning ?? null,
    gradeFoundIn: null,
    assessmentText: assessmentOf(grade, entered.explanation),
    explanation: entered.explanation ?? null,
    impact: entered.impact ?? null,
    revisedWords: entered.revisedWords ?? null,
    revisedIso: entered.revisedIso ?? null,
    revisedReason: entered.revisedReason ?? null,
    percentComplete: entered.percentComplete ?? null,
    rag: entered.rag ?? null,
    source: 'officer',
  }
}

/** The assessment as a paper prints it: the grade in the scale's words, then the explanation. */
export function assessmentOf(grade: Grade | undefined, explanation: string | null | undefined): string | null {
  if (!grade) return explanation || null
  return explanation ? `${gradeInWords(grade)} - ${explanation}` : gradeInWords(grade)
}
