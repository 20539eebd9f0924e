import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  {
    ref: '1.1',
    text: 'Publish an annual statement of what the Council spends on flood defences in each ward.',
    answer: 'Accept',
    code: 'accepted',
    action: 'A statement will be published alongside the capital programme.',
    owner: 'Chief Engineer',
    due: due('31 March 2023', '2023-03-31'),
    evidence: 'Published on 24 March 2023.',
    status: 'Yellow – on target',
    grade: 'on_track',
  },
  {
    ref: '1.2',
    text: 'Work with the river trust to slow the flow of water above Pont Isaf.',
    answer: 'Accept',
    code: 'accepted',
    action: 'Joint bid to the nature fund.',
    owner: 'Countryside Manager',
    due: due('September 2023', '2023-09-30'),
    evidence: 'The bid was made in June and an answer is awaited.',
    status: 'Orange – not on target',
    grade: 'slipped',
  },
  {
    ref: '2.1',
    text: 'Give every flooded household a single caseworker for as long as it is out of its home.',
    answer: 'Partially accept',
    code: 'accepted_in_part',
    action: 'A caseworker will be given to households with children or disabled people.',
    owner: 'Head of Housing',
    due: due('Immediate'),
    evidence: 'Three caseworkers trained. Eighteen households supported.',
    status: 'Green – complete',
    grade: 'achieved',
  },
  {
    ref: '2.2',
    text: 'Write off council tax for homes that cannot be lived in.',
    answer: 'Reject',
    code: 'rejected',
    action: '',
    owner: '',
    due: null,
    evidence: '',
    status: '',
    grade: null,
  },
] as const

/** A Welsh council's answer to a review with themes across the table. */
export const glanrhydResponse: UnlikeDocument = {
  name: 'glanrhyd-response',
  truth: {
    organisation: 'Glanrhyd County Borough Council',
    document_date: '2023-07-04',
    reviews: [
      {
        title: 'Review of Flood Response',
        recommendations: ROWS.map((row) =>
          recommendation(row.ref, row.text, {
            theme: row.ref.startsWith('1') ? 'Theme 1: Preventing floods' : 'Theme 2: Looking after people',
            owners: row.owner === '' ? [] : [row.owner],
            due: row.due === null ? [] : [row.due],
            response: { answer: row.code, text: row.answer },
            actions: row.action === '' ? [] : [action(row.action, { owners: [row.owner], ...(row.due === null ? {} : { due: row.due }) })],
            updates:
              row.evidence === '' ? [] : [update(row.evidence, row.grade, { presented_on: '2023-07-04', assessment_text: row.status })],
          }),
        ),
      },
    ],
  },
  text: { html: true },
  blocks: [
    { line: 'Cyngor Bwrdeistref Sirol Glanrhyd / Glanrhyd County Borough Council' },
    { heading: 'Review of Flood Response – Action Plan and Progress at 4 July 2023', level: 1 },
    {
      table: [
        [
          'Rec No',
          'Recommendation',
          'Accept / Partially accept / Reject',
          'Action',
          'Responsible Officer',
          'Timescale',
          'Progress',
          'Status',
        ],
        [{ text: 'Theme 1: Preventing floods', across: 8 }],
        ...ROWS.slice(0, 2).map((row) => [
          row.ref,
          row.text,
          row.answer,
          row.action,
          row.owner,
          row.due?.text ?? '',
          row.evidence,
          row.status,
        ]),
        [{ text: 'Theme 2: Looking after people', across: 8 }],
        ...ROWS.slice(2).map((row) => [
          row.ref,
          row.text,
          row.answer,
          row.action,
          row.owner,
          row.due?.text ?? '',
          row.evidence,
          row.status,
        ]),
      ],
      cut: [2],
    },
  ],
}
