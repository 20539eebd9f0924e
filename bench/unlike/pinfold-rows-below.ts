import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'That street cleaning follows the market and not the clock.',
    'Street Scene Manager',
    '30/06/2021',
    '2021-06-30',
    'Rounds were changed on 5 July after talks with traders. Bins are now emptied at four.',
    'Complete',
    'completed',
  ],
  [
    '2',
    'That fly-tipping is cleared within two working days.',
    'Enforcement Manager',
    '30/09/2021',
    '2021-09-30',
    'Cleared within two days in 81% of cases over the summer.',
    'Ongoing',
    'in_progress',
  ],
] as const

/** Priorities that are no grades, a date agreed, a date of the target and one of completion. */
export const pinfoldRowsBelow: UnlikeDocument = {
  name: 'pinfold-rows-below',
  truth: {
    organisation: 'Pinfold Council',
    document_date: '2021-10-12',
    reviews: [
      {
        title: 'Clean Streets',
        recommendations: ROWS.map(([ref, text, who, when, iso, evidence, status, grade]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(when, iso)],
            updates: [update(evidence, grade, { presented_on: '2021-10-12', assessment_text: status })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Pinfold Council', level: 1 },
    { line: 'Scrutiny Committee 12 October 2021' },
    { heading: 'Clean Streets – Progress Report' },
    {
      table: [
        [
          'No.',
          'Priority',
          'Recommendation',
          'Date agreed',
          'Responsible Officer',
          'Target completion date',
          'Comments / Progress',
          'Current status',
          'Actual completion date',
        ],
        ...ROWS.map(([ref, text, who, when, , evidence, status], index) => [
          ref,
          index === 0 ? 'High' : 'Medium',
          text,
          '12/01/2021',
          who,
          when,
          evidence,
          status,
          index === 0 ? '05/07/2021' : '',
        ]),
      ],
      cut: [1],
    },
  ],
}
