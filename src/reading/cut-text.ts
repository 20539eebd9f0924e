import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock, SourceCell, SourceParagraph, SourceRow, SourceTable } from '../platform/documents/source-document.ts'

const INLINE_BULLET = /\s*[•●○◦▪➤➢❖]\s*/u

/** The blocks of a cell with bullets that stand inside a line each made an item of a list. */
export function listed(blocks: readonly SourceBlock[]): SourceBlock[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' && INLINE_BULLET.test(block.text) ? itemsOf(block) : [block]))
}

function itemsOf(block: SourceParagraph): SourceParagraph[] {
  const [first = '', ...rest] = block.text.split(INLINE_BULLET)
  const level = block.list?.level ?? 0
  const items = rest.filter((text) => text !== '').map((text): SourceParagraph => ({ kind: 'paragraph', text, list: { level } }))
  return first.trim() === '' ? items : [{ ...block, text: first }, ...items]
}

/** Joins what stood in one cell before and after a cut by the page: a sentence broken off runs on, a new one begins a new line. */
export function joinCut(before: readonly SourceBlock[], after: readonly SourceBlock[]): SourceBlock[] {
  const last = before.at(-1)
  const first = after[0]
  if (last?.kind !== 'paragraph' || first?.kind !== 'paragraph' || !runsOn(last, first)) return [...before, ...after]
  const text = /[a-z]-$/.test(last.text) && /^[a-z]/.test(first.text) ? last.text + first.text : `${last.text} ${first.text}`
  return [...before.slice(0, -1), { ...last, text }, ...after.slice(1)]
}

function runsOn(last: SourceParagraph, first: SourceParagraph): boolean {
  if (first.list) return false
  if (/^[a-z(&]/.test(first.text)) return !/[.!?]["'’”)]?$/.test(last.text) || /^[a-z]/.test(first.text)
  return !last.list && !last.bold && last.text.length > 30 && !/[.:;!?]["'’”)]?$/.test(last.text)
}

/** The words of a cell on one line each paragraph, without the marks of an extraction. */
export function wordsOf(cell: SourceCell | undefined): string {
  return cell ? textOf(listed(cell.blocks)).trim() : ''
}

export function cellAt(row: SourceRow, column: number): SourceCell | undefined {
  return row.cells.find((cell) => cell.column <= column && column < cell.column + cell.columns)
}

/** The cells of a row that hold words. */
export function filledCells(row: SourceRow): SourceCell[] {
  return row.cells.filter((cell) => wordsOf(cell) !== '')
}

export function plainWords(text: string): string {
  return text.normalize('NFKC').replaceAll(/[‘’]/g, "'").replaceAll(/\s+/g, ' ').trim().toLowerCase()
}

export function isTable(block: SourceBlock): block is SourceTable {
  return block.kind === 'table'
}
