import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AUTUMN_ROWS, aTrackerPdf } from '../../../support/drawn-tracker.ts'
import { aDrawnPdf, drawnRows } from './drawn-pdf.fixture.ts'
import type { DrawnPage } from './drawn-pdf.fixture.ts'
import { readPdf } from './read-pdf.ts'
import { textOf } from './source-document.ts'
import type { ColumnLines, SourceDocument } from './source-document.ts'

const ROWS = [
  ['Ref', 'Recommendation', 'Lead officer', 'Timescale', 'Progress'],
  ['1', 'That parks open at six on every day of the year.', 'Head of Parks', 'May 2027', 'They open at seven and the keeper has gone.'],
  [
    '2',
    'That dogs are kept on leads.',
    'Head of Wardens',
    'June 2027',
    'Signs went up at all three gates, and wardens walk the parks on two evenings of every week.',
  ],
]
const XS = [40, 80, 230, 320, 390, 555]
const LINES = XS.slice(1, -1)

function page(number: number, rules: 'none' | 'rows' | 'too few'): DrawnPage {
  const { words, ys } = drawnRows(ROWS, XS, 100)
  const along = ys.map((y): [number, number, number, number] => [40, y, 555, y])
  const down = [40, 80, 230, 555].map((x): [number, number, number, number] => [x, 100, x, ys.at(-1) ?? 0])
  return {
    width: 595,
    height: 842,
    words: [{ x: 40, y: 60, text: `Wexcombe Borough Council, parks, sheet ${number}`, size: 12 }, ...words],
    rules: rules === 'none' ? [] : rules === 'rows' ? along : [...along, ...down],
  }
}

const read = (pages: DrawnPage[], columnLines: ColumnLines[]) => readPdf(aDrawnPdf(pages), 'parks.pdf', { columnLines })
const cells = (document: SourceDocument) =>
  document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.cells.map((cell) => textOf(cell.blocks))) : []))

for (const rules of ['none', 'rows', 'too few'] as const)
  test(`columns part where an officer says, on a page with ${rules === 'none' ? 'no lines' : rules === 'rows' ? 'lines between rows' : 'too few lines down'}`, async () => {
    const found = cells(await read([page(1, rules)], [{ from: 1, to: 1, at: LINES }]))
    assert.deepEqual(
      found.map((row) => row.map((text) => text.replaceAll('\n', ' '))),
      ROWS,
    )
  })

test('lines hold on their own pages only', async () => {
  const document = await read([page(1, 'too few'), page(2, 'too few')], [{ from: 2, to: 2, at: LINES }])
  const widths = document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => [row.page, row.cells.length]) : []))
  assert.ok(widths.some(([number, wide]) => number === 1 && wide === 3))
  assert.ok(widths.some(([number, wide]) => number === 2 && wide === 5))
})

test('lines taken away again leave the page as it was read at first', async () => {
  const bytes = aDrawnPdf([page(1, 'too few')])
  const before = await readPdf(bytes, 'parks.pdf', {})
  await readPdf(bytes, 'parks.pdf', { columnLines: [{ from: 1, to: 1, at: LINES }] })
  assert.deepEqual(await readPdf(bytes, 'parks.pdf', {}), before)
})

test('the words above a table are no part of it', async () => {
  const document = await read([page(1, 'none')], [{ from: 1, to: 1, at: LINES }])
  assert.equal(document.blocks[0]?.kind, 'paragraph')
  assert.equal(textOf(document.blocks.slice(0, 1)), 'Wexcombe Borough Council, parks, sheet 1')
})

test('words across the columns stay whole, in a row of the table and between two tables', async () => {
  const above = drawnRows(ROWS, XS, 100)
  const end = above.ys.at(-1) ?? 0
  const below = drawnRows(ROWS, XS, end + 100)
  const text = [
    'The second part of the tracker was agreed by the committee in its meeting of October, and',
    'follows here with the same columns as the first part has, for the sake of members.',
  ]
  const band = 'Theme two: recommendations that were made in the second year of the review'
  const sides = (ys: number[]) => [40, 555].map((x): [number, number, number, number] => [x, ys[0] ?? 0, x, ys.at(-1) ?? 0])
  const along = (ys: number[]) => ys.map((y): [number, number, number, number] => [40, y, 555, y])
  const banded = [...above.ys, end + 20]
  const document = await read(
    [
      {
        width: 595,
        height: 842,
        words: [
          ...above.words,
          { x: 44, y: end + 14, text: band },
          ...text.map((line, at) => ({ x: 40, y: end + 60 + at * 12, text: line })),
          ...below.words,
        ],
        rules: [...along(banded), ...sides(banded), ...along(below.ys), ...sides(below.ys)],
      },
    ],
    [{ from: 1, to: 1, at: LINES }],
  )
  const found = cells(document).map((row) => row.map((words) => words.replaceAll('\n', ' ')).filter((words) => words !== ''))
  assert.deepEqual(
    found.filter((row) => row.length > 1),
    [...ROWS, ...ROWS],
  )
  const whole = [...found.filter((row) => row.length === 1).flat(), textOf(document.blocks.filter((block) => block.kind === 'paragraph'))]
  for (const words of [band, text.join(' ')])
    assert.ok(
      whole.some((one) => one.replaceAll('\n', ' ').includes(words)),
      words,
    )
})

test('a page of prose stays prose, though lines were said of all pages', async () => {
  const sentence =
    'The committee agreed in its meeting of October that the review should look at parks, at play areas and at walled gardens, and'
  const prose: DrawnPage = {
    width: 595,
    height: 842,
    words: Array.from({ length: 24 }, (_, at) => ({
      x: 40,
      y: 100 + at * 12 + 8 * Math.floor(at / 6),
      text: at % 6 === 5 ? 'so resolved.' : sentence,
    })),
    rules: [
      [40, 60, 555, 60],
      [40, 780, 555, 780],
    ],
  }
  for (const plain of [prose, { ...prose, rules: [] }]) {
    const document = await read([plain, page(2, 'too few')], [{ from: 1, to: 2, at: LINES }])
    const tables = document.blocks.filter((block) => block.kind === 'table')
    assert.deepEqual(
      tables.map(({ rows }) => rows.map((row) => row.page)),
      [[2, 2, 2]],
    )
  }
})

test('a table of many pages whose columns were drawn is one table', async () => {
  const rows = Array.from({ length: 30 * 8 }, (_, at) => [`${at + 1}`, ...(AUTUMN_ROWS[at % AUTUMN_ROWS.length] ?? []).slice(1)])
  const bytes = aTrackerPdf({ day: '14 October 2026', rows, pages: 30, unruled: true })
  const document = await readPdf(bytes, 'parks.pdf', { columnLines: [{ from: 1, to: 30, at: LINES }] })
  const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
  assert.deepEqual(
    tables.map((table) => table.rows.length),
    [1 + rows.length],
  )
})
