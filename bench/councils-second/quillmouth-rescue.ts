import type { CouncilDocument } from '../councils/council-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from './second-document.ts'
import { printed } from './second-print.ts'

const ROWS = rowsOf(`
The service should ensure that it understands which local risks need a prevention visit first. | Rebuild the targeting of home safety visits on health and fire data.⏎Stop visits that are booked by those at least risk. | Head of Prevention | March 2020 | GREEN | New risk scores have been used for bookings since 2 March. 71% of visits now go to homes in the two highest bands.
The service should evaluate its prevention work, so that it knows what works. | Agree a framework for evaluation with the university. | Head of Prevention | June 2020 | AMBER | The framework is in draft. Fieldwork could not be done between March and July because of the pandemic. The university has now agreed to interview 120 households by telephone, and the framework will be put to the October board.
The service should allocate enough resources to a risk-based inspection programme. | Recruit four inspecting officers and train six watch managers in basic audits. | Area Manager Protection | September 2020 | GREEN | Three officers began on 1 June. The first four watch managers have passed.⏎- 246 audits were done in the first quarter by telephone.⏎- Visits to care homes began again on 20 July.
The service should make sure it keeps to its own standard for the availability of on-call engines. | Bring in new contracts with banded hours.⏎Open a recruitment campaign at each station. | Area Manager Response | December 2020 | AMBER | Talks with representative bodies are three months late. Availability has risen from 64% to 69%, in part because many on-call staff were furloughed from other work and could respond during the day. It is not expected to stay at this level.
The service should ensure that staff know how to command fire service assets at incidents with other agencies. | Test all commanders in joint principles. | Group Manager Training | 31/07/2020 | BLUE | All 118 commanders were tested by 24 July.
The service should have effective arrangements for replacing old vehicles. | Bring a fleet strategy to the Authority. | Head of Assets | February 2020 | BLUE | The Authority approved the strategy on 12 February 2020.
The service needs to show that it makes the best use of its estate. | Survey the condition of all 26 buildings and rank them. | Head of Assets | October 2020 | GREEN | 17 buildings have been surveyed.
The service should make sure all staff can take part in decisions on their welfare. | Start a staff forum in each area and publish what it decides. | Head of People | May 2020 | RED | No forum had met by the end of August. The post of engagement officer was frozen in April.
The service should monitor secondary contracts so that working hours are not exceeded. | Move records of second jobs to the rota system. | Head of People⏎Rota Manager | August 2020 | BLUE | Moved on 3 August; two cases were found and settled.
The service should put in place a process for identifying staff with high potential. | Design a talent scheme with two neighbouring services. | Deputy Chief Fire Officer | January 2021 | GREEN | A joint scheme was agreed in principle at the meeting of chiefs in July.
The service should improve the diversity of those who apply to be firefighters. | Hold taster days in places with low rates of application. | Inclusion Adviser | November 2020 | RED | All taster days for the year were cancelled and none can be held before the window for applications closes.
`)
const GRADES = { BLUE: 'completed', GREEN: 'on_track', AMBER: 'slipped', RED: 'overdue' } as const
const FILLS = { BLUE: '5B9BD5', GREEN: '70AD47', AMBER: 'FFC000', RED: 'FF0000' } as const

export const quillmouthRescue: CouncilDocument = {
  name: 'quillmouth-rescue',
  ending: 'pdf',
  truth: {
    organisation: 'Quillmouth Fire and Rescue Authority',
    committee: 'Performance and Overview Committee',
    document_date: '2020-09-17',
    reviews: [
      {
        title: 'Inspection Action Plan',
        recommendations: ROWS.map(([text = '', action = '', who = '', when = '', rag = '', evidence = '']) =>
          recommendation(
            { ref: '', text, owners: ownersOf(who), due: dueOf(when) },
            [{ text: action, who, when }],
            [{ evidence, grade: GRADES[rag as keyof typeof GRADES], presented_on: '2020-09-17' }],
          ),
        ),
      },
    ],
  },
  make: () =>
    printed(
      [
        { line: 'QUILLMOUTH FIRE AND RESCUE AUTHORITY', bold: true },
        { line: 'Performance and Overview Committee, 17 September 2020' },
        { heading: 'Appendix 1: Inspection Action Plan' },
        {
          line: 'BLUE: complete. GREEN: on track. AMBER: delayed but expected to be delivered. RED: overdue, or cannot be delivered by the target date.',
        },
        {
          widths: [3.2, 3.2, 1.6, 1.3, 3.6],
          heads: ['Area for improvement', 'Action required', 'Responsible Owner', 'Target date', 'PROGRESS (RAG)'],
          rows: ROWS.map(([text = '', action = '', who = '', when = '', rag = '', said = '']) => [
            text,
            action,
            who,
            when,
            { text: `${rag}\n${said}`, fill: FILLS[rag as keyof typeof FILLS] },
          ]),
        },
      ],
      { footer: 'Item 6', header: 'Appendix 1', size: 10.5 },
    ),
}
