import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { aPromise, aRecommendation, aReview, aRound, anUpdate } from '../../support/fictional-review.ts'
import type { Finding } from '../referee/finding.ts'
import { gradesOverRounds } from './grades-over-rounds.ts'
import { promisesOverRounds } from './promises-over-rounds.ts'
import { filterLines, readFilter } from './recommendation-filter.ts'
import { recommendationLines } from './recommendation-line.ts'

const rounds = [aRound('autumn', '2025-11-12'), aRound('spring', '2026-04-22')]
const due = (words: string, iso: string) => [{ line: 1, promises: [aPromise(words, iso)] }]
const review = aReview({
  rounds,
  recommendations: [
    aRecommendation({
      ref: '1',
      theme: 'Schools',
      owners: ['Head of Inclusion'],
      timescale: due('March 2026', '2026-03'),
      updates: [anUpdate('autumn', 'on_track'), anUpdate('spring', 'achieved')],
    }),
    aRecommendation({
      ref: '2',
      position: 2,
      parts: [
        aRecommendation({
          id: '2a',
          ref: 'a',
          owners: ['Data Officer'],
          timescale: due('December 2025', '2025-12'),
          updates: [anUpdate('autumn', 'on_track'), anUpdate('spring', 'slipped')],
        }),
        aRecommendation({ id: '2b', ref: 'b', updates: [anUpdate('autumn', null), anUpdate('spring', null, { version: 0 })] }),
      ],
    }),
  ],
})
const finding: Finding = {
  rule: 'on_track_overdue',
  severity: 'stops',
  review: 'Young carers',
  ref: '2',
  part: 'a',
  action: null,
  round: 'spring',
  presented_on: '2026-04-22',
  message: '',
  remedy: '',
}
const lines = recommendationLines(review, [finding], '2026-05-01')
const refs = (query: object) => filterLines(lines, readFilter(query)).map((line) => line.recommendation.ref)

test('the grades of each round are counted line by line in the scale’s own order, with what was left blank and what has no answer yet', () => {
  const { series, rounds: counted } = gradesOverRounds(review)
  deepEqual(
    series.map(({ label }) => label),
    ['Achieved', 'On Track', 'Slipped', 'No grade', 'No answer yet'],
  )
  const counts = (index: number) => Object.fromEntries(series.map(({ label }, at) => [label, counted[index]!.counts[at]]))
  deepEqual(counts(0), { Achieved: 0, 'On Track': 2, Slipped: 0, 'No answer yet': 0, 'No grade': 1 })
  deepEqual(counts(1), { Achieved: 1, 'On Track': 0, Slipped: 1, 'No answer yet': 1, 'No grade': 0 })
})

test('a grade that the scale has no word for is still counted, by its meaning', () => {
  const recommendations = [aRecommendation({ updates: [anUpdate('autumn', 'in_progress')] })]
  const { series } = gradesOverRounds(aReview({ rounds, recommendations }))
  deepEqual(series, [{ key: 'meaning in_progress', meaning: 'in_progress', label: null, gap: null }])
})

test('promises are told at each meeting and today', () => {
  const told = promisesOverRounds(review, '2026-05-01').map(({ label, counts }) => [label, counts.kept, counts.broken, counts.ahead])
  deepEqual(told, [
    ['autumn', 0, 0, 2],
    ['spring', 1, 1, 0],
    ['Today', 1, 1, 0],
  ])
})

test('a list is narrowed by owner, grade, theme, lateness, findings, words and what is still open', () => {
  deepEqual(refs({}), ['1', '2'])
  deepEqual(refs({ owner: 'Data Officer' }), ['2'])
  deepEqual(refs({ grade: '1' }), ['1'])
  deepEqual(refs({ grade: '3' }), ['2'])
  deepEqual(refs({ theme: 'Schools' }), ['1'])
  deepEqual(refs({ late: 'yes' }), ['2'])
  deepEqual(refs({ findings: 'yes' }), ['2'])
  deepEqual(refs({ open: 'yes' }), ['2'])
  deepEqual(refs({ words: 'LEAFLET', owner: 'Nobody' }), [])
})

test('a list is sorted by what should worry a committee first, and otherwise stands as in the paper', () => {
  deepEqual(refs({ sort: 'grade' }), ['2', '1'])
  deepEqual(refs({ sort: 'late' }), ['2', '1'])
  deepEqual(refs({ sort: 'nonsense' }), ['1', '2'])
  equal(readFilter({ owner: ['a', 'b'], sort: ['due'] }).sort, 'due')
})

test('the grades of a line are those of the last round that said anything of it', () => {
  const [first, second] = lines
  deepEqual(
    first?.grades.map(({ label }) => label),
    ['Achieved'],
  )
  deepEqual(
    second?.grades.map(({ of, label }) => [of, label]),
    [['a', 'Slipped']],
  )
  deepEqual(second?.settled, false)
})
