import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { aRecommendation, aReview, aRound, anUpdate } from '../../support/fictional-review.ts'
import type { RoundFinding } from '../rounds/round.ts'
import { historyOf } from './recommendation-history.ts'

const rounds = [aRound('autumn', '2025-11-12'), aRound('spring', '2026-04-22'), aRound('winter', '2026-12-09')]
const aFinding = (part: string | null, message: string): RoundFinding => ({
  rule: 'evidence_missing',
  severity: 'stops',
  review: 'Young carers',
  ref: '1',
  part,
  action: null,
  round: 'winter',
  presented_on: '2026-12-09',
  message,
  remedy: '',
  key: message,
})

test('a line stands beside what was last said of it, rounds that skipped it left out', () => {
  const recommendation = aRecommendation({
    updates: [anUpdate('autumn', 'on_track'), anUpdate('spring', null, { version: 0 }), anUpdate('winter', 'slipped')],
  })
  const [winter, spring, autumn] = historyOf(recommendation, aReview({ rounds, recommendations: [recommendation] }), new Map())
  equal(winter?.lines[0]?.before?.round.id, 'autumn')
  equal(spring?.lines[0]?.before?.round.id, 'autumn')
  equal(autumn?.lines[0]?.before, undefined)
})

test('statements are compared with the one that is alike, not with the one of the same number', () => {
  const recommendation = aRecommendation({
    updates: [
      anUpdate('autumn', 'on_track', { statement: 1, evidence: 'A leaflet went to every surgery in the borough.' }),
      anUpdate('autumn', 'on_track', { statement: 2, evidence: 'Bus passes were agreed with the operator.' }),
      anUpdate('spring', 'on_track', { statement: 1, evidence: 'Bus passes were agreed with the operator and issued.' }),
      anUpdate('spring', 'on_track', { statement: 2, evidence: 'Nothing like it was said before now.' }),
    ],
  })
  const [spring] = historyOf(recommendation, aReview({ rounds, recommendations: [recommendation] }), new Map())
  deepEqual(
    spring?.lines.map((line) => line.before?.update.evidence),
    ['Bus passes were agreed with the operator.', undefined],
  )
})

test('a finding is told at its part, and one of the whole beside the round', () => {
  const parts = ['a', 'b'].map((ref) =>
    aRecommendation({ id: ref, ref, updates: [anUpdate('winter', 'slipped', { recommendationId: ref })] }),
  )
  const recommendation = aRecommendation({ parts })
  const findings = new Map([['winter', [aFinding('b', 'of part b'), aFinding(null, 'of the whole')]]])
  const [winter] = historyOf(recommendation, aReview({ rounds, recommendations: [recommendation] }), findings)
  deepEqual(
    winter?.lines.map((line) => line.findings.map(({ message }) => message)),
    [[], ['of part b']],
  )
  deepEqual(
    winter?.findings.map(({ message }) => message),
    ['of the whole'],
  )
})
