import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1.',
    '14 July 2022',
    'Members asked that the Cragside Bridge lights be looked at again before winter.',
    'City Surveyor',
    'November 2022',
    '2022-11-30',
    'Lights were renewed in October.\nCOMPLETE',
    'completed',
  ],
  [
    '2.',
    '14 July 2022',
    'A note on the cost of the river patrol to be sent to all Members.',
    'Chamberlain / Remembrancer',
    'Ongoing',
    '',
    'The figures are being gathered from three departments and will follow in January.',
    null,
  ],
  [
    '3.',
    '22 September 2022',
    'A visit to the tunnels to be arranged for new Members.',
    'Town Clerk',
    'TBC',
    '',
    'Dates in spring are being looked at.',
    null,
  ],
] as const

/** A list of what is outstanding from earlier meetings, the day before the action. */
export const cragsideOutstanding: UnlikeDocument = {
  name: 'cragside-outstanding',
  truth: {
    committee: 'Bridges Sub-Committee',
    document_date: '2022-11-24',
    reviews: [
      {
        title: 'Outstanding Actions',
        recommendations: ROWS.map(([ref, , text, who, when, iso, evidence, grade]) =>
          recommendation(ref.replace('.', ''), text, {
            owners: who.split(' / '),
            due: [due(when, iso === '' ? undefined : iso)],
            updates: [update(evidence.replace('\nCOMPLETE', ''), grade, { presented_on: '2022-11-24' })],
          }),
        ),
      },
    ],
  },
  text: { html: true },
  blocks: [
    { line: 'City of Cragside Corporation' },
    { heading: 'Bridges Sub-Committee – Outstanding Actions', level: 1 },
    { line: 'Thursday 24 November 2022' },
    {
      table: [
        ['Item', 'Date', 'Action', 'Officer responsible', 'To be completed/ progressed to next stage', 'Notes/Progress to date'],
        ...ROWS.map((row) => [row[0], row[1], row[2], row[3], row[4], row[6]]),
      ],
    },
  ],
}
