import { equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { makeMeeting } from '../../bench/meetings/meeting-document.ts'
import { FIRST_MEETINGS, FOURTH_MEETINGS, SECOND_MEETINGS, THIRD_MEETINGS } from '../../bench/meetings/meeting-documents.ts'
import { scoreMeeting } from '../../bench/meetings/score-meeting.ts'
import { readFile } from '../platform/documents/read-file.ts'
import { readText } from '../platform/documents/read-text.ts'
import { readDocument } from './read-document.ts'

/** The least share of the facts, by set and format. Text pasted from tables whose cells hold several lines has lost which line is of which cell; of the fourth set, which was met last, less is asked. */
const SETS = [
  { documents: [...FIRST_MEETINGS, ...SECOND_MEETINGS, ...THIRD_MEETINGS], docx: 0.95, txt: 0.75 },
  { documents: FOURTH_MEETINGS, docx: 0.9, txt: 0.7 },
]

for (const { documents, ...least } of SETS)
  for (const document of documents)
    for (const ending of document.endings) {
      // Lines that begin with a tab are taken for rows of a table: such text is measured by the bench alone.
      if (ending === 'pdf' || (ending === 'txt' && document.source.includes('\n\t'))) continue
      test(`what ${document.name} says of its meeting is read from ${ending}`, async () => {
        const reading = readDocument(await readFile(await makeMeeting(document, ending), `${document.name}.${ending}`))
        const { gold, found, same, misses } = scoreMeeting(document.gold, reading)
        ok(same / gold >= least[ending] && same / found >= least[ending], misses.join('\n'))
        equal(reading.reviews.length, 0, 'no table of minutes is a review')
      })
    }

const doubtsIn = (text: string) => readDocument(readText(text, 'wexcombe.txt')).doubts.map(({ why }) => why)

const HEAD =
  'Minutes of the meeting of the Place Scrutiny Panel held on 2 September 2025 at the Guildhall\n\nPresent: Councillors A Bell and C Dent\n\n'

test('a minute that is exempt only because the public was excluded before it is doubted', () => {
  const doubts = doubtsIn(
    `${HEAD}33/25 Exclusion of the public\n\nRESOLVED: That the public be excluded for the following item under paragraph 3 of Part 1 of Schedule 12A.\n\n34/25 Lease of the weir\n\nRESOLVED: That the lease be noted.\n`,
  )
  equal(doubts.length, 1)
  ok(doubts[0]!.startsWith('Minute 34/25 Lease of the weir is taken for exempt'))
})

test('minutes with numbers left out, and minutes that name nobody present, are doubted', () => {
  const gap = doubtsIn(`${HEAD}# 33/25 Apologies\nNone.\n\n# 36/25 Flood review\nThe report was noted.\n`)
  ok(gap.includes('Between the minutes 33/25 and 36/25 none was read.'), gap.join('\n'))
  const nobody = doubtsIn(`${HEAD.split('\n')[0]}\n\n33/25 Apologies\n\nNone.\n\n34/25 Flood review\n\nThe report was noted.\n`)
  ok(
    nobody.some((why) => why.startsWith('Nobody who was present was read')),
    nobody.join('\n'),
  )
})
