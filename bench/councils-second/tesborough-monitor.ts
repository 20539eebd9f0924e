import type { CouncilDocument } from '../councils/council-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from './second-document.ts'
import type { BookCell } from './second-book.ts'
import { bookFile } from './second-book.ts'

const GROUPS: [theme: string, rows: string[][]][] = [
  [
    'Knife crime scrutiny review',
    rowsOf(`
1 | Commission mentors for young people who have been excluded from school. | £60,000 from the violence reduction unit will pay for a two-year contract. | Violence Reduction Manager | March 2023 | Mentors began in January and are working with 38 young people. | Green
2 | Train shop staff in the law on sales. | Trading Standards will visit all 210 retailers. | Trading Standards Manager | December 2022 | All 210 were visited. Test purchases found one sale. | Green
3 | Put bleed control kits in twelve public places. | Sites will be chosen with the ambulance service. | Community Safety Officer | May 2022 | Six kits are out. The remaining sites await the landlord's consent. | Amber
4 | Review the lighting of the underpass at Ditton Road. | Survey by the lighting contractor. | Street Lighting Engineer | July 2022 |  | Red
5 | Report exclusions by ward to the committee. | Annual report. | Head of Inclusion | Nov-22 ⇒ 2022-11-30 | Reported on 16 November. | Green
`),
  ],
  [
    'Temporary accommodation scrutiny review',
    rowsOf(`
6 | End the use of bed and breakfast for families for more than six weeks. | Lease 40 more homes. | Head of Housing Needs | March 2023 | 12 families are over six weeks, down from 51. 33 homes leased. | Amber
7 | Inspect every unit of temporary accommodation once a year. | Two inspectors to be appointed. | Housing Standards Manager | January 2023 | Posts are frozen under the spending controls. | Red
8 | Give each household a named officer. | Caseloads to be reorganised. | Head of Housing Needs | September 2022 | Done on 26 September. | Green
9 | Make sure that children keep their school place when they are moved. | Agree travel help with schools. | Head of Housing Needs⏎School Admissions Manager | October 2022 | Bus passes are now issued on the day of the move. | Green
10 | Provide storage for furniture at no charge. | Options to be costed. | Head of Housing Needs | June 2022 | Costs came to £140,000 a year; Cabinet will decide with the budget. | Amber
11 | Ask residents about repairs every quarter. | Text survey to all households. | Resident Engagement Officer | TBC |  | Red
`),
  ],
]
const GRADES = { Green: 'completed', Amber: 'in_progress', Red: 'not_started' } as const
const FILLS = { Green: '#00B050', Amber: '#FFC000', Red: '#FF0000' } as const

export const tesboroughMonitor: CouncilDocument = {
  name: 'tesborough-monitor',
  ending: 'xlsx',
  truth: {
    organisation: 'London Borough of Tesborough',
    committee: 'Overview and Scrutiny Committee',
    document_date: '2023-02-01',
    reviews: [
      {
        title: 'Scrutiny recommendations monitoring',
        recommendations: GROUPS.flatMap(([theme, rows]) =>
          rows.map(([ref = '', text = '', action = '', who = '', when = '', evidence = '', rag = '']) =>
            recommendation(
              { ref, theme, text, owners: ownersOf(who), due: dueOf(when) },
              [{ text: action, who, when }],
              [{ evidence, grade: GRADES[rag as keyof typeof GRADES], presented_on: '2023-02-01' }],
            ),
          ),
        ),
      },
    ],
  },
  make: () =>
    bookFile([
      {
        name: 'Sheet1',
        widths: [8, 46, 40, 26, 18, 46, 10],
        rows: [
          [{ value: 'London Borough of Tesborough', bold: true }],
          [{ value: 'Overview and Scrutiny Committee – 1 February 2023', bold: true }],
          ['Scrutiny recommendations monitoring'],
          ['RAG: Green = completed; Amber = in progress; Red = not started'],
          [],
          ['Rec No.', 'Recommendation', 'Action to be taken', 'Lead Officer', 'Target date', 'Progress update', 'RAG Rating'].map(
            (value): BookCell => ({ value, bold: true, fill: '#FFF2CC' }),
          ),
          [
            '',
            'As agreed by Cabinet',
            'What will be done, and with what money',
            'Name of post',
            'Month and year',
            'Please keep to 100 words',
            'Choose from list',
          ],
          ...GROUPS.flatMap(([theme, rows]): BookCell[][] => [
            [{ value: theme, across: 7, bold: true }, null, null, null, null, null, null],
            ...rows.map((row) =>
              row.map((cell, at): BookCell => {
                if (at === 0) return Number(cell)
                return at === 6 ? { value: cell, fill: FILLS[cell as keyof typeof FILLS] } : cell
              }),
            ),
          ]),
        ],
      },
    ]),
}
