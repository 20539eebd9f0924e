import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from '../councils-third/third-document.ts'
import type { Truth } from '../unlike/unlike-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { printedAs } from '../councils-third/third-print.ts'

const ROWS = named(
  ['ref', 'text', 'answer', 'who', 'when', 'progress', 'status'],
  rowsOf(`
1 | That the Commissioner publishes, with the precept, how many officers each neighbourhood team will have at the end of the year. | Accepted | Chief Finance Officer | February 2025 | A table of establishment by neighbourhood was published with the precept report on 3 February. | Completed
2 | That the Commissioner asks the Chief Constable for a plan to bring the answering of 101 calls within the national standard. | Accepted | Head of Performance | 31 January 2025 | The plan was received in December. The average wait has fallen from 4 minutes to 2 minutes 20 seconds but is not yet within the standard. | In progress
3 | That victims of domestic abuse are told of the outcome of their case by a person and not by letter. | Accepted in part | Head of Victims’ Services | April 2025 | Calls are made in all cases assessed as high risk. Extending them to all cases would need nine more staff. | In progress
4 | That the Commissioner holds one of her public meetings each year in the north of the county. | Accepted | Communications Manager | 30/09/2024 | A meeting was held in Hesketh on 19 September and 85 people came. | Completed
5 | That the grant to the Road Safety Partnership is restored to its level in 2021. | Rejected | Chief Finance Officer |  | The budget does not allow for it. A smaller grant for speed watch groups has been made. | 
6 | That the Panel is given a report on complaints against the Chief Constable every six months, with themes and what has been learnt from them. | Accepted | Monitoring Officer | October 2024 | The first report was considered by the Panel on 17 October. | Completed
7 | That the Commissioner reviews how custody visitors are recruited, so that they are more like the communities that they serve. | Accepted | Volunteer Schemes Officer | 31/03/2025 | An open evening was held in November and eleven people have applied, four of them under thirty. | In progress
8 | That the Commissioner writes to the Home Secretary about the formula by which police funding is shared out. | Accepted | Chief Executive | 15 November 2024 | A letter was sent on 8 November and a reply received on 20 January. | Completed
9 | That an evaluation of the violence reduction programme is made by a university and shared with the Panel. | Accepted in part | Head of Commissioning | June 2025 | The programme will be evaluated by officers of the partnership, because there is no budget for external work. | Not started
10 | That rural crime has its own chapter in the next Police and Crime Plan. | Accepted | Head of Policy | March 2025 | The draft Plan has a chapter on rural crime. Consultation on it closed on 24 January with 1,340 replies. | In progress
`),
)
const ANSWERS = { Accepted: 'accepted', 'Accepted in part': 'accepted_in_part', Rejected: 'rejected' } as const
const GRADES: Record<string, 'completed' | 'in_progress' | 'not_started'> = {
  Completed: 'completed',
  'In progress': 'in_progress',
  'Not started': 'not_started',
}

export const WESTHOLME_TRUTH: Truth = {
  organisation: 'Westholme County Council',
  committee: 'Police and Crime Panel',
  document_date: '2025-02-06',
  reviews: [
    {
      title: 'Tracker of recommendations to the Commissioner',
      recommendations: ROWS.map(({ ref, text, answer, who, when, progress, status }) =>
        recommendation(
          {
            ref,
            text,
            owners: ownersOf(who),
            due: dueOf(when),
            response: { answer: ANSWERS[answer as keyof typeof ANSWERS], text: answer },
          },
          [],
          [{ evidence: progress, grade: GRADES[status] ?? null }],
        ),
      ),
    },
  ],
}

/** A panel's tracker: the answer, the progress and the status each in a column. */
export const westholmePoliceCrimePanel: CouncilDocument = {
  name: 'westholme-police-crime-panel',
  ending: 'pdf',
  truth: WESTHOLME_TRUTH,
  make: () =>
    printedAs(
      [
        { line: 'Westholme County Council', bold: true, size: 13 },
        { line: 'Police and Crime Panel', bold: true },
        { line: '6 February 2025' },
        { heading: 'Tracker of recommendations to the Commissioner' },
        {
          line: 'Members are asked to note progress on the recommendations that the Panel has made to the Commissioner since July 2024 and to decide which may be removed.',
        },
        {
          widths: [0.6, 3.6, 1.3, 1.8, 1.5, 3.6, 1.2],
          heads: [['No.', 'Recommendation of the Panel', 'Response', 'Lead officer', 'Due date', 'Progress', 'Status']],
          rows: ROWS.map(({ ref, text, answer, who, when, progress, status }) => [ref, text, answer, who, when, progress, status]),
        },
      ],
      { size: 10, face: 'Source Sans 3', header: 'Agenda item 9' },
    ),
}
