import type { UnlikeDocument } from './unlike-document.ts'
import { recommendation } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'The Cabinet should adopt a charter for unpaid carers by the end of the year.',
    'Accepted. A draft charter will come to Cabinet in October.',
  ],
  [
    '2',
    'The Cabinet should pay for four hours of respite care each week for those caring for over 50 hours.',
    'Accepted in part. Two hours will be paid for from April, as the budget does not allow more.',
  ],
  [
    '3',
    'The Cabinet should give carers a card that gets them into leisure centres free.',
    'Not accepted. Leisure centres are run by a trust which sets its own prices.',
  ],
] as const
const ANSWERS = ['accepted', 'accepted_in_part', 'rejected'] as const

/** No table at all: each recommendation under its own heading and the answer below it. */
export const quarleyListed: UnlikeDocument = {
  name: 'quarley-listed',
  truth: {
    organisation: 'Quarley City Council',
    document_date: '2024-07-16',
    reviews: [
      {
        title: 'Cabinet response to the scrutiny report on unpaid carers',
        recommendations: ROWS.map(([ref, text, answer], index) =>
          recommendation(ref, text, { response: { answer: ANSWERS[index]!, text: answer } }),
        ),
      },
    ],
  },
  text: { marks: true },
  blocks: [
    { heading: 'Cabinet response to the scrutiny report on unpaid carers', level: 1 },
    { line: 'Quarley City Council' },
    { line: '16 July 2024' },
    ...ROWS.flatMap(([ref, text, answer]) => [
      { heading: `Recommendation ${ref}`, level: 3 as const },
      { line: text },
      { line: `Response: ${answer}` },
    ]),
  ],
}
