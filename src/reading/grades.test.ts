import assert from 'node:assert/strict'
import { test } from 'node:test'
import { colourOfFill, gradeOf, meaningOf, meaningOfGrade, misplacedGrade } from './grades.ts'
import type { ReadScale } from './reading.ts'

const FOUR: ReadScale = {
  name: 'Grades',
  grades: [
    { code: '1', label: 'Fully Achieved' },
    { code: '2', label: 'On-Track' },
    { code: '3', label: 'Slipped' },
    { code: '4', label: 'Not Achieved' },
  ],
}

test('a grade is split from its explanation, whatever stands between number, word and explanation', () => {
  for (const [text, grade, rest] of [
    ['2 On Track - Since the plan began', 'on_track', 'Since the plan began'],
    ['2- On Track - In addition to this', 'on_track', 'In addition to this'],
    ['2. On Track - There has been', 'on_track', 'There has been'],
    ['3. Slipped', 'slipped', ''],
    ['3 - Slipped', 'slipped', ''],
    ['3 – progress needed', 'slipped', 'progress needed'],
    ['3 – need to increase take-up', 'slipped', 'need to increase take-up'],
    ['1 – Fully Achieved', 'achieved', ''],
    ['1', 'achieved', ''],
    ['2\nThe van is on order.', 'on_track', 'The van is on order.'],
    ['Slipped - progress has been made', 'slipped', 'progress has been made'],
    ['Achieved. Membership has grown.', 'achieved', 'Membership has grown.'],
    ['4 Not Achieved', 'not_achieved', ''],
    ['Completed This is now monthly.', 'completed', 'This is now monthly.'],
    ['In progress.', 'in_progress', ''],
  ] as const)
    assert.deepEqual([gradeOf(text, FOUR).grade, gradeOf(text, FOUR).rest], [grade, rest], text)
})

test('words that are no grade are left whole', () => {
  for (const text of [
    '2 meetings were held',
    'Closer working has begun',
    'Completed forms are kept',
    'Openings were found',
    '12 of 20 done',
    'Ongoing rolling training',
  ])
    assert.deepEqual(gradeOf(text, FOUR), { grade: null, rest: text }, text)
})

test('a number alone means nothing without a scale', () => {
  assert.equal(gradeOf('3').grade, null)
  assert.equal(gradeOf('3 – progress slow').grade, null)
})

test('common status words of other councils are understood', () => {
  for (const [text, grade] of [
    ['Complete', 'completed'],
    ['Ongoing', 'in_progress'],
    ['Not started', 'not_started'],
    ['Not yet started – awaiting funds', 'not_started'],
    ['Overdue', 'overdue'],
    ['In progress but behind schedule', 'slipped'],
    ['In progress and on schedule', 'on_track'],
    ['On target', 'on_track'],
    ['Not on track to deliver', 'slipped'],
    ['Partially complete', 'in_progress'],
    ['Superseded', 'superseded'],
    ['Delivered', 'completed'],
    ['Actioned.', 'completed'],
    ['75% complete', 'in_progress'],
    ['100%', 'completed'],
    ['0%', 'not_started'],
  ] as const)
    assert.equal(gradeOf(text).grade, grade, text)
})

test('a colour follows the key of its document, and without one it is doubtful', () => {
  const key: ReadScale = {
    name: 'Key',
    grades: [
      { code: 'Green', label: 'Green', definition: 'Recommendation complete' },
      { code: 'Amber', label: 'Amber', definition: 'On track' },
    ],
  }
  assert.equal(gradeOf('Green', key).grade, 'completed')
  assert.equal(gradeOf('Amber – next stage in May', key).grade, 'on_track')
  assert.equal(gradeOf('Green').grade, 'on_track')
  assert.match(gradeOf('Green').doubt ?? '', /No key/)
  assert.deepEqual([gradeOf('Green (complete)').grade, gradeOf('Green (complete)').doubt], ['completed', undefined])
  assert.equal(gradeOf('G').grade, 'on_track')
})

test('definitions give a grade its meaning', () => {
  assert.equal(
    meaningOf('The evidence shows that progress on implementation has slipped; when it is expected to become achieved'),
    'slipped',
  )
  assert.equal(meaningOf('shows that the recommendation has not been fully achieved'), 'not_achieved')
  assert.equal(meaningOf('has been fully implemented within the timescale specified'), 'achieved')
  assert.equal(meaningOf('Deadline passed and not complete'), 'overdue')
  assert.equal(meaningOfGrade({ code: 'Red', label: 'Red', definition: 'not started or significantly delayed' }), 'not_started')
  assert.equal(meaningOfGrade({ code: 'Blue', label: 'Blue', definition: 'complete and checked' }), 'completed')
  assert.equal(meaningOf('the weather was fine'), null)
})

test('a grade in another box counts only where it is set off', () => {
  assert.equal(misplacedGrade('On Track - Schools have engaged', FOUR)?.rest, 'Schools have engaged')
  assert.equal(misplacedGrade('2 On Track - meetings have taken place', FOUR)?.grade, 'on_track')
  assert.equal(misplacedGrade('Completed by staff in the autumn', FOUR), null)
  assert.equal(misplacedGrade('Work continues', FOUR), null)
})

test('a background colour has a name, a pale heading has none', () => {
  assert.deepEqual(['8DB3E2', '92D050', 'FFC000', 'FF0000', 'FFFF00', 'DEEAF6', 'FFFFFF', 'D9D9D9', undefined].map(colourOfFill), [
    'blue',
    'green',
    'amber',
    'red',
    'yellow',
    null,
    null,
    null,
    null,
  ])
})

test('words that a program has names of its own for are words', () => {
  for (const words of ['constructor', 'toString', '__proto__']) assert.deepEqual(gradeOf(words), { grade: null, rest: words })
})
