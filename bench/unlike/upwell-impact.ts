import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'That the library holds a weekly session for new parents.',
    'Set up a session on Tuesdays with the health visitors.',
    'Area Librarian',
    'May 2023',
    '2023-05-31',
    'Twenty families use the library each week',
    'Sessions have been held each Tuesday since 9 May.',
    'Twenty-six families come on average; eleven had not used the library before.',
    '1',
    'achieved',
  ],
  [
    '2',
    'That books in other languages are bought with the advice of those who speak them.',
    'Form a readers’ group for each of four languages.',
    'Stock Manager',
    'September 2023',
    '2023-09-30',
    'Loans of such books double',
    'Two groups meet. Leaders for the others are being sought.',
    'Loans are up by a third.',
    '2',
    'on_track',
  ],
  [
    '3',
    'That the mobile library calls at every sheltered scheme.',
    'Redraw the rounds.',
    'Area Librarian',
    'April 2023',
    '2023-04-30',
    'All 17 schemes visited',
    'Delayed: the van was off the road for three months. New date: March 2024.',
    '',
    '3',
    'slipped',
  ],
] as const

/** Everything in one table: action, measure, evidence, impact and a number, a key of two columns below. */
export const upwellImpact: UnlikeDocument = {
  name: 'upwell-impact',
  truth: {
    organisation: 'Upwell Council',
    committee: 'Culture Select Committee',
    document_date: '2023-09-05',
    reviews: [
      {
        title: 'Libraries for All',
        recommendations: ROWS.map(([ref, text, step, who, when, iso, measure, evidence, impact, code, grade]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(when, iso)],
            success_measure: measure,
            actions: [action(step, { owners: [who], due: due(when, iso) })],
            updates: [update(evidence, grade, { presented_on: '2023-09-05', assessment_text: code, ...(impact === '' ? {} : { impact }) })],
          }),
        ),
      },
    ],
  },
  text: { repeatHeading: true },
  blocks: [
    { heading: 'Upwell Council', level: 1 },
    { line: 'Culture Select Committee, 5 September 2023' },
    { heading: 'Review of Libraries for All – Progress Update' },
    {
      table: [
        [
          'No.',
          'Recommendation',
          'Agreed Action',
          'Responsible Officer',
          'Timescale',
          'Success Measure',
          'Evidence of Progress',
          'Evidence of Impact',
          'Assessment of Progress (1-4)',
        ],
        ...ROWS.map(([ref, text, step, who, when, , measure, evidence, impact, code]) => [
          ref,
          text,
          step,
          who,
          when,
          measure,
          evidence,
          impact,
          code,
        ]),
      ],
      cut: [1, 3],
    },
    {
      table: [
        ['1', 'Achieved'],
        ['2', 'On track'],
        ['3', 'Slipped'],
        ['4', 'Not achieved'],
      ],
    },
  ],
}
