import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from '../councils-third/third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { wordFile } from '../councils-second/second-word.ts'

const ROWS = named(
  ['ref', 'text', 'answer', 'reply', 'who', 'when'],
  rowsOf(`
1 | That no bed on the stroke rehabilitation ward is closed until the community team has been fully staffed for three months. | Accepted | The Trust agrees. Eleven of fourteen posts in the community team have been filled and recruitment to the rest is under way. No bed will close before the condition has been met. | Chief Operating Officer | September 2025
2 | That the Integrated Care Board publishes the travel analysis on which the preferred option rests, with journeys by public transport from every ward. | Accepted | The analysis will be published on the Board’s website with a summary in plain English. | Director of Strategy | 30 May 2025
3 | That a free shuttle bus runs between the two hospitals from the day of any change, including weekends and evenings. | Partially accepted | A shuttle will run from Monday to Saturday between 7am and 9pm. Demand on Sundays was found to be fewer than six passengers and taxis will be offered instead. | Head of Facilities⏎Director of Strategy | 01/10/2025
4 | That visiting hours are lengthened for families who must travel more than thirty miles. | Accepted | Ward managers will agree hours with each family. The change applies from now. | Chief Nurse | April 2025
5 | That the Trust keeps a minor injuries unit at Gilcrux Cottage Hospital open overnight. | Not accepted | On average 1.4 patients attended between midnight and 7am. It would not be a safe use of nurses who are needed elsewhere. | Chief Operating Officer | 
6 | That patients and carers have at least three places on the implementation group, with their expenses paid. | Accepted | Three places have been offered through Healthwatch and expenses will be paid under the Board’s policy for public partners. | Head of Engagement / Healthwatch Gilcrux | 16 May 2025
7 | That the effect on ambulance response times is modelled by someone independent and is reported to this Committee before the decision. | Partially accepted | The Ambulance Service has modelled the effect and its work will be reviewed by another ambulance service. The report will come to the Committee in June. | Medical Director | June 2025
8 | That the Board tells staff in writing, before the summer, which posts will move and what support there will be. | Accepted | Letters will be issued to all 186 staff who are affected, after meetings with trade unions on 6 and 8 May. | Director of People | By end of June 2025 ⇒ 2025-06-30
9 | That the Trust reports on outcomes for stroke patients twelve and twenty-four months after the change, by postcode. | Accepted | Outcomes by postcode area will be reported in each of the two years. | Medical Director | Ongoing
10 | That the capital cost is reviewed in the light of building inflation, and that the Committee is told if it rises by more than 10%. | Accepted | The cost was reviewed in March and has risen by 6%. The Committee will be told of any further increase. | Director of Finance | 31/12/2025
`),
)
const ANSWERS = { Accepted: 'accepted', 'Partially accepted': 'accepted_in_part', 'Not accepted': 'rejected' } as const

/** The NHS’s replies to a health scrutiny committee: the answer in one column and its words in the next. */
export const gilcruxHealthVariation: CouncilDocument = {
  name: 'gilcrux-health-variation',
  ending: 'docx',
  truth: {
    organisation: 'Gilcrux Council',
    committee: 'Health Scrutiny Committee',
    document_date: '2025-04-24',
    reviews: [
      {
        title: 'Proposed changes to stroke and urgent care services: NHS response to the Committee’s recommendations',
        recommendations: ROWS.map(({ ref, text, answer, reply, who, when }) =>
          recommendation({
            ref,
            text,
            owners: ownersOf(who),
            due: dueOf(when),
            response: { answer: ANSWERS[answer as keyof typeof ANSWERS], text: reply },
          }),
        ),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        { line: 'Gilcrux Council', bold: true },
        { line: 'Health Scrutiny Committee', bold: true },
        { line: '24 April 2025' },
        { heading: 'Proposed changes to stroke and urgent care services: NHS response to the Committee’s recommendations' },
        {
          line: 'On 13 February 2025 the Committee decided that the proposals are a substantial variation of services and made ten recommendations to the Integrated Care Board and the Hospitals Trust. Their joint response is below.',
        },
        {
          widths: [600, 4200, 1500, 4600, 1800, 1500],
          heads: ['No.', 'Committee’s recommendation', 'NHS response', 'Reasons and comments', 'NHS lead', 'Timescale'],
          rows: ROWS.map(({ ref, text, answer, reply, who, when }) => [ref, text, answer, reply, who, when]),
        },
      ],
      { header: 'Agenda Item 6' },
    ),
}
