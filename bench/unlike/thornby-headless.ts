import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    'Recommendation 1',
    'That a cycle path joins the station and the hospital.',
    'Transport Planner',
    'March 2026',
    '2026-03-31',
    'Route agreed. Land still to be bought from two owners.',
    'On target',
    'on_track',
  ],
  [
    'Recommendation 2',
    'That cycle stands are put outside every council building.',
    'Facilities Manager',
    'June 2025',
    '2025-06-30',
    'Stands are in place at all 22 buildings.',
    'Achieved',
    'achieved',
  ],
  [
    'Recommendation 3',
    'That free bicycle training is given to every child in year six.',
    'Road Safety Manager\nSport Development Officer',
    'Each summer term',
    '',
    'Training was given in 34 of 41 schools.',
    'Partly achieved',
    'in_progress',
  ],
] as const

/** References that say what they are, two owners on two lines, a heading of its own kind. */
export const thornbyHeadless: UnlikeDocument = {
  name: 'thornby-headless',
  truth: {
    organisation: 'Thornby Council',
    committee: 'Transport Scrutiny Committee',
    document_date: '2025-09-10',
    reviews: [
      {
        title: 'Cycling',
        recommendations: ROWS.map(([ref, text, who, when, iso, evidence, status, grade]) =>
          recommendation(ref.replace('Recommendation ', ''), text, {
            owners: who.split('\n'),
            due: [due(when, iso === '' ? undefined : iso)],
            updates: [update(evidence, grade, { presented_on: '2025-09-10', assessment_text: status })],
          }),
        ),
      },
    ],
  },
  text: { html: true },
  blocks: [
    { line: 'Thornby Council' },
    { line: 'Transport Scrutiny Committee' },
    { line: '10 September 2025' },
    { heading: 'Scrutiny Review of Cycling' },
    {
      table: [
        ['', 'What the Committee recommended', 'Who is responsible', 'By when', 'What has been done so far', 'Has it been achieved?'],
        ...ROWS.map(([ref, text, who, when, , evidence, status]) => [ref, text, who, when, evidence, status]),
      ],
    },
  ],
}
