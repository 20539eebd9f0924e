import { dayNumber } from '../../src/platform/documents/workbook.fixture.ts'
import type { FixtureCell } from '../../src/platform/documents/workbook.fixture.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import { due, recommendation, update } from '../unlike/unlike-document.ts'
import type { ReadResponse } from './council-answers.ts'
import type { CouncilDocument } from './council-document.ts'
import { savedByExcel } from './council-sheets.ts'

type Form = [
  text: string,
  answer: string,
  lead: string,
  when: string,
  iso: string | undefined,
  measure: string,
  said: string,
  status: string,
]

const FORMS: Form[] = [
  [
    'The Authority should survey every park home site each year, not only when the licence is renewed.',
    'Accepted',
    'Private Sector Housing Manager',
    '31/03/2025',
    '2025-03-31',
    'All nine sites surveyed by March 2025',
    'Six of nine surveyed. Electrical faults found at two, and mended within a week.',
    'On track',
  ],
  [
    'The Authority should publish the ten service charges that are most often challenged, with a plain account of what each pays for.',
    'Accepted',
    'Head of Leasehold Services',
    '30/09/2024',
    '2024-09-30',
    'Challenges down by a fifth on 2023/24 (318)',
    'The guide was put on the website on 3 February, four months late, because the figures for lifts had to be checked. Challenges in the year: 287.',
    'Complete, late',
  ],
  [
    'The Authority should let tenants choose between three colours for front doors.',
    'Not accepted',
    'Fire Safety Manager',
    '',
    undefined,
    '',
    'Certified door sets come in one colour only under the contract.',
    'Closed',
  ],
  [
    'The Authority should hold a repairs day on each of its estates in turn, at which small jobs are done without an appointment.',
    'Accepted',
    'Repairs Contract Manager',
    'Monthly',
    undefined,
    'Twelve held; 30 jobs or more at each',
    'Nine held. The average is 47 jobs:\n- taps and washers, 181\n- doors and windows, 140\n- other, 102',
    'On track',
  ],
  [
    'The Authority should pay the cost of travel and care for tenants who sit on the scrutiny group.',
    'Accepted in part',
    'Resident Engagement Lead',
    '01/06/2024',
    '2024-06-01',
    'Scheme in place',
    'Travel has been paid since 1 June. Care will be paid from April 2025, when there is a budget for it.',
    'Behind',
  ],
  [
    'The Authority should answer all complaints at the first stage within ten working days.',
    'Accepted',
    'Complaints and Learning Manager',
    '31/12/2024',
    '2024-12-31',
    '95% in time',
    '82% in the quarter to December, 89% in the quarter to March. Two vacancies were filled in January.',
    'Behind',
  ],
  [
    'The Authority should show in each newsletter what it has done because of what tenants said.',
    'Accepted',
    'Communications Officer',
    'Spring 2024 newsletter',
    undefined,
    'A page in each issue',
    'Done in the spring, summer and winter issues.',
    'Complete',
  ],
  [
    'The Authority should offer each new tenant a visit in the first six weeks of the tenancy, and keep a record of what was asked for.',
    'Accepted',
    'Neighbourhood Manager',
    '01/09/2024',
    '2024-09-01',
    '90% visited in time',
    'Visits began on 2 September. 71% have been made in time; 14% of tenants do not answer.',
    'Behind',
  ],
]

const GRADES: Record<string, ReadUpdate['grade']> = {
  'On track': 'on_track',
  'Complete, late': 'completed',
  Complete: 'completed',
  Closed: null,
  Behind: 'slipped',
}
const ANSWERS: Record<string, ReadResponse> = { Accepted: 'accepted', 'Accepted in part': 'accepted_in_part', 'Not accepted': 'rejected' }

const asked = (label: string, value: FixtureCell): FixtureCell[] => [
  '',
  { value: label, bold: true, fill: 'F2F2F2' },
  typeof value === 'object' && value !== null ? { ...value, across: 4 } : { value: value ?? '', across: 4 },
  null,
  null,
  null,
]

const blockOf = ([text, answer, lead, when, iso, measure, said, status]: Form, at: number): FixtureCell[][] => [
  ['', { value: `Recommendation ${at + 1} of ${FORMS.length}`, bold: true, fill: '7030A0', across: 5 }, null, null, null, null],
  asked('What the scrutiny group recommended', text),
  asked('Accepted?', answer),
  asked('Lead officer', lead),
  asked('Deadline', iso ? { value: dayNumber(iso), format: 'dd/mm/yyyy' } : when),
  asked('How will we know?', measure),
  asked('Progress at 31 March 2025', said),
  asked('Status', status),
  [],
]

/** Forms one below the other on a sheet, labels in the second column, values merged across. */
export const ilvertonForm: CouncilDocument = {
  name: 'ilverton-form',
  ending: 'xlsx',
  truth: {
    organisation: 'Ilverton Homes',
    reviews: [
      {
        title: 'Tenant scrutiny group: service charges and estates',
        recommendations: FORMS.map(([text, answer, lead, when, iso, measure, said, status], at) =>
          recommendation(String(at + 1), text, {
            owners: [lead],
            due: when === '' ? [] : [due(when, iso)],
            response: { answer: ANSWERS[answer]!, text: answer },
            ...(measure === '' ? {} : { success_measure: measure }),
            updates: [update(said, GRADES[status]!, { round: '31 March 2025', presented_on: '2025-03-31' })],
          }),
        ),
      },
    ],
  },
  make: () =>
    savedByExcel([
      {
        name: 'Response',
        rows: [
          ['', { value: 'Ilverton Homes', bold: true, size: 18 }],
          ['', { value: 'Tenant scrutiny group: service charges and estates', bold: true }],
          ['', 'Please complete every box that is grey. The form will be returned if it is not.'],
          [],
          ...FORMS.flatMap(blockOf),
        ],
      },
    ]),
}
