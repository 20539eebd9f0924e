import { dateOf, ownersOf, recommendation, rowsOf, withoutRepeats } from '../councils-second/second-document.ts'
import { named } from '../councils-third/third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { wordFile } from '../councils-second/second-word.ts'

/** A line without a reference is a second action of the recommendation above. */
const ROWS = named(
  ['ref', 'text', 'scope', 'plan', 'who', 'milestones', 'when', 'outcome'],
  rowsOf(`
1 | The Community Safety Partnership should make sure that all agencies know how and when to refer to the multi-agency risk assessment conference. | Local | Publish a one-page guide to referral and launch it at team meetings of every agency. | Community Safety Manager | The guide was written with practitioners from six agencies and approved by the Partnership on 11 January 2024. It has been presented to 31 teams. | 31/03/2024 | Completed
 |  |  | Audit referrals after twelve months to see whether those from health and housing have grown. | Domestic Abuse Coordinator | A baseline has been taken for 2023/24, when 9% of referrals came from health. | March 2025 | In progress
2 | Thornley and District Hospitals should introduce routine enquiry about domestic abuse in the emergency department. | Local | Train all nursing staff in the department and add a mandatory question to the triage record. | Thornley and District Hospitals | Training has reached 71% of nursing staff. The change to the record was made on 5 February 2024 and the question was asked in 64% of attendances in May. | July 2024 | In progress
3 | General practices should record the relationship of carers to patients, and see each alone at least once a year. | Regional | Issue guidance to all practices and include it in the protected learning programme. | Integrated Care Board | Guidance was issued in April 2024 to all 54 practices. | 30/06/2024 | Completed
4 | Adult Social Care should consider domestic abuse whenever a carer’s assessment is offered or refused. | Local | Amend the carer’s assessment form and the guidance that goes with it. | Head of Adult Social Care | The form was amended in March 2024 after it had been tested by two teams. | April 2024 | Completed
 |  |  | Train all assessors in coercive control in older couples. | Principal Social Worker | Four sessions have been held and 62 of 110 assessors trained. | September 2024 | In progress
5 | The police should review the grading of incidents where the caller is over 65 and the suspect is a member of the family. | Local | Review a sample of one hundred incidents and report to the Partnership. | Detective Superintendent, Safeguarding | The sample was reviewed in February 2024. Fourteen incidents had been graded too low and all have been looked at again. | 29 February 2024 | Completed
6 | The Home Office should commission research into homicide by carers. | National | Write to the Minister with the findings of this review. | Chair of the Community Safety Partnership | A letter was sent on 20 December 2023. | December 2023 | Completed
7 | Housing providers should make domestic abuse part of their tenancy visits. | Local | Agree a set of questions with the five largest providers. | Housing Options Manager / Thornley Homes | Three providers use the questions. Two have yet to agree to them. | By 31 May 2024 ⇒ 2024-05-31 | In progress
8 | The Partnership should make sure that leaflets and its website speak to older victims. | Local | Redesign leaflets with a group of older people and distribute them to pharmacies, libraries and faith groups. | Domestic Abuse Coordinator |  | October 2024 | Not started
`),
)
const GRADES = { Completed: 'completed', 'In progress': 'in_progress', 'Not started': 'not_started' } as const
const GROUPS = ROWS.flatMap((row, at) => {
  if (row.ref === '') return []
  const next = ROWS.findIndex((other, place) => place > at && other.ref !== '')
  return [ROWS.slice(at, next === -1 ? ROWS.length : next)]
})

/** An action plan in the Home Office's manner: two actions beside some recommendations, which are merged down. */
export const thornleyHomicideReview: CouncilDocument = {
  name: 'thornley-homicide-review',
  ending: 'docx',
  truth: {
    organisation: 'Thornley Community Safety Partnership',
    reviews: [
      {
        title: 'Domestic Homicide Review “Margaret”: Action Plan',
        recommendations: GROUPS.map((group) =>
          recommendation(
            {
              ref: group[0]?.ref ?? '',
              text: group[0]?.text ?? '',
              owners: withoutRepeats(group.flatMap(({ who }) => ownersOf(who))),
              due: group.map(({ when }) => dateOf(when)),
            },
            group.map(({ plan, who, when }) => ({ text: plan, who, when })),
            group.map(({ milestones, outcome }, at) => ({
              ...(group.length > 1 ? { action: at + 1 } : {}),
              evidence: milestones,
              grade: GRADES[outcome as keyof typeof GRADES],
            })),
          ),
        ),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        { line: 'Thornley Community Safety Partnership', bold: true },
        { heading: 'Domestic Homicide Review “Margaret”: Action Plan' },
        {
          line: 'Margaret is not her real name. Her family chose it, and the Partnership thanks them for the help that they gave to this review. The plan will be monitored every quarter until all actions have been completed.',
        },
        {
          widths: [600, 2800, 1000, 2600, 1700, 3000, 1300, 1300],
          heads: [
            'No.',
            'Recommendation',
            'Scope of recommendation (local, regional or national)',
            'Action to take',
            'Lead agency',
            'Key milestones achieved in enacting the recommendation',
            'Target date',
            'Outcome',
          ],
          rows: GROUPS.flatMap((group) =>
            group.map(({ ref, text, scope, plan, who, milestones, when, outcome }, at) => [
              at === 0 ? { text: ref, down: group.length } : null,
              at === 0 ? { text, down: group.length } : null,
              at === 0 ? { text: scope, down: group.length } : null,
              plan,
              who.replace(' / ', '\n'),
              milestones,
              when,
              outcome,
            ]),
          ),
        },
      ],
      { footer: 'OFFICIAL' },
    ),
}
