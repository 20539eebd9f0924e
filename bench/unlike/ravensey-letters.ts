import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '4.1.1',
    'The harbour office should keep a log of every complaint about noise.',
    'Harbour Master',
    'Q1 2020/21',
    '2020-06-30',
    'Log kept since April.',
    'G',
    'achieved',
  ],
  [
    '4.1.2',
    'The speed limit in the inner harbour should be marked on every buoy.',
    'Harbour Master / Coastguard',
    'End of June 2020',
    '2020-06-30',
    'Buoys ordered; supplier closed until August.',
    'A',
    'slipped',
  ],
  [
    '4.2.1',
    'Divers should be told of ferry times by text message.',
    'IT Manager',
    'December 2020',
    '2020-12-31',
    'No work done.',
    'R',
    'not_started',
  ],
] as const

/** Letters for colours and a key that explains them, references of three levels. */
export const ravenseyLetters: UnlikeDocument = {
  name: 'ravensey-letters',
  truth: {
    organisation: 'Ravensey Harbour Council',
    document_date: '2020-07-21',
    reviews: [
      {
        title: 'Noise in the Harbour',
        recommendations: ROWS.map(([ref, text, who, when, iso, evidence, letter, grade]) =>
          recommendation(ref, text, {
            owners: who.split(' / '),
            due: [due(when, iso)],
            updates: [update(evidence, grade, { presented_on: '2020-07-21', assessment_text: letter })],
          }),
        ),
      },
    ],
  },
  text: { marks: true },
  blocks: [
    { heading: 'Ravensey Harbour Council', level: 1 },
    { line: 'Date of meeting: 21 July 2020' },
    { heading: 'Noise in the Harbour: monitoring' },
    {
      table: [
        ['RAG', 'Definition'],
        ['G', 'Completed'],
        ['A', 'Delayed'],
        ['R', 'Not started'],
      ],
    },
    {
      table: [
        ['Report ref', 'Recommendation', 'Owner', 'Due', 'Latest update', 'RAG'],
        ...ROWS.map(([ref, text, who, when, , evidence, letter]) => [ref, text, who, when, evidence, letter]),
      ],
    },
  ],
}
