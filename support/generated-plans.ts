import fc from 'fast-check'
import type { CalendarDate } from '../src/platform/core/calendar-date.ts'
import type { ReadAction, ReadReview, ReadUpdate } from '../src/reading/reading.ts'
import { RAG, STATUS_WORDS, type Unnumbered, numbered } from './generated-scales.ts'
import { actionText, evidenceText, measureText, posts, recommendationText, reviewTitle, sentence, timescale } from './generated-words.ts'

export function responseReview(date: CalendarDate): fc.Arbitrary<ReadReview> {
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

export function improvementPlanReview(date: CalendarDate): fc.Arbitrary<ReadReview> {
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

export function actionPlanReview(): fc.Arbitrary<ReadReview> {
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
