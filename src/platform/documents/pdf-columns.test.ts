import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnRuns, columnsAmong, segmentsOf } from './pdf-columns.ts'
import { linesOf } from './pdf-lines.ts'
import { rowStarts } from './pdf-inferred-rows.ts'
import type { PdfWord } from './pdf-page.ts'

/** Words at a place, as wide as their letters: five points each, ten high. */
const words = (base: number, ...placed: [number, string][]): PdfWord[] =>
  placed.flatMap(([x, text]) => {
    let at = x
    return text.split(' ').map((word): PdfWord => {
      const made = { text: word, x: at, y: base - 8, width: 5 * word.length, height: 10, base, size: 10, bold: false, spaced: true }
      at += 5 * word.length + 3
      return made
    })
  })

const TABLE = [
  ...words(100, [50, '1'], [90, 'Lay the hedges'], [250, 'Head of Parks']),
  ...words(112, [90, 'each winter']),
  ...words(132, [50, '2'], [90, 'Clear the ponds'], [250, 'Ward Members']),
]

test('words stand in columns where hardly any line has words between', () => {
  const [run] = columnRuns(linesOf(TABLE, 1))
  assert.ok(run && 'columns' in run)
  assert.deepEqual(
    run.columns.map(({ x }) => x),
    [50, 90, 250],
  )
  assert.deepEqual(rowStarts(run.lines, run.columns), [true, false, true])
})

test('a numbered list is no table, and neither is prose', () => {
  const list = [1, 2, 3, 4].flatMap((number) => words(100 + 12 * number, [50, `${number}.`], [80, 'That the hedges are laid each winter.']))
  const runs = columnRuns(linesOf([...list, ...words(200, [50, 'The hedges of the parish are laid.'])], 1))
  assert.equal(
    runs.some((run) => 'columns' in run),
    false,
  )
})

test('a title that reaches across does not hide the columns, and a bullet belongs to its words', () => {
  const lines = linesOf([...words(80, [60, 'Theme one: all the hedges and ponds of the parish']), ...TABLE], 1)
  assert.equal(
    columnsAmong(
      lines.map((line) => segmentsOf(line)),
      10,
    ).length,
    3,
  )
  assert.equal(segmentsOf(linesOf(words(50, [50, '•'], [68, 'an item']), 1)[0]!).length, 1)
})

test('headings that stand in other columns, and words further left, end a table where the step to them is wider than between its rows', () => {
  const bold = (...placed: [number, string][]): PdfWord[] => words(170, ...placed).map((word) => ({ ...word, bold: true }))
  const rows = [
    ...words(190, [50, 'Green'], [130, 'Complete']),
    ...words(204, [50, 'Red'], [130, 'Late']),
    ...words(218, [50, 'Blue'], [130, 'Not due']),
  ]
  const runs = columnRuns(linesOf([...TABLE, ...words(146, [90, 'each spring']), ...bold([50, 'RAG'], [130, 'Meaning']), ...rows], 1))
  assert.deepEqual(
    runs.map((run) => 'columns' in run && run.columns.length),
    [3, 2],
  )
  const key = [...TABLE, ...words(160, [44, 'Key']), ...rows]
  assert.deepEqual(
    columnRuns(linesOf(key, 1)).map((run) => ('columns' in run ? run.columns.length : run.length)),
    [3, 1, 2],
  )
})
