import { aWorkbook } from '../../src/platform/documents/workbook.fixture.ts'
import type { FixtureCell } from '../../src/platform/documents/workbook.fixture.ts'
import type { Block, Cell, UnlikeDocument } from './unlike-document.ts'

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

/** The same as separated values: merged cells and colours are lost, as exports lose them. */
export function renderCsv(document: UnlikeDocument): string {
  const lines: string[][] = []
  for (const block of document.blocks) {
    if (lines.length > 0 && ('table' in block || 'heading' in block)) lines.push([])
    for (const row of rowsOf(block))
      lines.push(row.map((cell) => (cell === null ? '' : typeof cell === 'object' ? String(cell.value ?? '') : String(cell))))
  }
  return lines.map((line) => line.map(quoted).join(',')).join('\r\n')
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
