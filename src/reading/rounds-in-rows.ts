import { wordsOf } from './cell-lines.ts'
import type { Column } from './columns.ts'
import { findDates } from './dates.ts'
import type { ReadUpdate } from './reading.ts'
import { columnsOf, linesAt } from './record-words.ts'
import { nameOf } from './rounds.ts'
import type { RoundColumns } from './rounds.ts'
import type { RowRecord } from './row-record.ts'

interface Rounded {
  records: readonly RowRecord[]
  columns: readonly Column[]
  rounds: readonly RoundColumns[]
}

/** The columns that say in which round each row was written: a row to an update, or a heading that means a round. */
export function columnsOfRounds({ records, columns, rounds }: Rounded): Column[] {
  const several = records.some((record) => record.rows.length > 1)
  return rounds.length === 1
    ? columnsOf(columns, 'round').filter((column) => several || /\b(?:round|quarter|period|cycle)\b/i.test(column.heading))
    : []
}

/** The round of each update is the one that the column names in its row. */
export function nameRounds(updates: readonly ReadUpdate[], record: RowRecord, column: Column): void {
  for (const update of updates) {
    const row = record.rows.find((one) => one.place === update.place)
    const words = wordsOf(linesAt(row, column)).replaceAll('\n', ' ')
    if (words === '') continue
    const [date] = findDates(words)
    update.round = nameOf(words) || words
    if (date?.dayGiven) update.presented_on = date.iso
    else delete update.presented_on
  }
}
