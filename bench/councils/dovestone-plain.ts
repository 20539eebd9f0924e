import { due, recommendation, update } from '../unlike/unlike-document.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import type { CouncilDocument } from './council-document.ts'
import { printTypst, typst } from './council-pdf.ts'

type Line = [ref: string, text: string, who: string, when: string, iso: string | undefined, said: string, status: string]

const LINES: Line[] = [
  [
    '1',
    'Hold pre-application meetings within 15 working days and charge for them.',
    'Development Manager',
    '1 April 2021',
    '2021-04-01',
    'Charges came in on 1 April 2021 and have brought in £61,000. The average wait is 13 days.',
    'Completed',
  ],
  [
    '2',
    'Train all members of the Planning Committee before they sit, and again every year.',
    'Head of Planning and Monitoring Officer',
    'May 2021',
    '2021-05-31',
    'Training was given on 20 May. Two members could not come and will not sit until they have been trained.',
    'Completed',
  ],
  [
    '3',
    'Cut the number of applications that go to Committee by a third.',
    'Head of Planning',
    'By September 2021',
    '2021-09-30',
    'A change to the scheme of delegation was put to Full Council in July and lost by 21 votes to 19. A revised scheme, which keeps the right of a ward member to call in, will be put in November.',
    'In progress',
  ],
  [
    '4',
    'Fill the vacant posts in enforcement.',
    'Head of Planning',
    'June 2021',
    '2021-06-30',
    'One of three filled. The market is very hard: no one who could be appointed applied for the senior post when it was advertised for the second time.',
    'In progress',
  ],
  [
    '5',
    'Ask applicants and neighbours what they think of the service, and publish what they say.',
    'Customer Insight Officer',
    'December 2021',
    '2021-12-31',
    'The survey is live; 214 answers so far.',
    'In progress',
  ],
  ['6', 'Write a protocol on lobbying.', 'Monitoring Officer', '31/07/2021', '2021-07-31', 'Adopted 13 July.', 'Completed'],
  [
    '7',
    'Move to paperless files.',
    'Business Support Manager',
    'March 2022',
    '2022-03-31',
    'Scanning of 40,000 microfiche begins in January.',
    'Not started',
  ],
  [
    '8',
    'Ask the Planning Advisory Service back in 2022 to see what has changed.',
    'Chief Executive',
    'Autumn 2022',
    undefined,
    'Booked.',
    'Not started',
  ],
  [
    '9',
    'Agree with the county how long it may take to answer consultations on highways, and tell applicants when it is late.',
    'Development Manager',
    'October 2021',
    '2021-10-31',
    'A standard of 21 days has been agreed. It was met in 48% of cases in August and September; the county has since appointed a second officer for this district.',
    'Completed',
  ],
]
const GRADES: Record<string, ReadUpdate['grade']> = { Completed: 'completed', 'In progress': 'in_progress', 'Not started': 'not_started' }

const source = () =>
  [
    '#set page(paper: "a4", flipped: true, margin: 18mm, numbering: "1")',
    '#set text(size: 13pt)',
    '#text(16pt)[*Dovestone District Council*]\n',
    '*Planning peer challenge: update on recommendations, October 2021*\n',
    '#v(4mm)',
    '#grid(columns: (1cm, 6.5cm, 3.6cm, 2.8cm, 1fr, 2.3cm), column-gutter: 5mm, row-gutter: 5mm,',
    ...['', 'Recommendation', 'Who', 'When', 'Update', 'Status'].map((head) => `[*${head}*],`),
    ...LINES.map(
      ([ref, text, who, when, , said, status]) => `${[ref, text, who, when, said, status].map((each) => `[${typst(each)}]`).join(', ')},`,
    ),
    ')',
  ].join('\n')

/** No rule anywhere: columns are only where the words begin, and rows only where a number stands. */
export const dovestonePlain: CouncilDocument = {
  name: 'dovestone-plain',
  ending: 'pdf',
  truth: {
    organisation: 'Dovestone District Council',
    reviews: [
      {
        title: 'Planning peer challenge',
        recommendations: LINES.map(([ref, text, who, when, iso, said, status]) =>
          recommendation(ref, text, {
            owners: who.split(' and ').length === 2 && who.includes('Monitoring') ? who.split(' and ') : [who],
            due: [due(when, iso)],
            updates: [update(said, GRADES[status]!, { round: 'October 2021' })],
          }),
        ),
      },
    ],
  },
  make: () => printTypst(source()),
}
