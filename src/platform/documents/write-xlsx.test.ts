import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read, utils } from '@e965/xlsx'
import { strFromU8, unzipSync } from 'fflate'
import { aPaper, HOSTILE } from './paper-document.fixture.ts'
import { heading, paragraph, type PaperDocument } from './paper-document.ts'
import { writeXlsx } from './write-xlsx.ts'

test('a workbook has a sheet a section, and every word of the paper, hostile ones too', async () => {
  const book = read(await writeXlsx(aPaper(60)))
  assert.deepEqual(book.SheetNames, ['Paths and play areas', 'Appendix'])
  const cells = cellsOf(book)
  for (let row = 1; row <= 60; row += 1)
    assert.ok(
      cells.some((cell) => cell.endsWith(`row${row}last`)),
      `row ${row}`,
    )
  assert.equal(cells.filter((cell) => cell.includes(HOSTILE)).length, 63)
})

test('every cell is text: no formula, no number, no date', async () => {
  const paper = aPaper(1)
  for (const words of ['=HYPERLINK("https://wexcombe.example")', '+1', '-1', '@SUM(A1)', '12', '1 May 2026', '0007'])
    paper.sections[0]?.blocks.push(paragraph(words))
  const book = read(await writeXlsx(paper), { cellFormula: true, cellNF: true })
  for (const sheet of Object.values(book.Sheets))
    for (const [address, cell] of Object.entries(sheet)) {
      if (address.startsWith('!') || cell.v === undefined) continue
      assert.equal(cell.t, 's', `${address} ${cell.v}`)
      assert.equal(cell.f, undefined)
    }
  for (const words of ['=HYPERLINK("https://wexcombe.example")', '-1', '0007']) assert.ok(cellsOf(book).includes(words), words)
})

test('every row is high enough for its words in any program, and Excel may fit those that it can', async () => {
  const xml = strFromU8(unzipSync(await writeXlsx(aPaper(3, 'many words '.repeat(40))))['xl/worksheets/sheet2.xml']!)
  const rows = [...xml.matchAll(/<row r="\d+"([^>]*)>/g)].map(([, attributes = '']) => attributes)
  const heights = rows.map((attributes) => Number(/ht="(\d+)"/.exec(attributes)?.[1] ?? 0))
  assert.equal(heights.filter((height) => height > 60).length, 3)
  assert.deepEqual(
    rows.filter((_, at) => heights[at]! > 60).map((attributes) => attributes.includes('customHeight')),
    [false, false, false],
  )
})

test('a workbook says its title, author and language', async () => {
  const files = unzipSync(await writeXlsx(aPaper(1)))
  const core = strFromU8(files['docProps/core.xml']!)
  assert.match(core, /<dc:title>Paths &amp; play areas/)
  assert.match(core, /<dc:creator>Wexcombe Borough Council<\/dc:creator><dc:language>en-GB<\/dc:language>/)
})

test('the header of a table stays in sight, repeats in print and can be filtered by', async () => {
  const files = unzipSync(await writeXlsx(aPaper(5)))
  const sheet = strFromU8(files['xl/worksheets/sheet2.xml']!)
  assert.match(sheet, /<pane ySplit="3" [^>]*state="frozen"/)
  assert.match(sheet, /<autoFilter ref="A3:D8"\/>/)
  assert.match(sheet, /orientation="landscape" fitToWidth="1" fitToHeight="0"/)
  assert.match(strFromU8(files['xl/workbook.xml']!), /_xlnm\.Print_Titles" localSheetId="1">&#39;Appendix&#39;!\$3:\$3</)
})

test('a cell of several pages is whole, over as many rows as it needs', async () => {
  const words = Array.from({ length: 9000 }, (_, at) => `word${at}`).join(' ')
  const book = read(await writeXlsx(aPaper(2, words)))
  const all = cellsOf(book).join(' ')
  for (const at of [0, 4000, 8999]) assert.equal(all.split(`word${at} `).length + all.split(`word${at}\n`).length - 2, 2, `word ${at}`)
  assert.ok(cellsOf(book).every((cell) => cell.length <= 32_767))
  assert.ok((book.Sheets.Appendix?.['!rows'] ?? []).every((row) => (row?.hpt ?? 0) <= 409))
})

test('sheets have names that Excel takes, each its own', async () => {
  const name = "Children's services: progress [draft] / all the recommendations"
  const section = { orientation: 'portrait' as const, blocks: [heading(1, name)] }
  const paper: PaperDocument = { title: 'Names', language: 'en-GB', sections: [section, section, { ...section, name: 'Appendix A' }] }
  const names = read(await writeXlsx(paper)).SheetNames
  assert.deepEqual(names, ["Children's services progress", "Children's services (2)", 'Appendix A'])
})

function cellsOf(book: ReturnType<typeof read>): string[] {
  return Object.values(book.Sheets).flatMap((sheet) =>
    utils.sheet_to_json<string[]>(sheet, { header: 1 }).flatMap((row) => row.map((cell) => cell ?? '')),
  )
}
