import { wordsOf } from './cell-lines.ts'
import type { Column } from './columns.ts'
import type { Field } from './heading-families.ts'
import type { RecordRow, RowRecord } from './row-record.ts'

export function columnsOf(columns: readonly Column[], field: Field): Column[] {
  return columns.filter((column) => column.field === field)
}

export function linesAt(row: RecordRow | undefined, column: Column | undefined): string[] {
  return (column && row?.pieces.get(column)?.lines) ?? []
}

/** What each row of a recommendation says in a column; a cell that reaches down over several rows is the first one's. */
export function ownPieces(record: RowRecord, column: Column): { row: RecordRow; lines: string[] }[] {
  return record.rows.flatMap((row) => {
    const piece = row.pieces.get(column)
    return piece && (!row.shared.has(column) || row === record.rows[0]) ? [{ row, lines: piece.lines }] : []
  })
}

/** All that a recommendation says in the columns of a field. */
export function textAt(record: RowRecord, columns: readonly Column[], field: Field): string {
  return columnsOf(columns, field)
    .flatMap((column) => ownPieces(record, column).map(({ lines }) => wordsOf(lines)))
    .filter((words) => words !== '')
    .join('\n')
}
