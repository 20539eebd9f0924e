import fc from 'fast-check'
import { NOTHING_TYPED, type AnswerTyped } from '../src/answering/answer.ts'
import type { RecommendationRecord, UpdateRecord } from '../src/recommendations/recommendation.ts'
import { roundLines, type RoundLine } from '../src/rounds/round-lines.ts'
import type { RoundRecord } from '../src/rounds/round.ts'
import { WEXCOMBE_GRADES, aPromise, aRecommendation, aReview, aRound, anUpdate } from './fictional-review.ts'
import { aRoundOf } from './generated-forms.ts'
import { evidenceText, measureText, post, recommendationText, reviewTitle, sentence, timescale } from './generated-words.ts'

const update = (roundId: string, recommendationId: string, more: Partial<UpdateRecord>): UpdateRecord =>
  anUpdate(roundId, null, { recommendationId, itemId: `${recommendationId}-${roundId}`, ...more })

/** What was achieved last time is not asked about again: a paper takes its empty cell for no update. */
const grade = fc.constantFrom(...WEXCOMBE_GRADES.filter(({ meaning }) => meaning !== 'achieved'))
const explanation = fc.constantFrom('', 'staff were moved', 'the contractor withdrew', 'tenders came in too high')

/** What was said of a line last time, and that nothing has been said this time. */
const before = (evidence: fc.Arbitrary<string>) => fc.record({ evidence, grade, explanation })

type Before = { evidence: string; grade: (typeof WEXCOMBE_GRADES)[number]; explanation: string }

function updatesOf(id: string, said: Before, first: boolean): UpdateRecord[] {
  const now = update('now', id, { version: 0, evidence: '' })
  if (first) return [now]
  const words = [`${said.grade.code} – ${said.grade.label}`, said.explanation].filter(Boolean).join(' – ')
  const given = { gradeCode: said.grade.code, meaning: said.grade.meaning, assessmentText: words, explanation: said.explanation || null }
  return [update('before', id, { evidence: said.evidence, ...given }), now]
}

const promised = timescale.map(({ text, iso }) => [{ line: 1, promises: [aPromise(text, iso ?? null)] }])

/** A recommendation as one line, or in two parts that are a line each. */
const recommendation = fc
  .record({
    text: recommendationText,
    owner: post,
    due: promised,
    measure: measureText,
    parted: fc.boolean(),
    said: fc.tuple(before(evidenceText), before(sentence), before(sentence)),
    dues: fc.tuple(promised, promised),
  })
  .map(({ text, owner, due, measure, parted, said, dues }) => (position: number, first: boolean): RecommendationRecord => {
    const id = `recommendation-${position}`
    const common = { id, slug: String(position), ref: String(position), position, text, successMeasure: measure }
    if (!parted) return aRecommendation({ ...common, owners: [owner], timescale: due, updates: updatesOf(id, said[0], first) })
    const parts = ['a', 'b'].map((ref, index) => {
      const partId = `${id}${ref}`
      const updates = updatesOf(partId, said[index + 1]!, first)
      return aRecommendation({ id: partId, slug: ref, ref, text: '', owners: [owner], timescale: dues[index]!, updates })
    })
    return aRecommendation({ ...common, parts })
  })

/** A round of one review, of which nothing is answered, and a round before it. */
const round: fc.Arbitrary<RoundRecord> = fc
  .tuple(reviewTitle, fc.array(recommendation, { minLength: 2, maxLength: 4 }), fc.integer({ min: 0, max: 3 }))
  .map(([title, drawn, first]) =>
    aRoundOf([
      aReview({
        title,
        scale: { name: 'Wexcombe progress categories', grades: WEXCOMBE_GRADES, percentSteps: null },
        rounds: [
          aRound('before', '2026-04-22', { label: 'Spring 2026' }),
          aRound('now', '2026-12-09', { state: 'open', label: 'Autumn 2026' }),
        ],
        recommendations: drawn.map((make, index) => {
          const made = make(index + 1, first === 0)
          const placed = (one: UpdateRecord, at: number) => ({ ...one, position: index * 10 + at })
          return {
            ...made,
            updates: made.updates.map((one) => placed(one, 0)),
            parts: made.parts.map((part, at) => ({ ...part, updates: part.updates.map((one) => placed(one, at)) })),
          }
        }),
      }),
    ]),
  )

/**
 * What an owner types on a line: something to report, no change, or nothing; well or badly. Of a part a sentence is always written: in a paper a part is
 * known by what stands in its row.
 */
function typedOn(line: RoundLine): fc.Arbitrary<AnswerTyped> {
  const isPart = line.part !== null
  const evidence = fc.oneof(
    { weight: 6, arbitrary: isPart ? sentence : evidenceText },
    { weight: 1, arbitrary: fc.constantFrom('As above', line.last?.evidence ?? 'See recommendation 1.', isPart ? 'Nothing yet.' : '') },
  )
  const date = fc.constantFrom('', '', '31 March 2027', 'September 2027', 'June 2026')
  // Reasons stand in the assessment: without a grade beside them a paper cannot tell them from a grade in words that nobody knows.
  const graded = fc.record({ grade: fc.constantFrom('1', '2', '3', '4'), explanation, newDateReason: explanation })
  const ungraded = fc.constant({ grade: '', explanation: '', newDateReason: '' })
  const told = fc
    .tuple(
      fc.record({ evidence, impact: fc.oneof(fc.constant(''), sentence), newDate: date }),
      fc.oneof({ weight: 5, arbitrary: graded }, ungraded),
    )
    .map(([values, assessed]): AnswerTyped => ({ ...NOTHING_TYPED, answer: 'report', ...values, ...assessed }))
  const same = fc
    .record({ because: explanation.filter(Boolean), sameDate: date, sameGrade: fc.constantFrom('', '', '3', '4') })
    .map((values): AnswerTyped => ({ ...NOTHING_TYPED, answer: 'same', ...values }))
  return fc.oneof(
    { weight: 4, arbitrary: told },
    { weight: line.last ? 2 : 0, arbitrary: same },
    { weight: isPart ? 0 : 1, arbitrary: fc.constant(NOTHING_TYPED) },
  )
}

/** A round with what its owners type, by line. */
export const generatedAnswers: fc.Arbitrary<{ round: RoundRecord; typed: { line: RoundLine; typed: AnswerTyped }[] }> = round.chain(
  (asked) =>
    fc
      .tuple(...roundLines(asked, []).map((line) => typedOn(line).map((typed) => ({ line, typed }))))
      .map((typed) => ({ round: asked, typed })),
)
