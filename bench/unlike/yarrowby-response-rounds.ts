import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'That the museum opens on Mondays in the school holidays.',
    'Agreed',
    'Museum Manager',
    'Easter 2022',
    '',
    'Tried at Easter with 300 visitors.',
    'Open each Monday in August. It will be kept up.',
    'Complete',
    'completed',
  ],
  [
    '2',
    'That the store is opened to the public twice a year.',
    'Agreed in principle',
    'Collections Officer',
    'September 2022',
    '2022-09-30',
    'Risk assessment under way.',
    'The lift needs repair before the public can be let in.',
    'In progress',
    'in_progress',
  ],
  ['3', 'That entry is free for those who live in the borough.', 'Not agreed', '', '', '', '', '', '', null],
] as const

/** The answer, then two rounds of progress under dates of their own, and one status for the last. */
export const yarrowbyResponseRounds: UnlikeDocument = {
  name: 'yarrowby-response-rounds',
  truth: {
    organisation: 'Yarrowby Borough Council',
    document_date: '2022-09-14',
    reviews: [
      {
        title: 'The Museum',
        recommendations: ROWS.map(([ref, text, answer, who, when, iso, first, second, status, grade]) =>
          recommendation(ref, text, {
            owners: who === '' ? [] : [who],
            due: when === '' ? [] : [due(when, iso === '' ? undefined : iso)],
            response: { text: answer },
            updates:
              first === ''
                ? []
                : [
                    update(first, null, { presented_on: '2022-05-11' }),
                    update(second, grade, { presented_on: '2022-09-14', assessment_text: status }),
                  ],
          }),
        ),
      },
    ],
  },
  text: { marks: true },
  blocks: [
    { heading: 'Yarrowby Borough Council', level: 1 },
    { heading: 'Scrutiny Review of the Museum: response and monitoring' },
    {
      table: [
        [
          'Ref',
          'Recommendation',
          'Executive response',
          'Lead',
          'Timescale',
          'Progress at 11 May 2022',
          'Progress at 14 September 2022',
          'Status',
        ],
        ...ROWS.map(([ref, text, answer, who, when, , first, second, status]) => [ref, text, answer, who, when, first, second, status]),
      ],
    },
  ],
}
