import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'That the Council:\n- signs the armed forces covenant again\n- names a champion for veterans\n- puts both on its website',
    'Corporate Policy Manager',
    'July 2022',
    '2022-07-31',
    'The covenant was signed at Council on 13 July. Councillor Pike is the champion.\nBoth are on the website.',
    'C',
    'completed',
  ],
  [
    '2',
    'That GPs are asked to record whether new patients have served.',
    'Public Health Registrar',
    'October 2022',
    '2022-10-31',
    'Nine of fourteen surgeries now do so. The others are being visited.',
    'IP',
    'in_progress',
  ],
  [
    '3',
    'That a breakfast club for veterans is given a room free of charge.',
    'Facilities Manager',
    'January 2023',
    '2023-01-31',
    'No suitable room has been found yet.',
    'NS',
    'not_started',
  ],
] as const

/** An agenda item: a report with recommendations of its own, a table of costs, and the tracker behind it, codes of letters. */
export const oakhurstPack: UnlikeDocument = {
  name: 'oakhurst-pack',
  truth: {
    organisation: 'Oakhurst Borough Council',
    committee: 'Community Wellbeing Committee',
    document_date: '2022-11-16',
    reviews: [
      {
        title: 'Support for Veterans',
        recommendations: ROWS.map(([ref, text, who, when, iso, evidence, code, grade]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(when, iso)],
            updates: [update(evidence, grade, { presented_on: '2022-11-16', assessment_text: code })],
          }),
        ),
      },
    ],
  },
  text: { html: true, marks: true },
  blocks: [
    { heading: 'Oakhurst Borough Council', level: 1 },
    {
      table: [
        ['Report to:', 'Community Wellbeing Committee'],
        ['Date:', '16 November 2022'],
        ['Report of:', 'Director of Communities'],
        ['Subject:', 'Support for Veterans – progress with recommendations'],
      ],
    },
    { heading: '1. Purpose of the report' },
    { line: '1.1 To tell Members how far the recommendations of the task group on support for veterans have been carried out.' },
    { heading: '2. Recommendations' },
    { line: '2.1 That Members note the progress made.' },
    { line: '2.2 That Members say which recommendations may be signed off.' },
    { heading: '3. Background' },
    { line: '3.1 The task group reported to Cabinet in March 2022. All of its recommendations were accepted.' },
    { heading: '4. Costs' },
    {
      table: [
        ['Item', 'Cost (£)', 'Funded from'],
        ['Room hire', '1,200', 'Existing budget'],
        ['Website', '300', 'Existing budget'],
      ],
    },
    { heading: 'Appendix 1 – Support for Veterans' },
    {
      table: [
        ['Rec', 'Recommendation', 'Lead officer', 'Target date', 'Progress as at November 2022', 'Status (C/IP/NS)'],
        ...ROWS.map(([ref, text, who, when, , evidence, code]) => [ref, text, who, when, evidence, code]),
      ],
    },
    { line: 'Key: C = Complete; IP = In progress; NS = Not started' },
  ],
}
