import type { FileHints, SourceDocument, SourceParagraph } from '../platform/documents/source-document.ts'
import type { ColumnHint } from './column-hint.ts'
import { doubtCourtesies } from './courtesies.ts'
import { takeReview } from './joined-reviews.ts'
import { lettersApart } from './letters-apart.ts'
import { keepTheRest } from './keep-the-rest.ts'
import { readListedRecommendations } from './read-listed-recommendations.ts'
import { readMeetings, tablesOfMeetings } from './read-meeting.ts'
import { dayOfMeeting, readParticulars, titleOf } from './read-particulars.ts'
import { readRowReviews } from './read-row-reviews.ts'
import { readScales } from './read-scale.ts'
import type { ScaleFound } from './read-scale.ts'
import { looksLikeWrittenForms, readWrittenForms } from './read-written-forms.ts'
import type { ReadingContext } from './reading-context.ts'
import type { ReadReview, Reading, Unplaced } from './reading.ts'
import { withoutRepeats } from './repeated-recommendations.ts'
import { titleFor } from './review-titles.ts'
import { scalesByTable } from './scale-of-table.ts'
import { withStackedCells } from './stacked-cells.ts'
import { withoutStruck } from './struck-words.ts'
import { runsOfKind } from './table-runs.ts'

/** An officer's corrections of how a document is read, by the number of the table. */
export interface ReadingHints {
  /** What the readers of the file were told: `readDocument` itself has no use for it. */
  file?: FileHints
  tables?: Record<number, ColumnHint>
}

/**
 * Reads a document: what kind each of its tables is, and what they say. The same document gives the same reading. Never refuses: what it does
 * not understand is in `unplaced` with why, and what it is not sure of in `doubts`.
 */
export function readDocument(given: SourceDocument, options: { hints?: ReadingHints } = {}): Reading {
  const { source: whole, letters } = lettersApart(given)
  const { source, unplaced, doubts } = withoutStruck(withStackedCells(whole))
  const particulars = readParticulars(source)
  const context: ReadingContext = { document: source, unplaced: [...letters, ...unplaced], doubts }
  const day = dayOfMeeting(source)
  if (day !== undefined) context.documentDate = day
  const scales = readScales(source)
  const minuted = tablesOfMeetings(source)
  const others =
    minuted.size === 0 ? source : { ...source, blocks: source.blocks.filter((one) => one.kind !== 'table' || !minuted.has(one.number)) }
  const tabled = reviewsOf(others, scales, { ...context, document: others }, options.hints?.tables)
  const reviews =
    tabled.length > 0
      ? withoutRepeats(tabled, context)
      : withoutTables(others, scales[0] ? { ...context, scale: scales[0].scale } : context)
  const reading: Reading = {
    format: 'heed.reading/1',
    source:
      source.pages === undefined ? { name: source.name, kind: source.kind } : { name: source.name, kind: source.kind, pages: source.pages },
    ...particulars,
    reviews: [...reviews, ...announced(source, reviews, scales)],
    meetings: readMeetings(source, context),
    unplaced: context.unplaced,
    doubts: context.doubts,
  }
  reading.doubts.push(...doubtCourtesies(reading.reviews))
  const isLeftOut = ({ place }: Unplaced): boolean => place.table !== undefined && options.hints?.tables?.[place.table]?.leftOut === true
  reading.unplaced.push(...keepTheRest(source, reading, scales).filter((one) => !isLeftOut(one)))
  return reading
}

/** A document without a table of recommendations may still hold them: forms line by line, or a numbered list under its heading. */
function withoutTables(source: SourceDocument, context: ReadingContext): ReadReview[] {
  if (looksLikeWrittenForms(source.blocks)) return [readWrittenForms(context)]
  const recommendations = readListedRecommendations(source.blocks)
  const [first] = recommendations
  if (!first) return []
  const review: ReadReview = {
    title: titleFor(source, (first.place?.paragraph ?? 1) - 1),
    layout: 'action-plan',
    scale: { name: '', grades: [] },
    recommendations,
  }
  return [review]
}

function reviewsOf(
  source: SourceDocument,
  scales: readonly ScaleFound[],
  context: ReadingContext,
  hints: ReadingHints['tables'],
): ReadReview[] {
  const reviews: ReadReview[] = []
  const sheets = new Map<ReadReview, string>()
  const scaleOf = scalesByTable(source, scales)
  for (const run of runsOfKind(source, scales, hints)) {
    const first = run.tables[0]?.tables[0]
    if (!first) continue
    const scale = scaleOf(first)
    if (run.kind) {
      const tables = run.tables.flatMap((table) => table.tables)
      reviews.push(run.kind.read(tables, scale ? { ...context, scale } : context))
      continue
    }
    for (const table of run.tables)
      for (const review of readRowReviews(source, table, scaleOf, context)) takeReview(reviews, review, sheets, table.tables[0]?.sheet)
  }
  return reviews
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
      scale: reviews.find(({ scale }) => scale.grades.length > 0)?.scale ?? scales[0]?.scale ?? { name: '', grades: [] },
      recommendations: [],
    }))
}
