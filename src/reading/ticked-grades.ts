import { gradeOf } from './grades.ts'
import type { GridCell, GridRow } from './logical-tables.ts'

const TICK = /^\W*(?:✓|✔|√|x|y|yes|☒|☑|●|■)\W*$/i
const BLANK = /^[\s☐□–—-]*$/

/** Whether a cell holds a tick and nothing else; an empty box is none. */
export function isTicked(words: string): boolean {
  return TICK.test(words) && !BLANK.test(words)
}

/**
 * Columns headed by grades themselves (`Red`, `Amber`, `Green`; `Complete`, `On track`), with a tick in one of them, are one column of grades
 * that says the heading of the ticked one.
 */
export function tickedGrades(rows: readonly GridRow[]): readonly GridRow[] {
  const at = rows.slice(0, 6).findIndex((row) => gradeHeadings(row).length >= 2)
  const heading = rows[at]
  if (!heading) return rows
  const body = rows.slice(at + 1)
  const columns = gradeHeadings(heading).filter(({ column }) => body.every((row) => isTickOrBlank(row, column)))
  const [first] = columns
  if (!first || columns.length < 2 || !body.some((row) => columns.some(({ column }) => isTicked(wordsAt(row, column))))) return rows
  const others = new Set(columns.slice(1).map(({ column }) => column))
  return rows.map((row, index): GridRow => {
    if (index < at) return row
    const ticked = columns.filter(({ column }) => isTicked(wordsAt(row, column)))
    const words = index === at ? 'Status' : ticked.map((cell) => cell.words).join('\n')
    const cells = row.cells.filter((cell) => !others.has(cell.column))
    return { ...row, cells: cells.map((cell) => (cell.column === first.column ? { ...cell, words, lines: words.split('\n') } : cell)) }
  })
}

function gradeHeadings(row: GridRow): GridCell[] {
  return row.cells.filter((cell) => {
    const found = cell.words.length <= 40 && cell.columns === 1 ? gradeOf(cell.words) : null
    return found?.grade !== null && found?.rest === '' && !/^\d/.test(cell.words)
  })
}

function wordsAt(row: GridRow, column: number): string {
  return row.cells.find((cell) => cell.column === column)?.words ?? ''
}

/** A row across the table (a theme) has no cell of its own here. */
function isTickOrBlank(row: GridRow, column: number): boolean {
  const words = wordsAt(row, column)
  return BLANK.test(words) || isTicked(words) || gradeHeadings(row).some((cell) => cell.column === column)
}
