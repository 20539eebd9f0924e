import { dayNumber } from '../../src/platform/documents/workbook.fixture.ts'
import type { FixtureCell } from '../../src/platform/documents/workbook.fixture.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import { action, due, recommendation, update } from '../unlike/unlike-document.ts'
import type { CouncilDocument } from './council-document.ts'
import { savedByExcel } from './council-sheets.ts'

interface Finding {
  ref: string
  text: string
  priority: string
  agreed: string
  who: string
  when: string
  iso: string
  march: [status: string, said: string]
  september: [status: string, said: string, revised?: string]
}

const AUDITS: [title: string, findings: Finding[]][] = [
  [
    'Payroll 2022/23 – Limited assurance',
    [
      {
        ref: '1',
        text: 'Leavers should be removed from the payroll in the month in which they leave; nine of 25 that were tested had been paid for at least one month too many.',
        priority: 'High',
        agreed:
          'A leaver’s form will be completed by managers in the HR system before the last working day, and a monthly exceptions report sent to Heads of Service.',
        who: 'Payroll Manager',
        when: '31/10/2023',
        iso: '2023-10-31',
        march: ['Partially implemented', 'Form built and tested. Report not yet available.'],
        september: [
          'Implemented',
          'Report has been issued monthly since May. Internal Audit tested ten leavers in August and found no overpayment.',
        ],
      },
      {
        ref: '2',
        text: 'Overtime claims should be authorised by someone other than the person who claims.',
        priority: 'High',
        agreed: 'Workflow to be changed so that nobody can authorise their own claim.',
        who: 'HR Systems Lead',
        when: '31/12/2023',
        iso: '2023-12-31',
        march: ['Not implemented', 'The supplier has quoted £14,000 for the change, which is being challenged.'],
        september: [
          'Not implemented',
          'The supplier will include the change in its release of January 2025 at no charge. Until then Payroll checks a list by hand each month.',
          '31/01/2025',
        ],
      },
      {
        ref: '3',
        text: 'The reconciliation of the payroll control account should be signed by a second officer.',
        priority: 'Medium',
        agreed: 'The Deputy Chief Accountant will sign each one from September.',
        who: 'Chief Accountant',
        when: '30/09/2023',
        iso: '2023-09-30',
        march: ['Implemented', 'Seen for each month from September to February.'],
        september: ['', ''],
      },
    ],
  ],
  [
    'Disabled Facilities Grants – Moderate assurance',
    [
      {
        ref: '1',
        text: 'Contractors should be chosen from a framework that has been tendered within the last four years.',
        priority: 'Medium',
        agreed: 'A new framework will be tendered with the county.',
        who: 'Private Housing Manager',
        when: '31/03/2024',
        iso: '2024-03-31',
        march: ['In progress', 'Tender documents are with the county’s procurement team.'],
        september: ['In progress', 'Eleven bids were received and are being evaluated; the award is expected in November.', '30/11/2024'],
      },
      {
        ref: '2',
        text: 'The time from referral to approval should be measured and reported.',
        priority: 'Low',
        agreed: 'To be included in the quarterly performance report from Q1.',
        who: 'Performance Officer',
        when: '30/06/2024',
        iso: '2024-06-30',
        march: ['Not yet due', ''],
        september: ['Implemented', 'Reported for Q1: 94 days on average.'],
      },
    ],
  ],
  [
    'Cyber security – No assurance',
    [
      {
        ref: '1',
        text: 'Servers whose operating system is no longer supported should be replaced or cut off from the network without delay.',
        priority: 'Critical',
        agreed: 'Seven will be replaced and two cut off. The remaining one runs the cemetery records and will be moved to the cloud.',
        who: 'Head of ICT',
        when: '31/01/2024',
        iso: '2024-01-31',
        march: ['Partially implemented', 'Eight done. The two that are left are the cemetery server and the old planning archive.'],
        september: [
          'Partially implemented',
          'The planning archive was switched off in June. The cemetery records will move when the new system goes live in December.',
          '31/12/2024',
        ],
      },
      {
        ref: '2',
        text: 'Multi-factor authentication should be required of everyone, councillors included.',
        priority: 'Critical',
        agreed: 'To be rolled out to staff by December and to members by March.',
        who: 'Head of ICT',
        when: '31/03/2024',
        iso: '2024-03-31',
        march: ['In progress', 'All staff; 19 of 48 members.'],
        september: ['Implemented', 'All 48 members since the induction in May.'],
      },
      {
        ref: '3',
        text: 'Backups should be restored as a test at least twice a year, and the result recorded.',
        priority: 'High',
        agreed: 'Tests in January and July.',
        who: 'Infrastructure Manager',
        when: '31/07/2024',
        iso: '2024-07-31',
        march: ['Not yet due', 'January test done. It took nine hours to restore the finance system against a target of four.'],
        september: ['Implemented', 'The July test met the target: three hours and twenty minutes.'],
      },
    ],
  ],
]

const GRADES: Record<string, ReadUpdate['grade']> = {
  Implemented: 'achieved',
  'Partially implemented': 'in_progress',
  'In progress': 'in_progress',
  'Not implemented': 'not_achieved',
  'Not yet due': 'on_track',
  '': null,
}

const day = (typed: string) => (typed === '' ? '' : { value: dayNumber(typed.split('/').toReversed().join('-')), format: 'dd-mmm-yy' })
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
/** As Excel shows it: 31-Oct-23. */
const shown = (iso: string) => `${iso.slice(8)}-${MONTHS[Number(iso.slice(5, 7)) - 1]}-${iso.slice(2, 4)}`
const band = (title: string): FixtureCell[] => [
  { value: title, bold: true, fill: 'D9D9D9', across: 11 },
  ...Array.from({ length: 10 }, () => null),
]
const rowOf = (each: Finding): FixtureCell[] => [
  Number(each.ref),
  each.text,
  each.priority,
  each.agreed,
  each.who,
  day(each.when),
  each.march[0],
  each.march[1],
  each.september[0],
  each.september[1],
  day(each.september[2] ?? ''),
]
const top = (value: string, across: number): FixtureCell[] => [
  { value, bold: true, fill: '2F5496', across },
  ...Array.from({ length: across - 1 }, () => null),
]

/** An auditor's follow-up: two rows of heading with merged groups, two rounds with a status each, audits as rows across, numbers that begin again. */
export const saltmarshAudit: CouncilDocument = {
  name: 'saltmarsh-audit',
  ending: 'xlsx',
  truth: {
    organisation: 'Saltmarsh and Hundred Borough Council',
    committee: 'Audit and Governance Committee',
    reviews: AUDITS.map(([title, findings]) => ({
      title,
      recommendations: findings.map((each) =>
        recommendation(each.ref, each.text, {
          owners: [each.who],
          due: [due(shown(each.iso), each.iso)],
          actions: [action(each.agreed, { owners: [each.who], due: due(shown(each.iso), each.iso) })],
          updates: [
            update(each.march[1], GRADES[each.march[0]]!, { round: 'Follow-up March 2024' }),
            ...(each.september[0] === ''
              ? []
              : [update(each.september[1], GRADES[each.september[0]]!, { round: 'Follow-up September 2024' })]),
          ],
        }),
      ),
    })),
  },
  make: () =>
    savedByExcel([
      {
        name: 'Follow up',
        rows: [
          [{ value: 'Saltmarsh and Hundred Borough Council – Internal Audit', bold: true, size: 14 }],
          ['Follow-up of agreed actions for the Audit and Governance Committee'],
          [],
          [
            ...top('Audit report', 3),
            ...top('Management response', 3),
            ...top('Follow-up March 2024', 2),
            ...top('Follow-up September 2024', 3),
          ],
          [
            'No',
            'Recommendation',
            'Priority',
            'Agreed action',
            'Responsible officer',
            'Target date',
            'Status',
            'Auditor’s comment',
            'Status',
            'Auditor’s comment',
            'Revised date',
          ].map((value) => ({ value, bold: true, fill: 'BDD7EE' })),
          ...AUDITS.flatMap(([title, findings]) => [band(title), ...findings.map(rowOf)]),
        ],
        more: '<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="G6:G40 I6:I40"><formula1>Definitions!$A$2:$A$6</formula1></dataValidation></dataValidations>',
        header: '&LInternal Audit&RPage &P',
      },
      {
        name: 'Definitions',
        rows: [
          ['Status', 'Meaning'],
          ['Implemented', 'Evidence has been seen.'],
          ['Partially implemented', 'Some but not all of the action has been taken.'],
          ['In progress', 'Work is under way.'],
          ['Not implemented', 'The date has passed and nothing of use has been done.'],
          ['Not yet due', 'The date has not been reached and there is no cause for concern.'],
        ],
      },
    ]),
}
