import fc from 'fast-check'
import type { ActionRecord, RecommendationRecord, UpdateRecord } from '../src/recommendations/recommendation.ts'
import { gradeInWords } from '../src/reviews/review-as-reading.ts'
import type { ReviewRecord } from '../src/reviews/review.ts'
import { roundLines } from '../src/rounds/round-lines.ts'
import type { RoundRecord } from '../src/rounds/round.ts'
import { makeForm } from '../src/travelling-forms/make-form.ts'
import type { Box, FormLine, FormMade, FormReview } from '../src/travelling-forms/travelling-form.ts'
import { WEXCOMBE_GRADES, aPromise, aRecommendation, aReview, aRound, anUpdate } from './fictional-review.ts'

/** A round in memory with these reviews. */
export function aRoundOf(reviews: ReviewRecord[]): RoundRecord {
  return {
    id: 'now',
    slug: 'autumn-2026',
    name: 'Autumn 2026',
    council: 'Wexcombe Borough Council',
    contact: 'scrutiny@wexcombe.example',
    presentedOn: '2026-12-09',
    askedOn: null,
    papersOn: null,
    dueOn: '2026-11-20',
    state: 'open',
    frozenHash: null,
    frozenAt: null,
    meeting: { id: 'meeting', slug: 'december', committeeName: 'Children and Young People Panel', committeeSlug: 'children' },
    reviews,
  }
}

export const FORM_WANTED = { forWhom: 'Head of Inclusion', dueOn: '2026-11-20', returnTo: 'Oswin Thorpe, scrutiny@wexcombe.example' }

export function aFormOf(reviews: ReviewRecord[]): FormMade {
  const round = aRoundOf(reviews)
  return makeForm(round, roundLines(round, []), FORM_WANTED)
}

const WORDS = [
  'leaflet',
  'school',
  'surgery',
  'carer',
  'July 2026',
  'three',
  '£40,000',
  '82%',
  'half-term',
  'Cllr Maple’s',
  '“quiet hour”',
  'a & b',
  '<10',
]
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 9 }).map((words) => `The ${words.join(' ')} came first.`)
/** What an owner types: paragraphs and lists, dashes and quotation marks, in any order. */
export const typedText = fc
  .array(fc.tuple(fc.constantFrom('', '- '), sentence), { minLength: 1, maxLength: 4 })
  .map((lines) => lines.map(([mark, words]) => mark + words).join('\n'))

/** What an owner fills into a box of a line: words that fit it, or nothing. */
function answerTo(box: Box, review: FormReview): fc.Arbitrary<string> {
  if (box === 'grade') return fc.constantFrom('', ...review.scale.grades.map(gradeInWords))
  if (box === 'percent') return fc.constantFrom('', ...(review.scale.percentSteps ?? [5, 60, 100]).map(String))
  if (box === 'newDate') return fc.constantFrom('', '31 March 2027', 'September 2027')
  return fc.oneof(fc.constant(''), typedText)
}

export type Filled = { item: string; box: Box; words: string }[]

/** Every box of a form filled by its owner. */
export function fillingOf(form: FormMade): fc.Arbitrary<Filled> {
  const boxes = form.reviews.flatMap((review) =>
    review.lines.flatMap((line: FormLine) =>
      line.boxes.map((box) => answerTo(box, review).map((words) => ({ item: line.code, box, words }))),
    ),
  )
  return fc.tuple(...boxes)
}

const refs = fc.uniqueArray(fc.constantFrom('1', '2', '3a', 'f)', '1.4', '7'), { minLength: 1, maxLength: 4 })
const update = (roundId: string, of: Partial<UpdateRecord>, said: string): UpdateRecord =>
  anUpdate(roundId, said === '' ? null : 'on_track', {
    ...of,
    itemId: `${of.recommendationId}-${of.actionId ?? ''}-${roundId}`,
    version: said === '' ? 0 : 1,
    evidence: said,
    gradeCode: said === '' ? null : '2',
  })

const anAction = (of: string): ActionRecord => ({
  id: `${of}-action`,
  version: 1,
  position: 1,
  ref: '1.2',
  part: null,
  outcome: null,
  text: 'Let a contract for short breaks.',
  measures: ['200 breaks a year'],
  budget: null,
  percentComplete: null,
  rag: null,
  performance: null,
  owners: ['Commissioning Manager'],
  timescale: [],
})

type Drawn = { text: string; shape: 'plain' | 'parts' | 'action'; before: string; draft: string }

function recommendationOf(title: string, ref: string, { text, shape, before, draft }: Drawn): RecommendationRecord {
  const id = `${title}-${ref}`
  const updates = (of: Partial<UpdateRecord>) => [update('before', of, before), update('now', of, draft)]
  const parts = shape === 'parts' ? ['a', 'b'] : []
  const action = shape === 'action' ? [anAction(id)] : []
  return aRecommendation({
    id,
    slug: id,
    ref,
    text,
    owners: ['Head of Inclusion'],
    successMeasure: 'All 31 schools have a named lead.',
    timescale: [{ line: 1, promises: [aPromise('September 2025', '2025-09-30')] }],
    actions: action,
    parts: parts.map((part) =>
      aRecommendation({
        id: `${id}${part}`,
        slug: part,
        ref: part,
        text: 'share one form;',
        updates: updates({ recommendationId: `${id}${part}` }),
      }),
    ),
    updates: shape === 'parts' ? [] : updates({ recommendationId: id, actionId: action[0]?.id ?? null }),
  })
}

function generatedReview(title: string): fc.Arbitrary<ReviewRecord> {
  const drawn = fc.record<Drawn>({
    text: typedText,
    shape: fc.constantFrom('plain', 'parts', 'action'),
    before: fc.oneof(fc.constant(''), typedText),
    draft: fc.oneof(fc.constant(''), typedText),
  })
  return fc
    .tuple(refs, fc.array(drawn, { minLength: 4, maxLength: 4 }), fc.constantFrom<number[] | null>(null, [25, 50, 75, 100]))
    .map(([own, lines, percentSteps]) =>
      aReview({
        id: title,
        title,
        scale: { name: 'Wexcombe progress categories', grades: WEXCOMBE_GRADES, percentSteps },
        rounds: [aRound('before', '2026-04-22'), aRound('now', '2026-12-09', { state: 'open' })],
        recommendations: own.map((ref, index) => recommendationOf(title, ref, lines[index]!)),
      }),
    )
}

/** Forms of rounds over one or two reviews, with parts, actions, drafts and what was said before. */
export const generatedForm = fc
  .oneof(fc.tuple(generatedReview('Young carers')), fc.tuple(generatedReview('Young carers'), generatedReview('Parks')))
  .map(aFormOf)
