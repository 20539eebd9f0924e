import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation, update } from './unlike-document.ts'

const GRADES = { OT: 'on_track', D: 'slipped', C: 'completed', NS: 'not_started' } as const
const ROWS = [
  [
    'A',
    'Improve the timeliness of initial health assessments.',
    'Clinic days doubled; a nurse seconded to the team.',
    'Designated Nurse',
    'Dec 2024',
    '2024-12-31',
    '80% within 20 working days',
    '61% in the autumn quarter (summer: 38%).',
    'OT',
    '84% in the spring quarter. The target has been met for three months.',
    'C',
  ],
  [
    'B',
    'Ensure that children’s wishes are recorded at every visit.',
    'New visit template; dip sampling by managers.',
    'Service Manager, Children in Care',
    'January 2025',
    '2025-01-31',
    'Recorded in 95% of visits sampled',
    '74% of 50 visits.',
    'OT',
    '79% of 50 visits. Two teams are well below the rest and have had more training.',
    'D',
  ],
  [
    'C',
    'Reduce the number of children placed more than 20 miles from home.',
    'Recruit 15 foster carers in the borough.',
    'Fostering Manager',
    'March 2026',
    '2026-03-31',
    'No more than 15% of children',
    'Advertising began in October.',
    'OT',
    'Four approved and five in assessment.',
    'OT',
  ],
  [
    'D',
    'Strengthen the offer to care leavers over 21.',
    'Write the offer with care leavers.',
    'Leaving Care Manager',
    'April 2025',
    '2025-04-30',
    'Offer published',
    '',
    'NS',
    'A draft went to the Corporate Parenting Panel on 4 March.',
    'OT',
  ],
] as const

/** Areas for improvement by letter, one action each, two terms side by side, codes explained in a sentence on the front. */
export const skelbyTerms: UnlikeDocument = {
  name: 'skelby-terms',
  truth: {
    organisation: 'Skelby Council',
    reviews: [
      {
        title: 'Children in care: post-inspection plan',
        recommendations: ROWS.map(([ref, text, step, who, when, iso, measure, autumn, first, spring, second]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(when, iso)],
            success_measure: measure,
            actions: [action(step, { owners: [who], due: due(when, iso) })],
            updates: [update(autumn, GRADES[first], { round: 'Autumn 2024' }), update(spring, GRADES[second], { round: 'Spring 2025' })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Skelby Council', level: 1 },
    { heading: 'Children in care: post-inspection plan' },
    { line: 'Progress is shown each term: C = complete, OT = on track, D = delayed, NS = not started.' },
    {
      table: [
        [
          '',
          'Area for improvement',
          'What we will do',
          'Who',
          'By when',
          'How we will know',
          'Autumn 2024',
          'Status Autumn 2024',
          'Spring 2025',
          'Status Spring 2025',
        ],
        ...ROWS.map(([ref, text, step, who, when, , measure, autumn, first, spring, second]) => [
          ref,
          text,
          step,
          who,
          when,
          measure,
          autumn,
          first,
          spring,
          second,
        ]),
      ],
    },
  ],
}
