import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '11 June 2024',
    '14',
    'That Cabinet be asked to extend the free bus pass to apprentices.',
    'Cabinet Member for Transport',
    'September 2024',
    '2024-09-30',
    'Cabinet agreed on 17 September to a pilot for one year.',
    'Closed',
    'completed',
  ],
  [
    '11 June 2024',
    '15',
    'That a report on empty shops be brought to a future meeting.',
    'Head of Economy',
    '10 December 2024',
    '2024-12-10',
    'On the agenda for December.',
    'Open',
    'in_progress',
  ],
  [
    '10 September 2024',
    '22',
    'That officers write to the Post Office about the closure of the Marram branch.',
    'Democratic Services',
    'ASAP',
    undefined,
    'Letter sent 12 September. No answer yet; a reminder went on 4 November.',
    'Open',
    'in_progress',
  ],
  [
    '10 September 2024',
    '23',
    'That the task group on street lighting be set up, with five members.',
    'Scrutiny Officer',
    'October 2024',
    '2024-10-31',
    'Set up. It has met twice.',
    'Closed',
    'completed',
  ],
  [
    '10 September 2024',
    '25',
    'That the Leader be invited to the January meeting to answer questions on the budget.',
    'Scrutiny Officer',
    '14/01/2025',
    '2025-01-14',
    '',
    'Open',
    'in_progress',
  ],
] as const

/** A log of what a committee resolved at each meeting, by minute, open or closed. */
export const marramResolutions: UnlikeDocument = {
  name: 'marram-resolutions',
  truth: {
    organisation: 'Marram and Dunes District Council',
    committee: 'Overview and Scrutiny Committee',
    document_date: '2024-11-12',
    reviews: [
      {
        title: 'Recommendation and action log',
        recommendations: ROWS.map(([, ref, text, who, when, iso, said, , grade]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(when, iso)],
            updates: [update(said, grade, { presented_on: '2024-11-12' })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Marram and Dunes District Council', level: 1 },
    { line: 'Overview and Scrutiny Committee' },
    { line: '12 November 2024' },
    { heading: 'Recommendation and action log' },
    {
      table: [
        ['Meeting date', 'Minute', 'Resolution', 'Action by', 'Due', 'Outcome / update', 'Open or closed'],
        ...ROWS.map(([met, ref, text, who, when, , said, state]) => [met, ref, text, who, when, said, state]),
      ],
    },
  ],
}
