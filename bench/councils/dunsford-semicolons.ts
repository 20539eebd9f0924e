import { due, recommendation, update } from '../unlike/unlike-document.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import type { CouncilDocument } from './council-document.ts'

type Line = [ref: string, text: string, who: string, first: string, iso: string | undefined, revised: string, rag: string, said: string]

const LINES: Line[] = [
  [
    'T1',
    'Set up a “tourism round table” with the three district councils and the national park, to meet twice a year.',
    'Economic Development Manager',
    '30/06/2022',
    '2022-06-30',
    '',
    'Green',
    'Met on 24 May and 8 November. Terms of reference agreed.',
  ],
  [
    'T2',
    'Apply for £250,000 from the Shared Prosperity Fund to mend the harbour steps – including a ramp.',
    'Head of Regeneration',
    '31/10/2022',
    '2022-10-31',
    '28/02/2023',
    'Amber',
    'The bid was sent in October; the fund’s decision is awaited.\n\nThe engineer’s estimate has since gone up to £310,000.',
  ],
  [
    'T3',
    'Review charges at coastal car parks.',
    'Parking Services Manager',
    '01/04/2023',
    '2023-04-01',
    '',
    'Green',
    'New tariff out to consultation.',
  ],
  [
    'T4',
    'Keep public toilets open from Easter to October half-term, and say on the doors where the nearest other one is.',
    'Facilities Manager',
    '15/04/2022',
    '2022-04-15',
    '',
    'Complete',
    'All 14 opened on 9 April; signs put up in May.',
  ],
  [
    'T5',
    'Ask the highway authority for brown signs to the museum; the abbey; and the gardens.',
    'Economic Development Manager',
    '31/12/2022',
    '2022-12-31',
    '30/06/2023',
    'Red',
    'The county will not begin until the cost (£9,400) has been paid. No budget has been found.',
  ],
  [
    'T6',
    'Limit the number of holiday lets in villages where they exceed 20% of homes.',
    'Planning Policy Manager',
    'Local Plan adoption (2025)',
    undefined,
    '',
    'Amber',
    'Evidence gathered for four villages. Counsel’s opinion is that a policy may be drawn up but that it would not touch existing lets.',
  ],
  [
    'T7',
    'Make a film.',
    'Communications Manager',
    '31/05/2022',
    '2022-05-31',
    '',
    'Complete',
    '“A Year on the Edge” has been seen 48,000 times.',
  ],
  [
    'T8',
    'Take part in the national accessibility scheme so that disabled visitors know what to expect.',
    'Economic Development Manager',
    '31/03/2023',
    '2023-03-31',
    '',
    'Not started',
    '',
  ],
  [
    'T9',
    'Work with the college on a course for café and hotel staff.',
    'Skills Officer',
    '30/09/2022',
    '2022-09-30',
    '30/09/2023',
    'Amber',
    'Too few enrolled in 2022: six, and the college needs twelve.',
  ],
]

const GRADES: Record<string, ReadUpdate['grade']> = {
  Green: 'on_track',
  Amber: 'slipped',
  Red: 'not_achieved',
  Complete: 'completed',
  'Not started': 'not_started',
}

const quoted = (value: string) => (/[;"\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

const SHEET = [
  ['Dunsford Coast District Council', '', '', '', '', '', '', ''],
  [
    'Overview and Scrutiny Committee: Tourism Review. Green = on track; Amber = slipping; Red = will not be done',
    '',
    '',
    '',
    '',
    '',
    '',
    '',
  ],
  ['', '', '', '', '', '', '', ''],
  ['Ref', 'Recommendation', 'Responsible officer', 'Original target date', 'Revised target date', 'RAG', 'Comments', 'Closed (Y/N)'],
  ...LINES.map(([ref, text, who, first, , revised, rag, said]) => [
    ref,
    text,
    who,
    first,
    revised,
    rag,
    said,
    rag === 'Complete' ? 'Y' : 'N',
  ]),
  ['', '', '', '', '', '', '', ''],
]

/** The 27 letters in which Windows' Western code differs from Latin-1, those that are used here. */
const WESTERN: Record<string, number> = { '–': 0x96, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94 }

/** Excel's own CSV on a machine set to semicolons: Windows' Western code, title rows, quoted semicolons and new lines. */
export const dunsfordSemicolons: CouncilDocument = {
  name: 'dunsford-semicolons',
  ending: 'csv',
  truth: {
    organisation: 'Dunsford Coast District Council',
    committee: 'Overview and Scrutiny Committee',
    reviews: [
      {
        title: 'Tourism Review',
        recommendations: LINES.map(([ref, text, who, first, iso, revised, rag, said]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(first, iso)],
            updates: [
              update(said, GRADES[rag]!, revised === '' ? {} : { revised_due: due(revised, revised.split('/').toReversed().join('-')) }),
            ],
          }),
        ),
      },
    ],
  },
  make: () => {
    const text = SHEET.map((line) => line.map(quoted).join(';')).join('\r\n')
    return Uint8Array.from(text.split('').map((letter) => WESTERN[letter] ?? letter.codePointAt(0)!))
  },
}
