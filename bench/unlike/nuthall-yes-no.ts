import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const ROWS = [
  [
    '1',
    'That the cemetery at Nuthall Road is extended.',
    'Yes',
    'Bereavement Services Manager',
    'December 2025',
    '2025-12-31',
    'Partly',
    'Land has been bought. Planning permission is awaited.',
    'accepted',
    'in_progress',
  ],
  [
    '2',
    'That burial fees are the same for all residents of the county.',
    'No',
    '',
    '',
    undefined,
    'No',
    'Other districts would not agree.',
    'rejected',
    null,
  ],
  [
    '3',
    'That the chapel is mended.',
    'Yes',
    'Head of Property',
    'May 2025',
    '2025-05-31',
    'Yes',
    'The roof was finished on 30 April.',
    'accepted',
    'completed',
  ],
  [
    '4',
    'That a woodland burial ground is looked into.',
    'Yes',
    'Bereavement Services Manager',
    'September 2025',
    '2025-09-30',
    'No',
    'A consultant will be appointed in the new year.',
    'accepted',
    'not_achieved',
  ],
] as const

/** Yes and no, to whether it was accepted and to whether it has been done. */
export const nuthallYesNo: UnlikeDocument = {
  name: 'nuthall-yes-no',
  truth: {
    organisation: 'Nuthall Vale Borough Council',
    reviews: [
      {
        title: 'Cemeteries and Crematorium',
        recommendations: ROWS.map(([ref, text, answer, who, when, iso, , said, means, grade]) =>
          recommendation(ref, text, {
            owners: who === '' ? [] : [who],
            due: when === '' ? [] : [due(when, iso)],
            response: { answer: means, text: answer },
            updates: [update(said, grade)],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Nuthall Vale Borough Council', level: 1 },
    { heading: 'Scrutiny Review of Cemeteries and Crematorium' },
    {
      table: [
        ['No', 'Recommendation', 'Accepted by Cabinet?', 'Responsible officer', 'To be done by', 'Implemented?', 'Comments'],
        ...ROWS.map(([ref, text, answer, who, when, , state, said]) => [ref, text, answer, who, when, state, said]),
      ],
    },
  ],
}
