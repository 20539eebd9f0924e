import type { SourceDocument } from '../platform/documents/source-document.ts'
import { canonicalJson } from '../platform/core/canonical-json.ts'
import type { ColumnHint } from './column-hint.ts'
import { shapeOf } from './column-shape.ts'
import { guessColumns } from './columns.ts'
import { cutTables } from './cut-tables.ts'
import type { HintedTable } from './cut-tables.ts'
import { logicalTables } from './logical-tables.ts'
import type { GridRow, LogicalTable } from './logical-tables.ts'
import { saidBelow } from './said-below.ts'
import { plainHeading } from './plain-heading.ts'

/**
 * What makes two tables of a council's documents the same to a person who fills one in every quarter: the words of the headings, whatever
 * month they name, or where there are none what stands in the columns. It says nothing of where in the document the table is.
 */
export interface TableShape {
  kind: SourceDocument['kind']
  sheet?: string
  /** One, or several where an officer said that a table is several. */
  parts: PartShape[]
}

interface PartShape {
  width: number
  /** Each row of the heading, as `column: words`; none where no row is one. */
  heading: string[][]
  /** What stands in each column, where there is no heading. */
  holds?: string[]
  /** Rows between the beginning of this part and its heading. */
  lead: number
}

/** A heading further down than this is not looked for: it is no heading of the table's. */
const DEEPEST_HEADING = 12

/** The shape of a table as an officer's hint has it. Null where nothing of it would be known again. */
export function shapeOfTable(source: SourceDocument, table: LogicalTable, hint: ColumnHint): TableShape | null {
  const first = table.tables[0]
  const parts = cutTables([table], first ? { [first.number]: hint } : {}).map(shapeOfPart)
  if (!first || parts.some((part) => part === null)) return null
  const whole = parts.flatMap((part) => part ?? [])
  // Where a table without a heading begins inside another, nothing says.
  if (whole.slice(1).some(({ heading }) => heading.length === 0)) return null
  return { kind: source.kind, ...(first.sheet !== undefined && { sheet: plainHeading(first.sheet) }), parts: whole }
}

function shapeOfPart({ rows, hint }: HintedTable): PartShape | null {
  const known = saidBelow(rows)
  const columns = guessColumns(known, hint)
  const at = columns ? columns.headingRows - columns.deep : -1
  const heading = columns ? known.slice(at, columns.headingRows) : known.slice(0, hint?.leftOut ? 1 : 0)
  const words = heading.map(wordsOfRow).filter((row) => row.length > 0)
  // A row that one cell fills is a title, and the next table may well have the same.
  if (words.flat().length === 1) return null
  const lead = rows.findIndex(({ place }) => place.row === heading[0]?.place.row)
  if (words.length > 0) return { width: widthOf(heading), heading: words, lead }
  return hint?.headerRow === 0 ? { width: widthOf(rows), heading: [], holds: holdingsOf(rows), lead: 0 } : null
}

/** The hint as this table needs it, where the table has the very shape that it was given for; else null. */
function hintForShape(source: SourceDocument, table: LogicalTable, shape: TableShape, hint: ColumnHint): ColumnHint | null {
  const first = table.tables[0]
  const sheet = first?.sheet === undefined ? undefined : plainHeading(first.sheet)
  if (!first || shape.kind !== source.kind || shape.sheet !== sheet) return null
  return hintForParts(
    table.rows.filter(({ place }) => place.table === first.number),
    shape.parts,
    hint,
  )
}

function hintForParts(rows: readonly GridRow[], [part, ...others]: readonly PartShape[], hint: ColumnHint): ColumnHint | null {
  if (!part) return null
  const deep = part.heading.length
  const at = deep === 0 ? headlessAt(rows, part) : headingAt(rows, part.heading)
  if (at === -1 || widthOf(deep === 0 ? rows : rows.slice(at, at + deep)) !== part.width) return null
  const { next, ...own } = hint
  const rowed = { ...own, headerRow: deep === 0 ? 0 : (rows[at]?.place.row ?? 0), ...deepOf(deep) }
  const placed: ColumnHint = hint.leftOut ? { leftOut: true } : rowed
  const [following] = others
  if (!next || !following) return placed
  const under = rows.slice(at + 1)
  const found = headingAt(under, following.heading, under.length) - following.lead
  const start = under[found]?.place.row
  const rest = start === undefined ? null : hintForParts(under.slice(found), others, next.hint)
  return start === undefined || !rest ? null : { ...placed, next: { row: start, hint: rest } }
}

function deepOf(rows: number): Pick<ColumnHint, 'headerRows'> {
  return rows === 0 ? {} : { headerRows: rows > 1 ? 2 : 1 }
}

function headingAt(rows: readonly GridRow[], heading: readonly string[][], deepest = DEEPEST_HEADING): number {
  const wanted = canonicalJson(heading)
  return rows.slice(0, deepest).findIndex((_, at) => canonicalJson(rows.slice(at, at + heading.length).map(wordsOfRow)) === wanted)
}

/** A table in which Heed itself finds a heading is not one without. */
function headlessAt(rows: readonly GridRow[], { holds }: PartShape): number {
  return guessColumns(rows) === null && canonicalJson(holdingsOf(rows)) === canonicalJson(holds) ? 0 : -1
}

function wordsOfRow(row: GridRow): string[] {
  return row.cells.flatMap(({ column, words }) => (words === '' ? [] : [`${column}: ${plainHeading(words)}`]))
}

function widthOf(rows: readonly GridRow[]): number {
  return Math.max(0, ...rows.slice(0, 200).flatMap((row) => row.cells.map((cell) => cell.column + cell.columns)))
}

function holdingsOf(rows: readonly GridRow[]): string[] {
  return Array.from({ length: widthOf(rows) }, (_, column) => {
    const { filled, refs, dates, grades, prose } = shapeOf(rows, column)
    if (filled === 0) return 'nothing'
    if (grades > 0.6) return 'grades'
    if (refs > 0.6) return 'references'
    if (dates > 0.6) return 'dates'
    return prose > 0.5 ? 'prose' : 'words'
  })
}

/** The tables of a document that have the shape, each with the hint that it then needs. */
export function tablesOfShape(source: SourceDocument, shape: TableShape, hint: ColumnHint): { table: number; hint: ColumnHint }[] {
  return logicalTables(source).flatMap((table) => {
    const number = table.tables[0]?.number
    const found = number === undefined ? null : hintForShape(source, table, shape, hint)
    return found && number !== undefined ? [{ table: number, hint: found }] : []
  })
}
