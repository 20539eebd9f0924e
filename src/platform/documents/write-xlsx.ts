import writeSheets, { type Cell, type CellObject } from 'write-excel-file/node'
import type { PaperDocument } from './paper-document.ts'
import { heightsOf, sheetRowsNeeded } from './paper-sheet-heights.ts'
import { frozenRows, type PaperSheet, type SheetCell, type SheetRow, sheetsOf, type TableRow, type TextRow } from './paper-sheets.ts'
import { workbookOf } from './write-xlsx-parts.ts'

const INK = '#1B2733'
const QUIET = '#475666'
const RULE = '#B9C3CD'
const SHADE = '#E6ECF1'
const BAND = '#F2F5F8'
/** Excel takes no more letters in a cell. */
const LONGEST = 32_000

/**
 * The paper as a workbook: a sheet a section, titles above, tables with bold headers that stay in sight and repeat in print, filters where
 * no cells are merged. Every cell is text, never a formula, a number or a date, so that what is read back is what stood there.
 */
export async function writeXlsx(paper: PaperDocument): Promise<Uint8Array> {
  const sheets = sheetsOf(paper).map((sheet) => {
    const rows = sheet.rows.flatMap((row): SheetRow[] => (row.kind === 'table' ? cutLong(row) : [row]))
    return { ...sheet, rows: lowEnough(rows, sheet.widths) }
  })
  const written = writeSheets(sheets.map(sheetOf), { fontFamily: 'Arial', fontSize: 10, features: [workbookOf(paper, sheets)] })
  return new Uint8Array(await written.toBuffer())
}

function sheetOf(sheet: PaperSheet): Parameters<typeof writeSheets>[0][number] {
  const width = sheet.widths.length
  const heights = heightsOf(sheet.rows, sheet.widths)
  const frozen = frozenRows(sheet.rows)
  return {
    sheet: sheet.name,
    ...(sheet.orientation === 'landscape' ? { orientation: 'landscape' } : {}),
    ...(frozen ? { stickyRowsCount: frozen } : {}),
    showGridLines: false,
    columns: sheet.widths.map((letters) => ({ width: letters })),
    data: sheet.rows.map((row, index) => cellsOf(row, width, heights[index]?.points)),
  }
}

function cellsOf(row: SheetRow, width: number, height = 0): Cell[] {
  const high = { height }
  if (row.kind === 'space') return []
  if (row.kind === 'text') return [{ ...textCell(row), ...(width > 1 ? { columnSpan: width } : {}), ...high }]
  const cells: Cell[] = Array.from({ length: width }, () => null)
  for (const cell of row.cells) cells[cell.column] = { ...tableCell(cell, row.header), ...high }
  return cells
}

function textCell({ text, heading, bold, quiet }: TextRow): CellObject {
  const sizes = { 1: 16, 2: 13, 3: 11, 4: 10 }
  return {
    ...wordsOf(text),
    ...(heading ? { fontSize: sizes[heading] } : {}),
    ...(heading || bold ? { fontWeight: 'bold' } : {}),
    textColor: quiet ? QUIET : INK,
  }
}

function tableCell(cell: SheetCell, header: boolean): CellObject {
  const shade = header ? SHADE : cell.band ? BAND : undefined
  return {
    ...wordsOf(cell.text),
    ...(cell.heading || cell.band ? { fontWeight: 'bold' } : {}),
    ...(shade ? { backgroundColor: shade } : {}),
    ...(cell.columns > 1 ? { columnSpan: cell.columns } : {}),
    ...(cell.rows > 1 ? { rowSpan: cell.rows } : {}),
    textColor: INK,
    borderColor: RULE,
    borderStyle: 'thin',
  }
}

/** Text and nothing else, whatever it begins with: `@` is Excel's own format for it. */
function wordsOf(text: string): CellObject {
  // oxlint-disable-next-line no-control-regex -- XML forbids these characters, and Excel would call the file damaged
  const words = text.toWellFormed().replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
  return { value: words === '' ? undefined : words, type: String, format: '@', wrap: true, alignVertical: 'top', align: 'left' }
}

/** A row with a cell longer than Excel takes goes on in the rows below it; the cells beside it reach down. */
function cutLong(row: TableRow): TableRow[] {
  const pieces = row.cells.map((cell) => piecesOf(cell.text))
  const most = Math.max(1, ...pieces.map((cut) => cut.length))
  if (most === 1) return [row]
  return Array.from({ length: most }, (_, at) => ({
    kind: 'table' as const,
    header: row.header,
    cells: row.cells.flatMap((cell, index): SheetCell[] => {
      const cut = pieces[index] ?? []
      if (cut.length > 1) return [{ ...cell, text: cut[at] ?? '' }]
      return at === 0 ? [{ ...cell, rows: cell.rows + most - 1 }] : []
    }),
  }))
}

function piecesOf(text: string): string[] {
  if (text.length <= LONGEST) return [text]
  const end = Math.max(text.lastIndexOf('\n', LONGEST), text.lastIndexOf(' ', LONGEST))
  const at = end > LONGEST / 2 ? end : LONGEST
  return [text.slice(0, at), ...piecesOf(text.slice(at).replace(/^[ \n]/, ''))]
}

/** Rows no higher than Excel allows: a row that needs more stands over several rows of the sheet, each of its cells merged over them. */
function lowEnough(rows: readonly SheetRow[], widths: readonly number[]): SheetRow[] {
  const needed = rows.map((row) => (row.kind === 'table' ? sheetRowsNeeded(row, widths) : 1))
  return rows.flatMap((row, index): SheetRow[] => {
    if (row.kind !== 'table') return [row]
    const cells = row.cells.map((cell) => ({ ...cell, rows: sum(needed.slice(index, index + cell.rows)) }))
    const more = Array.from({ length: (needed[index] ?? 1) - 1 }, (): TableRow => ({ kind: 'table', header: row.header, cells: [] }))
    return [{ ...row, cells }, ...more]
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
