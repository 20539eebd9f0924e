import { inWords } from '../platform/core/calendar-date.ts'
import type { PaperBlock, PaperTable } from '../platform/documents/paper-document.ts'
import { heading } from '../platform/documents/paper-document.ts'
import type { ReadReview } from '../reading/reading.ts'
import { MEANINGS } from '../scales/scale.ts'
import type { Appendix } from './appendices.ts'
import { cell, distinct, headerRow } from './paper-words.ts'
import { roundsOf, updatesIn } from './review-rounds.ts'

/** How many assessments of the latest round stand at each grade, a row a review, a table for each scale; nothing where nothing was ever asked. */
export function gradeSummary(reviews: readonly ReadReview[], appendices: readonly Appendix[] = []): PaperBlock[] {
  const counted = reviews.filter((review) => roundsOf(review).length > 0)
  if (counted.length === 0) return []
  const byScale = Map.groupBy(counted, ({ scale }) => scale.grades.map(({ label }) => label).join('\n'))
  return [heading(2, 'Summary'), ...byScale.values().map((alike) => summaryTable(alike, appendices))]
}

function summaryTable(reviews: readonly ReadReview[], appendices: readonly Appendix[]): PaperTable {
  const columns = gradesIn(reviews)
  const appendixOf = ({ title }: ReadReview) => appendices.find((one) => one.title === title)?.label
  return {
    kind: 'table',
    title: `Assessments in the latest round, by review and grade: ${columns.join(', ')}`,
    widths: [34, ...columns.map(() => 12), 12, 12],
    header: [headerRow(['Review and round', ...columns, 'Not graded', 'All'])],
    rows: reviews.map((review) => rowOf(review, columns, appendixOf(review))),
  }
}

function gradesIn(reviews: readonly ReadReview[]): string[] {
  const inOrder = reviews.flatMap((review) =>
    MEANINGS.flatMap((meaning) => review.scale.grades.filter((grade) => grade.meaning === meaning)),
  )
  const used = reviews.flatMap((review) => latestGrades(review).filter((words) => words !== null))
  const named = inOrder.map((grade) => grade.label)
  return distinct([...named, ...used])
}

function rowOf(review: ReadReview, columns: readonly string[], appendix: string | undefined): PaperTable['rows'][number] {
  const grades = latestGrades(review)
  const latest = roundsOf(review).at(-1)
  const round = [latest?.label, latest?.presentedOn && inWords(latest.presentedOn)].filter(Boolean).join(', ')
  const counts = [
    ...columns.map((words) => grades.filter((grade) => grade === words).length),
    grades.filter((grade) => grade === null).length,
  ]
  return {
    cells: [
      cell([review.title, round, appendix].filter(Boolean).join('\n'), { rowHeader: true }),
      ...[...counts, grades.length].map((count) => cell(String(count))),
    ],
  }
}

/** The grades of the latest round in the scale's own labels, null where there is none. */
function latestGrades(review: ReadReview): (string | null)[] {
  const latest = roundsOf(review).at(-1)
  if (!latest) return []
  const updates = review.recommendations.flatMap((recommendation) => updatesIn(latest, recommendation))
  return updates.map(({ grade }) => {
    if (grade === null) return null
    return review.scale.grades.find((one) => one.meaning === grade)?.label ?? grade.replaceAll('_', ' ')
  })
}
