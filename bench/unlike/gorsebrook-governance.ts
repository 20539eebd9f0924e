import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    'Contract register is not kept up to date',
    'Each service to check its entries monthly; Procurement to report gaps.',
    'Head of Procurement',
    'Dec-21',
    '2021-12-31',
    'Complete – register checked in November and again in December; six gaps closed.',
    'completed',
  ],
  [
    'Declarations of interest are not renewed each year',
    'Reminder to go to all officers above grade 10 each April.',
    'Monitoring Officer',
    'Apr-22',
    '2022-04-30',
    'On track – form redesigned and tested with two teams.',
    'on_track',
  ],
  [
    'Business continuity plans have not been tested',
    'Table-top exercise for all critical services.',
    'Emergency Planning Officer',
    'Mar-22',
    '2022-03-31',
    'Delayed – exercise put off because of staff sickness; now planned for June 2022.',
    'slipped',
  ],
] as const

/** The issues of an annual governance statement: no numbers, the status before a dash in the update. */
export const gorsebrookGovernance: UnlikeDocument = {
  name: 'gorsebrook-governance',
  truth: {
    organisation: 'Gorsebrook Borough Council',
    committee: 'Audit Committee',
    document_date: '2022-01-19',
    reviews: [
      {
        title: 'Annual Governance Statement Action Plan',
        recommendations: ROWS.map(([text, step, who, when, iso, evidence, grade]) =>
          recommendation('', text, {
            owners: [who],
            due: [due(when, iso)],
            actions: [action(step, { owners: [who], due: due(when, iso) })],
            updates: [update(evidence.replace(/^[^–]*– /, ''), grade, { presented_on: '2022-01-19' })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Gorsebrook Borough Council', level: 1 },
    { line: 'Audit Committee' },
    { line: '19th January 2022' },
    { heading: 'Annual Governance Statement Action Plan' },
    {
      table: [
        ['Governance Issue', 'Agreed Action', 'Lead', 'Timescale', 'Update'],
        ...ROWS.map(([text, step, who, when, , evidence]) => [text, step, who, when, evidence]),
      ],
      cut: [3],
    },
  ],
}
