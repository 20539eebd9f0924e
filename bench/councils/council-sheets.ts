import type { CellObject, WorkSheet } from '@e965/xlsx'
import { utils, write } from '@e965/xlsx'
import type { FixtureCell, FixtureSheet } from '../../src/platform/documents/workbook.fixture.ts'
import { aWorkbook } from '../../src/platform/documents/workbook.fixture.ts'

const KIND = 'application/vnd.openxmlformats-officedocument'

/** The sheets with all that Excel and LibreOffice ask of a file before they will open it. */
export function savedByExcel(sheets: readonly FixtureSheet[]): Uint8Array {
  const parts: [string, string][] = [
    ['workbook', `${KIND}.spreadsheetml.sheet.main+xml`],
    ['styles', `${KIND}.spreadsheetml.styles+xml`],
    ['theme/theme1', `${KIND}.theme+xml`],
    ...sheets.map((_, at): [string, string] => [`worksheets/sheet${at + 1}`, `${KIND}.spreadsheetml.worksheet+xml`]),
  ]
  const overrides = parts.map(([name, kind]) => `<Override PartName="/xl/${name}.xml" ContentType="${kind}"/>`).join('')
  return aWorkbook(sheets, {
    parts: {
      '[Content_Types].xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`,
    },
  })
}

/** The same sheets as another program would save them: strings shared, formats and ranges its own way. It knows no colours. */
export function savedByLibrary(sheets: readonly FixtureSheet[]): Uint8Array {
  const book = utils.book_new()
  for (const sheet of sheets) utils.book_append_sheet(book, sheetOf(sheet), sheet.name)
  book.Workbook = { Sheets: sheets.map(({ name, state }) => ({ name, Hidden: state === undefined ? 0 : 1 })) }
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true }) as Buffer)
}

function sheetOf({ rows, hiddenRows = [], hiddenColumns = [], filter }: FixtureSheet): WorkSheet {
  const made: WorkSheet = {}
  const widest = Math.max(1, ...rows.map((row) => row.length))
  rows.forEach((row, r) =>
    row.forEach((each, c) => {
      const cell = cellOf(each)
      if (cell) made[utils.encode_cell({ r, c })] = cell
    }),
  )
  made['!ref'] = utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, rows.length - 1), c: widest - 1 } })
  made['!merges'] = rows.flatMap((row, r) =>
    row.flatMap((each, c) => {
      const { across = 1, down = 1 } = each !== null && typeof each === 'object' ? each : {}
      return across > 1 || down > 1 ? [{ s: { r, c }, e: { r: r + down - 1, c: c + across - 1 } }] : []
    }),
  )
  made['!rows'] = rows.map((_, at) => ({ hidden: hiddenRows.includes(at + 1) }))
  made['!cols'] = Array.from({ length: widest }, (_, at) => ({ wch: 24, hidden: hiddenColumns.includes(at) }))
  if (filter) made['!autofilter'] = { ref: filter }
  return made
}

function cellOf(each: FixtureCell): CellObject | null {
  if (each === null || each === '') return null
  const { value, format, formula, comment } = typeof each === 'object' ? each : { value: each }
  if (value === undefined || value === '') return null
  return {
    v: value,
    t: typeof value === 'number' ? 'n' : typeof value === 'boolean' ? 'b' : 's',
    ...(format ? { z: format } : {}),
    ...(formula ? { f: formula } : {}),
    ...(comment ? { c: [{ a: 'Ann Lee', t: comment }] } : {}),
  }
}
