import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const GRADES = { Completed: 'completed', 'In Progress': 'in_progress', 'Not Started': 'not_started', Deferred: 'slipped' } as const
const ROWS = [
  [
    '412',
    'Publish the list of assets of community value with a map.',
    'Priya Nair',
    '2024-03-29',
    'Completed',
    '100%',
    'Map published 26 March.',
    '26/03/2024',
  ],
  [
    '413',
    'Review the leases of all village halls.',
    'Tom Ellery',
    '2024-06-28',
    'In Progress',
    '60%',
    'Nine of 15 reviewed. Two need new boundaries.',
    '',
  ],
  ['414', 'Hold an annual meeting of hall committees.', 'Priya Nair', '2024-10-31', 'Not Started', '0%', '', ''],
  [
    '415',
    'Offer a fund of £50,000 for repairs, to be matched by each hall.',
    'Tom Ellery',
    '2024-04-30',
    'Deferred',
    '25%',
    'Put off to 2025/26 by the Budget Council on 22 February.',
    '',
  ],
] as const

/** What a list in an office program exports: identifiers, names of people, days year first, columns that nobody reads. */
export const pelhamExport: UnlikeDocument = {
  name: 'pelham-export',
  truth: {
    reviews: [
      {
        title: 'Village Halls Review',
        recommendations: ROWS.map(([ref, text, who, when, status, , said]) =>
          recommendation(ref, text, { owners: [who], due: [due(when, when)], updates: [update(said, GRADES[status])] }),
        ),
      },
    ],
  },
  blocks: [
    {
      table: [
        [
          'ID',
          'Review',
          'Recommendation',
          'Assigned To',
          'Due Date',
          'Status',
          '% Complete',
          'Comments',
          'Date Completed',
          'Created By',
          'Item Type',
        ],
        ...ROWS.map(([ref, text, who, when, status, percent, said, done]) => [
          ref,
          'Village Halls Review',
          text,
          who,
          when,
          status,
          percent,
          said,
          done,
          'System Account',
          'Item',
        ]),
      ],
    },
  ],
}
