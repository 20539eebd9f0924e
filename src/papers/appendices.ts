import type { PaperBlock, PaperItem, PaperRow, PaperSection, Run } from '../platform/documents/paper-document.ts'

/** One review of a pack, as the rest of the pack cites it. */
export interface Appendix {
  /** `Appendix A` */
  label: string
  /** The review's title. */
  title: string
  anchor: string
}

/** A, B … Z, AA, AB … */
export function appendixLetter(index: number): string {
  const before = Math.floor(index / 26)
  return `${before > 0 ? appendixLetter(before - 1) : ''}${String.fromCharCode('A'.charCodeAt(0) + (index % 26))}`
}

/** The section with every mention of an appendix made to lead to it. */
export function withLinks(section: PaperSection, appendices: readonly Appendix[]): PaperSection {
  const anchors = new Map(appendices.map(({ label, anchor }) => [label, anchor]))
  const runsOf = (runs: readonly Run[]): Run[] => runs.flatMap((run) => (run.link || run.to ? [run] : linked(run, anchors)))
  const itemOf = (item: PaperItem): PaperItem => ({
    runs: runsOf(item.runs),
    ...(item.list ? { list: { ...item.list, items: item.list.items.map(itemOf) } } : {}),
  })
  const rowOf = (row: PaperRow): PaperRow => ({ cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(blockOf) })) })
  const blockOf = (block: PaperBlock): PaperBlock => {
    if (block.kind === 'paragraph') return { ...block, runs: runsOf(block.runs) }
    if (block.kind === 'list') return { ...block, items: block.items.map(itemOf) }
    if (block.kind === 'table') return { ...block, rows: block.rows.map(rowOf) }
    if (block.kind === 'pairs') return { ...block, pairs: block.pairs.map((pair) => ({ ...pair, blocks: pair.blocks.map(blockOf) })) }
    return block
  }
  return { ...section, blocks: section.blocks.map(blockOf) }
}

function linked(run: Run, anchors: ReadonlyMap<string, string>): Run[] {
  return run.text
    .split(/(\bAppendix [A-Z]{1,2}\b)/)
    .filter((text) => text !== '')
    .map((text) => {
      const to = anchors.get(text)
      return { ...run, text, ...(to ? { to } : {}) }
    })
}
