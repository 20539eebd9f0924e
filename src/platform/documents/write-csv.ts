import type { PaperDocument } from './paper-document.ts'
import { sheetsOf, type SheetRow } from './paper-sheets.ts'

/**
 * The paper as CSV for any spreadsheet: UTF-8 with its mark, lines ended CRLF, each table below the lines of words that lead to it, an
 * empty line between. A cell that a spreadsheet could take for a formula opens with an apostrophe; so does one that opened with one, so
 * that reading can undo it.
 */
export function writeCsv(paper: PaperDocument): string {
  const tables = sheetsOf(paper).map((sheet) => linesOf(sheet.rows).join(''))
  return `\ufeff${tables.join('\r\n')}`
}

function linesOf(rows: readonly SheetRow[]): string[] {
  return rows.map((row) => {
    if (row.kind === 'space') return '\r\n'
    if (row.kind === 'text') return `${fieldOf(row.text)}\r\n`
    const last = Math.max(...row.cells.map((cell) => cell.column + cell.columns))
    const texts = Array.from({ length: last }, () => '')
    for (const cell of row.cells) texts[cell.column] = cell.text
    return `${texts.map(fieldOf).join(',')}\r\n`
  })
}

function fieldOf(text: string): string {
  const words = defused(text.toWellFormed().replaceAll('\u0000', ''))
  return /[",\r\n]|^\s|\s$/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

/** As OWASP says of CSV injection: `=`, `+`, `-`, `@`, tab and return at the beginning make a formula, in their wide forms too. */
function defused(text: string): string {
  return /^['=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text
}
