import fc from 'fast-check'
import type { CalendarDate } from '../src/platform/core/calendar-date.ts'
import type { Layout, ReadAction, Reading, ReadRecommendation, ReadReview, ReadScale, ReadUpdate } from '../src/reading/reading.ts'
import { generatedMeetings } from './generated-meetings.ts'
import {
  actionText,
  committee,
  evidenceText,
  measureText,
  post,
  posts,
  recommendationText,
  reviewTitle,
  sentence,
  timescale,
} from './generated-words.ts'

/** Readings of Wexcombe Borough Council that hold what a layout has places for, in every combination that its papers show. */
export function generatedReadings(layout: Layout): fc.Arbitrary<Reading> {
  return fc.record({ committee, date: fc.constantFrom('2026-11-18', '2026-06-03', '2027-02-10') }).chain(({ committee: name, date }) =>
    contentOf(layout, name, date).map((content) => ({
      format: 'heed.reading/1' as const,
      source: { name: 'paper.docx', kind: 'docx' },
      organisation: 'Wexcombe Borough Council',
      committee: name,
      document_date: date,
      unplaced: [],
      doubts: [],
      ...content,
    })),
  )
}

function contentOf(layout: Layout, name: string, date: CalendarDate): fc.Arbitrary<Pick<Reading, 'reviews' | 'meetings'>> {
  if (layout === 'meeting') return generatedMeetings(name, date).map((meetings) => ({ reviews: [], meetings }))
  return reviewOf(layout, date).map((review) => ({ reviews: [review], meetings: [] }))
}

const REVIEWS = {
  'progress-table': progressTableReview,
  'progress-form': progressFormReview,
  'response-table': responseReview,
  'improvement-plan': improvementPlanReview,
  'action-plan': actionPlanReview,
}

function reviewOf(layout: Exclude<Layout, 'meeting'>, date: CalendarDate): fc.Arbitrary<ReadReview> {
  return REVIEWS[layout](date)
}

/** Grades 1 to 4 as several councils have them, with definitions of our own. */
export const FOUR_GRADES: ReadScale = {
  name: 'Assessment of progress (Categories 1-4)',
  grades: [
    { code: '1', label: 'Fully Achieved', definition: 'All that was recommended has been done by the date given.', meaning: 'achieved' },
    { code: '2', label: 'On Track', definition: 'The work is going as planned and its date has not yet come.', meaning: 'on_track' },
    { code: '3', label: 'Slipped', definition: 'The work is late. A new date and the reason are given.', meaning: 'slipped' },
    {
      code: '4',
      label: 'Not Achieved',
      definition: 'What was recommended will not be done. The reason is given.',
      meaning: 'not_achieved',
    },
  ],
}

const STATUS_WORDS: ReadScale = {
  name: 'Progress update',
  grades: [
    { code: 'In progress', label: 'In progress', meaning: 'in_progress' },
    { code: 'Completed', label: 'Completed', meaning: 'completed' },
  ],
}

const RAG: ReadScale = {
  name: 'Status RAG rating',
  grades: [
    { code: 'Complete', label: 'Complete', meaning: 'completed' },
    { code: 'In progress and on schedule', label: 'In progress and on schedule', meaning: 'on_track' },
    { code: 'In progress but behind schedule', label: 'In progress but behind schedule', meaning: 'slipped' },
    { code: 'Overdue', label: 'Overdue', meaning: 'overdue' },
  ],
  percent_steps: [25, 50, 75, 100],
}

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

function progressTableReview(date: CalendarDate): fc.Arbitrary<ReadReview> {
  const rounds = fc
    .constantFrom(1, 2)
    .map((count) =>
      count === 1
        ? [{ round: 'Quarter 1/2', presented_on: date }]
        : ROUNDS.map((one, index) => (index === 1 ? { ...one, presented_on: '2027-02-10' } : one)),
    )
  return fc.tuple(reviewTitle, rounds).chain(([title, asked]) =>
    fc.array(fc.oneof(wholeRecommendation(asked), partedRecommendation(asked)), { minLength: 2, maxLength: 6 }).map((recommendations) => ({
      title,
      layout: 'progress-table' as const,
      scale: FOUR_GRADES,
      recommendations: numbered(recommendations),
    })),
  )
}

type Unnumbered = Omit<ReadRecommendation, 'ref'>

function numbered(recommendations: readonly Unnumbered[]): ReadRecommendation[] {
  return recommendations.map((one, index) => ({ ref: String(index + 1), ...one }))
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

function progressFormReview(date: CalendarDate): fc.Arbitrary<ReadReview> {
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
    .record({ title: reviewTitle, officers: posts, recommendations: fc.array(recommendation, { minLength: 1, maxLength: 5 }) })
    .map(({ title, officers, recommendations }) => ({
      title,
      layout: 'progress-form',
      link_officers: officers,
      action_plan_agreed: 'July 2025',
      scale: { ...FOUR_GRADES, name: 'Assessment of Progress Gradings' },
      recommendations: numbered(recommendations),
    }))
}

function responseReview(date: CalendarDate): fc.Arbitrary<ReadReview> {
  const recommendation = fc
    .record({
      theme: fc.constantFrom('Counting what we do', 'Links to other strategies', 'Training for staff', 'Money and people'),
      text: recommendationText,
      owners: posts,
      outline: sentence,
      evidence: evidenceText,
      grade: fc.integer({ min: 0, max: 1 }),
    })
    .map(({ theme, text, owners, outline, evidence, grade }): Unnumbered => {
      const status = STATUS_WORDS.grades[grade]!
      return {
        theme,
        text,
        owners,
        due: [],
        actions: [{ text: outline, owners }],
        updates: [{ round: 'November 2026', presented_on: date, evidence, assessment_text: status.label, grade: status.meaning ?? null }],
      }
    })
  return fc
    .record({ title: reviewTitle, recommendations: fc.array(recommendation, { minLength: 2, maxLength: 6 }) })
    .map(({ title, recommendations }) => ({
      title: `Review of ${title}`,
      layout: 'response-table',
      action_plan_agreed: 'July 2026',
      scale: STATUS_WORDS,
      themes: [...new Set(recommendations.flatMap((one) => one.theme ?? []))].map((theme) => ({ title: theme })),
      recommendations: numbered(recommendations),
    }))
}

function improvementPlanReview(date: CalendarDate): fc.Arbitrary<ReadReview> {
  const action = fc
    .record({
      outcome: sentence,
      text: actionText,
      measures: fc.uniqueArray(measureText, { minLength: 1, maxLength: 3 }),
      owners: posts,
      due: timescale,
      percent: fc.constantFrom(null, 25, 50, 75, 100),
      grade: fc.constantFrom(null, 0, 1, 2, 3),
      told: fc.option(fc.record({ evidence: sentence, impact: sentence }), { nil: undefined }),
    })
    .map(({ percent, grade, told, ...rest }): { action: ReadAction; update?: ReadUpdate } => {
      const status = grade === null ? null : RAG.grades[grade]!
      const made = { ...rest, percent_complete: percent, rag: status?.label ?? null, ...(told ? { performance: told.impact } : {}) }
      if (!status && !told) return { action: made }
      const said = { evidence: '', ...told, ...(status ? { assessment_text: status.label } : {}) }
      return { action: made, update: { round: '', presented_on: date, ...said, grade: status?.meaning ?? null } }
    })
  const recommendation = fc
    .record({
      text: recommendationText,
      why: evidenceText.map((text) => text.split('\n')[0]!),
      good: fc.uniqueArray(sentence, { minLength: 1, maxLength: 3 }),
      actions: fc.array(action, { minLength: 1, maxLength: 4 }),
    })
    .map(({ text, why, good, actions }): Unnumbered => ({
      text,
      why_important: why,
      what_good_looks_like: good.map((line) => `- ${line}`).join('\n'),
      owners: [],
      due: [],
      actions: actions.map((one) => one.action),
      updates: actions.flatMap(({ update }, index) => (update ? [{ ...update, action: index + 1 }] : [])),
    }))
  const THEMES = ['THEME 1: CLEAR OVERSIGHT', 'THEME 2: GOOD FRONT-LINE PRACTICE']
  return fc
    .record({
      title: reviewTitle,
      themes: fc.array(fc.array(recommendation, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
    })
    .map(({ title, themes }) => ({
      title: `${title} Improvement Plan`,
      layout: 'improvement-plan',
      plan_version: 'V1.0',
      plan_date: 'December 2026',
      scale: RAG,
      themes: themes.map((_, index) => ({ title: THEMES[index]! })),
      recommendations: themes.flatMap((recommendations, theme) =>
        recommendations.map((one, index) => ({ ref: `${theme + 1}.${index + 1}`, theme: THEMES[theme]!, ...one })),
      ),
    }))
}

function actionPlanReview(): fc.Arbitrary<ReadReview> {
  const action = fc.record({
    text: actionText,
    owners: posts,
    due: timescale,
    budget: fc.constantFrom('Nil', '£12,000', 'Officer time only'),
  })
  const parts = fc.array(fc.tuple(recommendationText, fc.array(action, { minLength: 1, maxLength: 2 })), { minLength: 2, maxLength: 3 })
  const whole = fc
    .tuple(recommendationText, fc.array(action, { minLength: 1, maxLength: 3 }), fc.integer({ min: 10, max: 99 }))
    .map(([text, actions, paragraph]) => unionOf({ text: `${text} (para ${paragraph})`, paragraph_refs: [String(paragraph)], actions }))
  const parted = fc.tuple(recommendationText, parts).map(([text, given]) =>
    unionOf({
      text: text.replace(/\.$/, ':'),
      parts: given.map(([words], index) => ({ ref: ROMAN[index]!, text: words })),
      actions: given.flatMap(([, actions], index) => actions.map((one) => ({ ...one, part: ROMAN[index]! }))),
    }),
  )
  return fc
    .record({ title: reviewTitle, recommendations: fc.array(fc.oneof(whole, parted), { minLength: 2, maxLength: 5 }) })
    .map(({ title, recommendations }) => ({
      title,
      layout: 'action-plan',
      scale: { name: '', grades: [] },
      recommendations: recommendations.map((one, index) => ({ ref: String.fromCharCode(97 + index), ...one })),
    }))
}

const ROMAN = ['i', 'ii', 'iii']

/** A recommendation of an action plan is owned by, and due when, its actions are. */
function unionOf(given: Pick<Unnumbered, 'text' | 'parts' | 'paragraph_refs' | 'actions'>): Unnumbered {
  const due = given.actions.flatMap((action) => (action.due ? [{ ...(action.part ? { part: action.part } : {}), ...action.due }] : []))
  const seen = new Set<string>()
  const once = due.filter((one) => !seen.has(JSON.stringify(one)) && seen.add(JSON.stringify(one)))
  return { ...given, owners: [...new Set(given.actions.flatMap((action) => action.owners))], due: once, updates: [] }
}
