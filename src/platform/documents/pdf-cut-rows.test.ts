import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOfCell, withRowsMended } from './pdf-cut-rows.ts'
import type { PdfTableRow } from './pdf-table.ts'

/** A row of cells a hundred points wide each, as text and the rows that they span. */
const row = (page: number, ...cells: (string | [string, number])[]): PdfTableRow => ({
  page,
  cells: cells.map((cell, at) => {
    const [text, rows] = typeof cell === 'string' ? [cell, 1] : cell
    const words = text === '' ? [] : [{ text, x: 100 * at + 5, y: 0, width: 50, height: 10, base: 8, size: 10, bold: false }]
    return { left: 100 * at, right: 100 * at + 100, rows, pieces: [{ words, page }] }
  }),
})

const textsOf = (rows: readonly PdfTableRow[]) => rows.map(({ cells }) => cells.map(textOfCell))

test('a sentence that goes on over the page makes its row whole', () => {
  const mended = withRowsMended(
    [row(1, '1', 'That the hedges of the', 'Parks')],
    [row(2, '', 'parish are laid.', ''), row(2, '2', 'Ponds.', 'Wards')],
  )
  assert.deepEqual(textsOf(mended), [
    ['1', 'That the hedges of the parish are laid.', 'Parks'],
    ['2', 'Ponds.', 'Wards'],
  ])
})

test('a row that begins anew stays one, whatever cells it leaves empty', () => {
  const rows = [row(1, '1', 'That hedges are laid.', 'Parks')]
  assert.equal(withRowsMended(rows, [row(2, '2', 'that ponds are cleared.', '')]).length, 2)
  assert.equal(withRowsMended(rows, [row(2, '', 'Ponds are cleared.', 'Wards')]).length, 2)
})

test('where the next part of a recommendation begins on the page, the cells before it span both rows', () => {
  const mended = withRowsMended([row(1, '1', 'Hedges.', 'a. Laid.')], [row(2, '', '', 'b. Cut.')])
  assert.deepEqual(textsOf(mended), [['1', 'Hedges.', 'a. Laid.'], ['b. Cut.']])
  assert.deepEqual(
    mended[0]?.cells.map(({ rows }) => rows),
    [2, 2, 1],
  )
})
