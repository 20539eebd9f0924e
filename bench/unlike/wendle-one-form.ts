import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const FORMS = [
  [
    '1',
    'That the Council’s tenants may pay by any day of the month.',
    'Income Manager',
    'April 2022',
    '2022-04-30',
    'Any day may be chosen since 4 April.',
    'Achieved',
    'achieved',
  ],
  [
    '2',
    'That each block has a notice board with the name of its caretaker.',
    'Caretaking Manager',
    'June 2022',
    '2022-06-30',
    'Boards are up in 40 of 58 blocks. The others will have theirs by March 2023 as the supplier ran out.',
    'Slipped',
    'slipped',
  ],
  [
    '3',
    'That repairs are booked online.',
    'Repairs Manager',
    'December 2022',
    '2022-12-31',
    'The website is being tested by 30 tenants.',
    'On Track',
    'on_track',
  ],
] as const

/** All the forms in one table of two columns, one under another. */
export const wendleOneForm: UnlikeDocument = {
  name: 'wendle-one-form',
  truth: {
    organisation: 'Wendle Borough Council',
    committee: 'Housing Scrutiny Panel',
    document_date: '2022-10-05',
    reviews: [
      {
        title: 'Living in a Council Block',
        recommendations: FORMS.map(([ref, text, who, when, iso, evidence, status, grade]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(when, iso)],
            updates: [update(evidence, grade, { presented_on: '2022-10-05', assessment_text: status })],
          }),
        ),
      },
    ],
  },
  text: { html: true },
  blocks: [
    { heading: 'Wendle Borough Council', level: 1 },
    { line: 'Housing Scrutiny Panel' },
    { line: '5th October 2022' },
    { heading: 'Living in a Council Block' },
    {
      table: FORMS.flatMap(([ref, text, who, when, , evidence, status]) => [
        [`Recommendation ${ref}:`, text],
        ['Responsible Officer:', who],
        ['Due date:', when],
        ['Update:', evidence],
        ['Status:', status],
      ]),
      headingRows: 0,
    },
  ],
}
