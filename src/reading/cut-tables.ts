import type { ColumnHint } from './column-hint.ts'
import type { LogicalTable } from './logical-tables.ts'

/** A table as one reader reads it, with what the officer said of it. */
export interface HintedTable extends LogicalTable {
  hint?: ColumnHint
}

/** The tables of a document with their hints; one that the officer said is two (or more) is cut where each next one begins. */
export function cutTables(tables: readonly LogicalTable[], hints: Readonly<Record<number, ColumnHint>> = {}): HintedTable[] {
  return tables.flatMap((table) => {
    const hint = hints[table.tables[0]?.number ?? 0]
    return hint ? cutTable(table, hint) : [table]
  })
}

function cutTable(table: LogicalTable, hint: ColumnHint): HintedTable[] {
  const { next, ...own } = hint
  const first = table.tables[0]
  const at = next ? table.rows.findIndex(({ place }) => place.table === first?.number && place.row === next.row) : -1
  // A row that is not there, or is the first, parts nothing.
  if (!next || !first || at < 1) return [{ ...table, hint: own }]
  const rest = { ...table, rows: table.rows.slice(at), above: [] }
  return [{ ...table, tables: [first], rows: table.rows.slice(0, at), below: [], hint: own }, ...cutTable(rest, next.hint)]
}
