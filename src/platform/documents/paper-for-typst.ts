import type { PaperBlock, PaperCell, PaperDocument, PaperItem, PaperList, PaperPairs, PaperRow, PaperTable, Run } from './paper-document.ts'
import { isSafeLink, withHeadingsInOrder } from './paper-document.ts'
import { breakingRows, headerMayRepeat, squared } from './paper-rows.ts'
import { fittedWidths, LONGEST_WORD, pageOf, type PaperPage } from './paper-widths.ts'

/** A stretch longer than this without a place to break could run over its neighbour: in a cell too narrow, in another, and on the page. */
const LONGEST = { narrow: 9, cell: LONGEST_WORD, page: 70 }
const ZERO_WIDTH_SPACE = '\u200b'

/**
 * The paper as the template `paper.typ` wants it: tables squared, each cell told whether it may break over pages, and
 * every character one that the fonts can show; one they cannot is written as its code point, `[U+1F600]`, rather than lost.
 */
export function paperForTypst(paper: PaperDocument, known: ReadonlySet<number>): TypstPaper {
  const ordered = withHeadingsInOrder(paper)
  const words: Words = (text, where = 'page') => breakable(showable(text, known), LONGEST[where])
  return {
    ...(paper.author ? { author: showable(paper.author, known) } : {}),
    ...(paper.header ? { header: words(paper.header) } : {}),
    ...(paper.footer ? { footer: words(paper.footer) } : {}),
    title: showable(paper.title, known) || 'Paper',
    sections: ordered.sections.map((section) => {
      const page = pageOf(section)
      return { page, blocks: section.blocks.map((block) => blockOf(block, page, words)) }
    }),
  }
}

export interface TypstPaper {
  title: string
  author?: string
  header?: string
  footer?: string
  sections: { page: PaperPage; blocks: TypstBlock[] }[]
}

/** Blocks as the template takes them, so far as what is done with the PDF afterwards needs to know them. */
export type TypstBlock = TypstTable | { kind: 'pairs'; wide: boolean; pairs: { label: string; blocks: TypstBlock[] }[] } | OtherBlock

type OtherBlock = { kind: 'heading' | 'paragraph' | 'list' | 'contents'; [more: string]: unknown }

export interface TypstTable {
  kind: 'table'
  title: string
  widths: number[]
  repeats: boolean
  share: number
  header: TypstRow[]
  rows: TypstRow[]
}

export interface TypstRow {
  cells: (Omit<PaperCell, 'blocks'> & { breakable: boolean; blocks: TypstBlock[] })[]
}

type Words = (text: string, where?: keyof typeof LONGEST) => string

function blockOf(block: PaperBlock, page: PaperPage, words: Words): TypstBlock {
  if (block.kind === 'heading') return { ...block, text: words(block.text) }
  if (block.kind === 'paragraph') return { ...block, runs: runsOf(block.runs, words) }
  if (block.kind === 'contents') return { ...block }
  if (block.kind === 'list') return listOf(block, words)
  return block.kind === 'table' ? tableOf(block, page, words) : pairsOf(block, page, words)
}

function pairsOf({ pairs }: PaperPairs, page: PaperPage, words: Words): TypstBlock {
  const pairOf = ({ label, blocks }: PaperPairs['pairs'][number]) => ({
    label: words(label),
    blocks: blocks.map((inner) => blockOf(inner, page, words)),
  })
  return { kind: 'pairs', wide: page !== 'portrait', pairs: pairs.map(pairOf) }
}

function runsOf(runs: readonly Run[], words: Words): object[] {
  return runs.map(({ link, ...run }) => ({ ...run, text: words(run.text), ...(link && isSafeLink(link) ? { link } : {}) }))
}

function listOf(list: PaperList, words: Words): OtherBlock {
  const itemOf = (item: PaperItem) => ({ runs: runsOf(item.runs, words), ...(item.list ? { list: listOf(item.list, words) } : {}) })
  return { ...list, items: list.items.map(itemOf) }
}

function tableOf(table: PaperTable, page: PaperPage, words: Words): TypstTable {
  const { widths, cut } = fittedWidths(table, page)
  // Not hyphenated: a soft hyphen shares its glyph with the hyphen, and every real one would be copied as soft.
  const inCell: Words = (text) => words(text, cut ? 'narrow' : 'cell')
  const repeats = headerMayRepeat({ ...table, widths }, page)
  // A header that may not repeat may have to break, which only an ordinary row can.
  const demoted = repeats ? [] : table.header.map((row) => ({ cells: row.cells.map((cell) => ({ ...cell, rowHeader: true, band: true })) }))
  const rows = squared([...demoted, ...table.rows], widths.length)
  const breaking = breakingRows({ rows, widths }, page)
  const rowOf = (row: PaperRow, breaks: boolean): TypstRow => ({ cells: row.cells.map((cell) => cellOf(cell, breaks, page, inCell)) })
  return {
    kind: 'table',
    title: table.title,
    widths,
    repeats,
    share: table.share ?? 1,
    header: repeats ? squared(table.header, widths.length).map((row) => rowOf(row, false)) : [],
    rows: rows.map((row, index) => rowOf(row, breaking[index] ?? true)),
  }
}

function cellOf(cell: PaperCell, breaks: boolean, page: PaperPage, words: Words): TypstRow['cells'][number] {
  return { ...cell, breakable: breaks || (cell.rows ?? 1) > 1, blocks: cell.blocks.map((block) => blockOf(block, page, words)) }
}

function showable(text: string, known: ReadonlySet<number>): string {
  return Array.from(text.toWellFormed(), (sign) => signOf(sign, known)).join('')
}

/** Lets long stretches break every few characters; what is short enough stays as it is, so that an address can be copied. */
function breakable(text: string, longest: number): string {
  return text.replace(new RegExp(`[^\\s/-]{${longest + 1},}`, 'gu'), (word) => (word.match(/.{1,6}/gu) ?? [word]).join(ZERO_WIDTH_SPACE))
}

function signOf(sign: string, known: ReadonlySet<number>): string {
  const code = sign.codePointAt(0) ?? 0
  if (sign === '\n') return sign
  if (sign === '\t' || sign === '\r') return ' '
  if (known.has(code)) return sign
  if (code < 32 || (code >= 0x7f && code < 0xa0) || INVISIBLE.has(code)) return ''
  return `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`
}

/** Marks of direction and joining that are no loss where the font has none. */
const INVISIBLE = new Set([
  0xad, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0xfe0e,
  0xfe0f, 0xfeff,
])
