import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import type { OutgoingList } from './outgoing-list.ts'
import { readCsv } from './read-csv.ts'
import { readWorkbook } from './read-workbook.ts'
import type { SourceDocument } from './source-document.ts'
import { streamCsv } from './stream-csv.ts'
import { streamXlsx } from './stream-xlsx.ts'

type Row = [string, string, string]

function aList(rows: OutgoingList<Row>['rows']): OutgoingList<Row> {
  return {
    name: 'Recommendations of Parks & Open Spaces',
    takenOn: '2026-11-27',
    columns: [
      { head: 'Reference', of: ([ref]) => ref },
      { head: 'Recommendation', width: 60, of: ([, words]) => words },
      { head: 'Evidence', width: 60, of: ([, , words]) => words },
    ],
    rows,
  }
}

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(pieces))
}

const csvOf = async (rows: OutgoingList<Row>['rows']) => readCsv((await whole(streamCsv(aList(rows)))).toString('utf8'), 'list.csv')
const xlsxOf = async (rows: OutgoingList<Row>['rows']) => readWorkbook(await whole(streamXlsx(aList(rows))), 'list.xlsx', {})

/** The rows under the headings, each cell by its lines. */
function rowsOf({ blocks }: SourceDocument): string[][] {
  const rows = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  return rows.slice(1).map((row) =>
    [0, 1, 2].map((column) => {
      const cell = row.cells.find((one) => one.column === column)
      return (cell?.blocks ?? []).map((block) => (block.kind === 'paragraph' ? block.text : '')).join('\n')
    }),
  )
}

/** Lines of words, some of them such as a spreadsheet takes for a formula, or as end a field of CSV. Blank ends of a line are nobody's words. */
const line = fc
  .oneof(
    fc.stringMatching(/^[=+\-@'"][\w ,;"'=+\-@()]{0,12}$/),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom(
      '=HYPERLINK("https://x.example","y")',
      "'=1",
      '＝1+1',
      '@SUM(A1)',
      '-2',
      '+44 1632 960001',
      '_x0041_',
      '<b>&amp;</b>',
      '😀 “q”',
    ),
  )
  .map((words) => words.replaceAll(/[\p{C}\p{Z}\s]+/gu, ' ').trim())
  .filter((words) => words !== '' && !/^[-•–*·]/.test(words))
const cell = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
const rows = fc.array(fc.tuple(fc.stringMatching(/^[1-9][0-9]?[a-c]?$/), cell, cell), { minLength: 2, maxLength: 6 })

test('what goes out as Excel reads back as it was, whatever it begins with', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => assert.deepEqual(rowsOf(await xlsxOf(all)), all)),
    { numRuns: 60 },
  )
})

test('what goes out as CSV reads back as it was, whatever it begins with', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => assert.deepEqual(rowsOf(await csvOf(all)), all)),
    { numRuns: 60 },
  )
})

test('no cell of a CSV can be taken for a formula, and each is written so that reading undoes it', async () => {
  const text = (
    await whole(
      streamCsv(
        aList([
          ['1', '=cmd|calc', '@x'],
          ['2', '+1', "'quoted'"],
        ]),
      ),
    )
  ).toString('utf8')
  assert.equal(text, "\ufeffReference,Recommendation,Evidence\r\n1,'=cmd|calc,'@x\r\n2,'+1,''quoted'\r\n")
})

test('a workbook holds text as text, numbers and days as such, headings that stay in sight and a filter', async () => {
  const list: OutgoingList<number> = {
    name: 'Days & counts',
    takenOn: '2026-11-27',
    columns: [
      { head: 'Words', of: () => '=1+1' },
      { head: 'Count', of: (row) => row },
      { head: 'Day', of: () => ({ day: '2024-02-29' }) },
      { head: 'Nothing', of: () => null },
    ],
    rows: [7, 8],
  }
  const parts = unzipSync(await whole(streamXlsx(list)))
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!)
  assert.match(
    sheet,
    /<c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">=1\+1<\/t><\/is><\/c><c r="B2"><v>7<\/v><\/c><c r="C2" s="3"><v>45351<\/v><\/c><\/row>/,
  )
  assert.doesNotMatch(sheet, /<f>/)
  assert.match(sheet, /state="frozen"/)
  assert.match(sheet, /<autoFilter ref="A1:D3"\/>/)
  assert.match(strFromU8(parts['docProps/core.xml']!), /<dc:title>Days &amp; counts<\/dc:title>/)
  assert.equal((await whole(streamCsv(list))).toString('utf8').split('\r\n')[1], "'=1+1,7,2024-02-29,")
})

test('words longer than a cell of Excel takes go on below, and none is lost', async () => {
  const long = '😀'.repeat(40_000)
  const back = rowsOf(
    await xlsxOf([
      ['1', long, 'a'],
      ['2', 'b', 'c'],
    ]),
  )
  assert.equal(back.map(([, words]) => words).join(''), `${long}b`)
  assert.deepEqual(back.at(-1), ['2', 'b', 'c'])
})

test('rows are taken as they are wanted: a list that nobody reads on is not made', async () => {
  let made = 0
  const endless = (function* (): Generator<Row> {
    for (;;) yield [String((made += 1)), 'words '.repeat(100), '']
  })()
  for (const stream of [streamCsv, streamXlsx]) {
    made = 0
    const pieces = stream(aList(endless))
    await pieces.next()
    assert.ok(made < 1000, `${made} rows were made for the first piece`)
    await pieces.return(undefined)
  }
})
