import type { Field } from './heading-families.ts'

/** What one column holds where it holds two things: each row's words are parted among them. */
export const TWOFOLD = { 'owner+due': ['owner', 'due'], 'grade+evidence': ['grade', 'evidence'] } as const satisfies Record<
  string,
  readonly [Field, Field]
>
export type Twofold = keyof typeof TWOFOLD
export type ColumnMeaning = Field | Twofold

/** What an officer said of a table. Rows count from 1 in the table as it stands, columns from 0 in its grid. */
export interface ColumnHint {
  /** The row that heads the columns, or the first of its rows; 0: none does. */
  headerRow?: number
  /** How many rows the heading has. Without it Heed looks whether the rows above and below belong to it. */
  headerRows?: 1 | 2
  columns?: Record<number, ColumnMeaning>
  /** The table holds nothing to follow. */
  leftOut?: true
  /** From this row on it is another table. */
  next?: NextTable
}

export interface NextTable {
  row: number
  hint: ColumnHint
}

export function isTwofold(meaning: ColumnMeaning | undefined): meaning is Twofold {
  return meaning !== undefined && meaning in TWOFOLD
}

/** The field of which a column is the first holder. */
export function firstField(meaning: ColumnMeaning): Field {
  return isTwofold(meaning) ? TWOFOLD[meaning][0] : meaning
}
