import type { Cell } from '../councils-second/second-document.ts'
import { recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from './third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { printedAs } from './third-print.ts'

const COLUMNS = ['action', 'outcome', 'measure', 'who', 'when'] as const
type Actions = ReturnType<typeof named<(typeof COLUMNS)[number]>>
const actionsOf = (text: string): Actions => named(COLUMNS, rowsOf(text))
const THEMES: [theme: string, recommendations: [ref: string, text: string, why: string, actions: Actions][]][] = [
  [
    'PRIORITY 1: ACCESS AND WAITING TIMES',
    [
      [
        '1.1',
        'Reduce the number of people who wait more than 28 days for a Care Act assessment, and make sure that those who wait are kept safe',
        'In December 2024 there were 214 people who had waited more than 28 days for an assessment. Some of them had come to harm while they waited.',
        actionsOf(`
Put in place a duty team that rings everyone on the waiting list at least once a month | People who are waiting know who to call and are seen sooner if their needs change | 100% of people waiting are contacted every month | Head of Access | May 2025
Recruit six assessment officers on contracts of two years | There are enough staff to meet demand | No more than 60 people waiting over 28 days by December 2025 | Principal Social Worker | June 2025
Agree a tool to rank those who wait by risk | The most urgent needs are met first | Tool in use by all four locality teams | Head of Access / Principal Occupational Therapist | 30 April 2025
`),
      ],
      [
        '1.2',
        'Improve the information and advice that is given to people who pay for their own care',
        'A third of the people who live in care homes in the Borough pay for their own care. Many told the assessors that they had found it hard to learn what help they could expect.',
        actionsOf(`
Rewrite the web pages on paying for care with a group of people who have used them | Information is clear and easy to find | 80% of users say that they found what they were looking for | Communications Manager | September 2025
Train contact centre staff in the deferred payment scheme | People are told of the scheme at the first contact | 40 staff trained | Customer Services Manager | July 2025
`),
      ],
    ],
  ],
  [
    'PRIORITY 2: SAFEGUARDING',
    [
      [
        '2.1',
        'Ensure that the wishes of the adult are recorded at the beginning and at the end of each safeguarding enquiry',
        'Outcomes had been recorded in only 64% of the enquiries that were looked at by the assessors.',
        actionsOf(`
Change the enquiry form so that it cannot be closed until outcomes have been recorded | Practice follows Making Safeguarding Personal | 95% of closed enquiries show whether outcomes were met | Systems Manager | June 2025
Hold three workshops for staff and partners on recording what people want | Staff are confident in asking | 90% of those who attend rate the workshop as good or better | Safeguarding Adults Manager | October 2025
Audit twenty enquiries each quarter with the Safeguarding Board | Managers know how good practice is | Results reported to the Board every quarter | Principal Social Worker / Board Manager | Quarterly
`),
      ],
      [
        '2.2',
        'Clear the backlog of deprivation of liberty applications',
        'Some applications had waited for more than a year. While they wait people have no one to speak for them.',
        actionsOf(`
Commission an agency to complete 250 assessments | People who are deprived of their liberty have the protection of the law | Backlog reduced from 410 to fewer than 100 | Head of Safeguarding | March 2026
Approve twelve social workers as best interests assessors | The Council has enough assessors of its own | 12 qualified by the end of the year | Learning and Development Manager | December 2025
`),
      ],
    ],
  ],
  [
    'PRIORITY 3: WORKING WITH CARERS AND PARTNERS',
    [
      [
        '3.1',
        'Work with the Integrated Care Board so that people leave hospital with the support that they need, and carers are involved in the decision',
        'People spoke of being sent home late in the day, and of families who had not been told.',
        actionsOf(`
Bring together the two discharge teams under one manager | There is a single point of contact for wards | Discharges delayed for social care reasons below 3% | Director of Adult Social Care | November 2025
Give every unpaid carer a leaflet and the offer of a call before discharge | Carers are ready when the person comes home | 75% of carers say that they were involved | Carers Development Officer / Ward Managers | August 2025
`),
      ],
      [
        '3.2',
        'Increase the number of carers’ assessments and the range of breaks that are offered',
        'There are thought to be 22,000 unpaid carers in the Borough, of whom fewer than 900 were assessed last year.',
        actionsOf(`
Let a new contract for carers’ support, with breaks at short notice | Carers can take a break when they need one | 300 carers receive a break in the first year | Commissioning Manager | April 2026
Place a carers’ champion in each locality team | Carers are noticed and offered an assessment | 20% more assessments than in 2024/25 | Locality Managers | 31 July 2025
Publish a directory of groups and activities for carers | Carers know what there is near them | Directory delivered to 60 GP surgeries and libraries | Carers Development Officer | October 2025
`),
      ],
    ],
  ],
]
const HEADS = ['Action', 'Outcome', 'Success measure', 'Lead', 'Date due']
const across = (text: string, fill: string): Cell[] => [{ text, across: 5, fill, bold: true }, null, null, null, null]

export const larchmereCarePlan: CouncilDocument = {
  name: 'larchmere-care-plan',
  ending: 'pdf',
  truth: {
    organisation: 'Larchmere Metropolitan Borough Council',
    document_date: '2025-04-30',
    reviews: [
      {
        title: 'Adult Social Care Improvement Plan 2025 – 26',
        recommendations: THEMES.flatMap(([theme, recommendations]) =>
          recommendations.map(([ref, text, why, actions]) =>
            recommendation(
              { ref, theme, text, why_important: why, owners: [], due: [] },
              actions.map(({ action, outcome, measure, who, when }) => ({ text: action, outcome, measures: [measure], who, when })),
            ),
          ),
        ),
      },
    ],
  },
  make: () =>
    printedAs(
      [
        { line: 'Larchmere Metropolitan Borough Council', bold: true, size: 14 },
        { heading: 'Adult Social Care Improvement Plan 2025 – 26' },
        { line: 'Version 2.0, April 2025' },
        {
          line: 'This plan sets out how we will act on the findings of the Care Quality Commission’s assessment of our adult social care, which was published in February 2025. It is overseen by the Improvement Board, which meets every month, and by the Health and Adult Care Scrutiny Panel.',
        },
        {
          widths: [4, 3.1, 3, 2.2, 1.5],
          heads: [HEADS],
          rows: THEMES.flatMap(([theme, recommendations]) => [
            across(theme, 'bdd7ee'),
            ...recommendations.flatMap(([ref, text, why, actions]): Cell[][] => [
              across(`${ref} ${text}`, 'f2f2f2'),
              [{ text: `Why this is important: ${why}`, across: 5 }, null, null, null, null],
              ...actions.map(({ action, outcome, measure, who, when }) => [action, outcome, measure, who.replace(' / ', '\n'), when]),
            ]),
          ]),
        },
      ],
      { untagged: true, size: 11, footer: 'Adult Social Care Improvement Plan V2.0' },
    ),
}
