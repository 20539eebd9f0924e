import { due, recommendation, update } from '../unlike/unlike-document.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import { wrapped } from './council-columns.ts'
import type { CouncilDocument } from './council-document.ts'

type Line = [text: string, who: string, when: string, iso: string | undefined, said: string, status: string]

const LINES: Line[] = [
  [
    'The Council should have one policy on the use of agency workers, with a limit of twelve months on any appointment unless the Head of Paid Service agrees otherwise.',
    'Head of HR',
    '31 March 2022',
    '2022-03-31',
    'The policy was approved by the Staffing Committee on 8 March 2022. At that date 22 agency workers had been in place for more than twelve months; there are now nine.',
    'Achieved',
  ],
  [
    'Exit interviews should be offered to everyone who leaves, by someone outside their service.',
    'Head of HR',
    '30 April 2022',
    '2022-04-30',
    'Offered to all since April. 38 of 101 leavers accepted. The reasons given most often are pay (17) and workload (11).',
    'Achieved',
  ],
  [
    'The Council should work with its neighbours on a joint academy for planners and environmental health officers.',
    'Director of Place',
    'September 2022',
    '2022-09-30',
    'Four councils have signed a memorandum. The academy will take its first eight trainees in January 2023 and not in September 2022, because the university needs more time to validate the course.',
    'Slipped',
  ],
  [
    'Hybrid working should be looked at afresh after a year.',
    'Chief Executive',
    'June 2022',
    '2022-06-30',
    'A survey of staff had 640 answers. The results will go to the Joint Consultative Committee in November.',
    'Slipped',
  ],
  [
    'Members should receive figures for sickness absence by service each quarter.',
    'Performance Manager',
    'Quarterly',
    undefined,
    'Sent in May, August and (in draft) November.',
    'On track',
  ],
  [
    'The mentoring scheme should be extended to officers from minority ethnic groups at all grades.',
    'Equalities Lead',
    '1 October 2022',
    '2022-10-01',
    'Thirty pairs have been matched and meet monthly.',
    'Achieved',
  ],
  [
    'The Council should pay the real living wage to the staff of its contractors.',
    'Head of Procurement',
    '1 April 2023',
    '2023-04-01',
    'In all new contracts since June. Cleaning and security follow in April when they are let again.',
    'On track',
  ],
  [
    'A graduate scheme should be set up with at least four places.',
    'Head of HR',
    'September 2023',
    '2023-09-30',
    'The scheme is in the draft budget. A neighbouring council has offered to share two of its places in the meantime, and the first graduate began on 7 November.',
    'On track',
  ],
]
const GRADES: Record<string, ReadUpdate['grade']> = { Achieved: 'achieved', 'On track': 'on_track', Slipped: 'slipped' }
const HEADS = ['Recommendation', 'Owner', 'Date', 'Progress', 'Assessment']

function printed(): string {
  const rows = LINES.map(([text, who, when, , said, status], at) => [
    String(at + 1),
    ...wrapped(text, 46),
    ...wrapped(who, 16),
    ...wrapped(when, 16),
    ...wrapped(said, 60),
    status,
  ])
  return [
    'Barnfield Town and District Council',
    'Overview Committee 17 November 2022',
    'Recruitment and Retention Review: Monitoring Report',
    'The grades are Achieved, On track, Slipped and Not achieved.',
    'No.',
    ...HEADS,
    ...rows.slice(0, 3).flat(),
    '1',
    '\fBarnfield Town and District Council',
    'No.',
    ...HEADS,
    ...rows.slice(3).flat(),
    '2',
    'Background papers: none',
  ].join('\n')
}

/** The worst that a PDF's text can be: cell after cell, each on lines of its own, and nothing to say where a column ends. */
export const barnfieldLines: CouncilDocument = {
  name: 'barnfield-lines',
  ending: 'txt',
  truth: {
    organisation: 'Barnfield Town and District Council',
    committee: 'Overview Committee',
    document_date: '2022-11-17',
    reviews: [
      {
        title: 'Recruitment and Retention Review',
        recommendations: LINES.map(([text, who, when, iso, said, status], at) =>
          recommendation(String(at + 1), text, {
            owners: [who],
            due: [due(when, iso)],
            updates: [update(said, GRADES[status]!, { presented_on: '2022-11-17' })],
          }),
        ),
      },
    ],
  },
  make: () => new TextEncoder().encode(printed()),
}
