import type {
  PaperBlock,
  PaperCell,
  PaperHeading,
  PaperItem,
  PaperList,
  PaperRow,
  PaperSection,
  PaperTable,
  Run,
} from './paper-document.ts'
import { refuseIf } from '../core/refusal.ts'
import { heading, note } from './paper-document.ts'
import { textOfRuns } from './paper-rows.ts'
import { textOf } from './source-document.ts'
import type { SourceBlock, SourceCell, SourceDocument, SourceParagraph, SourceRow, SourceTable } from './source-document.ts'

/** A file from outside as a part of a paper: its blocks, to stand under a heading of level 1, and what was left behind on the way. */
export interface SourceAsPaper {
  orientation: PaperSection['orientation']
  blocks: PaperBlock[]
  /** What a person should know of how it was read and set, a sentence each. */
  remarks: string[]
  /** The words of its first heading; empty where it has none. */
  title: string
  /** Whether pictures were left out. */
  withoutPictures: boolean
}

/** A table of more columns is set on a page on its side. */
const UPRIGHT_COLUMNS = 6
/** A line that is bold all through and no longer than this is a heading, in a document that has no others. */
const LONGEST_HEADING = 120
/** What is set in a paper: a report of some four hundred pages. */
const MOST = { characters: 1_000_000, cells: 20_000 }
/** A heading of a table longer than this is no heading: it could not stand at the head of every page. */
const LONGEST_COLUMN_HEADING = 100

/**
 * A document that was read, as blocks of a paper: headings one level down, lists, tables with rows that head them. Nothing that was read is left out
 * but running headers and footers, which the paper has of its own; a picture is told by its words. Refuses (invalid) what is too long for a paper.
 */
export function paperOfSource(source: SourceDocument): SourceAsPaper {
  const cells = source.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.width * block.rows.length : 0), 0)
  refuseIf(
    cells > MOST.cells || textOf(source.blocks).length > MOST.characters,
    'invalid',
    'This file is too long to be set in a paper: its tables or its words are more than a report of four hundred pages holds.',
  )
  const remarks = [...source.remarks]
  const boldHeads = !source.blocks.some((block) => block.kind === 'paragraph' && block.heading !== undefined)
  const setting: Setting = { boldHeads, listed: source.kind === 'csv', title: source.name, pictures: 0, headed: false, below: '' }
  const blocks = blocksOfAll(source, setting)
  const first = blocks.find((block) => block.kind === 'heading')
  if (setting.headed) remarks.push('It has no headings of its own: lines that are bold all through were made headings.')
  if (setting.pictures > 0)
    remarks.push(
      setting.pictures === 1
        ? 'One picture is left out. Where it stands, the paper says so in words.'
        : `${setting.pictures} pictures are left out. Where each stands, the paper says so in words.`,
    )
  if (source.kind === 'pdf' && source.holdsPictures)
    remarks.push('The file holds pictures, or a logo. None is shown: look whether one says what the words do not.')
  if (source.pageHeaders.length + source.pageFooters.length > 0) remarks.push('Its running headers and footers are left out.')
  const wide = source.blocks.some((block) => block.kind === 'table' && block.width > UPRIGHT_COLUMNS)
  return {
    orientation: wide ? 'landscape' : 'portrait',
    blocks,
    remarks,
    title: first?.kind === 'heading' ? first.text : '',
    withoutPictures: setting.pictures > 0 || source.holdsPictures === true,
  }
}

interface Setting {
  boldHeads: boolean
  /** It is a list: what stands in its first row names its columns. */
  listed: boolean
  /** What tables are named after. */
  title: string
  pictures: number
  /** A bold line was made a heading. */
  headed: boolean
  /** The heading that the blocks stand under. */
  below: string
}

function blocksOfAll(source: SourceDocument, setting: Setting): PaperBlock[] {
  const blocks: PaperBlock[] = []
  const items = itemsAmong(source.blocks)
  let sheet: string | undefined
  for (const block of source.blocks) {
    if (block.sheet !== undefined && block.sheet !== sheet) blocks.push(headingOf(2, block.sheet, setting))
    sheet = block.sheet
    if (block.kind === 'table') blocks.push(...tableBlocks(block, setting))
    else if (items.has(block)) addItem(blocks, block, setting)
    else blocks.push(...paragraphBlocks(block, setting, levelOf(block, setting)))
  }
  return blocks
}

function headingOf(level: number, text: string, setting: Setting): PaperHeading {
  setting.below = text
  return heading(Math.min(4, level) as PaperHeading['level'], text)
}

/** The level at which a paragraph heads what follows; undefined where it heads nothing. */
function levelOf({ heading: level, bold, text }: SourceParagraph, setting: Setting): number | undefined {
  if (level !== undefined) return level + 1
  const line = text.trim()
  if (!setting.boldHeads || bold !== true || line === '' || line.length > LONGEST_HEADING || /[.,;:]$/.test(line)) return undefined
  setting.headed = true
  return 2
}

function paragraphBlocks(block: SourceParagraph, setting: Setting, level: number | undefined): PaperBlock[] {
  const pictures = picturesOf(block, setting)
  const words = block.list?.marker === undefined ? block.text : `${block.list.marker} ${block.text}`
  if (words.trim() === '') return pictures
  if (level !== undefined) return [headingOf(level, withoutMarks(words.replaceAll(/\s+/g, ' ')).trim(), setting), ...pictures]
  return [...linesOf(block, words.length - block.text.length, words), ...pictures]
}

/** A line each, with what is bold of it. `before` counts the characters of its marker. */
function linesOf({ bold, boldLead = 0, text }: SourceParagraph, before: number, words: string): PaperBlock[] {
  const isBold = bold === true ? words.length : boldLead === 0 ? 0 : Math.min(boldLead, text.length) + before
  let from = 0
  return words.split('\n').flatMap((line): PaperBlock[] => {
    const cut = Math.max(0, Math.min(line.length, isBold - from))
    from += line.length + 1
    const runs = [
      { text: tidy(line.slice(0, cut)), bold: true },
      { text: tidy(line.slice(cut)), bold: false },
    ].flatMap(({ text: part, bold: strong }): Run[] => (part === '' ? [] : [{ text: part, ...(strong && { bold: true }) }]))
    return textOfRuns(runs).trim() === '' ? [] : [{ kind: 'paragraph', runs }]
  })
}

const tidy = (text: string) => withoutMarks(text).replaceAll(/[^\S\n]+/g, ' ')

/** What somebody struck through by hand reaches us as `~~words~~`. */
function withoutMarks(text: string): string {
  return text.replaceAll(/~~(.*?)~~/gs, '[struck through: $1]')
}

function picturesOf({ pictures = [] }: SourceParagraph, setting: Setting): PaperBlock[] {
  setting.pictures += pictures.length
  return pictures.map((words) =>
    note(words === '' ? 'A picture stands here in the original.' : `A picture stands here in the original: ${words}`),
  )
}

/**
 * Which of the blocks are items of a list: bullets, and numbers where they count from one, as our own do. Any other number or letter is kept as it was
 * printed, at the head of its paragraph.
 */
function itemsAmong(blocks: readonly SourceBlock[]): Set<SourceBlock> {
  const items = new Set<SourceBlock>()
  let counts: number[] = []
  for (const [at, block] of blocks.entries()) {
    const list = block.kind === 'paragraph' && block.heading === undefined ? block.list : undefined
    const number = list?.marker === undefined ? undefined : Number(/^(\d{1,4})[.)]?$/.exec(list.marker)?.[1])
    if (!list || (number !== undefined && !countsOn(number, counts[list.level] ?? 0, blocks[at + 1]))) {
      counts = []
      continue
    }
    items.add(block)
    counts = counts.slice(0, list.level + 1)
    if (number !== undefined) counts[list.level] = number
  }
  return items
}

/** A 1. that nothing of a list follows is a paragraph's number. */
function countsOn(number: number, last: number, next: SourceBlock | undefined): boolean {
  return number === 1 ? next?.kind === 'paragraph' && next.list !== undefined : last > 0 && number === last + 1
}

function addItem(blocks: PaperBlock[], block: SourceParagraph, setting: Setting): void {
  const text = block.text.replaceAll('\n', ' ')
  const [line] = linesOf({ ...block, text }, 0, text)
  if (line?.kind !== 'paragraph') return void blocks.push(...picturesOf(block, setting))
  const numbered = block.list?.marker !== undefined
  const last = blocks.at(-1)
  const isIn = last?.kind === 'list' && putIn(last, block.list?.level ?? 0, { runs: line.runs }, numbered)
  // A list of ours begins at one: what would go on after something else keeps its number as words.
  if (!isIn && numbered && Number.parseInt(block.list?.marker ?? '', 10) !== 1)
    return void blocks.push(...paragraphBlocks(block, setting, undefined))
  if (!isIn) blocks.push({ kind: 'list', ...(numbered && { numbered }), items: [{ runs: line.runs }] })
  blocks.push(...picturesOf(block, setting))
}

/** Puts an item at its level of a list. False where it begins a list of its own. */
function putIn(list: PaperList, level: number, item: PaperItem, numbered: boolean): boolean {
  const last = list.items.at(-1)
  if (level < 1 || !last) {
    if ((list.numbered ?? false) !== numbered) return false
    list.items.push(item)
    return true
  }
  if (last.list && putIn(last.list, level - 1, item, numbered)) return true
  if (last.list) return false
  last.list = { kind: 'list', ...(numbered && { numbered }), items: [item] }
  return true
}

/** A table; one of a single column is a frame around words, and its words stand without it. */
function tableBlocks(table: SourceTable, setting: Setting): PaperBlock[] {
  const rows = table.rows.filter(({ cells }) => cells.length > 0)
  const columns = table.width
  if (columns <= 1 || rows.every(({ cells }) => cells.length === 1))
    return rows.flatMap(({ cells }) => cells.flatMap(({ blocks }) => cellBlocks(blocks, setting)))
  const heads = headRows(rows, setting.listed || table.sheet !== undefined)
  const grid = gridOf(rows, columns, heads)
  const isHeaded = heads > 0
  const cellOf = (cell: SourceCell | null, column: number): PaperCell => {
    if (cell === null) return { blocks: [] }
    return {
      blocks: cellBlocks(cell.blocks, setting),
      ...(cell.columns > 1 && { columns: cell.columns }),
      ...(cell.rows > 1 && { rows: cell.rows }),
      ...(column === 0 && !isHeaded && { rowHeader: true }),
    }
  }
  const paperRows = grid.map((row): PaperRow => ({ cells: row.map(({ cell, column }) => cellOf(cell, column)) }))
  const header = paperRows.slice(0, heads).map((row) => named(row))
  const body = paperRows.slice(heads)
  return [{ kind: 'table', title: titleOf(table, setting), widths: widthsOf(rows, columns), header, rows: body } satisfies PaperTable]
}

function titleOf(table: SourceTable, { below, title }: Setting): string {
  return below === '' ? `Table ${table.number} of ${title}` : `Table ${table.number}: ${below}`
}

/** A header that says nothing has a name, for those who hear the table. */
function named(row: PaperRow): PaperRow {
  const cells = row.cells.map((cell, at) => {
    const isBlank = cell.blocks.every((block) => block.kind === 'paragraph' && textOfRuns(block.runs).trim() === '')
    return isBlank ? { ...cell, blocks: [{ kind: 'paragraph' as const, runs: [{ text: `Column ${at + 1}` }] }] } : cell
  })
  return { cells }
}

/** How many rows head the table: those that the file marks, else a first row that is set apart from what follows, with all that reaches down from it. */
function headRows(rows: readonly SourceRow[], listed: boolean): number {
  const marked = rows.findIndex(({ header }) => !header)
  const first = marked > 0 ? marked : isHead(rows[0], rows[1], listed) ? 1 : 0
  let heads = first
  for (let at = 0; at < heads && heads < rows.length; at++)
    heads = Math.max(heads, ...(rows[at]?.cells ?? []).map(({ rows: down }) => at + down))
  const isShort = rows.slice(0, heads).every(({ cells }) => cells.every(({ blocks }) => textOf(blocks).length <= LONGEST_COLUMN_HEADING))
  return heads < rows.length && isShort ? heads : 0
}

/** Set in bold or on a ground of its own where the next row is not; or words that name every column, over a list or a table of more than two. */
function isHead(row: SourceRow | undefined, next: SourceRow | undefined, listed: boolean): boolean {
  if (!row || !next) return false
  const isBold = (one: SourceRow) =>
    one.cells.every(({ blocks }) => blocks.every((block) => block.kind === 'paragraph' && (block.bold === true || block.text === '')))
  const isFilled = (one: SourceRow) => one.cells.every(({ fill }) => fill !== undefined && !/^f{6}$/i.test(fill))
  const says = (one: SourceRow) => one.cells.some(({ blocks }) => textOf(blocks) !== '')
  if (!says(row)) return false
  if ((isBold(row) && !isBold(next)) || (isFilled(row) && !isFilled(next))) return true
  return (listed || row.cells.length > 2) && row.cells.every(({ blocks }) => textOf(blocks) !== '' && !/\d/.test(textOf(blocks)))
}

/** The rows with a place for every column: what reaches down is cut at the head's end and at the table's, and holes are filled. */
function gridOf(rows: readonly SourceRow[], columns: number, heads: number): { cell: SourceCell | null; column: number }[][] {
  const below = Array.from({ length: columns }, () => 0)
  return rows.map(({ cells }, at) => {
    const row: { cell: SourceCell | null; column: number }[] = []
    const end = at < heads ? heads : rows.length
    let column = 0
    while (column < columns) {
      if ((below[column] ?? 0) > 0) {
        below[column]! -= 1
        column += 1
        continue
      }
      const cell = cells.find((one) => one.column === column)
      const room = freeFrom(below, column, Math.min(cell?.columns ?? 1, columns - column))
      const down = Math.min(cell?.rows ?? 1, end - at)
      row.push({ cell: cell ? { ...cell, columns: room, rows: down } : null, column })
      for (let step = 0; step < room; step++) below[column + step] = down - 1
      column += room
    }
    return row
  })
}

function freeFrom(below: readonly number[], column: number, wanted: number): number {
  let room = 1
  while (room < wanted && (below[column + room] ?? 0) === 0) room += 1
  return room
}

/** The blocks of a cell: a table within it row by row, headings as bold lines. */
function cellBlocks(blocks: readonly SourceBlock[], setting: Setting): PaperBlock[] {
  const made: PaperBlock[] = []
  const items = itemsAmong(blocks)
  for (const block of blocks) {
    if (block.kind === 'table') {
      const lines = textOf([block]).split('\n').filter(Boolean)
      made.push(...lines.map((line): PaperBlock => ({ kind: 'paragraph', runs: [{ text: line.replaceAll('\t', ', ') }] })))
    } else if (items.has(block)) addItem(made, block, setting)
    else made.push(...paragraphBlocks({ ...block, ...(block.heading !== undefined && { bold: true }) }, setting, undefined))
  }
  return made
}

/** By how much stands in each column, within bounds. */
function widthsOf(rows: readonly SourceRow[], columns: number): number[] {
  const most = Array.from({ length: columns }, () => 4)
  for (const { cells } of rows)
    for (const { column, columns: over, blocks } of cells)
      if (over === 1 && column < columns) most[column] = Math.max(most[column] ?? 0, Math.min(400, textOf(blocks).length))
  return most.map((letters) => Math.round(Math.sqrt(letters) * 10))
}
