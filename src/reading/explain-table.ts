import type { SourceDocument } from '../platform/documents/source-document.ts'
import type { ColumnMeaning } from './column-hint.ts'
import { guessColumns } from './columns.ts'
import type { Column, Columns } from './columns.ts'
import { cutTables } from './cut-tables.ts'
import type { HintedTable } from './cut-tables.ts'
import { fieldsOfHeading } from './heading-families.ts'
import type { Field } from './heading-families.ts'
import { logicalTables } from './logical-tables.ts'
import type { GridRow } from './logical-tables.ts'
import type { ReadingHints } from './read-document.ts'
import type { Layout } from './reading.ts'
import { readScales } from './read-scale.ts'
import { rowsWithColumns } from './rows-with-columns.ts'
import { saidBelow } from './said-below.ts'
import { runsOfKind } from './table-runs.ts'

/** How Heed reads a table (or one of the several that an officer said it is), and why: what the officer is shown beside it. */
export interface TableExplained {
  /** The table that this one goes on from, where it is a piece of it; else itself. */
  first: number
  /** Rows of the table that this part of it has, as the table counts them. */
  rows: { from: number; to: number }
  /** Where the other tables begin that the officer cut off it. */
  parts: number[]
  readAs: Exclude<Layout, 'progress-table' | 'action-plan' | 'meeting'> | 'rows' | 'left-out' | 'nothing'
  /** The row of the heading, or the first of its rows; 0: none. */
  headerRow: number
  headerRows: 0 | 1 | 2
  columns: ColumnExplained[]
}

export interface ColumnExplained {
  column: number
  heading: string
  /** As it is read now. */
  meaning: ColumnMeaning
  /** What Heed takes it for by itself, and by what. */
  heeds: Field
  why: 'heading' | 'words' | null
  /** Up to three different things that stand in it. */
  samples: string[]
}

/** Explains the part of table `t` that begins at row `from` (without it: the first). Null where the document has no such table or part. */
export function explainTable(source: SourceDocument, t: number, hints: ReadingHints, from?: number): TableExplained | null {
  const whole = logicalTables(source).find(({ tables }) => tables.some((one) => one.number === t))
  const first = whole?.tables[0]
  if (!whole || !first) return null
  const parts = cutTables([whole], hints.tables)
  const part = parts.find(({ rows }) => from === undefined || rows[0]?.place.row === from)
  if (!part) return null
  const own = part.rows.filter(({ place }) => place.table === first.number)
  const columns = columnsOf(source, part)
  return {
    first: first.number,
    rows: { from: own[0]?.place.row ?? 1, to: own.at(-1)?.place.row ?? 1 },
    parts: parts.map(({ rows }) => rows[0]?.place.row ?? 1),
    readAs: readAs(source, part, hints),
    ...headingOf(part, columns),
    columns: columns ? explained(part, columns, columnsOf(source, withoutMeanings(part))) : [],
  }
}

function columnsOf(source: SourceDocument, part: HintedTable): Columns | null {
  return rowsWithColumns(source, part)?.columns ?? guessColumns(saidBelow(part.rows), part.hint)
}

function withoutMeanings(part: HintedTable): HintedTable {
  const { columns: _, ...hint } = part.hint ?? {}
  return { ...part, hint }
}

function readAs(source: SourceDocument, part: HintedTable, hints: ReadingHints): TableExplained['readAs'] {
  if (part.hint?.leftOut) return 'left-out'
  const at = part.rows[0]?.place
  const run = runsOfKind(source, readScales(source), hints.tables).find(({ tables }) =>
    tables.some(({ rows }) => rows[0]?.place.table === at?.table && rows[0]?.place.row === at?.row),
  )
  const layout = run?.kind?.name
  if (layout === 'improvement-plan' || layout === 'progress-form' || layout === 'response-table') return layout
  return run && rowsWithColumns(source, part) ? 'rows' : 'nothing'
}

function headingOf(part: HintedTable, columns: Columns | null): Pick<TableExplained, 'headerRow' | 'headerRows'> {
  if (!columns) return { headerRow: 0, headerRows: 0 }
  const row = saidBelow(part.rows)[columns.headingRows - columns.deep]
  return { headerRow: columns.deep === 0 ? 0 : (row?.place.row ?? 0), headerRows: columns.deep }
}

function explained(part: HintedTable, { columns, headingRows }: Columns, heeds: Columns | null): ColumnExplained[] {
  const body = saidBelow(part.rows).slice(headingRows)
  return columns
    .filter(({ from }) => Number.isInteger(from))
    .map((column) => {
      const own = heeds?.columns.find(({ from }) => from === column.from)?.field ?? 'unknown'
      return {
        column: column.from,
        heading: column.heading,
        meaning: part.hint?.columns?.[column.from] ?? column.field,
        heeds: own,
        why: whyOf(own, column.heading),
        samples: samplesOf(body, column),
      }
    })
}

function whyOf(field: Field, heading: string): ColumnExplained['why'] {
  if (field === 'unknown') return null
  const fields = [...fieldsOfHeading(heading), ...fieldsOfHeading(heading.split('\n').at(-1) ?? '')]
  return fields.includes(field) ? 'heading' : 'words'
}

function samplesOf(body: readonly GridRow[], { from, to }: Column): string[] {
  const words = body.flatMap((row) => row.cells.filter(({ column }) => column >= from && column <= to).map((cell) => cell.words))
  return [...new Set(words.filter((text) => text !== ''))].slice(0, 3)
}
