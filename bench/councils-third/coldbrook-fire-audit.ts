import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named, said } from './third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { printedAs } from './third-print.ts'

const COLUMNS = ['ref', 'text', 'plan', 'who', 'when', 'update', 'status'] as const
const ROWS = named(
  COLUMNS,
  rowsOf(`
23/04.1 | The Service should ensure that the driving licence of every member of staff who drives a Service vehicle is checked at least twice a year and that a record is kept of each check. | Licence checks will be moved to an online system which draws from the national database. Line managers will be sent a list each month. | Transport Manager | 30/06/2024 | The online system has been in use since May 2024 and all 612 drivers have given consent. The system flags any endorsement within a day. | Implemented
23/04.2 | Vehicle defect reports should be closed within the time set for their category, and overdue reports should be escalated to the Area Manager. | A weekly report of overdue defects will be sent to Area Managers and will be reviewed at the Technical Services meeting. | Fleet Engineering Manager | 31/07/2024 | The weekly report is in place. Category A defects are closed in time; 14% of category B defects are not, owing to a vacancy for a technician that has now been filled. | In progress
23/04.3 | The fuel card procedure should be brought up to date and staff reminded that a mileage reading is needed for each purchase. | The procedure will be rewritten and published as a Service Order. | Transport Manager | 30/09/2024 | Published as Service Order 31/24 on 12 September 2024. | Implemented
23/07.1 | Each station should hold a current inventory of its operational equipment, which is checked against the asset system once a year by someone who is not based at that station. | The Asset Management Team will carry out an annual check on every station, beginning with the whole-time stations. | Asset Manager / Group Manager Operations Support | 31/12/2024 | Nine whole-time stations have been checked and the discrepancies corrected. On-call stations will be checked between January and March. | In progress
23/07.2 | Disposals should be authorised by a budget holder before the item leaves the station. | The disposal form will be built into the asset system so that an item cannot be marked as disposed of until it has been authorised. | Asset Manager | 31/10/2024 | The supplier has given a price for the change and testing took place in October. The change goes live on 2 December 2024. | In progress
23/09.1 | Debts of more than ninety days should be reviewed monthly and a decision recorded on whether each is to be pursued or written off. | Agreed. The Income Officer will review aged debt on the first Monday of each month with the Head of Finance. | Head of Finance | 31/05/2024 | Monthly reviews have been recorded since May. Debt of more than ninety days has come down from £48,200 to £9,750. | Implemented
23/09.2 | Charges for special services should be reviewed each year as part of the budget process and approved by the Authority. | A schedule of charges will be presented to the Authority with the budget report in February. | Head of Finance | 28/02/2025 | Comparison with the charges of neighbouring services is under way. | In progress
23/11.1 | The business continuity plan of every department should be tested at least once in two years and the lessons recorded and followed up. | A timetable of exercises will be drawn up and will be overseen by the Resilience Board. | Resilience Manager | 31/08/2024 | A timetable was approved in July. Five of the eleven departments have been tested so far, and the lessons from each are on the Board’s action log. | Implemented
23/11.2 | Contact lists in the plans should be checked every quarter. | The Resilience Manager will send a quarterly reminder and report replies to the Board. | Resilience Manager | 30/06/2024 | Reminders were sent in June and September. All but one department has replied. | Implemented
24/02.1 | Fire safety audits should be allocated on the basis of risk, and the reasons for any departure from the risk-based inspection programme should be recorded on the system. | Agreed. The risk model will be rebuilt with current data and a field added to the system for the reason. | Group Manager Protection | 31/03/2025 | Data have been cleansed for 8,400 premises. The new model is expected to be tested in January 2025. | In progress
24/02.2 | The quality of a sample of fire safety audits should be assured by a manager who was not concerned with the audit. | A quality assurance framework will be adopted which requires one audit in ten to be sampled. | Group Manager Protection | 30/11/2024 | Work has not begun because both managers have been engaged in the prosecution of a premises in Coldbrook. It is proposed that the date is put back to 31 March 2025. | Not started
24/02.3 | Inspectors’ competence records should show the date at which each qualification must be renewed. | Records will be transferred to the learning management system, which will send reminders. | Learning and Development Manager | 31/01/2025 | The records of 19 of 23 inspectors have been transferred. | In progress
24/05.1 | Payroll exceptions should be reviewed and signed off before each pay run. | An exception report will be signed by the Payroll Manager and kept with the papers of the pay run. | Payroll Manager | 31/08/2024 | In place from the August pay run; confirmed by Internal Audit through a sample of three months. | Implemented
`),
)
const GRADES = { Implemented: 'completed', 'In progress': 'in_progress', 'Not started': 'not_started' } as const

export const coldbrookFireAudit: CouncilDocument = {
  name: 'coldbrook-fire-audit',
  ending: 'pdf',
  truth: {
    organisation: 'Coldbrook and Sarrow Fire and Rescue Authority',
    committee: 'Audit and Governance Committee',
    document_date: '2024-11-28',
    reviews: [
      {
        title: 'Internal Audit Recommendations: Progress Report',
        recommendations: ROWS.map(({ ref, text, plan, who, when, update, status }) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(when) },
            [{ text: plan, who, when }],
            [{ evidence: said(update), grade: GRADES[status as keyof typeof GRADES], presented_on: '2024-11-28' }],
          ),
        ),
      },
    ],
  },
  make: () =>
    printedAs(
      [
        { line: 'COLDBROOK AND SARROW FIRE AND RESCUE AUTHORITY', bold: true, size: 13 },
        { line: 'Audit and Governance Committee, 28 November 2024' },
        { line: 'Report of the Treasurer' },
        { heading: 'Internal Audit Recommendations: Progress Report' },
        {
          line: '1. The purpose of this report is to inform Members of the progress that has been made with the recommendations of Internal Audit which were outstanding at the last meeting of the Committee or have been made since.',
        },
        { line: '2. The position at 31 October 2024, as reported by the managers responsible, is shown in the Appendix.' },
        'page',
        { line: 'Appendix', bold: true },
        {
          widths: [0.9, 3.2, 2.6, 1.4, 1.15, 3, 1.2],
          heads: [['Ref', 'Recommendation', 'Agreed action', 'Responsible officer', 'Due date', 'Update October 2024', 'Status']],
          rows: ROWS.map(({ ref, text, plan, who, when, update, status }) => [
            ref,
            text,
            plan,
            who.replace(' / ', '\n'),
            when,
            update,
            status,
          ]),
        },
      ],
      {
        untagged: true,
        rules: 'rows',
        face: 'Source Sans 3',
        size: 11,
        hyphenate: true,
        headFill: 'ffffff',
        footer: 'Audit and Governance Committee',
      },
    ),
}
