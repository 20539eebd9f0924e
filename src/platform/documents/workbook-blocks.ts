import { smallest } from '../core/extremes.ts'
import { refuseIf } from '../core/refusal.ts'
import { LIMITS } from './reading-limits.ts'
import type { SourceBlock, SourceParagraph, SourceTable } from './source-document.ts'
import { mergesOf, reachOf, regionsOf, worded } from './workbook-regions.ts'
import type { Merges, Region } from './workbook-regions.ts'
import { addressOf, isColour } from './workbook-sheet.ts'
import type { Sheet, SheetCell, SheetRow } from './workbook-sheet.ts'
import { tableOfRows } from './workbook-table.ts'

/** A name that a program gave. */
const UNNAMED = /^(?:sheet|worksheet|tabelle|feuil|hoja|table)?\s*\(?\d*\)?$/i

/**
 * A sheet as paragraphs and tables from top to bottom, its name above them: titles and labels over the headings and notes under the last row
 * become paragraphs, everything else a table.
 */
export function sheetBlocks(sheet: Sheet, tablesBefore: number): SourceBlock[] {
  const merges = mergesOf(sheet)
  const placed: { row: number; blocks: SourceBlock[] }[] = []
  let tables = tablesBefore
  const regions = regionsOf(sheet)
  const lastWide = regions.findLastIndex((region) => region.wide >= 4)
  for (const [at, region] of regions.entries()) {
    const blocks =
      at < lastWide && isLabelled(region)
        ? region.rows.flatMap((row) => paragraphsOf(row, merges))
        : (at > 0 && headingAlone(region, sheet)) || blocksOfRegion(region, sheet, merges, () => ++tables)
    placed.push({ row: region.rows[0]?.number ?? 0, blocks })
  }
  // A text box beside a table stands before it: it cannot stand within.
  for (const box of sheet.boxes) {
    const at = regions.findIndex((region) => (region.rows.at(-1)?.number ?? 0) >= box.row)
    const beside = at === -1 ? undefined : placed[at]
    if (beside) beside.blocks.unshift(...box.paragraphs)
    else placed.push({ row: box.row, blocks: box.paragraphs })
  }
  const blocks = placed.flatMap((one) => one.blocks)
  if (blocks.length > 0 && sheet.name !== '' && !UNNAMED.test(sheet.name))
    blocks.unshift({ kind: 'paragraph', text: sheet.name, heading: 1 })
  if (sheet.name !== '') for (const block of blocks) block.sheet = sheet.name
  return blocks
}

/** In values without looks, a short line alone between blank lines is a heading. */
function headingAlone(region: Region, sheet: Sheet): SourceParagraph[] | null {
  const [row, ...more] = region.rows
  const text = row && worded(row).length === 1 ? (worded(row)[0]?.words ?? '') : ''
  const looks = sheet.name !== '' || more.length > 0
  return looks || text === '' || text.length > 150 || /[.;:,]$|\n/.test(text) ? null : [{ kind: 'paragraph', text, heading: 1 }]
}

/** Labels each with a short value, above the table that they are about: the committee, the day. */
function isLabelled(region: Region): boolean {
  const pairs = region.rows.filter((row) => worded(row).length === 2)
  const short = region.rows.every((row) => worded(row).every((cell) => cell.words.length <= 120 && !isColour(cell.fill)))
  if (region.wide !== 2 || region.rows.length > 8 || !short) return false
  return (
    pairs.some((row) => worded(row)[1]?.figure) ||
    pairs.filter((row) => /:\s*$/.test(worded(row)[0]?.words ?? '')).length * 2 > pairs.length
  )
}

function blocksOfRegion(region: Region, sheet: Sheet, merges: Merges, number: () => number): SourceBlock[] {
  const lines = (rows: readonly SheetRow[]): SourceParagraph[] => rows.flatMap((row) => paragraphsOf(row, merges))
  if (region.head === -1) return lines(region.rows)
  const from = topOf(region, merges)
  const to = region.wide < 3 ? region.rows.length : endOf(region, merges)
  const rows = region.rows.slice(from, to)
  const width = new Set(rows.flatMap((row) => worded(row).map((cell) => cell.column))).size
  refuseIf(
    width > LIMITS.columns,
    'invalid',
    `A table on the sheet “${sheet.name}” has ${width} columns, more than the ${LIMITS.columns} that Heed reads.`,
  )
  return [
    ...aboveTable(region.rows.slice(0, from), merges, sheet, number),
    tableOfRows(rows, sheet, merges, number()),
    ...lines(region.rows.slice(to)),
  ]
}

/** The first row of the table itself: its headings, with the row of headings over groups of them. */
function topOf(region: Region, merges: Merges): number {
  const left = smallest(region.rows.slice(region.head).flatMap((row) => worded(row).map((cell) => cell.column)))
  let at = region.head
  while (at > 0 && isGroupHeading(region.rows[at - 1], region, left, merges)) at--
  return at
}

/** Headings over groups of columns: merged over some of them, or standing further right than a title would. */
function isGroupHeading(row: SheetRow | undefined, region: Region, left: number, merges: Merges): boolean {
  if (!row) return false
  const cells = worded(row)
  const head = region.rows[region.head]
  if (!head || cells.some((cell) => cell.words.length > 60 || /:\s*\S/.test(cell.words))) return false
  const widest = Math.max(...cells.map((cell) => reachOf(row, cell, merges) - cell.column + 1))
  if (cells.length > 1 && (widest > 1 || (cells[0]?.column ?? 0) > left)) return true
  const [only] = cells
  const headed = only !== undefined && worded(head).some((cell) => cell.column === only.column)
  return (
    cells.length === 1 &&
    only !== undefined &&
    only.column > left + 1 &&
    headed &&
    (widest > 1 || !only.figure) &&
    widest < 0.8 * region.wide
  )
}

/** Where the table ends: rows at its foot with one long text at the left are notes. */
function endOf(region: Region, merges: Merges): number {
  const body = region.rows.slice(region.head + 1)
  const left = smallest(region.rows.slice(region.head).flatMap((row) => worded(row).map((cell) => cell.column)))
  const firsts = body.flatMap((row) => (worded(row).length > 1 ? worded(row).filter((cell) => cell.column === left) : []))
  const short = firsts.length === 0 || firsts.filter((cell) => cell.words.length <= 16).length > 0.7 * firsts.length
  let end = region.rows.length
  while (end > region.head + 2) {
    const row = region.rows[end - 1]
    const cells = row ? worded(row) : []
    const [only] = cells
    if (!row || !only || cells.length > 1 || only.column > left + 1) break
    if (body.some((other) => other !== row && sameLabel(other, only))) break
    const across = reachOf(row, only, merges) - only.column + 1 >= 0.5 * region.wide
    if (!across && !(short && only.column === left && only.words.length > 16)) break
    end--
  }
  return end
}

/** Another row of one text that begins with the same label, `Progress: …`: it says more of the row above it. */
function sameLabel(row: SheetRow, cell: SheetCell): boolean {
  const label = /^[^:]{2,40}:/.exec(cell.words)?.[0]
  const cells = worded(row)
  return label !== undefined && cells.length === 1 && (cells[0]?.words.startsWith(label) ?? false)
}

/** What stands over the headings without a blank row between: titles and labels as paragraphs, but rows that show colours as a table, for they are a key. */
function aboveTable(rows: readonly SheetRow[], merges: Merges, sheet: Sheet, number: () => number): SourceBlock[] {
  const blocks: SourceBlock[] = []
  let key: SheetRow[] = []
  const end = (): void => {
    if (key.length > 1) blocks.push(tableOfRows(key, sheet, merges, number()))
    else blocks.push(...key.flatMap((row) => paragraphsOf(row, merges)))
    key = []
  }
  for (const row of rows) {
    const cells = worded(row)
    const coloured = row.cells.some((cell) => isColour(cell.fill)) && cells.length <= 3 && cells.every((cell) => !/:\s*$/.test(cell.words))
    if (coloured && row.cells.length > 1 && row.cells.some((cell) => cell.fill !== row.cells[0]?.fill)) key.push(row)
    else {
      end()
      blocks.push(...paragraphsOf(row, merges))
    }
  }
  end()
  return blocks
}

/** A row outside a table: its one text, or its labels each with the value beside it. */
function paragraphsOf(row: SheetRow, merges: Merges): SourceParagraph[] {
  const cells = worded(row)
  const [only] = cells
  const beside = row.cells.flatMap((cell) => (cell.comment === undefined ? [] : [commentLine(row, cell)]))
  if (cells.length === 1 && only) return [...titled(row, only, merges), ...beside]
  const lines: SourceParagraph[] = []
  for (let at = 0; at < cells.length; at += 2) {
    const label = cells[at]?.words.replace(/\s*:\s*$/, '') ?? ''
    const value = cells[at + 1]?.words
    lines.push({ kind: 'paragraph', text: value === undefined ? label : `${label}: ${value}` })
  }
  return [...lines, ...beside]
}

function commentLine(row: SheetRow, cell: SheetCell): SourceParagraph {
  return { kind: 'paragraph', text: `Comment on ${addressOf(cell.column, row.number)}: ${cell.comment}` }
}

/** Short words that stand out are a heading. */
function titled(row: SheetRow, cell: SheetCell, merges: Merges): SourceParagraph[] {
  const [first] = cell.paragraphs
  const across = reachOf(row, cell, merges) - cell.column >= 2
  const standsOut = cell.bold || cell.large || across
  if (!first || cell.paragraphs.length > 1 || !standsOut || first.list || first.text.length > 150 || /[.;,]$/.test(first.text))
    return cell.paragraphs.filter((paragraph) => paragraph.text !== '')
  return [{ kind: 'paragraph', text: first.text, heading: cell.large ? 1 : 2 }]
}

export function tablesIn(blocks: readonly SourceBlock[]): SourceTable[] {
  return blocks.filter((block): block is SourceTable => block.kind === 'table')
}
