import { read } from '@e965/xlsx'
import type { CellObject, WorkBook, WorkSheet } from '@e965/xlsx'
import { refuse, refuseIf } from '../core/refusal.ts'
import type { Archive } from './read-archive.ts'
import { LIMITS } from './reading-limits.ts'
import { localName } from './read-workbook-styles.ts'
import { readXmlPart } from './read-xml.ts'
import { emptySheet, isColour, rangeOf, SheetCount } from './workbook-sheet.ts'
import type { Sheet, SheetCell, SheetRow, Workbook } from './workbook-sheet.ts'
import { valueInWords } from './workbook-values.ts'
import { cellParagraphs } from './workbook-words.ts'

/** What the library tells of a cell beyond its own types. */
type FoundCell = CellObject & { s?: { fgColor?: { rgb?: string }; patternType?: string } }

/** A part of an OpenDocument or binary workbook may say that a row or cell comes again this often, and no more. */
const REPEATS = 2_000

/**
 * Reads an old .xls, a binary .xlsb or an OpenDocument sheet by the library; bold letters are not told there. Refuses (invalid) what is
 * damaged, protected by a password or over the limits: an archive is counted before the library sees it.
 */
export function readByLibrary(bytes: Uint8Array, wanted: readonly string[], archive?: Archive): Workbook {
  if (archive) refuseBombs(archive)
  const book = bookIn(bytes)
  const count = new SheetCount()
  const remarks: string[] = []
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  const sheets = book.SheetNames.map((name, at): Sheet => {
    const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0
    const found = book.Sheets[name]
    return hidden && !wanted.includes(name) ? emptySheet(name, true) : sheetOf(found ?? {}, name, hidden, { count, remarks, date1904 })
  })
  return { sheets, remarks }
}

function bookIn(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: 'array', dense: true, cellStyles: true, cellNF: true, cellHTML: false, sheetRows: LIMITS.sheetRows + 1000 })
  } catch (error) {
    const protectedByWord = error instanceof Error && /password|encrypt/i.test(error.message)
    return refuse(
      'invalid',
      protectedByWord
        ? 'This workbook is protected by a password. In Excel, take the password off (File, Info, Protect Workbook, Encrypt with Password) and try again.'
        : 'This workbook is damaged or of a kind that Heed does not read. Open it in Excel, save it as a workbook (.xlsx) and choose that.',
    )
  }
}

/** Unpacks every part once, counting, and looks in an OpenDocument sheet for rows and cells that come again more often than any table's. */
function refuseBombs(archive: Archive): void {
  let whole = 0
  for (const part of archive.names) {
    archive.unpack(part, (piece) => {
      whole += piece.length
      refuseIf(
        whole > 2 * LIMITS.partBytes,
        'invalid',
        `This workbook unpacks to more than ${(2 * LIMITS.partBytes) / 1_000_000} MB, which no tracker needs. Heed has not read it.`,
      )
    })
  }
  let times = 1
  let cell = 1
  let encrypted = false
  readXmlPart(archive, 'META-INF/manifest.xml', {
    open(name) {
      encrypted ||= localName(name) === 'encryption-data'
    },
    close() {},
  })
  refuseIf(encrypted, 'invalid', 'This workbook is protected by a password. Take the password off, save it and try again.')
  readXmlPart(archive, 'content.xml', {
    open(qualified, attributes) {
      const name = localName(qualified)
      if (name === 'table-row') times = Number(attributes['table:number-rows-repeated'] ?? 1)
      if (name === 'table-cell') cell = Number(attributes['table:number-columns-repeated'] ?? 1)
      if (name === 'p' && times * cell > REPEATS)
        refuse('invalid', `This workbook repeats a filled cell ${times * cell} times, which no tracker needs. Heed has not read it.`)
    },
    close() {},
  })
}

interface Shared {
  count: SheetCount
  remarks: string[]
  date1904: boolean
}

function sheetOf(found: WorkSheet, name: string, hidden: boolean, shared: Shared): Sheet {
  const sheet = emptySheet(name, hidden)
  const filter = rangeOf(found['!autofilter']?.ref ?? '')
  if (filter) sheet.headerRows.add(filter.top)
  sheet.merges = (found['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, left: s.c, bottom: e.r + 1, right: e.c }))
  found['!cols']?.forEach((column, at) => {
    if (column?.hidden) sheet.hiddenColumns.add(at)
  })
  const rows = found['!rows'] ?? []
  const unseen: number[] = []
  const lines = (found['!data'] ?? []) as (FoundCell[] | undefined)[]
  lines.forEach((line, at) => {
    const row = rowOf(line ?? [], at + 1, name, sheet, shared)
    if (row.cells.length === 0) return
    const filtered = filter !== null && row.number > filter.top && row.number <= filter.bottom
    if (rows[at]?.hidden && !filtered && !rows[at]?.level) {
      sheet.hiddenRows.add(row.number)
      unseen.push(row.number)
    } else sheet.rows.push(row)
  })
  if (unseen.length > 0)
    shared.remarks.push(
      `Hidden rows of the sheet “${name}” (${unseen.slice(0, 8).join(', ')}${unseen.length > 8 ? ' and more' : ''}) were not read.`,
    )
  return sheet
}

function rowOf(line: readonly (FoundCell | undefined)[], number: number, name: string, sheet: Sheet, shared: Shared): SheetRow {
  const cells: SheetCell[] = []
  line.forEach((found, column) => {
    if (!found || sheet.hiddenColumns.has(column)) return
    const cell = cellOf(found, column, shared.date1904)
    if (cell.words === '' && cell.comment === undefined && !(isColour(cell.fill) && column < LIMITS.columns)) return
    if (cell.words !== '') {
      if (!cells.some((other) => other.words !== '')) shared.count.row(name)
      shared.count.cell(cell.words.length)
    }
    cells.push(cell)
  })
  return { number, cells }
}

function cellOf(found: FoundCell, column: number, date1904: boolean): SheetCell {
  const said = wordsOf(found, date1904)
  const cell: SheetCell = {
    column,
    paragraphs: said === '' ? [] : cellParagraphs([{ text: said, bold: false }]),
    words: said,
    bold: false,
    large: false,
    figure: found.t === 'n' || found.t === 'd',
  }
  const fill = found.s?.patternType === 'solid' ? found.s.fgColor?.rgb?.slice(-6) : undefined
  if (fill !== undefined && /^[0-9a-f]{6}$/i.test(fill)) cell.fill = fill.toUpperCase()
  const comment = (found.c ?? []).map(({ a, t }) => (a && !(t ?? '').startsWith(`${a}:`) ? `${a}: ${t}` : (t ?? ''))).join('\n')
  if (comment.trim() !== '') cell.comment = comment.trim()
  const link = found.l?.Target
  if (link !== undefined && /^(?:https?|mailto):/i.test(link) && !said.includes(link.replace(/^mailto:/i, ''))) cell.link = link
  return cell
}

function wordsOf(found: FoundCell, date1904: boolean): string {
  if (found.t === 'e' || found.v === undefined || found.v === null) return ''
  if (found.v instanceof Date) return valueInWords(found.v.getTime() / 86_400_000 + 25_569, String(found.z ?? 'd mmm yyyy'), false).words
  if (typeof found.v === 'number') return valueInWords(found.v, String(found.z ?? 'General'), date1904).words
  if (typeof found.v === 'boolean') return found.v ? 'TRUE' : 'FALSE'
  return found.v.trim()
}
