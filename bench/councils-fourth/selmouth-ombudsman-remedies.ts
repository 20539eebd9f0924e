import { bookFile, dayCell } from '../councils-second/second-book.ts'
import { dateOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from '../councils-third/third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'

const ROWS = named(
  ['ref', 'fileNumber', 'decided', 'service', 'text', 'who', 'when', 'evidence', 'status'],
  rowsOf(`
1 | 23 011 482 | 14/05/2024 | Special educational needs | Apologise to Mrs B and pay her £2,400 for the education that her son missed between September 2022 and July 2023. | Head of SEND | 11/06/2024 | The letter was sent on 3 June and payment made on 7 June. Proof of both was sent to the Ombudsman. | Complete
2 | 23 011 482 | 14/05/2024 | Special educational needs | Review how the Council arranges alternative provision for pupils who are out of school, and report to the scrutiny committee. | Director of Education | 14/08/2024 | A review was reported to Children’s Scrutiny on 23 July. The Ombudsman has confirmed that the remedy is satisfied. | Complete
3 | 23 014 906 | 02/07/2024 | Adult social care | Reassess Mr K’s care needs and tell him in writing how his personal budget has been worked out. | Head of Adult Social Care | 30/07/2024 | The assessment was made on 16 July. The letter is awaiting approval by the panel. | Overdue
4 | 23 014 906 | 02/07/2024 | Adult social care | Refund the charges which Mr K paid for February to May 2024. | Income Manager / Head of Adult Social Care | 13/08/2024 | A refund of £1,138.60 was made on 9 August. | Complete
5 | 23 016 220 | 09/08/2024 | Housing | Pay Ms D £150 for each of the seven weeks for which she stayed in bed and breakfast beyond the legal limit. | Housing Needs Manager | 06/09/2024 | £1,050 was paid on 29 August. | Complete
6 | 23 016 220 | 09/08/2024 | Housing | Produce an action plan for ending the use of bed and breakfast for families, with a monthly target. | Head of Housing | 08/11/2024 | A draft plan has been considered by the management team and costs are being worked out. | In progress
7 | 23 018 077 | 17/09/2024 | Planning enforcement | Remind officers that complainants should be told of the outcome when an enforcement case is closed. | Development Manager | 15/10/2024 | Officers were reminded at a team meeting on 24 September and the procedure has been amended. | Complete
8 | 24 000 315 | 01/10/2024 | Council tax | Remove the liability order costs, and put a note on the account so that reminders go to the right address. | Revenues Manager | 29/10/2024 | Costs have been removed. The note has yet to be added. | In progress
9 | 24 000 315 | 01/10/2024 | Council tax | Check whether other accounts were affected by the same fault in the system since April 2023. | Revenues Manager / ICT Business Partner | 24/12/2024 |  | Not started
10 | 24 001 960 | 11/10/2024 | Highways | Apologise to Mr P for failing to reply to his complaint, and pay him £100 for his time and trouble. | Complaints Manager | 08/11/2024 |  | Not started
`),
)
const GRADES = { Complete: 'completed', 'In progress': 'in_progress', Overdue: 'overdue', 'Not started': 'not_started' } as const
const day = (when: string) => dayCell(dateOf(when).iso ?? '', 'dd/mm/yyyy')
const HEADS = [
  'No.',
  'Case reference',
  'Date of decision',
  'Service',
  'Agreed remedy',
  'Responsible officer',
  'Due date',
  'Evidence',
  'Status',
]

/** An ombudsman's remedies: a case has several lines, and each date is a day as Excel keeps it. */
export const selmouthOmbudsmanRemedies: CouncilDocument = {
  name: 'selmouth-ombudsman-remedies',
  ending: 'xlsx',
  truth: {
    organisation: 'Selmouth Council',
    reviews: [
      {
        title: 'Ombudsman remedies tracker',
        recommendations: ROWS.map(({ ref, text, who, when, evidence, status }) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: [dateOf(when)] },
            [],
            [{ evidence, grade: GRADES[status as keyof typeof GRADES] }],
          ),
        ),
      },
    ],
  },
  make: () =>
    bookFile([
      {
        name: 'Remedies 2024-25',
        widths: [6, 16, 16, 24, 56, 26, 14, 56, 14],
        rows: [
          [{ value: 'Selmouth Council', bold: true }],
          [{ value: 'Ombudsman remedies tracker', bold: true }],
          [],
          HEADS.map((value) => ({ value, bold: true, fill: '#C6E0B4' })),
          ...ROWS.map(({ ref, fileNumber, decided, service, text, who, when, evidence, status }) => [
            Number(ref),
            fileNumber,
            day(decided),
            service,
            text,
            who,
            day(when),
            evidence,
            status,
          ]),
        ],
      },
    ]),
}
