import type { CalendarDate } from '../core/calendar-date.ts'

/** A list going out as rows: what CSV and Excel are streamed from, however long it is. */
export interface OutgoingList<Row> {
  /** What it is of, `Recommendations of Young carers`: the file's name and title. */
  name: string
  /** The day on which it was taken, in the file's name. */
  takenOn: CalendarDate
  columns: OutgoingColumn<Row>[]
  rows: AsyncIterable<Row> | Iterable<Row>
}

export interface OutgoingColumn<Row> {
  head: string
  /** Letters; 20 where absent. */
  width?: number
  of: (row: Row) => OutgoingValue
}

/** Words, a number, or a day, so that a spreadsheet can sort by it; nothing is a blank cell. */
export type OutgoingValue = string | number | { day: CalendarDate } | null | undefined

/** Text is gathered into pieces of about this many letters, so that a long list is written in few turns. */
export const PIECE = 3_000
