import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { aPromise, aRecommendation, aReview, aRound, anUpdate } from '../../support/fictional-review.ts'
import type { RecommendationRecord } from '../recommendations/recommendation.ts'
import { entriesOfPromises } from './days-of-contact.ts'

const TODAY = '2026-11-27'
const HEAD = new Set(['Head of Inclusion'])
const line = (iso: string, ...later: string[]) => ({
  line: 1,
  promises: [iso, ...later].map((day, index) =>
    aPromise(`by the end of that project, ${day}`, day, { version: index + 1, savedAt: new Date(`2026-0${index + 1}-05T09:00:00Z`) }),
  ),
})
const rounds = [aRound('spring', '2026-04-22'), aRound('autumn', '2026-10-14')]
const promised = (recommendation: Partial<RecommendationRecord>, owners: ReadonlySet<string> = HEAD) =>
  entriesOfPromises(owners, [aReview({ recommendations: [aRecommendation(recommendation)], rounds })], TODAY, '2025-11-01')

test('what an owner promised stands on the day that holds now, named by its reference and no more', () => {
  const [entry, ...others] = promised({ owners: ['Head of Inclusion'], timescale: [line('2026-07-31', '2027-03-31')] })
  deepEqual(others, [])
  deepEqual(entry, {
    uid: 'recommendation-promise',
    on: '2027-03-31',
    title: 'Promised: recommendation 1, Young carers',
    words: 'First promised for 31 July 2026.',
    href: null,
    state: 'certain',
    sequence: 1,
    changedAt: new Date('2026-02-05T09:00:00Z'),
  })
})

test('what others promised, what has no day and what is long past is not there', () => {
  deepEqual(promised({ owners: ['Head of Revenues'], timescale: [line('2027-03-31')] }), [])
  deepEqual(promised({ owners: ['Head of Inclusion'], timescale: [{ line: 1, promises: [aPromise('Ongoing', null)] }] }), [])
  deepEqual(promised({ owners: ['Head of Inclusion'], timescale: [line('2025-03-31')] }), [])
})

test('a part answers to its own owner; where it has none, to that of the whole', () => {
  const part = (id: string, ref: string, owners: string[]) => aRecommendation({ id, ref, owners, timescale: [line('2027-03-31')] })
  const parts = [part('a', 'a', ['Head of Revenues']), part('b', 'b', [])]
  deepEqual(
    promised({ owners: ['Head of Inclusion'], parts }).map(({ title }) => title),
    ['Promised: recommendation 1, part b, Young carers'],
  )
})

test('what is settled is cancelled, and counts as one more thing said', () => {
  const open = promised({ owners: ['Head of Inclusion'], timescale: [line('2027-03-31')], updates: [anUpdate('spring', 'on_track')] })
  const settled = promised({
    owners: ['Head of Inclusion'],
    timescale: [line('2027-03-31')],
    updates: [anUpdate('spring', 'on_track'), anUpdate('autumn', 'achieved', { savedAt: new Date('2026-10-01T09:00:00Z') })],
  })
  deepEqual([open[0]?.state, settled[0]?.state], ['certain', 'cancelled'])
  equal(settled[0]?.sequence, open[0]!.sequence + 1)
  deepEqual(settled[0]?.changedAt, new Date('2026-10-01T09:00:00Z'))
})
