import { textOf } from '../platform/documents/source-document.ts'
import type { SourceDocument, SourceParagraph } from '../platform/documents/source-document.ts'
import { cellsTakenApart } from './cells-taken-apart.ts'
import { readColumns, readNumberedColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import type { HintedTable } from './cut-tables.ts'
import type { GridRow, LogicalTable } from './logical-tables.ts'
import { partCells } from './part-cells.ts'
import { leadingRef } from './references.ts'
import { isIntroduction } from './row-bands.ts'
import type { Introduction } from './row-record.ts'
import { saidBelow } from './said-below.ts'
import { tickedGrades } from './ticked-grades.ts'

interface RowsWithColumns {
  rows: GridRow[]
  columns: Columns
  introduction: Introduction | undefined
}

/** A table in rows with what its columns mean; null where it holds no recommendations. */
export function rowsWithColumns(source: SourceDocument, table: HintedTable): RowsWithColumns | null {
  const ticked = tickedGrades(saidBelow(table.rows))
  // Where an officer says what the columns are, that goes before what cells seem to say by themselves.
  const rows = table.hint ? ticked : cellsTakenApart(ticked)
  const introduction = introductionOf(source, table)
  const introduced = introduction !== undefined || rows.slice(0, 4).some((row) => row.cells.some((cell) => isIntroduction(cell.words)))
  const numbered = introduced || table.hint ? null : readNumberedColumns(rows)
  const found = readColumns(rows, table.hint, introduced) ?? readColumns(rows, table.hint) ?? numbered
  if (!found) return null
  const parted = partCells(rows, found.columns, found.headingRows, table.hint)
  return { rows: parted.rows, columns: { ...found, columns: parted.columns }, introduction }
}

/** A recommendation in the paragraphs just above a table: `Recommendation 2: That …`, its words perhaps in the paragraphs after. */
function introductionOf(source: SourceDocument, table: LogicalTable): Introduction | undefined {
  const near = table.above.slice(-6)
  const at = near.findLastIndex((paragraph) => isIntroduction(wordsWithMarker(paragraph)))
  const intro = near[at]
  if (!intro) return undefined
  const lead = leadingRef(wordsWithMarker(intro))
  const lines = [lead?.rest ?? '', ...near.slice(at + 1).map((paragraph) => textOf([paragraph]))].filter((line) => line.trim() !== '')
  const place = { paragraph: source.blocks.indexOf(intro) + 1, ...(intro.page === undefined ? {} : { page: intro.page }) }
  return lines.length === 0 ? undefined : { ref: lead?.ref ?? '', lines, place }
}

function wordsWithMarker(paragraph: SourceParagraph): string {
  return paragraph.list?.marker ? `${paragraph.list.marker} ${paragraph.text}` : `${paragraph.text} `
}
