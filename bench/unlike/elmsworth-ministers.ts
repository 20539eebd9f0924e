import type { UnlikeDocument } from './unlike-document.ts'
import { recommendation } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'The Committee recommends that the Government publishes a timetable for the rollout of the new school meals standard.',
    'Accept',
    'A timetable will be published before the end of the summer term. Financial implications: none, the cost will be met from existing budgets.',
  ],
  [
    '2',
    'The Committee recommends that free breakfasts are extended to secondary schools.',
    'Reject',
    'The evidence does not yet show that this is the best use of limited funds.',
  ],
  [
    '3',
    'The Committee recommends that the Government works with councils to gather figures on take-up each term.',
    'Accept in principle',
    'Officials will talk to councils about what can be gathered without adding to their work.',
  ],
] as const
const ANSWERS = ['accepted', 'rejected', 'accepted_in_principle'] as const

/** A government's written answers, one under another, each with its decision and its reasons. */
export const elmsworthMinisters: UnlikeDocument = {
  name: 'elmsworth-ministers',
  truth: {
    reviews: [
      {
        title: 'Response to the report on school meals',
        recommendations: ROWS.map(([ref, text, answer, reason], index) =>
          recommendation(ref, text, { response: { answer: ANSWERS[index]!, text: `${answer}\n${reason}` } }),
        ),
      },
    ],
  },
  text: { marks: true },
  blocks: [
    { heading: 'Written response to the report of the Children and Education Committee on school meals', level: 1 },
    ...ROWS.flatMap(([ref, text, answer, reason]) => [
      { line: `Recommendation ${ref}`, bold: true },
      { line: text },
      { line: `Response: ${answer}` },
      { line: reason },
    ]),
  ],
}
