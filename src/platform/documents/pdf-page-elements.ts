import { columnRuns } from './pdf-columns.ts'
import { drawnPage } from './pdf-drawn-columns.ts'
import { gridOf } from './pdf-grid.ts'
import type { PdfGrid } from './pdf-grid.ts'
import type { PdfLine } from './pdf-lines.ts'
import type { PdfPage, PdfWord } from './pdf-page.ts'
import { rowRulesOf, tablesBetween } from './pdf-row-rules.ts'
import type { RowRules } from './pdf-row-rules.ts'
import { groupsOfRules } from './pdf-rules.ts'
import { tableOfGrid } from './pdf-table.ts'
import type { PdfTable } from './pdf-table.ts'
import { disagreement, taggedTables } from './pdf-tagged-table.ts'
import { rowRuledTable, unruledTable } from './pdf-unruled-table.ts'

/** What pages hold, in the order of reading: runs of lines, and tables between them. */
export type PdfElement = { lines: PdfLine[] } | { table: PdfTable }

/** What lines and tags show of a page's tables before its text is looked at. */
export interface Ruled {
  tables: PdfTable[]
  rowRules: RowRules[]
  /** Boxes over one another, with no line down them. */
  boxes: PdfGrid[]
  /** Where lines and tags tell two tales, which was believed. */
  differing: 'lines' | 'tags' | null
}

export const UNRULED: Ruled = { tables: [], rowRules: [], boxes: [], differing: null }

/** What stands on a page whose columns a person drew. */
export function drawnElements(page: PdfPage, lines: readonly PdfLine[], columns: readonly number[]): PdfElement[] {
  const { above, table, below } = drawnPage(page, lines, columns)
  const made =
    table &&
    (table.ys ? rowRuledTable({ ...table, ys: table.ys }, page, table.xs) : unruledTable(table.lines, table.columns, page, table.xs))
  return [
    ...(above.length > 0 ? [{ lines: above }] : []),
    ...(made ? [{ table: made }] : []),
    ...(below.length > 0 ? [{ lines: below }] : []),
  ]
}

/** The tables whose cells lines part or tags tell, the better of the two where there are both; and the lines that part rows only. */
export function ruledTables(page: PdfPage): Ruled {
  const groups = groupsOfRules(page.rules, page.words)
  const grids = groups.flatMap((group) => gridOf(group) ?? [])
  const drawn = grids
    .filter((grid) => grid.xs.length > 2)
    .map((grid) => tableOfGrid(grid, page, page.words))
    .filter((table) => table.rows.some((row) => row.cells.some((cell) => cell.pieces.some((piece) => piece.words.length > 0))))
  const unlike = drawn.map((table) => disagreement(table, page))
  const differing = unlike.some(({ merged, split }) => merged > 0.05 || split > 0.05)
  // Lines that leave cells together which no line runs through are too few; tags that cut what lines hold together are wrong.
  const tooFew = unlike.map(({ merged, split }) => merged > 0.1 && split < 0.05)
  const believed = drawn.filter((_, at) => !tooFew[at])
  const tagged = taggedTables(page, outside(page, believed))
  return {
    tables: [...believed, ...tagged].toSorted((a, b) => a.top - b.top),
    rowRules: rowRulesOf(groups.filter((group) => group.down.length === 0).flatMap((group) => group.along)),
    boxes: grids.filter((grid) => grid.xs.length === 2),
    differing: differing ? (tooFew.some(Boolean) ? 'tags' : 'lines') : null,
  }
}

/** What stands on a page from its top down: its tables, and the lines between them. */
export function elementsOf(page: PdfPage, { tables, rowRules, boxes }: Ruled, lines: readonly PdfLine[]): PdfElement[] {
  const between = rowRules.flatMap((rules) => tablesBetween(rules, lines))
  const single: PdfTable[] = []
  for (const grid of boxes) {
    const rows = tablesBetween({ x1: grid.xs[0] ?? 0, x2: grid.xs[1] ?? 0, ys: grid.ys, rules: page.rules }, lines)
    if (rows.length > 0) between.push(...rows)
    else
      single.push(
        tableOfGrid(
          grid,
          page,
          lines.flatMap((line) => line.words),
        ),
      )
  }
  const boxed = new Set(single.flatMap(wordsIn))
  // Lines that were parted at columns are others, with the same first word.
  const inRowed = new Set(between.flatMap((rows) => rows.lines.map((line) => line.words[0])))
  const rowed = between.map((rows) => rowRuledTable(rows, page))
  const all = [...tables, ...rowed, ...single].toSorted((a, b) => a.top - b.top)
  const elements: PdfElement[] = []
  let left = lines.filter((line) => !inRowed.has(line.words[0]) && !line.words.some((word) => boxed.has(word)))
  for (const table of all) {
    elements.push(
      ...withoutRules(
        left.filter((line) => line.base <= table.top + 2),
        page,
      ),
      { table },
    )
    left = left.filter((line) => line.base > table.top + 2)
  }
  return [...elements, ...withoutRules(left, page)]
}

/** Lines, and the tables among them that only the place of their words shows. */
function withoutRules(lines: readonly PdfLine[], page: PdfPage): PdfElement[] {
  return columnRuns(lines).map((run): PdfElement =>
    'columns' in run ? { table: unruledTable(run.lines, run.columns, page) } : { lines: run },
  )
}

function wordsIn(table: PdfTable): PdfWord[] {
  return table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.pieces.flatMap((piece) => piece.words)))
}

/** The words of a page that stand in none of its tables. */
export function outside(page: PdfPage, tables: readonly PdfTable[]): PdfWord[] {
  const inside = new Set(tables.flatMap(wordsIn))
  return page.words.filter((word) => !inside.has(word))
}
