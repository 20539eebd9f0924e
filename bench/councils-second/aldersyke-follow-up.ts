import type { CouncilDocument } from '../councils/council-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from './second-document.ts'
import { printed } from './second-print.ts'

const ROWS = rowsOf(`
R1 | Publish a strategy for the use of estates that covers at least ten years. | Produce a strategy and consult upon it. | Director of Property | 31/12/2022 | A strategy was approved by Ministers in May 2023 after consultation. | Complete
R2 | Keep one register of all property with its condition and its running costs. | Merge the four registers that exist. | Head of Estates | 30/06/2023 | Three registers have been merged. The fourth belongs to the health department and will be moved when its new system is in use. In the meantime:⏎- the condition of 212 of 260 buildings has been recorded;⏎- running costs are shown for offices but not for schools; and⏎- a data officer has been appointed for two years to keep the register. | In progress
R3 | Set out who may approve the sale of land and at what value. | Issue a financial direction. | Treasurer | 31/03/2023 | The direction came into force on 1 March 2023. | Complete
R4 | Charge departments for the space which they use. | Model the charge for two departments in shadow form before deciding. | Treasurer⏎Head of Estates | 31/12/2023 | The model has been built for one department. Data for the second are not yet reliable, as floor areas were measured in three different ways. The department expects to decide by the summer of 2024. | In progress
R5 | Review leases at least one year before they come to an end. | Add reminders to the register. | Head of Estates | 30/09/2022 | Reminders have been added. | Complete
R6 | Require a business case for each office move, with the benefits that are expected. | Write a template and train project managers. | Head of Projects | 31/10/2022 | A template is used for all moves over £50,000. | Complete
R7 | Measure the benefits of the new headquarters against the case that was approved. | Commission a review after twelve months. | Chief Officer | 30/11/2024 | Occupation was put back to the summer of 2024, so that the review cannot start. | Not started
R8 | Agree a programme of maintenance that deals first with risks to safety. | Rank all works by risk and publish a programme of five years. | Head of Maintenance | 31/01/2023 | The ranking is complete and the programme has been published. We examined a sample of 20 schemes and found that 18 had been placed in the right order. The department has explained the two exceptions, both of which were brought forward to match works by the water company. | Complete
R9 | Improve reporting to Ministers on vacant buildings. | Report each quarter. | Director of Property | 31/03/2023 | Two reports have been made; the report for the last quarter of 2023 was not produced. | In progress
R10 | Take account of carbon in decisions on property. | Include carbon in the business case template. | Head of Projects / Sustainability Officer | 31/10/2022 | The template asks for an estimate of carbon, but guidance on how to work it out is awaited. Of twelve business cases that we looked at, seven gave a figure, three gave a description and two were silent. | In progress
R11 | Learn from the disposal of the former college. | Hold a workshop and record the lessons. | Director of Property | 28/02/2023 | No workshop has been held. Those who took part have left the department. | Not started
`)
const GRADES = { Complete: 'completed', 'In progress': 'in_progress', 'Not started': 'not_started' } as const

export const aldersykeFollowUp: CouncilDocument = {
  name: 'aldersyke-follow-up',
  ending: 'pdf',
  truth: {
    organisation: 'Office of the Auditor General for Aldersyke',
    document_date: '2024-03-31',
    reviews: [
      {
        title: 'Estate Management – Follow up',
        recommendations: ROWS.map(([ref = '', text = '', action = '', who = '', when = '', evidence = '', status = '']) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(when) },
            [{ text: action, who, when }],
            [{ evidence, grade: GRADES[status as keyof typeof GRADES], round: 'March 2024' }],
          ),
        ),
      },
    ],
  },
  make: () =>
    printed(
      [
        { heading: 'Estate Management – Follow up' },
        { line: 'Office of the Auditor General for Aldersyke, March 2024' },
        { line: 'Introduction', bold: true },
        {
          line: '1. In 2022 the Auditor General reported on the management of the public estate and made 11 recommendations, all of which were accepted.',
        },
        {
          line: '2. Five are complete, four are in progress and two have not been started. The position on each is shown in Appendix One.',
        },
        { line: 'Appendix One: Progress against recommendations', bold: true },
        {
          widths: [0.7, 2.5, 2.1, 1.65, 1.3, 2.7, 1.35],
          heads: [
            '',
            'Recommendation',
            'Agreed action',
            'Responsible officer',
            'Target date',
            'Current position (March 2024)',
            'Evaluation of status',
          ],
          rows: ROWS,
        },
      ],
      { portrait: true, size: 9.5, footer: 'Estate Management – Follow up', untagged: true },
    ),
}
