import type { Cell } from '../councils-second/second-document.ts'
import { dateOf, ownersOf, recommendation, rowsOf, withoutRepeats } from '../councils-second/second-document.ts'
import { wordFile } from '../councils-second/second-word.ts'
import { named } from './third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'

const COLUMNS = ['action', 'who', 'cost', 'when'] as const
type Actions = ReturnType<typeof named<(typeof COLUMNS)[number]>>
const actionsOf = (text: string): Actions => named(COLUMNS, rowsOf(text))
const PLAN: [ref: string, text: string, actions: Actions][] = [
  [
    '1',
    'That the Council prepares a vision for its three markets for the next ten years, which is agreed with traders and takes account of the plans for the town centre.',
    actionsOf(`
Commission a study of the markets in comparable towns and of what shoppers say they want. | Economic Development Manager | £18,000 | May 2017
Hold a workshop with traders at each market and report what they say. | Markets Manager | Nil | 30 June 2017
Present a draft vision to the Executive and put it out to consultation for six weeks. | Head of Regeneration | Nil | October 2017
`),
  ],
  [
    '2',
    'That repairs to the roof and the lighting of the Market Hall are given priority in the capital programme.',
    actionsOf(`
Carry out the repairs to the roof that were shown as urgent in the survey of 2015. | Building Services Manager | £96,500 | September 2017
Replace all lighting with low energy fittings. | Building Services Manager | £41,000 | March 2018
`),
  ],
  [
    '3',
    'That rents be reviewed and that a lower rent be charged for the first six months of a new business.',
    actionsOf(`
Compare rents with those of other markets and report to the Executive Member. | Estates Surveyor | Nil | April 2017
Bring in a starter rent at half price for six months for new traders, with no more than twelve at one time. | Markets Manager | £9,600 a year | June 2017
`),
  ],
  [
    '4',
    'That the Council looks at moving the outdoor market to a Saturday.',
    actionsOf(`
Ask traders and the chamber of trade for their views and hold a trial on four Saturdays in the summer. | Markets Manager / Town Centre Manager | £2,500 | August 2017
`),
  ],
  [
    '5',
    'That parking is made easier for those who visit the markets, and in particular that the first hour is free at the Canal Street car park on market days.',
    actionsOf(`
Estimate the loss of income and include it in the review of parking charges. | Parking Services Manager | £22,000 a year | November 2017
Improve the signs from the ring road to Canal Street. | Highways Engineer | £6,400 | July 2017
`),
  ],
  [
    '6',
    'That a young traders’ market is held at least twice a year with the support of the colleges.',
    actionsOf(`
Hold the first young traders’ market in the spring and a second before Christmas. | Markets Manager | £1,800 | December 2017
Invite the winners to the regional final. | Markets Manager | Nil | January 2018
`),
  ],
  [
    '7',
    'That the markets be better promoted, with a page of their own on social media and a directory of stalls.',
    actionsOf(`
Open accounts for all three markets and train four traders to look after them. | Communications Officer | Nil | May 2017
Print and distribute 20,000 copies of a directory. | Communications Officer | £3,200 | September 2017
Offer free wireless internet in the Market Hall. | ICT Client Manager | £5,500 | February 2018
`),
  ],
  [
    '8',
    'That the Committee receives a report on occupancy and footfall every six months.',
    actionsOf(`
Install footfall counters at the four entrances and report figures with those for occupancy. | Town Centre Manager | £4,800 | January 2018
`),
  ],
]

export const ravensbyMarketsPlan: CouncilDocument = {
  name: 'ravensby-markets-plan',
  ending: 'docx',
  truth: {
    organisation: 'Ravensby Borough Council',
    committee: 'Economy and Regeneration Scrutiny Committee',
    document_date: '2017-03-14',
    reviews: [
      {
        title: 'Review of Markets: Action Plan',
        recommendations: PLAN.map(([ref, text, actions]) =>
          recommendation(
            {
              ref,
              text,
              owners: withoutRepeats(actions.flatMap(({ who }) => ownersOf(who))),
              due: withoutRepeats(actions.map(({ when }) => when)).map(dateOf),
            },
            actions.map(({ action, who, cost, when }) => ({ text: action, who, when, budget: cost })),
          ),
        ),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        { line: 'RAVENSBY BOROUGH COUNCIL', bold: true },
        { line: 'Economy and Regeneration Scrutiny Committee, 14 March 2017' },
        { heading: 'Review of Markets: Action Plan' },
        {
          line: 'The Executive accepted the recommendations of the review on 7 February 2017 and asked officers to prepare the action plan below.',
        },
        {
          widths: [500, 3600, 4600, 2200, 1400, 1700],
          heads: ['No', 'Recommendation', 'Action', 'Responsible officer', 'Budget', 'Timescale'],
          rows: PLAN.flatMap(([ref, text, actions]) =>
            actions.map(({ action, who, cost, when }, at): Cell[] => [
              at === 0 ? { text: ref, down: actions.length } : null,
              at === 0 ? { text, down: actions.length } : null,
              action,
              who.replace(' / ', '\n'),
              cost,
              when,
            ]),
          ),
        },
      ],
      { footer: 'Review of Markets' },
    ),
}
