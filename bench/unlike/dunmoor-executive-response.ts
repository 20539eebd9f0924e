import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'That the Executive publishes a map of every public water refill point in the district.',
    'Accepted',
    'The map will be added to the visitor pages of the website.',
    'Tourism Officer',
    'June 2025',
    '2025-06-30',
  ],
  [
    '2',
    'That a hardship fund of £50,000 is set up for market traders affected by the works in Cornhill.',
    'Partially accepted',
    'A fund of £20,000 will be set up from reserves.',
    'Director of Place',
    '1 April 2025',
    '2025-04-01',
  ],
  ['3', 'That parking in Cornhill is free of charge on the four Saturdays before Christmas.', 'Not accepted', '', '', '', ''],
  [
    '4',
    'That the traders’ forum is consulted before any future closure of more than two days.',
    'Accepted in principle',
    'The street works procedure will be changed to say so.',
    'Network Manager',
    'By end of May 2025',
    '2025-05-31',
  ],
] as const
const ANSWERS = ['accepted', 'accepted_in_part', 'rejected', 'accepted_in_principle'] as const
const REASONS = ['', 'The sum asked for is more than reserves allow this year.', 'The loss of income could not be met.', ''] as const

/** An executive's answer to a task group: what it accepts, why not, and who does what by when. */
export const dunmoorExecutiveResponse: UnlikeDocument = {
  name: 'dunmoor-executive-response',
  truth: {
    organisation: 'Dunmoor District Council',
    document_date: '2025-02-11',
    reviews: [
      {
        title: 'Executive Response to the Task and Finish Group on Cornhill Market',
        recommendations: ROWS.map(([ref, text, answer, step, who, when, iso], index) =>
          recommendation(ref, text, {
            owners: who === '' ? [] : [who],
            due: when === '' ? [] : [due(when, iso)],
            response: { answer: ANSWERS[index]!, text: answer },
            actions: step === '' ? [] : [action(step, { owners: [who], due: due(when, iso) })],
          }),
        ),
      },
    ],
  },
  text: { marks: true },
  blocks: [
    { heading: 'Executive Response to the Task and Finish Group on Cornhill Market', level: 1 },
    { line: 'Dunmoor District Council' },
    { line: 'Executive, 11 February 2025' },
    {
      table: [
        ['Rec', 'Recommendation', 'Executive Decision', 'Reasons (where not accepted in full)', 'Action', 'By Whom', 'By When'],
        ...ROWS.map(([ref, text, answer, step, who, when], index) => [ref, text, answer, REASONS[index]!, step, who, when]),
      ],
      cut: [2],
    },
    { line: 'The Executive thanks the Task and Finish Group for its report.' },
  ],
}
