import fc from 'fast-check'
import type { CalendarDate } from '../src/platform/core/calendar-date.ts'
import type { ReadRecommendation, ReadReview, ReadUpdate } from '../src/reading/reading.ts'
import { FOUR_GRADES, type Unnumbered, numbered } from './generated-scales.ts'
import {
  actionText,
  evidenceText,
  measureText,
  post,
  posts,
  recommendationText,
  reviewTitle,
  sentence,
  timescale,
} from './generated-words.ts'

const PARTS = ['a', 'b', 'c']

/** How one assessment is written, and what it says: `2 – On Track`, `3 – need to recruit`. */
const assessment = fc
  .record({
    grade: fc.integer({ min: 0, max: 3 }),
    explanation: fc.option(fc.constantFrom('staff were moved', 'the contractor withdrew', 'tenders came in too high'), { nil: undefined }),
    bare: fc.boolean(),
  })
  .map(({ grade, explanation, bare }): Pick<ReadUpdate, 'assessment_text' | 'grade' | 'explanation'> => {
    const { code, label, meaning = null } = FOUR_GRADES.grades[grade] ?? { code: '', label: '' }
    const words = bare && !explanation ? code : `${code} – ${label}`
    return { assessment_text: explanation ? `${words} – ${explanation}` : words, grade: meaning, ...(explanation ? { explanation } : {}) }
  })

const BLANK = { evidence: '', assessment_text: '', grade: null }

const ROUNDS: { round: string; presented_on: CalendarDate }[] = [
  { round: 'Quarter 1/2', presented_on: '2026-05-06' },
  { round: 'Quarter 3/4', presented_on: '2026-11-18' },
]

export function progressTableReview(date: CalendarDate): fc.Arbitrary<ReadReview> {
  const rounds = fc
    .constantFrom(1, 2)
    .map((count) =>
      count === 1
        ? [{ round: 'Quarter 1/2', presented_on: date }]
        : ROUNDS.map((one, index) => (index === 1 ? { ...one, presented_on: '2027-02-10' } : one)),
    )
  return fc.tuple(reviewTitle, rounds, fc.boolean()).chain(([title, asked, themed]) =>
    fc
      .array(fc.oneof(wholeRecommendation(asked), partedRecommendation(asked)).chain(withMore), { minLength: 2, maxLength: 6 })
      .map((recommendations) => ({
        title,
        layout: 'progress-table' as const,
        scale: FOUR_GRADES,
        recommendations: numbered(themed ? recommendations.map(underTheme) : recommendations),
      })),
  )
}

function underTheme(recommendation: Unnumbered, index: number): Unnumbered {
  return { ...recommendation, theme: index < 2 ? 'Paths and play areas' : 'Money and people' }
}

const RESPONSES: ReadRecommendation['response'][] = [
  { answer: 'accepted', text: 'Accepted' },
  { answer: 'accepted_in_part', text: 'Accepted in part\nThe budget allows two.' },
  { answer: 'rejected', text: 'Rejected\nAnother body has the power to do this.' },
]

/** A recommendation with, now and then, what fewer papers have: a response, a measure, parts in words, impact, a new date for what slipped. */
function withMore(recommendation: Unnumbered): fc.Arbitrary<Unnumbered> {
  const more = { response: fc.constantFrom(...RESPONSES), measure: measureText, parted: fc.boolean(), impact: sentence, later: timescale }
  return fc.record(more, { requiredKeys: [] }).map(({ response, measure, parted, impact, later }) => ({
    ...recommendation,
    ...(response ? { response } : {}),
    ...(measure ? { success_measure: measure } : {}),
    ...(parted
      ? {
          parts: [
            { ref: 'i', text: 'the first step is taken' },
            { ref: 'ii', text: 'the second follows' },
          ],
        }
      : {}),
    updates: recommendation.updates.map((update) => ({
      ...update,
      ...(impact && update.evidence ? { impact } : {}),
      ...(later && update.grade === 'slipped' ? { revised_due: later } : {}),
    })),
  }))
}

/** One recommendation with a statement, several statements with a grade each, or nothing, in each round. */
function wholeRecommendation(rounds: readonly { round: string; presented_on: CalendarDate }[]): fc.Arbitrary<Unnumbered> {
  const statement = fc.tuple(evidenceText, assessment).map(([evidence, graded]) => ({ evidence, ...graded }))
  const statements = fc.oneof(
    { weight: 5, arbitrary: fc.array(statement, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.constant([BLANK]) },
    { weight: 1, arbitrary: fc.array(statement, { minLength: 2, maxLength: 3 }) },
  )
  return fc
    .record({
      text: recommendationText,
      owners: posts,
      due: fc.array(timescale, { minLength: 1, maxLength: 1 }),
      updates: fc.tuple(...rounds.map(() => statements)),
    })
    .map(({ updates, ...rest }) => ({
      ...rest,
      actions: [],
      updates: updates.flatMap((given, index) =>
        isSignedOff(updates[index - 1]) && given[0] === BLANK ? [] : given.map((one) => ({ ...rounds[index]!, ...one })),
      ),
    }))
}

/** What was achieved in every statement is not asked again: its empty cell in the next round is no update. */
function isSignedOff(statements: readonly Pick<ReadUpdate, 'grade'>[] | undefined): boolean {
  return statements !== undefined && statements.every(({ grade }) => grade === 'achieved')
}

/** A recommendation whose owners, dates, evidence and grades are told by part. */
function partedRecommendation(rounds: readonly { round: string; presented_on: CalendarDate }[]): fc.Arbitrary<Unnumbered> {
  const part = fc.record({ owner: post, due: timescale, said: fc.tuple(...rounds.map(() => fc.tuple(sentence, assessment))) })
  return fc.tuple(recommendationText, fc.array(part, { minLength: 2, maxLength: 3 })).map(([text, parts]) => ({
    text,
    owners: [...new Set(parts.map(({ owner }) => owner))],
    owner_parts: parts.map(({ owner }, index) => ({ part: PARTS[index]!, owner })),
    due: parts.map(({ due }, index) => ({ part: PARTS[index]!, ...due })),
    actions: [],
    updates: rounds.flatMap((round, at) =>
      parts.map(({ said }, index) => ({ ...round, part: PARTS[index]!, evidence: said[at]![0], ...said[at]![1] })),
    ),
  }))
}

export function progressFormReview(date: CalendarDate): fc.Arbitrary<ReadReview> {
  const recommendation = fc
    .record({
      text: recommendationText,
      owner: post,
      due: timescale,
      action: actionText,
      measure: measureText,
      evidence: evidenceText,
      graded: assessment,
      impact: sentence,
    })
    .map(({ text, owner, due, action, measure, evidence, graded, impact }): Unnumbered => ({
      text,
      owners: [owner],
      due: [due],
      success_measure: measure,
      actions: [{ text: action, owners: [owner], due }],
      updates: [{ round: 'July 2026', presented_on: date, evidence, ...graded, impact }],
    }))
  return fc
    .record({
      title: reviewTitle,
      officers: posts,
      recommendations: fc.array(recommendation.chain(withMore), { minLength: 1, maxLength: 5 }),
    })
    .map(({ title, officers, recommendations }) => ({
      title,
      layout: 'progress-form',
      link_officers: officers,
      action_plan_agreed: 'July 2025',
      scale: { ...FOUR_GRADES, name: 'Assessment of Progress Gradings' },
      recommendations: numbered(recommendations),
    }))
}
