import type { BookCell } from '../councils-second/second-book.ts'
import { bookFile, dayCell } from '../councils-second/second-book.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from './third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'

const COLUMNS = ['ref', 'audit', 'text', 'plan', 'who', 'when', 'update', 'status'] as const
const OPEN = named(
  COLUMNS,
  rowsOf(`
FG-101 | Housing Benefit Overpayments | Recovery of overpayments should begin within ten working days of the decision, and cases in which it has not begun should be reported to the team leader each week. | A weekly exception report will be built and reviewed by the Overpayments Team Leader. | Benefits Manager | 2025-09-30 | The report has been built and is being tested with data for July. Two errors have been found in the selection of cases and have been passed to the supplier. | In progress
FG-104 | Housing Benefit Overpayments | Write-offs of more than £1,000 should be approved by the Section 151 Officer before they are posted. | The scheme of delegation will be brought up to date and the system’s limits changed to match. | Benefits Manager / Head of Finance | 2025-06-30 | The scheme was approved by Council in May. The limits in the system have not been changed because of the upgrade that is planned for November. | Overdue
FG-112 | Play Areas | Every play area should be inspected weekly by a trained person and the inspection recorded on the handheld device at the time. | Three more operatives will be trained. Supervisors will check the record every Monday. | Parks Manager | 2025-10-31 | Two operatives qualified in July and the third is booked on a course in October. | In progress
FG-113 | Play Areas | A programme for the replacement of equipment should be drawn up with costs, so that it can be considered in the capital programme. | A condition survey will be commissioned and its results made into a programme of ten years. | Parks Manager | 2025-12-31 | Quotations for the survey have been received from three companies. | In progress
FG-120 | Taxi Licensing | Applications should not be granted until the certificate of medical fitness has been seen and a copy kept on file. | A checklist will be put at the front of each file and signed by the officer who grants the licence. | Licensing Manager | 2025-08-31 | The checklist has been used for all new applications since 1 August. It will be used for renewals from 1 October. | In progress
FG-121 | Taxi Licensing | Fees should be reviewed each year to ensure that they recover costs and no more. | A full review of costs will be made with the accountant and reported to the Licensing Committee. | Licensing Manager / Finance Business Partner | 2026-02-28 |  | Not started
FG-126 | Cyber Security | Leavers’ accounts should be disabled on their last day of work. | A feed from the payroll system will be used to disable accounts overnight. | ICT Manager | 2025-07-31 | The feed needs a change to the payroll system which the supplier cannot make before December 2025. In the meantime HR send a list every Friday. | Overdue
FG-127 | Cyber Security | Members and staff who have not completed the annual training should be reported to Corporate Management Team. | A monthly report will be made. | ICT Manager | 2025-10-31 | The first report was made in August and showed that 88% of staff and 61% of members had completed the training. | In progress
`),
)
const CLOSED = named(
  COLUMNS,
  rowsOf(`
FG-088 | Procurement Cards | Cardholders should send a receipt for each purchase within a month, and cards should be suspended where this is not done. | A reminder will be sent after three weeks and the card suspended after six. | Exchequer Manager | 2025-03-31 | Reminders are sent automatically. Four cards have been suspended since March. | Complete
FG-090 | Procurement Cards | Limits on cards should be reviewed once a year. | Limits will be reviewed each January by heads of service. | Exchequer Manager | 2025-01-31 | The review was carried out in January 2025 and the limit was lowered on 37 cards. | Complete
FG-095 | Garden Waste | Refunds should be authorised by someone other than the person who enters them. | The roles in the system will be separated. | Waste Services Manager | 2025-04-30 | Roles were separated on 22 April 2025 and tested by Internal Audit. | Complete
FG-097 | Garden Waste | Income should be reconciled with the number of bins issued at least every quarter. | A reconciliation will be prepared by the service accountant. | Finance Business Partner / Waste Services Manager | 2025-06-30 | Reconciliations have been completed for quarters 4 and 1. The difference was less than half a per cent in each. | Complete
`),
)
const GRADES = { Complete: 'completed', 'In progress': 'in_progress', Overdue: 'overdue', 'Not started': 'not_started' } as const
const FILLS: Record<string, string> = { Complete: '#C6EFCE', 'In progress': '#FFEB9C', Overdue: '#FFC7CE', 'Not started': '#D9D9D9' }

/** As the workbook shows it. */
const printedDay = (iso: string) => iso.split('-').toReversed().join('/')

export const fellgateAuditRegister: CouncilDocument = {
  name: 'fellgate-audit-register',
  ending: 'xlsx',
  truth: {
    organisation: 'Fellgate District Council',
    document_date: '2025-09-23',
    reviews: [
      {
        title: 'Internal Audit Recommendations',
        recommendations: [...OPEN, ...CLOSED].map(({ ref, text, plan, who, when, update, status }) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(printedDay(when)) },
            [{ text: plan, who, when: printedDay(when) }],
            [{ evidence: update, grade: GRADES[status as keyof typeof GRADES] }],
          ),
        ),
      },
    ],
  },
  make: () =>
    bookFile([
      {
        name: 'Summary',
        widths: [30, 12],
        rows: [
          [{ value: 'Fellgate District Council', bold: true }],
          ['Internal Audit recommendations at 23 September 2025'],
          [''],
          [
            { value: 'Status', bold: true },
            { value: 'Number', bold: true },
          ],
          ['Complete', CLOSED.length],
          ['In progress', countOf('In progress')],
          ['Overdue', countOf('Overdue')],
          ['Not started', countOf('Not started')],
        ],
      },
      sheetOf('Open', OPEN),
      sheetOf('Closed since April 2025', CLOSED),
    ]),
}

const countOf = (status: string) => OPEN.filter((row) => row.status === status).length

function sheetOf(name: string, rows: typeof OPEN) {
  const heads = [
    'Ref',
    'Audit',
    'Recommendation',
    'Agreed management action',
    'Responsible officer',
    'Target date',
    'Latest update',
    'Status',
  ]
  return {
    name,
    widths: [9, 20, 45, 40, 22, 12, 45, 12],
    rows: [
      heads.map((value): BookCell => ({ value, bold: true, fill: '#BFBFBF' })),
      ...rows.map(({ ref, audit, text, plan, who, when, update, status }): BookCell[] => [
        ref,
        audit,
        text,
        plan,
        who,
        dayCell(when, 'dd/mm/yyyy'),
        update,
        { value: status, fill: FILLS[status] ?? '#FFFFFF' },
      ]),
    ],
  }
}
