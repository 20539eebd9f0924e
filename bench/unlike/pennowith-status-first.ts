import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    'A',
    'Carry out a condition survey of all listed buildings that the Council owns.',
    'Property Services',
    'October 2023',
    '2023-10-31',
    'Completed',
    '- Survey of 23 buildings finished in September\n- Report given to the Panel on 11 October',
    'completed',
  ],
  [
    'B',
    'Set up a group of friends for the Old Custom House.',
    'Heritage Officer; Volunteering Officer',
    '31 December 2023',
    '2023-12-31',
    'In Progress',
    '- First meeting held, 19 people came\n- Constitution to be agreed',
    'in_progress',
  ],
  [
    'C',
    'Bid to the lottery for the repair of the Bath House roof.',
    'Heritage Officer',
    'Before the end of March 2024',
    '2024-03-31',
    'Not Started',
    '',
    'not_started',
  ],
  [
    'D',
    'Put the historic photographs online.',
    'Libraries and Archives Manager',
    'November 2023',
    '2023-11-30',
    'Completed',
    'Over 3,000 pictures can be searched.',
    'completed',
  ],
] as const

/** Letters for numbers, the status before the comments, lists inside them, bodies for owners. */
export const pennowithStatusFirst: UnlikeDocument = {
  name: 'pennowith-status-first',
  truth: {
    organisation: 'Pennowith Town and District Council',
    document_date: '2023-11-30',
    reviews: [
      {
        title: 'Heritage Panel',
        recommendations: ROWS.map(([ref, text, who, when, iso, status, evidence, grade]) =>
          recommendation(ref, text, {
            owners: who.split('; '),
            due: [due(when, iso)],
            updates: [update(evidence, grade, { assessment_text: status })],
          }),
        ),
      },
    ],
  },
  text: { html: true },
  blocks: [
    { heading: 'Pennowith Town and District Council', level: 1 },
    { heading: 'Heritage Panel: Action Plan Monitoring, November 2023' },
    {
      table: [
        ['Ref.', 'Recommendations', 'Lead Officer / Service', 'Target', 'Status', 'Comments'],
        ...ROWS.map(([ref, text, who, when, , status, evidence]) => [ref, text, who, when, status, evidence]),
      ],
      repeatAfter: [2],
    },
  ],
}
