import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation } from './unlike-document.ts'

const PLAN = [
  {
    ref: '1',
    text: 'Improve how complaints are answered.',
    steps: [
      ['1.1', 'Set up one inbox for all complaints.', 'Customer Services Manager', 'March 2024', '2024-03-31', 100],
      ['1.2', 'Train managers to write a good answer.', 'Learning Officer', 'July 2024', '2024-07-31', 50],
      ['1.3', 'Publish what was learnt each quarter.', 'Complaints Officer', 'Quarterly', '', 25],
    ],
  },
  {
    ref: '2',
    text: 'Make it easier to report a problem in the street.',
    steps: [
      ['2.1', 'Choose a reporting app and buy it.', 'Digital Lead', '30/06/2024', '2024-06-30', 75],
      ['2.2', 'Link the app to the contractor’s job list.', 'Digital Lead', '30/11/2024', '2024-11-30', 0],
    ],
  },
] as const

/** A plan with a row for each action and how far each has got, the recommendation standing once. */
export const lowmerePercent: UnlikeDocument = {
  name: 'lowmere-percent',
  truth: {
    organisation: 'Lowmere District Council',
    reviews: [
      {
        title: 'Customer Service Improvement Plan',
        recommendations: PLAN.map(({ ref, text, steps }) =>
          recommendation(ref, text, {
            owners: [...new Set(steps.map((step) => step[2]))],
            due: steps.map((step) => due(step[3], step[4] === '' ? undefined : step[4])),
            actions: steps.map(([number, words, who, when, iso, done]) =>
              action(words, { ref: number, owners: [who], due: due(when, iso === '' ? undefined : iso), percent_complete: done }),
            ),
          }),
        ),
      },
    ],
  },
  text: { html: true },
  blocks: [
    { heading: 'Lowmere District Council', level: 1 },
    { heading: 'Customer Service Improvement Plan 2024' },
    {
      table: [
        ['Recommendation', 'Ref', 'Action', 'Owner', 'Due', '% complete'],
        ...PLAN.flatMap(({ ref, text, steps }) =>
          steps.map(([number, words, who, when, , done], index) => [
            index === 0 ? { text: `${ref}. ${text}`, down: steps.length } : null,
            number,
            words,
            who,
            when,
            `${done}%`,
          ]),
        ),
      ],
    },
  ],
}
