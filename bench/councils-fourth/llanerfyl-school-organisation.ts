import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from '../councils-third/third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { wordFile } from '../councils-second/second-word.ts'

const ROWS = named(
  ['ref', 'text', 'who', 'when', 'first', 'firstStatus', 'second', 'secondStatus'],
  rowsOf(`
1 | The Council should forecast pupil numbers in each catchment for ten years and publish the forecasts every January. | Head of Education Planning | January 2024 | Forecasts for seven years have been prepared with a new model. | 2 – On track | Forecasts for ten years were published on 19 January 2024. | 1 – Achieved
2 | Before it proposes to close a rural school the Council should:⏎a) meet the governors and parents before options are drawn up;⏎b) assess the effect on the Welsh language and on the community;⏎c) publish the travel time for every pupil. | Director of Education / Cabinet Member for Learning | 30 April 2024 | A protocol is being drafted which covers all three steps. | 2 – On track | The protocol was adopted by Cabinet on 16 April 2024 and was followed for Ysgol Nant y Glyn. | 1 – Achieved
3 | Surplus places should be reduced to 10% across the primary sector by changes to admission numbers before closures are considered. | School Organisation Manager | September 2024 | Admission numbers have been reviewed for twelve schools. | 2 – On track | Surplus places stand at 14.2%. Four governing bodies objected to lower numbers and the adjudicator’s decision is awaited. | 3 – Slipped
4 | The Council should write to the Welsh Government to ask for capital grant for small schools. | Director of Education | 31/10/2023 | A letter was sent on 25 October 2023. | 1 – Achieved | A reply was received on 8 January 2024. No separate grant will be offered. | 1 – Achieved
5 | A federation officer should be appointed to support governing bodies that wish to federate. | Head of Governor Services | March 2024 | The post could not be funded from this year’s budget. | 4 – Not achieved | The post remains unfunded. Support is being given by the regional consortium for two days a month. | 4 – Not achieved
6 | Buildings of schools that have closed should be offered to the community for twelve months before they are sold. | Property Manager / Community Development Officer | 1 December 2023 | A policy was approved on 28 November 2023. | 1 – Achieved | Two buildings have been offered under the policy and one has been leased to a community trust. | 1 – Achieved
7 | The condition of every school building should be surveyed again, and the backlog of repairs costed:⏎a) primary schools first;⏎b) secondary and special schools after that. | Property Manager | a) March 2024 ⇒ 2024-03-31⏎b) March 2025 ⇒ 2025-03-31 | Surveyors were appointed in September and twenty primary schools have been visited. | 2 – On track | All primary schools have been surveyed and the backlog is put at £23 million. Secondary schools begin in May. | 2 – On track
8 | Pupils should be asked for their views in every consultation, in a form that suits their age. | School Organisation Manager | Ongoing | Workshops were held in three schools. | 2 – On track | A guide for consulting pupils has been written with the Youth Council and used in five schools. | 1 – Achieved
9 | Late immersion centres for the Welsh language should be open in all three areas of the county. | Welsh in Education Officer | September 2024 | Two centres are open. Staff are being recruited for the third. | 2 – On track | The third centre will not open until January 2025, because no building could be found in the south before the summer. | 3 – Slipped
`),
)
const GRADES: Record<string, 'achieved' | 'on_track' | 'slipped' | 'not_achieved'> = {
  '1': 'achieved',
  '2': 'on_track',
  '3': 'slipped',
  '4': 'not_achieved',
}
const gradeOf = (status: string) => GRADES[status.charAt(0)] ?? null
const withParts = (text: string) => {
  const [first = '', ...parts] = text.split('\n')
  return {
    text: first,
    ...(parts.length > 0 ? { parts: parts.map((part) => ({ ref: part.charAt(0), text: part.slice(3) })) } : {}),
  }
}
const datesOf = (when: string) =>
  when.split('\n').flatMap((line) => {
    const part = /^([a-z])\) /.exec(line)?.[1]
    return dueOf(part ? line.slice(3) : line).map((date) => (part ? { part, ...date } : date))
  })
const printedDate = (when: string) => when.replaceAll(/\s*⇒ \S+/g, '')

/** Two rounds of a Welsh council's inquiry, graded from 1 to 4, with lettered parts in two recommendations. */
export const llanerfylSchoolOrganisation: CouncilDocument = {
  name: 'llanerfyl-school-organisation',
  ending: 'docx',
  truth: {
    organisation: 'Llanerfyl County Council',
    committee: 'Learning Scrutiny Committee',
    document_date: '2024-04-25',
    reviews: [
      {
        title: 'Review of School Organisation',
        recommendations: ROWS.map(({ ref, text, who, when, first, firstStatus, second, secondStatus }) =>
          recommendation(
            { ref, ...withParts(text), owners: ownersOf(who), due: datesOf(when) },
            [],
            [
              { round: 'November 2023', evidence: first, grade: gradeOf(firstStatus) },
              { round: 'April 2024', evidence: second, grade: gradeOf(secondStatus) },
            ],
          ),
        ),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        { line: 'Llanerfyl County Council', bold: true },
        { line: 'Learning Scrutiny Committee, 25 April 2024' },
        { heading: 'Review of School Organisation' },
        { line: 'The Committee is asked to consider the second report of progress on the nine recommendations of its review.' },
        {
          widths: [600, 3500, 1700, 1400, 2600, 1300, 2600, 1300],
          heads: [
            'No.',
            'Recommendation',
            'Responsible officer',
            'Completion date',
            'Evidence of progress (November 2023)',
            'Assessment (November 2023)',
            'Evidence of progress (April 2024)',
            'Assessment (April 2024)',
          ],
          rows: ROWS.map(({ ref, text, who, when, first, firstStatus, second, secondStatus }) => [
            ref,
            text,
            who.replace(' / ', '\n'),
            printedDate(when),
            first,
            firstStatus,
            second,
            secondStatus,
          ]),
        },
        { line: 'Assessment of progress', bold: true },
        {
          widths: [1000, 3000, 7000],
          heads: ['Grade', 'Assessment', 'Explanation'],
          rows: [
            ['1', 'Achieved', 'The evidence shows that the recommendation has been carried out.'],
            ['2', 'On track', 'Work is on track and the date has not passed.'],
            ['3', 'Slipped', 'Work is late. A reason and a new date should be given.'],
            ['4', 'Not achieved', 'The recommendation has not been and will not be carried out.'],
          ],
        },
      ],
      { footer: 'Cyngor Sir Llanerfyl' },
    ),
}
