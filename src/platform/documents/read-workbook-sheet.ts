import type { Archive } from './read-archive.ts'
import { readComments, readTextBoxes } from './read-workbook-comments.ts'
import { partOfKind, readRelations } from './read-workbook-relations.ts'
import { SheetListener } from './read-workbook-rows.ts'
import type { SheetFound, WorkbookParts } from './read-workbook-rows.ts'
import { localName } from './read-workbook-styles.ts'
import { readXmlPart } from './read-xml.ts'
import { hideRowsAndColumns } from './workbook-hidden.ts'
import { placeOfAddress, rangeOf } from './workbook-sheet.ts'
import type { Sheet } from './workbook-sheet.ts'

/** One sheet of an .xlsx workbook, in one pass over its part; formulas are never worked out, links never followed. */
export function readSheet(workbook: WorkbookParts, name: string, hidden: boolean, part: string): Sheet {
  const relations = readRelations(workbook.archive, part)
  const found: SheetFound = {
    rows: [],
    merges: [],
    hiddenColumns: new Set(),
    foldedColumns: new Set(),
    filters: [],
    links: [],
    errors: [],
    unsaved: [],
    colouredByRule: false,
    pageHeader: '',
    pageFooter: '',
    blanks: 0,
  }
  readXmlPart(workbook.archive, part, new SheetListener(workbook, name, relations, found))
  attach(found, readComments(workbook.archive, relations))
  const drawing = partOfKind(relations, 'drawing')
  const headerRows = new Set(found.filters.map((filter) => filter.top))
  for (const { kind, target, outside } of relations.values())
    if (kind === 'table' && !outside) for (const row of headerRowsOfTable(workbook.archive, target, found)) headerRows.add(row)
  const { rows, hiddenRows, hiddenColumns, remarks } = hideRowsAndColumns(name, found)
  workbook.remarks.push(...remarks)
  const sheet: Sheet = {
    name,
    hidden,
    rows,
    merges: found.merges,
    hiddenRows,
    hiddenColumns,
    headerRows,
    boxes: drawing === undefined ? [] : readTextBoxes(workbook.archive, drawing),
  }
  if (found.pageHeader !== '') sheet.pageHeader = pageWords(found.pageHeader)
  if (found.pageFooter !== '') sheet.pageFooter = pageWords(found.pageFooter)
  return sheet
}

/** Sets comments and addresses of links on their cells; a comment on an empty cell makes one. */
function attach(found: SheetFound, comments: ReadonlyMap<string, string>): void {
  const rows = new Map(found.rows.map((row) => [row.number, row]))
  for (const [address, comment] of comments) {
    const place = placeOfAddress(address)
    if (!place) continue
    const row = rows.get(place.row)
    const cell = row?.cells.find((one) => one.column === place.column)
    if (cell) cell.comment = comment
    else row?.cells.push({ column: place.column, paragraphs: [], words: '', bold: false, large: false, figure: false, comment })
    row?.cells.sort((a, b) => a.column - b.column)
  }
  for (const { range, target } of found.links) {
    const cell = rows.get(range.top)?.cells.find((one) => one.column === range.left)
    if (cell && !cell.words.includes(target.replace(/^mailto:/i, ''))) cell.link = target
  }
}

/** The heading row of an Excel table, and its filter. */
function headerRowsOfTable(archive: Archive, part: string, found: SheetFound): number[] {
  const rows: number[] = []
  readXmlPart(archive, part, {
    open(name, attributes) {
      const range = rangeOf(attributes['ref'] ?? '')
      if (localName(name) === 'table' && range && attributes['headerRowCount'] !== '0') rows.push(range.top)
      if (localName(name) === 'autoFilter' && range) found.filters.push(range)
    },
    close() {},
  })
  return rows
}

/** The words of a printed header or footer without its codes for place, letters, page and day. */
function pageWords(coded: string): string {
  return coded
    .replaceAll(/&(?:"[^"]*"|K[0-9A-F]{6}|\d{1,3}|[A-Z])/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
