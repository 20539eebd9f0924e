import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '85.6',
    '12/09/2023',
    'That a report on empty shops is brought to the next meeting but one.',
    'Town Centre Manager',
    '14/11/2023',
    'On the agenda of 14 November.',
    'Closed',
    'completed',
    '2023-11-14',
  ],
  [
    '87.2',
    '12/09/2023',
    'That members are sent the figures for missed bins by ward.',
    'Waste Contract Manager',
    'October 2023',
    'Sent by email on 9 October.',
    'Closed',
    'completed',
    '2023-10-31',
  ],
  [
    '91.4',
    '14/11/2023',
    'That the Committee visits the new depot before it opens.',
    'Democratic Services Officer',
    '31/01/2024',
    'Dates have been offered to members.',
    'Open',
    'in_progress',
    '2024-01-31',
  ],
] as const

/** Minutes of a meeting, and after them a log of what was asked for. */
export const jessopMinutesLog: UnlikeDocument = {
  name: 'jessop-minutes-log',
  truth: {
    organisation: 'Jessop Borough Council',
    committee: 'Environment Scrutiny Committee',
    document_date: '2023-12-05',
    reviews: [
      {
        title: 'Action Log',
        recommendations: ROWS.map(([ref, , text, owner, when, evidence, status, grade, iso]) =>
          recommendation(ref, text, {
            owners: [owner],
            due: [due(when, iso)],
            updates: [update(evidence, grade, { presented_on: '2023-12-05', assessment_text: status })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'JESSOP BOROUGH COUNCIL', level: 1 },
    { heading: 'ENVIRONMENT SCRUTINY COMMITTEE' },
    { line: 'Minutes of the meeting held on Tuesday 5 December 2023 at 6.30pm in the Council Chamber' },
    { line: 'Present: Councillors A Bright (Chair), J Moult and S Orme' },
    { line: 'Apologies: Councillor T Vance' },
    { heading: '92. Minutes of the last meeting', level: 3 },
    { line: 'RESOLVED that the minutes of the meeting of 14 November 2023 be agreed.' },
    { heading: '93. Air quality', level: 3 },
    { line: 'The Committee heard from the Air Quality Officer about the monitors in Mill Lane.' },
    { heading: 'Action Log' },
    {
      table: [
        ['Minute No.', 'Meeting date', 'Action / Recommendation', 'Responsible', 'Due date', 'Comments', 'Status'],
        ...ROWS.map((row) => row.slice(0, 7)),
      ],
    },
  ],
}
