import { withoutFurniture } from './pdf-furniture.ts'
import { gridOf } from './pdf-grid.ts'
import { knownWords } from './pdf-hyphens.ts'
import { carriesOn, joinedTable } from './pdf-joined-tables.ts'
import { linesOf } from './pdf-lines.ts'
import type { PdfLine } from './pdf-lines.ts'
import type { PdfPage } from './pdf-page.ts'
import { gatheredLines, spacedText, wordedParagraph } from './pdf-paragraphs.ts'
import type { Setting } from './pdf-paragraphs.ts'
import { groupsOfRules } from './pdf-rules.ts'
import { sourceTable } from './pdf-source-table.ts'
import type { Surroundings } from './pdf-source-table.ts'
import { tableOfGrid } from './pdf-table.ts'
import type { PdfTable } from './pdf-table.ts'
import type { SourceBlock, SourceParagraph } from './source-document.ts'

/** What pages hold, in the order of reading: runs of lines, and tables between them. */
type Element = { lines: PdfLine[] } | { table: PdfTable }

export interface Layout {
  blocks: SourceBlock[]
  heads: string[]
  feet: string[]
}

/** Lays pages out as paragraphs and tables: tables that go on over pages are whole, what runs along the edges of pages is set aside. */
export function layoutOf(pages: readonly PdfPage[]): Layout {
  const found = pages.map((page) => {
    const tables = tablesOf(page)
    const inTables = new Set(
      tables.flatMap((table) => table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.pieces.flatMap((piece) => piece.words)))),
    )
    const lines = linesOf(
      page.words.filter((word) => !inTables.has(word)),
      page.number,
    )
    return { page, tables, lines }
  })
  const furnished = withoutFurniture(
    found.map(({ page, tables, lines }) => ({
      lines,
      height: page.height,
      first: Math.min(Infinity, ...tables.map((table) => table.top)),
      last: Math.max(0, ...tables.map((table) => table.bottom)),
    })),
  )
  const elements = found.flatMap(({ tables }, at) => elementsOf(tables, furnished[at]?.body ?? []))
  const tagsByPage = new Map(pages.map((page) => [page.number, page.tags]))
  const allLines = found.flatMap(({ page }) => linesOf(page.words, page.number).map((line) => spacedText(line.words)))
  const surroundings: Surroundings = { words: knownWords(allLines), tagsOf: (page) => tagsByPage.get(page) }
  return {
    blocks: blocksOf(joinedElements(elements), pages, surroundings),
    heads: furnished.flatMap(({ heads }) => heads),
    feet: furnished.flatMap(({ feet }) => feet),
  }
}

function tablesOf(page: PdfPage): PdfTable[] {
  return groupsOfRules(page.rules, page.words)
    .flatMap((group) => gridOf(group) ?? [])
    .map((grid) => tableOfGrid(grid, page, page.words))
    .filter((table) => table.rows.some((row) => row.cells.some((cell) => cell.pieces.some((piece) => piece.words.length > 0))))
    .toSorted((a, b) => a.top - b.top)
}

function elementsOf(tables: readonly PdfTable[], lines: readonly PdfLine[]): Element[] {
  const elements: Element[] = []
  let left = [...lines]
  for (const table of tables) {
    const above = left.filter((line) => line.base <= table.top + 2)
    left = left.filter((line) => line.base > table.top + 2)
    if (above.length > 0) elements.push({ lines: above })
    elements.push({ table })
  }
  if (left.length > 0) elements.push({ lines: left })
  return elements
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
