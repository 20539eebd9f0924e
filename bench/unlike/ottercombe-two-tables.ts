import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const OPEN = [
  [
    '2',
    'That the Council asks the water company to publish each spill within an hour.',
    'Head of Environment',
    '31 May 2025',
    '2025-05-31',
    'The company has agreed to a trial on two rivers.',
    'Partially complete',
  ],
  [
    '4',
    'That bathing water is tested weekly from April to October.',
    'Coastal Officer',
    'April 2025',
    '2025-04-30',
    'Contract let. Testing begins on 7 April.',
    'On track',
  ],
  [
    '5',
    'That a beach wheelchair is bought for each of the three main beaches.',
    'Tourism Manager',
    'July 2024',
    '2024-07-31',
    'One bought. The others await a grant.',
    'Behind schedule',
  ],
] as const
const CLOSED = [
  [
    '1',
    'That signs explain the flags at every lifeguarded beach.',
    'Coastal Officer',
    'Signs put up at all nine beaches in May 2024.',
    'Complete',
  ],
  [
    '3',
    'That dog bins on the coast path are emptied daily in August.',
    'Waste Manager',
    'Daily rounds began on 1 August 2024.',
    'Complete',
  ],
] as const
const GRADES = ['in_progress', 'on_track', 'slipped'] as const

/** What is still open in one table; what was closed in another with fewer columns. */
export const ottercombeTwoTables: UnlikeDocument = {
  name: 'ottercombe-two-tables',
  truth: {
    organisation: 'Ottercombe Council',
    committee: 'Place Scrutiny Committee',
    document_date: '2025-03-20',
    reviews: [
      {
        title: 'Review of Beaches and Bathing Water',
        recommendations: [
          ...OPEN.map(([ref, text, owner, when, iso, evidence, status], index) =>
            recommendation(ref, text, {
              owners: [owner],
              due: [due(when, iso)],
              updates: [update(evidence, GRADES[index]!, { presented_on: '2025-03-20', assessment_text: status })],
            }),
          ),
          ...CLOSED.map(([ref, text, owner, evidence, status]) =>
            recommendation(ref, text, {
              owners: [owner],
              updates: [update(evidence, 'completed', { presented_on: '2025-03-20', assessment_text: status })],
            }),
          ),
        ],
      },
    ],
  },
  text: { marks: true },
  blocks: [
    { heading: 'Ottercombe Council', level: 1 },
    { line: 'Report to: Place Scrutiny Committee' },
    { line: 'Date: 20 March 2025' },
    { line: 'Subject: Review of Beaches and Bathing Water' },
    { heading: 'Open recommendations' },
    {
      table: [
        ['Ref', 'Recommendation', 'Responsible officer', 'Target completion date', 'Latest position', 'Status'],
        ...OPEN.map(([ref, text, owner, when, , evidence, status]) => [ref, text, owner, when, evidence, status]),
      ],
      cut: [1],
    },
    { heading: 'Completed recommendations' },
    { table: [['Ref', 'Recommendation', 'Responsible officer', 'Outcome', 'Status'], ...CLOSED.map((row) => [...row])] },
  ],
}
