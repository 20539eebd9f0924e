import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from '../councils-third/third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { printedAs } from '../councils-third/third-print.ts'

const ROWS = named(
  ['ref', 'text', 'who', 'when', 'first', 'firstStatus', 'second', 'secondStatus'],
  rowsOf(`
R1 | The Combined Authority should adopt a single scheme of delegation that shows which decisions are taken by the Board, the Mayor and officers. | Monitoring Officer | December 2024 | A draft scheme has been shared with the monitoring officers of the five constituent councils. | On track | The scheme was adopted by the Board on 29 November and is published with a guide for the public. | Complete
R2 | Papers for the Board should be published five clear days before each meeting, and late papers should be taken only with the reason recorded. | Head of Governance | July 2024 | All papers for the July meeting were published in time. Two papers for September were late. | Delayed | No paper has been late since October. Reasons are now recorded in the minutes. | Complete
R3 | The Overview and Scrutiny Committee should have its own budget for research and a scrutiny officer who does not report to the executive. | Chief Executive⏎Head of Governance | 31/10/2024 | A post has been evaluated and will be advertised in October. | On track | The post was advertised twice and no appointment made. An interim officer has been seconded from Cawder Council until September. | Delayed
R4 | Members of the Audit Committee should include at least two independent persons with experience of finance or risk. | Monitoring Officer | 30 September 2024 | Interviews were held on 4 September and two appointments are recommended to the Board. | On track | Both independent members took up their roles in October and have attended every meeting. | Complete
R5 | Business cases for projects of more than £5 million should be assured by officers who have had no part in preparing them. | Director of Investment | January 2025 | A separate assurance team of four has been designed. Consultation with staff ends on 20 September. | On track | The team has been in place since 6 January and has assured seven business cases, of which two were sent back. | Complete
R6 | A forward plan of key decisions should be kept for twelve months ahead and be discussed each month with the Chair of Overview and Scrutiny. | Head of Governance | September 2024 | The plan covers four months at present. Directors have been asked for entries to March. | Delayed | The plan now covers nine months. Directors’ entries for transport are still missing. | Delayed
R7 | The Combined Authority and constituent councils should agree a protocol for consulting local members about schemes in their wards. | Director of Policy / Leaders of the constituent councils | March 2025 |  | Not started | A draft has been discussed by the leaders and will come to the Board in May. | On track
R8 | The register of interests of Board members should be reviewed every year and published in one place. | Monitoring Officer | 31/07/2024 | The review was completed on 19 July and the register published. | Complete | No further action is needed. The next review is in July 2025. | Complete
R9 | Staff should have a confidential route for raising concerns that leads outside the senior management team. | Head of People | By end of November 2024 ⇒ 2024-11-30 | A supplier is being sought with two neighbouring authorities. | On track | A helpline run by an independent charity opened on 2 December. Nine calls have been received. | Complete
R10 | The Board should review its own effectiveness each year with the help of an external facilitator. | Chair of the Board | June 2025 |  | Not started | Three facilitators have been asked for a price. | On track
`),
)
const GRADES = { Complete: 'completed', 'On track': 'on_track', Delayed: 'slipped', 'Not started': 'not_started' } as const
const gradeOf = (status: string) => GRADES[status as keyof typeof GRADES]

/** Two rounds, each with its status beside it, in a fully ruled table that runs over pages. */
export const northmarchCombinedAuthority: CouncilDocument = {
  name: 'northmarch-combined-authority',
  ending: 'pdf',
  truth: {
    organisation: 'Northmarch Combined Authority',
    committee: 'Overview and Scrutiny Committee',
    document_date: '2025-03-13',
    reviews: [
      {
        title: 'Independent Governance Review: Progress on Recommendations',
        recommendations: ROWS.map(({ ref, text, who, when, first, firstStatus, second, secondStatus }) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(when) },
            [],
            [
              { round: 'September 2024', evidence: first, grade: gradeOf(firstStatus) },
              { round: 'March 2025', evidence: second, grade: gradeOf(secondStatus) },
            ],
          ),
        ),
      },
    ],
  },
  make: () =>
    printedAs(
      [
        { line: 'Northmarch Combined Authority', bold: true, size: 13 },
        { line: 'Overview and Scrutiny Committee', bold: true },
        { line: '13 March 2025' },
        { heading: 'Independent Governance Review: Progress on Recommendations' },
        {
          line: 'The Board commissioned a review of governance in January 2024 and accepted all ten of its recommendations in May. This is the second report to the Committee on what has been done.',
        },
        {
          line: 'Status: Complete – no more is to be done. On track – will be done by the target date. Delayed – has missed or will miss the target date. Not started – work has yet to begin.',
        },
        {
          widths: [0.6, 3, 1.6, 1.4, 2.7, 1.1, 2.7, 1.1],
          heads: [
            ['Ref', 'Recommendation', 'Lead', 'Target date', 'Progress (September 2024)', 'Status', 'Progress (March 2025)', 'Status'],
          ],
          rows: ROWS.map(({ ref, text, who, when, first, firstStatus, second, secondStatus }) => [
            ref,
            text,
            who,
            when,
            first,
            firstStatus,
            second,
            secondStatus,
          ]),
        },
      ],
      { size: 9, headFill: 'b8cce4', header: 'Item 7', footer: 'Northmarch Combined Authority' },
    ),
}
