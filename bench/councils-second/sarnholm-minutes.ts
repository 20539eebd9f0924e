import type { CouncilDocument } from '../councils/council-document.ts'
import { ownersOf, recommendation, rowsOf } from './second-document.ts'
import { wordFile } from './second-word.ts'

const ROWS = rowsOf(`
14 | 13 June 2023⏎School place planning | That the forecasts of pupil numbers be published each autumn by cluster, with the assumptions that lie behind them. | Cabinet Member for Education | The first set of forecasts by cluster went on the website on 27 October 2023. | COMPLETED
15 | 13 June 2023⏎School place planning | That the Committee be told of any school whose numbers on roll fall below 75% of its capacity. | Director of Children's Services | A note has been sent to members after each census. Four schools are below the figure (Netherwick, Undermere, St Aude's and Harbour Road). | COMPLETED
19 | 13 June 2023⏎Workplan | That a half-day session be arranged for members on the scrutiny of the budget. | Statutory Scrutiny Officer | Held on 12 September 2023, fourteen members attended. | COMPLETED
23 | 11 July 2023⏎Floating bridge | That the Cabinet Member brings an options paper for the replacement of the vessel to this Committee before it goes to Cabinet. | Cabinet Member for Transport and Infrastructure | Consultants were appointed in November. Their interim report is expected in April and the options paper will follow.⏎- Three types of vessel are being looked at.⏎- The cost of a fixed bridge will be given for comparison. | IN PROGRESS
24 | 11 July 2023⏎Floating bridge | That figures for days out of service are included in the quarterly performance report. | Strategic Manager for Highways and Transport | Included from Quarter 2 onwards. | COMPLETED
31 | 12 September 2023⏎Housing affordability | That the Council asks the registered providers working on the island for their plans for the next five years. | Cabinet Member for Housing | Letters went to all five providers. Three have replied; a reminder was sent on 8 January. | IN PROGRESS
32 | 12 September 2023⏎Housing affordability | That the empty homes officer post is made permanent. | Cabinet Member for Housing / Director of Finance | Provision was made in the budget agreed by Full Council on 28 February 2024. | COMPLETED
38 | 10 October 2023⏎Coastal erosion at Undermere | That residents of the affected roads are given one named contact for all enquiries. | Coastal Manager | A liaison officer has been in post since 4 December and holds a surgery every fortnight. | COMPLETED
39 | 10 October 2023⏎Coastal erosion at Undermere | That a bid for the resettlement fund be prepared with the parish council. | Coastal Manager⏎Undermere Parish Council | A joint working group has met twice. The bid depends on the ground survey, which was put back by the winter storms. The agency has agreed to hold the funding until the autumn, provided that an outline of the bid reaches it by the end of June. | IN PROGRESS
46 | 5 December 2023⏎Adult social care waiting lists | That the number of people waiting for an assessment for longer than 28 days be reported to each meeting. | Director of Adult Social Care | Reported to the meeting in February. A standing item has been added to the workplan. | COMPLETED
47 | 5 December 2023⏎Adult social care waiting lists | That the Cabinet Member considers paying providers of home care for travelling time in rural wards. | Cabinet Member for Adult Social Care | The cost is being worked out with the fee uplift for 2024-25. | IN PROGRESS
51 | 9 January 2024⏎Call-in of parking charges | That the effect of the new tariff on seafront trade is reviewed after one summer. | Cabinet Member for Transport and Infrastructure | Not yet due. The review will begin in September 2024. | NOT STARTED
`)
const GRADES = { COMPLETED: 'completed', 'IN PROGRESS': 'in_progress', 'NOT STARTED': 'not_started' } as const

export const sarnholmMinutes: CouncilDocument = {
  name: 'sarnholm-minutes',
  ending: 'docx',
  truth: {
    organisation: 'Sarnholm Island Council',
    committee: 'Corporate Scrutiny Committee',
    document_date: '2024-03-12',
    reviews: [
      {
        title: 'Progress on outcomes and recommendations from previous meetings',
        recommendations: ROWS.map(([ref = '', , text = '', to = '', taken = '', outcome = '']) =>
          recommendation(
            { ref, text, owners: ownersOf(to) },
            [],
            [{ evidence: taken, grade: GRADES[outcome as keyof typeof GRADES], presented_on: '2024-03-12' }],
          ),
        ),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        { heading: 'SARNHOLM ISLAND COUNCIL' },
        { line: 'Corporate Scrutiny Committee – 12 March 2024', bold: true },
        { line: 'Progress on outcomes and recommendations from previous meetings', bold: true },
        { line: 'Items shown as completed will be taken off this list once the Committee has seen them.' },
        {
          widths: [900, 2300, 4300, 2300, 3900, 1500],
          heads: ['Minute №', 'Meeting, Date & Minute', 'Recommendation Made', 'Recommendation made to:', 'Action Taken', 'Outcome'],
          rows: [...ROWS, ['', '', '', '', '', '']],
        },
      ],
      { footer: 'Corporate Scrutiny Committee' },
    ),
}
