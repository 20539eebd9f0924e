import type { Block, UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation, update } from './unlike-document.ts'

const FORMS = [
  {
    text: 'That the Council pays its carers for the time that they spend travelling between visits.',
    step: 'Include travel time in the new contract for home care.',
    lead: 'Head of Commissioning',
    when: '1 April 2024',
    iso: '2024-04-01',
    june: ['The contract has been let to six providers. All have agreed to pay for travel.', 'On track'],
    december: ['All six are paying. An audit of 40 payslips in October found two that were wrong.', 'Complete'],
  },
  {
    text: 'That a register of paid carers is kept, with the training that each has had.',
    step: 'Build the register with the college.',
    lead: 'Workforce Lead',
    when: 'September 2024',
    iso: '2024-09-30',
    june: ['The college has made a first version. 300 of 1,900 carers are on it.', 'On track'],
    december: ['900 carers are on it. Two providers have not sent their lists in spite of three reminders.', 'Behind schedule'],
  },
  {
    text: 'That the Cabinet Member meets carers twice a year.',
    step: 'Two meetings a year, in the north and the south.',
    lead: 'Cabinet Member for Adults',
    when: 'Twice a year',
    iso: undefined,
    june: ['The first meeting was on 2 May; 41 came.', 'On track'],
    december: ['The second was on 7 November; 18 came.', 'On track'],
  },
] as const
const GRADES = { 'On track': 'on_track', Complete: 'completed', 'Behind schedule': 'slipped' } as const

/** A form for each recommendation that has kept the boxes of two rounds. */
export const dunholmeTwoReviewsForm: UnlikeDocument = {
  name: 'dunholme-two-reviews-form',
  truth: {
    organisation: 'Dunholme County Council',
    reviews: [
      {
        title: 'Care at Home',
        recommendations: FORMS.map(({ text, step, lead, when, iso, june, december }, at) =>
          recommendation(String(at + 1), text, {
            owners: [lead],
            due: [due(when, iso)],
            actions: [action(step, { owners: [lead], due: due(when, iso) })],
            updates: [
              update(june[0], GRADES[june[1]], { round: 'June 2024' }),
              update(december[0], GRADES[december[1]], { round: 'December 2024' }),
            ],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Dunholme County Council', level: 1 },
    { heading: 'Scrutiny review: Care at Home' },
    ...FORMS.flatMap(({ text, step, lead, when, june, december }, at): Block[] => [
      {
        table: [
          [{ text: `Recommendation ${at + 1}`, fill: 'DDDDDD' }, text],
          ['Agreed action', step],
          ['Lead', lead],
          ['Timescale', when],
          ['Progress (June 2024)', june[0]],
          ['Status (June 2024)', june[1]],
          ['Progress (December 2024)', december[0]],
          ['Status (December 2024)', december[1]],
        ],
        headingRows: 0,
      },
      { line: '' },
    ]),
  ],
}
