import type { Row, UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ITEMS = [
  {
    ref: '1',
    text: 'All agencies should name a lead for domestic abuse and tell the Partnership who it is.',
    when: 'June 2022',
    iso: '2022-06-30',
    said: [
      ['Lathom Council', 'The Head of Community Safety has been named.', 'Complete', 'completed'],
      ['Marshshire Police', 'Chief Inspector Rudd until March; her successor has not been named.', 'In progress', 'in_progress'],
      ['Marsh Hospitals NHS Trust', 'The Named Nurse for Safeguarding.', 'Complete', 'completed'],
    ],
  },
  {
    ref: '2',
    text: 'Agencies should use the same form to assess risk.',
    when: 'September 2022',
    iso: '2022-09-30',
    said: [
      ['Marshshire Police', 'The form is on officers’ phones.', 'Complete', 'completed'],
      ['Marsh Hospitals NHS Trust', 'In use in the emergency department. Wards will follow in spring.', 'In progress', 'in_progress'],
    ],
  },
] as const

/** A row to each agency beside a recommendation that reaches down over them, each with its own progress and status. */
export const lathomAgencies: UnlikeDocument = {
  name: 'lathom-agencies',
  truth: {
    reviews: [
      {
        title: 'Domestic abuse',
        recommendations: ITEMS.map(({ ref, text, when, iso, said }) =>
          recommendation(ref, text, {
            owners: said.map(([agency]) => agency),
            due: [due(when, iso)],
            updates: said.map(([, words, , grade]) => update(words, grade, { round: 'December 2022' })),
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Lathom Community Safety Partnership', level: 1 },
    { heading: 'Domestic abuse: multi-agency action plan' },
    {
      table: [
        ['No.', 'Recommendation', 'Deadline', 'Agency', 'Progress at December 2022', 'Status'],
        ...ITEMS.flatMap(({ ref, text, when, said }) =>
          said.map(([agency, words, state], at): Row =>
            at === 0
              ? [{ text: ref, down: said.length }, { text, down: said.length }, { text: when, down: said.length }, agency, words, state]
              : [null, null, null, agency, words, state],
          ),
        ),
      ],
    },
  ],
}
