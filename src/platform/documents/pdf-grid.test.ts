import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gridOf } from './pdf-grid.ts'
import type { PdfRule } from './pdf-page.ts'
import { groupsOfRules } from './pdf-rules.ts'

const along = (y: number, x1: number, x2: number): PdfRule => ({ x1, x2, y1: y, y2: y })
const down = (x: number, y1: number, y2: number): PdfRule => ({ x1: x, x2: x, y1, y2 })
const word = (text: string, x: number, base: number) => ({
  text,
  x,
  y: base - 8,
  width: 5 * text.length,
  height: 10,
  base,
  size: 10,
  bold: false,
})

test('boxes that no line parts are one cell, across and down', () => {
  const [group] = groupsOfRules(
    [
      along(0, 0, 300),
      along(20, 0, 300),
      along(40, 100, 300),
      along(60, 0, 300),
      down(0, 0, 60),
      down(100, 20, 60),
      down(200, 20, 60),
      down(300, 0, 60),
    ],
    [],
  )
  assert.deepEqual(gridOf(group!)?.cells, [
    { column: 0, columns: 3, row: 0, rows: 1 },
    { column: 0, columns: 1, row: 1, rows: 2 },
    { column: 1, columns: 1, row: 1, rows: 1 },
    { column: 2, columns: 1, row: 1, rows: 1 },
    { column: 1, columns: 1, row: 2, rows: 1 },
    { column: 2, columns: 1, row: 2, rows: 1 },
  ])
})

test('a line drawn in pieces is one, and the underline of a link is none', () => {
  const rules = [
    along(0, 0, 100),
    along(0.4, 101, 200),
    along(20, 0, 200),
    down(0, 0, 20),
    down(90, 0, 20),
    down(200, 0, 20),
    along(12, 10, 40),
  ]
  const [group, ...others] = groupsOfRules(rules, [word('anchor', 10, 11)])
  assert.deepEqual([group?.along.length, others], [2, []])
})

test('tables apart from each other are two groups, and one box is no table', () => {
  const box = (y: number): PdfRule[] => [along(y, 0, 100), along(y + 30, 0, 100), down(0, y, y + 30), down(100, y, y + 30)]
  const groups = groupsOfRules([...box(0), ...box(60), down(50, 60, 90)], [])
  assert.deepEqual(
    groups.map((group) => gridOf(group)?.cells.length ?? 0),
    [0, 2],
  )
})
