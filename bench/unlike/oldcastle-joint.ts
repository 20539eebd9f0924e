import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const GRADES = { B: 'completed', G: 'on_track', A: 'slipped', R: 'overdue' } as const
const ROWS = [
  [
    'Getting about',
    '1.1',
    'That dropped kerbs are put in within six months of being asked for.',
    'Cllr P Amis',
    'Highways Manager',
    '31/12/2023',
    '',
    '- 41 of 44 were put in within six months.\n- Three wait for a utility to move its box.',
    'G',
  ],
  [
    'Getting about',
    '1.2',
    'That a list of accessible taxis is kept and published.',
    'Cllr P Amis',
    'Licensing Manager',
    '30/06/2023',
    '',
    'Published 1 June; 62 vehicles.',
    'B',
  ],
  [
    'Getting about',
    '1.3',
    'That bus stops on the ring road have raised kerbs.',
    'Cllr P Amis',
    'Passenger Transport Manager',
    '31/03/2024',
    '30/09/2024',
    'The county has put the work back to the summer.',
    'A',
  ],
  [
    'Getting in',
    '2.1',
    'That every council building is audited for access, with users’ groups.',
    'Cllr S Dean',
    'Head of Property',
    '30/09/2023',
    '31/03/2024',
    'Twelve of 30 done. The surveyor left in May and has not been replaced.',
    'R',
  ],
  [
    'Getting in',
    '2.2',
    'That the town hall has a changing place.',
    'Cllr S Dean',
    'Head of Property\nFacilities Manager',
    '31/12/2024',
    '',
    'Designed. Out to tender in February.',
    'G',
  ],
] as const

/** Councillor and officer in columns of their own, first and later dates, letters for colours that a line below the table explains. */
export const oldcastleJoint: UnlikeDocument = {
  name: 'oldcastle-joint',
  truth: {
    organisation: 'Oldcastle Borough Council',
    committee: 'Equalities Select Committee',
    reviews: [
      {
        title: 'An Accessible Borough',
        recommendations: ROWS.map(([theme, ref, text, member, officer, when, later, said, letter]) =>
          recommendation(ref, text, {
            theme,
            owners: [member, ...officer.split('\n')],
            due: [due(when, when.split('/').toReversed().join('-'))],
            updates: [
              update(said, GRADES[letter], {
                round: 'January 2024',
                ...(later === '' ? {} : { revised_due: due(later, later.split('/').toReversed().join('-')) }),
              }),
            ],
          }),
        ),
      },
    ],
  },
  blocks: [
    { heading: 'Oldcastle Borough Council – Equalities Select Committee', level: 1 },
    { heading: 'An Accessible Borough: tracker of recommendations' },
    {
      table: [
        [
          'Ref',
          'What the Committee recommended',
          'Cabinet Member',
          'Lead Officer',
          'Original date',
          'New date',
          'Update January 2024',
          'BRAG',
        ],
        [{ text: 'Getting about', across: 8 }],
        ...ROWS.slice(0, 3).map(([, ...cells]) => [...cells]),
        [{ text: 'Getting in', across: 8 }],
        ...ROWS.slice(3).map(([, ...cells]) => [...cells]),
      ],
    },
    { line: 'B = complete, G = on track, A = behind but with a new date agreed, R = overdue' },
  ],
}
