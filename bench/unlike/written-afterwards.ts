import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation, update } from './unlike-document.ts'

const TRAVEL = [
  [
    'SC12',
    'The Executive should restore the walking bus scheme in primary schools.',
    'Road Safety Team Leader',
    'Spring 2026',
    undefined,
    'Four schools have signed up. Volunteers are being vetted.',
    '50% complete',
    'in_progress',
  ],
  [
    'SC13',
    'The Executive should seek powers to enforce moving traffic offences.',
    'Head of Network Management',
    '31 Dec 2025',
    '2025-12-31',
    'Designation came into force on 1 November.',
    '100% complete',
    'completed',
  ],
  [
    'SC14',
    'The Executive should map every school street in the borough.',
    'GIS Officer',
    '30 Jun 2025',
    '2025-06-30',
    'Not begun; the officer is on long-term leave.',
    '0% complete',
    'not_started',
  ],
] as const

/** Written after all the others and read once before anything was mended for them: they show how far the rules carry. */
export const WRITTEN_AFTERWARDS: UnlikeDocument[] = [
  {
    name: 'aldcote-travel',
    truth: {
      reviews: [
        {
          title: 'School Travel',
          recommendations: TRAVEL.map(([r, t, o, w, i, s, , g]) =>
            recommendation(r, t, { owners: [o], due: [due(w, i)], updates: [update(s, g)] }),
          ),
        },
      ],
    },
    blocks: [
      { heading: 'Aldcote Borough Council', level: 1 },
      { heading: 'Scrutiny Review of School Travel' },
      {
        table: [
          ['Scrutiny ref', 'Recommendation to the Executive', 'Responsible', 'Target completion', 'Narrative', 'How far have we got?'],
          ...TRAVEL.map(([r, t, o, w, , s, x]) => [r, t, o, w, s, x]),
        ],
      },
    ],
  },
  {
    name: 'bexham-food',
    truth: {
      reviews: [
        {
          title: 'Food Banks',
          recommendations: [
            recommendation('a', 'That a directory of food banks is kept on the website', {
              owners: ['Cllr Moss', 'Communities Manager'],
              due: [due('asap')],
              updates: [update('Kept since July and checked each month.', 'completed', { round: 'November 2021' })],
            }),
            recommendation('b', 'That staff of food banks are told how to refer people for advice on debt', {
              owners: ['Cllr Moss', 'Advice Services Manager'],
              due: [due('Dec 2021', '2021-12-31')],
              updates: [update('A leaflet is at the printer. Training in January.', 'on_track', { round: 'November 2021' })],
            }),
            recommendation('c', 'That the Council gives the use of a van', {
              owners: ['Cllr Hale', 'Fleet Manager'],
              due: [due('Jan 2022', '2022-01-31')],
              updates: [update('No van can be spared before April.', 'slipped', { round: 'November 2021' })],
            }),
          ],
        },
      ],
    },
    blocks: [
      { heading: 'Bexham Council', level: 1 },
      { heading: 'Food Banks Task Group: monitoring' },
      {
        table: [
          ['Recommendation', 'Portfolio holder', 'Officer', 'Timeframe', 'Position in November 2021', 'RAG'],
          [
            'a) That a directory of food banks is kept on the website',
            'Cllr Moss',
            'Communities Manager',
            'asap',
            'Kept since July and checked each month.',
            'Blue',
          ],
          [
            'b) That staff of food banks are told how to refer people for advice on debt',
            'Cllr Moss',
            'Advice Services Manager',
            'Dec 2021',
            'A leaflet is at the printer. Training in January.',
            'Green',
          ],
          [
            'c) That the Council gives the use of a van',
            'Cllr Hale',
            'Fleet Manager',
            'Jan 2022',
            'No van can be spared before April.',
            'Amber',
          ],
        ],
      },
      { line: 'RAG key' },
      { bullets: ['Blue: finished', 'Green: on course', 'Amber: delayed', 'Red: stopped'] },
    ],
  },
  {
    name: 'carrow-breaks',
    truth: {
      reviews: [
        {
          title: 'Short Breaks',
          recommendations: [
            recommendation('1', 'Publish the criteria for short breaks in plain English.', {
              response: { answer: 'accepted', text: 'Accepted. The criteria will be rewritten with parents.' },
              owners: ['SEND Commissioner'],
              due: [due('31 March 2023', '2023-03-31')],
            }),
            recommendation('2', 'Restore the summer play scheme at Holt Lane.', {
              response: { answer: 'rejected', text: 'Not accepted. The building has been sold.' },
              owners: [],
              due: [],
            }),
            recommendation('3', 'Let families carry over hours that they have not used.', {
              response: { answer: 'accepted_in_part', text: 'Partially accepted. Up to ten hours may be carried over.' },
              owners: ['SEND Commissioner', 'Head of Finance (Children)'],
              due: [due('1 April 2023', '2023-04-01')],
            }),
          ],
        },
      ],
    },
    blocks: [
      { heading: 'Carrow County Council', level: 1 },
      { heading: 'Cabinet response to the scrutiny report on Short Breaks' },
      {
        table: [
          ['', 'Scrutiny recommendation', 'Cabinet response and reasons', 'Lead officer(s)', 'Implementation date'],
          [
            '1',
            'Publish the criteria for short breaks in plain English.',
            'Accepted. The criteria will be rewritten with parents.',
            'SEND Commissioner',
            '31 March 2023',
          ],
          ['2', 'Restore the summer play scheme at Holt Lane.', 'Not accepted. The building has been sold.', 'n/a', 'n/a'],
          [
            '3',
            'Let families carry over hours that they have not used.',
            'Partially accepted. Up to ten hours may be carried over.',
            'SEND Commissioner\nHead of Finance (Children)',
            '1 April 2023',
          ],
        ],
      },
    ],
  },
  {
    name: 'denmoor-damp',
    truth: {
      reviews: [
        {
          title: 'Damp homes',
          recommendations: [
            recommendation('1', 'Respond to reports of damp within ten days', {
              theme: 'Repairs',
              owners: ['Repairs Manager'],
              due: [due('Apr-23', '2023-04-30')],
              success_measure: '95% within ten days',
              actions: [
                action('Take on two surveyors', { owners: ['Repairs Manager'], due: due('Apr-23', '2023-04-30'), budget: '£90,000' }),
              ],
              updates: [update('Both began in March.', 'completed')],
            }),
            recommendation('2', 'Tell tenants what the Council will do', {
              theme: 'Tenants',
              owners: ['Tenancy Manager'],
              due: [due('Jun-23', '2023-06-30')],
              success_measure: 'Leaflet sent to all',
              actions: [
                action('Write a leaflet with tenants', { owners: ['Tenancy Manager'], due: due('Jun-23', '2023-06-30'), budget: '£4,000' }),
              ],
              updates: [update('Draft agreed.', 'on_track')],
            }),
          ],
        },
      ],
    },
    blocks: [
      { heading: 'Denmoor Homes', level: 1 },
      { heading: 'Damp homes: scrutiny action plan' },
      {
        table: [
          ['Area', 'No', 'Recommendation', 'Action', 'Owner', 'By', 'Cost', 'Measure', 'Progress', 'Status'],
          [
            'Repairs',
            '1',
            'Respond to reports of damp within ten days',
            'Take on two surveyors',
            'Repairs Manager',
            'Apr-23',
            '£90,000',
            '95% within ten days',
            'Both began in March.',
            'Complete',
          ],
          [
            'Tenants',
            '2',
            'Tell tenants what the Council will do',
            'Write a leaflet with tenants',
            'Tenancy Manager',
            'Jun-23',
            '£4,000',
            'Leaflet sent to all',
            'Draft agreed.',
            'On track',
          ],
        ],
      },
    ],
  },
]
