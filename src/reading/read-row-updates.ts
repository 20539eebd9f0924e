import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { wordsOf } from './cell-lines.ts'
import type { Column } from './columns.ts'
import { datedEntries, newestOf } from './dated-entries.ts'
import type { DatedEntry } from './dated-entries.ts'
import { closingGrade, colourOfFill, gradeOf, misplacedGrade } from './grades.ts'
import { followsLabel, labelOf, splitParts } from './part-labels.ts'
import type { Doubt, ReadScale, ReadUpdate } from './reading.ts'
import { linesAt } from './record-words.ts'
import type { RoundColumns } from './rounds.ts'
import type { Piece, RecordRow, RowRecord } from './row-record.ts'
import { statementsOf } from './statements.ts'
import type { Statement } from './statements.ts'
import { readTimescale } from './timescales.ts'

/** What the updates of a table need to know beyond their row. */
export interface UpdateContext {
  scale?: ReadScale
  doubts: Doubt[]
  documentDate?: CalendarDate
}

/** A part of a recommendation known from its owners or dates, and the line at which its date stands. */
export interface PartLevel {
  part: string
  level: number
}

/** The updates of one recommendation in one round. */
export function readUpdates(record: RowRecord, round: RoundColumns, parts: readonly PartLevel[], context: UpdateContext): ReadUpdate[] {
  const marked = partsOfRows(record, round)
  const updates = record.rows.flatMap((row) => {
    if (round.grade && isSaidAbove(row, round)) return []
    const found = updatesOfRow(record, row, round, record.rows.length === 1 ? parts : [], context)
    return marked ? found.map((update) => ofPart(update, marked.get(row))) : found
  })
  const filled = updates.filter((update) => !isBlank(update))
  return filled.length > 0 ? (record.rows.length === 1 ? updates : filled) : updates.slice(0, 1)
}

/** The round's cells all reach down from the row above: they were read there. */
function isSaidAbove(row: RecordRow, round: RoundColumns): boolean {
  const columns = [...round.evidence, ...(round.grade ? [round.grade] : [])]
  return columns.every((column) => row.shared.has(column))
}

/** A row for each part, named at the head of its evidence: `a. Training was given` over `b. A leaflet was sent`. Null where the rows are not so marked. */
function partsOfRows(record: RowRecord, round: RoundColumns): Map<RecordRow, string> | null {
  const marks = record.rows.flatMap((row) => {
    const lines = round.evidence.flatMap((column) => own(row, column)?.lines ?? []).filter((line) => line.trim() !== '')
    return lines.length === 0 ? [] : [{ row, label: labelOf(lines[0] ?? '')?.label }]
  })
  const inOrder = marks.every(
    ({ label }, at) => label !== undefined && (label === marks[at - 1]?.label || followsLabel(label, marks[at - 1]?.label)),
  )
  return marks.length > 1 && inOrder ? new Map(marks.map(({ row, label }) => [row, label ?? ''])) : null
}

function ofPart(update: ReadUpdate, part: string | undefined): ReadUpdate {
  const [first = '', ...rest] = update.evidence.split('\n')
  const words = labelOf(first)?.rest ?? first
  return part === undefined ? update : { ...update, part, evidence: [words, ...rest].join('\n') }
}

export function isBlank(update: ReadUpdate): boolean {
  return update.evidence === '' && update.grade === null && !update.assessment_text && !update.impact
}

function updatesOfRow(
  record: RowRecord,
  row: RecordRow,
  round: RoundColumns,
  parts: readonly PartLevel[],
  context: UpdateContext,
): ReadUpdate[] {
  const evidence = merged(round.evidence.map((column) => row.pieces.get(column)))
  const grade = round.grade && own(row, round.grade)
  const labelled = splitParts((evidence?.lines ?? []).filter((line) => line.trim() !== ''))
  const diary = datedEntries(evidence?.lines ?? [])
  if (diary) return updatesOfDiary(record, row, diary, round, context, grade)
  const known = new Set(parts.map(({ part }) => part))
  const byLabel = labelled.length > 1 && labelled.every(({ part }) => known.has(part))
  const statements = byLabel ? statementsByLabel(labelled, grade, context) : statementsOf(evidence, grade, context.scale)
  const updates = statements.map((statement) => updateOf(record, row, statement, round, context, grade))
  if (byLabel) labelled.forEach(({ part }, at) => updates[at] && (updates[at].part = part))
  else if (statements.length > 1 && parts.length > 1) return inParts(updates, statements, parts, round)
  if (row.parts.length === 1 && record.rows.length > 1 && updates[0]) for (const update of updates) update.part ??= row.parts[0]
  const [first] = updates
  const last = updates.at(-1)
  if (first && last) addBeside(first, last, row, round)
  return updates
}

/** A diary in one cell: each entry is a round of its own; the one grade beside them is the newest's. */
function updatesOfDiary(
  record: RowRecord,
  row: RecordRow,
  entries: readonly DatedEntry[],
  round: RoundColumns,
  context: UpdateContext,
  grade: Piece | undefined,
): ReadUpdate[] {
  const grades = (grade?.lines ?? []).filter((line) => line.trim() !== '')
  const newest = newestOf(entries)
  const updates = entries.map((entry, at): ReadUpdate => {
    const own = grades.length === entries.length && entries.length > 1 ? (grades[at] ?? '') : at === newest ? grades.join('\n') : ''
    const { presentedOn: _, ...undated } = round
    const named: RoundColumns = { ...undated, label: entry.label, ...(entry.day === undefined ? {} : { presentedOn: entry.day }) }
    return updateOf(record, row, { lines: entry.lines, assessment: own }, named, context, at === newest ? grade : undefined)
  })
  const last = updates[newest]
  if (last) addBeside(last, last, row, round)
  return updates
}

/** What stands beside an update: the difference made, and a new date. */
function addBeside(first: ReadUpdate, last: ReadUpdate, row: RecordRow, round: RoundColumns): void {
  const impact = round.impact && wordsOf(linesAt(row, round.impact))
  if (impact) first.impact = impact
  const revised = round.revisedDue && wordsOf(linesAt(row, round.revisedDue))
  if (revised) last.revised_due = readTimescale(revised)
}

/** A cell merged down from the row above is said once, in the row in which it stands. */
function own(row: RecordRow, column: Column): Piece | undefined {
  return row.shared.has(column) ? undefined : row.pieces.get(column)
}

function merged(pieces: readonly (Piece | undefined)[]): Piece | undefined {
  const present = pieces.filter((piece): piece is Piece => piece !== undefined && wordsOf(piece.lines) !== '')
  if (present.length <= 1) return present[0]
  return { lines: present.flatMap((piece) => piece.lines), cuts: [present.flatMap((piece) => piece.lines)] }
}

function statementsByLabel(
  labelled: readonly { part: string; text: string }[],
  grade: Piece | undefined,
  context: UpdateContext,
): Statement[] {
  const lines = (grade?.lines ?? []).filter((line) => line.trim() !== '')
  const grades = splitParts(lines)
  return labelled.map(({ part, text }, at) => {
    const one =
      grades.find((other) => other.part === part)?.text ??
      (lines.length === labelled.length ? lines[at] : lines.length === 1 ? lines[0] : '') ??
      ''
    const entry: Statement = { lines: text.split('\n'), assessment: one }
    return gradeOf(one, context.scale).grade === null && one !== '' ? { ...entry, assessment: one } : entry
  })
}

function updateOf(
  record: RowRecord,
  row: RecordRow,
  statement: Statement,
  round: RoundColumns,
  context: UpdateContext,
  grade: Piece | undefined,
): ReadUpdate {
  const words = wordsOf(statement.lines)
  const update: ReadUpdate = { round: round.label, evidence: words, grade: null, place: row.place }
  if (round.presentedOn !== undefined) update.presented_on = round.presentedOn
  if (round.grade === undefined) return withGradeInEvidence(update, words, context)
  update.assessment_text = statement.assessment
  const found = gradeOf(answered(round.grade.heading, stripPart(statement.assessment)), context.scale)
  update.grade = found.grade
  if (found.doubt !== undefined) doubt(context, record, row, found.doubt)
  const rest = found.grade === null ? '' : found.rest.trim()
  if (rest !== '') update.explanation = rest
  if (round.evidence.length === 0) update.evidence = found.grade === null ? statement.assessment : rest
  if (update.grade === null && statement.assessment === '') fillIn(update, record, row, words, context, grade)
  else if (update.grade === null && !NOT_GRADED.test(statement.assessment))
    doubt(context, record, row, `“${statement.assessment.slice(0, 60)}” is not a grade that Heed knows`)
  return update
}

/** Words that say that nobody gave a grade, as Heed's own lists do. */
const NOT_GRADED = /^(?:no grade|ungraded|not (?:yet )?(?:graded|rated|assessed))$/i

/** What `Yes`, `No` or `Partly` means under `Implemented?`. */
function answered(heading: string, words: string): string {
  const asked = /^(?:fully )?(closed|completed?|implemented|achieved|done|actioned)\W*$/i.exec(heading.trim())?.[1]
  const answer = /^(?:(yes|y)|(no|n)|(?:part(?:ly|ially)?|in part))\W*$/i.exec(words.trim())
  if (!asked || !answer) return words
  return answer[1] ? asked : `${answer[2] ? 'Not' : 'Partly'} ${asked}`
}

function stripPart(assessment: string): string {
  return labelOf(assessment)?.rest ?? assessment
}

/** Where the table has no column of grades, the word that opens the evidence is the grade, and the evidence stands without it. */
function withGradeInEvidence(update: ReadUpdate, words: string, context: UpdateContext): ReadUpdate {
  const found = misplacedGrade(words, context.scale)
  const closing = found?.grade ? null : closingGrade(words, context.scale)
  if (closing) return { ...update, grade: closing.grade, evidence: closing.rest, assessment_text: closing.label ?? '' }
  if (!found || found.grade === null) return update
  update.grade = found.grade
  update.evidence = found.rest.trim()
  update.assessment_text = words
    .slice(0, words.length - found.rest.length)
    .replace(/[\s–—:-]+$/, '')
    .trim()
  return update
}

/** An empty box of grades may speak by its colour, or the grade may stand at the head of the evidence. */
function fillIn(
  update: ReadUpdate,
  record: RowRecord,
  row: RecordRow,
  words: string,
  context: UpdateContext,
  grade: Piece | undefined,
): void {
  const colour = colourOfFill(grade?.fill)
  if (colour !== null) {
    update.grade = gradeOf(colour, context.scale).grade
    doubt(context, record, row, `The grade is shown by colour alone (${colour})`)
    return
  }
  const found = misplacedGrade(words, context.scale)
  if (!found?.grade || !/^\W*\d?\W*\w+(?: \w+)?\s*[-–—]/.test(words)) return
  update.grade = found.grade
  update.grade_found_in = 'evidence'
  update.grade_words = words.slice(0, words.length - found.rest.length).trim()
  update.evidence = found.rest.trim()
  doubt(context, record, row, 'The grade stood in the box for evidence')
}

function doubt(context: UpdateContext, record: RowRecord, row: RecordRow, why: string): void {
  context.doubts.push({ place: row.place, ref: record.ref, field: 'grade', why })
}

/** Several grades of a recommendation with parts are one for each part: in order where they are as many, else by the level of the dates. */
function inParts(
  updates: readonly ReadUpdate[],
  statements: readonly Statement[],
  parts: readonly PartLevel[],
  round: RoundColumns,
): ReadUpdate[] {
  const left = [...parts]
  updates.forEach((update, at) => {
    const level = statements[at]?.level
    const chosen = updates.length >= parts.length || level === undefined ? left[0] : nearest(left, level, updates.length - at)
    if (!chosen) return
    update.part = chosen.part
    left.splice(left.indexOf(chosen), 1)
  })
  const blanks = left.map(({ part }): ReadUpdate => {
    const blank: ReadUpdate = { round: round.label, part, evidence: '', assessment_text: '', grade: null }
    if (round.presentedOn !== undefined) blank.presented_on = round.presentedOn
    return blank
  })
  return [...updates, ...blanks]
}

function nearest(parts: readonly PartLevel[], level: number, needed: number): PartLevel | undefined {
  const choice = parts.slice(0, Math.max(1, parts.length - needed + 1))
  return choice.reduce<PartLevel | undefined>(
    (best, one) => (best === undefined || Math.abs(one.level - level) < Math.abs(best.level - level) ? one : best),
    undefined,
  )
}
