import Papa from 'papaparse'
import { refuseIf } from '../core/refusal.ts'
import { csvShape } from './csv-shape.ts'
import { readText } from './read-text.ts'
import { LIMITS } from './reading-limits.ts'
import type { SourceDocument } from './source-document.ts'
import { sheetBlocks } from './workbook-blocks.ts'
import { emptySheet, SheetCount } from './workbook-sheet.ts'
import type { Sheet, SheetCell } from './workbook-sheet.ts'
import { cellParagraphs } from './workbook-words.ts'

/** Whether a text is a table of separated values rather than a pasted document; a name that ends in .csv or .tsv is evidence of it. */
export function looksLikeCsv(text: string, name = ''): boolean {
  const named = /\.(?:csv|tsv)$/i.test(name)
  return csvShape(text, named) !== null || (named && isOneColumn(text))
}

/** Values one to a line, those with a comma between quotation marks. */
function isOneColumn(text: string): boolean {
  if (text.includes('\t')) return false
  const widths = Papa.parse<string[]>(text.slice(0, 100_000), { delimiter: ',', skipEmptyLines: 'greedy' }).data.map((row) => row.length)
  return widths.length > 0 && widths.filter((width) => width === 1).length > 0.9 * widths.length
}

/**
 * Reads separated values, whatever separates them, into the document model: lines of one value above the headings become paragraphs, blank lines
 * part tables, values may run over lines between quotation marks. What an export of Heed set before a value so that no spreadsheet takes it for
 * a formula is taken off again. Refuses (invalid) text over the limits.
 */
export function readCsv(text: string, name: string): SourceDocument {
  refuseIf(
    text.length > LIMITS.characters,
    'invalid',
    `This text holds more than ${LIMITS.characters / 1_000_000} million characters, more than Heed reads.`,
  )
  const shape = csvShape(text, true) ?? (isOneColumn(text) ? { delimiter: ',', from: 0 } : null)
  if (!shape) return readText(text, name)
  const sheet = emptySheet('', false)
  const count = new SheetCount()
  const values = text.slice(shape.from).replace(/^\uFEFF/, '')
  let number = 0
  Papa.parse<string[]>(values, { delimiter: shape.delimiter, step: ({ data }) => addRow(sheet, ++number, data, count) })
  return { name, kind: 'csv', blocks: sheetBlocks(sheet, 0), pageHeaders: [], pageFooters: [], remarks: [] }
}

/** Rows are numbered as they stand, so that a blank one parts tables. */
function addRow(sheet: Sheet, number: number, values: readonly string[], count: SheetCount): void {
  const cells = values.flatMap((value, column): SheetCell[] => {
    const words = undefused(value).trim()
    return words === '' ? [] : [cellOf(words, undefused(value), column)]
  })
  if (cells.length === 0) return
  count.row('')
  for (const cell of cells) count.cell(cell.words.length)
  sheet.rows.push({ number, cells })
}

function cellOf(words: string, value: string, column: number): SheetCell {
  return {
    column,
    paragraphs: cellParagraphs([{ text: value, bold: false }]),
    words,
    bold: false,
    large: false,
    figure: /^[-£$€]?[\d.,]+%?$|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(words),
  }
}

/** Exports write an apostrophe before a value that a spreadsheet would take for a formula, or that begins with one; exactly that is undone. */
export function undefused(value: string): string {
  return /^'['=+\-@\t\r＝＋－＠]/.test(value) ? value.slice(1) : value
}
