import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const DAY = '2024-03-14'
const round = { round: 'Progress', presented_on: DAY }

/** A committee's tracker: one row a recommendation, colours explained by a key at the foot. */
export const ashmereTracker: UnlikeDocument = {
  name: 'ashmere-tracker',
  truth: {
    organisation: 'Ashmere District Council',
    committee: 'Overview and Scrutiny Committee',
    document_date: DAY,
    reviews: [
      {
        title: 'Recommendation Tracker',
        recommendations: [
          recommendation('1', 'That the Council adopts a single booking system for all of its sports halls and community rooms.', {
            owners: ['Head of Leisure'],
            due: [due('31/03/2024', '2024-03-31')],
            updates: [
              update('The supplier was chosen in January and the first two halls went live on 1 March 2024.', 'on_track', {
                ...round,
                assessment_text: 'Amber',
              }),
            ],
          }),
          recommendation('2', 'That a member champion for rural transport is appointed and reports to the Committee twice a year.', {
            owners: ['Monitoring Officer'],
            due: [due('30/09/2023', '2023-09-30')],
            updates: [
              update('Councillor Pell was appointed at the Council meeting of 19 September 2023.', 'achieved', {
                ...round,
                assessment_text: 'Green',
              }),
            ],
          }),
          recommendation(
            '3',
            'That the charges for garden waste are reviewed against those of neighbouring councils before the budget is set.',
            {
              owners: ['Waste Services Manager'],
              due: [due('December 2023', '2023-12-31')],
              updates: [
                update('Not started. The officer who was to do the work has left and the post is being advertised.', 'slipped', {
                  ...round,
                  assessment_text: 'Red',
                }),
              ],
            },
          ),
          recommendation('4', 'That tenants are asked each spring what they think of repairs, and that the answers are published.', {
            owners: ['Housing Operations Manager'],
            due: [due('30/04/2024', '2024-04-30')],
            updates: [
              update('Questions have been agreed with the tenants’ panel. The survey opens on 2 April.', 'on_track', {
                ...round,
                assessment_text: 'Amber',
              }),
            ],
          }),
          recommendation('5', 'That the public questions scheme is explained on one plain page of the website.', {
            owners: ['Democratic Services Manager'],
            due: [due('Ongoing')],
            updates: [update('The page is published and has been viewed 412 times.', 'achieved', { ...round, assessment_text: 'Green' })],
          }),
        ],
      },
    ],
  },
  blocks: [
    { heading: 'Ashmere District Council', level: 1 },
    { line: 'Overview and Scrutiny Committee – 14 March 2024', bold: true },
    { heading: 'Recommendation Tracker' },
    { line: 'The table shows where each recommendation stands. Members are invited to comment.' },
    {
      table: [
        ['Ref', 'Recommendation', 'Lead', 'Target date', 'Progress', 'RAG'],
        [
          '1',
          'That the Council adopts a single booking system for all of its sports halls and community rooms.',
          'Head of Leisure',
          '31/03/2024',
          'The supplier was chosen in January and the first two halls went live on 1 March 2024.',
          { text: 'Amber', fill: 'FFC000' },
        ],
        [
          '2',
          'That a member champion for rural transport is appointed and reports to the Committee twice a year.',
          'Monitoring Officer',
          '30/09/2023',
          'Councillor Pell was appointed at the Council meeting of 19 September 2023.',
          { text: 'Green', fill: '00B050' },
        ],
        [
          '3',
          'That the charges for garden waste are reviewed against those of neighbouring councils before the budget is set.',
          'Waste Services Manager',
          'December 2023',
          'Not started. The officer who was to do the work has left and the post is being advertised.',
          { text: 'Red', fill: 'FF0000' },
        ],
        ['', '', '', '', '', ''],
        [
          '4',
          'That tenants are asked each spring what they think of repairs, and that the answers are published.',
          'Housing Operations Manager',
          '30/04/2024',
          'Questions have been agreed with the tenants’ panel. The survey opens on 2 April.',
          'Amber',
        ],
        [
          '5',
          'That the public questions scheme is explained on one plain page of the website.',
          'Democratic Services Manager',
          'Ongoing',
          'The page is published and has been viewed 412 times.',
          'Green',
        ],
      ],
      repeatAfter: [3],
      cut: [1, 5],
    },
    { line: 'Key: Green – recommendation achieved; Amber – acceptable progress made; Red – progress behind schedule' },
  ],
}
