import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crossRefs, leadingRef, paragraphRefs, refOf } from './references.ts'

test('references of every kind of numbering are known, and words and dates are not', () => {
  const known = {
    '1': '1',
    '7a': '7a',
    'a)': 'a',
    R1: 'R1',
    '1.4': '1.4',
    'Recommendation 1:': '1',
    'No. 3': '3',
    'E1.1': 'E1.1',
    SC18: 'SC18',
    'OS (25/26) 01': 'OS (25/26) 01',
    '85.6': '85.6',
  }
  for (const [words, ref] of Object.entries(known)) assert.equal(refOf(words), ref, words)
  for (const words of ['', 'The Council', 'Ongoing', 'March 2027']) assert.equal(refOf(words), null, words)
})

test('a reference at the head of the words is told from words that only look like one', () => {
  assert.deepEqual(leadingRef('a) That paths be lit'), { ref: 'a', rest: 'That paths be lit' })
  assert.deepEqual(leadingRef('Recommendation 3 – That paths be lit'), { ref: '3', rest: 'That paths be lit' })
  assert.deepEqual(leadingRef('1.2 That paths be lit'), { ref: '1.2', rest: 'That paths be lit' })
  for (const words of ['That paths be lit', 'A review of paths', '10 new lamps']) assert.equal(leadingRef(words), null, words)
})

test('paragraphs of the report are cited in brackets or at the end, with their sub-paragraphs', () => {
  assert.deepEqual(paragraphRefs('That lamps be bought (Paras 40 (vi) and 135)'), ['40 (vi)', '135'])
  assert.deepEqual(paragraphRefs('That lamps be bought (para 44,(i))'), ['44 (i)'])
  assert.deepEqual(paragraphRefs('That lamps be bought. Para 104)'), ['104'])
  assert.deepEqual(paragraphRefs('as section 4 of the plan says, lamps be bought'), [])
})

test('other recommendations of the review are named, never its own or one that is not there', () => {
  assert.deepEqual(crossRefs('See Recommendations 3, 4 and 7a, and Rec 9', new Set(['1', '3', '4', '7a']), '4'), ['3', '7a'])
})
