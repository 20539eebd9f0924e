import { canonicalJson } from '../platform/core/canonical-json.ts'
import { areAlike } from '../platform/documents/pdf-outline.ts'
import type { PdfOutline } from '../platform/documents/pdf-outline.ts'
import type { ColumnLines, FileHints, SourceDocument } from '../platform/documents/source-document.ts'
import type { ColumnHint } from '../reading/column-hint.ts'
import { logicalTables } from '../reading/logical-tables.ts'
import { linesForLength } from './column-lines.ts'
import { plainHeading } from '../reading/plain-heading.ts'
import type { ReadingHints } from '../reading/read-document.ts'
import { shapeOfTable, tablesOfShape } from '../reading/table-shape.ts'
import type { TableShape } from '../reading/table-shape.ts'

/** What an officer said of documents of one shape. Sheets are told by their place among all of the workbook's; lines of a PDF hold on its pages. */
export type ShapeSaid =
  | { kind: 'table'; shape: TableShape; said: ColumnHint }
  | { kind: 'sheets'; shape: { names: string[] }; said: { read: number[] } }
  | { kind: 'pages'; shape: { outlines: PdfOutline[] }; said: { pages: number; lines: ColumnLines[] } }

/** A shape that the council's Heed remembers. */
export type DocumentShape = ShapeSaid & { id: string }

/** What the officer told the reader of one import's document. */
export interface ImportHints extends ReadingHints {
  /** What of it will be remembered once the import is confirmed. */
  shapes?: ShapeSaid[]
  /** The remembered shapes that it was read by, before anything more was said. */
  shown?: string[]
}

/** What of the hints the reader of a document is told: the rest is for Heed's memory. */
export function toldToReader({ file, tables }: ImportHints): ReadingHints {
  const isSaid = (hints: object | undefined): boolean => hints !== undefined && Object.keys(hints).length > 0
  return { ...(file && isSaid(file) && { file }), ...(tables && isSaid(tables) && { tables }) }
}

/** The hints for a document with what of them is to be remembered: `source` is the document as they make it be read, `outlines` those of its pages. */
export function withShapes(source: SourceDocument, { shapes: _, ...said }: ImportHints, outlines: PdfOutline[]): ImportHints {
  const shapes = [...pagesSaid(source, outlines, said.file), ...sheetsSaid(source, said.file), ...tablesSaid(source, said.tables)]
  return shapes.length > 0 ? { ...said, shapes } : said
}

/** Hints for tables whose shape another table of the same document has, without them, are not remembered: next time nobody could tell the two apart. */
function tablesSaid(source: SourceDocument, hints: ReadingHints['tables'] = {}): ShapeSaid[] {
  return logicalTables(source).flatMap((table): ShapeSaid[] => {
    const number = table.tables[0]?.number ?? 0
    const said = hints[number]
    const shape = said ? shapeOfTable(source, table, said) : null
    if (!said || !shape) return []
    const alike = tablesOfShape(source, shape, said)
    const isPlain = alike.every((one) => canonicalJson(hints[one.table]?.columns) === canonicalJson(said.columns))
    return isPlain && (!said.leftOut || alike.length === 1) ? [{ kind: 'table', shape, said }] : []
  })
}

function sheetsSaid({ sheets = [] }: SourceDocument, { hiddenSheets = [] }: FileHints = {}): ShapeSaid[] {
  const read = sheets.flatMap(({ name, hidden }, at) => (hidden && hiddenSheets.includes(name) ? [at] : []))
  return read.length > 0 ? [{ kind: 'sheets', shape: shapeOfSheets(sheets), said: { read } }] : []
}

function pagesSaid({ pages = 0 }: SourceDocument, outlines: PdfOutline[], { columnLines: lines = [] }: FileHints = {}): ShapeSaid[] {
  return lines.length > 0 ? [{ kind: 'pages', shape: { outlines }, said: { pages, lines } }] : []
}

function shapeOfSheets(sheets: NonNullable<SourceDocument['sheets']>): { names: string[] } {
  return { names: sheets.map(({ name, hidden }) => `${plainHeading(name)}${hidden ? ' (hidden)' : ''}`) }
}

/** What remembered shapes say of the outside of a document, by the document as it is read without them and the outlines of its pages. */
export function fileHintsFor(
  source: SourceDocument,
  shapes: readonly DocumentShape[],
  outlines: readonly PdfOutline[] = [],
): { file: FileHints; shown: string[] } | null {
  for (const one of shapes) {
    const file = fileHintFor(source, one, outlines)
    if (file) return { file, shown: [one.id] }
  }
  return null
}

function fileHintFor(source: SourceDocument, one: DocumentShape, outlines: readonly PdfOutline[]): FileHints | null {
  const { sheets = [], pages = 0 } = source
  if (one.kind === 'sheets' && canonicalJson(one.shape) === canonicalJson(shapeOfSheets(sheets)))
    return { hiddenSheets: one.said.read.flatMap((at) => sheets[at]?.name ?? []) }
  if (one.kind !== 'pages' || !areAlike(one.shape.outlines, outlines)) return null
  const lines = linesForLength(one.said.lines, one.said.pages, pages)
  return lines && { columnLines: lines }
}

/** What remembered shapes say of the tables of a document. Where two hold for one table the first counts: they come newest first. */
export function tableHintsFor(
  source: SourceDocument,
  shapes: readonly DocumentShape[],
): { tables: Record<number, ColumnHint>; shown: string[] } {
  const tables: Record<number, ColumnHint> = {}
  const shown: string[] = []
  for (const one of shapes) {
    if (one.kind !== 'table') continue
    const found = tablesOfShape(source, one.shape, one.said).filter(({ table }) => !(table in tables))
    // Which of two alike is to be left out nobody can tell.
    if (found.length === 0 || (one.said.leftOut && found.length > 1)) continue
    for (const { table, hint } of found) tables[table] = hint
    shown.push(one.id)
  }
  return { tables, shown }
}
