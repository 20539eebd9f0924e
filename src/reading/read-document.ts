import { textOf } from '../platform/documents/source-document.ts'
import type { FileHints, SourceDocument, SourceParagraph, SourceTable } from '../platform/documents/source-document.ts'
import type { ColumnHint } from './column-hint.ts'
import { readColumns, readNumberedColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import { cutTables } from './cut-tables.ts'
import type { HintedTable } from './cut-tables.ts'
import { logicalTables } from './logical-tables.ts'
import type { GridRow, LogicalTable } from './logical-tables.ts'
import { partCells } from './part-cells.ts'
import { looksLikeForm, readForms } from './read-form.ts'
import { looksLikeWrittenForms, readWrittenForms } from './read-written-forms.ts'
import { looksLikeImprovementPlan, readImprovementPlan } from './read-improvement-plan.ts'
import { fieldsOfHeading } from './heading-families.ts'
import { readMeetings } from './read-meeting.ts'
import { dayOfMeeting, readParticulars, titleAbove, titleOf } from './read-particulars.ts'
import { titleOnSheet } from './sheet-titles.ts'
import { looksLikeResponseTable, readResponseTable } from './read-response-table.ts'
import { looksLikeScale, readScales, scaleInUse, scaleInWords } from './read-scale.ts'
import { scalesByTable } from './scale-of-table.ts'
import type { ScaleOf } from './scale-of-table.ts'
import type { ScaleFound } from './read-scale.ts'
import { readRowTable } from './read-row-table.ts'
import type { ReadingContext } from './reading-context.ts'
import type { Layout, ReadRecommendation, ReadReview, ReadScale, Reading, Unplaced } from './reading.ts'
import { withoutRepeats } from './repeated-recommendations.ts'
import { roundsOf } from './rounds.ts'
import { leadingRef } from './references.ts'
import { isIntroduction } from './row-bands.ts'
import type { Introduction } from './row-record.ts'
import { recordRows } from './row-records.ts'
import { reviewsInRows } from './reviews-in-rows.ts'
import { cellsTakenApart } from './cells-taken-apart.ts'
import { saidBelow } from './said-below.ts'
import { withStackedCells } from './stacked-cells.ts'
import { withoutStruck } from './struck-words.ts'
import { tickedGrades } from './ticked-grades.ts'
import { findDates } from './dates.ts'
import { doubtCourtesies } from './courtesies.ts'
import { readListedRecommendations } from './read-listed-recommendations.ts'
import { keepTheRest } from './keep-the-rest.ts'

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
  const { source, unplaced, doubts } = withoutStruck(withStackedCells(given))
  const particulars = readParticulars(source)
  const context: ReadingContext = { document: source, unplaced, doubts }
  const day = dayOfMeeting(source)
  if (day !== undefined) context.documentDate = day
  const scales = readScales(source)
  const tabled = reviewsOf(source, scales, context, options.hints)
  const reviews =
    tabled.length > 0
      ? withoutRepeats(tabled, context)
      : withoutTables(source, scales[0] ? { ...context, scale: scales[0].scale } : context)
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

/** The layouts with a reader of their own, the more particular first; what none of them knows is read as a table in rows. */
const KINDS: TableKind[] = [
  { name: 'improvement-plan', looksLike: looksLikeImprovementPlan, read: readImprovementPlan },
  { name: 'progress-form', looksLike: looksLikeForm, read: readForms },
  { name: 'response-table', looksLike: looksLikeResponseTable, read: readResponseTable },
]

interface TableKind {
  name: Layout
  looksLike: (table: SourceTable) => boolean
  read: (tables: readonly SourceTable[], context: ReadingContext) => ReadReview
}

function reviewsOf(source: SourceDocument, scales: readonly ScaleFound[], context: ReadingContext, hints?: ReadingHints): ReadReview[] {
  const reviews: ReadReview[] = []
  const sheets = new Map<ReadReview, string>()
  const scaleOf = scalesByTable(source, scales)
  for (const run of runsOfKind(source, scales, hints)) {
    const first = run.tables[0]?.tables[0]
    if (!first) continue
    const scale = scaleOf(first)
    if (run.kind)
      reviews.push(
        run.kind.read(
          run.tables.flatMap((table) => table.tables),
          scale ? { ...context, scale } : context,
        ),
      )
    else
      for (const table of run.tables)
        for (const review of reviewsOfRows(source, table, scaleOf, context)) takeRows(reviews, review, sheets, table.tables[0]?.sheet)
  }
  return reviews
}

/** Tables one after another that one reader reads together; those in rows have no reader of their own. */
export interface Run {
  kind: TableKind | undefined
  tables: HintedTable[]
}

/** Keys of grades, and tables that an officer left out, belong to no run; an officer's hint makes a table one in rows. */
export function runsOfKind(source: SourceDocument, scales: readonly ScaleFound[], hints?: ReadingHints): Run[] {
  const runs: Run[] = []
  for (const table of cutTables(logicalTables(source), hints?.tables)) {
    const [first] = table.tables
    if (!first || table.hint?.leftOut || (!table.hint && isKey(table, scales))) continue
    const kind = table.hint ? undefined : kindOf(table, first)
    const last = runs.at(-1)
    if (last && last.kind === kind) last.tables.push(table)
    else runs.push({ kind, tables: [table] })
  }
  return runs
}

/** A reader of its own, unless recommendations stand in rows across the table, or (for a form) one of its first rows is nothing but headings. */
function kindOf(table: LogicalTable, first: SourceTable): TableKind | undefined {
  const introduced = table.rows.some((row) => {
    const filled = row.cells.filter((cell) => cell.words !== '')
    return filled.length === 1 && isIntroduction(filled[0]?.words ?? '')
  })
  if (introduced && !(looksLikeForm(first) && !isHeaded(table))) return undefined
  const kind = KINDS.find((one) => one.looksLike(first))
  return kind?.read === readForms && isHeaded(table) ? undefined : kind
}

function isHeaded(table: LogicalTable): boolean {
  return table.rows.slice(0, 4).some((row) => {
    const headings = row.cells.filter((cell) => cell.words !== '')
    return headings.length >= 4 && headings.every((cell) => cell.words.length < 80 && fieldsOfHeading(cell.words).length > 0)
  })
}

function isKey(table: LogicalTable, scales: readonly ScaleFound[]): boolean {
  return table.tables.some((one) => scales.some((found) => found.table === one.number) || looksLikeScale(one))
}

function takeRows(reviews: ReadReview[], review: ReadReview, sheets: Map<ReadReview, string>, sheet: string | undefined): void {
  const last = reviews.at(-1)
  const elsewhere = last !== undefined && sheets.get(last) !== sheet && isAnotherReview(last.title, review.title)
  if (last && !elsewhere && carriesOn(last, review)) addTo(last, review)
  else reviews.push(review)
  if (sheet !== undefined) sheets.set(reviews.at(-1) ?? review, sheet)
}

/** A sheet with a title of its own is another review, unless the title is that of a theme. */
function isAnotherReview(title: string, other: string): boolean {
  return title !== '' && other !== '' && title !== other && !/^(?:theme|priority|section|part|area|workstream|objective|aim)\b/i.test(other)
}

function reviewsOfRows(source: SourceDocument, table: HintedTable, scaleOf: ScaleOf, context: ReadingContext): ReadReview[] {
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

interface RowsWithColumns {
  rows: GridRow[]
  columns: Columns
  introduction: Introduction | undefined
}

/** A table in rows with what its columns mean; null where it holds no recommendations. */
export function rowsWithColumns(source: SourceDocument, table: HintedTable): RowsWithColumns | null {
  const ticked = tickedGrades(saidBelow(table.rows))
  // Where an officer says what the columns are, that goes before what cells seem to say by themselves.
  const rows = table.hint ? ticked : cellsTakenApart(ticked)
  const introduction = introductionOf(source, table)
  const introduced = introduction !== undefined || rows.slice(0, 4).some((row) => row.cells.some((cell) => isIntroduction(cell.words)))
  const numbered = introduced || table.hint ? null : readNumberedColumns(rows)
  const found = readColumns(rows, table.hint, introduced) ?? readColumns(rows, table.hint) ?? numbered
  if (!found) return null
  const parted = partCells(rows, found.columns, found.headingRows, table.hint)
  return { rows: parted.rows, columns: { ...found, columns: parted.columns }, introduction }
}

/** A key introduced by a sentence is called as the column that uses it. */
function named(scale: ReadScale, heading: string): ReadScale {
  return scale.name.length > 60 && heading !== '' ? { ...scale, name: heading } : scale
}

/** A recommendation in the paragraphs just above a table: `Recommendation 2: That …`, its words perhaps in the paragraphs after. */
function introductionOf(source: SourceDocument, table: LogicalTable): Introduction | undefined {
  const near = table.above.slice(-6)
  const at = near.findLastIndex((paragraph) => isIntroduction(wordsWithMarker(paragraph)))
  const intro = near[at]
  if (!intro) return undefined
  const lead = leadingRef(wordsWithMarker(intro))
  const lines = [lead?.rest ?? '', ...near.slice(at + 1).map((paragraph) => textOf([paragraph]))].filter((line) => line.trim() !== '')
  const place = { paragraph: source.blocks.indexOf(intro) + 1, ...(intro.page === undefined ? {} : { page: intro.page }) }
  return lines.length === 0 ? undefined : { ref: lead?.ref ?? '', lines, place }
}

function wordsWithMarker(paragraph: SourceParagraph): string {
  return paragraph.list?.marker ? `${paragraph.list.marker} ${paragraph.text}` : `${paragraph.text} `
}

function titleFor(source: SourceDocument, before: number, sheet?: string): string {
  if (sheet !== undefined) return titleOnSheet(source, before, sheet)
  const above = titleAbove(source.blocks, before)
  if (above !== '' && !isIntroduction(`${above} `)) return above
  const running = source.pageHeaders.map(titleOf).find((title) => title !== '')
  if (running !== undefined) return running
  const line = source.blocks
    .slice(0, before)
    .findLast(
      (block) =>
        block.kind === 'paragraph' &&
        block.text.length < 100 &&
        !block.list &&
        scaleInWords(block.text).length === 0 &&
        !/^key\b/i.test(block.text) &&
        /[a-z]{3}.*[^:]$/i.test(block.text) &&
        findDates(block.text).length === 0,
    )
  return line?.kind === 'paragraph' ? line.text : ''
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
  for (const one of next.recommendations)
    if (next.title !== '' && next.title !== last.title && !isIntroduction(`${next.title} `)) one.theme ??= next.title
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
      scale: reviews.find(({ scale }) => scale.grades.length > 0)?.scale ?? scales[0]?.scale ?? { name: '', grades: [] },
      recommendations: [],
    }))
}
