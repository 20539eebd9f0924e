import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '../platform/documents/read-text.ts'
import { readDocument } from './read-document.ts'
import type { ReadRecommendation } from './reading.ts'

function recommendationsIn(...lines: string[]): ReadRecommendation[] {
  return readDocument(readText(lines.join('\n'), 'a.txt')).reviews.flatMap((review) => review.recommendations)
}

test('a row across the table that says what was done belongs to the recommendation above it', () => {
  const [first, second] = recommendationsIn(
    'No.\tRecommendation\tLead\tTimescale\tStatus',
    '1\tThat paths be lit.\tParks Manager\tMay 2027\tComplete',
    'Progress: All nine paths have lamps.\t\t\t\t',
    '2\tThat gates be oiled.\tParks Manager\tJune 2027\tDelayed',
    'Progress: The oil has not come.\t\t\t\t',
  )
  assert.equal(first?.updates[0]?.evidence, 'All nine paths have lamps.')
  assert.equal(second?.updates[0]?.evidence, 'The oil has not come.')
  assert.equal(second?.updates[0]?.grade, 'slipped')
})

test('references between a recommendation and its actions are those of the actions', () => {
  const [only] = recommendationsIn(
    'Recommendation\tRef\tAction\tOwner\tDue\t% complete\tRAG',
    '1. That paths be lit.\t1.1\tBuy lamps.\tAnn Reed\tMay 2027\t100%\tGreen',
    '\t1.2\tPut them up.\tOmar Khan\tJune 2027\t20%\tAmber',
  )
  assert.equal(only?.ref, '1')
  assert.deepEqual(
    only?.actions.map(({ ref, percent_complete, rag }) => [ref, percent_complete, rag]),
    [
      ['1.1', 100, 'Green'],
      ['1.2', 20, 'Amber'],
    ],
  )
})

test('a page number or a running line does not part a table from its next page', () => {
  const found = recommendationsIn(
    'Ref\tRecommendation\tOwner\tDue\tProgress',
    'R1\tThat paths be lit before the clocks go back so that nobody has to\tAnn Reed\tMay 2027\tLamps are up.',
    '',
    'Page 4 of 9',
    '',
    '\twalk home in the dark.\t\t\t',
    'R2\tThat gates be oiled.\tOmar Khan\tJune 2027\tDone.',
  )
  assert.deepEqual(
    found.map(({ ref, text }) => [ref, text]),
    [
      ['R1', 'That paths be lit before the clocks go back so that nobody has to walk home in the dark.'],
      ['R2', 'That gates be oiled.'],
    ],
  )
})

test('a status that closes the words of progress is the grade where no column is for grades', () => {
  const [first, second] = recommendationsIn(
    'Recommendation\tLead\tTimescale\tUpdate Oct 2027\tUpdate Mar 2028',
    'R1 That paths be lit.\tDM/PL\tApr-28\tLamps were bought.\tAll nine are up. Complete.',
    'R2 That gates be oiled.\tKT\tDec-28\tOil was bought.\tFour gates are left.',
  )
  assert.equal(first?.ref, 'R1')
  assert.deepEqual(
    first?.updates.map(({ round, grade }) => [round, grade]),
    [
      ['Oct 2027', null],
      ['Mar 2028', 'completed'],
    ],
  )
  assert.equal(second?.updates[1]?.grade, null)
})

test('a scale in one sentence gives its codes their meaning, numbers or letters', () => {
  const [first, second] = recommendationsIn(
    'Progress is assessed as follows: C = Complete, IP = In progress, NS = Not started.',
    '',
    'Ref\tRecommendation\tOwner\tProgress\tAssessment',
    '1\tThat paths be lit.\tAnn Reed\tLamps are up.\tC',
    '2\tThat gates be oiled.\tOmar Khan\tNo oil yet.\tNS',
  )
  assert.equal(first?.updates[0]?.grade, 'completed')
  assert.equal(second?.updates[0]?.grade, 'not_started')
})

test('headings in two rows that lost their merged cells name the round over each pair of columns', () => {
  const [only] = recommendationsIn(
    'Ref\tRecommendation\tOwner\tMeeting of 8 May 2027\t\tMeeting of 6 November 2027\t',
    '\t\t\tProgress\tGrade\tProgress\tGrade',
    '1\tThat paths be lit.\tAnn Reed\tLamps were bought.\tOn track\tLamps are up.\tAchieved',
    '2\tThat gates be oiled.\tOmar Khan\tOil was bought.\tOn track\tGates are oiled.\tAchieved',
  )
  assert.deepEqual(
    only?.updates.map(({ presented_on, grade }) => [presented_on, grade]),
    [
      ['2027-05-08', 'on_track'],
      ['2027-11-06', 'achieved'],
    ],
  )
})
