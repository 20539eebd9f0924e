import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '../platform/documents/read-text.ts'
import { looksLikeScale, readScales, scaleInUse } from './read-scale.ts'

const scalesIn = (text: string) => readScales(readText(text, 'wexcombe.txt'))
const shortly = (text: string) => scalesIn(text).map(({ scale }) => scale.grades.map((grade) => [grade.code, grade.label, grade.meaning]))

test('a key down a table is read with its definitions, and its colours mean what it says', () => {
  const [found] = scalesIn('BRAG key\nBlue\tComplete and checked by the sponsor\nGreen\tComplete\nAmber\tOn track\nRed\tOff track\n')
  assert.equal(found?.table, 1)
  assert.equal(found?.scale.name, 'BRAG key')
  assert.deepEqual(
    found?.scale.grades.map((grade) => [grade.label, grade.definition, grade.meaning]),
    [
      ['Blue', 'Complete and checked by the sponsor', 'completed'],
      ['Green', 'Complete', 'completed'],
      ['Amber', 'On track', 'on_track'],
      ['Red', 'Off track', 'slipped'],
    ],
  )
})

test('a key across a table is read: numbers over labels, with the name at the left', () => {
  const [found] = scalesIn('Progress\t1\t2\t3\nrating:\tImplemented\tIn progress\tNot started\n')
  assert.equal(found?.scale.name, 'Progress rating')
  assert.deepEqual(
    found?.scale.grades.map((grade) => [grade.code, grade.label, grade.meaning]),
    [
      ['1', 'Implemented', 'completed'],
      ['2', 'In progress', 'in_progress'],
      ['3', 'Not started', 'not_started'],
    ],
  )
})

test('labels over definitions are read across', () => {
  assert.deepEqual(shortly('Green\tAmber\tRed\nOn schedule\tSome slippage, recoverable\tNot yet started\n'), [
    [
      ['Green', 'Green', 'on_track'],
      ['Amber', 'Amber', 'slipped'],
      ['Red', 'Red', 'not_started'],
    ],
  ])
})

test('a key of lines is read under the words that name it, and a key in one line after its mark', () => {
  const [lines] = scalesIn('Status key\nComplete\nOngoing\nNot started\n\nA paragraph follows.')
  assert.equal(lines?.scale.name, 'Status key')
  assert.equal(lines?.scale.grades.length, 3)
  assert.deepEqual(shortly('Key: Green – complete; Amber – in progress; Red – not started.'), [
    [
      ['Green', 'Green', 'completed'],
      ['Amber', 'Amber', 'in_progress'],
      ['Red', 'Red', 'not_started'],
    ],
  ])
})

test('a number and its label in one cell are told apart', () => {
  assert.deepEqual(
    shortly('1 Achieved (Fully)\tEverything was done in time\n2 On Track\tThe date is still to come\n3. Slipped\tSay why, and by when\n'),
    [
      [
        ['1', 'Achieved (Fully)', 'achieved'],
        ['2', 'On Track', 'on_track'],
        ['3', 'Slipped', 'slipped'],
      ],
    ],
  )
})

test('steps of a percentage go with the scale', () => {
  const [found] = scalesIn('RAG\nComplete\nOn track\nOverdue\n\n% complete\t\t\t\n25%\t50%\t75%\t100%\n')
  assert.deepEqual(found?.scale.percent_steps, [25, 50, 75, 100])
})

test('a table of progress and a list of duties are no scale', () => {
  for (const text of [
    '1\tThat the bridge be mended\tHighways\tCompleted\n2\tThat the lamps be lit\tHighways\tIn progress\n',
    'Officer\tTelephone\nMonitoring Officer\t01632 960000\nHead of Audit\t01632 960001\n',
    'Completed\tFlood map drawn\tMay 2024\nCompleted\tFlood map printed\tJune 2024\n',
    '1\t19.03.16 done\t1 – Fully Achieved\n\tAchieved 19.03.16.\t1 – Fully Achieved\n',
  ]) {
    const document = readText(text, 'wexcombe.txt')
    assert.deepEqual(readScales(document), [], text)
    assert.equal(
      document.blocks.some((block) => block.kind === 'table' && looksLikeScale(block)),
      false,
      text,
    )
  }
})

test('where there is no key the words in use make the scale', () => {
  assert.deepEqual(
    scaleInUse('Assessment', ['3 - Slipped', '1 – Fully Achieved', '', 'As above', '1 – Fully Achieved']).grades.map((grade) => [
      grade.code,
      grade.label,
    ]),
    [
      ['1', 'Fully Achieved'],
      ['3', 'Slipped'],
    ],
  )
})
