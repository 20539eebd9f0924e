import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aPdfFile } from './pdf-file.fixture.ts'
import type { Drawn } from './pdf-file.fixture.ts'
import { readPdf } from './read-pdf.ts'
import { textOf } from './source-document.ts'

const along = (...ys: number[]): Drawn[] => ys.map((y) => ({ line: [50, y, 545, y] }))
const row = (base: number, ...texts: string[]): Drawn[] =>
  texts.flatMap((text, at) => (text === '' ? [] : [{ at: [XS[at]!, base] satisfies [number, number], text }]))
const XS = [54, 80, 160, 320, 430]

/** Headings over two lines; the first stands hardly more than a space from the second. */
const HEADINGS: Drawn[] = [
  ...['Item', 'Date', 'Action', 'Officer', 'To be completed'].map((text, at): Drawn => ({ at: [XS[at]!, 100], text, bold: true })),
  { at: [430, 112], text: 'or progressed', bold: true },
]

async function rowsOf(...pages: Drawn[][]): Promise<string[][][]> {
  const { blocks } = await readPdf(aPdfFile({ pages: pages.map((drawn) => ({ drawn })) }), 'paper.pdf', {})
  return blocks.flatMap((block) =>
    block.kind === 'table' ? [block.rows.map(({ cells }) => cells.map((cell) => textOf(cell.blocks)))] : [],
  )
}

test('headings over the first line between rows belong to its table, though two stand close together and one goes on alone', async () => {
  const [table] = await rowsOf([
    ...HEADINGS,
    ...along(116, 134, 152, 170),
    ...row(128, '1.', '4 May 2026', 'Lay the hedges', 'Head of Parks', 'July 2026'),
    ...row(146, '2.', '4 May 2026', 'Clear the ponds', 'Ward Members', 'Ongoing'),
    ...row(164, '3.', '9 June 2026', 'Mend the stiles', 'Head of Parks', 'Done'),
  ])
  assert.deepEqual(table?.slice(0, 2), [
    ['Item', 'Date', 'Action', 'Officer', 'To be completed or progressed'],
    ['1.', '4 May 2026', 'Lay the hedges', 'Head of Parks', 'July 2026'],
  ])
})

test('headings that a page repeats tell of the columns in which that page has no words', async () => {
  const tables = await rowsOf(
    [
      ...HEADINGS,
      ...along(116, 134, 152),
      ...row(128, '1.', '4 May 2026', 'Lay the hedges', 'Head of Parks', 'July 2026'),
      ...row(146, '2.', '4 May 2026', 'Clear the ponds', 'Ward Members', 'Ongoing'),
    ],
    [...HEADINGS, ...along(116, 134, 152), ...row(128, '3.', '9 June 2026', 'Mend'), ...row(146, '4.', '9 June 2026', 'Count')],
  )
  assert.deepEqual(
    tables.map((table) => table.map(([first]) => first)),
    [['Item', '1.', '2.', '3.', '4.']],
  )
  assert.deepEqual(tables[0]?.at(-1), ['4.', '9 June 2026', 'Count', '', ''])
})

test('a line that had room for the next word ended by intent, though no line shows how wide its column is', async () => {
  const [table] = await rowsOf([
    ...HEADINGS,
    ...along(116, 158, 176),
    ...row(128, '1.', '4 May 2026', 'Lay the hedges of the parish', 'Treasurer', 'July 2026'),
    ...row(140, '', '', '', 'Ward Members'),
    ...row(152, '', '', '', 'and Wardens'),
    ...row(170, '2.', '4 May 2026', 'Clear the ponds', 'Clerk', 'Ongoing'),
  ])
  assert.equal(table?.[1]?.[3], 'Treasurer\nWard Members and Wardens')
})

test('a heading whose column is no wider than its first word keeps its words apart', async () => {
  const [table] = await rowsOf([
    ...['Decision', 'Action', 'Officer'].map((text, at): Drawn => ({ at: [[54, 160, 320][at]!, 100], text, bold: true })),
    { at: [54, 112], text: 'number', bold: true },
    ...along(116, 134, 152),
    ...[128, 146].flatMap((y, at): Drawn[] => [
      { at: [54, y], text: `${at + 1}.` },
      { at: [160, y], text: 'Lay the hedges of the parish' },
      { at: [320, y], text: 'Clerk' },
    ]),
  ])
  assert.equal(table?.[0]?.[0], 'Decision number')
})

test('a row without words does not end a table, a gap before other headings does, and no words are read twice', async () => {
  const grouped = (top: number, refs: [string, string]): Drawn[] => [
    ...['No', 'Date', 'Action', 'Officer'].map((text, at): Drawn => ({ at: [XS[at]!, top + 12], text, bold: true })),
    ...along(top, top + 18, top + 36, top + 54, top + 72),
    ...row(top + 30, refs[0], '4 May 2026', 'Lay the hedges', 'Treasurer'),
    ...row(top + 66, refs[1], '4 May 2026', 'Clear the ponds', 'Clerk'),
  ]
  const tables = await rowsOf([...grouped(100, ['1', '2']), ...grouped(182, ['3', '4'])])
  assert.deepEqual(
    tables.map((table) => table.map(([first]) => first)),
    [
      ['No', '1', '2'],
      ['No', '3', '4'],
    ],
  )
})

test('a band of words that ends in the gutter before the next column is one cell', async () => {
  const [table] = await rowsOf([
    ...['Ref', 'Date', 'Action', 'Officer'].map((text, at): Drawn => ({ at: [XS[at]!, 112], text, bold: true })),
    ...along(100, 118, 136, 154),
    { at: [54, 130], text: 'Use it' },
    ...row(148, '1.1', '4 May 2026', 'Lay the hedges', 'Treasurer'),
  ])
  assert.deepEqual(table?.[1]?.[0], 'Use it')
})
