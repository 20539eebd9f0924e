import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    'SC18',
    'That the Council writes one digital inclusion plan with the libraries and the college.',
    'Plan to be written with partners.',
    'CR/LH',
    '30 September 2024',
    '2024-09-30',
    'Plan adopted by Cabinet on 17 September and checked by the working group.',
    'Blue',
    'achieved',
  ],
  [
    'SC19',
    'That loan tablets are offered at every library.',
    'Forty tablets to be bought.',
    'LH',
    '31 October 2024',
    '2024-10-31',
    'Thirty tablets are out on loan; ten more are on order.',
    'Green',
    'on_track',
  ],
  [
    'SC20',
    'That staff in contact centres are trained to help people who are not online.',
    'Training to be commissioned.',
    'CR',
    'Q3 2024/25',
    '2024-12-31',
    'The first supplier withdrew.',
    'Amber',
    'slipped',
  ],
  [
    'SC21',
    'That free wifi is provided in sheltered housing.',
    'Business case to be brought to Cabinet.',
    'Housing Director',
    'TBC',
    '',
    'No money has been found.',
    'Red',
    'not_achieved',
  ],
] as const

/** Blue, red, amber and green, with a key above the table in a table of its own. */
export const kettlewickBrag: UnlikeDocument = {
  name: 'kettlewick-brag',
  truth: {
    organisation: 'Kettlewick City Council',
    committee: 'Corporate Scrutiny Committee',
    document_date: '2024-10-22',
    reviews: [
      {
        title: 'Digital Inclusion',
        recommendations: ROWS.map(([ref, text, step, who, when, iso, evidence, brag, grade]) => {
          const owners = who.split('/')
          const timescale = due(when, iso === '' ? undefined : iso)
          return recommendation(ref, text, {
            owners,
            due: [timescale],
            actions: [action(step, { owners, due: timescale })],
            updates: [update(evidence, grade, { presented_on: '2024-10-22', assessment_text: brag })],
          })
        }),
      },
    ],
  },
  text: { marks: true },
  blocks: [
    { heading: 'Kettlewick City Council', level: 1 },
    { line: 'Corporate Scrutiny Committee, 22 October 2024', bold: true },
    { heading: 'Digital Inclusion: progress with recommendations' },
    {
      table: [
        [{ text: 'BRAG key', across: 2 }],
        [{ text: 'Blue', fill: '0070C0' }, 'Complete'],
        [{ text: 'Green', fill: '00B050' }, 'On track'],
        [{ text: 'Amber', fill: 'FFC000' }, 'Behind schedule'],
        [{ text: 'Red', fill: 'FF0000' }, 'Will not be achieved'],
      ],
    },
    {
      table: [
        ['Reference', 'Recommendation', 'Agreed action', 'Lead', 'Deadline', 'Progress update', 'BRAG'],
        ...ROWS.map(([ref, text, step, who, when, , evidence, brag]) => [ref, text, step, who, when, evidence, brag]),
      ],
      repeatAfter: [2],
    },
  ],
}
