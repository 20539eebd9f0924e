import type { CouncilDocument } from '../councils/council-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf, shown } from './second-document.ts'

const ROWS = rowsOf(`
That the Council puts a tenant on the panel that chooses each repairs contractor. | Assistant Director, Housing | June 2018 | Two tenants sat on the panel for the heating contract in May. | Complete
That the time allowed for an urgent repair is brought down from three days to two. | Repairs Manager | October 2018 | The contractor has agreed to two days from 1 October at no cost. | In progress and on schedule
That tenants be sent a text when the repairs operative is on the way. | Repairs Manager / ICT Business Partner | September 2018 | The link between the two systems failed its test in August. Texts are now hoped for in January 2019. | In progress but behind schedule
That repairs which are not right first time are reported to the scrutiny panel. | Performance Officer | July 2018 | Reported to the July meeting and every quarter from then. | Complete
That an apprentice be taken on in each trade. | Human Resources Manager | 03.09.18 ⇒ 2018-09-03 | Three of the five apprentices began on 3 September. Applications for plastering and roofing were few. | In progress but behind schedule
That the policy on charges for damage be written again in plain words. | Tenancy Services Manager | By December 2018 ⇒ 2018-12-31 | A draft was tested on the readers' panel. | In progress and on schedule
That void homes be offered with new floor coverings to families with young children. | Assistant Director, Housing | Aug 2018 ⇒ 2018-08-31 | No budget has been found. The matter will be put forward for 2019/20. | Overdue
That a list of planned works for five years be put on the website. | Asset Manager | March 2019 | The stock condition survey is 60% complete. | In progress and on schedule
That a repairs day be held on each estate once a year. | Estate Services Manager | Ongoing | Held at Hawkridge Green in June and Moorside in August, 214 jobs were done. | In progress and on schedule
`)
const GRADES = {
  Complete: 'completed',
  'In progress and on schedule': 'on_track',
  'In progress but behind schedule': 'slipped',
  Overdue: 'overdue',
} as const

export const hawkridgePaste: CouncilDocument = {
  name: 'hawkridge-paste',
  ending: 'txt',
  truth: {
    organisation: 'Hawkridge Borough Council',
    committee: 'Communities Scrutiny Committee',
    document_date: '2018-09-18',
    reviews: [
      {
        title: 'Housing repairs review – action plan',
        recommendations: ROWS.map(([text = '', who = '', when = '', evidence = '', status = ''], at) =>
          recommendation(
            { ref: `R${at + 1}`, text, owners: ownersOf(who), due: dueOf(when) },
            [],
            [{ evidence, grade: GRADES[status as keyof typeof GRADES], presented_on: '2018-09-18' }],
          ),
        ),
      },
    ],
  },
  make: () =>
    new TextEncoder().encode(
      [
        'Hawkridge Borough Council',
        'Communities Scrutiny Committee',
        'Tuesday 18 September 2018',
        '',
        'Housing repairs review – action plan',
        'The Committee is asked to note the progress made on the recommendations that Cabinet approved on 10 April 2018.',
        '',
        'Ref\tRecommendation\tLead Officer\tTarget Date\tProgress\tStatus',
        ...ROWS.map((row, at) => [`R${at + 1}`, ...row.map(shown)].join('\t')),
        '',
        'Background papers: none',
        'Contact: Scrutiny Officer',
        '',
      ].join('\n'),
    ),
}
