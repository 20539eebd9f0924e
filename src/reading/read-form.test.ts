import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '../platform/documents/read-text.ts'
import { looksLikeForm, readForms } from './read-form.ts'
import { looksLikeWrittenForms, readWrittenForms } from './read-written-forms.ts'
import { readScales } from './read-scale.ts'
import type { ReadReview } from './reading.ts'
import type { ReadingContext } from './reading-context.ts'

function contextOf(text: string): ReadingContext {
  const document = readText(text, 'wexcombe.txt')
  return { document, scale: readScales(document)[0]?.scale, unplaced: [], doubts: [] }
}

function formsIn(text: string): { review: ReadReview; context: ReadingContext } {
  const context = contextOf(text)
  const tables = context.document.blocks.filter((block) => block.kind === 'table').filter(looksLikeForm)
  return { review: readForms(tables, context), context }
}

const QUAY = `Review title\tThe Quay
Link officer\tAisha Brennan; Tom Okafor

Rec 3\tThat the quay steps be rebuilt.
Owner\tHead of Harbours
Target date\t30 June 2025
What we agreed to do\tLet a contract for the steps.
How we will know\tThe steps are open to the public.
What we did (October 2025)\tThe contract was let in May.
RAG\tAmber – two weeks behind
What difference has it made?\tNone yet.

Rec 4\tThat the quay be lit.
Owner\tHead of Streets
Target date\tOngoing
What we agreed to do\tFit lamps.
What we did (October 2025)\tAll lamps are fitted.
RAG\tGreen
Budget code\tQ17

Key
Green\tComplete
Amber\tBehind schedule
Red\tNot started
`

test('a form of another council is read by its families of labels', () => {
  const { review, context } = formsIn(QUAY)
  assert.equal(review.title, 'The Quay')
  assert.deepEqual(review.link_officers, ['Aisha Brennan', 'Tom Okafor'])
  const [third, fourth] = review.recommendations
  assert.equal(review.recommendations.length, 2)
  assert.equal(third?.ref, '3')
  assert.equal(third?.text, 'That the quay steps be rebuilt.')
  assert.deepEqual(third?.owners, ['Head of Harbours'])
  assert.deepEqual(third?.due, [{ text: '30 June 2025', iso: '2025-06-30' }])
  assert.equal(third?.success_measure, 'The steps are open to the public.')
  assert.deepEqual([third?.actions[0]?.text, third?.actions[0]?.due?.iso], ['Let a contract for the steps.', '2025-06-30'])
  assert.deepEqual(
    third?.updates.map((one) => [one.round, one.evidence, one.assessment_text, one.grade, one.explanation, one.impact]),
    [['October 2025', 'The contract was let in May.', 'Amber – two weeks behind', 'slipped', 'two weeks behind', 'None yet.']],
  )
  assert.deepEqual([fourth?.updates[0]?.grade, fourth?.due[0]?.iso, fourth?.actions[0]?.budget], ['completed', undefined, 'Q17'])
  assert.deepEqual(context.unplaced, [])
})

test('a grade in the wrong box is found, cut from its words there and pointed out', () => {
  const { review, context } = formsIn(
    'Recommendation 1:\tThat the mill be listed.\nProgress:\tOn track - the survey is done.\nAssessment:\tIt goes well enough.\nImpact:\tAs above.\n',
  )
  const [update] = review.recommendations[0]?.updates ?? []
  assert.deepEqual(
    [update?.grade, update?.grade_found_in, update?.evidence, update?.explanation],
    ['on_track', 'evidence', 'the survey is done.', 'It goes well enough.'],
  )
  assert.equal(context.doubts[0]?.field, 'grade')
})

test('a form that the page cut into pieces is one', () => {
  const { review } = formsIn(
    'Recommendation 1:\tThat the mill be listed.\nOwner:\tHead of Planning\n\nEvidence (May 2025):\tThe survey was begun by the county’s own\n\n\tsurveyors in March.\n\nAssessment (May 2025):\tIn progress\n\nRecommendation 2:\tThat the weir be mended.\nOwner:\tHead of Rivers\n',
  )
  assert.deepEqual(
    review.recommendations.map((one) => [one.ref, one.owners[0], one.updates[0]?.evidence, one.updates[0]?.grade]),
    [
      ['1', 'Head of Planning', 'The survey was begun by the county’s own surveyors in March.', 'in_progress'],
      ['2', 'Head of Rivers', undefined, undefined],
    ],
  )
})

test('two rounds in one form are two updates', () => {
  const { review } = formsIn(
    'Recommendation\tThat the weir be mended.\nOwner\tHead of Rivers\nProgress (March 2025)\tBegun.\nStatus (March 2025)\tIn progress\nProgress (September 2025)\tMended.\nStatus (September 2025)\tComplete\n',
  )
  assert.deepEqual(
    review.recommendations[0]?.updates.map((one) => [one.round, one.evidence, one.grade]),
    [
      ['March 2025', 'Begun.', 'in_progress'],
      ['September 2025', 'Mended.', 'completed'],
    ],
  )
})

test('labels side by side with their words below are read', () => {
  const { review } = formsIn(
    'Recommendation 7\tThat the ferry run on Sundays.\t\nLead officer\tDeadline\tRAG status\nHead of Transport\tMarch 2026\tOn track\nProgress to date\tThe timetable is agreed.\t\n',
  )
  const [one] = review.recommendations
  assert.deepEqual(
    [one?.ref, one?.owners, one?.due[0]?.iso, one?.updates[0]?.grade, one?.updates[0]?.evidence],
    ['7', ['Head of Transport'], '2026-03-31', 'on_track', 'The timetable is agreed.'],
  )
})

test('a label that is not known loses nothing', () => {
  const { context } = formsIn(
    'Recommendation 1:\tThat the mill be listed.\nOwner:\tHead of Planning\nTimescale:\tMay 2025\nWard:\tMillside\n',
  )
  assert.deepEqual(
    context.unplaced.map((one) => one.text),
    ['Ward: Millside'],
  )
})

test('forms written line by line are read without a table', () => {
  const context = contextOf(
    'Recommendation 1: That the mill be listed.\nOwner: Head of Planning\nTarget date: May 2025\nProgress: The survey is done.\nIt was sent in March.\nStatus: Complete\n\nRecommendation 2: That the weir be mended.\nOwner: Head of Rivers\nProgress: Not begun.\nStatus: Not started\n',
  )
  assert.ok(looksLikeWrittenForms(context.document.blocks))
  const review = readWrittenForms(context)
  assert.deepEqual(
    review.recommendations.map((one) => [one.ref, one.text, one.updates[0]?.evidence, one.updates[0]?.grade]),
    [
      ['1', 'That the mill be listed.', 'The survey is done.\nIt was sent in March.', 'completed'],
      ['2', 'That the weir be mended.', 'Not begun.', 'not_started'],
    ],
  )
})

test('a table with a row of headings is no form', () => {
  for (const text of [
    'Recommendation\tProgress\nThat the mill be listed\tDone\nThat the weir be mended\tBegun\n',
    'No\tRecommendation\tOwner\tStatus\n1\tThat the mill be listed\tHead of Planning\tComplete\n2\tThat the weir be mended\tHead of Rivers\tOngoing\n',
    'Democratic Services\tJo Marsh\t01632 960000\nMedia\tPress Office\t01632 960001\n',
    'Green\tComplete\nAmber\tIn progress\nRed\tNot started\n',
  ])
    assert.equal(
      readText(text, 'x.txt').blocks.some((block) => block.kind === 'table' && looksLikeForm(block)),
      false,
      text,
    )
})
