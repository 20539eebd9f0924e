import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    'Staffing on the wards at night was too low to keep patients safe.',
    'Review the night rota on every ward and recruit to vacant posts.',
    'September 2013',
    '2013-09-30',
    'University hospital',
    'Delivered',
    '',
    'achieved',
  ],
  [
    'Complaints were answered late and without an apology.',
    'Redesign the complaints process with patients and train all matrons.',
    'December 2013',
    '2013-12-31',
    '',
    'On track to deliver',
    '',
    'on_track',
  ],
  [
    'Senior doctors did not see patients at weekends.',
    'Appoint six more consultants so that rounds are held on seven days.',
    'October 2013',
    '2013-10-31',
    'Royal College',
    'Not on track to deliver',
    'March 2014',
    'slipped',
  ],
] as const

/** A hospital trust's special measures plan: concerns without numbers, a progress rating and a new deadline. */
export const birchwoldTrust: UnlikeDocument = {
  name: 'birchwold-trust',
  truth: {
    organisation: 'Birchwold Hospitals NHS Foundation Trust',
    document_date: '2013-11-30',
    reviews: [
      {
        title: 'Our improvement plan',
        recommendations: ROWS.map(([text, step, when, iso, , status, , grade], index) =>
          recommendation('', text, {
            due: [due(when, iso)],
            actions: [action(step, { due: due(when, iso) })],
            updates: [
              update('', grade, { assessment_text: status, ...(index === 2 ? { revised_due: due('March 2014', '2014-03-31') } : {}) }),
            ],
          }),
        ),
      },
    ],
  },
  blocks: [
    { line: 'Birchwold Hospitals NHS Foundation Trust' },
    { heading: 'Our improvement plan and our progress', level: 1 },
    { line: 'Update on progress, November 2013' },
    { line: 'KEY' },
    { table: [['Delivered', 'On track to deliver', 'Some issues – narrative disclosure', 'Not on track to deliver']] },
    {
      table: [
        [
          'Summary of main concerns',
          'Summary of urgent actions required',
          'Agreed timescale for implementation',
          'External support/ assurance',
          'Progress against original timescale',
          'Revised deadline (if required)',
        ],
        ...ROWS.map((row) => [row[0], row[1], row[2], row[4], row[5], row[6]]),
      ],
    },
  ],
}
