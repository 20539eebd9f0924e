/**
 * The document going out: what every writer (Word, PDF, HTML) is given. It knows nothing of scrutiny.
 * Text is text: no writer reads markup in it, and every word of it is on the page.
 */
export interface PaperDocument {
  title: string
  language: 'en-GB'
  /** Whose document it is, shown in the file's properties. */
  author?: string
  /** Running header, the same on every page. */
  header?: string
  /** Running footer, left of `Page 1 of 9`. */
  footer?: string
  sections: PaperSection[]
}

/** Pages of one orientation; a section begins a page. */
export interface PaperSection {
  orientation: 'portrait' | 'landscape'
  /** What its sheet is called in a workbook; its first heading where absent. */
  name?: string
  /** Words that stand beside what the paper reports: a letter, a file from outside. Workbooks and lists leave them out. */
  aside?: true
  blocks: PaperBlock[]
}

export type PaperBlock = PaperHeading | PaperParagraph | PaperList | PaperTable | PaperPairs | PaperContents

export interface PaperHeading {
  kind: 'heading'
  level: 1 | 2 | 3 | 4
  text: string
  /** What a link or the contents call it by: letters, digits and hyphens, its own in the paper. */
  anchor?: string
}

export interface PaperParagraph {
  kind: 'paragraph'
  runs: Run[]
  /** `note` is set smaller and quieter: guidance, a line under a heading. `lead` lines stand close together above a title. */
  style?: 'note' | 'lead'
  /** One of these words is to be chosen by whoever fills the paper in: Word's own list to choose from; elsewhere the runs stand as they are. No runs: nothing is chosen yet. */
  choice?: PaperChoice
}

export interface PaperChoice {
  /** What is being chosen, for those who cannot see it. */
  title: string
  options: string[]
  /** What stands there until one is chosen. */
  blank: string
}

export interface Run {
  text: string
  bold?: boolean
  italic?: boolean
  /** An address; only http, https and mailto become links. */
  link?: string
  /** The anchor of a heading of this paper that the words lead to. */
  to?: string
}

export interface PaperList {
  kind: 'list'
  numbered?: boolean
  items: PaperItem[]
}

export interface PaperItem {
  runs: Run[]
  list?: PaperList
}

export interface PaperTable {
  kind: 'table'
  /** What the table holds, for those who cannot see it; not printed. */
  title: string
  /** Column widths as shares of the whole; any unit. */
  widths: number[]
  /** How much of the page's width it takes, from 0 to 1; all of it where absent. */
  share?: number
  /** Rows that repeat at the head of each page. */
  header: PaperRow[]
  rows: PaperRow[]
}

export interface PaperRow {
  cells: PaperCell[]
}

export interface PaperCell {
  blocks: PaperBlock[]
  columns?: number
  rows?: number
  /** Names its row, as a header cell names its column. */
  rowHeader?: boolean
  /** Shaded across, as the row that opens a theme. Never the only sign of anything. */
  band?: boolean
  /** A box to be filled in by whoever the paper is sent to: framed, with room for a line or for several. */
  box?: 'line' | 'text'
}

/** Labels and what stands against them: a form's head, a summary. */
export interface PaperPairs {
  kind: 'pairs'
  pairs: { label: string; blocks: PaperBlock[] }[]
}

/** A line for each heading that has an anchor, with its page where there are pages; each leads to its heading. */
export interface PaperContents {
  kind: 'contents'
  /** Filled in when the paper is written. */
  entries?: PaperEntry[]
}

export interface PaperEntry {
  level: PaperHeading['level']
  text: string
  anchor: string
}

export function heading(level: PaperHeading['level'], text: string): PaperHeading {
  return { kind: 'heading', level, text }
}

export function paragraph(...runs: (string | Run)[]): PaperParagraph {
  return { kind: 'paragraph', runs: runs.map((run) => (typeof run === 'string' ? { text: run } : run)) }
}

export function note(text: string): PaperParagraph {
  return { kind: 'paragraph', style: 'note', runs: [{ text }] }
}

export function lead(text: string): PaperParagraph {
  return { kind: 'paragraph', style: 'lead', runs: [{ text, bold: true }] }
}

export function bold(text: string): Run {
  return { text, bold: true }
}

/** The paper without what stands beside its matter, for workbooks and lists, where tables are told by nothing but their place. */
export function withoutAsides(paper: PaperDocument): PaperDocument {
  return { ...paper, sections: paper.sections.filter(({ aside }) => !aside) }
}

/** Whether an address may be made a link: a script in disguise may not. */
export function isSafeLink(address: string): boolean {
  return /^(https?:\/\/|mailto:)/i.test(address)
}

/** The document with no heading more than one level below the one before, as PDF/UA and screen readers want it, and its contents filled in. */
export function withHeadingsInOrder(paper: PaperDocument): PaperDocument {
  let last = 0
  const inOrder = (block: PaperBlock): PaperBlock => {
    if (block.kind !== 'heading') return block
    last = Math.min(block.level, last + 1)
    return { ...block, level: last as PaperHeading['level'] }
  }
  const sections = paper.sections.map((section) => ({ ...section, blocks: section.blocks.map(inOrder) }))
  const entries = sections.flatMap(({ blocks }) => blocks.flatMap(entryOf))
  const filled = (block: PaperBlock): PaperBlock => (block.kind === 'contents' ? { ...block, entries } : block)
  return { ...paper, sections: sections.map((section) => ({ ...section, blocks: section.blocks.map(filled) })) }
}

function entryOf(block: PaperBlock): PaperEntry[] {
  return block.kind === 'heading' && block.anchor ? [{ level: block.level, text: block.text, anchor: block.anchor }] : []
}
