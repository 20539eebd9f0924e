import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'That the Council keeps a list of those who will clear snow for others.',
    'Emergency Planning Officer',
    'November 2024',
    '2024-11-30',
    'The list has 61 names. Each has been given a shovel and a vest.',
    'completed',
    'Complete',
  ],
  [
    '2',
    'That grit bins are filled before the first of November.',
    'Highways Manager',
    '1 November 2024',
    '2024-11-01',
    'Of 212 bins 190 were filled in time. The rest waited for a new lorry.',
    'slipped',
    'Delayed',
  ],
  [
    '3',
    'That schools tell parents of closures by seven in the morning.',
    'Head of Schools',
    'December 2024',
    '2024-12-31',
    'A text service was tried in November and will be used from January.',
    'on_track',
    'On track',
  ],
] as const

/** Under each recommendation a row across the whole table says what has been done. */
export const vennorRowsAcross: UnlikeDocument = {
  name: 'vennor-rows-across',
  truth: {
    organisation: 'Vennor Council',
    document_date: '2024-12-10',
    reviews: [
      {
        title: 'Winter Readiness',
        recommendations: ROWS.map(([ref, text, who, when, iso, evidence, grade, status]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(when, iso)],
            updates: [update(evidence, grade, { presented_on: '2024-12-10', assessment_text: status })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Vennor Council', level: 1 },
    { line: 'Scrutiny Committee – 10 December 2024' },
    { heading: 'Winter Readiness: progress on recommendations' },
    {
      table: [
        ['No.', 'Recommendation', 'Lead', 'Timescale', 'Status'],
        ...ROWS.flatMap(([ref, text, who, when, , evidence, , status]) => [
          [ref, text, who, when, status],
          [{ text: `Progress: ${evidence}`, across: 5 }],
        ]),
      ],
    },
  ],
}
