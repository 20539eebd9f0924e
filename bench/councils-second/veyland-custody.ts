import type { CouncilDocument } from '../councils/council-document.ts'
import type { Cell } from './second-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from './second-document.ts'
import { printed } from './second-print.ts'

const GROUPS: [theme: string, rows: string[][]][] = [
  [
    'Main recommendations: to the Governor',
    rowsOf(`
5.1 | Violence should be reduced by a strategy that rests on an analysis of its causes and is known to all staff. (S38) | Agreed | A new safety strategy has been written from an analysis of twelve months of incidents. Each wing has a lead officer, and the weekly safety meeting follows up what has been agreed. | Head of Safety | Completed
5.2 | Prisoners should be unlocked for at least ten hours on each weekday. (S41) | Partly agreed | A revised core day gives eight and a half hours out of cell to those who are in full-time work. Ten hours cannot be reached with the present staffing profile; it will be looked at again when recruitment is complete. | Head of Operations | April 2019
5.3 | All prisoners who need an assessment of risk should have one before they arrive, or within eight weeks. (S43) | Agreed | A plan to clear the backlog is in place. Four additional case administrators start in January. | Head of Offender Management | 31 March 2019
`),
  ],
  [
    'Recommendations: respect',
    rowsOf(`
5.4 | Cells designed for one person should not be used for two. (2.9) | Not agreed | Cells are certified for two by the Prison Group Director. Numbers will be kept under review, but there is no prospect of ending the practice while the population remains as it is. |  | 
5.5 | Showers should be screened and in good repair. (2.11) | Agreed | Screens have been fitted on A, B and D wings.⏎A bid has been made for the replacement of the C wing showers. | Head of Residence | June 2019
5.6 | Replies to complaints should be polite, timely and deal with what was raised. (2.24) | Agreed | A tenth of replies are now checked each month by the Deputy Governor and the findings discussed with the managers who wrote them. | Deputy Governor | Completed
5.7 | Consultation with prisoners from minority groups should take place regularly and lead to action. (2.31) | Agreed | Forums for each protected characteristic will meet every quarter, chaired by a member of the senior team. | Equality Manager | December 2018
5.8 | Health care rooms on the wings should meet standards for infection control. (2.55) | Agreed | The trust has carried out an audit. Works on two rooms will be finished in this financial year and on a third in the next. | Head of Healthcare / Site Manager | September 2019
`),
  ],
  [
    'Recommendations: purposeful activity',
    rowsOf(`
5.9 | Attendance and punctuality at education should be improved. (3.14) | Agreed | Movement to activities is led by a custodial manager each morning. Allocation to part-time places reduces clashes with visits and health appointments. | Head of Learning and Skills | February 2019
5.10 | The library should be open to every prisoner once a week. (3.7) | Partly agreed | Access will be offered weekly to those who are not in work. Evening opening depends on the county's budget for the service. | Library Service | January 2019
5.11 | Teachers should set individual targets that learners understand. (3.22) | Agreed | Training in target setting has been delivered to all tutors and is tested by observation. | Education Provider | Completed
`),
  ],
  [
    'Recommendations: rehabilitation and release planning',
    rowsOf(`
5.12 | Families should be able to book visits by telephone without undue delay. (4.3) | Agreed | A second line was opened in September, and booking by e-mail is answered within one working day. | Head of Reducing Reoffending | Completed
5.13 | Public protection meetings should consider all high-risk prisoners at least six months before release. (4.18) | Agreed | The interdepartmental risk meeting has been given new terms of reference and meets each month. | Head of Offender Management | 15/01/2019
5.14 | No prisoner should be released without an address to go to. (4.26) | Partly agreed | The establishment does not control the supply of housing. A housing adviser will see every man twelve weeks before release and a protocol with the three local councils is being drawn up. | Head of Reducing Reoffending / Community Rehabilitation Company | May 2019
`),
  ],
]
const ANSWERS = { Agreed: 'accepted', 'Partly agreed': 'accepted_in_part', 'Not agreed': 'rejected' } as const

export const veylandCustody: CouncilDocument = {
  name: 'veyland-custody',
  ending: 'pdf',
  truth: {
    organisation: 'HMP Veyland',
    reviews: [
      {
        title: 'Action Plan: HMP Veyland',
        recommendations: GROUPS.flatMap(([theme, rows]) =>
          rows.map(([ref = '', text = '', answer = '', plan = '', who = '', when = '']) =>
            recommendation(
              {
                ref,
                theme,
                text,
                paragraph_refs: [/\((.*)\)$/.exec(text)?.[1] ?? ''],
                owners: ownersOf(who),
                due: dueOf(when),
                response: { answer: ANSWERS[answer as keyof typeof ANSWERS], text: answer },
              },
              [{ text: plan, who, when }],
            ),
          ),
        ),
      },
    ],
  },
  make: () =>
    printed(
      [
        { heading: 'ACTION PLAN: HMP VEYLAND' },
        { line: 'Response to the report of an unannounced inspection, 9 to 20 July 2018', bold: true },
        { line: 'Agreed: all of the recommendation is agreed, can be achieved and is affordable.' },
        { line: 'Partly agreed: only part of the recommendation is achievable, affordable and will be put into practice.' },
        { line: 'Not agreed: the recommendation is not achievable or affordable.' },
        {
          widths: [0.7, 3.2, 1.2, 4.6, 1.8, 1.3],
          heads: [
            '1. Rec No',
            '2. Recommendation',
            '3. Agreed/ Partly agreed/ Not agreed',
            '4. Response Action Taken/Planned',
            '5. Responsible Owner',
            '6. Target Date',
          ],
          rows: GROUPS.flatMap(([theme, rows]): Cell[][] => [
            [{ text: theme, across: 6, fill: 'E7E6E6', bold: true }, null, null, null, null, null],
            ...rows,
          ]),
        },
        { line: 'Recommendations', bold: true },
        { line: 'Agreed: 10. Partly agreed: 3. Not agreed: 1. Total: 14.' },
      ],
      { footer: 'HMP Veyland action plan', untagged: true, size: 10.5 },
    ),
}
