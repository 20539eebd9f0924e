import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation } from './unlike-document.ts'

const MUST = [
  'The service must make sure that medicines are stored at the right temperature and that this is written down daily.',
  'The service must make sure that every member of staff has supervision at least every eight weeks.',
  'The service should involve people and their families in writing and reviewing their care plans.',
]

/** A plan after an inspection: what must be done, and several actions under each, with how far each has got. */
export const coldbrookInspection: UnlikeDocument = {
  name: 'coldbrook-inspection',
  truth: {
    organisation: 'Coldbrook County Council',
    document_date: '2022-06-30',
    reviews: [
      {
        title: 'CQC Action Plan',
        recommendations: [
          recommendation('1', MUST[0]!, {
            owners: ['Registered Manager', 'Deputy Manager'],
            due: [due('May 2022', '2022-05-31'), due('31 July 2022', '2022-07-31')],
            actions: [
              action('Buy a medicines fridge with an alarm for each unit.', {
                owners: ['Registered Manager'],
                due: due('May 2022', '2022-05-31'),
                percent_complete: 100,
                rag: 'Green',
              }),
              action('Put a daily temperature sheet on each fridge and check it at handover.', {
                owners: ['Deputy Manager'],
                due: due('31 July 2022', '2022-07-31'),
                percent_complete: 60,
                rag: 'Amber',
              }),
            ],
          }),
          recommendation('2', MUST[1]!, {
            owners: ['Team Leaders', 'Registered Manager'],
            due: [due('30 June 2022', '2022-06-30'), due('September 2022', '2022-09-30')],
            actions: [
              action('Draw up a supervision diary for the year and share it with all staff.', {
                owners: ['Team Leaders'],
                due: due('30 June 2022', '2022-06-30'),
                percent_complete: 100,
                rag: 'Green',
              }),
              action('Audit ten supervision records each quarter.', {
                owners: ['Registered Manager'],
                due: due('September 2022', '2022-09-30'),
                percent_complete: 0,
                rag: 'Red',
              }),
            ],
          }),
          recommendation('3', MUST[2]!, {
            owners: ['Key Workers'],
            due: [due('31 August 2022', '2022-08-31')],
            actions: [
              action('Invite families to a review meeting and record who came.', {
                owners: ['Key Workers'],
                due: due('31 August 2022', '2022-08-31'),
                percent_complete: 25,
                rag: 'Amber',
              }),
            ],
          }),
        ],
      },
    ],
  },
  blocks: [
    { heading: 'Coldbrook County Council – Larch House', level: 1 },
    { heading: 'CQC Action Plan', level: 2 },
    { line: 'Updated: 30 June 2022' },
    {
      table: [
        ['No.', 'Requirement / Recommendation', 'Action required', 'Who', 'By when', '% complete', 'RAG'],
        [
          { text: '1', down: 2 },
          { text: MUST[0]!, down: 2 },
          'Buy a medicines fridge with an alarm for each unit.',
          'Registered Manager',
          'May 2022',
          '100%',
          'Green',
        ],
        [
          null,
          null,
          'Put a daily temperature sheet on each fridge and check it at handover.',
          'Deputy Manager',
          '31 July 2022',
          '60%',
          'Amber',
        ],
        [
          { text: '2', down: 2 },
          { text: MUST[1]!, down: 2 },
          'Draw up a supervision diary for the year and share it with all staff.',
          'Team Leaders',
          '30 June 2022',
          '100%',
          'Green',
        ],
        [null, null, 'Audit ten supervision records each quarter.', 'Registered Manager', 'September 2022', '0%', 'Red'],
        ['3', MUST[2]!, 'Invite families to a review meeting and record who came.', 'Key Workers', '31 August 2022', '25%', 'Amber'],
      ],
      repeatAfter: [2],
    },
    {
      table: [
        ['RAG', 'Meaning'],
        ['Green', 'Complete'],
        ['Amber', 'In progress'],
        ['Red', 'Not started or behind schedule'],
      ],
    },
  ],
}
