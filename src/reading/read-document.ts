import type { SourceDocument, SourceParagraph, SourceTable } from '../platform/documents/source-document.ts'
import type { ColumnHint } from './columns.ts'
import { readColumns } from './columns.ts'
import { logicalTables } from './logical-tables.ts'
import type { LogicalTable } from './logical-tables.ts'
import { readParticulars, titleAbove, titleOf } from './read-particulars.ts'
import { looksLikeScale, readScales, scaleInUse } from './read-scale.ts'
import type { ScaleFound } from './read-scale.ts'
import { readRowTable } from './read-row-table.ts'
import type { ReadingContext } from './reading-context.ts'
import type { ReadRecommendation, ReadReview, ReadScale, Reading } from './reading.ts'
import { roundsOf } from './rounds.ts'
import { recordRows } from './row-records.ts'
import { keepTheRest } from './keep-the-rest.ts'

/** An officer's corrections of how a document is read, by the number of the table. */
export interface ReadingHints {
  tables?: Record<number, ColumnHint>
}

/**
 * Reads a document: what kind each of its tables is, and what they say. The same document gives the same reading. Never refuses: what it does
 * not understand is in `unplaced` with why, and what it is not sure of in `doubts`.
 */
export function readDocument(source: SourceDocument, options: { hints?: ReadingHints } = {}): Reading {
  const particulars = readParticulars(source)
  const context: ReadingContext = { document: source, unplaced: [], doubts: [] }
  if (particulars.document_date !== undefined) context.documentDate = particulars.document_date
  const scales = readScales(source)
  const reviews = reviewsOfRows(source, scales, context, options.hints)
  const reading: Reading = {
    format: 'heed.reading/1',
    source:
      source.pages === undefined ? { name: source.name, kind: source.kind } : { name: source.name, kind: source.kind, pages: source.pages },
    ...particulars,
    reviews: [...reviews, ...announced(source, reviews, scales)],
    meetings: [],
    unplaced: context.unplaced,
    doubts: context.doubts,
  }
  reading.unplaced.push(...keepTheRest(source, reading, scales))
  return reading
}

function reviewsOfRows(source: SourceDocument, scales: readonly ScaleFound[], context: ReadingContext, hints?: ReadingHints): ReadReview[] {
  const reviews: ReadReview[] = []
  for (const table of logicalTables(source)) {
    const first = table.tables[0]
    if (!first || table.tables.some((one) => scales.some((found) => found.table === one.number) || looksLikeScale(one))) continue
    const review = reviewOfRows(source, table, first, scales, context, hints)
    if (!review) continue
    const last = reviews.at(-1)
    if (last && carriesOn(last, review)) addTo(last, review)
    else reviews.push(review)
  }
  return reviews
}

function reviewOfRows(
  source: SourceDocument,
  table: LogicalTable,
  first: SourceTable,
  scales: readonly ScaleFound[],
  context: ReadingContext,
  hints?: ReadingHints,
): ReadReview | null {
  const columns = readColumns(table.rows, hints?.tables?.[first.number])
  if (!columns) return null
  const { records, unplaced } = recordRows(table.rows, columns.columns, columns.headingRows)
  if (records.length === 0) return null
  context.unplaced.push(...unplaced)
  const scale = scaleFor(first.number, scales)
  const rounds = roundsOf(columns.columns, context.documentDate)
  const reading = { doubts: context.doubts, unplaced: context.unplaced, ...(scale ? { scale } : {}) }
  const recommendations = readRowTable({ records, columns: columns.columns, rounds, context: reading })
  const heading = rounds.find((round) => round.grade)?.grade?.heading ?? ''
  return {
    title: titleFor(source, first),
    layout: rounds.length > 0 ? 'progress-table' : 'action-plan',
    scale: scale ?? inUse(heading, recommendations),
    recommendations,
    place: { table: first.number },
  }
}

function titleFor(source: SourceDocument, table: SourceTable): string {
  const above = titleAbove(source.blocks, source.blocks.indexOf(table))
  if (above !== '') return above
  return source.pageHeaders.map(titleOf).find((title) => title !== '') ?? ''
}

/** The scale that stands nearest before the table, else the first after it. */
function scaleFor(table: number, scales: readonly ScaleFound[]): ReadScale | undefined {
  return (scales.findLast((found) => found.table === undefined || found.table < table) ?? scales[0])?.scale
}

function inUse(name: string, recommendations: readonly ReadRecommendation[]): ReadScale {
  const words = recommendations.flatMap((one) => one.updates.flatMap((update) => (update.assessment_text ? [update.assessment_text] : [])))
  return words.length === 0 ? { name: '', grades: [] } : scaleInUse(name, words)
}

/** A table under another heading is the same review where its references run on and its layout is the same; one that begins again at the first is another. */
function carriesOn(last: ReadReview, next: ReadReview): boolean {
  if (last.layout !== next.layout) return false
  const known = new Set(last.recommendations.map((one) => one.ref))
  const clash = next.recommendations.some((one) => one.ref !== '' && known.has(one.ref))
  if (clash) return false
  return next.title === '' || next.title === last.title || (next.recommendations[0]?.ref ?? '') !== ''
}

function addTo(last: ReadReview, next: ReadReview): void {
  for (const one of next.recommendations) if (next.title !== '' && next.title !== last.title) one.theme ??= next.title
  last.recommendations.push(...next.recommendations)
}

/** A review that a heading announces and nothing follows: `… – update (to follow)`. */
function announced(source: SourceDocument, reviews: readonly ReadReview[], scales: readonly ScaleFound[]): ReadReview[] {
  if (reviews.length === 0) return []
  return source.blocks
    .filter(
      (block): block is SourceParagraph =>
        block.kind === 'paragraph' && (block.heading !== undefined || block.bold === true) && /\bto follow\b/i.test(block.text),
    )
    .map((block) => ({
      title: titleOf(block.text.replace(/\s*\(?to follow\)?/i, '')),
      layout: reviews[0]?.layout ?? 'progress-table',
      status: /[–-]\s*([^–-]*to follow\)?)/i.exec(block.text)?.[1]?.trim() ?? 'to follow',
      scale: scales[0]?.scale ?? { name: '', grades: [] },
      recommendations: [],
    }))
}
