import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { readFile } from '../platform/documents/read-file.ts'
import { readText } from '../platform/documents/read-text.ts'
import { apologiesOf, membersOf, peopleOf } from './meeting-names.ts'
import { readMeetings } from './read-meeting.ts'
import { readParticulars } from './read-particulars.ts'
import type { ReadMeeting } from './reading.ts'
import type { SourceDocument } from '../platform/documents/source-document.ts'

const SEEDS = new URL('../../../shared/seeds/', import.meta.url)

function meetingsOf(document: SourceDocument): ReadMeeting[] {
  return readMeetings(document, { document, documentDate: readParticulars(document).document_date, unplaced: [], doubts: [] })
}

const meetingsIn = (text: string): ReadMeeting[] => meetingsOf(readText(text, 'wexcombe.txt'))

const AGENDA = `# PLACE SCRUTINY PANEL

Date: Tuesday, 14 October 2025
Time: 2.30pm
Venue: Guildhall, Quay Street, Wexcombe

Membership: Councillors R Adeyemi (Chair), S Lacey and P Thorne

1. Apologies
2. Declarations of interest
3. Minutes (Pages 3 - 10)
To approve the minutes of 2 September 2025.
4. Flood review Appendix C
`

const MINUTES = `Minutes of the meeting of the Place Scrutiny Panel held on Tuesday 2 September 2025 at the Guildhall, Wexcombe

Present: Councillors R Adeyemi (Chair), S Lacey and P Thorne
In attendance: Mina Holt (Head of Parks and Gardens), Joe Reed - Team Manager

33/25 Apologies for absence
Apologies were received from Councillor T Marsh and Head of Rivers - Ann Weir.

34/25 Minutes
RESOLVED: That the minutes of 1 July 2025 be confirmed.

35/25 Flood review
The Panel discussed the weirs. Data on the lower weir was requested.
It was agreed that the engineer would report back in November.
The cost, it was said, is 36 per cent higher.

36/25 Declarations
None.

The meeting ended at 4.10pm
37/25 Not an item
`

test('an agenda is read with its day, place, members, items and appendices', () => {
  const [meeting] = meetingsIn(AGENDA)
  assert.equal(meeting?.body, 'Place Scrutiny Panel')
  assert.deepEqual([meeting?.date, meeting?.time, meeting?.venue], ['2025-10-14', '2.30pm', 'Guildhall, Quay Street, Wexcombe'])
  assert.deepEqual(meeting?.membership, ['Cllr R Adeyemi (Chair)', 'Cllr S Lacey', 'Cllr P Thorne'])
  assert.deepEqual(meeting?.agenda, [
    { ref: '1', title: 'Apologies' },
    { ref: '2', title: 'Declarations of interest' },
    { ref: '3', title: 'Minutes', appendix: 'Pages 3 - 10', text: 'To approve the minutes of 2 September 2025.' },
    { ref: '4', title: 'Flood review', appendix: 'Appendix C' },
  ])
})

test('minutes are read with who was there, their references, what was resolved and what was asked for', () => {
  const [meeting] = meetingsIn(MINUTES)
  assert.deepEqual([meeting?.body, meeting?.date, meeting?.venue], ['Place Scrutiny Panel', '2025-09-02', 'Guildhall, Wexcombe'])
  assert.deepEqual(meeting?.present, ['R Adeyemi (Chair)', 'S Lacey', 'P Thorne'])
  assert.deepEqual(meeting?.in_attendance, ['Mina Holt (Head of Parks and Gardens)', 'Joe Reed - Team Manager'])
  assert.deepEqual(meeting?.apologies, ['Councillor T Marsh', 'Ann Weir'])
  assert.deepEqual(
    meeting?.minutes?.map((one) => [one.ref, one.title, one.resolution]),
    [
      ['33/25', 'Apologies for absence', undefined],
      ['34/25', 'Minutes', 'That the minutes of 1 July 2025 be confirmed.'],
      ['35/25', 'Flood review', 'It was agreed that the engineer would report back in November.'],
      ['36/25', 'Declarations', 'None.'],
    ],
  )
  assert.deepEqual(meeting?.minutes?.[2]?.requests, [
    'Data on the lower weir was requested.',
    'It was agreed that the engineer would report back in November.',
  ])
})

test('items numbered plainly are told from numbered sentences', () => {
  const [meeting] = meetingsIn(
    'Minutes of the meeting of the Housing Panel held on 3 March 2026\n\n# 1. Welcome\nThe chair opened.\n1.1 The panel noted the report.\n\n# 2. Empty homes\nRESOLVED\nThat the list be published.\n',
  )
  assert.deepEqual(
    meeting?.minutes?.map((one) => [one.ref, one.title]),
    [
      ['1', 'Welcome'],
      ['2', 'Empty homes'],
    ],
  )
})

test('a progress table, and a report with numbered paragraphs, are no meeting', () => {
  assert.deepEqual(meetingsIn('No\tRecommendation\tStatus\n1\tThat the weir be mended\tDone\n'), [])
  assert.deepEqual(meetingsIn('1. Following the review, recommendations are tracked.\n2. Two kinds of report are used.\n'), [])
})

test('lists of people are parted at names, not inside posts', () => {
  assert.deepEqual(peopleOf('Mina Holt - Parks and Gardens, Joe Reed and Amy Lund'), [
    'Mina Holt - Parks and Gardens',
    'Joe Reed',
    'Amy Lund',
  ])
  assert.deepEqual(membersOf('Councillors A Bell and C Dent; Co-optees: Mrs E Fox'), ['Cllr A Bell', 'Cllr C Dent', 'Mrs E Fox'])
  assert.deepEqual(apologiesOf('There were none.'), [])
})

test(
  'the meetings of the seeds are read as their gold has them',
  { skip: existsSync(SEEDS) ? false : 'the seeds are not here' },
  async () => {
    for (const name of readdirSync(SEEDS).filter((file) => file.startsWith('003') && /\.(?:docx|txt)$/.test(file))) {
      const gold = JSON.parse(readFileSync(new URL(name.replace(/\.\w+$/, '.gold.json'), SEEDS), 'utf8')) as { meetings: ReadMeeting[] }
      const read = meetingsOf(await readFile(readFileSync(new URL(name, SEEDS)), name))
      assert.equal(read.length, gold.meetings.length)
      gold.meetings.forEach((meeting, at) => {
        const { minutes, ...facts } = meeting
        for (const [field, value] of Object.entries(facts))
          assert.deepEqual(read[at]?.[field as keyof ReadMeeting], value, `${name} ${field}`)
        assert.deepEqual(
          read[at]?.minutes?.map(({ ref, title, resolution }) => [ref, title, resolution]),
          minutes?.map(({ ref, title, resolution }) => [ref, title, resolution]),
          name,
        )
      })
    }
  },
)
