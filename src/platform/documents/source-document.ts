/**
 * The one model that every reader of a file makes and that `reading/` understands: paragraphs and tables in the order of the page.
 * It knows nothing of scrutiny. Text is as it stood but for extraction noise; nothing the reader met is left out silently.
 */
export type SourceKind = 'docx' | 'doc' | 'odt' | 'rtf' | 'pdf' | 'xlsx' | 'csv' | 'text'

/** What a person told the readers of a file about its outside, before anything in it is given a meaning. */
export interface FileHints {
  /** Hidden sheets of a workbook, by name, that are to be read beside the visible ones. */
  hiddenSheets?: string[]
  /** Column lines drawn on the pages of a PDF. */
  columnLines?: ColumnLines[]
  /** The pictures of a Word file are told of, each where it stands. */
  pictures?: boolean
}

/** Where the columns of a table on a PDF page are parted: `at` in points from the left edge of the page. It holds on the pages from `from` to `to`, both included, from 1. */
export interface ColumnLines {
  from: number
  to: number
  at: number[]
}

export interface SourceDocument {
  name: string
  kind: SourceKind
  /** Pages, where the file says or can be counted from its page breaks. */
  pages?: number
  blocks: SourceBlock[]
  /** Running headers and footers, one text each, without repeats. */
  pageHeaders: string[]
  pageFooters: string[]
  /** What a person should know of how the file was read: `Tracked deletions were not read`. */
  remarks: string[]
  /** Whether a PDF holds pictures, wherever they stand. */
  holdsPictures?: boolean
  /** The sheets of a workbook in their order, hidden ones too, whether they were read or not. */
  sheets?: { name: string; hidden: boolean }[]
}

export type SourceBlock = SourceParagraph | SourceTable

export interface SourceParagraph {
  kind: 'paragraph'
  text: string
  /** 1 to 9 for a heading, absent for body text. */
  heading?: number
  /** Where the paragraph is an item of a list; `marker` is the number or letter as shown (`a)`, `2.`), absent for a bullet. */
  list?: { level: number; marker?: string }
  /** Whether all its words are bold. */
  bold?: boolean
  /** How many first characters are bold, where only the beginning is. */
  boldLead?: number
  /** The pictures that stand in it, each by what its author wrote of it, which may be nothing. */
  pictures?: string[]
  page?: number
  /** The sheet of the workbook that it stands on. */
  sheet?: string
}

export interface SourceTable {
  kind: 'table'
  /** From 1, in the order of the document; nested tables are not counted. */
  number: number
  /** Columns of the grid. */
  width: number
  rows: SourceRow[]
  /** The sheet of the workbook that it stands on. */
  sheet?: string
}

export interface SourceRow {
  cells: SourceCell[]
  /** The file itself marks it as a header that repeats on each page. */
  header: boolean
  /** From 1, in its table. */
  number: number
  page?: number
}

export interface SourceCell {
  /** First column of the grid that it stands in, from 0, and how many it spans. */
  column: number
  columns: number
  /** How many rows it spans; a cell covered by one above is not listed. */
  rows: number
  blocks: SourceBlock[]
  /** Background colour as `RRGGBB`, where it has one. */
  fill?: string
  /** What someone wrote beside the cell, in a workbook: `Ann Lee: ask again in May`. */
  comment?: string
  /** Where a link on the cell leads, in a workbook, where its words do not say so themselves. */
  link?: string
  /** Where a cell with a comment or a link stands on its sheet: `D7`. */
  address?: string
}

/** The words of a cell or a run of blocks: a line per paragraph, list items beginning `- ` (two spaces more a level), nested tables row by row. */
export function textOf(blocks: readonly SourceBlock[]): string {
  return blocks
    .map(textOfBlock)
    .filter((line) => line.trim() !== '')
    .join('\n')
}

function textOfBlock(block: SourceBlock): string {
  if (block.kind === 'table')
    return block.rows
      .map((row) =>
        row.cells
          .map((cell) => textOf(cell.blocks))
          .filter(Boolean)
          .join('\t'),
      )
      .join('\n')
  if (!block.list) return block.text
  const indent = '  '.repeat(block.list.level)
  return block.list.marker ? `${indent}${block.list.marker} ${block.text}` : `${indent}- ${block.text}`
}
