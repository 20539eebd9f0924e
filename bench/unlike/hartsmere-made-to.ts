import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    'SR (23/24) 01',
    '12/06/23',
    'That the Executive reviews the charge for replacing lost bus passes.',
    'Cllr A Marsh',
    'DM/PL',
    '01/10/23',
    '2023-10-01',
    'Charge reviewed and halved from 1 September 2023.',
    'Complete',
    'completed',
  ],
  [
    'SR (23/24) 02',
    '12/06/23',
    'That a register of community buildings is published.',
    'Cllr B Onslow',
    'KT',
    '01/02/24',
    '2024-02-01',
    'Work has been paused as the officer is on leave.',
    'Paused',
    'in_progress',
  ],
  [
    'SR (23/24) 07',
    '04/09/23',
    'That the Leader writes to the rail company about step-free access.',
    'Leader',
    'CEX',
    '',
    '',
    'Letter sent 11 September. No answer yet.',
    'Ongoing',
    'in_progress',
  ],
] as const

/** References with the year in brackets, a councillor and an officer for each, initials, a date of the recommendation and one of its promise. */
export const hartsmereMadeTo: UnlikeDocument = {
  name: 'hartsmere-made-to',
  truth: {
    organisation: 'Hartsmere District Council',
    committee: 'Corporate Scrutiny Committee',
    document_date: '2024-01-15',
    reviews: [
      {
        title: 'Scrutiny Recommendation Tracker',
        recommendations: ROWS.map(([ref, , text, member, officer, when, iso, evidence, status, grade]) =>
          recommendation(ref, text, {
            owners: [member, ...officer.split('/')],
            due: when === '' ? [] : [due(when, iso)],
            updates: [update(evidence, grade, { presented_on: '2024-01-15', assessment_text: status })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { line: 'ANNEX A' },
    { heading: 'Scrutiny Recommendation Tracker', level: 1 },
    { line: 'Hartsmere District Council' },
    { line: 'Corporate Scrutiny Committee: 15 January 2024' },
    {
      table: [
        ['Reference', 'Date', 'Recommendation', 'Executive Member', 'Lead Officer', 'Due Date', 'Action taken', 'Status'],
        ...ROWS.map(([ref, day, text, member, officer, when, , evidence, status]) => [
          ref,
          day,
          text,
          member,
          officer,
          when,
          evidence,
          status,
        ]),
      ],
      repeatAfter: [1],
    },
    { heading: 'Key', level: 3 },
    { line: 'Reference: the municipal year in which the recommendation was made.' },
    { line: 'Date: the day of the meeting.' },
    { bullets: ['Complete: nothing more to be done', 'Ongoing: work is under way', 'Paused: work has been halted for a reason given'] },
  ],
}
