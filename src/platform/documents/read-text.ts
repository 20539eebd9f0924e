import { largest } from '../core/extremes.ts'
import { refuseIf } from '../core/refusal.ts'
import { readHtml } from './read-html.ts'
import { readCellLine, readLine, readLostItems } from './read-text-line.ts'
import { remarksOnLabels } from './text-labels-apart.ts'
import { withWholeRows } from './text-pasted-rows.ts'
import { readSpacedColumns } from './read-spaced-columns.ts'
import type { SpacedText } from './read-spaced-columns.ts'
import { LIMITS } from './reading-limits.ts'
import type { SourceBlock, SourceCell, SourceDocument, SourceParagraph, SourceRow, SourceTable } from './source-document.ts'

const HTML = /<\/?(?:p|br|ul|ol|li|b|strong|i|em|sup|sub|div|span|u|table|tr|td|input)\b[^<>]*>|&(?:amp|lt|gt|nbsp|quot|#\d+);/i

/** The mark of an item of a list: a bullet, or a number or letter with its dot or bracket. */
const MARK = /^(?:[•▪●➤○◦❖■□*–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,5})[.)])$/iu

interface Line {
  cells: string[]
  page: number
}

/**
 * Reads text pasted from a document: a line with tabs (or between pipes) is a row of a table, cells may hold HTML or run over several lines,
 * headings, bold and lists may be marked as in markdown. A blank line ends a table. Refuses (invalid) text over the limits.
 */
export function readText(text: string, name: string): SourceDocument {
  refuseIf(
    text.length > LIMITS.characters,
    'invalid',
    `This text holds more than ${LIMITS.characters / 1_000_000} million characters, more than Heed reads.`,
  )
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const pages = withWholeRows(plain).split('\f')
  const spaced = readSpacedColumns(plain)
  const blocks: SourceBlock[] = []
  let tables = 0
  for (const group of spaced ? spacedGroups(spaced) : groupsOf(pages)) {
    for (const run of runsOf(group)) {
      if (run.table) blocks.push(tableOf(run.lines, ++tables, pages.length > 1))
      else for (const paragraph of paragraphsOf(run.lines, pages.length > 1)) blocks.push(paragraph)
    }
  }
  const document: SourceDocument = {
    name,
    kind: 'text',
    blocks,
    pageHeaders: spaced?.headers ?? [],
    pageFooters: spaced?.footers ?? [],
    remarks: remarksOnLabels(plain),
  }
  if (pages.length > 1) document.pages = pages.length
  return document
}

/** Lines between blank lines, each cut into cells. */
function groupsOf(pages: readonly string[]): Line[][] {
  const groups: Line[][] = [[]]
  pages.forEach((page, index) => {
    for (const line of unquoted(page)) {
      if (line.join('').trim() === '' && line.length === 1) groups.push([])
      else if (!line.every((cell) => /^:?-{2,}:?$/.test(cell.trim()))) groups.at(-1)?.push({ cells: line, page: index + 1 })
    }
    groups.push([])
  })
  return groups.filter((group) => group.length > 0)
}

/** Lines of prose between blank lines, and the rows of each table. */
function spacedGroups({ parts }: SpacedText): Line[][] {
  const groups: Line[][] = [[]]
  for (const part of parts) {
    if ('rows' in part) groups.push(part.rows, [])
    else if (part.text === '') groups.push([])
    else groups.at(-1)?.push({ cells: [part.text], page: part.page })
  }
  return groups.filter((group) => group.length > 0)
}

/** Lines cut at tabs or pipes; a cell that a spreadsheet put between quotation marks may hold line breaks. */
function unquoted(page: string): string[][] {
  const joined = page.replaceAll(/(^|\t)"((?:[^"\t]|""){1,20000})"(?=\t|\n|$)/g, (whole, before: string, inside: string) =>
    inside.includes('\n') ? `${before}${inside.replaceAll('""', '"').replaceAll('\n', '\u2028')}` : whole,
  )
  return joined.split('\n').map((line) => (/^\s*\|.*\|\s*$/.test(line) ? line.trim().slice(1, -1).split('|') : line.split('\t')))
}

/** Within a group, lines of cells make tables and the others paragraphs; a line that runs a cell on belongs to the cell. */
function runsOf(group: readonly Line[]): { table: boolean; lines: Line[] }[] {
  const tabled = group.some(isRow)
  const width = tabled ? largest(group.map((line) => line.cells.length)) : 1
  const runs: { table: boolean; lines: Line[] }[] = []
  for (const line of group) {
    const run = runs.at(-1)
    const last = run?.lines.at(-1)
    const row = line.cells.length > 1 && tabled
    if (run?.table && last && beginsRow(last, line, width)) run.lines.push({ ...line })
    else if (run?.table && last && runsOn(last, line, width)) extendRow(last, line)
    else if (run?.table === row) run.lines.push({ ...line })
    else runs.push({ table: row, lines: [{ ...line }] })
  }
  for (const run of runs) if (run.table) giveBack(run.lines)
  return runs
}

/** A marked line after a whole row begins the next, whose first cell runs over several lines. */
function beginsRow(last: Line, line: Line, width: number): boolean {
  return (
    width > 2 &&
    line.cells.length === 1 &&
    last.cells.length >= width &&
    /^\s*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]|(?:R|Rec|Recommendation)\.?\s?\d)/i.test(line.cells[0] ?? '')
  )
}

/** What looked like the beginning of a row and never became one belongs to the last cell before it. */
function giveBack(lines: Line[]): void {
  for (let at = lines.length - 1; at > 0; at--) {
    const line = lines[at]
    const before = lines[at - 1]
    if (!line || !before || line.cells.length !== 1) continue
    extendRow(before, line)
    lines.splice(at, 1)
  }
}

/** Whether tabs make cells of a line. A tab after the mark of an item, or before its words, is an indent. */
function isRow(line: Line): boolean {
  const first = line.cells[0]?.trim() ?? ''
  if (line.cells.length === 1) return false
  return line.cells.length > 2 ? true : first !== '' && !MARK.test(first)
}

function runsOn(last: Line, line: Line, width: number): boolean {
  if (line.cells.length === 1) return width > 2
  return (
    last.cells.length < width &&
    last.cells.length + line.cells.length - 1 === width &&
    !/^\W?\d+[a-z]?[.)]?$/i.test(line.cells[0]?.trim() ?? '')
  )
}

function extendRow(last: Line, line: Line): void {
  const [first = '', ...more] = line.cells
  last.cells = [...last.cells.slice(0, -1), `${last.cells.at(-1) ?? ''}\u2028${first}`, ...more]
}

function tableOf(lines: readonly Line[], number: number, paged: boolean): SourceTable {
  refuseIf(lines.length > LIMITS.rows, 'invalid', `A table of this text has more than ${LIMITS.rows} rows, more than Heed reads.`)
  const width = usualWidth(lines)
  refuseIf(width > LIMITS.columns, 'invalid', `A table of this text has more than ${LIMITS.columns} columns, more than Heed reads.`)
  const rows = lines.map((line, index): SourceRow => {
    const cells = line.cells
      .slice(0, lastFilled(line.cells, width))
      .map((cell, column): SourceCell => ({ column, columns: 1, rows: 1, blocks: readCell(cell, number, lostBullets(cell, line.cells)) }))
    return paged ? { cells, header: false, number: index + 1, page: line.page } : { cells, header: false, number: index + 1 }
  })
  return { kind: 'table', number, width: Math.max(width, ...rows.map((row) => row.cells.length)), rows }
}

/** The width that most rows have; stray tabs after the last words of a row do not count. */
function usualWidth(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const { cells } of lines) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1
}

function lastFilled(cells: readonly string[], width: number): number {
  let end = cells.length
  while (end > width && (cells[end - 1] ?? '').trim() === '') end--
  return end
}

/** Extraction drops the glyph of a bullet and leaves the space after it: where one cell of a row begins with a space and its neighbours do not. */
function lostBullets(cell: string, row: readonly string[]): boolean {
  return /^ [A-Z]/.test(cell) && row.filter((other) => /^ \S/.test(other)).length <= row.length / 3
}

function readCell(text: string, table: number, bulletsLost: boolean): SourceParagraph[] {
  refuseIf(
    text.length > LIMITS.cellCharacters,
    'invalid',
    `Table ${table} of this text holds a cell of more than ${LIMITS.cellCharacters.toLocaleString('en-GB')} characters, more than Heed reads.`,
  )
  if (HTML.test(text)) return readHtml(text.replaceAll('\u2028', '<br>'))
  return text.split('\u2028').flatMap((line) => (bulletsLost ? readLostItems(line) : readCellLine(line)))
}

/** A line that a page's width broke is joined to the one before. */
function paragraphsOf(lines: readonly Line[], paged: boolean): SourceParagraph[] {
  const paragraphs: SourceParagraph[] = []
  for (const line of lines) {
    const indented = line.cells.length === 2 && (line.cells[0] ?? '').trim() === ''
    const mark = MARK.test((line.cells[0] ?? '').trim()) && line.cells.length === 2 ? (line.cells[0] ?? '').trim() : undefined
    const text = (mark === undefined ? line.cells.join('\t') : (line.cells[1] ?? '')).trimEnd()
    if (text.trim() === '') continue
    if (mark !== undefined) {
      const item: SourceParagraph = { ...readLine(text), list: /\w/.test(mark) ? { level: 0, marker: mark } : { level: 0 } }
      paragraphs.push(paged ? { ...item, page: line.page } : item)
      continue
    }
    const last = paragraphs.at(-1)
    if (last && last.heading === undefined && (runsOver(last.text, text) || (indented && last.list !== undefined))) {
      last.text = `${last.text} ${readLine(text.trim()).text}`
      continue
    }
    const paragraph = readLine(text)
    paragraphs.push(paged ? { ...paragraph, page: line.page } : paragraph)
  }
  return paragraphs
}

function runsOver(before: string, line: string): boolean {
  return (
    before.length > 55 &&
    !/[.:;?!]["'’”)]?$/.test(before) &&
    (/^[a-z(]/.test(line) || /[\d,–-]$/.test(before)) &&
    !/^\(?[a-z]{1,3}[.)]\s/.test(line)
  )
}
