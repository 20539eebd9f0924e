import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aRecommendation, aReview } from '../../support/fictional-review.ts'
import { secondRoundReading, wexcombeReading } from '../../support/wexcombe-papers.ts'
import { alignPlan } from './align-plan.ts'
import { mergeWithPrevious, splitRecommendation, withRecommendation } from './correct-reading.ts'
import { overtaken, withMatch } from './choose-plan.ts'
import { planImport } from './import-plan.ts'

const TODAY = '2026-11-24'
const COMMITTEES = [
  { id: 'health', name: 'Health Panel' },
  { id: 'environment', name: 'Environment Scrutiny Committee' },
]

/** The parks review as Heed holds it after its first round. */
function parksInHeed() {
  const recommendations = wexcombeReading().reviews[0]!.recommendations.map(({ ref, text }) =>
    aRecommendation({ id: `id-${ref}`, ref, text }),
  )
  const rounds = [
    {
      id: 'spring',
      slug: 'spring',
      name: 'Spring',
      label: 'Spring 2026',
      presentedOn: '2026-04-15',
      state: 'frozen' as const,
      frozenHash: null,
    },
  ]
  return aReview({ id: 'parks', title: 'Review of Parks and Open Spaces', recommendations, rounds })
}

test('a review new to Heed goes to the committee that its document names', () => {
  const plan = planImport(wexcombeReading(), [], COMMITTEES, TODAY)
  assert.deepEqual(plan.committee, { id: 'environment' })
  assert.equal(plan.reviews[0]!.reviewId, null)
  assert.deepEqual(plan.reviews[0]!.rounds, [{ label: 'Spring 2026', presentedOn: '2026-04-15', take: true, presented: true }])
})

test('a committee of another name is another committee, but an ampersand makes none', () => {
  const named = (committee: string) =>
    planImport({ ...wexcombeReading(), committee }, [], [{ id: 'x', name: 'Children and Young People Panel' }], TODAY).committee
  assert.deepEqual(named('Children & Young People’s Panel'), { id: 'x' })
  assert.deepEqual(named('Children and Young People Select Committee'), { name: 'Children and Young People Select Committee' })
})

test('a later round is matched by wording and reference, whatever the order of the rows and the title', () => {
  const reading = secondRoundReading()
  reading.reviews[0]!.title = 'Progress update'
  reading.reviews[0]!.recommendations.reverse()
  const [review] = planImport(reading, [aReview({ id: 'other', title: 'Other' }), parksInHeed()], COMMITTEES, TODAY).reviews
  assert.equal(review!.reviewId, 'parks')
  assert.deepEqual(
    review!.recommendations.map(({ recommendationId }) => recommendationId),
    ['id-3', 'id-2', 'id-1'],
  )
})

test('a round that Heed has already is not taken again; one that is still to come stays open', () => {
  const [again] = planImport(wexcombeReading(), [parksInHeed()], COMMITTEES, TODAY).reviews
  assert.deepEqual(
    again!.rounds.map(({ take }) => take),
    [false],
  )
  const [early] = planImport(secondRoundReading(), [parksInHeed()], COMMITTEES, '2026-10-01').reviews
  assert.deepEqual(early!.rounds, [{ label: 'Autumn 2026', presentedOn: '2026-10-14', take: true, presented: false }])
})

test('a review of other recommendations under the same title is not the same review', () => {
  const known = aReview({
    title: 'Review of Parks and Open Spaces',
    recommendations: [aRecommendation({ text: 'That lamps are mended.' })],
  })
  assert.equal(planImport(wexcombeReading(), [known], COMMITTEES, TODAY).reviews[0]!.reviewId, null)
})

test('what an officer chose stays when the reading is corrected, and goes along when rows are joined or made two', () => {
  const known = { reviews: [parksInHeed()], committees: COMMITTEES }
  const reading = secondRoundReading()
  reading.reviews[0]!.recommendations[0]!.text += '\nAnd that it is kept up to date.'
  const planned = planImport(reading, known.reviews, COMMITTEES, TODAY)
  planned.reviews[0]!.recommendations[1]!.takeWording = true
  const corrected = withRecommendation(reading, 1, 2, { ...reading.reviews[0]!.recommendations[1]!, text: 'Another wording altogether.' })
  assert.deepEqual(alignPlan({ reading }, corrected, planned, known, TODAY).reviews[0]!.recommendations[1], {
    recommendationId: 'id-2',
    takeWording: true,
  })
  const matches = (changed: typeof reading) =>
    alignPlan({ reading }, changed, planned, known, TODAY).reviews[0]!.recommendations.map(({ recommendationId }) => recommendationId)
  assert.deepEqual(matches(mergeWithPrevious(reading, 1, 2)), ['id-1', 'id-3'])
  assert.deepEqual(matches(splitRecommendation(reading, 1, 1, 2, '1a')), ['id-1', null, 'id-2', 'id-3'])
})

test('a review that came into Heed since is said, unless the officer has said that it is another', () => {
  const reading = secondRoundReading()
  const planned = planImport(reading, [], COMMITTEES, TODAY)
  assert.match(overtaken(reading, planned, [parksInHeed()])[0]!.words, /in Heed by now/)
  assert.deepEqual(overtaken(reading, withMatch(planned, reading, 1, undefined, TODAY), [parksInHeed()]), [])
})
