import { columnRuns } from './pdf-columns.ts'
import { withoutFurniture } from './pdf-furniture.ts'
import { gridOf } from './pdf-grid.ts'
import { knownWords } from './pdf-hyphens.ts'
import { carriesOn, joinedTable } from './pdf-joined-tables.ts'
import { linesOf } from './pdf-lines.ts'
import type { PdfLine } from './pdf-lines.ts'
import type { PdfPage, PdfWord } from './pdf-page.ts'
import { gatheredLines, spacedText, wordedParagraph } from './pdf-paragraphs.ts'
import type { Setting } from './pdf-paragraphs.ts'
import { rowRulesOf, tablesBetween } from './pdf-row-rules.ts'
import type { RowRules } from './pdf-row-rules.ts'
import { groupsOfRules } from './pdf-rules.ts'
import { sourceTable } from './pdf-source-table.ts'
import type { Surroundings } from './pdf-source-table.ts'
import { tableOfGrid } from './pdf-table.ts'
import type { PdfTable } from './pdf-table.ts'
import { disagreement, taggedTables } from './pdf-tagged-table.ts'
import { rowRuledTable, unruledTable } from './pdf-unruled-table.ts'
import type { SourceBlock, SourceParagraph } from './source-document.ts'

/** What pages hold, in the order of reading: runs of lines, and tables between them. */
type Element = { lines: PdfLine[] } | { table: PdfTable }

export interface Layout {
  blocks: SourceBlock[]
  heads: string[]
  feet: string[]
  /** Pages on which lines and tags tell of different cells, and which was believed. */
  differing: { page: number; believed: 'lines' | 'tags' }[]
}

/** Lays pages out as paragraphs and tables: tables that go on over pages are whole, what runs along the edges of pages is set aside. */
export function layoutOf(pages: readonly PdfPage[]): Layout {
  const ruled = pages.map(ruledTables)
  const lines = pages.map((page, at) => linesOf(outside(page, ruled[at]?.tables ?? []), page.number))
  const furnished = withoutFurniture(
    pages.map((page, at) => ({
      lines: lines[at] ?? [],
      height: page.height,
      first: Math.min(Infinity, ...(ruled[at]?.tables ?? []).map((table) => table.top)),
      last: Math.max(0, ...(ruled[at]?.tables ?? []).map((table) => table.bottom)),
    })),
  )
  const elements = pages.flatMap((page, at) => elementsOf(page, ruled[at]!, furnished[at]?.body ?? []))
  const tagsByPage = new Map(pages.map((page) => [page.number, page.tags]))
  const surroundings: Surroundings = { words: knownWords(elements.flatMap(linesIn)), tagsOf: (page) => tagsByPage.get(page) }
  return {
    blocks: blocksOf(joinedElements(elements), pages, surroundings),
    heads: furnished.flatMap(({ heads }) => heads),
    feet: furnished.flatMap(({ feet }) => feet),
    differing: ruled.flatMap(({ differing }, at) => (differing ? [{ page: pages[at]!.number, believed: differing }] : [])),
  }
}

/** The words of a page that stand in none of its tables. */
function outside(page: PdfPage, tables: readonly PdfTable[]): PdfWord[] {
  const inside = new Set(
    tables.flatMap((table) => table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.pieces.flatMap((piece) => piece.words)))),
  )
  return page.words.filter((word) => !inside.has(word))
}

/** The lines of a run or of a table's cells, as text. */
function linesIn(element: Element): string[] {
  const pieces = 'table' in element ? element.table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.pieces)) : []
  const lines = 'table' in element ? pieces.flatMap((piece) => linesOf(piece.words, piece.page)) : element.lines
  return lines.map((line) => spacedText(line.words))
}

interface Ruled {
  tables: PdfTable[]
  rowRules: RowRules[]
  /** Where lines and tags tell two tales, which was believed. */
  differing: 'lines' | 'tags' | null
}

/** The tables whose cells lines part or tags tell, the better of the two where there are both; and the lines that part rows only. */
function ruledTables(page: PdfPage): Ruled {
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
  const boxed = grids
    .filter((grid) => grid.xs.length === 2)
    .map(({ xs, ys }) => ({ x1: xs[0] ?? 0, x2: xs[1] ?? 0, ys, rules: page.rules }))
  return {
    tables: [...believed, ...tagged].toSorted((a, b) => a.top - b.top),
    rowRules: [...rowRulesOf(groups.filter((group) => group.down.length === 0).flatMap((group) => group.along)), ...boxed],
    differing: differing ? (tooFew.some(Boolean) ? 'tags' : 'lines') : null,
  }
}

/** What stands on a page from its top down: its tables, and the lines between them. */
function elementsOf(page: PdfPage, { tables, rowRules }: Ruled, lines: readonly PdfLine[]): Element[] {
  const between = rowRules.flatMap((rules) => tablesBetween(rules, lines))
  const rowed = between.map((rows) => rowRuledTable(rows, page))
  const inRowed = new Set(between.flatMap((rows) => rows.lines))
  const all = [...tables, ...rowed].toSorted((a, b) => a.top - b.top)
  const elements: Element[] = []
  let left = lines.filter((line) => !inRowed.has(line))
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
function withoutRules(lines: readonly PdfLine[], page: PdfPage): Element[] {
  return columnRuns(lines).map((run): Element =>
    'columns' in run ? { table: unruledTable(run.lines, run.columns, page) } : { lines: run },
  )
}

/** Tables and paragraphs that a page's end cut are whole again. */
function joinedElements(elements: readonly Element[]): Element[] {
  const joined: Element[] = []
  for (const element of elements) {
    const last = joined.at(-1)
    if (last && 'table' in last && 'table' in element && lastPage(last.table) < element.table.page && carriesOn(last.table, element.table))
      last.table = joinedTable(last.table, element.table)
    else if (last && 'lines' in last && 'lines' in element) last.lines = [...last.lines, ...element.lines]
    else joined.push({ ...element })
  }
  return joined
}

/** The last page that a table reaches to. */
function lastPage(table: PdfTable): number {
  return Math.max(table.page, ...(table.rows.at(-1)?.cells.flatMap((cell) => cell.pieces.map((piece) => piece.page)) ?? []))
}

function blocksOf(elements: readonly Element[], pages: readonly PdfPage[], surroundings: Surroundings): SourceBlock[] {
  const lines = elements.flatMap((element) => ('lines' in element ? element.lines : []))
  const margins = marginsOf(lines, pages)
  const body = bodySize(elements)
  let tables = 0
  return elements.flatMap((element): SourceBlock[] =>
    'table' in element
      ? [sourceTable(element.table, ++tables, surroundings)]
      : paragraphsOn(element.lines, { margins, body, surroundings }),
  )
}

function paragraphsOn(
  lines: readonly PdfLine[],
  { margins, body, surroundings }: { margins: (page: number) => { left: number; right: number }; body: number; surroundings: Surroundings },
): SourceParagraph[] {
  const setting: Setting = { ...surroundings, ...margins(lines[0]?.page ?? 1) }
  return gatheredLines(lines, setting).map((set) => {
    const paragraph = wordedParagraph(set, setting)
    const size = set.lines[0]?.size ?? body
    if (!paragraph.list && size > 1.12 * body && paragraph.text.length < 200) paragraph.heading = size > 1.5 * body ? 1 : 2
    return paragraph
  })
}

/** Between which margins words run on pages of a width. */
function marginsOf(lines: readonly PdfLine[], pages: readonly PdfPage[]): (page: number) => { left: number; right: number } {
  const widths = new Map(pages.map((page) => [page.number, Math.round(page.width)]))
  const margins = new Map<number, { left: number; right: number }>()
  for (const line of lines) {
    const width = widths.get(line.page) ?? 0
    const known = margins.get(width) ?? { left: line.x, right: line.right }
    margins.set(width, { left: Math.min(known.left, line.x), right: Math.max(known.right, line.right) })
  }
  return (page) => margins.get(widths.get(page) ?? 0) ?? { left: 0, right: 500 }
}

/** The size that most letters of the document have. */
function bodySize(elements: readonly Element[]): number {
  const counts = new Map<number, number>()
  for (const element of elements) {
    if (!('lines' in element)) continue
    for (const line of element.lines) {
      const size = Math.round(line.size * 2) / 2
      counts.set(size, (counts.get(size) ?? 0) + spacedText(line.words).length)
    }
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 10
}
