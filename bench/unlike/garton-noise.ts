import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const OPEN = [
  [
    '3',
    'That the Fund publishes how its shares were voted.',
    'Head of Pensions',
    'July 2023',
    '2023-07-31',
    'Votes for 2022 are on the website.',
    'Implemented',
    'completed',
  ],
  [
    '5',
    'That the Fund asks its managers to report their carbon each year.',
    'Investment Manager',
    'December 2023',
    '2023-12-31',
    'Five of seven have reported.',
    'Partly implemented',
    'in_progress',
  ],
  [
    '6',
    'That members of the Board are trained within six months.',
    'Governance Officer',
    'June 2023',
    '2023-06-30',
    'Two new members have yet to be trained; a day is fixed for 20 September.',
    'Not implemented',
    'not_achieved',
  ],
] as const
const CLOSED = [
  ['1', 'That the Fund joins the pool.', 'Joined in April 2022.'],
  ['2', 'That the Board meets in public.', 'All meetings since June 2022 have been webcast.'],
  ['4', 'That a risk register is kept.', 'In place; last reviewed in March 2023.'],
] as const

/** A table of members, counts of statuses and a glossary round about two tables of recommendations of different shape. */
export const gartonNoise: UnlikeDocument = {
  name: 'garton-noise',
  truth: {
    organisation: 'Garton Council',
    committee: 'Pensions Committee',
    document_date: '2023-09-06',
    reviews: [
      {
        title: 'Pension Fund governance review',
        recommendations: [
          ...OPEN.map(([ref, text, who, when, iso, said, , grade]) =>
            recommendation(ref, text, {
              owners: [who],
              due: [due(when, iso)],
              updates: [update(said, grade, { presented_on: '2023-09-06' })],
            }),
          ),
          ...CLOSED.map(([ref, text, said]) =>
            recommendation(ref, text, { updates: [update(said, null, { presented_on: '2023-09-06' })] }),
          ),
        ],
      },
    ],
  },
  blocks: [
    { heading: 'Garton Council', level: 1 },
    { line: 'Pensions Committee' },
    { line: 'Wednesday 6 September 2023' },
    { heading: 'Pension Fund governance review: progress' },
    {
      table: [
        ['Member', 'Ward', 'Attended'],
        ['Cllr J Marsh (Chair)', 'Garton North', '4 of 4'],
        ['Cllr O Bello', 'Thwaite', '3 of 4'],
        ['Mrs H Quill', 'Pensioners’ representative', '4 of 4'],
      ],
    },
    { line: 'Table 1: summary' },
    {
      table: [
        ['Status', 'Number'],
        ['Implemented', '4'],
        ['Partly implemented', '1'],
        ['Not implemented', '1'],
        ['Total', '6'],
      ],
    },
    { line: 'Table 2: recommendations that are open or newly implemented' },
    {
      table: [
        ['No.', 'Recommendation', 'Owner', 'Due', 'Position at September 2023', 'Status'],
        ...OPEN.map(([ref, text, who, when, , said, status]) => [ref, text, who, when, said, status]),
      ],
    },
    { line: 'Table 3: recommendations implemented earlier' },
    { table: [['No.', 'Recommendation', 'What was done'], ...CLOSED.map((row) => [...row])] },
    { line: 'Glossary' },
    {
      table: [
        ['Term', 'Meaning'],
        ['Pool', 'Several funds that invest together.'],
        ['Webcast', 'Shown live on the internet.'],
      ],
    },
  ],
}
