import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'Appoint a lead member for climate.',
    'Leader of the Council',
    'May 2023',
    '2023-05-31',
    'Councillor Dray appointed at annual council.',
    '00B050',
    'achieved',
  ],
  [
    '2',
    'Fit solar panels to the leisure centre roof.',
    'Estates Manager',
    'March 2024',
    '2024-03-31',
    'Survey done; planning application lodged.',
    'FFC000',
    'in_progress',
  ],
  [
    '3',
    'Change all the fleet to electric vans.',
    'Fleet Manager',
    'December 2023',
    '2023-12-31',
    'Order cancelled by the maker. A new tender is needed.',
    'FF0000',
    'slipped',
  ],
] as const

/** The status is a colour and no word in the Word file; the text has lost it. */
export const ivelbourneColours: UnlikeDocument = {
  name: 'ivelbourne-colours',
  truth: {
    organisation: 'Ivelbourne Council',
    document_date: '2023-11-02',
    reviews: [
      {
        title: 'Climate Working Group',
        recommendations: ROWS.map(([ref, text, who, when, iso, evidence, , grade]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(when, iso)],
            updates: [update(evidence, grade, { presented_on: '2023-11-02' })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Ivelbourne Council', level: 1 },
    { line: '2 November 2023' },
    { heading: 'Climate Working Group recommendations' },
    {
      table: [
        [{ text: '', fill: '00B050' }, 'Complete'],
        [{ text: '', fill: 'FFC000' }, 'In progress'],
        [{ text: '', fill: 'FF0000' }, 'Behind schedule'],
      ],
    },
    {
      table: [
        ['No.', 'Recommendation', 'Lead', 'By when', 'Update', 'Traffic Light'],
        ...ROWS.map(([ref, text, who, when, , evidence, fill]) => [ref, text, who, when, evidence, { text: '', fill }]),
      ],
    },
  ],
}
