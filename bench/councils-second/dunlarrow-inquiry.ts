import papaparse from 'papaparse'
import type { CouncilDocument } from '../councils/council-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from './second-document.ts'

const ROWS = rowsOf(`
1 | Create an independent office to hear complaints from families about residential schools. | Supported | Legislation will be drafted for the autumn session. | Department of Education | 30/11/2021 | The Bill had its second reading on 19 October 2021. | On track
2 | Require every school to keep records for seventy-five years. | Supported | A disposal schedule will be issued by the archivist. | State Archivist | 30/06/2021 | Schedule issued on 17 June 2021. | Complete
3 | Extend the working with children card to volunteers at camps. | Supported | The Regulations will be amended. | Department of Justice | 31/08/2021 | Drafting has been held up by the election. New date is February 2022. | Delayed
4 | Fund counselling for former pupils without limit of time. | Supported in principle | The Government will fund counselling for five years and then review the need. | Department of Health | Ongoing | 118 people have used the service. | On track
5 | Train all boarding staff in trauma within their first year. | Supported | A course will be bought and offered to all schools. | Department of Education/Catholic Schools Office | 31/12/2021 | 206 of 330 staff trained. | On track
6 | Publish the number of allegations for each school each year. | Supported in part | Totals will be published by region to protect the privacy of individuals. | Department of Education | 30/09/2021 | First table published 28 September 2021. | Complete
7 | Put up a memorial designed with survivors. | Supported | A working group of survivors will choose the place. | Department of Premier – Events Unit | 31/03/2022 | Group has met four times and asks for a site by the river. | On track
8 | Abolish the limitation period for civil claims. | Supported | Already in force. | Department of Justice | 31/01/2021 | In force since 1 January 2021. | Complete
9 | Review the guardianship of children placed from interstate. | Supported in principle | Talks will be held with other jurisdictions. | Children’s Commissioner | 31/05/2022 |  | Not started
10 | Report to Parliament each year until all recommendations are complete. | Supported | The Minister will table a report each November. | Minister for Education | 30/11/2021 | This report – the first – will be tabled on 25 November 2021. | On track
`)
const ANSWERS = {
  Supported: 'accepted',
  'Supported in principle': 'accepted_in_principle',
  'Supported in part': 'accepted_in_part',
} as const
const GRADES = { Complete: 'completed', 'On track': 'on_track', Delayed: 'slipped', 'Not started': 'not_started' } as const
const HEADS = ['Rec', 'Recommendation', 'Response', 'Action', 'Lead agency', 'Due', 'Progress (November 2021)', 'Status']

export const dunlarrowInquiry: CouncilDocument = {
  name: 'dunlarrow-inquiry',
  ending: 'csv',
  truth: {
    reviews: [
      {
        title: 'Inquiry into Residential Schools: implementation of recommendations',
        recommendations: ROWS.map(([ref = '', text = '', answer = '', action = '', who = '', when = '', evidence = '', status = '']) =>
          recommendation(
            {
              ref,
              text,
              owners: ownersOf(who),
              due: dueOf(when),
              response: { answer: ANSWERS[answer as keyof typeof ANSWERS], text: answer },
            },
            [{ text: action, who, when }],
            [{ evidence, grade: GRADES[status as keyof typeof GRADES], round: 'November 2021' }],
          ),
        ),
      },
    ],
  },
  make: () =>
    windows(
      papaparse.unparse([['Inquiry into Residential Schools: implementation of recommendations'], [''], HEADS, ...ROWS], {
        newline: '\r\n',
      }),
    ),
}

/** Bytes of Windows-1252, as Excel saves separated values. */
function windows(text: string): Uint8Array {
  const own: Record<string, number> = { '–': 0x96, '’': 0x92 }
  return Uint8Array.from(text, (character) => own[character] ?? character.charCodeAt(0))
}
