import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'That the Panel is told each month how many children have no school place.',
    'Zara Finch\nHead of Admissions',
    'Zara Finch Head of Admissions',
    'Monthly',
    '',
    'Report sent on the first Monday of each month.',
    '25/09/2020',
    'Completed',
    'completed',
  ],
  [
    '2',
    'That the walking bus is offered to infant schools on main roads.',
    'Luke Ansell\nRoad Safety Officer',
    'Luke Ansell Road Safety Officer',
    '31 October 2020',
    '2020-10-31',
    'Four of nine schools have one. Volunteers are hard to find.',
    '',
    'In Progress (amber)',
    'in_progress',
  ],
  [
    '3',
    'That a crossing is put in at Tarn Road.',
    'Highways',
    'Highways',
    'Dependant upon budget',
    '',
    'Not in the programme for this year.',
    '',
    'Not started',
    'not_started',
  ],
] as const

/** Name over post in one cell, a date on which each was closed, the colour in brackets. */
export const northolmeRecorded: UnlikeDocument = {
  name: 'northolme-recorded',
  truth: {
    organisation: 'Northolme Metropolitan Borough Council',
    committee: 'Children and Families Scrutiny Panel',
    document_date: '2020-11-11',
    reviews: [
      {
        title: 'Getting to School',
        recommendations: ROWS.map(([ref, text, , owner, when, iso, evidence, , status, grade]) =>
          recommendation(ref, text, {
            owners: [owner],
            due: [due(when, iso === '' ? undefined : iso)],
            updates: [update(evidence, grade, { presented_on: '2020-11-11', assessment_text: status })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Northolme Metropolitan Borough Council', level: 1 },
    { heading: 'Children and Families Scrutiny Panel' },
    { line: 'Wednesday 11th November 2020' },
    { heading: 'Getting to School: Monitoring of Recommendations' },
    {
      table: [
        ['Rec No.', 'Recommendation Made', 'Lead Officer', 'Timescale', 'Progress to date', 'Date Completed', 'Status'],
        ...ROWS.map(([ref, text, who, , when, , evidence, closed, status]) => [ref, text, who, when, evidence, closed, status]),
      ],
    },
  ],
}
