import type { CouncilDocument } from '../councils/council-document.ts'
import { recommendation, rowsOf } from './second-document.ts'
import type { BookCell } from './second-book.ts'
import { bookFile } from './second-book.ts'

const AREAS: [text: string, rows: string[][]][] = [
  [
    'Priority 1: Improve the quality and timeliness of education, health and care plans.',
    rowsOf(`
1.1 | Recruit six plan writers and two educational psychologists. | Head of SEND | 30/04/2024 | 75% of new plans issued within 20 weeks | All plan writers are in post. One psychologist post remains vacant. | Amber
1.2 | Put a quality assurance framework in place, with health and social care taking part. | SEND Quality Officer/Designated Clinical Officer | 31/01/2024 | 80% of audited plans judged good | Framework began in January. 54 plans have been audited. | Green
1.3 | Bring annual reviews up to date, beginning with children who change phase. | Head of SEND | 31/07/2024 | No annual review more than three months late | 312 overdue reviews have become 140. | Green
`),
  ],
  [
    'Priority 2: Shorten waits for assessment of autism and for speech and language therapy.',
    rowsOf(`
2.1 | Bring in additional assessors for twelve months to reduce the waiting list. | Integrated Care Board | 31/12/2023 | No child waits longer than 52 weeks | Contract let in February after a failed tender. | Red
2.2 | Offer support to families while they wait. | Parent Carer Forum/Children's Community Trust | 29/02/2024 | 400 families reached in a year | Helpline and drop-in opened on 8 January, 131 families so far. | Green
2.3 | Train staff in 40 schools to deliver the early language programme. | Therapy Service Manager | 31/03/2024 | 40 schools trained | 40 schools trained by 12 March. | Blue
2.4 | Publish waiting times each month on the local offer. | Integrated Care Board | 31/10/2023 | Figures on the site by the tenth of each month | Published since October. | Blue
`),
  ],
  [
    'Priority 3: Plan enough places of the right kind.',
    rowsOf(`
3.1 | Agree a sufficiency strategy with schools. | Head of School Planning | 31/05/2024 | Strategy approved | Draft shared with the schools forum on 7 March. | Green
3.2 | Open three resourced provisions for pupils with social and emotional needs. | Head of School Planning | 01/09/2024 | 36 places open | Two host schools have been found; building at one is behind by six weeks. | Amber
`),
  ],
  [
    'Priority 4: Prepare young people for adulthood.',
    rowsOf(`
4.1 | Write a protocol for moving from children's to adults' services. | Head of Adult Social Care | 31/03/2024 | Protocol in use | Protocol in use from 4 March. | Blue
4.2 | Create 50 supported internships. | Employment Lead | 30/09/2024 | 50 interns begin | 33 employers have offered a place. | Green
4.3 | Carry out annual health checks from the age of 14. | Integrated Care Board | 31/03/2024 | 75% of those entitled have a check | 68% at the end of February. Practices in the south cannot offer more before May. | Amber
`),
  ],
]
const GRADES = { Blue: 'completed', Green: 'on_track', Amber: 'slipped', Red: 'overdue' } as const
const FILLS = { Blue: '#5B9BD5', Green: '#70AD47', Amber: '#FFC000', Red: '#FF0000' } as const
const HEADS = ['Ref', 'Action', 'Lead(s)', 'Date Due', 'Success Measure', 'Progress (March 2024)', 'BRAG']

export const orrinshireSend: CouncilDocument = {
  name: 'orrinshire-send',
  ending: 'xlsx',
  truth: {
    organisation: 'Orrinshire Local Area SEND Partnership',
    reviews: [
      {
        title: 'SEND Improvement Plan',
        recommendations: AREAS.map(([title, rows]) => {
          const [, ref = '', text = ''] = /^Priority (\d): (.*)$/.exec(title) ?? []
          return recommendation(
            { ref, text },
            rows.map(([number = '', action = '', who = '', when = '', measure = '']) => ({
              ref: number,
              text: action,
              who,
              when,
              measures: [measure],
            })),
            rows.map((row, at) => ({
              action: at + 1,
              evidence: row[5] ?? '',
              grade: GRADES[row[6] as keyof typeof GRADES],
              round: 'March 2024',
            })),
          )
        }),
      },
    ],
  },
  make: () =>
    bookFile([
      {
        name: 'Read me',
        widths: [90],
        rows: [
          ['Orrinshire Local Area SEND Partnership'],
          ['SEND Improvement Plan 2023 to 2025'],
          ['This plan answers the areas for priority action in the inspection report of July 2023.'],
          ['Blue: complete. Green: on track. Amber: behind but can be recovered. Red: overdue.'],
        ],
      },
      {
        name: 'Improvement plan',
        widths: [8, 50, 30, 14, 34, 50, 10],
        rows: [
          HEADS.map((value): BookCell => ({ value, bold: true, fill: '#DDEBF7' })),
          ...AREAS.flatMap(([title, rows]): BookCell[][] => [
            [{ value: title, across: 7, bold: true, fill: '#F2F2F2' }, null, null, null, null, null, null],
            ...rows.map((row) =>
              row.map((cell, at): BookCell => {
                if (at === 6) return { value: cell, fill: FILLS[cell as keyof typeof FILLS] }
                return at === 2 ? cell.replace('/', '\n') : cell
              }),
            ),
          ]),
        ],
      },
    ]),
}
