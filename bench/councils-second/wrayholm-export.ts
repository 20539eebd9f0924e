import type { CouncilDocument } from '../councils/council-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from './second-document.ts'
import papaparse from 'papaparse'

const ROWS = rowsOf(`
SC18 | Education, Skills and Culture Scrutiny | 14/11/2022 | That the Music Service publishes the number of pupils from low-income homes who are taught. | Music Service Manager | 31/03/2023 | Published in the annual report: 412 pupils out of 2,380. | Completed
SC19 | Education, Skills and Culture Scrutiny | 14/11/2022 | That the opening hours of branch libraries are looked at together with those of community hubs. | Head of Libraries | 30/06/2023 | Survey of users closed on 28 April with 1,900 replies. Analysis is under way. | In progress
SC20 | Education, Skills and Culture Scrutiny | 14/11/2022 | That governors' vacancies be advertised on the Council's website and at its offices. | Governor Services | 31/01/2023 | Advertised since 9 January. | Completed
SC21 | Place Scrutiny | 05/12/2022 | That the Cabinet Member:⏎- writes to the train operator on the loss of the late service; and⏎- reports the reply to the Committee. | Cabinet Member for Transport | 31/01/2023 | Letter sent on 12 December.⏎The operator replied on 3 February that the service would be restored in May 2023. | In progress
SC22 | Place Scrutiny | 05/12/2022 | That bus shelters be cleaned quarterly, not half-yearly. | Transport Infrastructure Officer | 30/04/2023 | The cost, £18,500, could not be found within the budget. | Not started
SC23 | Place Scrutiny | 05/12/2022 | That the parking permit system sends a reminder before a permit runs out. | Parking Services Manager/Digital Team | 28/02/2023 | Reminders go out by e-mail 14 days before, since 20 February. | Completed
SC25 | Resources Scrutiny | 16/01/2023 | That the capital programme report gives the date on which each scheme was first due. | Head of Finance | 31/07/2023 | To be included in the first report of 2023/24. | In progress
SC26 | Resources Scrutiny | 16/01/2023 | That an apprenticeship target, "one in every team of twenty", be set. | Head of Workforce | 30/09/2023 |  | Not started
SC27 | Resources Scrutiny | 16/01/2023 | That councillors' casework be counted by ward and subject. | Democratic Services | 31/03/2023 | Pilot with nine councillors began on 1 March; full use is planned for September. | In progress
SC30 | Resources Scrutiny | 13/02/2023 | That the budget consultation ask residents of each age group what matters to them, and that the replies be published in full. | Head of Communications | 31/10/2023 |  | Not started
SC31 | Resources Scrutiny | 13/02/2023 | That a single list of the Council's partnerships be drawn up. | Head of Policy | 30/06/2023 | Directorates have been asked for their entries by 21 April. | In progress
SC32 | Place Scrutiny | 27/02/2023 | That residents be told two weeks before a road is closed for works. | Network Manager | 31/05/2023 | Letters are sent for planned works. Utility companies have been asked to do likewise; two of five agree. | In progress
SC33 | Place Scrutiny | 27/02/2023 | That the number of trees planted be set against the number felled. | Tree Officer | 31/03/2023 | 1,140 planted and 322 felled in 2022/23. | Completed
SC28 | Care Scrutiny | 23/01/2023 | That the contract for community meals be extended by one year. | Head of Commissioning | 31/03/2023 | Extended to 31 March 2024. | Completed
SC29 | Care Scrutiny | 23/01/2023 | That the waiting list for adaptations be split into major and minor works. | Occupational Therapy Lead | Ongoing | Split list used from February. | Completed
`)
const GRADES = { Completed: 'completed', 'In progress': 'in_progress', 'Not started': 'not_started' } as const
const HEADS = [
  'Reference',
  'Committee',
  'Date of Meeting',
  'Recommendation',
  'Responsibility',
  'Timescale',
  'Progress Update',
  'Status of Recommendation',
]

export const wrayholmExport: CouncilDocument = {
  name: 'wrayholm-export',
  ending: 'csv',
  truth: {
    reviews: [
      {
        title: 'Wrayholm recommendations',
        recommendations: ROWS.map(([ref = '', , , text = '', who = '', when = '', evidence = '', status = '']) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(when) },
            [],
            [{ evidence, grade: GRADES[status as keyof typeof GRADES] }],
          ),
        ),
      },
    ],
  },
  make: () => new TextEncoder().encode(`\uFEFF${papaparse.unparse([HEADS, ...ROWS], { newline: '\r\n' })}\r\n`),
}
