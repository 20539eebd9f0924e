import assert from 'node:assert/strict'
import { test } from 'node:test'
import { WEXCOMBE_GRADES, anUpdate } from '../../support/fictional-review.ts'
import { understandAnswers, type Answers } from './understand-answers.ts'
import type { FormScale } from './travelling-form.ts'

const scale: FormScale = { name: 'Wexcombe', grades: WEXCOMBE_GRADES, percentSteps: null }
const blank = anUpdate('now', null, { version: 0, evidence: '' })
const understood = (answers: Answers, over: Partial<FormScale> = {}, now = blank) => understandAnswers(answers, { ...scale, ...over }, now)

test('a grade is known by the words of the scale however they were typed', () => {
  for (const typed of ['2 – On Track', '2 - on track', '2', 'On Track', 'ON-TRACK', '2: On track', 'On target'])
    assert.equal(understood({ grade: typed }).entered?.gradeCode, '2', typed)
})

test('what follows a grade in its box is why it was given', () => {
  const { entered, notes } = understood({ grade: '3 – Slipped – the provider withdrew' })
  assert.equal(entered?.gradeCode, '3')
  assert.equal(entered?.explanation, 'the provider withdrew')
  assert.match(notes.join(), /was read as the grade 3 – Slipped/)
})

test('a grade typed in the box for evidence is taken from there, and told', () => {
  const { entered, notes } = understood({ grade: '', evidence: 'On Track - 28 of 31 schools have a lead.' })
  assert.equal(entered?.gradeCode, '2')
  assert.equal(entered?.evidence, '28 of 31 schools have a lead.')
  assert.match(notes.join(), /stood in the evidence/)
  assert.equal(understood({ grade: '', evidence: 'Completed forms were returned by 12 schools.' }).entered?.gradeCode, null)
})

test('a grade that the scale does not have is a fault and never a guess', () => {
  for (const typed of ['Nearly there', 'Amber', '7']) {
    const { entered, faults } = understood({ grade: typed, evidence: 'Kept.' })
    assert.equal(entered, null, typed)
    assert.match(faults.join(), new RegExp(`“${typed}” is none of the grades`))
  }
})

test('a percentage may be written as people write it, and must be one of the scale’s steps where it has steps', () => {
  for (const typed of ['60', '60%', ' 60 % ', '60 per cent', 'about 60%'])
    assert.equal(understood({ percent: typed }).entered?.percentComplete, 60, typed)
  assert.match(understood({ percent: 'most of it' }).faults.join(), /whole number from 0 to 100/)
  assert.match(understood({ percent: '140' }).faults.join(), /whole number from 0 to 100/)
  assert.match(understood({ percent: '60' }, { percentSteps: [25, 50, 75, 100] }).faults.join(), /one of 0, 25, 50, 75, 100/)
  assert.equal(understood({ percent: '0' }, { percentSteps: [25, 50, 75, 100] }).entered?.percentComplete, 0)
})

test('a new date is understood as a timescale is, and told where it is none', () => {
  const { entered } = understood({ newDate: 'end of\nMarch 2027', newDateReason: 'Two heads were away.' })
  assert.deepEqual(
    [entered?.revisedWords, entered?.revisedIso, entered?.revisedReason],
    ['end of March 2027', '2027-03-31', 'Two heads were away.'],
  )
  assert.match(understood({ newDate: 'when we can' }).notes.join(), /no day or month in the new date/)
})

test('no change is evidence that says so', () => {
  assert.equal(
    understood({ evidence: '', noChange: 'the contract is let in May.' }).entered?.evidence,
    'No change since last time, because: the contract is let in May.',
  )
})

test('a box that did not come back leaves what Heed has; one that came back empty empties it', () => {
  const now = anUpdate('now', 'on_track', {
    gradeCode: '2',
    evidence: 'Kept.',
    impact: 'Much.',
    revisedWords: 'May 2027',
    revisedIso: '2027-05',
  })
  const { entered } = understood({ impact: '' }, {}, now)
  assert.deepEqual([entered?.evidence, entered?.gradeCode, entered?.impact, entered?.revisedIso], ['Kept.', '2', null, '2027-05-31'])
  assert.equal(understood({ grade: '' }, {}, now).entered?.gradeCode, null)
})

test('what is longer than a line can hold is a fault that names its box', () => {
  const { entered, faults } = understood({ evidence: 'words '.repeat(4000) })
  assert.equal(entered, null)
  assert.match(faults.join(), /What has been done\?: This is too long/)
})
