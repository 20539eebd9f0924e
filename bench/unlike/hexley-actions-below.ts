import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation, update } from './unlike-document.ts'

interface Step {
  text: string
  who: string
  when: string
  iso?: string
  rag: string
  said: string
}

const GRADES = { Green: 'on_track', Amber: 'slipped', Red: 'not_achieved', Blue: 'completed' } as const

const RECOMMENDATIONS: { text: string; steps: Step[] }[] = [
  {
    text: 'The Council should publish every month where fly-tipping has been reported and how long it took to clear.',
    steps: [
      {
        text: 'Build a page that draws on the street cleansing system.',
        who: 'Digital Manager',
        when: '31 May 2025',
        iso: '2025-05-31',
        rag: 'Blue',
        said: 'Live since 12 May.',
      },
      {
        text: 'Agree the standard for clearance with the contractor.',
        who: 'Head of Waste',
        when: 'July 2025',
        iso: '2025-07-31',
        rag: 'Amber',
        said: 'The contractor wants three days; we have asked for two. A meeting is set for 4 September.',
      },
    ],
  },
  {
    text: 'The Council should put cameras at the ten worst places.',
    steps: [
      {
        text: 'Buy ten cameras and put them up.',
        who: 'Community Safety Manager',
        when: 'By 30/09/2025',
        iso: '2025-09-30',
        rag: 'Green',
        said: 'Six are up and have led to nine penalty notices.',
      },
    ],
  },
  {
    text: 'The Council should ask the courts for higher fines, and tell this Committee each year what was imposed.',
    steps: [
      {
        text: 'Write to the Justices’ Clerk.',
        who: 'Head of Legal',
        when: 'April 2025',
        iso: '2025-04-30',
        rag: 'Blue',
        said: 'A letter was sent on 2 April and answered on the 20th.',
      },
      {
        text: 'Put fines in the annual report.',
        who: 'Head of Legal',
        when: 'Annually',
        rag: 'Green',
        said: 'The first figures will be in the report for 2025/26.',
      },
      { text: 'Train prosecutors.', who: 'Head of Legal / Head of Waste', when: 'TBC', rag: 'Red', said: 'No trainer has been found.' },
    ],
  },
]

/** A heading and a sentence for each recommendation, its actions in a table of their own underneath. */
export const hexleyActionsBelow: UnlikeDocument = {
  name: 'hexley-actions-below',
  truth: {
    organisation: 'Hexley Borough Council',
    committee: 'Environment Scrutiny Committee',
    document_date: '2025-08-28',
    reviews: [
      {
        title: 'Fly-tipping',
        recommendations: RECOMMENDATIONS.map(({ text, steps }, at) =>
          recommendation(String(at + 1), text, {
            owners: [...new Set(steps.flatMap(({ who }) => who.split(' / ')))],
            due: steps.map(({ when, iso }) => due(when, iso)),
            actions: steps.map(({ text: step, who, when, iso }) => action(step, { owners: who.split(' / '), due: due(when, iso) })),
            updates: steps.map(({ said, rag }, nth) =>
              update(said, GRADES[rag as keyof typeof GRADES], {
                presented_on: '2025-08-28',
                ...(steps.length > 1 ? { action: nth + 1 } : {}),
              }),
            ),
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Hexley Borough Council', level: 1 },
    { line: 'Environment Scrutiny Committee – 28 August 2025' },
    { heading: 'Fly-tipping: progress with the recommendations of the review' },
    { line: 'Blue = complete; Green = on track; Amber = behind but recoverable; Red = will not be achieved' },
    ...RECOMMENDATIONS.flatMap(({ text, steps }, at) => [
      { line: `Recommendation ${at + 1}: ${text}`, bold: true },
      {
        table: [
          ['Action', 'Lead officer', 'Deadline', 'BRAG', 'Progress'],
          ...steps.map((step) => [step.text, step.who, step.when, step.rag, step.said]),
        ],
      },
    ]),
  ],
}
