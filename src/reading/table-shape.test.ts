import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '../platform/documents/read-text.ts'
import type { ColumnHint } from './column-hint.ts'
import { logicalTables } from './logical-tables.ts'
import { plainHeading } from './plain-heading.ts'
import { shapeOfTable, tablesOfShape } from './table-shape.ts'

function documentOf(...tables: string[][][]) {
  const written = tables.map((rows) => rows.map((row) => row.join('\t')).join('\n'))
  return readText(
    `Wexcombe Borough Council\n\n${written.join('\n\nA sentence stands between the two tables, and says at some length what the next one is for, so that nobody takes them for one.\n\n')}\n`,
    'tracker.txt',
  )
}

type Source = ReturnType<typeof documentOf>
const KEPT = [
  ['Item', 'Asked for', 'Answers', 'Said in October 2026'],
  ['1', 'That parks open at six.', 'Head of Parks', 'They open at seven.'],
  ['2', 'That dogs are kept on leads.', 'Head of Wardens', 'Signs went up.'],
]
const NEXT = [
  ['Item', 'Asked for', 'Answers', 'Said in April 2027'],
  ['1', 'That parks open at six.', 'Head of Parks', 'They open at six.'],
  ['2', 'That dogs are kept on leads.', 'Head of Wardens', 'Wardens walk the parks.'],
  ['3', 'That gates are painted.', 'Head of Estates', 'Half of them are.'],
]
const OTHER = [
  ['Councillor', 'Ward', 'Attended'],
  ['Cllr Maple', 'Mill Green', '4'],
  ['Cllr Rowan', 'Castle', '5'],
]
const HINT: ColumnHint = { columns: { 1: 'text', 2: 'owner', 3: 'evidence' }, headerRow: 1, headerRows: 1 }

function matches(before: Source, after: Source, hint: ColumnHint, table = 1) {
  const whole = logicalTables(before).find(({ tables }) => tables[0]?.number === table)
  const shape = whole && shapeOfTable(before, whole, hint)
  return shape ? tablesOfShape(after, shape, hint) : null
}

test('the next table with the same headings has the same shape, whatever round they name', () => {
  assert.deepEqual(matches(documentOf(KEPT), documentOf(NEXT), HINT), [{ table: 1, hint: HINT }])
})

test('a table is known again by its headings, not by its number', () => {
  assert.deepEqual(matches(documentOf(KEPT), documentOf(OTHER, NEXT), HINT), [{ table: 2, hint: HINT }])
})

test('a heading that has moved down a row is known where it is', () => {
  const titled = [['Tracker of the Environment Committee', '', '', ''], ...NEXT]
  assert.deepEqual(matches(documentOf(KEPT), documentOf(titled), HINT), [{ table: 1, hint: { ...HINT, headerRow: 2 } }])
})

test('one word in one heading more, or one column more, is another shape', () => {
  const [heading = [], ...rows] = NEXT
  const renamed = [heading.map((words) => words.replace('Answers', 'Answers to whom')), ...rows]
  const wider = [[...heading, 'RAG'], ...rows.map((row) => [...row, 'Green'])]
  for (const other of [renamed, wider]) assert.deepEqual(matches(documentOf(KEPT), documentOf(other), HINT), [])
})

test('a table without a heading is known by what stands in its columns, and never where Heed finds a heading', () => {
  const headless: ColumnHint = { headerRow: 0, columns: { 0: 'ref', 1: 'text', 2: 'owner', 3: 'evidence' } }
  const bare = (rows: string[][]) => documentOf(rows.slice(1))
  assert.deepEqual(matches(bare(KEPT), bare(NEXT), headless), [{ table: 1, hint: headless }])
  const headed = documentOf([['No', 'Recommendation', 'Lead officer', 'Progress'], ...NEXT.slice(1)])
  assert.deepEqual(matches(bare(KEPT), headed, headless), [])
  const dated = bare(NEXT.map((row) => [...row.slice(0, 3), 'May 2027']))
  assert.deepEqual(matches(bare(KEPT), dated, headless), [])
})

test('a table that was said to be two is cut where the second heading stands now', () => {
  const second = [
    ['When', 'Whose', 'Number', 'Asked by the panel'],
    ['June 2027', 'Head of Wardens', '7', 'That bins are emptied.'],
  ]
  const columns = { 0: 'due', 1: 'owner', 2: 'ref', 3: 'text' } as const
  const hint: ColumnHint = { ...HINT, next: { row: 4, hint: { headerRow: 4, headerRows: 1, columns } } }
  const moved = { ...HINT, next: { row: 5, hint: { headerRow: 5, headerRows: 1, columns } } }
  assert.deepEqual(matches(documentOf([...KEPT, ...second]), documentOf([...NEXT, ...second]), hint), [{ table: 1, hint: moved }])
  assert.deepEqual(matches(documentOf([...KEPT, ...second]), documentOf(NEXT), hint), [])
})

test('a table left out is known by its headings', () => {
  assert.deepEqual(matches(documentOf(OTHER, KEPT), documentOf(NEXT, OTHER), { leftOut: true }), [{ table: 2, hint: { leftOut: true } }])
})

test('months, seasons, quarters and years in a heading name a round and no shape', () => {
  assert.equal(plainHeading('Progress – 3rd Quarter, 2026/27'), 'progress # quarter #')
  assert.equal(plainHeading('Position at 14 Sept 2026'), 'position at #')
  assert.equal(plainHeading('Marked for augmentation'), 'marked for augmentation')
})
