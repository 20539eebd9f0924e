import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

/** One progress cell with an entry for every meeting, each beginning with its day. */
export const marlpitDatedEntries: UnlikeDocument = {
  name: 'marlpit-dated-entries',
  truth: {
    organisation: 'Marlpit Metropolitan Borough Council',
    committee: 'Health Scrutiny Panel',
    reviews: [
      {
        title: 'Health Scrutiny Panel – Recommendation Monitoring',
        recommendations: [
          recommendation('1', 'That the Trust reports the waiting time for talking therapies to every meeting of the Panel.', {
            owners: ['Trust Chief Operating Officer'],
            due: [due('Quarterly')],
            updates: [
              update('The first report was received and discussed.', null, { presented_on: '2024-02-06' }),
              update('The second report shows that the wait has fallen to nine weeks.', 'in_progress', {
                presented_on: '2024-05-14',
                assessment_text: 'Ongoing',
              }),
            ],
          }),
          recommendation('2', 'That a map of defibrillators is made and kept up to date.', {
            owners: ['Public Health Consultant'],
            due: [due('30/04/2024', '2024-04-30')],
            updates: [
              update('A student has been found to do the work over Easter.', null, { presented_on: '2024-02-06' }),
              update('The map is on the website and shows 214 machines.', 'completed', {
                presented_on: '2024-05-14',
                assessment_text: 'Complete',
              }),
            ],
          }),
          recommendation('3', 'That dentists’ lists are checked by telephone twice a year to see whether they take new patients.', {
            owners: ['Local Watch Manager'],
            due: [due('June 2024', '2024-06-30')],
            updates: [update('Calls begin on 3 June.', 'in_progress', { presented_on: '2024-05-14', assessment_text: 'Ongoing' })],
          }),
        ],
      },
    ],
  },
  text: { html: true },
  blocks: [
    { line: 'MARLPIT METROPOLITAN BOROUGH COUNCIL' },
    { heading: 'Health Scrutiny Panel – Recommendation Monitoring', level: 1 },
    {
      table: [
        ['No.', 'Recommendation', 'Responsible Person', 'Target Date', 'Update', 'Status'],
        [
          '1',
          'That the Trust reports the waiting time for talking therapies to every meeting of the Panel.',
          'Trust Chief Operating Officer',
          'Quarterly',
          '06/02/2024: The first report was received and discussed.\n14/05/2024: The second report shows that the wait has fallen to nine weeks.',
          'Ongoing',
        ],
        [
          '2',
          'That a map of defibrillators is made and kept up to date.',
          'Public Health Consultant',
          '30/04/2024',
          '06/02/2024: A student has been found to do the work over Easter.\n14/05/2024: The map is on the website and shows 214 machines.',
          'Complete',
        ],
        [
          '3',
          'That dentists’ lists are checked by telephone twice a year to see whether they take new patients.',
          'Local Watch Manager',
          'June 2024',
          '14/05/2024: Calls begin on 3 June.',
          'Ongoing',
        ],
      ],
    },
  ],
}
