import type { UnlikeDocument } from './unlike-document.ts'
import { recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    'Letters about council tax should be written in plain words and give a telephone number.',
    'All twelve letters were written again with help from residents. The number is at the top of each.',
  ],
  ['The reception desk in the Town Hall should open on one evening a week.', 'The desk has been open until 7pm on Thursdays since May.'],
  ['People should be able to follow a planning application without having an account.', 'The new planning pages need no account.'],
] as const

/** What residents said and what was done: two columns and a number. */
export const harrowendSaidDid: UnlikeDocument = {
  name: 'harrowend-said-did',
  truth: {
    organisation: 'Harrowend Town Council',
    reviews: [
      {
        title: 'You said, we did',
        recommendations: ROWS.map(([said, did], index) => recommendation(String(index + 1), said, { updates: [update(did, null)] })),
      },
    ],
  },
  blocks: [
    { heading: 'Harrowend Town Council', level: 1 },
    { heading: 'Residents’ panel: You said, we did' },
    { table: [['No', 'You said', 'We did'], ...ROWS.map(([said, did], index) => [String(index + 1), said, did])] },
  ],
}
