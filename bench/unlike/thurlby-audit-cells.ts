import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'Invoices were paid without an order.',
    'No purchase should be made without an order.',
    'High',
    'Agreed. The system will refuse an invoice without a number.',
    'Head of Procurement',
    '31 March 2024',
    '2024-03-31',
    'The change went live on 4 March.',
    'Implemented',
    'completed',
  ],
  [
    '2',
    'Two of ten cards had no signed agreement.',
    'Holders of cards should sign an agreement each year.',
    'Medium',
    'Agreed. Agreements will be sent out each April.',
    'Payments Manager',
    '30 April 2024',
    '2024-04-30',
    '61 of 64 have been signed.',
    'Partially implemented',
    'in_progress',
  ],
  [
    '3',
    'Suppliers’ details were changed on the strength of an e-mail.',
    'Changes should be confirmed by telephone.',
    'High',
    'Agreed.',
    'Payments Manager',
    '31 January 2024',
    '2024-01-31',
    'In place since February; two attempts at fraud were stopped.',
    'Implemented',
    'completed',
  ],
] as const

/** An auditor’s table: the finding beside the recommendation, and who and when in one cell. */
export const thurlbyAuditCells: UnlikeDocument = {
  name: 'thurlby-audit-cells',
  truth: {
    organisation: 'Thurlby District Council',
    reviews: [
      {
        title: 'Procurement and Payments',
        recommendations: ROWS.map(([ref, , text, , response, who, when, iso, said, , grade]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(when, iso)],
            response: { answer: 'accepted', text: response },
            updates: [update(said, grade, { round: 'June 2024' })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Thurlby District Council', level: 1 },
    { heading: 'Internal Audit: Procurement and Payments – follow-up' },
    {
      table: [
        [
          'No.',
          'Finding',
          'Recommendation',
          'Priority',
          'Management response',
          'Responsible officer and target date',
          'Position at June 2024',
          'Status',
        ],
        ...ROWS.map(([ref, finding, text, priority, response, who, when, , said, state]) => [
          ref,
          finding,
          text,
          priority,
          response,
          `${who}\n${when}`,
          said,
          state,
        ]),
      ],
    },
  ],
}
