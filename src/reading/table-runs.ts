import type { SourceDocument, SourceTable } from '../platform/documents/source-document.ts'
import type { ColumnHint } from './column-hint.ts'
import { cutTables } from './cut-tables.ts'
import type { HintedTable } from './cut-tables.ts'
import { fieldsOfHeading } from './heading-families.ts'
import { logicalTables } from './logical-tables.ts'
import type { LogicalTable } from './logical-tables.ts'
import { looksLikeForm, readForms } from './read-form.ts'
import { looksLikeImprovementPlan, readImprovementPlan } from './read-improvement-plan.ts'
import { looksLikeResponseTable, readResponseTable } from './read-response-table.ts'
import { looksLikeScale } from './read-scale.ts'
import type { ScaleFound } from './read-scale.ts'
import type { ReadingContext } from './reading-context.ts'
import type { Layout, ReadReview } from './reading.ts'
import { isIntroduction } from './row-bands.ts'

interface TableKind {
  name: Layout
  looksLike: (table: SourceTable) => boolean
  read: (tables: readonly SourceTable[], context: ReadingContext) => ReadReview
}

/** The layouts with a reader of their own, the more particular first; what none of them knows is read as a table in rows. */
const KINDS: TableKind[] = [
  { name: 'improvement-plan', looksLike: looksLikeImprovementPlan, read: readImprovementPlan },
  { name: 'progress-form', looksLike: looksLikeForm, read: readForms },
  { name: 'response-table', looksLike: looksLikeResponseTable, read: readResponseTable },
]

/** Tables one after another that one reader reads together; those in rows have no reader of their own. */
export interface Run {
  kind: TableKind | undefined
  tables: HintedTable[]
}

/**
 * The tables of a document as the readers take them. Keys of grades, and tables that an officer left out, belong to no run; an officer's hint makes a
 * table one in rows.
 */
export function runsOfKind(source: SourceDocument, scales: readonly ScaleFound[], hints?: Readonly<Record<number, ColumnHint>>): Run[] {
  const runs: Run[] = []
  for (const table of cutTables(logicalTables(source), hints)) {
    const [first] = table.tables
    if (!first || table.hint?.leftOut || (!table.hint && isKey(table, scales))) continue
    const kind = table.hint ? undefined : kindOf(table, first)
    const last = runs.at(-1)
    if (last && last.kind === kind) last.tables.push(table)
    else runs.push({ kind, tables: [table] })
  }
  return runs
}

/** A reader of its own, unless recommendations stand in rows across the table, or (for a form) one of its first rows is nothing but headings. */
function kindOf(table: LogicalTable, first: SourceTable): TableKind | undefined {
  const introduced = table.rows.some((row) => {
    const filled = row.cells.filter((cell) => cell.words !== '')
    return filled.length === 1 && isIntroduction(filled[0]?.words ?? '')
  })
  if (introduced && !(looksLikeForm(first) && !isHeaded(table))) return undefined
  const kind = KINDS.find((one) => one.looksLike(first))
  return kind?.read === readForms && isHeaded(table) ? undefined : kind
}

function isHeaded(table: LogicalTable): boolean {
  return table.rows.slice(0, 4).some((row) => {
    const headings = row.cells.filter((cell) => cell.words !== '')
    return headings.length >= 4 && headings.every((cell) => cell.words.length < 80 && fieldsOfHeading(cell.words).length > 0)
  })
}

function isKey(table: LogicalTable, scales: readonly ScaleFound[]): boolean {
  return table.tables.some((one) => scales.some((found) => found.table === one.number) || looksLikeScale(one))
}
