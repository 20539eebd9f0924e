import { deepEqual } from 'node:assert/strict'
import { test } from 'node:test'
import { readProgramme } from './read-programme.ts'
import { suggestRequest } from './suggest-request.ts'

const said = (words: string) => {
  const { owner, dueWords, dueOn } = suggestRequest(words, '2025-10-15', [])
  return [owner, dueWords, dueOn]
}

test('who is to do what was asked for, and by when, is told from the words of minutes, actions and logs', () => {
  const cases: [string, ReturnType<typeof said>][] = [
    [
      'Members asked for the split. Action: Head of Parks to bring it to the January meeting',
      ['Head of Parks', 'the January meeting', '2026-01-31'],
    ],
    ['A breakdown would be brought back. Action: A Weir – by 3 November 2025', ['A Weir', '3 November 2025', '2025-11-03']],
    ['Action: Send the pump log to the group – Lead: J Reed – Due: 25 October', ['J Reed', '25 October', '2025-10-25']],
    ['Action: Scope an item on weirs – Lead: Scrutiny Officer – Due: March 2026', ['Scrutiny Officer', 'March 2026', '2026-03-31']],
    ['The Commissioner agreed to provide the numbers before the end of March.', ['Commissioner', 'before the end of March', '2026-03-31']],
    ['That the Director (Place) report back within six weeks', ['Director (Place)', 'within six weeks', '2025-11-26']],
    ['Ms Holt said she would email the figures to members by next meeting', ['Ms Holt', 'by next meeting', null]],
    ['Members asked that the next report include the costs.', ['', '', null]],
  ]
  for (const [words, expected] of cases) deepEqual(said(words), expected, words)
})

test('who leads an item of a programme is told beside it', () => {
  deepEqual(readProgramme('13 March 2025: Weirs and sluices – lead: Head of Rivers\nDate of next meeting: 9 May 2025', []), [
    { title: 'Weirs and sluices', text: 'Lead: Head of Rivers', meetingId: null, meetingWords: '13 March 2025' },
  ])
})
