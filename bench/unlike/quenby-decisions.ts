import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation } from './unlike-document.ts'

const ROWS = [
  [
    'R1',
    'That the Council joins the national register of play parks.',
    'Cllr M Teal',
    'Play Officer',
    'Agree',
    'Registration to be sent off with the list of 31 sites.',
    'Within existing resources',
    '30 April 2023',
    '2023-04-30',
  ],
  [
    'R2',
    'That no play area is closed without a vote of those who live near.',
    'Cllr M Teal',
    'Head of Parks',
    'Partially agree',
    'Residents will be asked, but the decision stays with Cabinet.',
    '£2,000 a year',
    'Immediate',
    '',
  ],
  [
    'R3',
    'That dogs are fenced out of each play area by 2024.',
    'Cllr J Rudd',
    'Head of Parks',
    'Agree',
    'Fences to be put up at the nine sites without one.',
    '£48,000 capital',
    'By March 2024',
    '2024-03-31',
  ],
] as const
const ANSWERS = ['accepted', 'accepted_in_part', 'accepted'] as const

/** Member and officer in columns of their own, a decision, an action and what it costs. */
export const quenbyDecisions: UnlikeDocument = {
  name: 'quenby-decisions',
  truth: {
    organisation: 'Quenby District Council',
    document_date: '2023-02-07',
    reviews: [
      {
        title: 'Play Areas Task Group',
        recommendations: ROWS.map(([ref, text, member, officer, answer, step, budget, when, iso], index) => {
          const timescale = due(when, iso === '' ? undefined : iso)
          return recommendation(ref, text, {
            owners: [member, officer],
            due: [timescale],
            response: { answer: ANSWERS[index]!, text: answer },
            actions: [action(step, { owners: [member, officer], due: timescale, budget })],
          })
        }),
      },
    ],
  },
  text: { repeatHeading: true },
  blocks: [
    { heading: 'Quenby District Council', level: 1 },
    { line: 'Cabinet, 7 February 2023' },
    { heading: 'Play Areas Task Group – Cabinet response and action plan' },
    {
      table: [
        [
          'Ref',
          'Recommendation',
          'Cabinet Member',
          'Lead Officer',
          'Cabinet Decision',
          'Proposed Action',
          'Resource implications',
          'Target Date',
        ],
        ...ROWS.map(([ref, text, member, officer, answer, step, budget, when]) => [ref, text, member, officer, answer, step, budget, when]),
      ],
      cut: [3],
    },
  ],
}
