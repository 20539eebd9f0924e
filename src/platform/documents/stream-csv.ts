import { type OutgoingList, type OutgoingValue, PIECE } from './outgoing-list.ts'
import { csvLine } from './write-csv.ts'

/**
 * A list as CSV, piece by piece: UTF-8 with its mark, lines ended CRLF, days as `2026-10-14`. Words that a spreadsheet could take for a formula open
 * with an apostrophe, as in every CSV of Heed's, and reading takes it off again.
 */
export async function* streamCsv<Row>({ columns, rows }: OutgoingList<Row>): AsyncGenerator<Buffer> {
  let piece = `\ufeff${csvLine(columns.map(({ head }) => head))}`
  for await (const row of rows) {
    piece += csvLine(columns.map(({ of }) => written(of(row))))
    if (piece.length < PIECE) continue
    yield Buffer.from(piece)
    piece = ''
  }
  yield Buffer.from(piece)
}

function written(value: OutgoingValue): string | number {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? value.day : value
}
