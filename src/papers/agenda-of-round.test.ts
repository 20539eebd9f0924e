import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readingOf } from '../demonstration/load-wexcombe.ts'
import { EMPTY_HOMES } from '../demonstration/empty-homes.ts'
import { readDocx } from '../platform/documents/read-docx.ts'
import { writeDocx } from '../platform/documents/write-docx.ts'
import { readDocument } from '../reading/read-document.ts'
import { meetingOfRound } from './agenda-of-round.ts'
import { makePaper } from './write-paper.ts'

const reading = readingOf('round', 'Place Panel', '2027-01-20', EMPTY_HOMES)

test('a meeting with no agenda on record gets the standing items and one for each review', () => {
  const { agenda, body, date } = meetingOfRound(reading, {})
  assert.deepEqual([body, date], ['Place Panel', '2027-01-20'])
  assert.deepEqual(
    agenda?.map(({ ref, appendix }) => [ref, appendix]),
    [
      ['1', undefined],
      ['2', undefined],
      ['3', 'A'],
    ],
  )
  assert.match(agenda?.at(-1)?.title ?? '', /^Bringing Empty Homes/)
})

test('an agenda that is on record is kept as it is', () => {
  const agenda = [{ ref: '7', title: 'Any other business' }]
  assert.deepEqual(meetingOfRound(reading, { agenda, venue: 'Town Hall' }), {
    body: 'Place Panel',
    date: '2027-01-20',
    venue: 'Town Hall',
    agenda,
  })
})

test('a round in the layout of a meeting reads back with its agenda and its recommendations', async () => {
  const paper = makePaper({ ...reading, meetings: [meetingOfRound(reading, {})] }, { layout: 'meeting' })
  const read = readDocument(readDocx(await writeDocx(paper), 'paper.docx'))
  assert.equal(read.meetings[0]?.agenda?.length, 3)
  assert.deepEqual(
    read.reviews.flatMap((review) => review.recommendations.map(({ text }) => text)).slice(0, 5),
    EMPTY_HOMES.recommendations.map(({ text }) => text),
  )
})
