import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const GRADES = { Done: 'completed', Doing: 'on_track', Stuck: 'slipped', 'Not begun': 'not_started' } as const
const ROWS = [
  [
    'Y1',
    'Give young people a say in the design of the skate park.',
    'Youth Worker',
    '01.06.22',
    '2022-06-01',
    'Sixty took part. Their design was chosen.',
    'Done',
  ],
  [
    'Y2',
    'Keep the drop-in open on Friday nights.',
    'Youth Service Manager',
    '01.09.22',
    '2022-09-01',
    'Open until ten. Two more volunteers are wanted.',
    'Doing',
  ],
  [
    'Y3',
    'Provide a bus to the college from Ickford Green.',
    'Transport Planner',
    '05.09.22',
    '2022-09-05',
    'The operator withdrew in July. Nobody else has bid.',
    'Stuck',
  ],
  ['Y4', 'Set up a youth bank to make small grants.', 'Youth Service Manager/Head of Finance', '31.03.23', '2023-03-31', '', 'Not begun'],
] as const

/** A scale in the council’s own plain words, which its key explains in a table of two columns after the recommendations. */
export const ickfordOwnWords: UnlikeDocument = {
  name: 'ickford-own-words',
  truth: {
    organisation: 'Ickford Town Council',
    reviews: [
      {
        title: 'Growing up in Ickford',
        recommendations: ROWS.map(([ref, text, who, when, iso, said, state]) =>
          recommendation(ref, text, { owners: who.split('/'), due: [due(when, iso)], updates: [update(said, GRADES[state])] }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'ICKFORD TOWN COUNCIL', level: 1 },
    { heading: 'Growing up in Ickford – what has been done' },
    {
      table: [
        ['Ref', 'We asked the Council to', 'Who', 'By', 'What has happened', 'How is it going?'],
        ...ROWS.map(([ref, text, who, when, , said, state]) => [ref, text, who, when, said, state]),
      ],
    },
    { line: 'What the words mean' },
    {
      table: [
        ['Done', 'Finished'],
        ['Doing', 'On track to be finished by the date'],
        ['Stuck', 'Behind schedule'],
        ['Not begun', 'Work has not started'],
      ],
      headingRows: 0,
    },
  ],
}
