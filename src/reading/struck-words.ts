import { textOf } from '../platform/documents/source-document.ts'
import type { SourceBlock, SourceCell, SourceDocument, SourceRow } from '../platform/documents/source-document.ts'
import type { Doubt, Place, Unplaced } from './reading.ts'

const STRUCK = /~~([^~]{1,2000})~~/g

/** A document without the words that somebody struck through, and what they were. */
export interface WithoutStruck {
  source: SourceDocument
  unplaced: Unplaced[]
  doubts: Doubt[]
}

/**
 * Takes out words struck through by hand (`~~March 2025~~ June 2025`): the document no longer says them. A row struck through from end to end is kept, with a doubt: it may be closed, and not withdrawn.
 */
export function withoutStruck(source: SourceDocument): WithoutStruck {
  const found: WithoutStruck = { source, unplaced: [], doubts: [] }
  if (!source.blocks.some((block) => textOf([block]).includes('~~'))) return found
  const blocks = source.blocks.map((block, at): SourceBlock => {
    if (block.kind === 'table')
      return { ...block, rows: block.rows.map((row) => rowWithout(row, { table: block.number, row: row.number }, found)) }
    return withoutIn(block, { paragraph: at + 1 }, found)
  })
  return { ...found, source: { ...source, blocks } }
}

function rowWithout(row: SourceRow, place: Place, found: WithoutStruck): SourceRow {
  const words = row.cells.map((cell) => textOf(cell.blocks)).join(' ')
  const whole = words.includes('~~') && words.replaceAll(STRUCK, '').replaceAll(/[\W\d_]/g, '') === ''
  if (whole) found.doubts.push({ place, why: 'The whole row is struck through: it may be closed or withdrawn' })
  return {
    ...row,
    cells: row.cells.map((cell): SourceCell => ({ ...cell, blocks: cell.blocks.map((block) => cellBlock(block, place, whole, found)) })),
  }
}

function cellBlock(block: SourceBlock, place: Place, whole: boolean, found: WithoutStruck): SourceBlock {
  if (block.kind === 'table') return { ...block, rows: block.rows.map((row) => rowWithout(row, place, found)) }
  if (whole) return { ...block, text: block.text.replaceAll(STRUCK, '$1') }
  return withoutIn(block, place, found)
}

function withoutIn<Block extends SourceBlock>(block: Block, place: Place, found: WithoutStruck): Block {
  if (block.kind === 'table' || !block.text.includes('~~')) return block
  const text = block.text
    .replaceAll(STRUCK, (_, words: string) => {
      found.unplaced.push({ place, text: words.trim(), why: 'Words struck through' })
      return ''
    })
    .replaceAll(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replaceAll(/[^\S\n]{2,}/g, ' ')
    .trim()
  return { ...block, text }
}
