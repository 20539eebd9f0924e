import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    'EF1',
    'The Service should make sure that it targets home safety visits at those most at risk.',
    'New risk model to be built with the council’s data.',
    'AM Prevention',
    '31 March 2022',
    '2022-03-31',
    'The model is in use at all 14 stations and is checked every quarter by the Prevention Board.',
    '100%',
    'completed',
  ],
  [
    'EF2',
    'The Service should assure itself that all risk records are up to date.',
    'Audit of 300 site records.',
    'GM Protection',
    '30 June 2022',
    '2022-06-30',
    'Of 300 records 180 have been visited again.',
    '60%',
    'in_progress',
  ],
  [
    'PE1',
    'The Service should improve how it promotes equality at every level.',
    'Reverse mentoring to begin.',
    'Head of People',
    '1 September 2022',
    '2022-09-01',
    'Eleven pairs have been matched and will start in May.',
    '10%',
    'in_progress',
  ],
] as const

/** A fire authority's plan: areas for improvement, percentages for status. */
export const fallowfieldFire: UnlikeDocument = {
  name: 'fallowfield-fire',
  truth: {
    document_date: '2022-04-27',
    reviews: [
      {
        title: 'HMICFRS Action Plan',
        recommendations: ROWS.map(([ref, text, step, who, when, iso, evidence, percent, grade]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(when, iso)],
            actions: [action(step, { owners: [who], due: due(when, iso) })],
            updates: [update(evidence, grade, { presented_on: '2022-04-27', assessment_text: percent })],
          }),
        ),
      },
    ],
  },
  text: { repeatHeading: true },
  blocks: [
    { line: 'FALLOWFIELD FIRE AND RESCUE AUTHORITY' },
    { line: 'Performance and Scrutiny Panel, 27 April 2022' },
    { heading: 'HMICFRS Action Plan', level: 1 },
    {
      table: [
        ['Ref:', 'Area for Improvement', 'Action', 'Owner', 'Target date', 'Progress', 'Status'],
        ...ROWS.map(([ref, text, step, who, when, , evidence, percent]) => [ref, text, step, who, when, evidence, percent]),
      ],
      cut: [1, 2],
    },
  ],
}
