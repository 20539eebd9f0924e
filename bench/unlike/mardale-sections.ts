import type { Block, UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const SECTIONS = [
  {
    title: 'Review of Markets',
    rows: [
      [
        '1',
        'Cut the rent of new stalls by half for a year',
        'Markets Manager',
        '01/04/23',
        '2023-04-01',
        'Nine new traders since April.',
        'Complete',
        'completed',
      ],
      [
        '2',
        'Hold a night market each month in summer',
        'Town Centre Manager',
        '30/09/23',
        '2023-09-30',
        'Three of four held; July was rained off.',
        'On track',
        'on_track',
      ],
    ],
  },
  {
    title: 'Review of Allotments',
    rows: [
      [
        '1',
        'Bring forty overgrown plots back into use',
        'Parks Officer',
        '31/03/24',
        '2024-03-31',
        'Twelve so far.',
        'On track',
        'on_track',
      ],
      ['2', 'Let plots be split in two', 'Parks Officer', '30/06/23', '2023-06-30', 'Rules changed in May.', 'Complete', 'completed'],
      [
        '3',
        'Mend the water supply at Beck Lane',
        'Property Surveyor',
        '31/05/23',
        '2023-05-31',
        'The quotation was three times the budget.',
        'Delayed',
        'slipped',
      ],
    ],
  },
] as const

/** One list in sections, each with its title and the headings again. */
export const mardaleSections: UnlikeDocument = {
  name: 'mardale-sections',
  truth: {
    organisation: 'Mardale Council',
    reviews: SECTIONS.map(({ title, rows }) => ({
      title,
      recommendations: rows.map(([ref, text, who, when, iso, said, , grade]) =>
        recommendation(ref, text, { owners: [who], due: [due(when, iso)], updates: [update(said, grade)] }),
      ),
    })),
  },
  blocks: [
    { heading: 'Mardale Council', level: 1 },
    ...SECTIONS.flatMap(({ title, rows }): Block[] => [
      { line: title, bold: true },
      {
        table: [
          ['Rec', 'Recommendation', 'Officer', 'Due', 'Latest', 'Status'],
          ...rows.map(([ref, text, who, when, , said, state]) => [ref, text, who, when, said, state]),
        ],
      },
    ]),
  ],
}
