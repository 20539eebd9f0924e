import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aGrid, aPdfFile } from './pdf-file.fixture.ts'
import type { Drawn } from './pdf-file.fixture.ts'
import { picturePdfPage } from './picture-pdf-page.ts'
import { readPdf } from './read-pdf.ts'
import type { ColumnLines, SourceDocument } from './source-document.ts'
import { textOf } from './source-document.ts'

const read = (pages: Parameters<typeof aPdfFile>[0]['pages'], columnLines?: ColumnLines[]): Promise<SourceDocument> =>
  readPdf(aPdfFile({ pages }), 'paper.pdf', columnLines ? { columnLines } : {})

/** Lines of words under one another, 12 points apart. */
const lines = (x: number, y: number, ...texts: string[]): Drawn[] => texts.map((text, at) => ({ at: [x, y + 12 * at], text }))

const XS = [50, 90, 250, 340, 540]
const HEAD: Drawn[] = ['Ref', 'Recommendation', 'Lead', 'Progress'].map((text, at) => ({ at: [XS[at]! + 5, 112], text, bold: true }))

/** The cells of each row of each table, as text. */
function rowsOf(document: SourceDocument): string[][][] {
  return document.blocks.flatMap((block) =>
    block.kind === 'table' ? [block.rows.map((row) => row.cells.map((cell) => textOf(cell.blocks)))] : [],
  )
}

test('a table that pages cut is one: its headings once, a row and a word cut are whole, numbers of pages are furniture', async () => {
  const document = await read([
    {
      drawn: [
        { at: [50, 30], text: 'Larkham Council' },
        ...aGrid(XS, [100, 120, 170]),
        ...HEAD,
        ...lines(55, 132, '1'),
        ...lines(95, 132, 'That hedges are laid in every', 'winter and that the cost of it is', 'met by the county and by all'),
        ...lines(255, 132, 'Head of Parks'),
        ...lines(345, 132, 'Two miles were laid.'),
        { at: [290, 820], text: 'Page 1 of 2' },
      ],
    },
    {
      drawn: [
        { at: [50, 30], text: 'Larkham Council' },
        ...aGrid(XS, [100, 120, 140, 160]),
        ...HEAD,
        ...lines(95, 132, 'landowners.'),
        ...lines(55, 152, '2'),
        ...lines(95, 152, 'That ponds are cleared.'),
        { at: [290, 820], text: 'Page 2 of 2' },
      ],
    },
  ])
  assert.deepEqual(rowsOf(document), [
    [
      ['Ref', 'Recommendation', 'Lead', 'Progress'],
      [
        '1',
        'That hedges are laid in every winter and that the cost of it is met by the county and by all landowners.',
        'Head of Parks',
        'Two miles were laid.',
      ],
      ['2', 'That ponds are cleared.', '', ''],
    ],
  ])
  assert.deepEqual([document.pageHeaders, document.pageFooters.length, document.pages], [['Larkham Council'], 2, 2])
  assert.equal(document.blocks[0]?.kind === 'table' && document.blocks[0].rows[0]?.header, true)
})

test('merged cells span, fills are told, and lines left blank keep statements and grades level', async () => {
  const document = await read([
    {
      drawn: [
        { box: [50, 100, 490, 20], colour: [1, 0, 0] },
        ...aGrid([50, 300, 540], [120, 180]),
        { line: [50, 100, 540, 100] },
        { line: [50, 100, 50, 120] },
        { line: [540, 100, 540, 120] },
        { at: [55, 112], text: 'Theme: ponds' },
        ...lines(55, 132, 'The first pond is clear.', '', 'The second is half done.'),
        ...lines(305, 132, 'Achieved', '', 'Slipped'),
      ],
    },
  ])
  const [table] = document.blocks
  assert.ok(table?.kind === 'table')
  assert.deepEqual([table.rows[0]?.cells[0]?.columns, table.rows[0]?.cells[0]?.fill], [2, 'FF0000'])
  assert.deepEqual(
    table.rows[1]?.cells.map((cell) => cell.blocks.map((block) => block.kind === 'paragraph' && block.text)),
    [
      ['The first pond is clear.', '', 'The second is half done.'],
      ['Achieved', '', 'Slipped'],
    ],
  )
})

const UNRULED: Drawn[] = [
  { at: [50, 60], text: 'The ponds of the parish and what was done about each of them' },
  ...['Ref', 'Recommendation', 'Lead'].map((text, at): Drawn => ({ at: [[50, 90, 300][at]!, 100], text, bold: true })),
  ...lines(50, 124, '1'),
  ...lines(90, 124, 'That ponds are cleared of', 'weed each autumn.'),
  ...lines(300, 124, 'Head of Parks'),
  ...lines(50, 160, '2'),
  ...lines(90, 160, 'That ducks are fed.'),
  ...lines(300, 160, 'Ward Councillors'),
]
const UNRULED_ROWS = [
  ['Ref', 'Recommendation', 'Lead'],
  ['1', 'That ponds are cleared of weed each autumn.', 'Head of Parks'],
  ['2', 'That ducks are fed.', 'Ward Councillors'],
]

test('where no line is drawn, columns are told by where words stand', async () => {
  assert.deepEqual(rowsOf(await read([{ drawn: UNRULED }])), [UNRULED_ROWS])
})

test('column lines that a person drew go before anything else, on their pages', async () => {
  const drawn = await read([{ drawn: UNRULED }], [{ from: 1, to: 1, at: [80, 290] }])
  assert.deepEqual(rowsOf(drawn), [UNRULED_ROWS])
  assert.equal(
    drawn.blocks[0]?.kind === 'paragraph' && drawn.blocks[0].text,
    'The ponds of the parish and what was done about each of them',
  )
  const two = await read([{ drawn: UNRULED }], [{ from: 1, to: 1, at: [290] }])
  assert.equal(rowsOf(two)[0]?.[1]?.length, 2)
  assert.deepEqual(rowsOf(await read([{ drawn: UNRULED }], [{ from: 2, to: 9, at: [290] }])), [UNRULED_ROWS])
})

test('a page is read as it is shown, when it is turned too', async () => {
  const { blocks } = await read([{ drawn: lines(60, 100, 'The first line of it.', 'The second.'), turned: 90 }])
  assert.equal(blocks.length > 0, true)
  const { width, height } = await picturePdfPage(aPdfFile({ pages: [{ drawn: lines(60, 100, 'Wide'), turned: 90 }] }), 1)
  assert.deepEqual([width, height], [842, 595])
})

test('words broken at a hyphen are whole again, and those that have one keep it', async () => {
  const { blocks } = await read([
    {
      drawn: [
        ...lines(
          50,
          100,
          'The implementation of the plan is for the next year and not for this one: the imple-',
          'mentation of a multi-agency plan takes time, and it is more than any one multi-',
        ),
        ...lines(50, 124, 'agency group can do.'),
      ],
    },
  ])
  assert.equal(
    textOf(blocks),
    'The implementation of the plan is for the next year and not for this one: the implementation of a multi-agency plan takes time, and it is more than any one multi-agency group can do.',
  )
})

test('what nobody sees is not read and a remark says so; under a scan it is what the page says', async () => {
  const seen = await read([
    {
      drawn: [
        { at: [50, 100], text: 'Seen' },
        { at: [50, 130], text: 'Unseen', unseen: true },
      ],
    },
  ])
  assert.deepEqual([textOf(seen.blocks), seen.remarks], ['Seen', ['Words that nobody sees on the page were not read.']])
  const recognised = await read([{ drawn: [{ at: [50, 130], text: 'Recognised', unseen: true }], picture: true }])
  assert.equal(textOf(recognised.blocks), 'Recognised')
  assert.match(recognised.remarks[0] ?? '', /^Page 1: scanned/)
  const mixed = await read([{ drawn: lines(50, 100, 'Typed') }, { drawn: [], picture: true }])
  assert.match(mixed.remarks[0] ?? '', /^Page 2: no text to read/)
})

test('a scan, a locked file and a damaged one are refused in words that say what to do', async () => {
  const refused = (file: Uint8Array, message: RegExp) => assert.rejects(readPdf(file, 'a.pdf', {}), { code: 'invalid', message })
  await refused(aPdfFile({ pages: [{ drawn: [], picture: true }] }), /This PDF is a scan.*Word file/)
  await refused(aPdfFile({ pages: [{ drawn: lines(50, 100, 'Secret') }], locked: true }), /protected by a password/)
  await refused(aPdfFile({ pages: [{ drawn: [] }] }), /holds no text/)
  await refused(Buffer.from('%PDF-1.7\nnothing of the kind'), /damaged/)
})

test('a page can be pictured by its words, lines and fills, in points from its top left', async () => {
  const file = aPdfFile({
    pages: [
      {
        drawn: [
          { at: [50, 100], text: 'Ponds', bold: true },
          { line: [50, 120, 300, 120] },
          { box: [60, 200, 100, 30], colour: [0, 1, 0] },
        ],
      },
    ],
  })
  const picture = await picturePdfPage(file, 1)
  const [word] = picture.words
  assert.deepEqual([word?.text, word?.bold, Math.round(word?.x ?? 0)], ['Ponds', true, 50])
  assert.ok((word?.y ?? 0) < 100 && (word?.y ?? 0) + (word?.height ?? 0) > 100)
  assert.deepEqual(picture.rules, [{ x1: 50, x2: 300, y1: 120, y2: 120 }])
  assert.deepEqual(picture.fills, [{ x: 60, y: 200, width: 100, height: 30, colour: '00FF00' }])
  await assert.rejects(picturePdfPage(file, 2), { code: 'not-found' })
})
