import { largest } from '../platform/core/extremes.ts'
import { fieldsOfHeading } from './heading-families.ts'
import type { Field } from './heading-families.ts'
import type { GridCell, GridRow } from './logical-tables.ts'

const SAYS: ReadonlySet<Field | undefined> = new Set<Field>(['evidence', 'response', 'action', 'grade', 'impact', 'measure', 'comment'])

/**
 * Rows across the table that say more of the row above them, each with its label (`Progress: …`, `Update (June 2024): …`), as columns of their
 * own at the right of that row. Tables with fewer than two such rows are left alone.
 */
export function saidBelow(rows: readonly GridRow[]): readonly GridRow[] {
  const said = rows.map(labelledBand)
  const heading = rows.findIndex((row) => headings(row) >= 2)
  const labels = [...new Set(said.flatMap((one, at) => (one && at > heading + 1 ? [plain(one.label)] : [])))]
  if (heading === -1 || labels.length === 0 || labels.length > 6 || said.filter(Boolean).length < 2) return rows
  const width = largest(rows.flatMap((row) => row.cells.map((cell) => cell.column + cell.columns)))
  const whole: GridRow[] = []
  rows.forEach((row, at) => {
    const one = said[at]
    const last = whole.at(-1)
    if (!one || !last || at <= heading + 1) whole.push({ ...row, cells: [...row.cells] })
    else put(last, width + labels.indexOf(plain(one.label)), one.lines)
  })
  const top = whole[heading]
  const named = labels.map((label) => said.find((one) => one && plain(one.label) === label)?.label ?? label)
  if (top) named.forEach((label, at) => put(top, width + at, [label]))
  return whole
}

function plain(label: string): string {
  return label.toLowerCase().replaceAll(/\s+/g, ' ')
}

function headings(row: GridRow): number {
  return row.cells.filter((cell) => cell.words !== '' && cell.words.length < 80 && fieldsOfHeading(cell.words).length > 0).length
}

function labelledBand(row: GridRow): { label: string; lines: string[] } | null {
  const filled = row.cells.filter((cell) => cell.words !== '')
  const [only] = filled
  if (!only || filled.length > 1 || only.column > 1) return null
  const match = /^([A-Z][^:\n]{2,60}?)\s*(?::|\s–\s|\n)\s*(\S[\s\S]*)$/.exec(only.words)
  return match?.[1] && match[2] && SAYS.has(fieldsOfHeading(match[1])[0]) ? { label: match[1], lines: match[2].split('\n') } : null
}

function put(row: GridRow, column: number, lines: string[]): void {
  const before = row.cells.find((cell) => cell.column === column)
  if (before) {
    before.lines = [...before.lines, ...lines]
    before.words = before.lines.join('\n')
    return
  }
  const cell: GridCell = { column, columns: 1, rows: 1, lines, words: lines.join('\n'), bold: false }
  row.cells.push(cell)
}
