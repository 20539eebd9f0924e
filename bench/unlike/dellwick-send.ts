import type { UnlikeDocument } from './unlike-document.ts'
import { action, due, recommendation, update } from './unlike-document.ts'

const PLAN = [
  {
    ref: '1',
    outcome: 'Parents know what help there is and how to ask for it.',
    steps: [
      [
        '1.1',
        'Rewrite the local offer with the parent carer forum.',
        'Emma Stride, Local Offer Officer',
        'End of May 2023',
        '2023-05-31',
        'The new pages went live on 22 May after three workshops.',
        'Green',
        'achieved',
      ],
      [
        '1.2',
        'Hold a drop-in in each town once a term.',
        'SENDIASS',
        'July 2023',
        '2023-07-31',
        'Drop-ins held in two towns out of five.',
        'Amber',
        'in_progress',
      ],
    ],
  },
  {
    ref: '2',
    outcome: 'Education, health and care plans are issued within twenty weeks.',
    steps: [
      [
        '2.1',
        'Recruit four plan writers.',
        'SEN Manager',
        'March 2023',
        '2023-03-31',
        'Two of the posts are still vacant after three rounds of advertising.',
        'Red',
        'slipped',
      ],
      [
        '2.2',
        'Agree with the ICB how health advice is asked for.',
        'Designated Clinical Officer',
        'June 2023',
        '2023-06-30',
        'A form is in use and advice now comes in five weeks on average.',
        'Green',
        'achieved',
      ],
    ],
  },
] as const

/** A written statement of action: several actions to an aim, each with its own progress and colour. */
export const dellwickSend: UnlikeDocument = {
  name: 'dellwick-send',
  truth: {
    organisation: 'Dellwick Council',
    document_date: '2023-06-13',
    reviews: [
      {
        title: 'SEND Written Statement of Action',
        recommendations: PLAN.map(({ ref, outcome, steps }) =>
          recommendation(ref, outcome, {
            owners: steps.map((step) => step[2]),
            due: steps.map((step) => due(step[3], step[4])),
            actions: steps.map(([number, words, who, when, iso]) => action(words, { ref: number, owners: [who], due: due(when, iso) })),
            updates: steps.map(([, , , , , evidence, rag, grade], index) =>
              update(evidence, grade, { presented_on: '2023-06-13', action: index + 1, assessment_text: rag }),
            ),
          }),
        ),
      },
    ],
  },
  text: { marks: true },
  blocks: [
    { heading: 'Dellwick Council', level: 1 },
    { heading: 'SEND Written Statement of Action' },
    { line: 'Position as at 13 June 2023' },
    { bullets: ['Green: complete', 'Amber: in progress', 'Red: behind schedule'] },
    {
      table: [
        ['No.', 'Area for improvement', 'Ref', 'What', 'Who', 'When', 'Progress', 'RAG'],
        ...PLAN.flatMap(({ ref, outcome, steps }) =>
          steps.map(([number, words, who, when, , evidence, rag], index) => [
            index === 0 ? { text: ref, down: steps.length } : null,
            index === 0 ? { text: outcome, down: steps.length } : null,
            number,
            words,
            who,
            when,
            evidence,
            rag,
          ]),
        ),
      ],
    },
  ],
}
