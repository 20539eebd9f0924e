import type { PaperBlock, PaperCell, PaperItem, PaperList, PaperRow, Run } from '../platform/documents/paper-document.ts'
import { paragraph } from '../platform/documents/paper-document.ts'

const ITEM = /^( *)- (.*)$/

/** A reading's text as blocks: a line is a paragraph, lines beginning `- ` are a list (two spaces more a level); blank lines fall away. */
export function blocksOf(text: string | undefined, words: (line: string) => Run[] = plain): PaperBlock[] {
  const blocks: PaperBlock[] = []
  for (const line of (text ?? '').split('\n')) {
    const item = ITEM.exec(line)
    const last = blocks.at(-1)
    if (item && last?.kind === 'list') addItem(last, (item[1] ?? '').length / 2, words(item[2] ?? ''))
    else if (item) blocks.push({ kind: 'list', items: [{ runs: words(item[2] ?? '') }] })
    else if (line.trim() !== '') blocks.push({ kind: 'paragraph', runs: words(line) })
  }
  return blocks
}

function plain(line: string): Run[] {
  return [{ text: line }]
}

function addItem(list: PaperList, level: number, runs: Run[]): void {
  const last: PaperItem | undefined = list.items.at(-1)
  if (level < 1 || !last) list.items.push({ runs })
  else if (last.list) addItem(last.list, level - 1, runs)
  else last.list = { kind: 'list', items: [{ runs }] }
}

/** A text with words before its first: `a. Training was given`; a text that begins with a list has them on a line of their own. */
export function led(lead: string, text: string): string {
  if (text === '') return lead
  return ITEM.test(text.split('\n')[0] ?? '') ? `${lead}\n${text}` : `${lead} ${text}`
}

export function cell(text: string | undefined, more: Omit<PaperCell, 'blocks'> = {}): PaperCell {
  return { blocks: blocksOf(text), ...more }
}

/** A row of the header; a second line of a heading is set on a line of its own. */
export function headerRow(headings: readonly string[]): PaperRow {
  return { cells: headings.map((words) => cell(words)) }
}

/** A row shaded across the whole table, in bold: a theme, the recommendation that its actions follow. */
export function bandRow(text: string, columns: number): PaperRow {
  return { cells: [{ blocks: blocksOf(text, (line) => [{ text: line, bold: true }]), columns, band: true }] }
}

/** `label: text`, the label in bold, as a paragraph or as a paragraph and its list. */
export function labelled(label: string, text: string): PaperBlock[] {
  const blocks = blocksOf(text)
  const first = blocks[0]
  if (first?.kind === 'paragraph') return [paragraph({ text: label, bold: true }, { text: ' ' }, ...first.runs), ...blocks.slice(1)]
  return [paragraph({ text: label, bold: true }), ...blocks]
}

/**
 * One column of a group of rows: a cell where a row has words of its own, reaching down over the rows that have none.
 * The first cell stands in the first row.
 */
export function reachingDown(texts: readonly (PaperBlock[] | null)[], more: Omit<PaperCell, 'blocks' | 'rows'> = {}): (PaperCell | null)[] {
  const starts = texts.flatMap((blocks, row) => (blocks === null ? [] : [row]))
  const cells: (PaperCell | null)[] = texts.map(() => null)
  starts.forEach((start, index) => {
    const from = index === 0 ? 0 : start
    cells[from] = { blocks: texts[start] ?? [], rows: (starts[index + 1] ?? texts.length) - from, ...more }
  })
  if (starts.length === 0 && texts.length > 0) cells[0] = { blocks: [], rows: texts.length, ...more }
  return cells
}

/** Columns, each a cell or nothing per row, turned into rows. */
export function rowsOf(columns: readonly (readonly (PaperCell | null)[])[]): PaperRow[] {
  const height = columns[0]?.length ?? 0
  return Array.from({ length: height }, (_, row) => ({
    cells: columns.flatMap((column) => {
      const here = column[row]
      return here ? [here] : []
    }),
  }))
}

/** Several owners, one to a line, told apart by a semicolon: a name and the post under it are otherwise one owner. */
export function listed(owners: readonly string[]): string {
  return owners.join(';\n')
}

export function distinct<T>(things: readonly T[]): T[] {
  return [...new Set(things)]
}
