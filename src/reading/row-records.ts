import type { Column } from './columns.ts'
import type { GridCell, GridRow } from './logical-tables.ts'
import { leadingRef, refOf } from './references.ts'
import { bandOf, takeBand, takeIntroduction } from './row-bands.ts'
import { belongsAbove, takeRowBelow, withNought } from './rows-of-sheets.ts'
import { carriesOnText, continueRecord, continueText, handBack, takeActionRow } from './row-continuations.ts'
import { NOWHERE, addRow, cellAt, isPartOf, newRecord } from './row-record.ts'
import type { Introduction, Recorded, RowRecord, Taking } from './row-record.ts'

/** Gathers the rows under the headings into recommendations: joins what pages cut, drops repeated headings, keeps rows that only add to the one above. */
export function recordRows(
  rows: readonly GridRow[],
  columns: readonly Column[],
  headingRows: number,
  introduction?: Introduction,
  uncut = false,
): Recorded {
  const textColumn = columns.find((column) => column.field === 'text')
  const refColumn = textColumn && refColumnOf(columns, textColumn)
  const headings = rows.slice(0, headingRows)
  const body = rows.slice(headingRows)
  const lettered =
    refColumn === undefined && textColumn !== undefined && body.some((row) => leadingRef(cellAt(row, textColumn)?.words ?? '') !== null)
  const taking: Taking = {
    records: [],
    unplaced: [],
    doubts: [],
    columns,
    refColumn,
    textColumn: textColumn ?? NOWHERE,
    theme: undefined,
    lettered,
    refs: new Set(),
    uncut,
  }
  if (introduction && !textColumn) taking.records.push({ ...introduction, rows: [] })
  if (!textColumn) for (const row of rows.slice(0, headingRows)) takeIntroduction(taking, row)
  if (textColumn) takeRowsAbove(taking, rows.slice(0, headingRows))
  for (const row of body) if (!repeats(row, headings)) takeRow(taking, row)
  return taking
}

/** References that stand between the recommendation and its actions are the actions' own. */
function refColumnOf(columns: readonly Column[], textColumn: Column): Column | undefined {
  const column = columns.find((one) => one.field === 'ref')
  return column && isRefOfActions(column, columns, textColumn) ? undefined : column
}

export function isRefOfActions(column: Column, columns: readonly Column[], textColumn: Column | undefined): boolean {
  const action = columns.find((one) => one.field === 'action')
  return textColumn !== undefined && action !== undefined && column.from > textColumn.from && action.from > column.from
}

/** The row above the headings that has one cell is the table's title; whatever else stands up there is kept. */
function takeRowsAbove(taking: Taking, rows: readonly GridRow[]): void {
  rows.forEach((row, at) => {
    const filled = row.cells.filter((cell) => cell.words !== '')
    const [only] = filled
    if (!only || (filled.length > 1 && at >= rows.length - 2)) return
    if (filled.length === 1 && taking.title === undefined) taking.title = only.words
    else
      taking.unplaced.push({
        place: row.place,
        text: filled.map((cell) => cell.words).join(' | '),
        why: 'Words above the headings of the table',
      })
  })
}

/** The headings again, as on the top of each page: all of a row's words, or nearly all where there are many. */
function repeats(row: GridRow, headings: readonly GridRow[]): boolean {
  const filled = row.cells.filter((cell) => cell.words !== '')
  return headings.some((heading) => {
    const same = filled.filter((cell) => heading.cells.some((other) => other.column === cell.column && plain(other) === plain(cell)))
    return same.length > 0 && (same.length === filled.length || (same.length >= 4 && same.length >= filled.length - 1))
  })
}

function plain(cell: GridCell): string {
  return cell.words.toLowerCase().replaceAll(/\W+/g, '')
}

function takeRow(taking: Taking, row: GridRow): void {
  const filled = row.cells.filter((cell) => cell.words !== '')
  if (filled.length === 0) return
  const band = bandOf(taking, row, filled)
  if (band !== null) return takeBand(taking, row, band)
  const text = cellAt(row, taking.textColumn)?.words ?? ''
  const last = taking.records.at(-1)
  if (!last && isGuidance(taking, row, filled)) return keepAside(taking, row, filled)
  if (taking.textColumn === NOWHERE) return takeActionRow(taking, row, last)
  const ref = taking.uncut ? withNought(taking, row, refOfRow(taking, row, last), last) : refOfRow(taking, row, last)
  if (taking.uncut && last && belongsAbove(taking, row, ref, last)) return takeRowBelow(taking, row, last)
  if (ref !== null && !(last && isNoise(taking, row, ref, last))) return startRecord(taking, row, ref)
  if (last && row.covered.has(taking.textColumn.from)) return addRow(taking, last, row)
  if (last && (text === '' || ref !== null)) return continueRecord(taking, last, row, ref !== null)
  if (last && carriesOnText(taking, row, last, text)) return continueText(taking, last, row, text)
  startRecord(taking, row, '')
}

/** How to fill in the columns, under their headings: `dd/mm/yy`, `Please …`, and no reference. */
function isGuidance(taking: Taking, row: GridRow, filled: readonly GridCell[]): boolean {
  const ref = taking.refColumn && refOf(cellAt(row, taking.refColumn)?.words ?? '')
  return (
    !ref &&
    filled.length > 1 &&
    filled.some((cell) => /\bdd?[/.-]mm|^please\b|^\(?e\.g\.|^(?:enter|insert|select|choose)\b|\bsee key\b/i.test(cell.words))
  )
}

function keepAside(taking: Taking, row: GridRow, filled: readonly GridCell[]): void {
  taking.unplaced.push({
    place: row.place,
    text: filled.map((cell) => cell.words).join(' | '),
    why: 'A row that says how to fill in the table',
  })
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
  if (!taking.uncut) handBack(taking, row)
  taking.records.push(record)
  taking.refs.add(ref)
  addRow(taking, record, row, record.lines)
}

function withoutLead(lines: readonly string[], ref: string): string[] {
  const at = lines.findIndex((line) => line.trim() !== '')
  const first = lines[at] ?? ''
  // The reference may have a line to itself: `Recommendation 1`, then the words.
  if (refOf(first) === ref) return lines.slice(at + 1)
  const lead = leadingRef(first)
  return lead && lead.ref === ref ? [lead.rest, ...lines.slice(at + 1)] : [...lines]
}
