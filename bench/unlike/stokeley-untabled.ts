import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'That the Council holds a jobs fair for people over fifty each autumn.',
    'Employment Manager',
    'October 2024',
    '2024-10-31',
    'The first fair was held on 9 October and 214 people came.',
    'Completed',
    'completed',
  ],
  [
    '2',
    'That the apprenticeship scheme is opened to people of any age.',
    'Head of Human Resources',
    'April 2025',
    '2025-04-30',
    'The policy has been redrafted and goes to the unions in January.',
    'In progress',
    'in_progress',
  ],
  [
    '3',
    'That managers are trained in recruiting without regard to age.',
    'Head of Human Resources',
    'July 2025',
    '2025-07-31',
    'Training has been bought and begins in February.',
    'On track',
    'on_track',
  ],
] as const

/** No table: line by line under each recommendation, as it is pasted into a report. */
export const stokeleyUntabled: UnlikeDocument = {
  name: 'stokeley-untabled',
  truth: {
    organisation: 'Stokeley City Council',
    committee: 'Economy Scrutiny Panel',
    document_date: '2024-12-11',
    reviews: [
      {
        title: 'Work after Fifty',
        recommendations: ROWS.map(([ref, text, who, when, iso, evidence, status, grade]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(when, iso)],
            updates: [update(evidence, grade, { presented_on: '2024-12-11', assessment_text: status })],
          }),
        ),
      },
    ],
  },
  text: { marks: true },
  blocks: [
    { heading: 'Stokeley City Council', level: 1 },
    { line: 'Economy Scrutiny Panel – 11 December 2024', bold: true },
    { heading: 'Work after Fifty: update on recommendations' },
    ...ROWS.flatMap(([ref, text, who, when, , evidence, status]) => [
      { heading: `Recommendation ${ref}`, level: 3 as const },
      { line: text },
      { line: `Lead officer: ${who}` },
      { line: `Timescale: ${when}` },
      { line: `Progress: ${evidence}` },
      { line: `Status: ${status}` },
    ]),
  ],
}
