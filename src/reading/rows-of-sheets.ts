import { isFinished } from './cell-lines.ts'
import type { GridRow } from './logical-tables.ts'
import { labelOf } from './part-labels.ts'
import { continueRecord } from './row-continuations.ts'
import { addRow, cellAt, hasOwn } from './row-record.ts'
import type { RowRecord, Taking } from './row-record.ts'

/**
 * Whether a row of a sheet says more of the recommendation above: it repeats its reference and words, or leaves them empty, or the cell of its
 * reference reaches down beside words of its own. No page cuts a sheet, so such a row is an update, an action or a part, not the rest of a row.
 */
export function belongsAbove(taking: Taking, row: GridRow, ref: string | null, last: RowRecord): boolean {
  const text = cellAt(row, taking.textColumn)?.words ?? ''
  if (row.covered.has(taking.textColumn.from)) return true
  const same = text === '' || plain(text) === plain(last.lines.join(' '))
  if (ref !== null) return ref === last.ref && ref !== '' && same
  if (same) return true
  if (taking.refColumn && row.covered.has(taking.refColumn.from)) return true
  return taking.refColumn !== undefined && !hasOwn(taking, row)
}

/** Adds the row: with words of its own as a part or a further line of the recommendation. */
export function takeRowBelow(taking: Taking, row: GridRow, last: RowRecord): void {
  const cell = cellAt(row, taking.textColumn)
  const text = cell?.words ?? ''
  const repeated = text === '' || plain(text) === plain(last.lines.join(' '))
  const others = row.cells.filter((one) => one.words !== '' && one !== cell)
  if (repeated && others.length === 1 && runsOn(taking, row, last)) return continueRecord(taking, last, row, false)
  if (repeated) return addRow(taking, last, row, [])
  last.lines.push(...(cell?.lines ?? []))
  addRow(taking, last, row, labelOf(text) === null ? [] : (cell?.lines ?? []))
}

/** A sentence that someone carried on in the row below. */
function runsOn(taking: Taking, row: GridRow, last: RowRecord): boolean {
  return taking.columns.some((column) => {
    const words = cellAt(row, column)?.words ?? ''
    const before = last.rows
      .at(-1)
      ?.pieces.get(column)
      ?.lines.findLast((line) => line.trim() !== '')
    return /^[a-z]/.test(words) && before !== undefined && !isFinished(before)
  })
}

/**
 * A reference that a workbook keeps as a number has lost its last nought: after `1.9` a second `1.1` is `1.10`. Leaves a doubt.
 */
export function withNought(taking: Taking, row: GridRow, ref: string | null, last: RowRecord | undefined): string | null {
  const before = /^(\d+)\.(\d*9)$/.exec(last?.ref ?? '')
  if (ref === null || !before) return ref
  const next = `${before[1]}.${Number(before[2]) + 1}`
  if (Number(next) !== Number(ref) || next === ref) return ref
  taking.doubts.push({
    place: row.place,
    ref: next,
    field: 'ref',
    why: `The sheet shows ${ref}, which after ${last?.ref} is read as ${next}.`,
  })
  return next
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
