import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation } from './unlike-document.ts'

const ROWS = [
  [
    '5.1',
    'All new arrivals should be offered a telephone call on their first night.',
    'Agreed',
    'A call is now offered in reception and recorded in the induction passport. Spot checks will be made each week by the duty governor.',
    'Head of Residence',
    'Completed',
    '',
  ],
  [
    '5.2',
    'Prisoners should have at least ten hours out of their cell each weekday.',
    'Partly Agreed',
    'The core day will be changed to give eight hours. More cannot be given with the staff now in post.',
    'Governor',
    'September 2024',
    '2024-09-30',
  ],
  ['5.3', 'The library should be open at weekends.', 'Not Agreed', 'The county library service has no staff for weekends.', '', '', ''],
  [
    '5.10',
    'Cell bells should be answered within five minutes and the times recorded.',
    'Agreed',
    'The electronic system will be repaired and monthly reports discussed at the safety meeting.',
    'Head of Safety / Estates',
    'By 31/12/2024',
    '2024-12-31',
  ],
] as const
const ANSWERS = ['accepted', 'accepted_in_part', 'rejected', 'accepted'] as const

/** An action plan with numbered headings, the answer and the action in columns of their own. */
export const amberleyPrison: UnlikeDocument = {
  name: 'amberley-prison',
  truth: {
    document_date: '2024-05-31',
    reviews: [
      {
        title: 'HMP Amberley: action plan',
        recommendations: ROWS.map(([ref, text, answer, step, who, when, iso], index) => {
          const owners = who === '' ? [] : who.split(' / ')
          const timescale = due(when, iso === '' ? undefined : iso)
          return recommendation(ref, text, {
            theme: 'Recommendations to the Governor',
            owners,
            due: when === '' ? [] : [timescale],
            response: { answer: ANSWERS[index]!, text: answer },
            actions: [action(step, { owners, ...(when === '' ? {} : { due: timescale }) })],
          })
        }),
      },
    ],
  },
  text: { repeatHeading: true },
  blocks: [
    { heading: 'ACTION PLAN: HMP AMBERLEY', level: 1 },
    { line: 'Date Published: May 2024' },
    {
      table: [
        [
          '1.\nRec No',
          '2.\nRecommendation',
          '3.\nAgreed / Partly Agreed / Not Agreed',
          '4.\nResponse\nAction Taken/Planned',
          '5.\nResponsible Owner',
          '6.\nTarget Date',
        ],
        [{ text: 'Recommendations to the Governor', across: 6 }],
        ...ROWS.map((row) => row.slice(0, 6)),
      ],
      cut: [2, 5],
    },
  ],
}
