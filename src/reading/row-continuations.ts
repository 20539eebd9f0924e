import { cutAtStatus, isFinished, joinCut } from './cell-lines.ts'
import type { Column } from './columns.ts'
import type { GridCell, GridRow } from './logical-tables.ts'
import { followsLabel, labelOf, markedLines } from './part-labels.ts'
import { addRow, cellAt, hasOwn, isPartOf, lastPart } from './row-record.ts'
import type { RecordRow, RowRecord, Taking } from './row-record.ts'

/** Words in the column of recommendations that carry on with the one above: a page cut it, or it has parts in rows of their own. */
export function carriesOnText(taking: Taking, row: GridRow, last: RowRecord, text: string): boolean {
  const label = labelOf(text)?.label
  if (
    label !== undefined &&
    (followsLabel(label, lastPart(last)) || isPartOf(label, last) || (last.unmarked && (label === 'ii' || label === 'b')))
  )
    return true
  const before = last.lines.findLast((line) => line.trim() !== '') ?? ''
  if (/^[a-z,;(&]/.test(text) && !isFinished(before)) return true
  if (!taking.refColumn && !taking.lettered) return false
  // A whole sentence with somebody to answer for it, after a whole sentence: a recommendation whose number was left out.
  if (taking.refColumn && isFinished(before) && !before.endsWith(':') && /^[A-Z]/.test(text) && isFinished(text) && hasOwn(taking, row))
    return false
  const others = taking.columns.filter(
    (column) => ['owner', 'due', 'action'].includes(column.field) && (cellAt(row, column)?.words ?? '') !== '',
  )
  return taking.refColumn !== undefined || others.length === 0 || (taking.lettered && (!isFinished(before) || before.endsWith(':')))
}

export function continueText(taking: Taking, last: RowRecord, row: GridRow, text: string): void {
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

/** A page header read as a row: alone, at the top of a piece, after a finished sentence, and no sentence itself. */
function isStray(taking: Taking, row: GridRow, before: string, text: string): boolean {
  const others = row.cells.filter((cell) => cell.words !== '' && cell !== cellAt(row, taking.textColumn))
  return row.firstOfPiece && others.length === 0 && isFinished(before) && !isFinished(text) && text.length < 90
}

export function continueRecord(taking: Taking, last: RowRecord, row: GridRow, noise: boolean): void {
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
  if (!column) return isAnotherOwners(taking, target, row)
  const before = target.pieces.get(column)?.lines.findLast((line) => line.trim() !== '') ?? ''
  const words = cellAt(row, column)?.words ?? ''
  if (words === '' || before === '') return words !== '' && hasOwn(taking, row)
  return hasOwn(taking, row) || (isFinished(before) && /^[A-Z\d•-]/.test(words) && !row.firstOfPiece)
}

/** Another body's own name, words and grade, under words that ended: merged cells that text has lost. */
function isAnotherOwners(taking: Taking, target: RecordRow, row: GridRow): boolean {
  if (row.firstOfPiece) return false
  return (['owner', 'evidence', 'grade'] as const).every((field) => {
    const column = taking.columns.find((one) => one.field === field)
    const words = (column && cellAt(row, column)?.words) ?? ''
    const before = (column && target.pieces.get(column)?.lines.findLast((line) => line.trim() !== '')) ?? ''
    return /^[A-Z\d]/.test(words) && before !== '' && (field !== 'evidence' || isFinished(before))
  })
}

/** Evidence that the page cut and that stands at the head of the next recommendation's cell goes back to the one above. */
export function handBack(taking: Taking, row: GridRow): void {
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

/** A row under a recommendation that stands above it: an action of its own, unless the page cut it from the row above. */
export function takeActionRow(taking: Taking, row: GridRow, last: RowRecord | undefined): void {
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
