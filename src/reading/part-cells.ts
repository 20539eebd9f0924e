import { TWOFOLD, isTwofold } from './column-hint.ts'
import type { ColumnHint, Twofold } from './column-hint.ts'
import { wordsOf } from './cell-lines.ts'
import type { Column } from './columns.ts'
import { findDates } from './dates.ts'
import { closingGrade, gradeOf } from './grades.ts'
import type { GridCell, GridRow } from './logical-tables.ts'

/** The second of two things stands in a column of its own, between the first and whatever comes after. */
const BETWEEN = 0.5

/** Columns that an officer said hold two things become two, the words of each cell under the headings parted among them. */
export function partCells(
  rows: readonly GridRow[],
  columns: readonly Column[],
  headingRows: number,
  hint: ColumnHint | undefined,
): { rows: GridRow[]; columns: Column[] } {
  const twofold = columns.flatMap((column) => {
    const meaning = hint?.columns?.[column.from]
    return isTwofold(meaning) ? [{ column, meaning }] : []
  })
  if (twofold.length === 0) return { rows: [...rows], columns: [...columns] }
  return {
    rows: rows.map((row, at) => (at < headingRows ? row : twofold.reduce((parted, one) => partRow(parted, one.column, one.meaning), row))),
    columns: columns.flatMap((column) => {
      const meaning = twofold.find((one) => one.column === column)?.meaning
      if (meaning === undefined) return [column]
      const second = column.to + BETWEEN
      return [column, { field: TWOFOLD[meaning][1], heading: column.heading, from: second, to: second }]
    }),
  }
}

function partRow(row: GridRow, { from, to }: Column, meaning: Twofold): GridRow {
  const cells = row.cells.flatMap((cell) => {
    if (cell.column < from || cell.column > to || cell.words === '') return [cell]
    const [first, second] = meaning === 'owner+due' ? ownersAndDates(cell.lines) : gradeAndEvidence(cell.lines)
    // The background is the grade's, or the first thing's: it is said once.
    const { fill: _, ...plain } = withLines(cell, second)
    return [withLines(cell, first), { ...plain, column: to + BETWEEN, columns: 1 }]
  })
  return { ...row, cells }
}

function withLines(cell: GridCell, lines: string[]): GridCell {
  return { ...cell, lines, words: wordsOf(lines) }
}

/** At the end of a line, set off from what stands before it, or all of it. */
const RHYTHM =
  /(?:^|[-–—,;:/|([]\s*)(?:on-?\s?going|immediate(?:ly)?|continuous(?:ly)?|quarterly|monthly|annual(?:ly)?|tb[ac]|completed?)[.)\]]*$/i
/** Words that lead to a date and go with it: `by the end of`. */
const LEADING = /(?:\b(?:by|before|from|until|due|in|on|the|end|early|mid|late|of|target|date|timescale)\b[\s:]*)+$/i

/** `Head of Parks – by March 2027` is an owner and a date; a line without a date is an owner's, unless it is a rhythm (`Ongoing`). */
function ownersAndDates(lines: readonly string[]): [string[], string[]] {
  const owners: string[] = []
  const dates: string[] = []
  for (const line of lines) {
    const found = findDates(line)
    const [first] = found
    const last = found.at(-1)
    if (!first || !last) {
      const words = line.trim()
      const rhythm = RHYTHM.exec(words)?.[0] ?? ''
      owners.push(bare(words.slice(0, words.length - rhythm.length)))
      if (rhythm !== '') dates.push(rhythm.replaceAll(/^\W+|\W+$/g, ''))
      continue
    }
    const start = first.start - (LEADING.exec(line.slice(Math.max(0, first.start - 60), first.start))?.[0].length ?? 0)
    dates.push(line.slice(start, last.end).trim())
    owners.push(bare(line.slice(0, start)), bare(line.slice(last.end)))
  }
  return [owners.filter((line) => line.trim() !== ''), dates]
}

/** Without the signs that stood between an owner and a date. */
function bare(words: string): string {
  return words
    .replace(/^[\s\-–—,;:/|)\]]+/, '')
    .replace(/[\s\-–—,;:/|([]+$/, '')
    .trim()
}

/** `On track. The group met in May.` is a grade and its evidence; so is a status that closes the words. */
function gradeAndEvidence(lines: readonly string[]): [string[], string[]] {
  const words = wordsOf(lines)
  const opening = gradeOf(words)
  if (opening.grade !== null) {
    const head = words.slice(0, words.trim().length - opening.rest.length)
    return [[bare(head).replace(/\.$/, '')], opening.rest.replace(/^[\s\-–—:;,.]+/, '').split('\n')]
  }
  const closing = closingGrade(words)
  if (closing) return [[closing.label ?? words.trim().slice(closing.rest.length).trim()], closing.rest.split('\n')]
  return [[], [...lines]]
}
