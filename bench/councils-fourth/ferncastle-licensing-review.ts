import { dateOf, dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from '../councils-third/third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'

const COLUMNS = ['ref', 'text', 'plan', 'who', 'when', 'revised', 'progress', 'status'] as const
const ROWS = named(
  COLUMNS,
  rowsOf(`
LIC01 | That all licensed drivers are trained in safeguarding before their licence is renewed. | A half-day course will be commissioned and made a condition of renewal. | Licensing Manager | 31/03/2024 |  | The course began in January and 286 drivers, of 301 who renewed, have passed it. | Complete
LIC02 | That the policy on the age of vehicles is reviewed, so that owners have a reason to choose electric ones. | A revised policy will be consulted on with the trade. | Licensing Manager / Climate Change Officer | 30/06/2024 | 31/12/2024 | Consultation was delayed by the election. It will now run from 2 September to 25 October. | Behind schedule
LIC03 | That enforcement officers work on Friday and Saturday nights at least twice a month. | A rota will be drawn up with the police. | Enforcement Team Leader | 29/02/2024 |  | Officers have worked on eleven nights since February. Six vehicles were taken off the road. | Complete
LIC04 | That residents can see every application for a premises licence on a map. | The public register will be linked to the Council’s mapping system. | ICT Project Manager | 30/09/2024 |  | The link has been built and is being tested by ward councillors. | On track
LIC05 | That the cumulative impact policy for Castle Street is renewed, with evidence from the ambulance service. | Evidence will be gathered and a report made to Full Council. | Principal Licensing Officer | 31/05/2024 | 31/10/2024 | The ambulance service’s data came only in June, and its findings must be consulted on.⏎The present policy stays in force until then. | Behind schedule
LIC06 | That members of the Committee are trained every year, and may not sit on a panel until they have been. | Annual training will be arranged after the annual meeting. | Monitoring Officer | 30/06/2024 |  | Fourteen of fifteen members were trained on 4 June. The other was trained on 19 June. | Complete
LIC07 | That a taxi rank is provided at the hospital, with space for six vehicles. | An order will be made in agreement with the hospital trust. | Parking Manager | 30/11/2024 |  | The trust has agreed to a rank for four vehicles. The draft order will be advertised in September. | On track
LIC08 | That decisions of panels are published within five working days. | A template for decisions will be used from May. | Democratic Services Officer | 31/05/2024 |  | The template is in use, and all nine decisions since May were published in time. | Complete
LIC09 | That fees are set so that the cost of the service is recovered in full, and that the calculation is published. | Fees will be worked out anew for 2025/26. | Finance Business Partner / Licensing Manager | 31/01/2025 |  |  | Not started
LIC10 | That the Committee considers a scheme like “Best Bar None” for well-run premises. | A paper will be brought to the Committee. | Principal Licensing Officer | 31/10/2024 |  | Officers have visited two councils which have such a scheme, and have met Pubwatch. | On track
`),
)
const GRADES = { Complete: 'completed', 'On track': 'on_track', 'Behind schedule': 'slipped', 'Not started': 'not_started' } as const
const HEADS = ['Ref', 'Recommendation', 'Agreed action', 'Responsible officer', 'Target date', 'Revised target date', 'Progress', 'Status']
const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A tracker saved by a spreadsheet as comma-separated values, its titles above the heading. */
export const ferncastleLicensingReview: CouncilDocument = {
  name: 'ferncastle-licensing-review',
  ending: 'csv',
  truth: {
    organisation: 'Ferncastle Borough Council',
    reviews: [
      {
        title: 'Review of Licensing: progress on recommendations',
        recommendations: ROWS.map(({ ref, text, plan, who, when, revised, progress, status }) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(when) },
            [{ text: plan, who, when }],
            [
              {
                evidence: progress,
                grade: GRADES[status as keyof typeof GRADES],
                ...(revised ? { revised_due: dateOf(revised) } : {}),
              },
            ],
          ),
        ),
      },
    ],
  },
  make: () => {
    const above = ['Ferncastle Borough Council', 'Review of Licensing: progress on recommendations', ''].map((line) => [
      line,
      ...Array<string>(7).fill(''),
    ])
    const rows = [...above, HEADS, ...ROWS.map((row) => COLUMNS.map((column) => row[column]))]
    return new TextEncoder().encode(`${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`)
  },
}
