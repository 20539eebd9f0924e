import assert from 'node:assert/strict'
import { test } from 'node:test'
import { layoutOf } from './pdf-layout.ts'
import type { PdfPage, PdfTag, PdfWord } from './pdf-page.ts'
import { textOf } from './source-document.ts'

const XS = [50, 90, 300]

/** A page with a row of words each 20 points further down; rows that are tagged are rows of a table, and the others furniture. */
function aPage(number: number, rows: { texts: string[]; tagged: boolean }[]): PdfPage {
  const tags = new Map<number, PdfTag>()
  const words = rows.flatMap(({ texts, tagged }, row) =>
    texts.flatMap((text, column) => {
      const mark = 10 * row + column
      const path = ['Table', 'TR', 'TD'].map((role, depth) => ({ role, id: [1, 100 + row, 1000 + mark][depth]! }))
      if (tagged) tags.set(mark, { path })
      return placed(text, XS[column]!, 200 + 20 * row).map((word) => (tagged ? { ...word, mark } : word))
    }),
  )
  return { number, width: 595, height: 842, words, rules: [], fills: [], hidden: [], tags }
}

/** Words five points a letter wide. */
function placed(text: string, left: number, base: number): PdfWord[] {
  return text.split(' ').map((word, at, all): PdfWord => {
    const x = left + 5 * all.slice(0, at).join(' ').length + (at > 0 ? 4 : 0)
    return { text: word, x, y: base - 8, width: 5 * word.length, height: 10, base, size: 10, bold: false, spaced: true }
  })
}

const HEADINGS = ['No.', 'Recommendation', 'Lead officer']

test('headings that a page repeats outside its tags do not part the table in two', () => {
  const { blocks } = layoutOf([
    aPage(1, [
      { texts: HEADINGS, tagged: true },
      { texts: ['1', 'Lay the hedges.', 'Head of Parks'], tagged: true },
    ]),
    aPage(2, [
      { texts: HEADINGS, tagged: false },
      { texts: ['2', 'Clear the ponds.', 'Ward Members'], tagged: true },
      { texts: ['3', 'Mend the stiles.', 'Head of Parks'], tagged: true },
    ]),
  ])
  const [table, ...others] = blocks
  assert.deepEqual(others, [])
  assert.ok(table?.kind === 'table')
  assert.deepEqual(
    table.rows.map(({ cells, header }) => [header, textOf(cells[0]!.blocks)]),
    [
      [true, 'No.'],
      [false, '1'],
      [false, '2'],
      [false, '3'],
    ],
  )
})

test('a line of other words between two pieces parts them', () => {
  const { blocks } = layoutOf([
    aPage(1, [
      { texts: HEADINGS, tagged: true },
      { texts: ['1', 'Lay the hedges.', 'Head of Parks'], tagged: true },
    ]),
    aPage(2, [
      { texts: ['The', 'second part'], tagged: false },
      { texts: ['2', 'Clear the ponds.', 'Ward Members'], tagged: true },
      { texts: ['3', 'Mend the stiles.', 'Head of Parks'], tagged: true },
    ]),
  ])
  assert.deepEqual(
    blocks.map(({ kind }) => kind),
    ['table', 'paragraph', 'table'],
  )
})
