import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wexcombeReading } from '../../support/wexcombe-papers.ts'
import type { Reading, ReadRecommendation } from '../reading/reading.ts'
import {
  mergeWithPrevious,
  placeWords,
  recommendationAt,
  splitRecommendation,
  withoutRecommendation,
  withRecommendation,
  withRoundMoved,
  wordsOfRecommendation,
} from './correct-reading.ts'

const update = { round: 'Spring 2026', presented_on: '2026-04-15', grade: null }

/** A review of two halves of one recommendation, as a page break leaves them. */
function cutInTwo(first: Partial<ReadRecommendation>, second: Partial<ReadRecommendation>): Reading {
  const reading = wexcombeReading()
  const blank = { owners: [], due: [], actions: [], updates: [] }
  reading.reviews[0]!.recommendations = [
    { ...blank, ref: '1', text: 'That bins', ...first },
    { ...blank, ref: '', text: 'are emptied.', ...second },
  ]
  return reading
}

test('two halves of a recommendation become one: words run on, owners and dates are not said twice, nothing is lost', () => {
  const due = [{ text: 'May 2026', iso: '2026-05-31' }]
  const reading = cutInTwo(
    { owners: ['Ann'], due, updates: [{ ...update, evidence: 'Begun' }] },
    { owners: ['Ann', 'Bob'], due, updates: [{ ...update, evidence: 'in March.', grade: 'on_track' }] },
  )
  const merged = mergeWithPrevious(reading, 1, 2)
  assert.equal(merged.reviews[0]!.recommendations.length, 1)
  const { ref, text, owners, due: dates, updates } = recommendationAt(merged, 1, 1)
  assert.deepEqual([ref, text, owners, dates], ['1', 'That bins\nare emptied.', ['Ann', 'Bob'], due])
  assert.deepEqual(updates, [{ ...update, evidence: 'Begun\nin March.', grade: 'on_track' }])
})

test('statements that each have a grade of their own stay two when their rows are joined', () => {
  const reading = cutInTwo(
    { updates: [{ ...update, evidence: 'Half done.', grade: 'on_track' }] },
    { updates: [{ ...update, evidence: 'The rest is late.', grade: 'slipped' }] },
  )
  assert.deepEqual(
    recommendationAt(mergeWithPrevious(reading, 1, 2), 1, 1).updates.map(({ grade }) => grade),
    ['on_track', 'slipped'],
  )
})

test('the updates of a second half still belong to its own actions', () => {
  const reading = cutInTwo(
    { actions: [{ text: 'Buy lorries', owners: [] }] },
    { actions: [{ text: 'Hire drivers', owners: [] }], updates: [{ ...update, action: 1, evidence: 'Hired.' }] },
  )
  const merged = recommendationAt(mergeWithPrevious(reading, 1, 2), 1, 1)
  assert.equal(merged.actions[merged.updates[0]!.action! - 1]!.text, 'Hire drivers')
})

test('the first recommendation has none before it to be joined to', () => {
  assert.throws(() => mergeWithPrevious(wexcombeReading(), 1, 1), { code: 'invalid' })
})

test('a recommendation is made two at a line, and both keep the owners and dates', () => {
  const reading = cutInTwo({ text: 'That bins are emptied.\nThat glass is collected.', owners: ['Ann'], due: [{ text: 'May 2026' }] }, {})
  const split = splitRecommendation(reading, 1, 1, 2, '2')
  const [first, second] = split.reviews[0]!.recommendations
  assert.deepEqual([first!.text, second!.ref, second!.text], ['That bins are emptied.', '2', 'That glass is collected.'])
  assert.deepEqual([second!.owners, second!.due], [['Ann'], [{ text: 'May 2026' }]])
  assert.throws(() => splitRecommendation(reading, 1, 1, 3, '2'), { code: 'invalid' })
})

test('what is taken out leaves every word of it with what found no field', () => {
  const reading = wexcombeReading()
  const taken = recommendationAt(reading, 1, 2)
  const after = withoutRecommendation(reading, 1, 2)
  assert.deepEqual(
    after.unplaced.map(({ text }) => text),
    wordsOfRecommendation(taken),
  )
  assert.ok(after.unplaced.some(({ text }) => text.includes('Inspections have been monthly')))
  assert.equal(reading.reviews[0]!.recommendations.length, 3, 'the reading it was made from is as it was')
})

test('words go after what stands in a field, and are no longer among the unplaced', () => {
  const reading = { ...wexcombeReading(), unplaced: [{ place: {}, text: 'A note.', why: 'no column' }] }
  const placed = placeWords(reading, 1, { n: 1, m: 1, field: 'evidence', update: 1 })
  assert.match(recommendationAt(placed, 1, 1).updates[0]!.evidence, /March 2026\.\nA note\.$/)
  assert.deepEqual(placed.unplaced, [])
  assert.throws(() => placeWords(reading, 1, { n: 1, m: 1, field: 'evidence', update: 0 }), {
    code: 'invalid',
    message: /Choose the round/,
  })
  assert.throws(() => placeWords(placed, 1, { n: 1, m: 1, field: 'text', update: 0 }), { code: 'not-found' })
})

test('correcting a recommendation settles the doubts about it, and no others', () => {
  const doubts = [
    { review: 'Review of Parks and Open Spaces', ref: '1', why: 'no owner' },
    { review: 'Review of Parks and Open Spaces', ref: '2', why: 'no date' },
  ]
  const reading = { ...wexcombeReading(), doubts }
  assert.deepEqual(withRecommendation(reading, 1, 1, recommendationAt(reading, 1, 1)).doubts, [doubts[1]])
})

test('a round that is given another day takes its updates along', () => {
  const moved = withRoundMoved(
    wexcombeReading(),
    1,
    { label: 'Spring 2026', presentedOn: '2026-04-15' },
    { label: 'Spring', presentedOn: '2026-04-16' },
    '2026-04-15',
  )
  const updates = moved.reviews[0]!.recommendations.flatMap((one) => one.updates)
  assert.ok(updates.every(({ round, presented_on }) => round === 'Spring' && presented_on === '2026-04-16'))
})
