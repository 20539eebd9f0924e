import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readOwners } from './owners.ts'

const cells: [string[], string[]][] = [
  [
    ['Ann Reed', 'Bob Hill'],
    ['Ann Reed', 'Bob Hill'],
  ],
  [
    ['Lead:', 'A.Reed/', 'B.Hill'],
    ['A.Reed', 'B.Hill'],
  ],
  [['A.Reed B.Hill C.Moss'], ['A.Reed', 'B.Hill', 'C.Moss']],
  [['Ann Reed Bob Hill'], ['Ann Reed', 'Bob Hill']],
  [['Ann Reed, Library Manager'], ['Ann Reed, Library Manager']],
  [['Corporate Director, Place'], ['Corporate Director, Place']],
  [['Head of Housing and Head of Planning'], ['Head of Housing', 'Head of Planning']],
  [['Head of Parks and Open Spaces'], ['Head of Parks and Open Spaces']],
  [['Cllr A Reed, Cllr B Hill'], ['Cllr A Reed', 'Cllr B Hill']],
  [['Strategic Directors; Senior leads'], ['Strategic Directors', 'Senior leads']],
  [
    ['NHS Wessex', 'ICB'],
    ['NHS Wessex', 'ICB'],
  ],
  [['AR/BH/CM'], ['AR', 'BH', 'CM']],
  [['Ann Reed', 'Wexcombe Police'], ['Ann Reed Wexcombe Police']],
  [['Bob Hill via Youth Sub-', 'Group'], ['Bob Hill via Youth Sub-Group']],
  [['N/A'], []],
  [['', '–'], []],
]

for (const [lines, owners] of cells) {
  test(`“${lines.join(' | ')}” is ${owners.length === 0 ? 'nobody' : owners.join(' · ')}`, () => {
    assert.deepEqual(readOwners(lines).owners, owners)
  })
}

test('owners by part are told part by part, and each once in the whole', () => {
  const found = readOwners(['a. Head of Schools', '', 'b. Chair of the Board/ Head of Schools'])
  assert.deepEqual(found.owners, ['Head of Schools', 'Chair of the Board'])
  assert.deepEqual(found.byPart, [
    { part: 'a', owner: 'Head of Schools' },
    { part: 'b', owner: 'Chair of the Board' },
    { part: 'b', owner: 'Head of Schools' },
  ])
})
