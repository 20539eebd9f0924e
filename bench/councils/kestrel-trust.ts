import type { FixtureCell } from '../../src/platform/documents/workbook.fixture.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import { action, due, recommendation, update } from '../unlike/unlike-document.ts'
import type { CouncilDocument } from './council-document.ts'
import { savedByExcel } from './council-sheets.ts'

type Colour = 'B' | 'G' | 'A' | 'R'
type Step = [text: string, who: string, when: string, iso: string | undefined, percent: number, colour: Colour, said: string]

const FILLS: Record<Colour, string> = { B: '5B9BD5', G: '70AD47', A: 'FFC000', R: 'C00000' }
const GRADES: Record<Colour, ReadUpdate['grade']> = { B: 'completed', G: 'on_track', A: 'slipped', R: 'overdue' }

const ITEMS: [ref: string, text: string, steps: Step[]][] = [
  [
    'W1',
    'The trust must ensure that all patients have a comprehensive risk assessment that is reviewed after each incident.',
    [
      [
        'Rewrite the risk assessment template with service users.',
        'Associate Director of Nursing',
        '31-Mar-23',
        '2023-03-31',
        1,
        'B',
        'New template in use on all eleven wards from 20 March.',
      ],
      [
        'Audit 10 records a ward each month.',
        'Ward managers',
        'Monthly from April 2023',
        undefined,
        0.5,
        'G',
        'April 71%, May 78%, June 88% complete. The two wards below 80% have a weekly visit from the matron.',
      ],
      [
        'Train all registered nurses in formulation.',
        'Head of Learning',
        'Sept 2023',
        '2023-09-30',
        0.3,
        'A',
        'The trainer has been ill; 41 of 138 nurses trained.',
      ],
    ],
  ],
  [
    'W2',
    'The trust must ensure that ligature points on the wards are identified and that there is a dated plan for their removal.',
    [
      [
        'Complete an environmental survey of every ward.',
        'Head of Estates',
        '28-Feb-23',
        '2023-02-28',
        1,
        'B',
        'Done 24 February; 312 points found.',
      ],
      [
        'Remove or replace all points rated high.',
        'Head of Estates',
        '30-Jun-23',
        '2023-06-30',
        0.85,
        'R',
        '61 of 72 removed. The remaining 11 are door sets on Heron ward that were delivered in the wrong size; the supplier has promised replacements by 21 July.',
      ],
    ],
  ],
  [
    'W3',
    'The trust must ensure that there are enough staff, with the right skills, on every shift.',
    [
      [
        'Recruit 24 nurses from overseas.',
        'Director of People',
        'Dec 2023',
        '2023-12-31',
        0.4,
        'G',
        'Ten have arrived and seven have passed their test.',
      ],
      [
        'Introduce a safety huddle at 9.00 and 17.00.',
        'Deputy Chief Operating Officer',
        '1 May 2023',
        '2023-05-01',
        1,
        'B',
        'Held every day since 1 May.',
      ],
      [
        'Reduce agency use to under 8% of shifts.',
        'Deputy Chief Operating Officer',
        '31-Mar-24',
        '2024-03-31',
        0.2,
        'A',
        '14.1% in June (May: 13.2%).',
      ],
    ],
  ],
  [
    'W4',
    'The trust should ensure that informal patients know that they may leave.',
    [
      [
        'Put a notice in four languages on each ward door and in the welcome pack.',
        'Mental Health Law Manager',
        '30-Apr-23',
        '2023-04-30',
        1,
        'B',
        'Notices up on all wards; checked by the patients’ council on 9 May.',
      ],
    ],
  ],
  [
    'W5',
    'The trust should improve the food.',
    [
      ['Set up a tasting panel of patients.', 'Facilities Manager', 'May 2023', '2023-05-31', 1, 'B', 'Panel has met twice.'],
      ['Re-tender the catering contract.', 'Head of Procurement', 'TBC', undefined, 0, 'R', ''],
    ],
  ],
  [
    'C1',
    'The trust must ensure that young people who are waiting for treatment are contacted at least every eight weeks and that their risk is looked at again.',
    [
      [
        'Recruit three assistant psychologists to make the calls.',
        'Service Manager, Children and Young People',
        '31-May-23',
        '2023-05-31',
        1,
        'B',
        'All three in post from 15 May.',
      ],
      [
        'Report the number not contacted to the Board each month.',
        'Head of Performance',
        'July 2023',
        '2023-07-31',
        0.9,
        'G',
        'In the draft of July’s report: 37 young people (April: 214).',
      ],
    ],
  ],
  [
    'C2',
    'The trust must ensure that families are given a crisis plan, and that they have been asked whether it works for them.',
    [
      [
        'Agree one form of plan for the county.',
        'Service Manager, Children and Young People',
        '30-Jun-23',
        '2023-06-30',
        0.75,
        'R',
        'Agreed by all but the acute trust, whose emergency department wants a shorter one. To be settled at the partnership on 3 August.',
      ],
      ['Ask 50 families a quarter by telephone.', 'Participation Lead', 'From Sept 2023', undefined, 0, 'G', ''],
    ],
  ],
  [
    'C3',
    'The trust should make its letters to young people easier to read.',
    [
      [
        'Rewrite the ten letters most often sent, with the youth panel.',
        'Participation Lead',
        '31-Oct-23',
        '2023-10-31',
        0.6,
        'G',
        'Six rewritten. The panel marked the old ones at 3.1 out of 10 and the new at 8.4.',
      ],
    ],
  ],
]

const rowsOf = ([ref, text, steps]: (typeof ITEMS)[number]): FixtureCell[][] =>
  steps.map(([step, who, when, , percent, colour, said], at) => [
    at === 0 ? { value: ref, down: steps.length } : null,
    at === 0 ? { value: text, down: steps.length } : null,
    step,
    who,
    when,
    { value: percent, format: '0%' },
    { value: '', fill: FILLS[colour] },
    said,
  ])

/** Actions a row each under a recommendation merged down; percents that are numbers; status a colour alone, its key on another sheet. */
export const kestrelTrust: CouncilDocument = {
  name: 'kestrel-trust',
  ending: 'xlsx',
  truth: {
    organisation: 'Kestrel Fells Mental Health NHS Trust',
    reviews: [
      {
        title: 'Must do and should do action plan',
        recommendations: ITEMS.map(([ref, text, steps]) =>
          recommendation(ref, text, {
            owners: [...new Set(steps.map((step) => step[1]))],
            due: steps.map((step) => due(step[2], step[3])),
            actions: steps.map(([step, who, when, iso, percent]) =>
              action(step, { owners: [who], due: due(when, iso), percent_complete: percent * 100 }),
            ),
            updates: steps.map((step, at) => update(step[6], GRADES[step[5]], { action: at + 1, round: 'July 2023' })),
          }),
        ),
      },
    ],
  },
  make: () =>
    savedByExcel([
      {
        name: 'Action plan',
        rows: [
          [{ value: 'Kestrel Fells Mental Health NHS Trust', bold: true, size: 16 }],
          [{ value: 'Must do and should do action plan', bold: true }, '', '', '', '', '', '', 'Version 9'],
          ['Ref', 'CQC said', 'Action', 'Lead', 'Due', '% complete', 'BRAG', 'Progress at July 2023'].map((value) => ({
            value,
            bold: true,
            fill: '005EB8',
          })),
          ...ITEMS.flatMap(rowsOf),
        ],
      },
      {
        name: 'Key',
        rows: [
          [{ value: 'BRAG key', bold: true }],
          [{ value: '', fill: FILLS.B }, 'Complete and signed off'],
          [{ value: '', fill: FILLS.G }, 'On track'],
          [{ value: '', fill: FILLS.A }, 'Behind plan, recoverable'],
          [{ value: '', fill: FILLS.R }, 'Overdue'],
        ],
      },
    ]),
}
