import type { CouncilDocument } from '../councils/council-document.ts'
import { dateOf, dueOf, ownersOf, recommendation, rowsOf } from './second-document.ts'
import type { BookCell } from './second-book.ts'
import { bookFile, dayCell } from './second-book.ts'

const OPEN = rowsOf(`
21 STFT 02 | Medicines management | The trust should make sure that the temperature of drug fridges is recorded daily on each ward. | High | Electronic loggers will be fitted and alarms sent to the pharmacy. | Chief Pharmacist | 30/09/2021 | 31/03/2022 | 44 of 60 fridges fitted. The rest need a network point. | In progress
21 STFT 03 | Medicines management | Controlled drug registers should be audited every quarter by somebody from outside the ward. | Medium | Matrons will audit one another's wards. | Deputy Director of Nursing | 31/10/2021 |  | First round of audits finished in October; results go to the December committee. | In progress
21 STFT 05 | Cyber security | Accounts of leavers should be closed within one working day. | High | A daily feed from the staff record will close accounts. | Chief Information Officer | 31/07/2021 | 31/01/2022 | The feed fails for staff with two posts. Supplier is to deliver a correction. | Overdue
21 STFT 06 | Cyber security | All servers that are out of support should be replaced or isolated. | High | Programme of replacement over eighteen months. | Chief Information Officer | 31/12/2022 |  | 38 of 71 replaced. | In progress
21 STFT 09 | Consultant job planning | Every consultant should have a job plan signed off within the year. | Medium | Clinical directors will be held to account at monthly reviews. | Medical Director | 31/03/2022 |  | 63% signed off at the end of October. | In progress
21 STFT 10 | Consultant job planning | Additional sessions should be reviewed once a year. | Low | A panel will sit each January. | Medical Director | 31/01/2022 |  |  | Not started
21 STFT 12 | Charitable funds | Fund holders should have a plan for spending balances over £20,000. | Low | Letters will be sent to the 18 fund holders concerned. | Head of Fundraising / Director of Finance | 30/06/2021 | 31/12/2021 | Letters were sent in November, five months late, because the post was vacant. | Overdue
22 STFT 01 | Data quality | Referral times should be checked against the notes for a sample of 50 patients a month. | Medium | Data quality team will carry out the check. | Head of Performance | 30/11/2021 |  | Two months sampled. Error rate 4%. | In progress
22 STFT 02 | Data quality | A policy for correcting errors should be approved. | Low | Policy to be written. | Head of Performance | 28/02/2022 |  |  | Not started
22 STFT 04 | Estates compliance | Water safety records for the three community hospitals should be kept in one place. | High | Records will be moved to the compliance system. | Director of Estates | 31/12/2021 |  | Two hospitals moved. | In progress
22 STFT 06 | Sickness absence | Return to work interviews should be held and recorded for each absence. | Medium | Managers will be reminded and compliance shown on the dashboard. | Director of People | 31/01/2022 |  | 72% recorded in October, against 58% in June. | In progress
22 STFT 07 | Sickness absence | Long-term absence should be reviewed by a panel every month. | Low | Panel to be set up in each division. | Director of People | 30/11/2021 | 28/02/2022 | Surgery and medicine have panels; women's and children's services do not, for want of a business partner. | Overdue
22 STFT 08 | Freedom to speak up | The guardian should have protected time of two days a week. | Medium | To be written into the job plan. | Chief Nurse | 31/12/2021 |  | Agreed with the line manager from 1 January. | In progress
22 STFT 05 | Estates compliance | Contractors should not start work without a signed permit. | High | Permit office opened at each site. | Director of Estates | 31/10/2021 |  | Spot checks in November found two jobs of 40 without a permit. | Overdue
`)
const CLOSED = rowsOf(`
21 STFT 01 | Medicines management | The medicines policy should be brought up to date. | Medium | Policy to be revised. | Chief Pharmacist | 30/06/2021 |  | Approved on 22 June 2021. | Complete
21 STFT 04 | Cyber security | The Board should be trained in cyber risks. | Low | Training at a development day. | Company Secretary | 31/05/2021 |  | Held on 19 May 2021 with all but one director. | Complete
21 STFT 07 | Consultant job planning | The job planning policy should be agreed with the local negotiating committee. | Medium | To be taken to the April meeting. | Medical Director | 30/04/2021 |  | Agreed on 27 April 2021. | Complete
21 STFT 08 | Consultant job planning | Templates should be used for each specialty. | Low | Templates to be issued by the medical staffing team. | Medical Director | 31/05/2021 |  | Issued on 14 May 2021 to 31 specialties. | Complete
21 STFT 11 | Charitable funds | Dormant funds should be merged. | Low | 23 funds will be merged into the general fund. | Director of Finance | 31/08/2021 |  | Merged with the consent of the regulator in August. | Complete
`)
const GRADES = { 'In progress': 'in_progress', Overdue: 'overdue', 'Not started': 'not_started', Complete: 'completed' } as const
const FILLS = { 'In progress': '#FFC000', Overdue: '#FF0000', 'Not started': '#BFBFBF', Complete: '#00B050' } as const
const HEADS = [
  'Register Ref',
  'Report',
  'Recommendation',
  'Priority',
  'Agreed Action',
  'Responsible Executive Lead',
  'Original Agreed Implementation Date',
  'Revised Implementation Date',
  'Progress Update',
  'Status',
].map((value): BookCell => ({ value, bold: true, fill: '#BDD7EE' }))
const WIDTHS = [14, 24, 46, 10, 40, 24, 16, 16, 50, 14]

const trueRows = (rows: string[][]) =>
  rows.map(([ref = '', , text = '', , action = '', who = '', when = '', revised = '', evidence = '', status = '']) =>
    recommendation(
      { ref, text, owners: ownersOf(who), due: dueOf(when) },
      [{ text: action, who, when }],
      [
        {
          evidence,
          grade: GRADES[status as keyof typeof GRADES],
          presented_on: '2021-12-09',
          ...(revised ? { revised_due: dateOf(revised) } : {}),
        },
      ],
    ),
  )
const cellsOf = (rows: string[][]) =>
  rows.map((row) =>
    row.map((cell, at): BookCell => {
      if (at === 9) return { value: cell, fill: FILLS[cell as keyof typeof FILLS] }
      return cell !== '' && (at === 6 || at === 7) ? dayCell(dateOf(cell).iso ?? '', 'dd/mm/yyyy') : cell
    }),
  )

export const stourwickRegister: CouncilDocument = {
  name: 'stourwick-register',
  ending: 'xlsx',
  truth: {
    organisation: 'Stourwick NHS Foundation Trust',
    committee: 'Audit Committee',
    document_date: '2021-12-09',
    reviews: [
      { title: 'Audit recommendations tracker', recommendations: trueRows(OPEN) },
      { title: 'Closed', recommendations: trueRows(CLOSED) },
    ],
  },
  make: () =>
    bookFile([
      {
        name: 'Open',
        widths: WIDTHS,
        rows: [
          [
            { value: 'Stourwick NHS Foundation Trust: Audit recommendations tracker', across: 10, bold: true },
            ...Array<null>(9).fill(null),
          ],
          ['Audit Committee, 9 December 2021'],
          [],
          HEADS,
          ...cellsOf(OPEN),
        ],
      },
      { name: 'Closed', widths: WIDTHS, rows: [HEADS, ...cellsOf(CLOSED)] },
      {
        name: 'Key',
        widths: [16, 60],
        rows: [
          ['Status', 'Meaning'],
          ['Complete', 'Action carried out and evidence seen by internal audit'],
          ['In progress', 'Action begun; the date has not passed or has been revised'],
          ['Overdue', 'The agreed date has passed'],
          ['Not started', 'No work has been done'],
        ],
      },
    ]),
}
