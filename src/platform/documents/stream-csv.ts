import { type OutgoingList, type OutgoingValue, PIECE } from './outgoing-list.ts'
import { csvField } from './write-csv.ts'

/**
 * A list as CSV, piece by piece: UTF-8 with its mark, lines ended CRLF, days as `2026-10-14`. Words that a spreadsheet could take for a formula open
 * with an apostrophe, as in every CSV of Heed's, and reading takes it off again.
 */
export async function* streamCsv<Row>({ columns, rows }: OutgoingList<Row>): AsyncGenerator<Buffer> {
  let piece = `\ufeff${lineOf(columns.map(({ head }) => head))}`
  for await (const row of rows) {
    piece += lineOf(columns.map(({ of }) => of(row)))
    if (piece.length < PIECE) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(piece)
}

function lineOf(values: readonly OutgoingValue[]): string {
  return `${values.map((value) => (typeof value === 'number' ? String(value) : csvField(wordsOf(value)))).join(',')}\r\n`
}

function wordsOf(value: Exclude<OutgoingValue, number>): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : value.day
}
