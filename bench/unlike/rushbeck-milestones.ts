import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    'E1',
    'Ensure that school admissions appeals are heard within 40 school days.',
    'Recruit six more panel members and hold hearings in June as well as July.',
    'Claire Ashdown, Admissions Manager',
    'Commencing March 2025 and ongoing',
    '',
    'Appeals heard in time: 95%',
    '88% of appeals were heard in time, up from 71%.',
    'On track to deliver',
    'on_track',
  ],
  [
    'E2',
    'Ensure that each child missing education is seen within ten days.',
    'Set up a weekly meeting of the services concerned.',
    'Tom Fairlie (Inclusion Lead)',
    'Sept 2024',
    '2024-09-30',
    'Children seen in ten days: 100%',
    'The meeting has run since September and all 43 children were seen in time.',
    'Delivered',
    'achieved',
  ],
  [
    'E3',
    'Ensure that exclusions of children in care fall to none.',
    'Virtual School to attend every panel.',
    'Virtual School Head',
    '31 July 2025',
    '2025-07-31',
    'No exclusions',
    'Two exclusions this term. A plan has been made with both schools.',
    'Not on track to deliver',
    'slipped',
  ],
] as const

/** A post-inspection plan for education: milestones, measures and a delivery rating. */
export const rushbeckMilestones: UnlikeDocument = {
  name: 'rushbeck-milestones',
  truth: {
    organisation: 'Rushbeck Metropolitan District Council',
    document_date: '2025-01-23',
    reviews: [
      {
        title: 'Ofsted Improvement Action Plan',
        recommendations: ROWS.map(([ref, text, step, who, when, iso, measure, evidence, status, grade]) => {
          const timescale = due(when, iso === '' ? undefined : iso)
          return recommendation(ref, text, {
            owners: [who],
            due: [timescale],
            success_measure: measure,
            actions: [action(step, { owners: [who], due: timescale })],
            updates: [update(evidence, grade, { presented_on: '2025-01-23', assessment_text: status })],
          })
        }),
      },
    ],
  },
  blocks: [
    { line: 'Rushbeck Metropolitan District Council' },
    { heading: 'Ofsted Improvement Action Plan', level: 1 },
    { line: 'Position at 23 January 2025' },
    {
      table: [
        ['Ref', 'Area for improvement', 'Action to be taken', 'Lead', 'Timescale', 'Measure of success', 'Progress', 'Delivery rating'],
        ...ROWS.map(([ref, text, step, who, when, , measure, evidence, status]) => [ref, text, step, who, when, measure, evidence, status]),
      ],
    },
    { line: 'Delivery rating: Delivered / On track to deliver / Some issues / Not on track to deliver' },
  ],
}
