import type { PaperBlock, PaperDocument, PaperItem, PaperList, PaperRow, PaperSection, PaperTable } from './paper-document.ts'
import { withHeadingsInOrder } from './paper-document.ts'
import { squared, textOfRuns } from './paper-rows.ts'
import { longestWords } from './paper-widths.ts'

/** A paper as rows and columns: what Excel and CSV are written from. A sheet a section, its blocks one below another. */
export interface PaperSheet {
  name: string
  orientation: PaperSection['orientation']
  /** Columns in letters, as wide as the widest of the sheet's tables wants each. */
  widths: number[]
  rows: SheetRow[]
}

export type SheetRow = TextRow | TableRow | { kind: 'space' }

/** Words across the sheet: a title, a paragraph, an item of a list. */
export interface TextRow {
  kind: 'text'
  text: string
  heading?: 1 | 2 | 3 | 4
  /** All its words are bold. */
  bold?: boolean
  quiet?: boolean
}

/** A row of a table, or a label and what stands against it. */
export interface TableRow {
  kind: 'table'
  header: boolean
  cells: SheetCell[]
  /** The first row of the body of a table with a header of one row, none of whose cells are merged: such a table can be filtered. */
  filterable?: boolean
}

export interface SheetCell {
  /** From 0. */
  column: number
  columns: number
  rows: number
  text: string
  heading: boolean
  band: boolean
}

/** Letters across a page, so that a sheet printed to the width of a page is set about as large as the paper itself. */
const LETTERS = { portrait: 95, landscape: 150 }
const PAIRS = [27, 68]
/** A table of many columns is wider than a page, rather than columns of a few letters. */
const NARROW = 17
const WIDEST = 70
/** How wide a small table may make a column of the large one. */
const BESIDE = 26
const LONGEST_NAME = 31

export function sheetsOf(paper: PaperDocument): PaperSheet[] {
  const taken = new Set<string>()
  return withHeadingsInOrder(paper).sections.map((section) => {
    const first = section.blocks.find((block) => block.kind === 'heading')
    const name = freeName(section.name ?? (first?.kind === 'heading' ? first.text : ''), taken)
    taken.add(name.toLowerCase())
    return { name, orientation: section.orientation, widths: widthsOf(section), rows: rowsOfBlocks(section.blocks) }
  })
}

/** A name that Excel takes: without the signs it forbids, at most 31 letters, and no other sheet's. */
function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const whole =
    wanted
      .replaceAll(/[\\/?*:[\]\p{C}]/gu, ' ')
      .replaceAll(/\s+/g, ' ')
      .replaceAll(/^'+|'+$/g, '')
      .trim() || 'Paper'
  const short = (ending: string) => {
    const room = LONGEST_NAME - ending.length
    if (whole.length <= room) return `${whole}${ending}`
    const cut = whole.slice(0, room + 1)
    return `${cut.slice(0, cut.lastIndexOf(' ') > room / 2 ? cut.lastIndexOf(' ') : room).replace(/[\s–-]+$/, '')}${ending}`
  }
  for (let number = 1; ; number += 1) {
    const name = short(number === 1 ? '' : ` (${number})`)
    if (!taken.has(name.toLowerCase())) return name
  }
}

/** The widest of the sheet's tables sets the columns; the smaller ones below and above it may widen them a little. */
function widthsOf({ blocks, orientation }: PaperSection): number[] {
  const tables = blocks.flatMap((block): number[][] => {
    if (block.kind === 'pairs') return [PAIRS]
    return block.kind === 'table' ? [widthsOfTable(block, LETTERS[orientation])] : []
  })
  const main = tables.toSorted((one, other) => other.length - one.length)[0]
  if (!main) return [LETTERS.portrait]
  const several = main.length > 2
  return main.map((width, column) => {
    const others = tables.map((table) => Math.min(several ? BESIDE : WIDEST, table[column] ?? 0))
    return Math.round(Math.min(WIDEST, Math.max(8, width, ...others)))
  })
}

function widthsOfTable(table: PaperTable, page: number): number[] {
  const whole = table.widths.reduce((sum, width) => sum + width, 0)
  const letters = Math.max(page, table.widths.length * NARROW) * (table.share ?? 1)
  const words = longestWords(table)
  return table.widths.map((width, column) => Math.max((letters * width) / whole, (words[column] ?? 0) * 1.15 + 2))
}

function rowsOfBlocks(blocks: readonly PaperBlock[]): SheetRow[] {
  return blocks.flatMap((block, index): SheetRow[] => {
    const rows = rowsOfBlock(block)
    const apart = block.kind === 'table' || block.kind === 'pairs' || block.kind === 'heading'
    const before = blocks[index - 1]
    // A title alone between blank rows is known for one where nothing can be bold.
    const after = before && (before.kind === 'table' || before.kind === 'pairs' || (before.kind === 'heading' && before.level === 1))
    return index > 0 && (apart || after) ? [{ kind: 'space' }, ...rows] : rows
  })
}

function rowsOfBlock(block: PaperBlock): SheetRow[] {
  if (block.kind === 'heading') return [{ kind: 'text', text: block.text, heading: block.level }]
  if (block.kind === 'paragraph') {
    const bold = block.runs.length > 0 && block.runs.every((run) => run.bold)
    return [{ kind: 'text', text: textOfRuns(block.runs), bold, quiet: block.style === 'note' }]
  }
  if (block.kind === 'list' || block.kind === 'contents') return linesOfBlock(block).map((text) => ({ kind: 'text', text }))
  if (block.kind === 'pairs')
    return block.pairs.map(({ label, blocks }) => ({
      kind: 'table',
      header: false,
      cells: [plainCell(0, label, true), plainCell(1, textOfPaper(blocks), false)],
    }))
  return rowsOfTable(block)
}

function plainCell(column: number, text: string, heading: boolean): SheetCell {
  return { column, columns: 1, rows: 1, text, heading, band: false }
}

function rowsOfTable(table: PaperTable): TableRow[] {
  const width = table.widths.length
  const rows = [...placed(table.header, width, true), ...placed(table.rows, width, false)]
  const merged = rows.some((row) => row.cells.some((cell) => cell.rows > 1 || cell.columns > 1))
  const first = rows[table.header.length]
  if (first && table.header.length === 1 && table.rows.length > 1 && !merged) first.filterable = true
  return rows
}

/** Each cell with the column that it stands in, cells from above counted. */
function placed(rows: readonly PaperRow[], width: number, header: boolean): TableRow[] {
  const below = Array.from({ length: width }, () => 0)
  return squared(rows, width).map((row) => {
    const cells: SheetCell[] = []
    let column = 0
    const started = below.map((count) => Math.max(0, count - 1))
    for (const cell of row.cells) {
      while ((below[column] ?? 0) > 0) column += 1
      const { columns = 1, rows: down = 1 } = cell
      const text = textOfPaper(cell.blocks)
      cells.push({ column, columns, rows: down, text, heading: header || cell.rowHeader === true, band: cell.band === true })
      for (let step = 0; step < columns; step += 1, column += 1) started[column] = down - 1
    }
    below.splice(0, width, ...started.slice(0, width))
    return { kind: 'table', header, cells }
  })
}

/** The rows that stay in sight: all to the end of the header, where it is near the top and the table is the first. */
export function frozenRows(rows: readonly SheetRow[]): number {
  const first = rows.findIndex((row) => row.kind === 'table')
  const header = rows.findIndex((row) => row.kind === 'table' && row.header)
  if (header === -1 || header !== first || header > 8) return 0
  const body = rows.findIndex((row, index) => index > header && !(row.kind === 'table' && row.header))
  return body === -1 ? 0 : body
}

/** Blocks as the lines of one cell: a line a paragraph, items beginning `- ` or with their number, two spaces more a level. */
export function textOfPaper(blocks: readonly PaperBlock[]): string {
  return blocks.flatMap(linesOfBlock).join('\n')
}

function linesOfBlock(block: PaperBlock): string[] {
  if (block.kind === 'heading') return [block.text]
  if (block.kind === 'paragraph') return [textOfRuns(block.runs)]
  if (block.kind === 'list') return linesOfList(block)
  if (block.kind === 'contents') return (block.entries ?? []).map(({ text }) => text)
  if (block.kind === 'pairs') return block.pairs.map(({ label, blocks }) => `${label}: ${textOfPaper(blocks)}`)
  return [...block.header, ...block.rows].map((row) => row.cells.map((cell) => textOfPaper(cell.blocks)).join('\t'))
}

function linesOfList(list: PaperList, level = 0): string[] {
  return list.items.flatMap((item: PaperItem, index) => [
    `${'  '.repeat(level)}${list.numbered ? `${index + 1}.` : '-'} ${textOfRuns(item.runs)}`,
    ...(item.list ? linesOfList(item.list, level + 1) : []),
  ])
}
