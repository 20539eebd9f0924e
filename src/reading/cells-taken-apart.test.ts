import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellsTakenApart } from './cells-taken-apart.ts'
import type { GridRow } from './logical-tables.ts'

function aRow(number: number, cells: readonly string[]): GridRow {
  return {
    place: { table: 1, row: number },
    cells: cells.map((words, column) => ({ column, columns: 1, rows: 1, lines: [words], words, bold: false })),
    covered: new Map(),
    header: number === 1,
    firstOfPiece: false,
  }
}

test('owners and dates under one heading are taken apart in a sheet of any length', () => {
  const more = Array.from({ length: 8 }, (_, at) => `Note ${at + 1}`)
  const heading = aRow(1, ['Ref', 'Recommendation', 'Responsible officer and target date', ...more])
  const body = Array.from({ length: 15_000 }, (_, at) =>
    aRow(at + 2, [String(at + 1), 'That trees are planted', 'Head of Parks; 31 March 2027', ...more.map(() => '')]),
  )
  const [top, ...rows] = cellsTakenApart([heading, ...body])
  assert.deepEqual(
    top?.cells.slice(-2).map(({ words }) => words),
    ['Owner', 'Timescale'],
  )
  assert.deepEqual(
    rows
      .at(-1)
      ?.cells.slice(-2)
      .map(({ words }) => words),
    ['Head of Parks', '31 March 2027'],
  )
})
