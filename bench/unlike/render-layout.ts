import type { Block, Cell, Row, TableBlock, UnlikeDocument } from './unlike-document.ts'

/** How text that keeps its layout is set: columns of a line, lines of a page, whether a blank line parts rows and whether a page gives the heading again. */
export interface LayoutManner {
  width: number
  height: number
  blanks: boolean
  again: boolean
}

/** Columns apart by one to three spaces; rows close together or a blank line apart. */
export const LAYOUTS = {
  close: { width: 150, height: 48, blanks: false, again: true },
  apart: { width: 118, height: 60, blanks: true, again: false },
} satisfies Record<string, LayoutManner>

const GAPS = [2, 1, 3, 2, 2, 1]
interface Placed {
  lines: string[]
  at: number
}

/** The document as the text of a page that keeps its layout: cells folded into columns of spaces, a running foot, rows cut where the page ends. */
export function renderLayout(document: UnlikeDocument, manner: LayoutManner): string {
  const lines: { text: string; heading?: string[] }[] = []
  for (const block of document.blocks) {
    if ('table' in block) lines.push({ text: '' }, ...tableLines(block, manner), { text: '' })
    else lines.push(...proseLines(block, manner).map((text) => ({ text })), { text: '' })
  }
  const pages: string[][] = [[]]
  for (const { text, heading } of lines) {
    let page = pages.at(-1)!
    if (page.length >= manner.height) {
      page = manner.again && heading ? [...heading] : []
      pages.push(page)
    }
    page.push(text)
  }
  const foot = (page: number) => `${document.name.replaceAll('-', ' ').padEnd(manner.width - 14)}Page ${page} of ${pages.length}`
  return pages.map((page, at) => `${page.map((line) => line.trimEnd()).join('\n')}\n\n\n${foot(at + 1)}\n\f`).join('')
}

function proseLines(block: Exclude<Block, TableBlock>, manner: LayoutManner): string[] {
  if ('heading' in block) return [block.heading]
  if ('line' in block) return fold(block.line, manner.width - 20)
  return block.bullets.flatMap((item) => fold(`• ${item}`, manner.width - 20))
}

function tableLines({ table, headingRows = 1 }: TableBlock, manner: LayoutManner): { text: string; heading?: string[] }[] {
  const widths = widthsOf(table, manner.width)
  let count = 0
  const rows = table.map((row) => rowLines(row, widths, () => `${++count}.`))
  const heading = rows.slice(0, headingRows).flat()
  return rows.flatMap((lines, at) => [
    ...lines.map((text) => (at < headingRows ? { text } : { text, heading })),
    ...(manner.blanks ? [{ text: '' }] : []),
  ])
}

/** A column is as wide as its longest word, and shares what is left by how much stands in it. */
function widthsOf(table: readonly Row[], width: number): number[] {
  const columns = Math.max(...table.map((row) => cellsOf(row, []).reduce((sum, { across }) => sum + across, 0)))
  const longest = Array<number>(columns).fill(3)
  const amount = Array<number>(columns).fill(3)
  for (const row of table)
    for (const { at, across, text } of cellsOf(row, [])) {
      if (across > 1) continue
      for (const word of text.split(/\s/)) longest[at] = Math.max(longest[at]!, word.length)
      amount[at] = Math.max(amount[at]!, ...text.split('\n').map((line) => Math.min(line.length, 90)))
    }
  const left = Math.max(0, width - longest.reduce((sum, one) => sum + one, 0) - 2 * columns)
  const wanted = amount.map((one, at) => Math.max(0, one - longest[at]!))
  const all = wanted.reduce((sum, one) => sum + one, 0)
  return longest.map((one, at) => one + (all <= left ? wanted[at]! : Math.floor((left * wanted[at]!) / Math.max(1, all))))
}

function cellsOf(row: Row, lead: readonly Cell[]): { at: number; across: number; text: string; counted: boolean }[] {
  let at = 0
  return [...lead, ...row].map((cell) => {
    const own = cell !== null && typeof cell === 'object' ? cell : { text: cell ?? '' }
    const placed = { at, across: own.across ?? 1, text: own.text, counted: own.counted === true }
    at += placed.across
    return placed
  })
}

function rowLines(row: Row, widths: readonly number[], next: () => string): string[] {
  const starts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width, index) => sum + width + GAPS[index % GAPS.length]!, 0))
  const placed = cellsOf(row, []).map(({ at, across, text, counted }): Placed => {
    const last = at + across - 1
    const width = (starts[last] ?? 0) + (widths[last] ?? 0) - (starts[at] ?? 0)
    return { at: starts[at] ?? 0, lines: (counted ? next() : text).split('\n').flatMap((line) => fold(line.replace(/^- /, '• '), width)) }
  })
  return Array.from({ length: Math.max(...placed.map(({ lines }) => lines.length)) }, (_, line) =>
    placed.reduce((set, { at, lines }) => (lines[line] ? set.padEnd(at) + lines[line] : set), ''),
  )
}

function fold(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(/ +/)) {
    const last = lines.at(-1)!
    if (last === '') lines[lines.length - 1] = word
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}

/** The document as a browser copies it: tabs between cells, but a cell of several paragraphs on lines of its own; `lost`: no tab stands between two such cells. */
export function renderPaste(document: UnlikeDocument, lost: boolean): string {
  return document.blocks
    .map((block) => {
      if ('heading' in block) return block.heading
      if ('line' in block) return block.line
      if ('bullets' in block) return block.bullets.map((item) => `• ${item}`).join('\n')
      let count = 0
      const blocks = blockColumns(block, lost)
      return block.table.map((row, at) => pasteRow(row, at < (block.headingRows ?? 1) ? [] : blocks, lost, () => `${++count}.`)).join('\n')
    })
    .join('\n\n')
}

/** The columns whose cells a page on the web makes of paragraphs. */
function blockColumns({ table, headingRows = 1 }: TableBlock, lost: boolean): number[] {
  const isBlock = ({ text, across }: { text: string; across: number }) =>
    across === 1 && (text.includes('\n') || (lost && text.length > 70))
  return table.slice(headingRows).flatMap((row) => cellsOf(row, []).flatMap((cell) => (isBlock(cell) ? [cell.at] : [])))
}

function pasteRow(row: Row, columns: readonly number[], lost: boolean, next: () => string): string {
  const cells = cellsOf(row, []).flatMap(({ text, across, counted }) => [counted ? next() : text, ...Array<string>(across - 1).fill('')])
  const isBlock = (at: number) => columns.includes(at) && (cells[at] ?? '') !== '' && cells.filter((text) => text !== '').length > 1
  return cells
    .map((text, at) => {
      if (!isBlock(at)) return at === 0 ? text : `\t${text}`
      const words = text.replaceAll(/^- /gm, '• ').replaceAll('\n', '\n\n')
      if (isBlock(at - 1) && lost) return `\n\n${words}`
      return at === 0 ? words : `\t\n${words}`
    })
    .join('')
}
