import type { Cell } from '../councils-second/second-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from './third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { printedAs } from './third-print.ts'

const COLUMNS = ['ref', 'met', 'item', 'text', 'who', 'when', 'update', 'status'] as const
const OPEN = named(
  COLUMNS,
  rowsOf(`
24/118 | 25 January 2024 | Integrated Performance Report | The Chief Operating Officer to bring a paper on the causes of delay in the emergency department between the decision to admit and the admission, with a comparison of the two hospital sites. | Chief Operating Officer | 30 May 2024 | The paper is on the agenda for this meeting at item 8. | In progress
24/121 | 25 January 2024 | Freedom to Speak Up | That a survey of junior doctors be made about their confidence in raising concerns, and the results be reported to the People Committee before they come to the Board. | Chief People Officer | 25 July 2024 | The survey opened on 1 April and will close on 31 May. A reply rate of 38% has been reached so far. | In progress
24/133 | 28 March 2024 | Patient Story | To look into the reasons why Mrs B was moved between wards four times in nine days and to write to her with what has been learnt. | Chief Nurse | 30 May 2024 | The Deputy Chief Nurse has met Mrs B and her daughter. A letter was sent on 14 May 2024 and a summary of the lessons will be shared with ward managers in June. | In progress
24/135 | 28 March 2024 | Maternity Assurance | Progress with the recruitment of midwives to be shown against trajectory in each report, with turnover and sickness. | Director of Midwifery | 30 May 2024 | Included in the report at item 11. | In progress
24/138 | 28 March 2024 | Finance Report | That the Finance and Investment Committee carry out a review of the use of agency staff in theatres and give assurance on the controls that are in place. | Chief Finance Officer⏎Chief People Officer | 25 July 2024 | Terms of reference for the review were agreed by the Committee on 22 April. Fieldwork is taking place in June. | In progress
24/140 | 28 March 2024 | Board Assurance Framework | The risk on the age of the estate at Harbour Road to be rescored in the light of the fire inspection and reported to the Audit Committee. | Director of Estates | 26 September 2024 | Not yet due. The final report of the inspection has not been received from the fire service. | Not started
24/142 | 28 March 2024 | Green Plan | To set out what it would cost to end the use of desflurane and nitrous oxide from piped supplies. | Medical Director | 26 September 2024 | A costing group of anaesthetists, estates and pharmacy has been formed and meets for the first time on 6 June. | In progress
24/143 | 28 March 2024 | Digital Strategy | The Board to receive a demonstration of the electronic patient record before it goes live. | Chief Digital Officer | 25 July 2024 | A demonstration has been arranged for the Board seminar on 27 June 2024. | In progress
`),
)
const CLOSED = named(
  COLUMNS,
  rowsOf(`
24/104 | 30 November 2023 | Learning from Deaths | To include the number of deaths of patients with a learning disability in each quarterly report. | Medical Director | 28 March 2024 | Included in the report for quarter 3 and in every report from now on. | Complete
24/109 | 30 November 2023 | Winter Plan | A review of the winter plan to be made with partners in April and its findings brought to the Quality Committee. | Chief Operating Officer | 30 April 2024 | The review took place on 18 April and was reported to the Quality Committee on 2 May 2024. | Complete
24/115 | 25 January 2024 | Chair’s Report | A letter of thanks to be sent to the League of Friends on behalf of the Board. | Company Secretary | 28 March 2024 | The letter was sent on 31 January 2024. | Complete
24/119 | 25 January 2024 | Integrated Performance Report | The chart for cancer waiting times to show the faster diagnosis standard by tumour site. | Chief Operating Officer | 28 March 2024 | The chart was changed for the March report. | Complete
24/125 | 25 January 2024 | Annual Plan | That a briefing be given to governors about the priorities for 2024/25 before the plan is submitted. | Director of Strategy | 28 March 2024 | Governors were briefed on 12 March and their comments have been added as an appendix to the plan. | Complete
`),
)
const GRADES = { Complete: 'completed', 'In progress': 'in_progress', 'Not started': 'not_started' } as const
const FILLS: Record<string, string> = { Complete: 'c6efce', 'In progress': 'ffeb9c', 'Not started': 'ffc7ce' }

export const severnmouthActionLog: CouncilDocument = {
  name: 'severnmouth-action-log',
  ending: 'pdf',
  truth: {
    organisation: 'Severnmouth Hospitals NHS Foundation Trust',
    document_date: '2024-05-30',
    reviews: [
      {
        title: 'Action Log',
        recommendations: [...OPEN, ...CLOSED].map(({ ref, text, who, when, update, status }) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(when) },
            [],
            [{ evidence: update, grade: GRADES[status as keyof typeof GRADES], presented_on: '2024-05-30' }],
          ),
        ),
      },
    ],
  },
  make: () =>
    printedAs(
      [
        { line: 'Board of Directors in Public', bold: true, size: 13 },
        { heading: 'Action Log: 30 May 2024' },
        {
          line: 'Actions agreed at meetings of the Board held in public that have not been closed, and those closed since the last meeting.',
        },
        { heading: 'Open actions', level: 2 },
        grid(OPEN),
        { heading: 'Actions closed since the last meeting', level: 2 },
        grid(CLOSED),
      ],
      { header: 'Severnmouth Hospitals NHS Foundation Trust', size: 11, headFill: '005eb8', headInk: 'ffffff', face: 'Source Sans 3' },
    ),
}

function grid(rows: typeof OPEN) {
  return {
    widths: [0.9, 1.2, 1.5, 3.8, 1.5, 1.2, 3, 1.1],
    heads: [['Minute ref', 'Meeting date', 'Agenda item', 'Action', 'Lead', 'Due date', 'Update', 'Status']],
    rows: rows.map(({ ref, met, item, text, who, when, update, status }): Cell[] => [
      ref,
      met,
      item,
      text,
      who,
      when,
      update,
      { text: status, fill: FILLS[status] },
    ]),
  }
}
