import type { UnlikeDocument } from './unlike-document.ts'
import { recommendation } from './unlike-document.ts'

const ROWS = [
  [
    'Recommendation 1',
    'The Council should set aside at least one in ten new homes on its own land for key workers.',

    'Agreed. The draft Local Plan says so at policy H4, and the first site will be at Quay Street.',
  ],
  [
    'Recommendation 2',
    'The Council should ask the Government to let it charge double council tax on second homes.',

    'Agreed. The Leader wrote to the Minister on 3 October 2022.',
  ],
  [
    'Recommendation 3',
    'The Council should buy back former council homes wherever they come up for sale.',

    'Partly agreed. The Council will buy where the price is within the limit set each year, but cannot promise to buy every home.',
  ],
  [
    'Recommendation 4',
    'The Council should stop selling land to developers until the Plan is adopted.',

    'Not agreed. Sales already under contract cannot be halted without penalty.',
  ],
] as const
const ANSWERS = ['accepted', 'accepted', 'accepted_in_part', 'rejected'] as const

/** Answers to an inquiry, the heading of two columns merged, each answer opening with the decision. */
export const inskerryInquiry: UnlikeDocument = {
  name: 'inskerry-inquiry',
  truth: {
    organisation: 'Inskerry Islands Council',
    document_date: '2022-11-09',
    reviews: [
      {
        title: 'Inquiry into Homes for Island Workers',
        recommendations: ROWS.map(([ref, text, response], index) =>
          recommendation(ref.replace('Recommendation ', ''), text, { response: { answer: ANSWERS[index]!, text: response } }),
        ),
      },
    ],
  },
  text: { marks: true, repeatHeading: true },
  blocks: [
    { heading: 'Inskerry Islands Council', level: 1 },
    { heading: 'Inquiry into Homes for Island Workers – the Council’s response' },
    { line: '9 November 2022' },
    { line: 'The Inquiry made four recommendations. The answer to each is below.' },
    {
      table: [[{ text: 'Inquiry recommendation', across: 2 }, 'Response of the Council'], ...ROWS.map((row) => [...row])],
      cut: [3],
    },
  ],
}
