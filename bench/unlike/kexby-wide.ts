import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const GRADES = { Green: 'on_track', Amber: 'slipped', Complete: 'completed', Red: 'overdue' } as const
const ROWS = [
  [
    'LIB/1',
    'Open each library on at least one evening',
    'Libraries Manager',
    '2024-01-31',
    [
      ['Four of six open on Thursdays', 'Green'],
      ['All six open', 'Complete'],
    ],
  ],
  [
    'LIB/2',
    'Offer free printing, up to ten pages, to people who claim benefits',
    'Libraries Manager',
    '2024-03-31',
    [
      ['Costed at £9,000', 'Green'],
      ['Not in the budget', 'Red'],
    ],
  ],
  [
    'LIB/3',
    'Let parishes keep a shelf of books',
    'Community Librarian',
    '2024-06-30',
    [
      ['', 'Green'],
      ['Eleven parishes have asked', 'Green'],
    ],
  ],
  [
    'LIB/4',
    'Replace the mobile library',
    'Fleet Manager',
    '2024-09-30',
    [
      ['Specification written', 'Amber'],
      ['Ordered; delivery in August', 'Amber'],
    ],
  ],
] as const

/** Two columns to a quarter whose headings begin with it, no key at all. */
export const kexbyWide: UnlikeDocument = {
  name: 'kexby-wide',
  truth: {
    reviews: [
      {
        title: '',
        recommendations: ROWS.map(([ref, text, who, when, quarters]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(when.split('-').toReversed().join('/'), when)],
            updates: quarters.map(([said, rag], at) => update(said, GRADES[rag], { round: ['Q3 2023/24', 'Q4 2023/24'][at]! })).slice(0, 2),
          }),
        ),
      },
    ],
  },
  blocks: [
    {
      table: [
        [
          'Reference',
          'Recommendation text',
          'Owner',
          'Target completion date',
          'Q3 2023/24 update',
          'Q3 2023/24 RAG',
          'Q4 2023/24 update',
          'Q4 2023/24 RAG',
        ],
        ...ROWS.map(([ref, text, who, when, quarters]) => [ref, text, who, when.split('-').toReversed().join('/'), ...quarters.flat()]),
      ],
    },
  ],
}
