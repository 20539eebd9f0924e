import { deepEqual, equal, match } from 'node:assert/strict'
import { after, test } from 'node:test'
import { testApp } from '../../support/test-app.ts'
import { listScales } from './scale.queries.ts'

const heed = await testApp({ after })
const administrator = await heed.visitor('administrator')

test('a scale is written grade by grade, and blank rows are left out', async () => {
  const page = await administrator.submit(await administrator.get('/settings/scales/add'), {
    name: 'Progress',
    'grades.0.code': '1',
    'grades.0.label': 'Done',
    'grades.0.meaning': 'achieved',
    'grades.0.definition': 'The whole of it, with proof',
    'grades.2.label': 'Not begun',
  })
  equal(page.heading, 'Progress')
  deepEqual(page.tables[0]?.slice(1), [
    ['1 Done', 'The whole of it, with proof', 'Achieved'],
    ['Not begun', 'None given', 'Not known'],
  ])
})

test('a grade without words, and a second grade of the same number, are refused where they stand', async () => {
  const refused = await administrator.submit(await administrator.get('/settings/scales/add'), {
    name: 'Faulty',
    'grades.0.code': '1',
    'grades.1.code': '2',
    'grades.1.label': 'Two',
    'grades.2.code': '2',
    'grades.2.label': 'Two again',
  })
  equal(refused.status, 422)
  deepEqual(
    refused.errors.map(({ field }) => field),
    ['grades-0-label', 'grades-2-code'],
  )
})

test('room for more grades keeps what was typed', async () => {
  const page = await administrator.submit(
    await administrator.get('/settings/scales/add'),
    { name: 'Long', 'grades.3.label': 'Fourth' },
    'Room for more grades',
  )
  const values = page.forms.find(({ values: each }) => 'grades.0.label' in each)?.values ?? {}
  equal(values['grades.3.label'], 'Fourth')
  equal('grades.6.label' in values, true)
  equal(page.errors.length, 0)
})

test('a rule may be switched off and said in other words, and the scale keeps its grades', async () => {
  const rule = '/settings/scales/progress/rules/on_track_overdue'
  const saved = await administrator.submit(await administrator.get(rule), { on: [], severity: 'note', words: 'On track means in time.' })
  match(saved.text, /On track means in time\. ?Switched off/)
  const [scale] = await heed.inCouncil(listScales)
  deepEqual(scale?.rules, { on_track_overdue: { on: false, severity: 'note', words: 'On track means in time.' } })
  equal(scale?.grades.length, 2)
})

test('what happened to a scale is in the history, and the chain holds', async () => {
  const page = await administrator.get('/history?thing=/settings/scales/progress')
  deepEqual(
    page.tables[0]?.slice(1).map(([what]) => what),
    ['Scale rule set', 'Scale added'],
  )
  equal((await administrator.get('/history?thing=/settings/scales/other')).tables.length, 0)
  match((await administrator.get('/history/chain')).text, /The chain holds All 2 events/)
})
