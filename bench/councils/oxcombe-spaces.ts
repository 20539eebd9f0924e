import { due, recommendation, update } from '../unlike/unlike-document.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import { inColumns } from './council-columns.ts'
import type { CouncilDocument } from './council-document.ts'

type Line = [ref: string, text: string, who: string, when: string, iso: string | undefined, said: string, status: string]

const LINES: Line[] = [
  [
    '1',
    'That the Trust holds a public meeting in each of the five market towns before any bed is closed, and publishes what was said at each.',
    'Director of Strategy',
    '30 June 2019',
    '2019-06-30',
    'Meetings were held in May and June; 612 people came. The report is at www.oxcombe.example/beds and was discussed by the Governing Body on 18 July.',
    'Complete',
  ],
  [
    '2',
    'That the travel times on which the proposal rests are worked out again for people without a car.',
    'Head of Planning',
    'August 2019',
    '2019-08-31',
    'Done by the university. The longest journey by bus is 1 hour 52 minutes each way, from Wold Newton.',
    'Complete',
  ],
  [
    '3',
    'That the ambulance service says in writing that it can meet the standards for category 2 calls if the unit at Barrow closes.',
    'Ambulance Service',
    'September 2019',
    '2019-09-30',
    'A letter was received on 4 October. It says that three more vehicles would be needed at peak times, and that these have not been funded.',
    'In progress',
  ],
  [
    '4',
    'That the minor injuries unit stays open until 10pm at weekends.',
    'Chief Operating Officer',
    'Ongoing',
    undefined,
    'Open until 10pm on 44 of 52 weekends. Closed early on eight because of sickness.',
    'In progress',
  ],
  [
    '5',
    'That families are told how to complain.',
    'Patient Experience Manager',
    '31/10/2019',
    '2019-10-31',
    'Posters and a card are in all wards.',
    'Complete',
  ],
  [
    '6',
    'That the Trust and the Council write a single plan for winter, to be brought to this Committee before the clocks go back.',
    'Chief Operating Officer / Director of Adult Care',
    'October 2019',
    '2019-10-31',
    'The plan was brought to the Committee on 22 October. Members asked for numbers of care home places to be added; they will be in the next version.',
    'Complete',
  ],
  [
    '7',
    'That the workforce plan shows how many nurses will retire in each of the next five years.',
    'Director of People',
    'December 2019',
    '2019-12-31',
    'A first draft shows 41 in 2020 and 57 in 2021. It has still to be checked with line managers.',
    'In progress',
  ],
  [
    '8',
    'That the Committee is given the business case in full, with nothing left out on grounds of commercial confidence.',
    'Company Secretary',
    'Not agreed',
    undefined,
    'The Trust is willing to let members read it at its offices.',
    'Not agreed',
  ],
  [
    '9',
    'That car parking is free for patients who attend more than once a week.',
    'Head of Estates',
    'January 2020',
    '2020-01-31',
    '',
    'Not started',
  ],
]
const GRADES: Record<string, ReadUpdate['grade']> = {
  Complete: 'completed',
  'In progress': 'in_progress',
  'Not agreed': null,
  'Not started': 'not_started',
}
const WIDTHS = [5, 36, 20, 16, 46, 14]
const HEADS = ['No', 'Recommendation', 'Responsible', 'Timescale', 'Progress as at November 2019', 'Status']

function pages(): string {
  const [heads, ...rows] = inColumns(WIDTHS, [
    HEADS,
    ...LINES.map(([ref, text, who, when, , said, status]) => [ref, text, who.replace(' / ', ' /\n'), when, said, status]),
  ])
  const all = rows.flatMap((row) => [...row, ''])
  const [first, second] = [all.slice(0, 24), all.slice(24)]
  const foot = (page: number) => ['', `${' '.repeat(60)}Page ${page} of 2`]
  return [
    `${' '.repeat(30)}Oxcombe and Wolds Joint Health Scrutiny Committee`,
    `${' '.repeat(42)}26 November 2019`,
    '',
    'Community hospitals: the Trust’s progress against the Committee’s recommendations',
    '',
    ...heads!,
    '',
    ...first,
    ...foot(1),
    `\f${heads![0]}`,
    ...heads!.slice(1),
    ...second,
    ...foot(2),
    '\f',
  ].join('\n')
}

/** What is left of a PDF when its text is laid out: columns by spaces, wrapped words, a row cut by the page, heading and page number between. */
export const oxcombeSpaces: CouncilDocument = {
  name: 'oxcombe-spaces',
  ending: 'txt',
  truth: {
    committee: 'Oxcombe and Wolds Joint Health Scrutiny Committee',
    document_date: '2019-11-26',
    reviews: [
      {
        title: 'Community hospitals',
        recommendations: LINES.map(([ref, text, who, when, iso, said, status]) =>
          recommendation(ref, text, {
            owners: who.split(' / '),
            due: [due(when, iso)],
            updates: [update(said, GRADES[status]!, { presented_on: '2019-11-26', round: 'November 2019' })],
          }),
        ),
      },
    ],
  },
  make: () => new TextEncoder().encode(pages()),
}
