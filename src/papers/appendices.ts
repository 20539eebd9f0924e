import type { PaperBlock, PaperHeading, PaperItem, PaperRow, PaperSection, Run } from '../platform/documents/paper-document.ts'

/** One review of a pack, as the rest of the pack cites it. */
export interface Appendix {
  /** `Appendix A` */
  label: string
  /** The review's title. */
  title: string
  anchor: string
}

/** A letter out or in that goes with a paper: its name with its day, and its sections, the first of which it heads. */
export interface AppendedLetter {
  title: string
  sections: PaperSection[]
}

/** The appendix of that place, from 0. */
export function appendixAt(index: number, title: string): Appendix {
  const letter = appendixLetter(index)
  return { label: `Appendix ${letter}`, title, anchor: `appendix-${letter.toLowerCase()}` }
}

/** Letters as the appendices that follow on so many others. */
export function letterAppendices(letters: readonly AppendedLetter[], others: number): (Appendix & { sections: PaperSection[] })[] {
  return letters.map(({ title, sections }, index) => {
    const appendix = appendixAt(others + index, title)
    return { ...appendix, sections: appendixSections(sections, appendix) }
  })
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

/** The sections of one appendix: its letter stands at its head, and whatever follows the first stands under it. */
export function appendixSections(sections: readonly PaperSection[], { label, title, anchor }: Appendix): PaperSection[] {
  return sections.map((section, index) => {
    if (index > 0) return { ...section, name: label, blocks: demoted(section.blocks, `${anchor}-${index + 1}`) }
    const words = firstHeading(section)
    const whole = words.includes(title) ? words : [title, words].filter(Boolean).join(' – ')
    return opened(section, anchor, label, `${label} – ${whole}`)
  })
}

function demoted(blocks: readonly PaperBlock[], anchor: string): PaperBlock[] {
  const first = blocks.findIndex((block) => block.kind === 'heading')
  return blocks.map((block, index) => {
    if (block.kind !== 'heading') return block
    const level = Math.min(4, block.level + 1) as PaperHeading['level']
    return { ...block, level, ...(index === first ? { anchor } : {}) }
  })
}

/** The section under a name, its first heading in the contents. */
export function opened(section: PaperSection, anchor: string, name: string, words?: string): PaperSection {
  const first = section.blocks.findIndex((block) => block.kind === 'heading')
  const blocks = section.blocks.map((block, index) =>
    index === first && block.kind === 'heading' ? { ...block, anchor, text: words ?? block.text } : block,
  )
  return { ...section, name, blocks }
}

export function firstHeading({ blocks }: PaperSection): string {
  const first = blocks.find((block) => block.kind === 'heading')
  return first?.kind === 'heading' ? first.text : ''
}
