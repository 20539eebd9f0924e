import { followsLabel, labelOf, markedLines } from './part-labels.ts'
import { cutAtStatus, isFinished, joinCut } from './cell-lines.ts'
import type { Column } from './columns.ts'
import type { GridCell, GridRow } from './logical-tables.ts'
import { leadingRef, refOf } from './references.ts'
import type { Place, Unplaced } from './reading.ts'

/** What one row says in one column; `cuts` are the pieces that page breaks left, in order. */
export interface Piece {
  lines: string[]
  cuts: string[][]
  fill?: string
}

/** A row of the document (or several that a page cut) as the columns have it. */
export interface RecordRow {
  place: Place
  pieces: Map<Column, Piece>
  /** The parts of the recommendation that its text names in this row, `i`, `ii`. */
  parts: string[]
  /** Columns whose words come from a cell above that reaches down here. */
  shared: Set<Column>
}

/** One recommendation of a table: its reference, its words, and every row that belongs to it. */
export interface RowRecord {
  ref: string
  theme?: string
  lines: string[]
  place: Place
  rows: RecordRow[]
  /** A row with words of its own but no mark, where parts are to follow: its mark was lost. */
  unmarked?: RecordRow
}

export interface Recorded {
  records: RowRecord[]
  unplaced: Unplaced[]
}

interface Taking extends Recorded {
  columns: readonly Column[]
  refColumn: Column | undefined
  textColumn: Column
  theme: string | undefined
  lettered: boolean
  refs: Set<string>
}

/** Gathers the rows under the headings into recommendations: joins what pages cut, drops repeated headings, keeps rows that only add to the one above. */
export function recordRows(
  rows: readonly GridRow[],
  columns: readonly Column[],
  headingRows: number,
  introduction?: Introduction,
): Recorded {
  const textColumn = columns.find((column) => column.field === 'text')
  const refColumn = textColumn && columns.find((column) => column.field === 'ref')
  const headings = new Set(rows.slice(0, headingRows).map(wordsOfRow))
  const body = rows.slice(headingRows)
  const lettered =
    refColumn === undefined && textColumn !== undefined && body.some((row) => leadingRef(cellAt(row, textColumn)?.words ?? '') !== null)
  const taking: Taking = {
    records: [],
    unplaced: [],
    columns,
    refColumn,
    textColumn: textColumn ?? NOWHERE,
    theme: undefined,
    lettered,
    refs: new Set(),
  }
  if (introduction && !textColumn) taking.records.push({ ...introduction, rows: [] })
  if (!textColumn) for (const row of rows.slice(0, headingRows)) takeIntroduction(taking, row)
  for (const row of body) if (!headings.has(wordsOfRow(row))) takeRow(taking, row)
  return taking
}

/** A recommendation that stands above its table of actions. */
export interface Introduction {
  ref: string
  lines: string[]
  place: Place
}

/** Where the table has no column of recommendations, they stand above it or in rows across it. */
const NOWHERE: Column = { field: 'text', from: -1, to: -1, heading: '' }

/** Whether a row across the table is a recommendation: `Recommendation 3: That …`. */
export function isIntroduction(words: string): boolean {
  return /^recommendation\b/i.test(words) && leadingRef(words) !== null
}

function takeIntroduction(taking: Taking, row: GridRow): void {
  const filled = row.cells.filter((cell) => cell.words !== '')
  if (filled.length === 1 && isIntroduction(filled[0]?.words ?? '')) startBandRecord(taking, row, filled[0]?.words ?? '')
}

function wordsOfRow(row: GridRow): string {
  return row.cells.map((cell) => cell.words.toLowerCase().replaceAll(/\W+/g, '')).join('')
}

export function cellAt(row: GridRow, column: Column): GridCell | undefined {
  return row.cells.find((cell) => cell.column >= column.from && cell.column <= column.to) ?? undefined
}

function takeRow(taking: Taking, row: GridRow): void {
  const filled = row.cells.filter((cell) => cell.words !== '')
  if (filled.length === 0) return
  const band = bandOf(taking, row, filled)
  if (band !== null) return takeBand(taking, row, band)
  const text = cellAt(row, taking.textColumn)?.words ?? ''
  const last = taking.records.at(-1)
  if (taking.textColumn === NOWHERE) return takeActionRow(taking, row, last)
  const ref = refOfRow(taking, row, last)
  if (ref !== null && !(last && isNoise(taking, row, ref, last))) return startRecord(taking, row, ref)
  if (last && row.covered.has(taking.textColumn.from)) return addRow(taking, last, row)
  if (last && (text === '' || ref !== null)) return continueRecord(taking, last, row, ref !== null)
  if (last && carriesOnText(taking, row, last, text)) return continueText(taking, last, row, text)
  startRecord(taking, row, '')
}

/** A row under a recommendation that stands above it: an action of its own, unless the page cut it from the row above. */
function takeActionRow(taking: Taking, row: GridRow, last: RowRecord | undefined): void {
  if (!last) {
    taking.unplaced.push({
      place: row.place,
      text: row.cells.map((cell) => cell.words).join(' | '),
      why: 'An action that stands under no recommendation',
    })
    return
  }
  const cut = row.firstOfPiece && row.cells.some((cell) => /^[a-z]/.test(cell.words)) && !hasOwn(taking, row)
  if (cut) continueRow(taking, last, row, true)
  else addRow(taking, last, row)
}

/** A row whose one cell spans (nearly) the table: a theme, a guidance note or a section. */
function bandOf(taking: Taking, row: GridRow, filled: readonly GridCell[]): string | null {
  const [only] = filled
  const width = Math.max(...taking.columns.map((column) => column.to)) + 1
  if (!only || filled.length > 1) return null
  if (
    only.columns >= Math.max(2, width - 1) ||
    (only.column === 0 && isIntroduction(only.words) && taking.refColumn === undefined && taking.textColumn === NOWHERE)
  )
    return only.words
  const alone = row.cells.length > 1 && only.column === 0 && only.words.length < 150 && refOf(only.words) === null && !row.firstOfPiece
  const named = /^(?:theme|priority|objective|section|area|part|aim|outcome|workstream)\b/i.test(only.words)
  return alone && ((taking.refColumn?.from === 0 && /\s/.test(only.words)) || named) ? only.words : null
}

function takeBand(taking: Taking, row: GridRow, words: string): void {
  if (isIntroduction(words) && taking.refColumn === undefined) return startBandRecord(taking, row, words)
  const lead = leadingRef(words)
  if (words.length <= 200 && !isFinished(words.replace(/:$/, ''))) taking.theme = words
  else if (lead && taking.refColumn === undefined && words.length > 40) startBandRecord(taking, row, words)
  else
    taking.unplaced.push({
      place: row.place,
      text: words,
      why: 'A row across the whole table that is neither a recommendation nor a heading',
    })
}

function startBandRecord(taking: Taking, row: GridRow, words: string): void {
  const lead = leadingRef(words)
  taking.records.push(newRecord(taking, row, lead?.ref ?? '', (lead?.rest ?? words).trim().split('\n')))
}

function newRecord(taking: Taking, row: GridRow, ref: string, lines: string[]): RowRecord {
  const record: RowRecord = { ref, lines, place: row.place, rows: [] }
  if (taking.theme !== undefined) record.theme = taking.theme
  return record
}

/** The reference with which the row begins a recommendation; null where it carries on with the one above. */
function refOfRow(taking: Taking, row: GridRow, last: RowRecord | undefined): string | null {
  if (taking.refColumn) {
    const cell = cellAt(row, taking.refColumn)
    const words = cell?.words ?? ''
    if (words === '') return null
    return refOf(words) ?? leadingRef(words)?.ref ?? (words.length <= 60 ? words.replaceAll('\n', ' ') : null)
  }
  const lead = leadingRef(cellAt(row, taking.textColumn)?.words ?? '')
  if (!lead) return null
  return isPartOf(lead.ref, last) ? null : lead.ref
}

/** After `h)` the mark `i)` is the next letter; after `f)` it is the first part of f. */
function isPartOf(ref: string, last: RowRecord | undefined): boolean {
  if (!last) return false
  const label = ref.toLowerCase()
  if (
    /^[a-z]+$/.test(last.ref) &&
    followsLabel(label, last.ref) &&
    !(/^[ivx]+$/.test(label) && lastPart(last) !== undefined && followsLabel(label, lastPart(last)))
  )
    return false
  if (followsLabel(label, lastPart(last)) || (last.unmarked && (label === 'ii' || label === 'b'))) return true
  return /^[a-z]$|^[ivx]+$/.test(label) && /\d/.test(last.ref)
}

function lastPart(record: RowRecord): string | undefined {
  return record.rows.flatMap((row) => row.parts).at(-1)
}

/** A figure that extraction left in the column of references: out of order, with no words of its own. */
function isNoise(taking: Taking, row: GridRow, ref: string, last: RowRecord): boolean {
  const text = cellAt(row, taking.textColumn)?.words ?? ''
  const known = taking.refs.has(ref)
  if (text.length > 3 && (last.ref !== ref || text.length > 60 || !row.firstOfPiece)) return false
  return known && (text.length <= 3 || last.ref === ref)
}

function startRecord(taking: Taking, row: GridRow, ref: string): void {
  const cell = cellAt(row, taking.textColumn)
  const lines = cell?.lines ?? []
  const record = newRecord(taking, row, ref, taking.refColumn ? [...lines] : withoutLead(lines, ref))
  handBack(taking, row)
  taking.records.push(record)
  taking.refs.add(ref)
  addRow(taking, record, row, record.lines)
}

/** Evidence that the page cut and that stands at the head of the next recommendation's cell goes back to the one above. */
function handBack(taking: Taking, row: GridRow): void {
  const above = taking.records.at(-1)?.rows.at(-1)
  for (const column of taking.columns.filter((one) => one.field === 'evidence')) {
    const piece = above?.pieces.get(column)
    const cell = cellAt(row, column)
    const before = piece?.lines.findLast((line) => line.trim() !== '')
    if (!piece || !cell || before === undefined || isFinished(before) || !/^[a-z]/.test(cell.words)) continue
    const at = cell.lines.findIndex((line) => line.trim() !== '')
    const cut = cutAtStatus(cell.lines[at] ?? '')
    if (!cut && cell.lines.length === 1) continue
    const back = cut?.[0] ?? cell.lines[at] ?? ''
    piece.lines = joinCut(piece.lines, [back])
    piece.cuts.push([back])
    cell.lines = [...(cut ? [cut[1]] : []), ...cell.lines.slice(at + 1)]
  }
}

function withoutLead(lines: readonly string[], ref: string): string[] {
  const at = lines.findIndex((line) => line.trim() !== '')
  const first = lines[at] ?? ''
  // The reference may have a line to itself: `Recommendation 1`, then the words.
  if (refOf(first) === ref) return lines.slice(at + 1)
  const lead = leadingRef(first)
  return lead && lead.ref === ref ? [lead.rest, ...lines.slice(at + 1)] : [...lines]
}

/** A row of its own under the same recommendation: its cells stand beside one another, apart from the row above. */
function addRow(taking: Taking, record: RowRecord, row: GridRow, lines = cellAt(row, taking.textColumn)?.lines ?? []): void {
  const pieces = new Map<Column, Piece>()
  const shared = new Set<Column>()
  for (const column of taking.columns) {
    if (column === taking.refColumn || column === taking.textColumn) continue
    const own = cellAt(row, column)
    const cell = own ?? row.covered.get(column.from)
    if (!cell) continue
    if (!own) shared.add(column)
    const piece: Piece = { lines: [...cell.lines], cuts: [[...cell.lines]] }
    if (cell.fill !== undefined) piece.fill = cell.fill
    pieces.set(column, piece)
  }
  const above = record.rows.at(-1)?.parts ?? []
  const reachesDown = above.length === 1 && row.covered.has(taking.textColumn.from)
  const parts = reachesDown ? above : partsNamed(lines, lastPart(record))
  record.rows.push({ place: row.place, pieces, parts, shared })
}

function partsNamed(lines: readonly string[], before: string | undefined): string[] {
  const parts: string[] = []
  for (const line of markedLines(lines, before)) {
    const label = labelOf(line)?.label
    if (label !== undefined && followsLabel(label, parts.at(-1) ?? before)) parts.push(label)
  }
  return parts
}

/** Words in the column of recommendations that carry on with the one above: a page cut it, or it has parts in rows of their own. */
function carriesOnText(taking: Taking, row: GridRow, last: RowRecord, text: string): boolean {
  const label = labelOf(text)?.label
  if (
    label !== undefined &&
    (followsLabel(label, lastPart(last)) || isPartOf(label, last) || (last.unmarked && (label === 'ii' || label === 'b')))
  )
    return true
  const before = last.lines.findLast((line) => line.trim() !== '') ?? ''
  if (/^[a-z,;(&]/.test(text) && !isFinished(before)) return true
  if (!taking.refColumn && !taking.lettered) return false
  const others = taking.columns.filter(
    (column) => ['owner', 'due', 'action'].includes(column.field) && (cellAt(row, column)?.words ?? '') !== '',
  )
  return taking.refColumn !== undefined || others.length === 0 || (taking.lettered && (!isFinished(before) || before.endsWith(':')))
}

function continueText(taking: Taking, last: RowRecord, row: GridRow, text: string): void {
  const before = last.lines.findLast((line) => line.trim() !== '') ?? ''
  const cell = cellAt(row, taking.textColumn)
  if (isStray(taking, row, before, text)) {
    taking.unplaced.push({
      place: row.place,
      text,
      why: 'Words at the top of a page that neither carry on a sentence nor make one: perhaps a page header',
    })
    return
  }
  const label = labelOf(text)?.label
  const within = markedLines(cell?.lines ?? [], lastPart(last)).length > (cell?.lines.length ?? 0)
  if (label !== undefined || within) {
    if (last.unmarked && (label === 'ii' || label === 'b') && lastPart(last) === undefined)
      last.unmarked.parts = [label === 'ii' ? 'i' : 'a']
    last.lines = [...last.lines, ...(cell?.lines ?? [])]
    return addRow(taking, last, row)
  }
  if (/[:,]$/.test(before) && taking.lettered && /^[A-Z]/.test(text) && hasOwn(taking, row)) {
    last.lines = [...last.lines, ...(cell?.lines ?? [])]
    addRow(taking, last, row)
    last.unmarked = last.rows.at(-1)
    return
  }
  last.lines = joinCut(last.lines, cell?.lines ?? [])
  continueRow(taking, last, row, false)
}

function hasOwn(taking: Taking, row: GridRow): boolean {
  return taking.columns.some((column) => ['owner', 'due'].includes(column.field) && (cellAt(row, column)?.words ?? '') !== '')
}

/** A page header read as a row: alone, at the top of a piece, after a finished sentence, and no sentence itself. */
function isStray(taking: Taking, row: GridRow, before: string, text: string): boolean {
  const others = row.cells.filter((cell) => cell.words !== '' && cell !== cellAt(row, taking.textColumn))
  return row.firstOfPiece && others.length === 0 && isFinished(before) && !isFinished(text) && text.length < 90
}

function continueRecord(taking: Taking, last: RowRecord, row: GridRow, noise: boolean): void {
  if (noise) dropNoise(row, taking)
  continueRow(taking, last, row, noise)
}

function dropNoise(row: GridRow, taking: Taking): void {
  const mark = taking.refColumn ? (cellAt(row, taking.refColumn)?.words ?? '') : ''
  for (const cell of row.cells) {
    if (cell.words !== mark || cell.words.length > 2) continue
    taking.unplaced.push({ place: row.place, text: cell.words, why: 'A figure without words: perhaps noise of extraction' })
    cell.words = ''
    cell.lines = []
  }
}

/** A row without a recommendation of its own: a further action beside the same one, or the rest of cells that a page cut. */
function continueRow(taking: Taking, last: RowRecord, row: GridRow, cut: boolean): void {
  const target = last.rows.at(-1)
  if (!target || (!cut && isFurtherAction(taking, target, row))) return addRow(taking, last, row)
  for (const column of taking.columns) {
    if (column === taking.refColumn || column === taking.textColumn) continue
    const cell = wordedCell(taking, row, column)
    const piece = target.pieces.get(column) ?? { lines: [], cuts: [] }
    if (cell) piece.lines = joinCut(piece.lines, cell.lines)
    piece.cuts.push(cell ? [...cell.lines] : [])
    if (cell?.fill !== undefined) piece.fill ??= cell.fill
    target.pieces.set(column, piece)
  }
}

/** The cell, but for a scrap of extraction (`2`, `a -`) where a name or a date should stand. */
function wordedCell(taking: Taking, row: GridRow, column: Column): GridCell | undefined {
  const cell = cellAt(row, column)
  if (!cell || cell.words === '' || !['owner', 'due'].includes(column.field) || !/^\W*\w?\W*$/.test(cell.words)) return cell
  taking.unplaced.push({ place: row.place, text: cell.words, why: 'A scrap without words: perhaps noise of extraction' })
  return undefined
}

function isFurtherAction(taking: Taking, target: RecordRow, row: GridRow): boolean {
  const column = taking.columns.find((one) => one.field === 'action')
  if (!column) return false
  const before = target.pieces.get(column)?.lines.findLast((line) => line.trim() !== '') ?? ''
  const words = cellAt(row, column)?.words ?? ''
  if (words === '' || before === '') return words !== '' && hasOwn(taking, row)
  return hasOwn(taking, row) || (isFinished(before) && /^[A-Z\d•-]/.test(words) && !row.firstOfPiece)
}
