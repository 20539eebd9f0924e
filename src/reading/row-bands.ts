import { isFinished } from './cell-lines.ts'
import type { GridCell, GridRow } from './logical-tables.ts'
import { scaleInWords } from './read-scale.ts'
import { leadingRef, refOf } from './references.ts'
import { NOWHERE, newRecord } from './row-record.ts'
import type { Taking } from './row-record.ts'

/** Whether a row across the table is a recommendation: `Recommendation 3: That …`. */
export function isIntroduction(words: string): boolean {
  return /^recommendation\b/i.test(words) && leadingRef(words) !== null
}

export function takeIntroduction(taking: Taking, row: GridRow): void {
  const filled = row.cells.filter((cell) => cell.words !== '')
  if (filled.length === 1 && isIntroduction(filled[0]?.words ?? '')) startBandRecord(taking, row, filled[0]?.words ?? '')
}

/** A row whose one cell spans (nearly) the table: a theme, a guidance note or a section. */
export function bandOf(taking: Taking, row: GridRow, filled: readonly GridCell[]): string | null {
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
  return alone && ((taking.refColumn?.from === 0 && /\s|^[a-z]{5,}$/i.test(only.words)) || named) ? only.words : null
}

export function takeBand(taking: Taking, row: GridRow, words: string): void {
  if (scaleInWords(words).length > 0) return
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
