import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    'R1',
    'The ICB should publish waiting times for talking therapies by town.',
    'Add towns to the monthly dashboard.',
    'Head of Insight, NHS Pickmere ICB',
    'End of October 2024',
    '2024-10-31',
    'Done for the four largest towns.',
    'Ongoing',
    'in_progress',
  ],
  [
    'R2',
    'The Trust should see urgent referrals within five days.',
    'Weekend clinics from September.',
    'Chief Operating Officer, Mere Partnership NHS Trust',
    'September 2024',
    '2024-09-30',
    'Clinics began on 14 September. 93% were seen within five days in November.',
    'Complete',
    'completed',
  ],
  [
    'R3',
    'The Council should train its front-line staff to spot distress.',
    'Commission training for 400 staff.',
    'Director of Public Health',
    'March 2025',
    '2025-03-31',
    '',
    'Not started',
    'not_started',
  ],
] as const

/** A covering report with recommendations of its own, to the committee, before the appendix that holds those that are followed. */
export const pickmereReport: UnlikeDocument = {
  name: 'pickmere-report',
  truth: {
    organisation: 'Pickmere Council',
    committee: 'Health Scrutiny Committee',
    document_date: '2024-12-05',
    reviews: [
      {
        title: 'Mental Health Inquiry',
        recommendations: ROWS.map(([ref, text, step, who, when, iso, said, , grade]) =>
          recommendation(ref, text, {
            owners: [who],
            due: [due(when, iso)],
            actions: [action(step, { owners: [who], due: due(when, iso) })],
            updates: [update(said, grade, { presented_on: '2024-12-05' })],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Pickmere Council', level: 1 },
    {
      table: [
        ['Report to:', 'Health Scrutiny Committee'],
        ['Date:', '5 December 2024'],
        ['Report of:', 'Head of Democratic Services'],
        ['Subject:', 'Mental Health Inquiry: follow-up'],
      ],
      headingRows: 0,
    },
    { heading: 'Recommendations' },
    { line: '1. That the Committee notes the progress set out in the appendix.' },
    { line: '2. That the Committee agrees to receive a further report in June 2025.' },
    { heading: 'Background' },
    {
      line: '3. The inquiry reported in June 2024. It took evidence from 31 people and made three recommendations, all of which were accepted.',
    },
    { heading: 'Financial implications' },
    { line: '4. There are none that arise from this report.' },
    { heading: 'Appendix A: Mental Health Inquiry – action plan' },
    {
      table: [
        ['Ref', 'Recommendation', 'Agreed action', 'Lead', 'Timescale', 'Progress as at November 2024', 'Status'],
        ...ROWS.map(([ref, text, step, who, when, , said, state]) => [ref, text, step, who, when, said, state]),
      ],
    },
  ],
}
