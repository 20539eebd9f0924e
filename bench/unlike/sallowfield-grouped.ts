import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const PARKING = [
  [
    '1',
    'That school streets are tried at five more schools.',
    'Cllr J Peake / Highways Manager',
    '01/09/2024',
    '2024-09-01',
    'Four schools now have one. The fifth asked to wait.',
    '75% complete',
    'in_progress',
  ],
  [
    '2',
    'That permits can be paid for by the month.',
    'Parking Manager',
    '31/12/2024',
    '2024-12-31',
    'Monthly payment opened on 2 December.',
    '100% complete',
    'completed',
  ],
] as const
const LIBRARIES = [
  [
    '1',
    'That Sallowfield Library opens on Sundays.',
    'Head of Libraries',
    '01/04/2025',
    '2025-04-01',
    'Staff have been consulted.',
    'In progress',
    'in_progress',
  ],
  [
    '2',
    'That fines for children’s books end.',
    'Head of Libraries',
    '01/10/2024',
    '2024-10-01',
    'Ended on 1 October 2024.',
    'Complete',
    'completed',
  ],
] as const

/** Two reviews in one paper, each with a title row above its own heading. */
export const sallowfieldGrouped: UnlikeDocument = {
  name: 'sallowfield-grouped',
  truth: {
    organisation: 'Sallowfield Borough Council',
    committee: 'Scrutiny Co-ordinating Committee',
    document_date: '2025-01-14',
    reviews: [PARKING, LIBRARIES].map((rows, index) => ({
      title: ['Parking', 'Libraries'][index]!,
      recommendations: rows.map(([ref, text, who, when, iso, evidence, status, grade]) =>
        recommendation(ref, text, {
          owners: who.split(' / '),
          due: [due(when, iso)],
          updates: [update(evidence, grade, { presented_on: '2025-01-14', assessment_text: status })],
        }),
      ),
    })),
  },
  text: { marks: true, repeatHeading: true },
  blocks: [
    { heading: 'Sallowfield Borough Council', level: 1 },
    { heading: 'Scrutiny Co-ordinating Committee', level: 2 },
    { line: 'Tuesday, 14th January 2025', bold: true },
    { line: 'Monitoring of Scrutiny Recommendations' },
    ...[PARKING, LIBRARIES].map((rows, index) => ({
      table: [
        [{ text: `Scrutiny review: ${['Parking', 'Libraries'][index]}`, across: 6 }],
        ['No', 'Recommendation', 'Lead Member / Officer', 'Implementation date', 'Action taken to date', 'Status of Recommendation'],
        ...rows.map(([ref, text, who, when, , evidence, status]) => [ref, text, who, when, evidence, status]),
      ],
      headingRows: 2,
      cut: [2],
    })),
  ],
}
