import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { aPromise, aRecommendation, aReview, aRound, anUpdate } from '../../support/fictional-review.ts'
import { lateLines, openByAge } from './age-of-recommendations.ts'
import { linesOfReviews } from './followed-lines.queries.ts'

const rounds = [aRound('old', '2023-06-01'), aRound('late', '2026-04-22'), aRound('coming', '2027-01-13')]

test('what is open is told by how long ago the committee first heard of it, and by the worst of its last grades', () => {
  const review = aReview({
    rounds,
    recommendations: [
      aRecommendation({
        id: '1',
        ref: '1',
        updates: [anUpdate('old', 'on_track'), anUpdate('late', 'slipped'), anUpdate('late', 'achieved', { statement: 2 })],
      }),
      aRecommendation({ id: '2', ref: '2', updates: [anUpdate('old', 'on_track'), anUpdate('late', 'achieved')] }),
      aRecommendation({ id: '3', ref: '3', updates: [anUpdate('late', null)] }),
      aRecommendation({ id: '4', ref: '4', updates: [anUpdate('coming', null, { version: 0 })] }),
    ],
  })
  deepEqual(
    openByAge(linesOfReviews([review], '2026-11-24'), '2026-11-24').map(({ age, counts }) => [age, Object.fromEntries(counts)]),
    [
      ['not heard yet', { none: 1 }],
      ['up to a year', { none: 1 }],
      ['over three years', { slipped: 1 }],
    ],
  )
})

test('what the committee closed is neither open nor late, and what it challenged is open although its owner calls it done', () => {
  const timescale = [{ line: 1, promises: [aPromise('March 2026', '2026-03')] }]
  const [closed, challenged] = [anUpdate('late', 'slipped'), anUpdate('late', 'achieved')]
  const review = aReview({
    rounds,
    recommendations: [
      aRecommendation({
        id: '1',
        ref: '1',
        decided: 'settled',
        decidedOn: '2026-04-22',
        ending: 'no-longer-relevant',
        timescale,
        updates: [closed],
      }),
      aRecommendation({ id: '2', ref: '2', decided: 'open', updates: [challenged] }),
    ],
  })
  const lines = linesOfReviews([review], '2026-11-24')
  deepEqual(
    openByAge(lines, '2026-11-24').map(({ age, counts }) => [age, Object.fromEntries(counts)]),
    [['up to a year', { achieved: 1 }]],
  )
  equal(lateLines(lines).length, 0)
})
