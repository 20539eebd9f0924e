import type { PaperDocument } from './paper-document.ts'
import { sheetsOf, type SheetRow } from './paper-sheets.ts'

/**
 * The paper as CSV for any spreadsheet: UTF-8 with its mark, lines ended CRLF and all of one width, each table below the lines of words that
 * lead to it, an empty line between. A cell that a spreadsheet could take for a formula opens with an apostrophe; so does one that opened with one, so
 * that reading can undo it.
 */
export function writeCsv(paper: PaperDocument): string {
  const sheets = sheetsOf(paper)
  const width = Math.max(...sheets.map((sheet) => Math.max(1, ...sheet.rows.map(reachOf))))
  const tables = sheets.map((sheet) => sheet.rows.map((row) => lineOf(row, width)).join(''))
  return `\ufeff${tables.join(lineOf({ kind: 'space' }, width))}`
}

function reachOf(row: SheetRow): number {
  return row.kind === 'table' ? Math.max(1, ...row.cells.map((cell) => cell.column + cell.columns)) : 1
}

function lineOf(row: SheetRow, width: number): string {
  const texts = Array.from({ length: width }, () => '')
  if (row.kind === 'text') texts[0] = row.text
  if (row.kind === 'table') for (const cell of row.cells) texts[cell.column] = cell.text
  return csvLine(texts)
}

/** Rows as CSV for any spreadsheet, the first of them the heads: UTF-8 with its mark, lines ended CRLF, no words a formula. */
export function csvOfRows(rows: readonly (readonly (string | number)[])[]): string {
  return `\ufeff${rows.map(csvLine).join('')}`
}

/** One line of values, words quoted where they must be. */
export function csvLine(values: readonly (string | number)[]): string {
  return `${values.map((value) => (typeof value === 'number' ? String(value) : fieldOf(value))).join(',')}\r\n`
}

function fieldOf(text: string): string {
  const words = defused(text.toWellFormed().replaceAll('\u0000', ''))
  return /[",\r\n]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

/** As OWASP says of CSV injection: `=`, `+`, `-`, `@`, tab and return at the beginning make a formula, in their wide forms too. */
function defused(text: string): string {
  return /^['=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
}
