import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'That the night bus runs on Thursdays as well.',
    'Transport Manager',
    'May 2023',
    '2023-05-31',
    'It has run since 4 May.',
    'Complete',
    'completed',
  ],
  [
    '2',
    'That the rank in Mill Street is moved to where it can be seen from the cameras.',
    'Licensing Manager',
    'July 2023',
    '2023-07-31',
    'The order was advertised in June and had two objections.',
    'Delayed',
    'slipped',
  ],
  [
    '3',
    'That door staff carry cards that say how to help somebody who is lost or ill.',
    'Community Safety Officer',
    'June 2023',
    '2023-06-30',
    '2,000 cards have been given out.',
    'Complete',
    'completed',
  ],
] as const

/** Two columns: the recommendation with who and when in lines under it, and progress with the status in a line of its own. */
export const uffleyAllInOne: UnlikeDocument = {
  name: 'uffley-all-in-one',
  truth: {
    organisation: 'Uffley City Council',
    reviews: [
      {
        title: 'Safe Nights Out',
        recommendations: ROWS.map(([ref, text, who, when, iso, said, , grade]) =>
          recommendation(ref, text, { owners: [who], due: [due(when, iso)], updates: [update(said, grade)] }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Uffley City Council', level: 1 },
    { heading: 'Scrutiny Review: Safe Nights Out' },
    {
      table: [
        ['No.', 'Recommendation', 'Progress'],
        ...ROWS.map(([ref, text, who, when, , said, state]) => [ref, `${text}\nLead: ${who}\nDue: ${when}`, `${said}\nStatus: ${state}`]),
      ],
    },
  ],
}
