import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datedEntries, newestOf } from './dated-entries.ts'

test('a diary in one cell is an entry for each date that is set off, on lines of their own or run together', () => {
  const apart = datedEntries(['06/02/2027: Seeds were bought.', '', '14/05/2027 – Forty trees are in.'])
  assert.deepEqual(
    apart?.map(({ day, lines }) => [day, lines]),
    [
      ['2027-02-06', ['Seeds were bought.']],
      ['2027-05-14', ['Forty trees are in.']],
    ],
  )
  const together = datedEntries(['May 2027: Forty trees are in. February 2027: Seeds were bought.'])
  assert.deepEqual(
    together?.map(({ label, day }) => [label, day]),
    [
      ['May 2027', undefined],
      ['February 2027', undefined],
    ],
  )
  assert.equal(together && newestOf(together), 0)
})

test('a date in a sentence makes no diary', () => {
  for (const line of ['The trees were bought on 6 February 2027: forty of them.', 'March 2027 was wet.', 'May 2027: done.'])
    assert.equal(datedEntries([line]), null, line)
})
