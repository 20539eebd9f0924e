import { action, due, recommendation, update } from '../unlike/unlike-document.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import type { CouncilDocument } from './council-document.ts'

type Line = [ref: string, text: string, step: string, who: string, when: string, iso: string | undefined, status: string, said: string]

const LINES: Line[] = [
  [
    '1a',
    'Make the domestic abuse strategy the responsibility of one board.',
    'The Community Safety Partnership will be that board and its terms of reference will say so.',
    'Chair of the CSP',
    'May 2022',
    '2022-05-31',
    'Completed',
    'Terms of reference changed on 11 May 2022.',
  ],
  [
    '1b',
    'Put survivors on that board.',
    'Two places will be offered through the survivors’ network, with expenses and support.',
    'DA Strategic Lead',
    'Sept 2022',
    '2022-09-30',
    'Completed',
    'Two survivors have sat since October.\nThey have asked for papers a week earlier, which has been done.',
  ],
  [
    '2',
    'Provide 12 more units of safe accommodation.',
    'Use the new burdens grant for eight; find partners for the other four.',
    'Housing Needs Manager',
    'March 2023',
    '2023-03-31',
    'Delayed',
    'Five units are open.\nOf the others:\n- three are being adapted, to open in June\n- four have no site yet',
  ],
  [
    '3',
    'Train all front-line housing staff.',
    'E-learning for all, a day’s course for those who see tenants.',
    'Learning and Development Partner',
    '31.12.22',
    '2022-12-31',
    'Completed',
    '96% have done the e-learning and 88% the course.',
  ],
  [
    '4',
    'Ask the police to share the outcome of each referral with the referrer.',
    'Write to the Chief Constable',
    'Chair of the Committee',
    'ASAP',
    undefined,
    'In progress',
    'The force will try it in one district from April.',
  ],
  [
    '5',
    'Fund the perpetrator programme for three years rather than one.',
    'To be considered with the budget.',
    'Director of Public Health/Police and Crime Commissioner’s Office',
    'February 2023',
    '2023-02-28',
    'In progress',
    'Funded for two years. The Commissioner will decide on the third after the election.',
  ],
  [
    '6',
    'Report yearly to this Committee.',
    'Add to the work programme.',
    'Scrutiny Officer',
    'Yearly, each March',
    undefined,
    'In progress',
    'This is the first report.',
  ],
  [
    '7',
    'Review how homeless families are told of their right to school transport.',
    'Leaflet to be written with the education service.',
    'Housing Needs Manager',
    'June 2022',
    '2022-06-30',
    'Not started',
    '',
  ],
]
const GRADES: Record<string, ReadUpdate['grade']> = {
  Completed: 'completed',
  Delayed: 'slipped',
  'In progress': 'in_progress',
  'Not started': 'not_started',
}

const quoted = (value: string) => (/["\n\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** Cells copied in Excel and pasted as text: tabs, and quotes only where a cell has several lines; the e-mail's own words above and below. */
export const winterslowPaste: CouncilDocument = {
  name: 'winterslow-paste',
  ending: 'txt',
  truth: {
    committee: 'Communities Scrutiny Committee',
    reviews: [
      {
        title: 'Domestic abuse',
        recommendations: LINES.map(([ref, text, step, who, when, iso, status, said]) =>
          recommendation(ref, text, {
            owners: who.split('/'),
            due: [due(when, iso)],
            actions: [action(step, { owners: who.split('/'), due: due(when, iso) })],
            updates: [update(said, GRADES[status]!, { round: 'March 2023' })],
          }),
        ),
      },
    ],
  },
  make: () =>
    new TextEncoder().encode(
      [
        'Hi Jo, as promised, this is what I have for the Communities Scrutiny Committee in March. Number 2 is the one they will ask about. Thanks, Petra',
        '',
        'Domestic abuse review – action plan',
        ['Rec', 'Recommendation', 'Agreed action', 'Lead', 'Timescale', 'Status', 'Update March 2023'].join('\t'),
        ...LINES.map(([ref, text, step, who, when, , status, said]) => [ref, text, step, who, when, status, said].map(quoted).join('\t')),
        '',
        'Petra Vane | Partnerships Officer | I work Tuesday to Thursday',
      ].join('\r\n'),
    ),
}
