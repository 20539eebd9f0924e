import { refuseIf } from '../core/refusal.ts'
import { TOO_MUCH, workMs } from './pages-of-pdf.ts'
import { bodyParagraphs, bodySize, marginsOf } from './pdf-body.ts'
import { linesDrawnOn } from './pdf-drawn-columns.ts'
import { withoutFurniture } from './pdf-furniture.ts'
import { knownWords } from './pdf-hyphens.ts'
import { carriesOn, joinedTable, repeatsHeadings } from './pdf-joined-tables.ts'
import { linesOf, spacedText } from './pdf-lines.ts'
import { drawnElements, elementsOf, outside, ruledTables, UNRULED } from './pdf-page-elements.ts'
import type { PdfElement } from './pdf-page-elements.ts'
import type { PdfPage } from './pdf-page.ts'
import { sourceTable } from './pdf-source-table.ts'
import type { Surroundings } from './pdf-source-table.ts'
import type { PdfTable } from './pdf-table.ts'
import { LIMITS } from './reading-limits.ts'
import type { ColumnLines, SourceBlock } from './source-document.ts'

export interface Layout {
  blocks: SourceBlock[]
  heads: string[]
  feet: string[]
  /** Pages on which lines and tags tell of different cells, and which was believed. */
  differing: { page: number; believed: 'lines' | 'tags' }[]
}

/** Lays pages out as paragraphs and tables: tables that go on over pages are whole, what runs along the edges of pages is set aside. */
export function layoutOf(pages: readonly PdfPage[], drawn: readonly ColumnLines[] = []): Layout {
  const work = process.cpuUsage()
  const inTime = (): void => refuseIf(workMs(work) > LIMITS.pdfMs, 'invalid', TOO_MUCH)
  const ruled = pages.map((page) => {
    inTime()
    return linesDrawnOn(page.number, drawn) ? UNRULED : ruledTables(page)
  })
  const lines = pages.map((page, at) => linesOf(outside(page, ruled[at]?.tables ?? []), page.number))
  const furnished = withoutFurniture(
    pages.map((page, at) => ({
      lines: lines[at] ?? [],
      height: page.height,
      first: Math.min(Infinity, ...(ruled[at]?.tables ?? []).map((table) => table.top)),
      last: Math.max(0, ...(ruled[at]?.tables ?? []).map((table) => table.bottom)),
    })),
  )
  const elements = pages.flatMap((page, at) => {
    inTime()
    const columns = linesDrawnOn(page.number, drawn)
    const body = furnished[at]?.body ?? []
    return columns ? drawnElements(page, body, columns) : elementsOf(page, ruled[at]!, body)
  })
  const tagsByPage = new Map(pages.map((page) => [page.number, page.tags]))
  const surroundings: Surroundings = { words: knownWords(elements.flatMap(linesIn)), tagsOf: (page) => tagsByPage.get(page) }
  return {
    blocks: blocksOf(joinedElements(elements), pages, surroundings),
    heads: furnished.flatMap(({ heads }) => heads),
    feet: furnished.flatMap(({ feet }) => feet),
    differing: ruled.flatMap(({ differing }, at) => (differing ? [{ page: pages[at]!.number, believed: differing }] : [])),
  }
}

/** The lines of a run or of a table's cells, as text. */
function linesIn(element: PdfElement): string[] {
  const pieces = 'table' in element ? element.table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.pieces)) : []
  const lines = 'table' in element ? pieces.flatMap((piece) => linesOf(piece.words, piece.page)) : element.lines
  return lines.map((line) => spacedText(line.words))
}

/** Tables and paragraphs that a page's end cut are whole again. */
function joinedElements(elements: readonly PdfElement[]): PdfElement[] {
  const joined: PdfElement[] = []
  const goesOn = (one: PdfElement | undefined, other: PdfElement): one is { table: PdfTable } =>
    one !== undefined && 'table' in one && 'table' in other && lastPage(one.table) < other.table.page && carriesOn(one.table, other.table)
  for (const element of elements) {
    const [over, between] = joined.slice(-2)
    if (between && 'lines' in between && goesOn(over, element) && repeatsHeadings(over.table, between.lines)) {
      joined.pop()
      over.table = { ...over.table, rows: over.table.rows.with(0, { ...over.table.rows[0]!, header: true }) }
    }
    const last = joined.at(-1)
    if (goesOn(last, element) && 'table' in element) last.table = joinedTable(last.table, element.table)
    else if (last && 'lines' in last && 'lines' in element) last.lines.push(...element.lines)
    else joined.push('lines' in element ? { lines: [...element.lines] } : { ...element })
  }
  return joined
}

/** The last page that a table reaches to. */
function lastPage(table: PdfTable): number {
  return Math.max(table.page, ...(table.rows.at(-1)?.cells.flatMap((cell) => cell.pieces.map((piece) => piece.page)) ?? []))
}

function blocksOf(elements: readonly PdfElement[], pages: readonly PdfPage[], surroundings: Surroundings): SourceBlock[] {
  const lines = elements.flatMap((element) => ('lines' in element ? element.lines : []))
  const setting = { margins: marginsOf(lines, pages), size: bodySize(lines), surroundings }
  let tables = 0
  return elements.flatMap((element): SourceBlock[] =>
    'table' in element ? [sourceTable(element.table, ++tables, surroundings)] : bodyParagraphs(element.lines, setting),
  )
}
