import { z } from 'zod'
import { optionalText, ticked } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { FieldFault } from '../platform/web/submit-form.ts'
import { isTwofold } from '../reading/column-hint.ts'
import type { ColumnHint, ColumnMeaning } from '../reading/column-hint.ts'
import type { TableExplained } from '../reading/explain-table.ts'
import { COLUMN_MEANINGS } from './column-meanings.ts'

/** Rows of a table that may be chosen as its heading. */
export const HEADING_ROWS = 12

const meanings = z.record(z.string().regex(/^c\d{1,3}$/), z.string()).prefault({})

/** What an officer says of one table, or of one of the tables that it was cut into: the one that begins at row `from`. */
export const tableHintForm = z.object({
  version: z.coerce.number().int(),
  from: z.coerce.number().int().min(1),
  /** `heed`, `none` or the number of a row. */
  heading: z.string().regex(/^(?:heed|none|\d{1,6})$/, 'Choose which row is the heading'),
  second: ticked(),
  /** By column, and what Heed took each for when the form was made: only what differs from it is a hint. */
  columns: meanings,
  thoughts: meanings,
  next: optionalText(10),
  leftOut: ticked(),
  again: ticked(),
})
export type TableHintValues = z.output<typeof tableHintForm>

/** What the form says of its part of the table, without the parts after it. */
function ownHint({ heading, second, columns, thoughts, leftOut }: TableHintValues): ColumnHint {
  if (leftOut) return { leftOut: true }
  const said = Object.entries(columns).flatMap(([column, meaning]) =>
    isMeaning(meaning) && meaning !== thoughts[column] ? [[Number(column.slice(1)), meaning] as const] : [],
  )
  return {
    ...(heading === 'none' && { headerRow: 0 }),
    ...(/^\d/.test(heading) && { headerRow: Number(heading), headerRows: second ? (2 as const) : (1 as const) }),
    ...(said.length > 0 && { columns: Object.fromEntries(said) }),
  }
}

function isMeaning(words: string): words is ColumnMeaning {
  return isTwofold(words as ColumnMeaning) || Object.hasOwn(COLUMN_MEANINGS, words)
}

interface Part {
  row: number
  hint: ColumnHint
}

/** The hint for the whole table once the form's part of it is as the form says; undefined where nothing is left to say. Throws the fault of a field. */
export function hintOfTable(before: ColumnHint | undefined, values: TableHintValues, table: TableExplained): ColumnHint | undefined {
  const parts = partsOf(before)
  const at = Math.max(
    0,
    parts.findIndex(({ row }) => row === values.from),
  )
  parts[at] = { row: parts[at]?.row ?? 1, hint: ownHint(values) }
  const following = parts[at + 1]
  const cut = nextRow(values, table)
  if (following && following.row !== cut) parts.splice(at + 1, 1)
  if (cut !== null && following?.row !== cut) parts.splice(at + 1, 0, { row: cut, hint: {} })
  const [whole] = parts.reduceRight<Part[]>((after, { row, hint }) => {
    const [next] = after
    return [{ row, hint: next ? { ...hint, next } : hint }]
  }, [])
  return whole && Object.keys(whole.hint).length > 0 ? whole.hint : undefined
}

function partsOf(hint: ColumnHint = {}): Part[] {
  const parts: Part[] = []
  let next: Part | undefined = { row: 1, hint }
  while (next) {
    const { next: following, ...own }: ColumnHint = next.hint
    parts.push({ row: next.row, hint: own })
    next = following
  }
  return parts
}

/** The row at which another table begins, as typed; null where none does. */
function nextRow({ next, from }: TableHintValues, table: TableExplained): number | null {
  if (next === '') return null
  const row = Number(next)
  const last = Math.max(table.rows.to, ...table.parts)
  if (!Number.isInteger(row) || row <= from || row > last)
    throw new FieldFault('next', `Enter the number of a row below row ${from}, up to row ${last}, or leave it blank`)
  return row
}

/** The form as it opens: as the part was said to be, and for the rest as Heed takes it. */
export function filledTableHint(table: TableExplained, hint: ColumnHint | undefined): FilledForm {
  const own = partsOf(hint).find(({ row }) => row === table.rows.from)?.hint ?? {}
  const following = table.parts.find((row) => row > table.rows.from)
  const named = <Value>(value: (column: TableExplained['columns'][number]) => Value) =>
    Object.fromEntries(table.columns.map((column) => [`c${column.column}`, value(column)]))
  return filledForm({
    heading: own.headerRow === undefined ? 'heed' : own.headerRow === 0 ? 'none' : String(own.headerRow),
    ...(own.headerRows === 2 && { second: 'yes' }),
    columns: named(({ meaning }) => (meaning === 'unknown' ? '' : meaning)),
    ...(following !== undefined && { next: String(following) }),
    ...(own.leftOut && { leftOut: 'yes' }),
  })
}
