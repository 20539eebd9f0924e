import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReadReview } from '../reading/reading.ts'
import type { Finding } from './finding.ts'
import { judgePlan } from './judge-plan.ts'
import { aRecommendation, aReview, anAction, anUpdate, codes, WEXCOMBE_SCALE } from './wexcombe.fixture.ts'

const NO_SCALE = { name: '', grades: [] }

function judged(review: ReadReview, documentDate: string | null = '2026-06-15'): Finding[] {
  return judgePlan({ review, documentDate })
}

function speaks(code: string, review: ReadReview): Finding {
  const found = judged(review).filter(({ rule }) => rule === code)
  assert.notEqual(found.length, 0, `${code} should speak; spoke: ${codes(judged(review)).join(', ') || 'nothing'}`)
  return found[0]!
}

function isSilent(code: string, review: ReadReview): void {
  const found = judged(review).find(({ rule }) => rule === code)
  assert.equal(found, undefined, found?.message)
}

const plan = (...actions: Parameters<typeof anAction>[0][]) =>
  aReview(
    [
      aRecommendation({ actions: actions.map((action) => anAction(action)), due: [] }),
      aRecommendation({ ref: '2', due: [], actions: [anAction({ budget: 'Nil' })] }),
    ],
    {
      layout: 'action-plan',
      scale: NO_SCALE,
    },
  )
const table = (...due: { text: string; iso?: string }[]) =>
  aReview(
    [aRecommendation({ due }), ...['2', '3', '4'].map((ref) => aRecommendation({ ref, due: [{ text: 'March 2027', iso: '2027-03' }] }))],
    { scale: NO_SCALE },
  )

test('a plan that keeps every rule has no findings', () => {
  assert.deepEqual(judged(plan({}, { text: 'Plant the High Street.' })), [])
})

test('a date that can never fall due is not firm', () => {
  for (const text of ['Ongoing', 'Quarterly', 'September 2025 and quarterly', 'Began September 2025', 'Rolling programme', 'ASAP'])
    speaks('no_firm_date', table({ text }))
})

test('a time that Heed cannot place is left alone, and so is what has a day', () => {
  for (const text of ['Autumn term 2026', 'Q3 2026/27', 'By the next meeting']) isSilent('no_firm_date', table({ text }))
  isSilent('no_firm_date', table({ text: 'March 2027', iso: '2027-03' }))
})

test('what was achieved needs no firm date any more', () => {
  const done = aRecommendation({ due: [{ text: 'Ongoing' }], updates: [anUpdate({ grade: 'achieved' })] })
  isSilent('no_firm_date', aReview([done, aRecommendation({ ref: '2' })]))
})

test('a paper without any dates is told so once', () => {
  const review = aReview(['1', '2', '3'].map((ref) => aRecommendation({ ref, due: [] })))
  const found = judged(review).filter(({ rule }) => rule === 'date_missing')
  assert.deepEqual(
    found.map(({ ref, message }) => [ref, message]),
    [[null, 'None of the 3 recommendations has a date by which it is due.']],
  )
})

test('a date missing among dates is told of its recommendation', () => {
  assert.equal(speaks('date_missing', table({ text: 'TBC' })).ref, '1')
  isSilent('date_missing', table({ text: 'May 2027', iso: '2027-05' }))
})

test('a status is not a date', () => {
  speaks('status_in_date_column', table({ text: 'Achieved' }))
  speaks('status_in_date_column', table({ text: 'Achieved Achieved' }))
  isSilent('status_in_date_column', table({ text: 'Completed March 2026', iso: '2026-03' }))
})

test('a plan looks forward; the month of the plan itself has not passed', () => {
  assert.match(
    speaks('date_before_document', plan({ due: { text: '30.05.26', iso: '2026-05-30' } })).message,
    /30 May 2026, two weeks before/,
  )
  isSilent('date_before_document', plan({ due: { text: 'June 2026', iso: '2026-06' } }))
})

test('a paper that reports progress is not told that its dates lie behind it', () => {
  isSilent('date_before_document', aReview([aRecommendation({ updates: [anUpdate()] })]))
})

test('the same fault on every action of a part is one finding', () => {
  const late = { due: { text: '30.05.26', iso: '2026-05-30' } }
  const found = judged(plan(late, late)).filter(({ rule }) => rule === 'date_before_document')
  assert.equal(found.length, 1)
  assert.equal(found[0]!.action, null)
  assert.match(found[0]!.message, /The same holds for both actions\.$/)
})

test('in a plan with status columns an action past its date says how far it has come', () => {
  const improvement = (action: Parameters<typeof anAction>[0]) => ({
    ...plan({ percent_complete: null, ...action }),
    layout: 'improvement-plan' as const,
  })
  speaks('date_passed_unassessed', improvement({ due: { text: 'May 2026', iso: '2026-05' } }))
  speaks('date_passed_unassessed', improvement({ due: { text: 'List agreed: May 2026\nPlanting: May 2027', iso: '2027-05' } }))
  isSilent('date_passed_unassessed', improvement({ due: { text: 'May 2026', iso: '2026-05' }, percent_complete: 50 }))
  isSilent('date_passed_unassessed', improvement({ due: { text: 'Started May 2026\nEnds May 2027', iso: '2027-05' } }))
})

test('an action rated as on schedule after its date has the wrong rating', () => {
  const rated = (iso: string) => ({ ...plan({ rag: 'On Track', due: { text: iso, iso } }), scale: WEXCOMBE_SCALE })
  speaks('on_track_overdue', rated('2026-05-31'))
  isSilent('on_track_overdue', rated('2026-07-31'))
})

test('everything has an owner', () => {
  assert.equal(speaks('owner_missing', aReview([aRecommendation({ owners: [] }), aRecommendation({ ref: '2' })])).ref, '1')
  const owned = plan({}, { owners: [], text: 'Water the saplings.' })
  assert.equal(speaks('owner_missing', owned).action, 2)
  isSilent('owner_missing', plan({}))
})

test('a vote of thanks has neither owner nor date, and is not asked for them', () => {
  const thanks = aRecommendation({ text: 'That the residents who took part be thanked.', owners: [], due: [] })
  const review = aReview([thanks, aRecommendation({ ref: '2' }), aRecommendation({ ref: '3' })])
  isSilent('owner_missing', review)
  isSilent('date_missing', review)
})

test('all and national are nobody in particular, but not where somebody is named as well', () => {
  for (const owner of ['All', 'National', 'All partners', 'Various'])
    speaks('owner_vague', aReview([aRecommendation({ owners: [owner] }), aRecommendation({ ref: '2' })]))
  isSilent('owner_vague', aReview([aRecommendation({ owners: ['National', 'Wexcombe Homes'] }), aRecommendation({ ref: '2' })]))
})

test('a number missing from the run is asked after', () => {
  const review = aReview(['1', '2', '3', '5', '6'].map((ref) => aRecommendation({ ref })))
  assert.equal(speaks('rec_number_missing', review).ref, '4')
  isSilent('rec_number_missing', aReview(['1', '2a', '2b', '3'].map((ref) => aRecommendation({ ref }))))
  isSilent('rec_number_missing', aReview(['a', 'b', 'd'].map((ref) => aRecommendation({ ref }))))
})

test('a paper that lists only what is open is told of its gaps once', () => {
  const found = judged(aReview(['2', '5', '9', '12'].map((ref) => aRecommendation({ ref })))).filter(
    ({ rule }) => rule === 'rec_number_missing',
  )
  assert.deepEqual(
    found.map(({ ref }) => ref),
    [null],
  )
})

test('two different recommendations do not share a number', () => {
  speaks('label_clash', aReview([aRecommendation(), aRecommendation({ text: 'Benches are placed in both parks before winter.' })]))
  isSilent(
    'label_clash',
    aReview([aRecommendation(), aRecommendation({ ref: '2', text: 'Benches are placed in both parks before winter.' })]),
  )
})

test('parts with dates of their own are marked in the wording', () => {
  const due = ['a', 'b'].map((part) => ({ part, text: 'March 2027', iso: '2027-03' }))
  speaks('parts_not_marked', aReview([aRecommendation({ due })]))
  isSilent(
    'parts_not_marked',
    aReview([
      aRecommendation({
        due,
        parts: [
          { ref: 'a', text: 'Oaks' },
          { ref: 'b', text: 'Limes' },
        ],
      }),
    ]),
  )
  isSilent('parts_not_marked', aReview([aRecommendation({ due, text: 'That the Council plants a) oaks and b) limes.' })]))
})

test('the one part that cites no paragraph is asked for it', () => {
  const parts = (last: string) =>
    ['Oaks (para 4)', 'Limes (para 5)', 'Planes (para 6)', last].map((text, index) => ({ ref: 'abcd'[index]!, text }))
  assert.equal(speaks('paragraph_ref_missing', aReview([aRecommendation({ parts: parts('Elms') })])).part, 'd')
  isSilent('paragraph_ref_missing', aReview([aRecommendation({ parts: parts('Elms (para 7)') })]))
})

test('an empty bullet is seen', () => {
  speaks('empty_list_item', aReview([aRecommendation({ text: 'That the Council plants:\n- oaks\n- ' })]))
  isSilent('empty_list_item', aReview([aRecommendation({ text: 'That the Council plants:\n- oaks\n- limes' })]))
})

test('a recommendation or an action that breaks off is seen', () => {
  speaks('text_incomplete', aReview([aRecommendation({ text: 'That the Council plants oaks and' })]))
  isSilent('text_incomplete', aReview([aRecommendation({ text: 'That the Council plants oaks' })]))
  speaks('action_incomplete', plan({ text: 'Report to the Executive Member and' }))
  isSilent('action_incomplete', plan({ text: 'Report to the Executive Member' }))
})

test('an owner and a date without an action is an action lost', () => {
  assert.equal(speaks('action_missing', plan({ text: '' })).action, 1)
  isSilent('action_missing', plan({}))
})

test('a part without action or evidence is unanswered where the others have theirs', () => {
  const parts = [
    { ref: 'i', text: 'Oaks' },
    { ref: 'ii', text: 'Limes' },
  ]
  const answered = (...actions: string[]) => aReview([aRecommendation({ parts, actions: actions.map((part) => anAction({ part })) })])
  assert.equal(speaks('part_unanswered', answered('i')).part, 'ii')
  isSilent('part_unanswered', answered('i', 'ii'))
})

test('an offer is not a commitment', () => {
  speaks('action_is_offer', plan({ text: 'The Civic Society would be happy to advise.' }))
  isSilent('action_is_offer', plan({ text: 'The Civic Society will advise.' }))
})

test('the budget column is filled in, and with a figure', () => {
  const costed = (...budgets: string[]) => plan(...budgets.map((budget) => ({ budget })))
  speaks('budget_missing', costed('Nil', '£400', ''))
  isSilent('budget_missing', costed('Nil', '£400', 'Nil'))
  speaks('budget_unknown', costed('Nil', 'Estimates to be obtained'))
  isSilent('budget_unknown', costed('Nil', '£400'))
})

test('a count has a target', () => {
  speaks('measure_without_target', plan({ measures: ['Number of streets planted'] }))
  speaks('measure_without_target', plan({ measures: ['Number of streets where vandalism is reduced', '80% of saplings live'] }))
  isSilent('measure_without_target', plan({ measures: ['Number of streets planted reaches 40', 'Increase in canopy', 'Review completed'] }))
})

test('a promise to find a measure is no measure', () => {
  const measured = (success_measure: string) =>
    aReview([aRecommendation({ success_measure }), ...['2', '3'].map((ref) => aRecommendation({ ref, success_measure: '40 streets' }))])
  speaks('success_measure_missing', measured('This will be scoped and developed'))
  speaks('success_measure_missing', measured(''))
  isSilent('success_measure_missing', measured('Residents report that streets are cooler'))
})

test('an improvement plan whose status columns are blank throughout is told so once, and so with references', () => {
  const improvement = (action: Parameters<typeof anAction>[0]) => ({
    ...plan({ ...action }, { text: 'Plant the High Street.' }),
    layout: 'improvement-plan' as const,
  })
  assert.equal(speaks('rag_missing', improvement({})).ref, null)
  isSilent('rag_missing', improvement({ rag: 'Green' }))
  assert.equal(speaks('action_ref_missing', improvement({})).ref, null)
  isSilent('action_ref_missing', improvement({ ref: '1.1' }))
})

test('without a date of the document no date is called passed', () => {
  assert.deepEqual(judged(plan({ due: { text: '30.05.20', iso: '2020-05-30' } }), null), [])
})
