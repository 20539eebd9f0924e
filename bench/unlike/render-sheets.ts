import { aWorkbook, dayNumber } from '../../src/platform/documents/workbook.fixture.ts'
import type { FixtureCell, FixtureSheet } from '../../src/platform/documents/workbook.fixture.ts'
import { findDates } from '../../src/reading/dates.ts'
import type { Block, Cell, TableBlock, UnlikeDocument } from './unlike-document.ts'

/** Sets a document on one sheet of a workbook as an officer would: titles above, a blank row between tables, cells merged where the document merges them. */
export function renderWorkbook(document: UnlikeDocument): Uint8Array {
  const rows: FixtureCell[][] = []
  for (const block of document.blocks) {
    if (rows.length > 0 && ('table' in block || 'heading' in block)) rows.push([])
    rows.push(...rowsOf(block))
  }
  return aWorkbook([{ name: 'Sheet1', rows }])
}

function rowsOf(block: Block): FixtureCell[][] {
  if ('heading' in block) return [[{ value: block.heading, bold: true, size: block.level === 1 ? 16 : 13 }]]
  if ('line' in block) return [[{ value: block.line, bold: block.bold ?? false }]]
  if ('bullets' in block) return block.bullets.map((bullet) => [`• ${bullet}`])
  let count = 0
  const numbered = (cell: Cell): Cell =>
    cell !== null && typeof cell === 'object' && cell.counted ? { ...cell, text: `${++count}.` } : cell
  return block.table.map((row, at) =>
    row.flatMap((cell) => {
      const across = cell !== null && typeof cell === 'object' ? (cell.across ?? 1) : 1
      return [cellOf(numbered(cell), at < (block.headingRows ?? 1)), ...Array<null>(across - 1).fill(null)]
    }),
  )
}

function cellOf(cell: Cell, heading: boolean): FixtureCell {
  if (cell === null) return null
  const looks = typeof cell === 'string' ? { text: cell } : cell
  return {
    value: looks.text,
    ...(heading ? { bold: true, fill: 'D9E1F2' } : {}),
    ...('fill' in looks && looks.fill !== undefined ? { fill: looks.fill } : {}),
    ...('across' in looks && looks.across !== undefined ? { across: looks.across } : {}),
    ...('down' in looks && looks.down !== undefined ? { down: looks.down } : {}),
  }
}

/**
 * The same as a workbook that someone has kept for years: a sheet to each table, titles merged over its columns, a row of groups above its
 * headings, days and months that Excel keeps as numbers, notes that wrap.
 */
export function renderKeptWorkbook(document: UnlikeDocument): Uint8Array {
  const sheets: FixtureSheet[] = []
  let above: Block[] = []
  document.blocks.forEach((block, at) => {
    above.push(block)
    const last = !document.blocks.slice(at + 1).some((later) => 'table' in later)
    if (!('table' in block) && !(last && at === document.blocks.length - 1)) return
    sheets.push({ name: `Sheet${sheets.length + 1}`, rows: above.flatMap((one) => keptRows(one, widthOf(block))) })
    above = []
  })
  return aWorkbook(sheets)
}

const widthOf = (block: Block) => ('table' in block ? Math.max(2, setWidth(block)) : 6)

function setWidth({ table }: TableBlock): number {
  return Math.max(...table.map((row) => rowsOf({ table: [row], headingRows: 0 })[0]?.length ?? 0))
}

function keptRows(block: Block, width: number): FixtureCell[][] {
  const rows = rowsOf(block)
  if (!('table' in block))
    return rows.map(([cell]) => [typeof cell === 'object' ? { ...cell, across: width } : { value: cell, across: width }])
  const dated = rows.map((row, at) => (at < (block.headingRows ?? 1) ? row : row.map(keptDay)))
  const grouped = width >= 5 && (block.headingRows ?? 1) === 1 && dated[0]?.every((cell) => cell !== null)
  if (!grouped) return dated
  const half = Math.floor(width / 2)
  const group = (value: string, across: number): FixtureCell[] => [
    { value, across, bold: true, fill: 'D9E1F2' },
    ...Array<null>(across - 1).fill(null),
  ]
  return [[...group('For the service', half), ...group('For the committee', width - half)], ...dated]
}

/** A day or a month typed into Excel becomes a number with a format; what stands beside words stays words. */
function keptDay(cell: FixtureCell): FixtureCell {
  const looks = cell !== null && typeof cell === 'object' ? cell : { value: cell ?? '' }
  const words = String(looks.value ?? '')
  const [date] = findDates(words)
  if (!date || date.end - date.start !== words.length) return cell
  const format = FORMATS.find(([shape]) => shape.test(words))?.[1]
  return format === undefined ? cell : { ...looks, value: dayNumber(date.iso), format }
}

const FORMATS: [RegExp, string][] = [
  [/^\d\d\/\d\d\/\d{4}$/, 'dd/mm/yyyy'],
  [/^\d\d\/\d\d\/\d\d$/, 'dd/mm/yy'],
  [/^\d\d? (?:[A-Z][a-z]{4,}|June|July) \d{4}$/, 'd mmmm yyyy'],
  [/^(?:[A-Z][a-z]{4,}|June|July) \d{4}$/, 'mmmm yyyy'],
  [/^[A-Z][a-z]{2}-\d\d$/, 'mmm-yy'],
  [/^[A-Z][a-z]{2} \d{4}$/, 'mmm yyyy'],
]

/** The same as separated values: merged cells and colours are lost, as exports lose them. */
export function renderCsv(document: UnlikeDocument): Uint8Array {
  return new TextEncoder().encode(separated(document, ','))
}

/** As Excel on an older British machine exports it: semicolons, and bytes of windows-1252 where it has all the signs. */
export function renderOldCsv(document: UnlikeDocument): Uint8Array {
  const text = separated(document, ';')
  const bytes = Array.from(text, (sign) => (sign.charCodeAt(0) < 256 ? sign.charCodeAt(0) : 128 + SIGNS.indexOf(sign)))
  return bytes.some((byte) => byte === 127) ? new TextEncoder().encode(`\uFEFF${text}`) : Uint8Array.from(bytes)
}

const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function separated(document: UnlikeDocument, comma: string): string {
  const lines: string[][] = []
  for (const block of document.blocks) {
    if (lines.length > 0 && ('table' in block || 'heading' in block)) lines.push([])
    for (const row of rowsOf(block))
      lines.push(row.map((cell) => (cell === null ? '' : typeof cell === 'object' ? String(cell.value ?? '') : String(cell))))
  }
  return lines.map((line) => line.map(quoted).join(comma)).join('\r\n')
}

function quoted(text: string): string {
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
