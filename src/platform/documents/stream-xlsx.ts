import { strToU8, Zip, ZipDeflate } from 'fflate'
import { daysBetween } from '../core/calendar-date.ts'
import { type OutgoingList, type OutgoingValue, PIECE } from './outgoing-list.ts'
import { escapeHtml } from './write-html.ts'
import { corePropertiesOf, letterOf } from './write-xlsx-parts.ts'

/** Excel takes no more letters in a cell and no more rows in a sheet. */
const LONGEST_CELL = 32_000
const MOST_ROWS = 1_048_576
/** Columns in letters, lines and rows in points; Excel has no higher row. */
const WIDTH = 20
const LINE = 13
const HIGHEST = 409
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/**
 * A list as a workbook, piece by piece, so that a hundred thousand rows never stand in memory together: bold headings that stay in sight and repeat in
 * print, a filter over them, days and numbers as such, everything else as text and never a formula. What one sheet cannot hold goes on in the next.
 */
export async function* streamXlsx<Row>(list: OutgoingList<Row>): AsyncGenerator<Uint8Array> {
  const packed: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    packed.push(chunk)
  })
  let sheets = 0
  let sheet = openSheet()
  for await (const row of list.rows) {
    for (const cells of rowsOf(list, row)) {
      if (sheet.rows === MOST_ROWS) {
        closeSheet()
        sheet = openSheet()
      }
      sheet.rows += 1
      sheet.piece += rowXml(cells, sheet.rows, list)
    }
    if (sheet.piece.length < PIECE) continue
    flush()
    yield* packed.splice(0)
  }
  closeSheet()
  for (const [name, xml] of partsOf(list, sheets, sheet.rows)) part(name).push(strToU8(xml), true)
  zip.end()
  yield* packed.splice(0)

  function part(name: string): ZipDeflate {
    const opened = new ZipDeflate(name, { level: 4 })
    zip.add(opened)
    return opened
  }

  function openSheet() {
    sheets += 1
    return { file: part(`xl/worksheets/sheet${sheets}.xml`), rows: 1, piece: sheetHead(list) }
  }

  function flush(): void {
    sheet.file.push(strToU8(sheet.piece))
    sheet.piece = ''
  }

  function closeSheet(): void {
    const reach = `A1:${letterOf(list.columns.length - 1)}${sheet.rows}`
    sheet.file.push(
      strToU8(
        `${sheet.piece}</sheetData><autoFilter ref="${reach}"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`,
      ),
      true,
    )
    sheet.piece = ''
  }
}

function sheetHead<Row>({ columns }: OutgoingList<Row>): string {
  const widths = columns.map(({ width = WIDTH }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
  const heads = columns.map(({ head }, at) => cellXml(head, `${letterOf(at)}1`, STYLE.head))
  return `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${heads.join('')}</row>`
}

/** The cells of one row; words longer than a cell takes go on in the rows below. */
function rowsOf<Row>({ columns }: OutgoingList<Row>, row: Row): OutgoingValue[][] {
  const pieces = columns.map(({ of }) => piecesOf(of(row)))
  const most = Math.max(1, ...pieces.map(({ length }) => length))
  return most === 1 ? [pieces.map(([value]) => value)] : Array.from({ length: most }, (_, at) => pieces.map((cut) => cut[at]))
}

function piecesOf(value: OutgoingValue): OutgoingValue[] {
  if (typeof value !== 'string' || value.length <= LONGEST_CELL) return [value]
  // Never between the two halves of one sign.
  const at = /[\ud800-\udbff]/.test(value[LONGEST_CELL - 1]!) ? LONGEST_CELL - 1 : LONGEST_CELL
  return [value.slice(0, at), ...piecesOf(value.slice(at))]
}

const STYLE = { text: 1, head: 2, day: 3 }

function rowXml<Row>(values: readonly OutgoingValue[], row: number, { columns }: OutgoingList<Row>): string {
  const lines = Math.max(...values.map((value, at) => linesOf(value, columns[at]?.width ?? WIDTH)))
  const high = lines > 1 ? ` ht="${Math.min(HIGHEST, lines * LINE + 2)}" customHeight="1"` : ''
  return `<row r="${row}"${high}>${values.map((value, at) => cellXml(value, `${letterOf(at)}${row}`, STYLE.text)).join('')}</row>`
}

/** Not every program works out how high a row must be: it is said. */
function linesOf(value: OutgoingValue, width: number): number {
  if (typeof value !== 'string') return 1
  if (value.length < width && !value.includes('\n')) return 1
  return value.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0)
}

function cellXml(value: OutgoingValue, at: string, style: number): string {
  if (value === null || value === undefined || value === '') return ''
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  if (typeof value === 'object') return `<c r="${at}" s="${STYLE.day}"><v>${daysBetween('1899-12-30', value.day)}</v></c>`
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${wordsXml(value)}</t></is></c>`
}

/** Excel reads `_x0041_` as a sign's number; words that hold such a thing by themselves must say so. */
function wordsXml(words: string): string {
  return escapeHtml(
    words
      .toWellFormed()
      .replaceAll(/\r\n?/g, '\n')
      .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'),
  )
}

/** Everything but the sheets, which had to come first: only at the end is it known how many there are. */
function partsOf<Row>({ name, columns }: OutgoingList<Row>, sheets: number, lastRows: number): [string, string][] {
  const each = (make: (number: number) => string) => Array.from({ length: sheets }, (_, at) => make(at + 1)).join('')
  const sheetName = (number: number) => (sheets === 1 ? 'List' : `List ${number}`)
  const names = each((number) => {
    const rows = number === sheets ? lastRows : MOST_ROWS
    const local = `localSheetId="${number - 1}"`
    return `<definedName name="_xlnm._FilterDatabase" ${local} hidden="1">'${sheetName(number)}'!$A$1:$${letterOf(columns.length - 1)}$${rows}</definedName><definedName name="_xlnm.Print_Titles" ${local}>'${sheetName(number)}'!$1:$1</definedName>`
  })
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  const relations = (inside: string) => `${XML}<Relationships xmlns="${PACKAGE}/relationships">${inside}</Relationships>`
  return [
    ['[Content_Types].xml', typesXml(each((number) => override(`xl/worksheets/sheet${number}.xml`, 'worksheet')))],
    [
      '_rels/.rels',
      relations(
        relation('r1', `${OFFICE}/officeDocument`, 'xl/workbook.xml') +
          relation('r2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      ),
    ],
    ['docProps/core.xml', corePropertiesOf({ title: name, language: 'en-GB' })],
    [
      'xl/workbook.xml',
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each((number) => `<sheet name="${sheetName(number)}" sheetId="${number}" r:id="s${number}"/>`)}</sheets><definedNames>${names}</definedNames></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        each((number) => relation(`s${number}`, `${OFFICE}/worksheet`, `worksheets/sheet${number}.xml`)) +
          relation('styles', `${OFFICE}/styles`, 'styles.xml'),
      ),
    ],
    ['xl/styles.xml', STYLES],
  ]
}

function override(part: string, kind: string): string {
  return `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`
}

function typesXml(sheets: string): string {
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('xl/workbook.xml', 'sheet.main')}${override('xl/styles.xml', 'styles')}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${sheets}</Types>`
}

/** In the order of STYLE: as it comes, text, headings, days. 49 is Excel's own format for text. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="d\\ mmmm\\ yyyy"/></numFmts><fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE6ECF1"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf><alignment vertical="top"/></xf><xf numFmtId="49" applyNumberFormat="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" applyFont="1" applyFill="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" applyNumberFormat="1"><alignment horizontal="left" vertical="top"/></xf></cellXfs></styleSheet>`
