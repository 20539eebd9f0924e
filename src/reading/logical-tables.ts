import type {
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourceParagraph,
  SourceRow,
  SourceTable,
} from '../platform/documents/source-document.ts'
import { linesOf, wordsOf } from './cell-lines.ts'
import { fieldsOfHeading } from './heading-families.ts'
import { fittedRows, isLoosePiece, looseRows } from './loose-pieces.ts'
import type { Place } from './reading.ts'
import { leadingRef, refOf } from './references.ts'

/** A cell where it stands in the grid, with its lines. */
export interface GridCell {
  column: number
  columns: number
  lines: string[]
  words: string
  bold: boolean
  fill?: string
  /** How many rows it reaches down. */
  rows: number
}

export interface GridRow {
  place: Place
  cells: GridCell[]
  /** Columns that a cell of an earlier row, merged down, reaches into. */
  covered: Map<number, GridCell>
  header: boolean
  /** The first row of a table that carries on from the one before. */
  firstOfPiece: boolean
}

/** Tables of the document that are one table to a reader: pieces that pages cut, with what stands above and between. */
export interface LogicalTable {
  tables: SourceTable[]
  rows: GridRow[]
  width: number
  /** Paragraphs between the table before and this one, the nearest last. */
  above: SourceParagraph[]
  /** Paragraphs after it, up to the next table. */
  below: SourceParagraph[]
}

/** Cuts a document at its tables; a piece that carries on from the table before joins it. */
export function logicalTables(document: SourceDocument): LogicalTable[] {
  const logical: LogicalTable[] = []
  const running = runningLines(document)
  let between: SourceParagraph[] = []
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') {
      if (logical.length === 0 || !(isPageNumber(block.text) || running.has(block.text))) between.push(block)
      continue
    }
    const last = logical.at(-1)
    if (last && document.kind === 'text' && isFooter(last, block)) continue
    const rows = gridRows(block)
    if (last && carriesOn(last, rows, block, between)) join(last, block, fittedRows(last, block, rows))
    else if (last && document.kind === 'text' && isLoosePiece(last, block, rows, between))
      join(last, block, looseRows(last, block, rows, between))
    else {
      if (last) last.below = between
      logical.push({ tables: [block], rows, width: block.width, above: between, below: [] })
    }
    between = []
  }
  const last = logical.at(-1)
  if (last) last.below = between
  return logical
}

/** Lines that come back on page after page are its furniture: each time after a table. */
function runningLines(document: SourceDocument): Set<string> {
  const counts = new Map<string, number>()
  document.blocks.forEach((block, at) => {
    if (block.kind !== 'paragraph' || block.text.length > 80 || block.list || /:\s*$/.test(block.text)) return
    const near = document.blocks.slice(Math.max(0, at - 2), at).some((other) => other.kind === 'table')
    if (near) counts.set(block.text, (counts.get(block.text) ?? 0) + 1)
  })
  return new Set([...counts].filter(([, count]) => count >= 2).map(([text]) => text))
}

/** A page's foot that extraction cut into cells: a few short words and the page's number. */
function isFooter(last: LogicalTable, table: SourceTable): boolean {
  const words = table.rows.flatMap((row) => row.cells.map((cell) => wordsOf(linesOf(cell.blocks))))
  return (
    table.rows.length === 1 &&
    last.width >= 4 &&
    table.width <= 3 &&
    words.join(' ').length < 100 &&
    words.some((text) => text !== '' && isPageNumber(text)) &&
    !/^\W*\d{1,3}\W*$/.test(words[0] ?? '')
  )
}

/** `Page 3`, `3 of 12`, `- 3 -`. */
function isPageNumber(text: string): boolean {
  return /^\W*(?:page|p\.)?\s*\d{1,3}(?:\s*(?:of|\/)\s*\d{1,3})?\W*$/i.test(text.trim())
}

function join(last: LogicalTable, piece: SourceTable, rows: readonly GridRow[]): void {
  rows.forEach((row, at) => last.rows.push({ ...row, firstOfPiece: at === 0 }))
  last.tables.push(piece)
}

/** What names the table that follows it: no page puts that between two pieces of one. */
const NAMES = /^(?:recommendation|theme|priority|objective|section|part|aim|workstream)\s*\d/i

/** Nothing but the furniture of a page stands between, and the piece has no heading row of its own or repeats the same one. */
function carriesOn(last: LogicalTable, rows: readonly GridRow[], table: SourceTable, between: readonly SourceParagraph[]): boolean {
  if (
    between.some(
      (paragraph) =>
        paragraph.heading !== undefined || paragraph.bold || paragraph.text.length > 200 || paragraph.list || NAMES.test(paragraph.text),
    ) ||
    between.length > 2
  )
    return false
  const titled = titleAbove(rows)
  if (titled !== null && titled !== titleAbove(last.rows)) return false
  const from = titled === null ? 0 : 1
  const first = last.rows.find((row, at) => row.cells.length > 1 && (at > 0 || titleAbove(last.rows) === null))
  const here = rows.find((row, at) => row.cells.length > 1 && at >= from)
  if (!first || !here || last.width < 3) return false
  if (sameWords(first, here)) return true
  if (between.length > 0) return between.every(isShort) && between.length < 3 && table.width === last.width && runsOnFrom(last, here)
  return (
    (Math.abs(table.width - last.width) <= 2 && table.width >= 3 && rowOpensAPiece(here) && !isHeading(here)) ||
    (table.width === last.width && table.width >= 4 && !isHeading(here) && last.rows.some(isHeading))
  )
}

function isShort(paragraph: SourceParagraph): boolean {
  return paragraph.text.length <= 60 && !/:\s*$/.test(paragraph.text)
}

/** Whatever stands between: a row that goes on in mid-sentence under empty cells, or whose reference is the next of the same table. */
function runsOnFrom(last: LogicalTable, row: GridRow): boolean {
  const first = row.cells.find((cell) => cell.words !== '')
  if (!first || isHeading(row)) return false
  if (first.column > 0) return row.cells.some((cell) => /^[a-z]/.test(cell.words))
  const before = last.rows.findLast((other) => refIn(other) !== null)
  return before !== undefined && follows(refIn(row), refIn(before))
}

/** The reference of a row: alone in its first cell, or before the words there. */
function refIn(row: GridRow): string | null {
  const words = row.cells.find((cell) => cell.column === 0)?.words ?? ''
  return refOf(words) ?? leadingRef(words)?.ref ?? null
}

/** `7` after `6`, `SC20` after `SC18` (others were signed off), `2.1` after `1.4`, `c` after `b`. */
function follows(ref: string | null, before: string | null): boolean {
  if (ref === null || before === null) return false
  if (/^[a-z]$/i.test(ref) && /^[a-z]$/i.test(before)) return ref.charCodeAt(0) - before.charCodeAt(0) === 1
  const numbers = (text: string): number[] => [...text.matchAll(/\d+/g)].map((match) => Number(match[0]))
  const letters = (text: string): string => text.replaceAll(/\d+[a-z]?\b/g, '').toLowerCase()
  const [now, then] = [numbers(ref), numbers(before)]
  const at = now.findIndex((number, index) => number !== then[index])
  const step = (now[at] ?? 0) - (then[at] ?? 0)
  return now.length === then.length && letters(ref) === letters(before) && at !== -1 && step > 0 && step < 20
}

/** A heading that a table of recommendations has, and no sentence that has one in it. */
function isNamed({ words }: GridCell): boolean {
  return words.length < 80 && !/[a-z]{3}[.!]$/.test(words) && fieldsOfHeading(words).length > 0
}

/** Most of its cells are headings that a table of recommendations has. */
function isHeading(row: GridRow): boolean {
  const filled = row.cells.filter((cell) => cell.words !== '')
  const known = filled.filter(isNamed)
  return known.length >= 3 && known.length * 2 > filled.length
}

/** The words of a first row that is a title: they stand alone in it, over a row of headings. */
function titleAbove([row, next]: readonly GridRow[]): string | null {
  const filled = row?.cells.filter((cell) => cell.words !== '') ?? []
  const headed = next?.cells.filter(isNamed).length ?? 0
  return filled.length === 1 && filled[0]?.column === 0 && headed >= 3 ? filled[0].words : null
}

/** A cell left empty or words in mid-sentence at the top of a table: a row that a page cut, or a row like any other. */
function rowOpensAPiece(row: GridRow): boolean {
  return !row.header && row.cells.some((cell) => cell.words === '' || cell.words.length > 60 || /^\d/.test(cell.words))
}

function sameWords(a: GridRow, b: GridRow): boolean {
  const words = (row: GridRow): string => row.cells.map((cell) => cell.words.toLowerCase().replaceAll(/\W+/g, '')).join('|')
  return words(a) !== '' && words(a) === words(b)
}

/** The rows of a table with the cells that reach down into them. */
export function gridRows(table: SourceTable): GridRow[] {
  const reaching = new Map<number, { cell: GridCell; left: number }>()
  return table.rows.map((row, at) => {
    const covered = new Map<number, GridCell>()
    for (const [column, { cell, left }] of reaching) if (left > 0) covered.set(column, cell)
    for (const reach of reaching.values()) reach.left--
    const cells = row.cells.map(gridCell)
    for (const cell of cells) if (cell.rows > 1) reaching.set(cell.column, { cell, left: cell.rows - 1 })
    return { place: placeOf(table, row), cells, covered, header: row.header, firstOfPiece: at === 0 }
  })
}

function placeOf(table: SourceTable, row: SourceRow): Place {
  return row.page === undefined ? { table: table.number, row: row.number } : { table: table.number, row: row.number, page: row.page }
}

function gridCell(cell: SourceCell): GridCell {
  const lines = linesOf(cell.blocks)
  const grid: GridCell = {
    column: cell.column,
    columns: cell.columns,
    rows: cell.rows,
    lines,
    words: wordsOf(lines),
    bold: isBold(cell.blocks),
  }
  if (cell.fill !== undefined) grid.fill = cell.fill
  return grid
}

function isBold(blocks: readonly SourceBlock[]): boolean {
  const filled = blocks.filter((block) => block.kind === 'paragraph' && block.text !== '')
  return filled.length > 0 && filled.every((block) => block.kind === 'paragraph' && block.bold === true)
}
