import type { SourceBlock } from '../platform/documents/source-document.ts'
import { readColumns } from './columns.ts'
import { gridRows } from './logical-tables.ts'
import { readRowTable } from './read-row-table.ts'
import type { ReadRecommendation } from './reading.ts'
import { recordRows } from './row-records.ts'

/** The actions of a table that stands inside a box of a form, with what they add up to; null where there is none, or it is no table of actions. */
export function plannedIn(blocks: readonly SourceBlock[], ref: string): Pick<ReadRecommendation, 'actions' | 'owners' | 'due'> | null {
  const table = blocks.find((block) => block.kind === 'table')
  if (!table) return null
  const rows = gridRows(table)
  const columns = readColumns(rows, undefined, true)
  if (!columns?.columns.some((column) => column.field === 'action')) return null
  const introduction = { ref, lines: ['-'], place: {} }
  const { records } = recordRows(rows, columns.columns, columns.headingRows, introduction)
  const context = { doubts: [], unplaced: [] }
  const [one] = readRowTable({ records, columns: columns.columns, rounds: [], introduced: true, context })
  return one && one.actions.length > 0 ? { actions: one.actions, owners: one.owners, due: one.due } : null
}
