import { refuse, refuseIf } from '../core/refusal.ts'
import { LIMITS } from './reading-limits.ts'
import type { SourceParagraph } from './source-document.ts'

/** A workbook as its file has it, before its sheets are cut into paragraphs and tables. */
export interface Workbook {
  sheets: Sheet[]
  remarks: string[]
}

/** One sheet: only the rows and cells that hold something, so that a sheet formatted to its last corner costs nothing. */
export interface Sheet {
  name: string
  hidden: boolean
  rows: SheetRow[]
  merges: Merge[]
  /** Rows and columns that are hidden, by number from 1 and from 0: they hold no cells here. */
  hiddenRows: Set<number>
  hiddenColumns: Set<number>
  /** Rows that the workbook itself says head a table: of an Excel table or under a filter. */
  headerRows: Set<number>
  /** The words of text boxes, with the row beside which each stands. */
  boxes: { row: number; paragraphs: SourceParagraph[] }[]
  pageHeader?: string
  pageFooter?: string
}

export interface SheetRow {
  /** From 1, as the sheet numbers it. */
  number: number
  cells: SheetCell[]
}

export interface SheetCell {
  /** From 0. */
  column: number
  paragraphs: SourceParagraph[]
  /** All of its words; empty where only its colour says something. */
  words: string
  bold: boolean
  /** Larger than the words of the sheet: a title. */
  large: boolean
  /** A number or a date, which no heading is but a month. */
  figure: boolean
  fill?: string
  comment?: string
  link?: string
}

/** Rows from 1 and columns from 0, the last ones included. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** A sheet with nothing on it yet, or one that is not to be read. */
export function emptySheet(name: string, hidden: boolean): Sheet {
  return { name, hidden, rows: [], merges: [], hiddenRows: new Set(), hiddenColumns: new Set(), headerRows: new Set(), boxes: [] }
}

/** Counts what the sheets of one workbook hold, and refuses (invalid) more than Heed reads. */
export class SheetCount {
  private rows = 0
  private cells = 0
  private characters = 0

  row(sheet: string): void {
    if (++this.rows > LIMITS.sheetRows)
      refuse(
        'invalid',
        `This holds more than ${LIMITS.sheetRows.toLocaleString('en-GB')} filled rows${sheet === '' ? '' : ` (it passed that on the sheet “${sheet}”)`}, more than Heed reads. Keep the rows of recommendations and try again.`,
      )
  }

  cell(characters: number): void {
    this.characters += characters
    refuseIf(
      ++this.cells > LIMITS.sheetCells,
      'invalid',
      `This holds more than ${LIMITS.sheetCells.toLocaleString('en-GB')} filled cells, more than Heed reads. Keep the rows of recommendations and try again.`,
    )
    refuseIf(
      characters > LIMITS.cellCharacters,
      'invalid',
      `This holds a cell of more than ${LIMITS.cellCharacters.toLocaleString('en-GB')} characters, more than Heed reads.`,
    )
    refuseIf(
      this.characters > LIMITS.characters,
      'invalid',
      `This holds more than ${LIMITS.characters / 1_000_000} million characters, more than Heed reads.`,
    )
  }
}

/** `D7` of the column from 0 and the row from 1. */
export function addressOf(column: number, row: number): string {
  let letters = ''
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${row}`
}

/** The column (from 0) and row (from 1) of `D7` or `$D$7`; null for anything else. */
export function placeOfAddress(address: string): { column: number; row: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})$/.exec(address)
  if (!match) return null
  let column = 0
  for (const letter of (match[1] ?? '').toUpperCase()) column = column * 26 + (letter.charCodeAt(0) - 64)
  return { column: column - 1, row: Number(match[2]) }
}

/** The corners of `A1:H40`, or of one cell; null for anything else, such as a whole column. */
export function rangeOf(reference: string): Merge | null {
  const [first = '', last = first] = reference.split(':')
  const [from, to] = [placeOfAddress(first), placeOfAddress(last)]
  return from && to ? { top: from.row, left: from.column, bottom: to.row, right: to.column } : null
}

/** A colour that says something: neither white nor grey nor the pale shade of every other row. */
export function isColour(fill: string | undefined): boolean {
  if (fill === undefined) return false
  const parts = [0, 2, 4].map((at) => Number.parseInt(fill.slice(at, at + 2), 16))
  return Math.max(...parts) - Math.min(...parts) >= 70
}
