import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'That the leisure card is extended to carers.',
    'Leisure Manager',
    'April 2025',
    '2025-04-30',
    'Agreed by Cabinet on 11 March.',
    'Completed',
    'completed',
  ],
  [
    '2',
    'That swimming lessons are offered free to children in care.',
    'Leisure Manager / Virtual School Head',
    'September 2025',
    '2025-09-30',
    'Fourteen children have begun.',
    'On track',
    'on_track',
  ],
  [
    '3',
    'That the outdoor gym at Plumley Rec is mended.',
    'Parks Manager',
    'June 2025',
    '2025-06-30',
    'Parts were ordered in May and have not come.',
    'Delayed',
    'slipped',
  ],
] as const

/** A list in which everything about a recommendation stands in the lines of its item. */
export const plumleyInline: UnlikeDocument = {
  name: 'plumley-inline',
  truth: {
    organisation: 'Plumley Borough Council',
    reviews: [
      {
        title: 'Active Lives',
        recommendations: ROWS.map(([ref, text, who, when, iso, said, , grade]) =>
          recommendation(ref, text, { owners: who.split(' / '), due: [due(when, iso)], updates: [update(said, grade)] }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Plumley Borough Council', level: 1 },
    { heading: 'Scrutiny review: Active Lives' },
    ...ROWS.flatMap(([ref, text, who, when, , said, state]) => [
      { line: `${ref}) ${text}` },
      { line: `Owner: ${who} | Due: ${when} | Status: ${state}` },
      { line: `Update: ${said}` },
    ]),
  ],
}
