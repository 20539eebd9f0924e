import Papa from 'papaparse'
import { refuseIf } from '../core/refusal.ts'
import { decodeText } from './decode-text.ts'
import { csvShape } from './csv-shape.ts'
import { undefused } from './read-csv.ts'

/** A row of a plain list, with the line on which it begins. */
export interface ListedRow {
  line: number
  cells: string[]
}

const MOST_ROWS = 1_000
const MOST_BYTES = 2_000_000

/** The text of a list that came as a file. Refuses (invalid) what is no text or too much of it. */
export function textOfList(bytes: Uint8Array): string {
  refuseIf(bytes.length > MOST_BYTES, 'invalid', 'This file is larger than 2 MB. Divide it into several.')
  return decodeText(bytes).replace(/^\ufeff/, '')
}

/** Every row of a list, whatever separates its values; blank rows are left out. Refuses (invalid) more than 1,000. */
export function rowsOfList(text: string): ListedRow[] {
  const { delimiter, from: begins } = csvShape(text, true) ?? { delimiter: ',', from: 0 }
  const values = text.slice(begins)
  const rows: ListedRow[] = []
  let line = text.slice(0, begins).split('\n').length
  let from = 0
  Papa.parse<string[]>(values, {
    delimiter,
    step: ({ data, meta }) => {
      const cells = data.map((cell) => undefused(cell).trim())
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells })
      line += values.slice(from, meta.cursor).split('\n').length - 1
      from = meta.cursor
      refuseIf(
        rows.length > MOST_ROWS,
        'invalid',
        `This list has more than ${MOST_ROWS.toLocaleString('en-GB')} rows. Divide it into several.`,
      )
    },
  })
  return rows
}
