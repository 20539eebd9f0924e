import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTimescale, readTimescales } from './timescales.ts'

const meanings: [string, string | undefined][] = [
  ['01/08/2027', '2027-08-01'],
  ['31.10.26', '2026-10-31'],
  ['3rd March 2027', '2027-03-03'],
  ['31 Mar 27', '2027-03-31'],
  ['March 2027', '2027-03-31'],
  ['February 2028', '2028-02-29'],
  ['May - 26', '2026-05-31'],
  ['Mar-26', '2026-03-31'],
  ['Sept 2026', '2026-09-30'],
  ['June/July26', '2026-07-31'],
  ['March2027', '2027-03-31'],
  ['By end of March 2027', '2027-03-31'],
  ['After completion of the audit, September 2026', '2026-09-30'],
  ['Stage 1: February 2027\nStage 2: December 2027', '2027-12-31'],
  ['Training to begin: March 2027\nEnd: March 2028', '2028-03-31'],
  ['From April 2026 to March 2027', '2027-03-31'],
  ['Q2 2026/27', '2026-09-30'],
  ['Q4 2026/27', '2027-03-31'],
  ['During 2026/27', '2027-03-31'],
  ['2026/27', undefined],
  ['By the end of 2026/27', '2027-03-31'],
  ['Spring 2027', undefined],
  ['By spring 2027', '2027-05-31'],
  ['Ongoing until March 2027', '2027-03-31'],
  ['Ongoing', undefined],
  ['Quarterly', undefined],
  ['Achieved', undefined],
  ['TBC', undefined],
  ['End of May', undefined],
  ['November 26/Ongoing', undefined],
  ['September 2026 and quarterly', undefined],
  ['Began September 2026', undefined],
  ['Commencing March 2027 and ongoing', undefined],
  ['31 February 2027', undefined],
]

for (const [words, iso] of meanings) {
  test(`“${words.replaceAll('\n', ' / ')}” means ${iso ?? 'no day that anyone could name'}`, () => {
    assert.equal(readTimescale(words).iso, iso)
    assert.equal(readTimescale(words).text, words)
  })
}

test('a cell of dates by part gives one for each, on lines of their own or in one line', () => {
  const expected = [
    { part: 'a', text: 'July 2026', iso: '2026-07-31' },
    { part: 'b', text: 'May 2026', iso: '2026-05-31' },
  ]
  assert.deepEqual(readTimescales(['a. July 2026', '', 'b. May 2026']), expected)
  assert.deepEqual(readTimescales(['a. July 2026 b. May 2026']), expected)
})

test('dates line by line are a timescale each; a wording over two lines is one', () => {
  assert.deepEqual(
    readTimescales(['March 2026', 'June 2026 (revised)']).map((one) => one.iso),
    ['2026-03-31', '2026-06-30'],
  )
  assert.equal(readTimescales(['Policy agreed: March 2026', 'Staff trained: June 2026']).length, 1)
  assert.deepEqual(readTimescales(['', 'n/a']), [])
})
