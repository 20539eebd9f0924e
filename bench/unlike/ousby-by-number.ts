import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'That the strategy for trees is written with the parishes.',
    'Agreed',
    'accepted',
    'Tree Officer',
    'May 2024',
    '2024-05-31',
    'Nineteen parishes answered. The strategy goes to Cabinet in June.',
    'Amber',
    'slipped',
  ],
  [
    '2',
    'That an acre of wood is planted for each hundred homes that are built.',
    'Agreed in part',
    'accepted_in_part',
    'Head of Planning',
    'December 2024',
    '2024-12-31',
    'In the draft Local Plan as half an acre.',
    'Green',
    'on_track',
  ],
  ['3', 'That highway verges are cut twice a year and no more.', 'Not agreed', 'rejected', '', '', undefined, '', '', null],
  [
    '4',
    'That each school has a tree nursery.',
    'Agreed',
    'accepted',
    'Schools Adviser',
    'September 2024',
    '2024-09-30',
    'Six schools have one.',
    'Green',
    'on_track',
  ],
] as const

/** The recommendations and their answers in one table; what has been done in another, by number alone. */
export const ousbyByNumber: UnlikeDocument = {
  name: 'ousby-by-number',
  truth: {
    organisation: 'Ousby District Council',
    reviews: [
      {
        title: 'Trees and Woodland',
        recommendations: ROWS.map(([ref, text, answer, means, who, when, iso, said, , grade]) =>
          recommendation(ref, text, {
            owners: who === '' ? [] : [who],
            due: when === '' ? [] : [due(when, iso)],
            response: { answer: means, text: answer },
            updates: said === '' ? [] : [update(said, grade, { round: 'March 2024' })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Ousby District Council', level: 1 },
    { heading: 'Scrutiny Review of Trees and Woodland' },
    {
      table: [
        ['No', 'Recommendation', 'Cabinet response', 'Lead', 'Timescale'],
        ...ROWS.map(([ref, text, answer, , who, when]) => [ref, text, answer, who, when]),
      ],
    },
    { heading: 'Monitoring, March 2024' },
    { line: 'Green = on track; Amber = behind schedule; Red = overdue' },
    {
      table: [
        ['Rec', 'Progress at March 2024', 'RAG'],
        ...ROWS.filter((row) => row[7] !== '').map(([ref, , , , , , , said, rag]) => [ref, said, rag]),
      ],
    },
  ],
}
