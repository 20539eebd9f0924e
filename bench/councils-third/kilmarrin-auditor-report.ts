import { readFileSync } from 'node:fs'
import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from './third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'

const COLUMNS = ['ref', 'text', 'plan', 'who', 'when', 'progress', 'status'] as const
export const KILMARRIN_ROWS = named(
  COLUMNS,
  rowsOf(`
1 | The Council should review the useful lives of its buildings and vehicles, record the reasons for the lives that are chosen and apply them from the start of the next financial year. | Useful lives will be reviewed with the Estates and Fleet managers, and a paper which explains them will be put before the Audit Committee in March. | Chief Accountant | 31 March 2022 | A paper was considered by the Committee on 10 March 2022. New lives have been applied from 1 April 2022 and the effect on depreciation is shown in note 11 of the accounts. | Complete
2 | Bank reconciliations should be prepared within ten working days of the end of each month and be reviewed by an officer who did not prepare them. | The timetable for the close of each month will be reissued, and the Finance Manager will sign each reconciliation. | Finance Manager | 30 September 2021 | We looked at reconciliations for six months. Five had been prepared and reviewed in time. The reconciliation for December was prepared late because of absence. | In progress
3 | Officers should declare their interests every year, and a nil return should be made by those who have none to declare. | An electronic form will be brought in for all officers above grade 10, with a reminder after two weeks. | Head of Governance | 31 December 2021 | All but three of 214 officers made a return in 2021/22. The form for 2022/23 was issued in April. | Complete
4 | The capital programme should be reprofiled at the half year so that slippage is known before the budget for the following year is set. | A review will be made each October by the Capital Monitoring Group and its outcome reported to the Policy and Resources Committee. | Head of Finance | 31 October 2021 | The review took place in November 2021. Slippage was nonetheless 43% of the programme. A further review of the way in which projects are approved has been asked for by the Chief Executive. | In progress
5 | The Council should set out the savings for each of the next three years and who is accountable for them. | The medium-term financial strategy will name a responsible director for each of the savings, and progress will be reported quarterly to members. | Executive Director, Resources | 28 February 2022 | The strategy approved in February 2022 names a director for all savings in the first year, but for only half of those in the second and third. | In progress
6 | Access rights to the payroll system should be reviewed twice a year. | A report of users will be sent to service managers in May and November. | Payroll and Systems Manager | 30 November 2021 | Reviews were carried out in November 2021 and May 2022, and 17 users who had left or changed post were removed. | Complete
7 | Business continuity plans should be tested for the loss of the Council’s main data centre. | An exercise will be arranged with the shared service partner. | Head of ICT | 30 June 2022 | No exercise has been held. The partner has proposed a date in February 2023, when the move to the new data centre has been completed. | Not started
8 | Common good assets should be identified in each of the former burghs and a register of them published. | The Estates Team will complete its research into titles and consult the public on a draft register. | Estates Manager / Head of Governance | 31 August 2022 | Research is complete for four of the five burghs. A draft register for these was put out to consultation on 16 May. | In progress
9 | The annual governance statement should say what has been done about the weaknesses that were reported in the year before. | A table of earlier weaknesses will be added to the statement. | Head of Governance | 30 June 2022 | The table has been included in the statement for 2021/22 and is consistent with what we know. | Complete
`),
)
const GRADES = { Complete: 'completed', 'In progress': 'in_progress', 'Not started': 'not_started' } as const

/** A form for each recommendation, printed by LibreOffice, and its words as plain `pdftotext` gives them. */
export const kilmarrinAuditorReport: CouncilDocument = {
  name: 'kilmarrin-auditor-report',
  ending: 'txt',
  truth: {
    organisation: 'Kilmarrin Council',
    reviews: [
      {
        title: 'Follow-up of prior year recommendations',
        recommendations: KILMARRIN_ROWS.map(({ ref, text, plan, who, when, progress, status }) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(when) },
            [{ text: plan, who, when }],
            [{ evidence: progress, grade: GRADES[status as keyof typeof GRADES] }],
          ),
        ),
      },
    ],
  },
  make: () => new Uint8Array(readFileSync(new URL('./kilmarrin-auditor-report.txt', import.meta.url))),
}
