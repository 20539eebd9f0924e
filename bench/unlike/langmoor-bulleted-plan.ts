import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation } from './unlike-document.ts'

/** Several actions in one cell as a list, several owners and dates in the cells beside it. */
export const langmoorBulletedPlan: UnlikeDocument = {
  name: 'langmoor-bulleted-plan',
  truth: {
    organisation: 'Langmoor Borough Council',
    committee: 'Communities Scrutiny Panel',
    document_date: '2018-02-20',
    reviews: [
      {
        title: 'Food Banks and Food Poverty',
        recommendations: [
          recommendation('1', 'That the Council brings together all those who give out food so that nobody is turned away. (para 5.4)', {
            owners: ['Partnerships Manager'],
            due: [due('June 2018', '2018-06-30')],
            paragraph_refs: ['5.4'],
            actions: [
              action('Set up a food network with a meeting every quarter', {
                owners: ['Partnerships Manager'],
                due: due('June 2018', '2018-06-30'),
                budget: 'Nil',
              }),
              action('Publish a list of who gives out food and when', {
                owners: ['Partnerships Manager'],
                due: due('June 2018', '2018-06-30'),
                budget: 'Nil',
              }),
            ],
          }),
          recommendation('2', 'That holiday clubs give each child a hot meal. (paras 6.2 and 6.7)', {
            owners: ['Head of Early Years', 'Public Health Lead'],
            due: [due('Summer holiday 2018 – by 31/08/18', '2018-08-31')],
            paragraph_refs: ['6.2', '6.7'],
            actions: [
              action('Bid to the national fund for meals in eight clubs.', {
                owners: ['Head of Early Years', 'Public Health Lead'],
                due: due('Summer holiday 2018 – by 31/08/18', '2018-08-31'),
                budget: '£14,500',
              }),
            ],
          }),
          recommendation('3', 'That the effect of late benefit payments on rent is reported to the Panel.', {
            owners: ['Benefits Manager'],
            due: [due('Achieved')],
            actions: [
              action('A report was given to the Panel on 16 January 2018.', {
                owners: ['Benefits Manager'],
                due: due('Achieved'),
                budget: 'Officer time',
              }),
            ],
          }),
        ],
      },
    ],
  },
  blocks: [
    { line: 'LANGMOOR BOROUGH COUNCIL' },
    { line: 'COMMUNITIES SCRUTINY PANEL' },
    { line: 'FOOD BANKS AND FOOD POVERTY – ACTION PLAN' },
    { line: '20 FEBRUARY 2018' },
    {
      table: [
        ['SCRUTINY RECOMMENDATION', 'PROPOSED ACTION', 'BY WHOM', 'BUDGET COST', 'TIMESCALE'],
        [
          '1) That the Council brings together all those who give out food so that nobody is turned away. (para 5.4)',
          '- Set up a food network with a meeting every quarter\n- Publish a list of who gives out food and when',
          'Partnerships Manager',
          'Nil',
          'June 2018',
        ],
        [
          '2) That holiday clubs give each child a hot meal. (paras 6.2 and 6.7)',
          'Bid to the national fund for meals in eight clubs.',
          'Head of Early Years/ Public Health Lead',
          '£14,500',
          'Summer holiday 2018 – by 31/08/18',
        ],
        [
          '3) That the effect of late benefit payments on rent is reported to the Panel.',
          'A report was given to the Panel on 16 January 2018.',
          'Benefits Manager',
          'Officer time',
          'Achieved',
        ],
      ],
    },
  ],
}
