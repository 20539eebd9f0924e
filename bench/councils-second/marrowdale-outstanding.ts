import type { CouncilDocument } from '../councils/council-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from './second-document.ts'
import { printed } from './second-print.ts'

const ROWS = rowsOf(`
1. | 18 January 2022 | Officers to report on the cost of lighting the riverside walk throughout the night. | Executive Director Environment | May 2022 | Costs have been received from the contractor and will be set out in the report to the May Committee.
2. | 18 January 2022 | A visit to the sorting depot to be offered to new members. | Town Clerk | Completed | Fourteen members went on 3 March 2022.
3. | 30 November 2021 | The Committee to be given a breakdown of penalty notices by ward and by outcome. | Public Protection Director | 22 March 2022 | Breakdown circulated by e-mail on 28 February.
4. | 30 November 2021 | The lease of the Wharf Street kiosk to be brought back before it is renewed. | City Surveyor | July 2022 | The tenant has asked for a further term of five years. A valuation is in hand and officers will report on it together with the results of the survey of the wall behind the kiosk.
5. | 14 September 2021 | Signs for cyclists at the Ferry Gate to be replaced. | City Surveyor / Executive Director Environment | Ongoing | Two designs were rejected by the highway authority. A third has been submitted.
6. | 14 September 2021 | Response to the noise from deliveries before 7am to be reviewed after six months. | Public Protection Director | March 2022 | Complaints fell from 41 to 17. The review is on today's agenda.
7. | 20 July 2021 | Air quality monitors to be put up by all three primary schools. | Executive Director Environment | June 2022 | Two are in place. The third waits for consent from the diocese.
8. | 20 July 2021 | Annual report on trees to include the number lost to development. | Head of Gardens | September 2022 | The figure will be in the next annual report.
9. | 11 May 2021 | Rats at the Old Basin to be reported to the ward members each month until the works are finished. | Public Protection Director | Ongoing | The last note was sent on 1 March. Baiting will go on until the new sluice is in place.
10. | 11 May 2021 | A plan for the planting of the roundabouts to be shared with the Friends of the City Gardens before it is carried out. | Head of Gardens | Completed | Shared at the meeting of the Friends in October 2021.
11. | 11 May 2021 | Market licences to be reconciled with the register of food businesses. | Chamberlain⏎Public Protection Director | December 2021 | 212 of 230 licences have been reconciled. The others have not replied and will be visited.
`)

export const marrowdaleOutstanding: CouncilDocument = {
  name: 'marrowdale-outstanding',
  ending: 'pdf',
  truth: {
    organisation: 'City of Marrowdale',
    committee: 'Port Health and Environmental Services Committee',
    document_date: '2022-03-22',
    reviews: [
      {
        title: 'Outstanding Actions',
        recommendations: ROWS.map(([ref = '', , text = '', who = '', when = '', evidence = '']) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(when) },
            [],
            [{ evidence, grade: null, presented_on: '2022-03-22' }],
          ),
        ),
      },
    ],
  },
  make: () =>
    printed(
      [
        { line: 'City of Marrowdale', bold: true },
        { line: 'Port Health and Environmental Services Committee – Outstanding Actions', bold: true },
        { line: '22 March 2022' },
        {
          widths: [0.5, 1.4, 3.4, 2.1, 1.8, 3.6],
          heads: ['Item', 'Date', 'Action', 'Officer responsible', 'To be completed/ progressed to next stage', 'Progress Update'],
          rows: ROWS,
        },
      ],
      { rules: 'rows', footer: 'Outstanding Actions', untagged: true, size: 11.5 },
    ),
}
