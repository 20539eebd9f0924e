import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { generatedReadings } from '../../support/generated-readings.ts'
import type { Reading } from '../reading/reading.ts'
import { casesOf } from './cases-of-reading.ts'
import { compareRounds } from './compare-rounds.ts'
import type { Finding } from './finding.ts'
import { judgePlan } from './judge-plan.ts'
import { judgeReading } from './judge-reading.ts'
import { judgeUpdate } from './judge-update.ts'
import { rulebook } from './rulebook.ts'
import { aReading, aRecommendation, aReview, anAction, anUpdate, codes } from './wexcombe.fixture.ts'

const JANUARY = { round: 'January 2026', presented_on: '2026-01-12' }

function found(code: string, reading: Reading) {
  return judgeReading(reading).filter(({ rule }) => rule === code)
}

test('judging a paper is judging its updates one by one, and its plans', () => {
  const layouts = fc.constantFrom('progress-table' as const, 'progress-form' as const, 'response-table' as const)
  fc.assert(
    fc.property(layouts.chain(generatedReadings), (reading) => {
      const whole = judgeReading(reading).map((one) => JSON.stringify(one))
      const alone = casesOf(reading).flatMap((one) =>
        judgeUpdate(structuredClone({ ...one, recommendation: { ...one.recommendation, updates: [] } })),
      )
      const plans = reading.reviews.flatMap((review) => judgePlan({ review, documentDate: reading.document_date ?? null }))
      const apart = new Set([...alone, ...plans].map((one) => JSON.stringify(one)))
      const ofTheWhole = whole.filter((one) => !apart.has(one)).map((one) => JSON.parse(one) as Finding)
      assert.deepEqual(
        ofTheWhole.filter(({ ref, rule }) => ref !== null && rule !== 'name_inconsistent'),
        [],
      )
      assert.ok([...apart].every((one) => whole.includes(one)))
    }),
    { numRuns: 60 },
  )
})

test('no rule throws, and each finding is in the book, on any paper', () => {
  const known = new Set(rulebook.map(({ code }) => code))
  const layouts = fc.constantFrom(
    'progress-table' as const,
    'progress-form' as const,
    'response-table' as const,
    'improvement-plan' as const,
    'action-plan' as const,
  )
  fc.assert(
    fc.property(layouts.chain(generatedReadings), (reading) => {
      for (const one of judgeReading(reading)) {
        assert.ok(known.has(one.rule))
        assert.ok(one.message.trim() !== '' && one.remedy.trim() !== '' && one.quote !== '')
      }
    }),
    { numRuns: 100 },
  )
})

test('each round is judged by its own meeting', () => {
  const updates = [anUpdate(JANUARY), anUpdate({ evidence: 'Fifty streets are planted.' })]
  const late = found('on_track_overdue', aReading([aReview([aRecommendation({ updates })])]))
  assert.deepEqual(
    late.map(({ round, presented_on }) => [round, presented_on]),
    [['June 2026', '2026-06-15']],
  )
})

test('what a past round said can no longer be put right, so it is worth knowing and stops nothing', () => {
  const due = [{ text: 'December 2025', iso: '2025-12' }]
  const updates = [anUpdate(JANUARY), anUpdate({ evidence: 'Fifty streets are planted.' })]
  assert.deepEqual(
    found('on_track_overdue', aReading([aReview([aRecommendation({ due, updates })])])).map(({ round, severity }) => [round, severity]),
    [
      ['June 2026', 'stops'],
      ['January 2026', 'note'],
    ],
  )
})

test('a round before the last that says no day is not judged by the day of the paper', () => {
  const updates = [
    anUpdate({ round: 'First update', presented_on: undefined }),
    anUpdate({ round: 'Second update', presented_on: undefined, evidence: 'Fifty streets.' }),
  ]
  const late = found('on_track_overdue', aReading([aReview([aRecommendation({ updates })])]))
  assert.deepEqual(
    late.map(({ round }) => round),
    ['Second update'],
  )
})

test('a round that is blank throughout is a form to be filled in: said once', () => {
  const blank = anUpdate({ evidence: '', grade: null, assessment_text: '' })
  const recommendations = ['1', '2', '3'].map((ref) => aRecommendation({ ref, updates: [anUpdate(JANUARY), blank] }))
  const reading = aReading([aReview(recommendations)])
  assert.deepEqual(
    found('evidence_missing', reading).map(({ ref, round }) => [ref, round]),
    [[null, 'June 2026']],
  )
  assert.deepEqual(found('grade_missing', reading), [])
})

test('a review that is announced and does not come is missed', () => {
  const [one] = found('review_update_missing', aReading([aReview([], { title: 'Allotments', status: 'Update to follow' })]))
  assert.match(one!.message, /Allotments/)
  assert.deepEqual(found('review_update_missing', aReading([aReview([aRecommendation()])])), [])
})

test('a paper says whose it is', () => {
  const reading = aReading([aReview([aRecommendation()])], { organisation: undefined, committee: undefined })
  assert.equal(found('header_missing', reading).length, 1)
  assert.deepEqual(found('header_missing', { ...reading, committee: 'Environment Scrutiny Committee' }), [])
})

test('a name spelt in two ways is seen, two people of like names are not', () => {
  const owned = (...owners: string[]) =>
    aReading([aReview(owners.map((owner, index) => aRecommendation({ ref: `${index + 1}`, owners: [owner] })))])
  assert.equal(found('name_inconsistent', owned('Marian Hollingworth, Parks', 'Marian Hollingsworth'))[0]!.ref, '2')
  assert.deepEqual(found('name_inconsistent', owned('Marian Holt', 'Martin Holt')), [])
  assert.deepEqual(found('name_inconsistent', owned('Head of Parks', 'Head of Park')), [])
  const present = ['Cllr S Browne', 'Cllr S Brown']
  assert.deepEqual(found('name_inconsistent', aReading([], { meetings: [{ body: 'Environment Scrutiny Committee', present }] })), [])
  const apologies = ['S. Browne']
  assert.equal(
    found(
      'name_inconsistent',
      aReading([], { meetings: [{ body: 'Environment Scrutiny Committee', present: ['Cllr S Brown'], apologies }] }),
    ).length,
    1,
  )
})

test('a committee misspelt at the head of its own paper is seen', () => {
  const text = 'That the Environment Scrutiny Committee visits the nursery.'
  assert.equal(
    found('name_inconsistent', aReading([aReview([aRecommendation({ text })])], { committee: 'ENVIROMENT SCRUTINY COMMITTEE' })).length,
    1,
  )
  assert.deepEqual(
    found('name_inconsistent', aReading([aReview([aRecommendation({ text })])], { committee: 'ENVIRONMENT SCRUTINY COMMITTEE' })),
    [],
  )
})

test('the record is not asked what became of a number, as a printed paper is', () => {
  const reviews = [aReview(['1', '2', '4', '5'].map((ref) => aRecommendation({ ref })))]
  assert.equal(found('rec_number_missing', aReading(reviews)).length, 1)
  assert.deepEqual(found('rec_number_missing', aReading(reviews, { source: { name: 'June round', kind: 'record' } })), [])
})

test('rules that the council switched off are silent on the whole paper', () => {
  const reading = aReading([aReview([aRecommendation({ owners: [], updates: [anUpdate()] }), aRecommendation({ ref: '2' })])])
  assert.ok(codes(judgeReading(reading)).includes('owner_missing'))
  assert.ok(!codes(judgeReading(reading, { rules: { owner_missing: { on: false } } })).includes('owner_missing'))
})

const earlier = aReading(
  [
    aReview([
      aRecommendation({ updates: [anUpdate(JANUARY)] }),
      aRecommendation({ ref: '2', text: 'That benches are placed in both parks.', updates: [anUpdate({ ...JANUARY, grade: 'achieved' })] }),
      aRecommendation({
        ref: '3',
        text: 'That fountains are mended before the fair.',
        updates: [anUpdate({ ...JANUARY, grade: 'slipped' })],
      }),
    ]),
  ],
  { document_date: '2026-01-12' },
)

test('two rounds beside one another show what is unchanged and what vanished, but not what was signed off', () => {
  const later = aReading([aReview([aRecommendation({ updates: [anUpdate()] })], { title: 'Scrutiny Review of Street Trees: progress' })])
  assert.deepEqual(
    compareRounds(earlier, later).map(({ rule, ref }) => [rule, ref]),
    [
      ['evidence_unchanged', '1'],
      ['not_followed_up', '3'],
    ],
  )
})

test('a date that moved without a word is a contradiction of the last round', () => {
  const moved = { due: [{ text: 'December 2026', iso: '2026-12' }] }
  const told = (evidence: string) => aReading([aReview([aRecommendation({ ...moved, updates: [anUpdate({ evidence })] })])])
  assert.ok(codes(compareRounds(earlier, told('Sixty streets.'))).includes('inconsistent_with_last_round'))
  assert.ok(
    !codes(compareRounds(earlier, told('Sixty streets. The committee extended the date.'))).includes('inconsistent_with_last_round'),
  )
})

test('a recommendation is matched by its wording where it was renumbered', () => {
  const later = aReading([aReview([aRecommendation({ ref: '9', updates: [anUpdate()] })])])
  assert.ok(compareRounds(earlier, later).some(({ rule, ref }) => rule === 'evidence_unchanged' && ref === '9'))
})

test('another review is not taken for the last round', () => {
  const later = aReading([
    aReview([aRecommendation({ text: 'That dogs are kept on leads near the lake.', updates: [anUpdate()] })], { title: 'Dog Control' }),
  ])
  assert.deepEqual(compareRounds(earlier, later), [])
})

test('actions without updates are judged in a plan with a progress round', () => {
  const reading = aReading([aReview([aRecommendation({ actions: [anAction()], updates: [anUpdate({ action: 1 })] })])])
  assert.deepEqual(found('on_track_overdue', reading), [])
})
