import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation } from './unlike-document.ts'

const ROWS = [
  [
    'a',
    'That the grant for village halls is kept for three years.',
    'Agreed',
    '',
    '✓',
    '',
    '',
    'Head of Communities',
    'April 2026',
    '2026-04-30',
  ],
  ['b', 'That halls may be let for weddings without a separate licence.', 'Not Agreed', '', '', '', '✓', 'Licensing Manager', '', ''],
  [
    'c',
    'That trustees are offered training in safeguarding.',
    'Partly Agreed',
    '',
    '',
    '✓',
    '',
    'Safeguarding Lead',
    'June 2026',
    '2026-06-30',
  ],
] as const
const ANSWERS = ['accepted', 'rejected', 'accepted_in_part'] as const

/** Lettered recommendations, the answer a tick in one of three columns. */
export const jarrowbyTicks: UnlikeDocument = {
  name: 'jarrowby-ticks',
  truth: {
    organisation: 'Jarrowby District Council',
    document_date: '2026-01-13',
    reviews: [
      {
        title: 'Village Halls Review',
        recommendations: ROWS.map(([ref, text, answer, , , , , who, when, iso], index) =>
          recommendation(ref, text, {
            owners: [who],
            due: when === '' ? [] : [due(when, iso)],
            response: { answer: ANSWERS[index]!, text: answer },
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Jarrowby District Council', level: 1 },
    { line: 'Cabinet – 13 January 2026' },
    { heading: 'Village Halls Review: response of the Cabinet' },
    {
      table: [
        ['Recommendation', 'Agreed', 'Partly Agreed', 'Not Agreed', 'Responsible Officer', 'Target date'],
        ...ROWS.map(([ref, text, , , yes, partly, no, who, when]) => [`(${ref}) ${text}`, yes, partly, no, who, when]),
      ],
    },
  ],
}
