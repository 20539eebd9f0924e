import type { SourceDocument } from '../platform/documents/source-document.ts'
import type { HintedTable } from './cut-tables.ts'
import { titleOf } from './read-particulars.ts'
import { readRowTable } from './read-row-table.ts'
import { scaleInUse } from './read-scale.ts'
import type { ReadingContext } from './reading-context.ts'
import type { ReadRecommendation, ReadReview, ReadScale } from './reading.ts'
import { titleFor } from './review-titles.ts'
import { reviewsInRows } from './reviews-in-rows.ts'
import { roundsOf } from './rounds.ts'
import { recordRows } from './row-records.ts'
import { rowsWithColumns } from './rows-with-columns.ts'
import type { ScaleOf } from './scale-of-table.ts'

/**
 * The reviews that a table in rows follows, none where it holds no recommendations; what it could not place and doubts goes to the context.
 */
export function readRowReviews(source: SourceDocument, table: HintedTable, scaleOf: ScaleOf, context: ReadingContext): ReadReview[] {
  const [first] = table.tables
  const rowed = rowsWithColumns(source, table)
  if (!first || !rowed) return []
  const { rows, introduction, columns } = rowed
  const uncut = source.kind === 'xlsx' || source.kind === 'csv'
  const { records, unplaced, doubts, title } = recordRows(rows, columns.columns, columns.headingRows, introduction, uncut)
  if (records.length === 0) return []
  context.unplaced.push(...unplaced)
  context.doubts.push(...doubts)
  const scale = scaleOf(first)
  const rounds = roundsOf(columns.columns, context.documentDate)
  const reading = { doubts: context.doubts, unplaced: context.unplaced, ...(scale ? { scale } : {}) }
  const heading = rounds.find((round) => round.grade)?.grade?.heading ?? ''
  const above =
    titleOf(title ?? '') ||
    titleFor(
      source,
      introduction?.place.paragraph === undefined ? source.blocks.indexOf(first) : introduction.place.paragraph - 1,
      first.sheet,
    )
  return reviewsInRows(records, columns.columns, uncut).map((part) => {
    const recommendations = readRowTable({
      records: part.records,
      columns: columns.columns.filter((column) => column !== part.column),
      rounds,
      context: reading,
      introduced: !columns.columns.some((column) => column.field === 'text'),
    })
    return {
      title: part.title ?? above,
      layout: rounds.length > 0 ? 'progress-table' : 'action-plan',
      scale: scale ? named(scale, heading) : inUse(heading, recommendations),
      recommendations,
      place: { table: first.number },
    }
  })
}

/** A key introduced by a sentence is called as the column that uses it. */
function named(scale: ReadScale, heading: string): ReadScale {
  return scale.name.length > 60 && heading !== '' ? { ...scale, name: heading } : scale
}

function inUse(name: string, recommendations: readonly ReadRecommendation[]): ReadScale {
  const words = recommendations.flatMap((one) => one.updates.flatMap((update) => (update.assessment_text ? [update.assessment_text] : [])))
  return words.length === 0 ? { name: '', grades: [] } : scaleInUse(name, words)
}
