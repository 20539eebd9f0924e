import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '../platform/documents/read-text.ts'
import type { SourceBlock } from '../platform/documents/source-document.ts'
import { isVersion, readParticulars, titleAbove, titleCase, titleOf } from './read-particulars.ts'

const particulars = (text: string) => readParticulars(readText(text, 'wexcombe.txt'))

test('the council, the committee and the day of the meeting are read from a front page', () => {
  assert.deepEqual(
    particulars(
      'WEXCOMBE BOROUGH COUNCIL\n\nPLACE AND ECONOMY SCRUTINY PANEL\n\nTuesday, 14 October 2025\n\nThe Panel agreed on 3 March 2024 that Wexcombe Borough Council would report.',
    ),
    { organisation: 'Wexcombe Borough Council', committee: 'Place and Economy Scrutiny Panel', document_date: '2025-10-14' },
  )
})

test('a committee named only in a recommendation is still found, without the words before it', () => {
  const found = particulars(
    'Progress\n\n1\tThat the outcome be reported back to Cabinet and Housing Select Committee\n2\tThat the Council mend the bridge\n',
  )
  assert.equal(found.committee, 'Housing Select Committee')
  assert.equal(found.organisation, undefined)
})

test('without a front page the day is that of the last round presented', () => {
  const found = particulars(
    'No.\tRecommendation\tProgress presented 4th June 2024\tProgress presented 3 December 2024\n1\tThat the bridge be mended by 1 May 2025\tBegun\tHalf done\n',
  )
  assert.equal(found.document_date, '2024-12-03')
})

test('a day that a sentence of progress mentions is not that of the document', () => {
  const found = particulars(
    'No.\tRecommendation\tProgress\n1\tThat the bridge be mended\tThe plan was agreed on 11 January 2024. It has been presented to nine teams.\n',
  )
  assert.equal(found.document_date, undefined)
})

test('a month that names a round is taken as its last day', () => {
  assert.equal(particulars('Recommendation 1:\tMend it\nProgress (February 2024):\tBegun\n').document_date, '2024-02-29')
})

test('a document that says nothing of itself gives nothing', () => {
  assert.deepEqual(particulars('The bridge was mended. The council was pleased.'), {})
})

test('titles lose the words that say what kind of paper it is', () => {
  assert.equal(titleOf('Empty Homes – Progress Update'), 'Empty Homes')
  assert.equal(titleOf('APPENDIX B: FLY-TIPPING AND WASTE – ACTION PLAN'), 'Fly-Tipping and Waste')
  assert.equal(titleOf('Place Scrutiny Panel: Empty Homes'), 'Empty Homes')
  assert.equal(titleOf('14 October 2025'), '')
  assert.equal(titleCase('CARE OF THE ELDERLY'), 'Care of the Elderly')
  assert.ok(isVersion('V1.0') && isVersion('Draft 2') && !isVersion('Visit 2'))
})

test('a review named in the text above a table gives its title where the heading says only what the table is', () => {
  const { blocks } = readText(
    'The panel’s Review of Flood Defences at Wexcombe Quay was agreed. The Review of Flood Defences at Wexcombe Quay is attached.\n\n# Appendix A: Response to the recommendations\n\nNo\tRecommendation\n1\tMend it\n',
    'wexcombe.txt',
  )
  assert.equal(titleAbove(blocks, blocks.length - 1), 'Review of Flood Defences at Wexcombe Quay')
})

test('a title of several lines begins no earlier than its page, nor before the table above it', () => {
  const bold = (text: string, page: number): SourceBlock => ({ kind: 'paragraph', text, page, bold: true })
  const table: SourceBlock = { kind: 'table', number: 1, width: 2, rows: [] }
  const blocks = [
    bold('Contact Officer: Jocasta Penn', 1),
    bold('Post: Scrutiny Officer', 1),
    bold('Allotments and', 2),
    bold('Community Gardens', 2),
    table,
    bold('Harbour Safety', 2),
    table,
  ]
  assert.equal(titleAbove(blocks, 4), 'Allotments and Community Gardens')
  assert.equal(titleAbove(blocks, 6), 'Harbour Safety')
})
