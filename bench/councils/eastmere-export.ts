import { due, recommendation, update } from '../unlike/unlike-document.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import type { ReadResponse } from './council-answers.ts'
import type { CouncilDocument } from './council-document.ts'

type Line = [
  met: string,
  minute: string,
  text: string,
  answer: string,
  who: string,
  when: string,
  iso: string | undefined,
  done: string,
  said: string,
]

const LINES: Line[] = [
  [
    '11 Oct 2022',
    '42.3',
    'That Cabinet publishes the condition survey of the three leisure centres.',
    'Accepted',
    'Head of Leisure',
    'January 2023',
    '2023-01-31',
    'Done',
    'Published 19 January.',
  ],
  [
    '11 Oct 2022',
    '42.4',
    'That no decision on Northgate Pool is made until users have been asked.',
    'Accepted',
    'Head of Leisure; Consultation Officer',
    'March 2023',
    '2023-03-31',
    'Done',
    'The survey had 2,114 answers, of which 71% would travel no further than three miles.',
  ],
  [
    '11 Oct 2022',
    '42.5',
    'That the fees for swimming lessons are frozen.',
    'Rejected',
    'Chief Finance Officer',
    '',
    undefined,
    '',
    'Fees rose by 4% in April.',
  ],
  [
    '6 Dec 2022',
    '55.1',
    'That the Council takes part in the county’s scheme for exercise on prescription, with a place for each person referred within four weeks.',
    'Accepted',
    'Health and Wellbeing Manager',
    '01/04/23',
    '2023-04-01',
    'In hand',
    'Waiting time now five weeks.\n"Movers" classes begin at two village halls in May, which should bring it down to three.',
  ],
  [
    '6 Dec 2022',
    '55.2',
    'That members are told, each quarter, how many referred people finish the course.',
    'Accepted',
    'Health and Wellbeing Manager',
    'Quarterly',
    undefined,
    'In hand',
    'First figures: 61% of 140 people.',
  ],
  [
    '6 Dec 2022',
    '55.3',
    'That a bid is made to Sport England for changing rooms at the Recreation Ground, which women’s and girls’ teams can use.',
    'Accepted in principle',
    'Parks Manager; External Funding Officer',
    '30/9/2023',
    '2023-09-30',
    'Not begun',
    'Waits for the playing pitch strategy.',
  ],
  [
    '14 Feb 2023',
    '71.2',
    'That the booking system works on a mobile telephone.',
    'Accepted',
    'ICT Business Partner',
    'By Dec 2023',
    '2023-12-31',
    'In hand',
    'Supplier chosen.',
  ],
  [
    '14 Feb 2023',
    '71.3',
    'That a hardship fund is created for families who receive free school meals',
    'Deferred',
    'Chief Finance Officer',
    '',
    undefined,
    '',
    'To be looked at with the budget for 2024/25.',
  ],
  [
    '14 Feb 2023',
    '71.4',
    'That tennis courts are open to all and not only to members of clubs:\n- from 9am to noon at weekends\n- every evening in school holidays',
    'Accepted',
    'Parks Manager',
    'Easter 2023',
    undefined,
    'Done',
    'Gates with codes fitted at all five sites.',
  ],
  [
    '18 Apr 2023',
    '84.1',
    'That Cabinet reports on all of the above in six months.',
    'Accepted',
    'Leader of the Council',
    'October 2023',
    '2023-10-31',
    'Not begun',
    '',
  ],
]
const HEADS = ['Meeting', 'Minute no.', 'Recommendation to Cabinet', 'Cabinet decision', 'Officer(s)', 'By when', 'Progress', 'Notes']

const GRADES: Record<string, ReadUpdate['grade']> = { Done: 'completed', 'In hand': 'in_progress', 'Not begun': 'not_started', '': null }
const ANSWERS: Record<string, ReadResponse | undefined> = {
  Accepted: 'accepted',
  Rejected: 'rejected',
  'Accepted in principle': 'accepted_in_principle',
}

const quoted = (value: string) => (/["\n\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** What a database hands out: UTF-16 with its mark, tabs, quoted new lines and quotes, the heading given again every four lines. */
export const eastmereExport: CouncilDocument = {
  name: 'eastmere-export',
  ending: 'csv',
  truth: {
    reviews: [
      {
        title: '',
        recommendations: LINES.map(([, minute, text, answer, who, when, iso, done, said]) =>
          recommendation(minute, text, {
            owners: who.split('; '),
            due: when === '' ? [] : [due(when, iso)],
            response: { ...(ANSWERS[answer] ? { answer: ANSWERS[answer] } : {}), text: answer },
            updates: [update(said, GRADES[done]!)],
          }),
        ),
      },
    ],
  },
  make: () => {
    const sheet = LINES.flatMap(([met, minute, text, answer, who, when, , done, said], at) => [
      ...(at % 4 === 0 ? [HEADS] : []),
      [met, minute, text, answer, who, when, done, said],
    ])
    return new Uint8Array(Buffer.from(`\uFEFF${sheet.map((line) => line.map(quoted).join('\t')).join('\r\n')}\r\n`, 'utf16le'))
  },
}
