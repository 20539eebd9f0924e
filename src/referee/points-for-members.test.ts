import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeReading } from './judge-reading.ts'
import { pointsForMembers } from './points-for-members.ts'
import { rulebook } from './rulebook.ts'
import { findingsReport, summaryInWords } from './summary-in-words.ts'
import { aReading, aRecommendation, aReview, anUpdate } from './wexcombe.fixture.ts'

const LATE = aReading([
  aReview([
    aRecommendation({ updates: [anUpdate()] }),
    aRecommendation({
      ref: '2',
      updates: [anUpdate({ evidence: 'Limes are planted.' })],
      due: [{ part: 'a', text: 'March 2026', iso: '2026-03' }],
      parts: [{ ref: 'a', text: 'Limes' }],
    }),
    aRecommendation({
      ref: '3',
      owners: [],
      due: [{ text: 'May 2027', iso: '2027-05' }],
      updates: [anUpdate({ evidence: 'Elms are planted.' })],
    }),
  ]),
])

test('members hear one sentence for each rule, naming the recommendations, what stops the paper first', () => {
  assert.deepEqual(
    pointsForMembers(judgeReading(LATE)).map(({ severity, sentence }) => [severity, sentence]),
    [
      ['stops', 'Two recommendations are graded on track although their date has passed: 1 and 2a.'],
      ['reason', 'Recommendation 3 has no owner.'],
    ],
  )
})

test('a chair can read the summary aloud', () => {
  assert.equal(
    summaryInWords(LATE, judgeReading(LATE)),
    'The paper holds three recommendations, with three updates, all of them with a grade. ' +
      'Two points should be put right before it goes out and one needs a reason that members can see. ' +
      'Two recommendations are graded on track although their date has passed: 1 and 2a. Recommendation 3 has no owner.',
  )
})

test('a paper that keeps every rule is told so', () => {
  const reading = aReading([aReview([aRecommendation({ updates: [anUpdate({ grade: 'achieved', assessment_text: '1' })] })])])
  assert.match(summaryInWords(reading, judgeReading(reading)), /Nothing in it breaks the rules of its scheme\.$/)
  assert.deepEqual(pointsForMembers([]), [])
})

test('the report counts recommendations, those with a grade, and findings', () => {
  const { summary } = findingsReport(LATE, judgeReading(LATE))
  assert.deepEqual([summary.recommendations, summary.graded, summary.findings], [3, 3, 3])
})

test('every rule of the book has its sentence, its remedy and its words for members, and no code stands twice', () => {
  assert.equal(new Set(rulebook.map(({ code }) => code)).size, rulebook.length)
  for (const rule of rulebook) for (const words of [rule.sentence, rule.remedy]) assert.match(words, /^[A-Z].*\.$/, rule.code)
  for (const rule of rulebook) for (const words of [rule.one, rule.many]) assert.match(words, /^[a-z].*[a-z]$/, rule.code)
})
