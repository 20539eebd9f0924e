import { bookFile } from '../councils-second/second-book.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from '../councils-third/third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'

const ROWS = named(
  ['ref', 'text', 'who', 'when', 'progress', 'brag'],
  rowsOf(`
1.1 | Every looked after child should have a permanent school place within ten school days of a move. | Virtual School Head | September 2024 | Of 43 children who moved in the summer term, 39 had a place within ten days. The other four moved out of the county. | A
1.2 | Personal education plans should be completed on time and judged for quality by the Virtual School. | Virtual School Head / Social Work Managers | July 2024 | Plans completed on time rose to 96%. All are now judged for quality and 81% were good or better. | G
1.3 | Foster carers should be trained in helping children to read. | Fostering Manager | 31 March 2024 | Sixty-four carers took part in the course between January and March. | B
2.1 | Initial health assessments should be done within twenty working days of a child coming into care. | Designated Nurse | December 2023 | 58% were done in time, because consent was late in many cases and two clinics were cancelled. | R
2.2 | Children in care should wait no longer than six weeks for a first appointment with the emotional wellbeing team. | Head of CAMHS | October 2024 | The average wait in June was five weeks, and no child waited more than nine. | G
2.3 | All care leavers should be given free prescriptions until they are twenty-five. | Leaving Care Manager / Integrated Care Board | April 2024 | Certificates have been issued to 122 of 140 care leavers. The rest have yet to reply to letters and messages. | A
3.1 | Siblings who live apart should see one another at least every month unless a court has decided otherwise. | Independent Reviewing Manager | August 2024 | Plans for contact are in place for 61 of 66 children. | G
3.2 | Children should be able to take part in their reviews in the way that they choose. | Independent Reviewing Manager | 30 June 2024 | An app was brought into use in May and 74 children have used it to give their views. | B
4.1 | Care leavers should be exempt from council tax until they are twenty-five, wherever in the county they live. | Head of Revenues | 1 April 2024 | The scheme was agreed by all five district councils and began on 1 April. | B
4.2 | There should be a ring-fenced apprenticeship for care leavers in each directorate. | Head of Human Resources | September 2024 | Three of five directorates have created a post. Two await the result of a restructure. | A
4.3 | A drop-in centre for care leavers should be opened in the town centre. | Leaving Care Manager / Property Services | June 2024 | No lease has been signed. The first building was found to need a new roof and the search has begun again. | R
`),
)
const THEMES: Record<string, string> = {
  '1': 'Theme 1: Education',
  '2': 'Theme 2: Health and wellbeing',
  '3': 'Theme 3: Being heard',
  '4': 'Theme 4: Moving on',
}
const GRADES = { B: 'completed', G: 'on_track', A: 'slipped', R: 'overdue' } as const
const FILLS: Record<string, string> = { B: '#9DC3E6', G: '#A9D18E', A: '#FFC000', R: '#FF5050' }
const WIDTHS = [8, 48, 26, 18, 60, 8]
const HEADS = ['Ref', 'Recommendation', 'Lead officer', 'Target date', 'Progress (July 2024)', 'BRAG']

/** A board's tracker: themes as bands over the table, letters of which the key is on the second sheet. */
export const brackwaterCorporateParenting: CouncilDocument = {
  name: 'brackwater-corporate-parenting',
  ending: 'xlsx',
  truth: {
    organisation: 'Brackwater County Council',
    committee: 'Corporate Parenting Board',
    document_date: '2024-07-18',
    reviews: [
      {
        title: 'Corporate Parenting Strategy Tracker',
        recommendations: ROWS.map(({ ref, text, who, when, progress, brag }) =>
          recommendation(
            { ref, theme: THEMES[ref.charAt(0)] ?? '', text, owners: ownersOf(who), due: dueOf(when) },
            [],
            [{ round: 'July 2024', evidence: progress, grade: GRADES[brag as keyof typeof GRADES] }],
          ),
        ),
      },
    ],
  },
  make: () =>
    bookFile([
      {
        name: 'Tracker',
        widths: WIDTHS,
        rows: [
          [{ value: 'Brackwater County Council', bold: true }],
          [{ value: 'Corporate Parenting Board', bold: true }],
          ['18 July 2024'],
          [{ value: 'Corporate Parenting Strategy Tracker', bold: true }],
          [],
          HEADS.map((value) => ({ value, bold: true, fill: '#D9D9D9' })),
          ...Object.entries(THEMES).flatMap(([number, theme]) => [
            [{ value: theme, bold: true, across: 6, fill: '#DDEBF7' }, null, null, null, null, null],
            ...ROWS.filter(({ ref }) => ref.startsWith(number)).map(({ ref, text, who, when, progress, brag }) => [
              ref,
              text,
              who.replace(' / ', '\n'),
              when,
              progress,
              { value: brag, fill: FILLS[brag] ?? '' },
            ]),
          ]),
        ],
      },
      {
        name: 'BRAG key',
        widths: [10, 16, 50],
        rows: [
          ['BRAG', 'Colour', 'Meaning'],
          [{ value: 'B', fill: '#9DC3E6' }, 'Blue', 'Completed'],
          [{ value: 'G', fill: '#A9D18E' }, 'Green', 'On track'],
          [{ value: 'A', fill: '#FFC000' }, 'Amber', 'Slipped'],
          [{ value: 'R', fill: '#FF5050' }, 'Red', 'Overdue'],
        ],
      },
    ]),
}
