import type { CouncilDocument } from '../councils/council-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from './second-document.ts'
import { wordFile } from './second-word.ts'

const FLOODING = rowsOf(`
1 | That a single telephone number be advertised for reporting blocked gullies and ditches. | Accepted | Head of Environmental Services | September 2023 | The number went live on 1 September and appears on all vehicles. 312 calls have been taken. | Complete
2 | That the register of land drainage assets be brought up to date and made public. | Accepted | Drainage Engineer | March 2024 | Two thirds of the district has been surveyed. Ownership of some culverts remains uncertain. | In progress
3 | That the Council works with the County Council and the water company to: | Accepted in part | Head of Environmental Services / Drainage Engineer | December 2024 | A joint group met in October and agreed a list of nine shared sites. The company has not agreed to share its sewer model. | In progress
4 | That flood wardens be recruited in each parish at risk. | Accepted | Emergency Planning Officer | By 31/10/2023 ⇒ 2023-10-31 | Wardens are in place in 11 of the 12 parishes; the last will be trained in February. | In progress
5 | That the sandbag policy be withdrawn and replaced with advice on protecting property. | Accepted | Emergency Planning Officer | July 2023 | New advice was delivered to 4,100 homes with the council tax bills. | Complete
6 | That the planning conditions on sustainable drainage be inspected after completion. | Accepted in part | Development Management Manager | June 2023/Ongoing | Inspection is made where a complaint is received. A bid for an extra post was not successful. | In progress
`)
const PARTS = [
  { ref: 'a', text: 'share maps of known flooding' },
  { ref: 'b', text: 'agree who clears each watercourse; and' },
  { ref: 'c', text: 'publish one plan of works a year.' },
]
const MARKETS = rowsOf(`
1 | That the rent for new market traders be waived for the first eight weeks. | Accepted | Karen Ilett, Town Centre Manager | April 2023 | Nineteen traders have used the offer and twelve have stayed on. | Complete
2 | That the Council trials an evening market in each town between May and September. | Accepted | Karen Ilett, Town Centre Manager | 30/09/2023 | Held in Lindenshaw and Great Orrow. The Stonebridge date was lost to bad weather. | COMPLETE
3 | That an electricity supply be installed in the Corn Square. | Accepted | Head of Property | June 2024 | The network operator's quotation of £41,000 is above the sum set aside. | In Progress
4 | That a markets forum be set up, with traders as a majority of its members. | Accepted | Town Centre Manager | End of February 2024 ⇒ 2024-02-29 |  | Not started
5 | That the market rights of the three towns be set out in one document. | Accepted in part | Legal Services Manager | Jan-25 ⇒ 2025-01-31 | Work has not begun. The charter of 1614 has been found to be held by the county archive. | Not started
`)
const GRADES = {
  Complete: 'completed',
  COMPLETE: 'completed',
  'In Progress': 'in_progress',
  'In progress': 'in_progress',
  'Not started': 'not_started',
} as const
const HEADS = ['No.', 'Recommendation', 'Cabinet Response', 'Lead Officer', 'Timescale', 'Progress Update', 'Status of Recommendation']
const WIDTHS = [700, 4200, 1400, 2000, 1500, 4000, 1500]

const trueRows = (rows: string[][], partsOf?: string) =>
  rows.map(([ref = '', text = '', answer = '', who = '', when = '', evidence = '', status = '']) =>
    recommendation(
      {
        ref,
        text,
        owners: ownersOf(who),
        due: dueOf(when),
        response: { answer: answer === 'Accepted' ? 'accepted' : 'accepted_in_part', text: answer },
        ...(ref === partsOf ? { parts: PARTS } : {}),
      },
      [],
      [{ evidence, grade: GRADES[status as keyof typeof GRADES], presented_on: '2024-01-22' }],
    ),
  )

export const lindenshawTaskGroups: CouncilDocument = {
  name: 'lindenshaw-task-groups',
  ending: 'docx',
  truth: {
    organisation: 'Lindenshaw District Council',
    committee: 'Overview and Scrutiny Board',
    document_date: '2024-01-22',
    reviews: [
      { title: 'Flooding Task Group', recommendations: trueRows(FLOODING, '3') },
      { title: 'Markets Task Group', recommendations: trueRows(MARKETS) },
    ],
  },
  make: () =>
    wordFile(
      [
        { line: 'LINDENSHAW DISTRICT COUNCIL', bold: true },
        { line: 'OVERVIEW AND SCRUTINY BOARD                                    22nd January 2024' },
        { line: 'TASK GROUP RECOMMENDATIONS – MONITORING REPORT', bold: true },
        { heading: 'Flooding Task Group' },
        { line: 'Chairman: Councillor P. Lyle. Reported to Cabinet 5th April 2023.' },
        {
          widths: WIDTHS,
          heads: HEADS,
          rows: FLOODING.map((row) =>
            row[0] === '3'
              ? row.map((cell, at) => (at === 1 ? [cell, ...PARTS.map(({ ref, text }) => `${ref}) ${text}`)].join('\n') : cell))
              : row,
          ),
        },
        { heading: 'Markets Task Group' },
        { line: 'Chairman: Councillor R. Amory. Reported to Cabinet 8th February 2023.' },
        { widths: WIDTHS, heads: HEADS, rows: MARKETS },
      ],
      {},
    ),
}
