import type { CouncilDocument } from '../councils/council-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from './second-document.ts'
import { wordFile } from './second-word.ts'

const ROWS = rowsOf(`
1 | That a single point of access be created for children and young people who need help with their mental health. | Director of Commissioning | 31/03/2024 | Specification agreed by all partners in August. It asks for:⏎- one telephone number and one web form;⏎- an answer within two working days; and⏎- a named worker for each family. | A | Contract awarded on 11 December; opens on 4 March. | A
2 | That schools be offered training in spotting anxiety and self-harm. | Educational Psychology Manager | 31/12/2023 | 61 of 98 schools have taken up the offer. | A | 97 schools trained. | G
3 | That waiting times for first appointments be published every month. | Service Manager, CAMHS | 01/09/23 ⇒ 2023-09-01 | Published on the trust's website since July. | G | Independently checked by the internal auditor in November. | B
4 | That a peer support worker be placed in each family hub. | Voluntary Action Hallowmere | 30/11/2023 | Funding confirmed for two years. | A | Only two of five workers recruited. Pay is below that of nearby areas. The grade of the posts is being looked at again and they will be advertised in February, to begin in May 2024. | R
5 | That young people be asked each year what has changed for them. | Participation Officer | 31/10/2023 | Survey designed with the youth cabinet. | A | 740 replies; the report is on the agenda today. | G
6 | That the crisis line be staffed at all hours. | Service Manager, CAMHS | 30/06/23 ⇒ 2023-06-30 | Staffed from 8am to midnight. Night shifts are not yet covered. | R | Night cover began on 20 November. | G
7 | That the transition to adult services begin at sixteen and a half. | Head of Adult Mental Health⏎Service Manager, CAMHS | Feb 2024 ⇒ 2024-02-29 | A working group is writing the protocol. | A | Protocol signed off by both services; staff briefings in February. | A
8 | That the Committee receive a joint report on eating disorders. | Director of Commissioning | 31/01/2024 | Not yet due. | A | Deferred to March at the request of the provider. | R
`)
const GRADES = { B: 'completed', G: 'completed', A: 'on_track', R: 'slipped' } as const
const FILLS = { B: '4F81BD', G: '9BBB59', A: 'FFC000', R: 'FF0000' } as const
const MEETINGS = [
  { shown: '14 September 2023', presented_on: '2023-09-14' },
  { shown: '18 January 2024', presented_on: '2024-01-18' },
]

export const hallowmereTwoUpdates: CouncilDocument = {
  name: 'hallowmere-two-updates',
  ending: 'docx',
  truth: {
    organisation: 'Hallowmere City Council',
    committee: 'Health Scrutiny Sub-Committee',
    document_date: '2024-01-18',
    reviews: [
      {
        title: "Children and Young People's Mental Health",
        recommendations: ROWS.map(([ref = '', text = '', who = '', when = '', ...said]) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(when) },
            [],
            MEETINGS.map(({ presented_on }, at) => ({
              evidence: said[2 * at] ?? '',
              grade: GRADES[said[2 * at + 1] as keyof typeof GRADES],
              presented_on,
            })),
          ),
        ),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        { heading: 'Hallowmere City Council – Health Scrutiny Sub-Committee' },
        { line: "Children and Young People's Mental Health: tracking of recommendations", bold: true },
        { line: '18 January 2024' },
        {
          widths: [700, 3600, 1900, 1300, 3000, 800, 3000, 800],
          heads: [
            'Rec No',
            'Recommendation',
            'Responsible Officer',
            'Due Date',
            ...MEETINGS.flatMap(({ shown }) => [`Update to Committee ${shown}`, 'BRAG']),
          ],
          rows: ROWS.map((row) =>
            row.map((cell, at) => (at === 5 || at === 7 ? { text: cell, fill: FILLS[cell as keyof typeof FILLS] } : cell)),
          ),
        },
        {
          widths: [1200, 7000],
          heads: ['BRAG', 'Meaning'],
          rows: [
            [{ text: 'B', fill: FILLS.B }, 'Blue – complete and checked'],
            [{ text: 'R', fill: FILLS.R }, 'Red – off track'],
            [{ text: 'A', fill: FILLS.A }, 'Amber – on track'],
            [{ text: 'G', fill: FILLS.G }, 'Green – complete'],
          ],
        },
      ],
      {},
    ),
}
