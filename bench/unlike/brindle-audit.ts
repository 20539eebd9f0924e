import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const DAY = '2023-11-28'
const round = { round: 'Current Position', presented_on: DAY }
const TEXTS = [
  'Reconcile the payroll control account every month and have the reconciliation signed by a second officer.',
  'Remove leavers from the finance system on their last day and keep a record of who removed them.',
  'Draw up a written procedure for urgent payments and train every authorising officer in it.',
  'Test the restoring of backups at least twice a year and report the result to the Information Board.',
]
const FINDINGS = [
  'Four of the twelve monthly reconciliations that we looked at had not been signed.',
  'Eleven people who had left still had a live account.',
  'Urgent payments are made on the strength of an email.',
  'Backups are taken nightly but have never been restored as a test.',
]
const RESPONSES = [
  'Agreed. A checklist will be brought in from September.',
  'Agreed. The weekly leavers report will be sent to Systems.',
  'Partially agreed. A procedure will be written; training will be given to new officers only.',
  'Agreed. A first test is planned for the autumn.',
]
const EVIDENCE = [
  'All reconciliations since September have been signed. Internal Audit has checked a sample.',
  'The report now runs each Friday. A backlog of accounts is still to be cleared.',
  'A draft is with the Section 151 Officer. Delayed by the year-end accounts.',
  'A test was booked for October but was put off when the supplier changed.',
]

/** An audit committee's follow-up: finding, priority, management's answer, the first date and the one that replaced it. */
export const brindleAudit: UnlikeDocument = {
  name: 'brindle-audit',
  truth: {
    organisation: 'Brindle Borough Council',
    committee: 'Audit and Governance Committee',
    document_date: DAY,
    reviews: [
      {
        title: 'Internal Audit Recommendations Follow-Up',
        recommendations: [
          recommendation('PAY/01', TEXTS[0]!, {
            owners: ['Payroll Manager'],
            due: [due('30/09/2023', '2023-09-30')],
            response: { answer: 'accepted', text: RESPONSES[0]! },
            updates: [update(EVIDENCE[0]!, 'achieved', { ...round, assessment_text: 'Implemented' })],
          }),
          recommendation('PAY/02', TEXTS[1]!, {
            owners: ['Systems Accountant'],
            due: [due('31/07/2023', '2023-07-31')],
            response: { answer: 'accepted', text: RESPONSES[1]! },
            updates: [
              update(EVIDENCE[1]!, 'in_progress', {
                ...round,
                assessment_text: 'In progress',
                revised_due: due('31/12/2023', '2023-12-31'),
              }),
            ],
          }),
          recommendation('PAY/03', TEXTS[2]!, {
            owners: ['Head of Finance'],
            due: [due('30/06/2023', '2023-06-30')],
            response: { answer: 'accepted_in_part', text: RESPONSES[2]! },
            updates: [
              update(EVIDENCE[2]!, 'in_progress', {
                ...round,
                assessment_text: 'In progress',
                revised_due: due('29/02/2024', '2024-02-29'),
              }),
            ],
          }),
          recommendation('ICT/01', TEXTS[3]!, {
            owners: ['ICT Service Manager'],
            due: [due('31/10/2023', '2023-10-31')],
            response: { answer: 'accepted', text: RESPONSES[3]! },
            updates: [
              update(EVIDENCE[3]!, 'overdue', { ...round, assessment_text: 'Overdue', revised_due: due('31/03/2024', '2024-03-31') }),
            ],
          }),
        ],
      },
    ],
  },
  text: { marks: true, repeatHeading: true },
  blocks: [
    { line: 'Brindle Borough Council' },
    { heading: 'Report to the Audit and Governance Committee', level: 1 },
    { line: 'Date of meeting: 28 November 2023' },
    { heading: 'Internal Audit Recommendations Follow-Up' },
    {
      table: [
        [{ text: 'High and medium priority recommendations', across: 10 }],
        [
          'Ref',
          'Finding',
          'Recommendation',
          'Priority',
          'Management Response',
          'Responsible Officer',
          'Original Implementation Date',
          'Revised Implementation Date',
          'Current Position',
          'Status',
        ],
        ['PAY/01', FINDINGS[0]!, TEXTS[0]!, 'High', RESPONSES[0]!, 'Payroll Manager', '30/09/2023', '', EVIDENCE[0]!, 'Implemented'],
        [
          'PAY/02',
          FINDINGS[1]!,
          TEXTS[1]!,
          'High',
          RESPONSES[1]!,
          'Systems Accountant',
          '31/07/2023',
          '31/12/2023',
          EVIDENCE[1]!,
          'In progress',
        ],
        [
          'PAY/03',
          FINDINGS[2]!,
          TEXTS[2]!,
          'Medium',
          RESPONSES[2]!,
          'Head of Finance',
          '30/06/2023',
          '29/02/2024',
          EVIDENCE[2]!,
          'In progress',
        ],
        [
          'ICT/01',
          FINDINGS[3]!,
          TEXTS[3]!,
          'Medium',
          RESPONSES[3]!,
          'ICT Service Manager',
          '31/10/2023',
          '31/03/2024',
          EVIDENCE[3]!,
          'Overdue',
        ],
      ],
      headingRows: 2,
      cut: [4],
    },
  ],
}
