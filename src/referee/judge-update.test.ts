import assert from 'node:assert/strict'
import { test } from 'node:test'
import { judgeUpdate } from './judge-update.ts'
import type { UpdateCase } from './update-case.ts'
import { aCase, anAction, anUpdate, aRecommendation, codes, WEXCOMBE_SCALE } from './wexcombe.fixture.ts'

const PASSED = aRecommendation({ due: [{ text: '01/03/2026', iso: '2026-03-01' }] })
const SLIPPED = { grade: 'slipped', assessment_text: '3 Slipped' } as const
const ACHIEVED = { grade: 'achieved', assessment_text: '1 Fully Achieved' } as const
const IMPACT = { asks: { evidence: true, grade: true, explanation: false, impact: true } }

function speaks(code: string, one: UpdateCase) {
  const found = judgeUpdate(one).filter(({ rule }) => rule === code)
  assert.notEqual(found.length, 0, `${code} should speak; spoke: ${codes(judgeUpdate(one)).join(', ') || 'nothing'}`)
  return found[0]!
}

function isSilent(code: string, one: UpdateCase) {
  const found = judgeUpdate(one).find(({ rule }) => rule === code)
  assert.equal(found, undefined, found?.message)
}

test('an update that keeps every rule has no findings', () => {
  assert.deepEqual(judgeUpdate(aCase()), [])
})

test('on track is no longer available once the date has passed, and the finding says how long ago in the words of the scale', () => {
  const found = speaks('on_track_overdue', aCase({}, { recommendation: PASSED }))
  assert.equal(found.message, 'Graded “On Track”, but the date given, 1 March 2026, passed three months before the meeting.')
  assert.equal(found.words, 'Under way, and the time agreed has not run out.')
  assert.equal(found.severity, 'stops')
})

test('a month means its last day, so a meeting within it is not late', () => {
  isSilent('on_track_overdue', aCase({}, { recommendation: aRecommendation({ due: [{ text: 'June 2026', iso: '2026-06' }] }) }))
})

test('what is ongoing can never be overdue', () => {
  isSilent('on_track_overdue', aCase({}, { recommendation: aRecommendation({ due: [{ text: 'Ongoing' }] }) }))
})

test('parts with dates of their own are found late one by one', () => {
  const due = [
    { part: 'a', text: 'March 2026', iso: '2026-03' },
    { part: 'b', text: 'March 2027', iso: '2027-03' },
  ]
  const found = judgeUpdate(aCase({}, { recommendation: aRecommendation({ due }) }))
  assert.deepEqual(
    found.filter(({ rule }) => rule === 'on_track_overdue').map(({ part }) => part),
    ['a'],
  )
})

test('the latest promise counts: a new date given in the last round stands in place of the first', () => {
  const earlier = [
    anUpdate({ round: 'January 2026', presented_on: '2026-01-12', ...SLIPPED, revised_due: { text: 'July 2026', iso: '2026-07' } }),
  ]
  isSilent('on_track_overdue', aCase({}, { recommendation: PASSED, earlier }))
})

test('several dates without parts are stages, due at the last', () => {
  const due = [
    { text: 'Stage 1: January 2026', iso: '2026-01' },
    { text: 'Stage 2: January 2027', iso: '2027-01' },
  ]
  isSilent('on_track_overdue', aCase({}, { recommendation: aRecommendation({ due }) }))
})

test('a green that the key does not explain may mean done, where the evidence says so', () => {
  const scale = { name: 'RAG', grades: [{ code: 'Green', label: 'Green', meaning: 'on_track' as const }] }
  isSilent(
    'on_track_overdue',
    aCase({ assessment_text: 'Green', evidence: 'The list was published in February.' }, { scale, recommendation: PASSED }),
  )
  speaks('on_track_overdue', aCase({ assessment_text: 'Green', evidence: 'A list is being drawn up.' }, { scale, recommendation: PASSED }))
})

test('slipped needs a date', () => {
  const told = { ...SLIPPED, explanation: 'The nursery could not supply oaks.' }
  speaks('slipped_no_new_date', aCase(told, { recommendation: PASSED }))
  isSilent(
    'slipped_no_new_date',
    aCase(
      { ...told, explanation: 'The nursery could not supply oaks. Planting will be finished in November 2026.' },
      { recommendation: PASSED },
    ),
  )
  isSilent('slipped_no_new_date', aCase({ ...told, revised_due: { text: 'November 2026', iso: '2026-11' } }, { recommendation: PASSED }))
  isSilent('slipped_no_new_date', aCase({ ...told, explanation: 'Awaiting oaks; expected by the autumn.' }, { recommendation: PASSED }))
  isSilent('slipped_no_new_date', aCase({ ...told, evidence: 'Awaiting oaks. Completion by November 2026.' }, { recommendation: PASSED }))
})

test('a new date that has passed is no new date', () => {
  const told = { ...SLIPPED, explanation: 'Awaiting oaks. Planting will be finished in May 2026.' }
  const found = speaks('new_date_already_passed', aCase(told, { recommendation: PASSED }))
  assert.match(found.message, /May 2026, passed two weeks/)
  isSilent('slipped_no_new_date', aCase(told, { recommendation: PASSED }))
  isSilent(
    'new_date_already_passed',
    aCase({ ...told, explanation: 'Awaiting oaks. Planting will be finished in May 2027.' }, { recommendation: PASSED }),
  )
})

test('slipped needs a reason', () => {
  speaks('slipped_no_reason', aCase({ ...SLIPPED, assessment_text: '3 - more work needed', explanation: 'more work needed' }))
  isSilent('slipped_no_reason', aCase({ ...SLIPPED, explanation: 'The contractor was delayed by frost.' }))
})

test('a grade that calls for an explanation does not stand alone where the form asks for one', () => {
  speaks('explanation_missing', aCase(SLIPPED))
  isSilent('explanation_missing', aCase({ ...SLIPPED, explanation: 'Frost.' }))
  isSilent('explanation_missing', aCase(SLIPPED, { asks: { evidence: true, grade: true, explanation: false, impact: false } }))
})

test('evidence without a grade is asked for one, but not where the paper gives none or the cell holds an unknown word', () => {
  speaks('grade_missing', aCase({ grade: null, assessment_text: '' }))
  isSilent('grade_missing', aCase({ grade: null, assessment_text: 'Amber/Green' }))
  isSilent(
    'grade_missing',
    aCase({ grade: null, assessment_text: '' }, { asks: { evidence: true, grade: false, explanation: false, impact: false } }),
  )
})

test('a grade in another box is said to be there', () => {
  assert.match(
    speaks('grade_misplaced', aCase({ assessment_text: '', grade_found_in: 'impact', impact: 'Cooler streets.' })).message,
    /box for impact/,
  )
  isSilent('grade_misplaced', aCase())
})

test('a scale of numbers is cited by number', () => {
  speaks('grade_word_without_number', aCase({ assessment_text: 'On Track - going well', explanation: 'going well' }))
  speaks('grade_word_without_number', aCase({ assessment_text: 'Going well', grade_found_in: 'evidence', grade_words: 'On Track -' }))
  isSilent('grade_word_without_number', aCase({ assessment_text: '2. On Track' }))
  const words = { ...WEXCOMBE_SCALE, grades: [{ code: 'On Track', label: 'On Track', meaning: 'on_track' as const }] }
  isSilent('grade_word_without_number', aCase({ assessment_text: 'On Track' }, { scale: words }))
})

test('statements of one round with different grades are said once', () => {
  const statements = [anUpdate(), anUpdate({ ...ACHIEVED, evidence: 'The list was drawn up.' })]
  speaks('several_grades', aCase({}, { update: statements[0]!, statements }))
  isSilent('several_grades', aCase({}, { update: statements[1]!, statements }))
  isSilent('several_grades', aCase({}, { update: statements[0]!, statements: [statements[0]!, anUpdate({ evidence: 'More.' })] }))
})

test('achieved after the date is late, where the evidence dates the doing of it', () => {
  const late = speaks('achieved_late', aCase({ ...ACHIEVED, evidence: 'Achieved 19.04.26.' }, { recommendation: PASSED }))
  assert.match(late.message, /19.04.26, seven weeks after it was due \(1 March 2026\)/)
  isSilent('achieved_late', aCase({ ...ACHIEVED, evidence: 'Achieved 19.02.26.' }, { recommendation: PASSED }))
})

test('the latest of several meetings does not make it late, nor does a month that holds the date', () => {
  isSilent(
    'achieved_late',
    aCase(
      { ...ACHIEVED, evidence: 'Forum established. Meetings held on 3 February 2026, 4 April 2026 and 2 June 2026.' },
      { recommendation: PASSED },
    ),
  )
  const due = [{ text: 'March 2026', iso: '2026-03' }]
  isSilent('achieved_late', aCase({ ...ACHIEVED, evidence: 'Completed 30.03.26.' }, { recommendation: aRecommendation({ due }) }))
})

test('what is achieved has nothing left to do', () => {
  speaks('completed_outstanding', aCase({ ...ACHIEVED, evidence: 'Trees were planted. The survey is still to be analysed.' }))
  speaks(
    'completed_outstanding',
    aCase({ ...ACHIEVED, evidence: 'Trees were planted. The report is due to be published in September 2026.' }),
  )
  isSilent('completed_outstanding', aCase({ ...ACHIEVED, evidence: 'Trees were planted. Further planting will be offered each year.' }))
})

test('an action that is complete is wholly complete', () => {
  const recommendation = aRecommendation({ actions: [anAction({ percent_complete: 75 })] })
  assert.match(speaks('completed_outstanding', aCase({ ...ACHIEVED, action: 1 }, { recommendation })).message, /75% complete/)
})

test('a refusal recorded as completed is not completed', () => {
  speaks(
    'completed_not_done',
    aCase({ ...ACHIEVED, evidence: 'It was agreed that planting a tree in every street is not needed, as gardens hold many.' }),
  )
  isSilent('completed_not_done', aCase({ ...ACHIEVED, evidence: 'Trees stand in every street.' }))
  isSilent('completed_not_done', aCase({ ...ACHIEVED, evidence: 'All planted. Permission from Highways was not needed.' }))
})

test('in progress means begun', () => {
  speaks(
    'in_progress_not_started',
    aCase({ grade: 'in_progress', assessment_text: 'In progress', evidence: 'The survey will start in September 2026.' }),
  )
  isSilent(
    'in_progress_not_started',
    aCase({
      grade: 'in_progress',
      assessment_text: 'In progress',
      evidence: 'Wards have been mapped. The survey will start in September 2026.',
    }),
  )
})

test('evidence that opens with another grade contradicts the grade', () => {
  speaks('contradiction', aCase({ ...SLIPPED, evidence: 'Achieved. All streets are planted.' }))
  speaks(
    'contradiction',
    aCase({ ...SLIPPED, evidence: 'Progressing but not yet completed. The nursery says this work has been completed.' }),
  )
  isSilent('contradiction', aCase({ ...ACHIEVED, evidence: 'Achieved. All streets are planted.' }))
})

test('once the date has passed something is said of it', () => {
  const blank = { grade: null, assessment_text: '' } as const
  speaks('date_passed_unassessed', aCase(blank, { recommendation: PASSED }))
  isSilent('date_passed_unassessed', aCase(blank))
  isSilent('date_passed_unassessed', aCase({ ...blank, revised_due: { text: 'May 2027', iso: '2027-05' } }, { recommendation: PASSED }))
})

test('work in progress whose date has passed has a new date or a reason', () => {
  const underWay = { grade: 'in_progress', assessment_text: 'Ongoing', evidence: 'Officers are mapping the wards.' } as const
  assert.match(speaks('date_passed_unassessed', aCase(underWay, { recommendation: PASSED })).message, /neither a new date nor a reason/)
  isSilent('date_passed_unassessed', aCase(underWay))
  isSilent('date_passed_unassessed', aCase({ ...underWay, evidence: 'Mapping was delayed by frost.' }, { recommendation: PASSED }))
  isSilent('date_passed_unassessed', aCase({ ...underWay, evidence: 'Mapping will be finished in May 2027.' }, { recommendation: PASSED }))
})

test('an amber that means at risk has not slipped while its date stands', () => {
  const scale = { name: 'RAG', grades: [{ code: 'Amber', label: 'Amber', definition: 'At risk of delay', meaning: 'slipped' as const }] }
  const amber = { grade: 'slipped', assessment_text: 'Amber' } as const
  isSilent('slipped_no_new_date', aCase(amber, { scale }))
  isSilent('slipped_no_reason', aCase(amber, { scale }))
  speaks('slipped_no_new_date', aCase(amber, { scale, recommendation: PASSED }))
})

test('a forecast after the date is not on track', () => {
  const recommendation = aRecommendation({ due: [{ text: '01/12/2026', iso: '2026-12-01' }] })
  speaks('forecast_after_due', aCase({ evidence: 'Planting is due to be completed in December 2026.' }, { recommendation }))
  isSilent('forecast_after_due', aCase({ evidence: 'Planting is due to be completed in November 2026.' }, { recommendation }))
})

test('an open recommendation says something in every round; one that was signed off owes nothing', () => {
  const blank = { evidence: '', grade: null, assessment_text: '' } as const
  speaks('evidence_missing', aCase(blank))
  isSilent('evidence_missing', aCase(blank, { earlier: [anUpdate(ACHIEVED)] }))
  isSilent('grade_missing', aCase(blank, { earlier: [anUpdate(ACHIEVED)] }))
})

test('what was rejected, or asks for nothing, owes no evidence and no grade', () => {
  const blank = { evidence: '', grade: null, assessment_text: '' } as const
  for (const recommendation of [
    aRecommendation({ response: { answer: 'rejected' } }),
    aRecommendation({ text: 'That residents be thanked.' }),
  ])
    assert.deepEqual(judgeUpdate(aCase(blank, { recommendation })), [])
})

test('an answer that says only that none was given is no evidence', () => {
  for (const evidence of ['No update received.', 'To follow', 'Awaiting update', 'TBC']) speaks('evidence_missing', aCase({ evidence }))
  isSilent('evidence_missing', aCase({ evidence: 'No progress: the nursery has closed.' }))
})

test('evidence that only points elsewhere is not evidence', () => {
  for (const evidence of [
    'As above.',
    'As noted in Recommendation 6.',
    'See response to recommendation 2',
    'As per January 2026 update.',
    'As 1 above',
    'Covered in Recommendation 3.',
    'Ditto – see above',
  ])
    speaks('evidence_by_reference', aCase({ evidence }))
  for (const evidence of [
    'As above, and a further ten streets have been planted.',
    'The planting list is shared. Please refer to Recommendation 1 for more.',
    'See the attached planting map.',
  ])
    isSilent('evidence_by_reference', aCase({ evidence }))
})

test('evidence repeated from the last round is unchanged, until something is added', () => {
  const earlier = [anUpdate({ round: 'January 2026', presented_on: '2026-01-12' })]
  speaks('evidence_unchanged', aCase({}, { earlier }))
  isSilent(
    'evidence_unchanged',
    aCase({ evidence: 'Forty streets have been planted and residents water the saplings. Ten more were planted in May.' }, { earlier }),
  )
})

test('evidence that repeats the plan does not say what was done', () => {
  const text = 'The Council will work with residents of each ward to choose trees that suit the street and its soil.'
  speaks('evidence_unchanged', aCase({ evidence: text }, { recommendation: aRecommendation({ due: [], actions: [anAction({ text })] }) }))
  isSilent(
    'evidence_unchanged',
    aCase(
      { evidence: 'Residents of each ward chose their trees in April.' },
      { recommendation: aRecommendation({ due: [], actions: [anAction({ text })] }) },
    ),
  )
})

test('what has passed is not told as still to come', () => {
  for (const evidence of [
    'A planting day is to be held 06/06/26.',
    'The nursery has been booked for February 2026.',
    'The audit is due to be completed in December 2025.',
  ])
    speaks('evidence_stale', aCase({ evidence }))
  for (const evidence of [
    'The audit was due to be completed in December 2025 and was.',
    'A planting day will be held in June 2026.',
    'The plan, which will be revised following the meeting of 3 March 2026, is with officers.',
    'The audit was completed in December 2025.',
  ])
    isSilent('evidence_stale', aCase({ evidence }))
})

test('statements that the last round left open come back', () => {
  const last = { round: 'January 2026', presented_on: '2026-01-12' }
  const earlier = [
    anUpdate({ ...last, evidence: 'Negotiating with the Waterways Trust' }),
    anUpdate({ ...last, evidence: 'Sapling nursery opened at Brookfield' }),
  ]
  const found = speaks('not_followed_up', aCase({ evidence: 'The Brookfield nursery has raised its first saplings.' }, { earlier }))
  assert.match(found.message, /Waterways Trust/)
  isSilent('not_followed_up', aCase({ evidence: 'The Brookfield nursery raised saplings; the Waterways Trust signed.' }, { earlier }))
})

test('what was achieved is not open again without a word', () => {
  speaks('inconsistent_with_last_round', aCase({}, { earlier: [anUpdate({ ...ACHIEVED, round: 'January 2026' })] }))
  isSilent('inconsistent_with_last_round', aCase(ACHIEVED, { earlier: [anUpdate({ round: 'January 2026' })] }))
})

test('impact is asked for where the form asks for it', () => {
  speaks('impact_missing', aCase({ impact: '' }, IMPACT))
  speaks('impact_missing', aCase({ impact: 'Impact is currently being collated.' }, IMPACT))
  isSilent('impact_missing', aCase({ impact: 'Streets are two degrees cooler at noon.' }, IMPACT))
  isSilent('impact_missing', aCase({ impact: '' }))
})

test('impact stands on its own', () => {
  speaks('impact_by_reference', aCase({ impact: 'As above.' }, IMPACT))
  isSilent('impact_by_reference', aCase({ impact: 'Streets are cooler.' }, IMPACT))
})

test('a round headed with a month does not tell of a later day, unless as still to come', () => {
  const round = { round: 'As at April 2026' }
  speaks('round_label_wrong', aCase({ ...round, evidence: 'The Board agreed this on 7th May 2026.' }))
  speaks('round_label_wrong', aCase({ ...round, evidence: 'On 1st June the mayor planted a lime.' }))
  isSilent('round_label_wrong', aCase({ ...round, evidence: 'The Board agreed this on 7th April 2026.' }))
  isSilent('round_label_wrong', aCase({ ...round, evidence: 'A planting day will be held on 7th May 2026.' }))
})

test('without a day for the meeting no rule of dates speaks', () => {
  const one = aCase(
    { presented_on: undefined, evidence: 'The audit is due to be completed in December 2020.' },
    { recommendation: PASSED, presentedOn: null },
  )
  assert.deepEqual(codes(judgeUpdate(one)), [])
})

test('a council can switch a rule off, change its severity and give it words', () => {
  const scale = (rules: UpdateCase['scale']['rules']) => ({ ...WEXCOMBE_SCALE, rules })
  isSilent('on_track_overdue', aCase({}, { recommendation: PASSED, scale: scale({ on_track_overdue: { on: false } }) }))
  const found = speaks(
    'on_track_overdue',
    aCase({}, { recommendation: PASSED, scale: scale({ on_track_overdue: { severity: 'note', words: 'Nothing late is green.' } }) }),
  )
  assert.equal(found.severity, 'note')
  assert.equal(found.words, 'Nothing late is green.')
})
