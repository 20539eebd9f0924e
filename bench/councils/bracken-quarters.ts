import type { FixtureCell } from '../../src/platform/documents/workbook.fixture.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import { due, recommendation, update } from '../unlike/unlike-document.ts'
import type { CouncilDocument } from './council-document.ts'
import { savedByExcel } from './council-sheets.ts'

type Quarter = [said: string, rag: 'R' | 'A' | 'G' | 'C' | '']
type Line = [ref: string, text: string, who: string, when: string, iso: string | undefined, quarters: [Quarter, Quarter, Quarter]]

const GRADES: Record<string, ReadUpdate['grade']> = { R: 'slipped', A: 'in_progress', G: 'on_track', C: 'completed', '': null }
const FILLS: Record<string, string> = { R: 'FF0000', A: 'FFC000', G: '00B050', C: '0070C0', '': 'FFFFFF' }
const QUARTERS = ['Q1 2023/24', 'Q2 2023/24', 'Q3 2023/24']

const LINES: Line[] = [
  [
    'CC.1',
    'Declare which of the Council’s buildings will still be heated by gas in 2030, and why.',
    'Energy Manager',
    'Mar-24',
    '2024-03-31',
    [
      ['Survey let to consultants.', 'G'],
      ['Surveys done at 40 of 112 buildings. Asbestos registers for schools were hard to come by, which has cost about six weeks.', 'A'],
      ['109 done. Report to Cabinet on 12 March.', 'G'],
    ],
  ],
  [
    'CC.2',
    'Add a climate section to every committee report.',
    'Monitoring Officer',
    'Jul-23',
    '2023-07-31',
    [
      ['Template agreed by group leaders.', 'G'],
      ['In use from 1 September.', 'C'],
      ['', ''],
    ],
  ],
  [
    'CC.3',
    'Double the number of public charging points within walking distance of terraced streets.',
    'Head of Parking / Highways Manager',
    'Dec-24',
    '2024-12-31',
    [
      ['Grant of £412,000 won.', 'G'],
      ['Sites chosen: 36. Two are opposed by residents because they take a parking space; the ward members are to hold a walkabout.', 'G'],
      [
        'The network operator has asked £190,000 more for connections than was allowed for. A revised programme goes to the board in January.',
        'R',
      ],
    ],
  ],
  [
    'CC.4',
    'Plant 10,000 trees on Council land by the end of the planting season.',
    'Parks Development Officer',
    'Mar-24',
    '2024-03-31',
    [
      ['Not the season. Land found for 8,200.', 'A'],
      ['Land found for all. Volunteers being signed up.', 'G'],
      ['2,150 planted with 19 schools. Deer guards are on back order.', 'A'],
    ],
  ],
  [
    'CC.5',
    'Write to the pension fund to ask for its plan to leave fossil fuels.',
    'Chair of the Committee',
    'May-23',
    '2023-05-31',
    [
      ['Written 9 May; answer received 30 May and circulated.', 'C'],
      ['', ''],
      ['', ''],
    ],
  ],
  [
    'CC.6',
    'Train all senior managers in carbon literacy.',
    'Head of Organisational Development',
    'Ongoing',
    undefined,
    [
      ['11 of 64.', 'A'],
      ['30 of 64.', 'A'],
      ['52 of 64. Those who have missed two dates have been written to by the Chief Executive.', 'A'],
    ],
  ],
  [
    'CC.7',
    'Report emissions of contractors as well as the Council’s own.',
    'Head of Procurement',
    'Jun-24',
    '2024-06-30',
    [
      ['', ''],
      ['The twelve largest contracts cover 70% of spend. Letters sent.', 'A'],
      ['Five have answered.', 'A'],
    ],
  ],
  [
    'CC.8',
    'Hold a citizens’ assembly.',
    'Engagement Lead',
    'Nov-23',
    '2023-11-30',
    [
      ['Budget of £60,000 not found.', 'R'],
      ['A panel of 24 over two Saturdays would cost £18,000, which Cabinet has agreed.', 'A'],
      ['Panel held on 4 and 18 November. Its 14 recommendations are on the website.', 'C'],
    ],
  ],
]

const rowOf = ([ref, text, who, when, , quarters]: Line): FixtureCell[] => [
  ref,
  text,
  who,
  when,
  ...quarters.flatMap(([said, rag]) => [said, { value: rag, fill: FILLS[rag]! }]),
]

/** A pair of columns for each quarter under a merged heading, grades as coloured letters, what is complete left blank afterwards, the key below. */
export const brackenQuarters: CouncilDocument = {
  name: 'bracken-quarters',
  ending: 'xlsx',
  truth: {
    organisation: 'Bracken Hill London Borough',
    reviews: [
      {
        title: 'Climate Change Commission',
        recommendations: LINES.map(([ref, text, who, when, iso, quarters]) => {
          const done = quarters.findIndex(([, rag]) => rag === 'C')
          return recommendation(ref, text, {
            owners: who.split(' / '),
            due: [due(when, iso)],
            updates: quarters
              .slice(0, done === -1 ? 3 : done + 1)
              .map(([said, rag], at) => update(said, GRADES[rag]!, { round: QUARTERS[at]! })),
          })
        }),
      },
    ],
  },
  make: () =>
    savedByExcel([
      {
        name: 'CCC',
        rows: [
          [{ value: 'Climate Change Commission – quarterly monitoring', bold: true, across: 10 }],
          ['Bracken Hill London Borough, Environment Scrutiny Commission'],
          [
            ...['Ref', 'Recommendation', 'Lead', 'Due'].map((value) => ({ value, bold: true, down: 2 })),
            ...QUARTERS.flatMap((value) => [{ value, bold: true, across: 2 }, null]),
          ],
          [null, null, null, null, ...QUARTERS.flatMap(() => ['Update', 'RAG'])],
          ...LINES.map(rowOf),
          [],
          ['Key:', 'C = complete, G = on track, A = in progress with some concern, R = behind'],
        ],
      },
    ]),
}
