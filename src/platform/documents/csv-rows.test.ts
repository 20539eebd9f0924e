import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rowsOfList, textOfList } from './csv-rows.ts'
import { csvOfRows } from './write-csv.ts'

test('a list that names what separates its values, as Excel has it, is read without that line, and each row knows its own', () => {
  assert.deepEqual(rowsOfList('sep=;\r\nName;Post\r\n;\r\n"Ann\nLee";Clerk\r\nBob;Warden\r\n'), [
    { line: 2, cells: ['Name', 'Post'] },
    { line: 4, cells: ['Ann\nLee', 'Clerk'] },
    { line: 6, cells: ['Bob', 'Warden'] },
  ])
})

test('rows written as a list are the same when they are read again, words that look like a formula too', () => {
  const rows = [
    ['Name', 'Post'],
    ['=Ann, "Lee"', '+44 1632'],
  ]
  assert.deepEqual(
    rowsOfList(textOfList(Buffer.from(csvOfRows(rows)))).map(({ cells }) => cells),
    rows,
  )
})
