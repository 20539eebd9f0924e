import type { BookCell } from '../councils-second/second-book.ts'
import { bookFile } from '../councils-second/second-book.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from './third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'

const COLUMNS = ['ref', 'text', 'answer', 'who', 'when', 'update', 'status'] as const
type Rows = ReturnType<typeof named<(typeof COLUMNS)[number]>>
const MEETINGS: [met: string, item: string, rows: Rows][] = [
  [
    '12 September 2024',
    'Leisure Centres',
    named(
      COLUMNS,
      rowsOf(`
OSC24-01 | That the operator be asked to open the pool at Pennard Leisure Centre from 6.30am on at least three days a week. | Agreed | Leisure Contract Manager | January 2025 | Early opening on Monday, Wednesday and Friday began on 6 January 2025 and an average of 34 people swim in the first hour. | Complete
OSC24-02 | That the Cabinet reviews the concessions that are offered to carers, veterans and young people who have left care. | Agreed | Head of Communities | April 2025 | A revised list of concessions was adopted with the fees and charges for 2025/26. | Complete
OSC24-03 | That a survey of people who do not use the centres be carried out in the three wards with the lowest membership. | Partly agreed | Head of Communities / Leisure Contract Manager | September 2025 | A survey has been carried out in Marsh ward with the help of the tenants’ association. The other two wards will follow when a budget has been found. | In progress
`),
    ),
  ],
  [
    '7 November 2024',
    'Flooding in January 2024',
    named(
      COLUMNS,
      rowsOf(`
OSC24-04 | That the Council keeps a stock of sandbags at four places outside Pennard town, and tells parish councils how they may be obtained. | Agreed | Operations Manager | December 2024 | Stores have been set up at Welham, Brook Green and Ottery. A site for the fourth is being sought with the parish council at Stoke. | In progress
OSC24-05 | That a list of vulnerable residents in areas at risk is agreed with the county council and the health service before next winter. | Agreed | Emergency Planning Officer | October 2025 | The county council has drafted a protocol for sharing data, on which comments were sent in March. | In progress
OSC24-06 | That the Environment Agency and the water company be invited to the Committee each year. | Agreed | Democratic Services Manager | November 2025 | Both have accepted an invitation to the meeting on 6 November 2025. | In progress
OSC24-07 | That the Council appoints a full-time flood warden coordinator. | Not agreed |  |  | The Cabinet considered that the work could be carried out by the Emergency Planning Officer. | 
`),
    ),
  ],
  [
    '16 January 2025',
    'Draft Budget 2025/26',
    named(
      COLUMNS,
      rowsOf(`
OSC25-01 | That the saving proposed for public conveniences be deferred until town and parish councils have been asked whether they would take them over. | Agreed | Section 151 Officer | February 2025 | The saving was deferred by Cabinet on 4 February. Letters were sent to nine parish councils and five have asked for more information. | Complete
OSC25-02 | That future budget papers show the effect of each proposal on people with protected characteristics in a table. | Agreed | Section 151 Officer / Equalities Officer | January 2026 | A template has been drafted and will be used from October. | In progress
`),
    ),
  ],
  [
    '13 March 2025',
    'Customer Contact',
    named(
      COLUMNS,
      rowsOf(`
OSC25-03 | That callers are offered a call back when the wait is more than ten minutes. | Agreed | Customer Services Manager | July 2025 | Call back has been available since 1 July on all but the council tax line, where it is to be added in the autumn. | In progress
OSC25-04 | That face-to-face appointments be offered in Welham library one day a week. | Partly agreed | Customer Services Manager | June 2025 | Appointments are offered every second Tuesday. Take-up will be looked at after six months. | Complete
OSC25-05 | That the complaints policy is rewritten to follow the Ombudsman’s code. | Agreed | Monitoring Officer | April 2026 |  | Not started
`),
    ),
  ],
]
const ANSWERS = { Agreed: 'accepted', 'Partly agreed': 'accepted_in_part', 'Not agreed': 'rejected' } as const
const GRADES: Record<string, 'completed' | 'in_progress' | 'not_started' | null> = {
  Complete: 'completed',
  'In progress': 'in_progress',
  'Not started': 'not_started',
}

export const pennardScrutinyTracker: CouncilDocument = {
  name: 'pennard-scrutiny-tracker',
  ending: 'xlsx',
  truth: {
    organisation: 'Pennard District Council',
    committee: 'Overview and Scrutiny Committee',
    reviews: MEETINGS.map(([, item, rows]) => ({
      title: item,
      recommendations: rows.map(({ ref, text, answer, who, when, update, status }) =>
        recommendation(
          {
            ref,
            text,
            owners: ownersOf(who),
            due: dueOf(when),
            response: { answer: ANSWERS[answer as keyof typeof ANSWERS], text: answer },
          },
          [],
          [{ evidence: update, grade: GRADES[status] ?? null }],
        ),
      ),
    })),
  },
  make: () =>
    bookFile([
      {
        name: 'Recommendations tracker',
        widths: [16, 22, 11, 48, 14, 22, 15, 48, 13],
        rows: [
          [{ value: 'Pennard District Council: Overview and Scrutiny Committee Recommendations Tracker', bold: true, across: 9 }],
          [],
          HEADS.map((value): BookCell => ({ value, bold: true, fill: '#DDEBF7' })),
          ...MEETINGS.flatMap(([met, item, rows]) =>
            rows.map(({ ref, text, answer, who, when, update, status }, at): BookCell[] => [
              at === 0 ? { value: met, down: rows.length } : null,
              at === 0 ? { value: item, down: rows.length } : null,
              ref,
              text,
              answer,
              who,
              when,
              update,
              status,
            ]),
          ),
        ],
      },
    ]),
}

const HEADS = [
  'Meeting date',
  'Agenda item',
  'Ref',
  'Recommendation',
  'Cabinet response',
  'Lead officer',
  'Target date',
  'Progress',
  'Status',
]
