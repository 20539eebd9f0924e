import assert from 'node:assert/strict'
import { test } from 'node:test'
import papa from 'papaparse'
import { aPaper, HOSTILE } from './paper-document.fixture.ts'
import { heading, paragraph, type PaperDocument } from './paper-document.ts'
import { writeCsv } from './write-csv.ts'

const rowsOf = (csv: string): string[][] => papa.parse<string[]>(csv.replace(/^\ufeff/, ''), { newline: '\r\n' }).data

test('a CSV opens with the mark of UTF-8, ends its lines as spreadsheets do, and holds every word', () => {
  const csv = writeCsv(aPaper(40))
  assert.ok(csv.startsWith('\ufeff'))
  assert.doesNotMatch(csv.replaceAll(/"(?:[^"]|"")*"/g, ''), /(?<!\r)\n/)
  const cells = rowsOf(csv).flat()
  for (let row = 1; row <= 40; row += 1)
    assert.ok(
      cells.some((cell) => cell.endsWith(`row${row}last`)),
      `row ${row}`,
    )
  assert.ok(cells.includes(HOSTILE))
})

test('no cell of a CSV can be taken for a formula, and what was put before it can be taken away again', () => {
  const dangerous = ['=1+1', '+44 1632 960000', '- an item', '@SUM(A1)', '\tindented', '\rreturned', "'quoted", '＝1+1']
  const cells = rowsOf(writeCsv(tableOf(dangerous))).flat()
  for (const words of dangerous) assert.ok(cells.includes(`'${words}`), JSON.stringify(words))
  assert.ok(!cells.some((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell)))
})

test('each table stands below its title, an empty line between, cells merged from above left empty', () => {
  const paper = tableOf(['one', 'two'])
  const table = paper.sections[0]?.blocks[1]
  assert.ok(table?.kind === 'table')
  table.rows = [
    { cells: [{ blocks: [paragraph('1')], rows: 2 }, { blocks: [paragraph('a, b'), paragraph('c')] }] },
    { cells: [{ blocks: [paragraph('d "e"')] }] },
  ]
  assert.deepEqual(rowsOf(writeCsv(paper)).slice(0, 5), [
    ['Title', ''],
    ['', ''],
    ['No.', 'Words'],
    ['1', 'a, b\nc'],
    ['', 'd "e"'],
  ])
})

function tableOf(words: string[]): PaperDocument {
  const rows = words.map((text, index) => ({ cells: [{ blocks: [paragraph(String(index + 1))] }, { blocks: [paragraph(text)] }] }))
  const header = [{ cells: ['No.', 'Words'].map((text) => ({ blocks: [paragraph(text)] })) }]
  const table = { kind: 'table' as const, title: 'Words', widths: [1, 4], header, rows }
  return { title: 'Words', language: 'en-GB', sections: [{ orientation: 'portrait', blocks: [heading(1, 'Title'), table] }] }
}
