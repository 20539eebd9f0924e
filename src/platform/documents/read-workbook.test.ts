import assert from 'node:assert/strict'
import { test } from 'node:test'
import { utils, write } from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { readFile } from './read-file.ts'
import { readWorkbook } from './read-workbook.ts'
import { LIMITS } from './reading-limits.ts'
import { textOf } from './source-document.ts'
import type { FileHints, SourceDocument, SourceTable } from './source-document.ts'
import { aWorkbook, dayNumber } from './workbook.fixture.ts'
import type { FixtureCell, FixtureSheet } from './workbook.fixture.ts'

const HEAD = ['Ref', 'Recommendation', 'Lead', 'Due']

function documentOf(sheet: Partial<FixtureSheet> & Pick<FixtureSheet, 'rows'>, hints: FileHints = {}): SourceDocument {
  return readWorkbook(aWorkbook([{ name: 'Tracker', ...sheet }]), 'a.xlsx', hints)
}

function tablesOf(document: SourceDocument): SourceTable[] {
  return document.blocks.filter((block): block is SourceTable => block.kind === 'table')
}

function wordsIn(table: SourceTable | undefined): string[][] {
  return (table?.rows ?? []).map((row) => row.cells.map((cell) => textOf(cell.blocks)))
}

function linesOf(document: SourceDocument): string[] {
  return document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
}

/** What a cell of the given value and looks says. */
function said(cell: FixtureCell, date1904 = false): string {
  const bytes = aWorkbook([{ name: 'Tracker', rows: [HEAD, ['1', cell, 'x', 'y']] }], { date1904 })
  return wordsIn(tablesOf(readWorkbook(bytes, 'a.xlsx', {}))[0])[1]?.[1] ?? ''
}

test('days are said as the sheet shows them, but in words where they could be taken for another, months where the format shows no day', () => {
  const value = dayNumber('2026-03-04')
  assert.equal(said({ value, format: 'dd/mm/yyyy' }), '04/03/2026')
  assert.equal(said({ value, format: 'm/d/yy' }), '4 March 2026')
  assert.equal(said({ value, format: '[$-F800]dddd, mmmm dd, yyyy' }), '4 March 2026')
  assert.equal(said({ value, format: 'mmm-yy' }), 'Mar-26')
  assert.equal(said({ value, format: 'yyyy' }), '2026')
  assert.equal(said({ value: value + 0.75, format: 'dd/mm/yyyy hh:mm' }), '4 March 2026 18:00')
  assert.equal(said({ value: value - 1462, format: 'dd/mm/yyyy' }, true), '04/03/2026')
  assert.equal(said('31/03/26'), '31/03/26')
})

test('numbers are said as the sheet shows them', () => {
  assert.equal(said({ value: 0.75, format: '0%' }), '75%')
  assert.equal(said({ value: 1.1, format: '0.00' }), '1.10')
  assert.equal(said(1.1), '1.1')
  assert.equal(said({ value: 12_500, format: '£#,##0' }), '£12,500')
  assert.equal(said({ value: 7, format: '"R"00' }), 'R07')
  assert.equal(said({ value: 3, format: ';;;' }), '3')
  assert.equal(said(true), 'TRUE')
  assert.equal(said({ value: 'ü', typeface: 'Wingdings' }), '✓')
})

test('formulas give what was saved; what was not saved, and errors, are told of', () => {
  const document = documentOf({
    rows: [HEAD, ['1', { value: 'Saved.', formula: 'B9' }, { formula: 'C9' }, { error: '#REF!', formula: 'D9' }]],
  })
  assert.deepEqual(wordsIn(tablesOf(document)[0])[1], ['1', 'Saved.', '', ''])
  assert.deepEqual(document.remarks, [
    'Cell D2 (#REF!) of the sheet “Tracker” holds an error and was read as empty.',
    'Cell C2 of the sheet “Tracker” holds a formula whose result was not saved. Open the workbook in Excel, save it and choose it again.',
  ])
})

test('the lines of a cell are paragraphs, its bullets a list, its bold beginning known', () => {
  const rich = '<r><rPr><b/></rPr><t>Done: </t></r><r><t>two parks.&#10;• One\n&#10;  - Two&#10;&#10;Last.</t></r>'
  const cell = tablesOf(documentOf({ rows: [HEAD, ['1', { rich }, 'x', 'y']] }))[0]?.rows[1]?.cells[1]
  assert.deepEqual(cell?.blocks, [
    { kind: 'paragraph', text: 'Done: two parks.', boldLead: 6 },
    { kind: 'paragraph', text: 'One', list: { level: 0 } },
    { kind: 'paragraph', text: '' },
    { kind: 'paragraph', text: 'Two', list: { level: 1 } },
    { kind: 'paragraph', text: '' },
    { kind: 'paragraph', text: 'Last.' },
  ])
})

test('a hidden sheet is named, and read only when it is asked for', () => {
  const sheets: FixtureSheet[] = [
    { name: 'Tracker', rows: [HEAD, ['1', 'That a.', 'x', 'y']] },
    { name: 'Old', state: 'hidden', rows: [HEAD, ['2', 'That b.', 'x', 'y']] },
    { name: 'Lists', state: 'veryHidden', rows: [['Green'], ['Amber']] },
  ]
  const plain = readWorkbook(aWorkbook(sheets), 'a.xlsx', {})
  assert.deepEqual(plain.remarks, ['The sheets “Old” and “Lists” are hidden, and were not read.'])
  assert.deepEqual(
    tablesOf(plain).map((table) => table.sheet),
    ['Tracker'],
  )
  const asked = readWorkbook(aWorkbook(sheets), 'a.xlsx', { hiddenSheets: ['Old'] })
  assert.deepEqual(
    tablesOf(asked).map((table) => table.sheet),
    ['Tracker', 'Old'],
  )
  assert.deepEqual(asked.remarks, ['The sheet “Lists” is hidden, and was not read.'])
})

test('rows that a filter hides are read, rows and columns that a person hid are not, and both are told of', () => {
  const rows = [HEAD, ['1', 'That a.', 'x', 'y'], ['2', 'That b.', 'x', 'y'], ['3', 'That c.', 'x', 'y']]
  const filtered = documentOf({ rows, hiddenRows: [3], filter: 'A1:D4' })
  assert.deepEqual(
    wordsIn(tablesOf(filtered)[0]).map(([ref]) => ref),
    ['Ref', '1', '2', '3'],
  )
  assert.deepEqual(filtered.remarks, ['Row 3 of the sheet “Tracker”, hidden by a filter or folded away, was read.'])
  const byHand = documentOf({ rows, hiddenRows: [3], hiddenColumns: [2] })
  assert.deepEqual(wordsIn(tablesOf(byHand)[0]), [
    ['Ref', 'Recommendation', 'Due'],
    ['1', 'That a.', 'y'],
    ['3', 'That c.', 'y'],
  ])
  assert.equal(tablesOf(byHand).length, 1)
  assert.deepEqual(byHand.remarks, [
    'Row 3 of the sheet “Tracker” was hidden, and not read. Unhide what is wanted in Excel and choose the file again.',
    'Column C of the sheet “Tracker” was hidden, and not read. Unhide what is wanted in Excel and choose the file again.',
  ])
})

test('tables parted by blank rows or blank columns are tables of their own, a spacer column parts nothing', () => {
  const document = documentOf({
    rows: [
      [...HEAD, '', 'Status', 'Meaning'],
      ['1', 'That a.', 'x', 'y', '', 'G', 'On track'],
      ['2', 'That b.', 'x', 'y', '', 'R', 'Late'],
      ['3', 'That c.', 'x', 'y'],
      ['4', 'That d.', 'x', 'y'],
      ['5', 'That e.', 'x', 'y'],
      [],
      ['Meetings'],
      ['Date', 'Place', 'Clerk'],
      [{ value: dayNumber('2026-03-04'), format: 'dd/mm/yyyy' }, 'Town Hall', 'Ann Lee'],
    ],
  })
  assert.deepEqual(
    tablesOf(document).map((table) => [table.number, table.width, table.rows.length]),
    [
      [1, 4, 6],
      [2, 2, 3],
      [3, 3, 2],
    ],
  )
  const spaced = documentOf({
    rows: [
      ['Ref', 'Recommendation', '', 'Lead', 'Due', '', 'Notes'],
      ['1', 'That a.', '', 'x', 'y', '', 'One note.'],
      ['2', 'That b.', '', 'x', 'y'],
      ['3', 'That c.', '', 'x', 'y'],
      ['4', 'That d.', '', 'x', 'y'],
    ],
  })
  assert.deepEqual(
    tablesOf(spaced).map((table) => [table.width, table.rows.length]),
    [[5, 5]],
  )
})

test('a blank row within a table does not part it, a row of one bold text goes across it', () => {
  const [table, ...others] = tablesOf(
    documentOf({
      rows: [
        HEAD.map((value) => ({ value, bold: true })),
        ['1', 'That a.', 'x', 'y'],
        [],
        [{ value: 'Second theme', bold: true }],
        ['2', 'That b.', 'x', 'y'],
        [],
        ['3', 'That c.', 'x', 'y'],
      ],
    }),
  )
  assert.equal(others.length, 0)
  assert.deepEqual(
    table?.rows.map((row) => [row.cells.length, row.cells[0]?.columns, textOf(row.cells[0]?.blocks ?? [])]),
    [
      [4, 1, 'Ref'],
      [4, 1, '1'],
      [1, 4, 'Second theme'],
      [4, 1, '2'],
      [4, 1, '3'],
    ],
  )
})

test('merged cells span, text boxes and printed headers are read, no address is followed', () => {
  const document = documentOf({
    rows: [
      [],
      HEAD,
      [{ value: '1', down: 2 }, 'That a.', { value: 'Both', across: 2 }, null],
      [null, 'That b.', 'x', { value: 'y', link: 'https://example.org/' }],
    ],
    box: { row: 1, text: 'Review of Ponds' },
    header: '&C&"Arial,Bold"&14Wexcombe Borough Council&RPage &P of &N',
  })
  assert.deepEqual(linesOf(document), ['Tracker', 'Review of Ponds'])
  assert.deepEqual(document.pageHeaders, ['Wexcombe Borough Council Page of'])
  assert.deepEqual(
    tablesOf(document)[0]?.rows.map((row) => row.cells.map((cell) => [cell.column, cell.columns, cell.rows])),
    [
      [
        [0, 1, 1],
        [1, 1, 1],
        [2, 1, 1],
        [3, 1, 1],
      ],
      [
        [0, 1, 2],
        [1, 1, 1],
        [2, 2, 1],
      ],
      [
        [1, 1, 1],
        [2, 1, 1],
        [3, 1, 1],
      ],
    ],
  )
  assert.equal(tablesOf(document)[0]?.rows[2]?.cells[2]?.link, 'https://example.org/')
})

for (const kind of ['biff8', 'ods', 'xlsb'] as const)
  test(`a workbook written as ${kind} reads as the same table`, async () => {
    const sheet = utils.aoa_to_sheet([
      ['Wexcombe Borough Council'],
      [],
      HEAD,
      [1.5, 'That a.\nAnd b.', 'Head of Parks', { t: 'n', v: dayNumber('2026-03-04'), z: 'dd/mm/yyyy' }],
      [2, 'That c.', { t: 'n', v: 0.5, z: '0%' }, { t: 'n', v: dayNumber('2026-03-04'), z: 'mmm-yy' }],
    ])
    const book = utils.book_new()
    utils.book_append_sheet(book, sheet, 'Tracker')
    // The library writes no hidden sheet into an OpenDocument file.
    if (kind !== 'ods') utils.book_append_sheet(book, utils.aoa_to_sheet([['Green'], ['Amber']]), 'Lists')
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] }
    const document = await readFile(new Uint8Array(write(book, { type: 'buffer', bookType: kind }) as Uint8Array), 'tracker')
    assert.equal(document.kind, 'xlsx')
    assert.deepEqual(linesOf(document), ['Tracker', 'Wexcombe Borough Council'])
    assert.deepEqual(wordsIn(tablesOf(document)[0]), [
      HEAD,
      // The library mixes up the formats of an OpenDocument sheet, so its days are put in words.
      ['1.5', 'That a.\nAnd b.', 'Head of Parks', kind === 'ods' ? '4 March 2026' : '04/03/2026'],
      ['2', 'That c.', '50%', kind === 'ods' ? 'March 2026' : 'Mar-26'],
    ])
    if (kind !== 'ods') assert.deepEqual(document.remarks, ['The sheet “Lists” is hidden, and was not read.'])
  })

test('a sheet that says it is a million rows wide and deep costs no more than what it holds', () => {
  const document = documentOf({
    rows: [HEAD, ['1', 'That a.', 'x', 'y']],
    more: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells><dimension ref="A1:XFD1048576"/>',
  })
  assert.equal(tablesOf(document).length, 1)
  const far = documentOf({
    rows: [HEAD, ['1', 'That a.', 'x', 'y']],
    more: '<sheetData><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>Far away</t></is></c></row></sheetData>',
  })
  assert.deepEqual(linesOf(far), ['Tracker', 'Far away'])
})

test('more rows, more text and deeper XML than any tracker are refused in words', () => {
  const rows = Array.from({ length: LIMITS.sheetRows + 1 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`).join(
    '',
  )
  const sheet = (inside: string): Uint8Array =>
    aWorkbook([{ name: 'Tracker', rows: [] }], {
      parts: { 'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${inside}</sheetData></worksheet>` },
    })
  assert.throws(() => readWorkbook(sheet(rows), 'a.xlsx', {}), /more than 25,000 filled rows \(it passed that on the sheet “Tracker”\)/)
  assert.throws(() => readWorkbook(sheet('<x>'.repeat(300) + '</x>'.repeat(300)), 'a.xlsx', {}), /nests deeper/)
  assert.throws(
    () =>
      readWorkbook(
        sheet(`<row r="1"><c r="A1" t="inlineStr"><is><t>${'a'.repeat(LIMITS.cellCharacters + 1)}</t></is></c></row>`),
        'a.xlsx',
        {},
      ),
    /a cell of more than 300,000 characters/,
  )
})

test('a workbook that unpacks to more than any tracker is refused before it is read', () => {
  const bomb = zipSync(
    { 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/sharedStrings.xml': new Uint8Array(LIMITS.partBytes + 10) },
    { level: 9 },
  )
  assert.throws(() => readWorkbook(bomb, 'a.xlsx', {}), { name: 'Refusal' })
  const ods = zipSync({
    mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': strToU8(
      '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row></table:table></office:document-content>',
    ),
  })
  assert.throws(() => readWorkbook(ods, 'a.ods', {}), /repeats a filled cell 1000000 times/)
})

test('a workbook whose visible sheets are empty says which are hidden', () => {
  const bytes = aWorkbook([
    { name: 'Front', rows: [] },
    { name: 'Old', state: 'hidden', rows: [['1']] },
  ])
  assert.throws(() => readWorkbook(bytes, 'a.xlsx', {}), /its visible sheets are empty, and “Old” hidden/)
})
