import assert from 'node:assert/strict'
import { test } from 'node:test'
import { aReview, anUpdate, WEXCOMBE_GRADES } from '../../support/fictional-review.ts'
import { gradeInWords } from '../reviews/review-as-reading.ts'
import { understandAnswers } from '../travelling-forms/understand-answers.ts'
import { NOTHING_TYPED, typedFrom, understandAnswer, writtenBeside, type AnswerTyped } from './answer.ts'

const last = anUpdate('before', 'slipped', { gradeCode: '3', evidence: 'The tender was advertised.' })
const line = { review: aReview(), last }
const understood = (typed: Partial<AnswerTyped>, of = line) => understandAnswer({ ...NOTHING_TYPED, ...typed }, of)
const entered = (typed: Partial<AnswerTyped>, of = line) => {
  const answer = understood(typed, of)
  assert.equal(answer.state, 'ready', JSON.stringify(answer))
  return answer.state === 'ready' ? answer.entered : assert.fail()
}

test('no change makes the update that a form in Word makes of its box', () => {
  for (const because of ['the contract is let in May.', '- two reasons\n- and another', '  spaced   out  ']) {
    const inWord = understandAnswers(
      { noChange: because, grade: gradeInWords(WEXCOMBE_GRADES[2]!), newDate: 'September 2027', newDateReason: because },
      { name: 'Wexcombe', grades: WEXCOMBE_GRADES, percentSteps: null },
      anUpdate('now', null, { version: 0, evidence: '' }),
    )
    assert.deepEqual(entered({ answer: 'same', because, sameDate: 'September 2027' }), inWord.entered)
  }
})

test('last time’s grade and percentage go on where nothing changed, unless another grade is chosen', () => {
  const done = { ...line, last: { ...last, percentComplete: 60, rag: 'Amber' } }
  const said = entered({ answer: 'same', because: 'It waits.' }, done)
  assert.deepEqual([said.gradeCode, said.percentComplete, said.rag], ['3', 60, 'Amber'])
  assert.equal(entered({ answer: 'same', because: 'It waits.', sameGrade: '4' }, done).gradeCode, '4')
})

test('where no choice was made, what was written makes it; where both were written, it is asked', () => {
  assert.equal(understood({}).state, 'blank')
  assert.equal(entered({ evidence: 'Done in May.' }).evidence, 'Done in May.')
  assert.match(entered({ because: 'It waits.' }).evidence, /^No change since last time/)
  const both = understood({ because: 'It waits.', evidence: 'Done in May.' })
  assert.deepEqual(both.state === 'faulty' && both.faults.map(({ field }) => field), ['answer'])
})

test('what stands under the choice that was not made is told, and is no part of the answer', () => {
  const typed = { ...NOTHING_TYPED, answer: 'same', because: 'It waits.', evidence: 'Written first.' }
  assert.deepEqual(writtenBeside(typed, line), ['Written first.'])
  assert.doesNotMatch(entered(typed).evidence, /Written first/)
})

test('a line without a last time has no such choice', () => {
  assert.equal(entered({ answer: 'same', because: 'It waits.', evidence: 'Begun.' }, { ...line, last: null as never }).evidence, 'Begun.')
})

test('a grade or a percentage that the scale does not have is named, and never taken', () => {
  const steps = { ...line, review: aReview({ scale: { name: 'Wexcombe', grades: WEXCOMBE_GRADES, percentSteps: [25, 50, 75, 100] } }) }
  const faultsOf = (typed: Partial<AnswerTyped>) => {
    const answer = understood(typed, steps)
    return answer.state === 'faulty' ? answer.faults : []
  }
  assert.deepEqual(faultsOf({ evidence: 'Begun.', grade: '9' }), [{ field: 'grade', message: 'Choose one of the grades.' }])
  assert.deepEqual(faultsOf({ evidence: 'Begun.', percent: '60' }), [
    { field: 'percent', message: 'Give the percentage complete as one of 0, 25, 50, 75, 100.' },
  ])
  assert.match(faultsOf({ evidence: 'Begun.', percent: 'most of it' })[0]!.message, /whole number from 0 to 100/)
  assert.match(faultsOf({ evidence: 'x'.repeat(20_001) })[0]!.message, /Keep it to 20,000 characters/)
})

test('what stands on the record opens as it was given', () => {
  for (const typed of [
    { answer: 'same', because: 'It waits.', sameDate: 'September 2027', sameGrade: '3' },
    { answer: 'report', evidence: 'Done.\n- in May', grade: '1', explanation: 'All of it.', impact: 'Ten more.', percent: '100' },
  ]) {
    const { evidence, ...said } = entered(typed)
    const { revisedWords, revisedIso, revisedReason, gradeCode, explanation, impact, percentComplete } = said
    const update = anUpdate('now', null, {
      evidence,
      gradeCode: gradeCode ?? null,
      explanation: explanation ?? null,
      impact: impact ?? null,
      revisedWords: revisedWords ?? null,
      revisedIso: revisedIso ?? null,
      revisedReason: revisedReason ?? null,
      percentComplete: percentComplete ?? null,
    })
    assert.deepEqual(typedFrom(update, line), { ...NOTHING_TYPED, ...typed })
  }
})
