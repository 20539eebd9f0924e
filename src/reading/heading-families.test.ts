import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readWorkbook } from '../platform/documents/read-workbook.ts'
import { aWorkbook } from '../platform/documents/workbook.fixture.ts'
import { readDocument } from './read-document.ts'
import type { ReadRecommendation } from './reading.ts'

function recommendationsIn(...rows: string[][]): ReadRecommendation[] {
  const [heads = [], ...body] = rows
  const headed = [heads.map((value) => ({ value, bold: true })), ...body]
  const reading = readDocument(readWorkbook(aWorkbook([{ name: 'Tracker', rows: headed }]), 'tracker.xlsx', {}))
  return reading.reviews.flatMap((review) => review.recommendations)
}

test('reasons beside a bare answer are the words of the answer', () => {
  const found = recommendationsIn(
    ['No.', 'Recommendation', 'Response', 'Reasons and comments', 'Lead', 'Timescale'],
    ['1', 'That the ferry runs on Sundays in winter.', 'Accepted', 'A Sunday crew has been found.', 'Harbour Master', 'March 2026'],
    ['2', 'That the slipway is lit all night.', 'Not accepted', 'Seabirds nest beside it.', 'Harbour Master', ''],
  )
  assert.deepEqual(
    found.map(({ response, updates }) => [response, updates]),
    [
      [{ answer: 'accepted', text: 'A Sunday crew has been found.' }, []],
      [{ answer: 'rejected', text: 'Seabirds nest beside it.' }, []],
    ],
  )
})

test('an authority that is to act is an owner', () => {
  const found = recommendationsIn(
    ['No.', 'Recommendation', 'Drainage authority', 'Timescale', 'Status'],
    ['1', 'Clear the ditch behind the mill.', 'Fenwater Drainage Board', 'May 2026', 'Complete'],
    ['2', 'Raise the bank at the ford.', 'Highways Team', 'June 2026', 'Not started'],
  )
  assert.deepEqual(
    found.map(({ owners }) => owners),
    [['Fenwater Drainage Board'], ['Highways Team']],
  )
})

test('milestones achieved are progress, milestones alone are what will be done', () => {
  const rows = (heading: string): string[][] => [
    ['No.', 'Recommendation', heading, 'Lead agency', 'Target date', 'Outcome'],
    ['1', 'Nurses should ask every patient alone.', 'Forty nurses were trained in May.', 'Hospital', 'July 2026', 'In progress'],
    ['2', 'Doctors should note who cares for whom.', 'A form was sent to all.', 'Surgery', 'June 2026', 'Completed'],
  ]
  const [achieved] = recommendationsIn(...rows('Key milestones achieved'))
  assert.deepEqual(achieved?.actions, [])
  assert.equal(achieved?.updates[0]?.evidence, 'Forty nurses were trained in May.')
  assert.equal(achieved?.updates[0]?.grade, 'in_progress')
  const [planned] = recommendationsIn(...rows('Key milestones'))
  assert.equal(planned?.actions[0]?.text, 'Forty nurses were trained in May.')
})
