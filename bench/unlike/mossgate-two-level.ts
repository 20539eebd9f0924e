import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    'R1',
    'That the housing register is checked each year.',
    'Housing Options Manager',
    '30/04/2019',
    '2019-04-30',
    'Letters sent to 4,100 households.',
    '2',
    'Check finished. Register cut by 900.',
    '1',
  ],
  [
    'R2',
    'That empty homes brought back into use are counted by ward.',
    'Empty Homes Officer',
    '31/07/2019',
    '2019-07-31',
    'Figures being gathered.',
    '2',
    'Not all wards done as the officer has left. Will be done by 31/01/2020.',
    '3',
  ],
  [
    'R3',
    'That private landlords are asked to join a charter.',
    'Private Sector Housing Manager',
    '30/09/2019',
    '2019-09-30',
    'Charter drafted.',
    '2',
    'Sixty-one landlords have joined.',
    '1',
  ],
] as const
const GRADES = { '1': 'achieved', '2': 'on_track', '3': 'slipped' } as const

/** Two rounds under headings of two rows, the day of the meeting over each pair of columns. */
export const mossgateTwoLevel: UnlikeDocument = {
  name: 'mossgate-two-level',
  truth: {
    organisation: 'Mossgate Council',
    committee: 'Housing Select Committee',
    document_date: '2019-11-06',
    reviews: [
      {
        title: 'Housing Need',
        recommendations: ROWS.map(([ref, text, who, when, iso, spring, first, autumn, second]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(when, iso)],
            updates: [
              update(spring, GRADES[first], { presented_on: '2019-05-08', assessment_text: first }),
              update(autumn, GRADES[second], { presented_on: '2019-11-06', assessment_text: second }),
            ],
          }),
        ),
      },
    ],
  },
  text: { marks: true },
  blocks: [
    { heading: 'Mossgate Council – Housing Select Committee', level: 1 },
    { heading: 'Review of Housing Need – Progress Update' },
    {
      table: [
        [
          { text: 'Ref', down: 2 },
          { text: 'Recommendation', down: 2 },
          { text: 'Responsible Officer', down: 2 },
          { text: 'Target Date', down: 2 },
          { text: 'Meeting of 8 May 2019', across: 2 },
          { text: 'Meeting of 6 November 2019', across: 2 },
        ],
        [null, null, null, null, 'Progress', 'Grade', 'Progress', 'Grade'],
        ...ROWS.map(([ref, text, who, when, , spring, first, autumn, second]) => [ref, text, who, when, spring, first, autumn, second]),
      ],
      headingRows: 2,
    },
    { line: 'Grades: 1 Achieved; 2 On Track; 3 Slipped; 4 Not Achieved' },
  ],
}
