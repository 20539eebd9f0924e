import { canonicalJson } from '../platform/core/canonical-json.ts'
import type { SourceDocument, SourceTable } from '../platform/documents/source-document.ts'
import type { ReadingHints } from '../reading/read-document.ts'
import { tablesOf, wordsOfCell } from './source-rows.ts'

/** Hints for tables by the numbers that the tables have once the document is read otherwise; those for tables that are no longer there as they were are let go. */
export function carryHints(
  before: SourceDocument,
  now: SourceDocument,
  hints: ReadingHints['tables'] = {},
): NonNullable<ReadingHints['tables']> {
  const numbers = new Map(tablesOf(now).map((table) => [wordsOf(table), table.number]))
  return Object.fromEntries(
    tablesOf(before).flatMap((table) => {
      const [hint, number] = [hints[table.number], numbers.get(wordsOf(table))]
      return hint && number !== undefined ? [[number, hint] as const] : []
    }),
  )
}

function wordsOf({ sheet, rows }: SourceTable): string {
  return canonicalJson([sheet, rows.map((row) => row.cells.map((cell) => [cell.column, wordsOfCell(cell)]))])
}
