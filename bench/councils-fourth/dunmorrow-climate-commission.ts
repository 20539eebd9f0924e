import { bookFile } from '../councils-second/second-book.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from '../councils-third/third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'

const ROWS = named(
  ['ref', 'theme', 'text', 'answer', 'plan', 'who', 'when', 'first', 'firstRag', 'second', 'secondRag'],
  rowsOf(`
1 | Buildings | All Council buildings should be off gas by 2035, beginning with those whose boilers are due to be replaced. | Agreed | A programme of heat decarbonisation will be drawn up for the 140 largest buildings. | Head of Property | March 2024 | Surveys have been made of 60 buildings. | Green | Surveys have been made of 118 buildings. The consultant withdrew in January and the rest will be finished by June. | Amber
2 | Buildings | Tenants should be offered advice at home on energy before and after their houses are insulated. | Agreed | Four energy advisers will be employed with the local housing associations. | Housing Investment Manager / Dunmorrow Housing Association | 31/12/2023 | Three advisers have begun work. | Green | All four advisers are in post, and 412 households have been visited. | Blue
3 | Buildings | The Council should ask that new schools be built to the Passivhaus standard. | Agreed in part | The standard will be used for the next two schools and its cost reviewed before a decision about others. | Head of Property | August 2024 | The first school is at the design stage. | Green | Tenders for the first school are 4% above the estimate. A decision on the second has been put back. | Amber
4 | Transport | Bus fares for those under 25 should be held for three years. | Not agreed | Fares are set by operators and the Council has no power to hold them. | Transport Manager |  |  |  |  | 
5 | Transport | Every town of more than 5,000 people should have a network of safe routes for walking and cycling. | Agreed | Plans will be made for six towns, with two consulted on each year. | Roads and Active Travel Manager | October 2024 | Plans for two towns have been consulted on, and drew 1,870 replies. | Green | Plans for four towns are complete. | Green
6 | Transport | Council vans should be electric by 2030. | Agreed | Forty-five vans will be replaced each year. | Fleet Manager | Ongoing | Thirty vans have been delivered. | Amber | Forty-eight vans have been delivered and charging points put in at both depots. | Green
7 | Land | Peatland in the Council’s ownership should be restored. | Agreed | A bid will be made to Peatland ACTION for 300 hectares at Corrie Moss. | Countryside Manager / NatureScot | September 2023 | The bid was submitted on 4 August. | Green | The bid succeeded and 120 hectares were restored over the winter. | Blue
8 | Land | The Council should plant one million trees by 2030 on land which is not good for farming. | Agreed in part | Planting of 400,000 trees will be supported, because no more land has been found. | Countryside Manager | March 2030 | No planting has yet taken place. | Red | A nursery contract has been let for 80,000 trees. | Green
9 | People | A citizens’ panel on climate should meet twice a year and be told what has come of its advice. | Agreed | A panel of 40 people will be chosen by lot. | Community Planning Manager | November 2023 | Invitations have been sent to 6,000 households. | Green | The panel met in November and again in March, and its first report is on the website. | Blue
10 | People | Carbon should be reported to the Council in the same report as the budget. | Agreed | A carbon budget will be appended to the report to Council in February. | Chief Finance Officer | 29 February 2024 | A method has been agreed with the other councils of the region. | Green | The first carbon budget was put before Council on 22 February 2024. | Blue
`),
)
const ANSWERS = { Agreed: 'accepted', 'Agreed in part': 'accepted_in_part', 'Not agreed': 'rejected' } as const
const GRADES: Record<string, 'completed' | 'on_track' | 'slipped' | 'not_started'> = {
  Blue: 'completed',
  Green: 'on_track',
  Amber: 'slipped',
  Red: 'not_started',
}
const FILLS: Record<string, string> = { Blue: '#9DC3E6', Green: '#A9D18E', Amber: '#FFC000', Red: '#FF5050' }
const HEADS = [
  'No.',
  'Theme',
  'Commission’s recommendation',
  'Council response',
  'Agreed action',
  'Lead',
  'Target date',
  'Progress (September 2023)',
  'RAG (September 2023)',
  'Progress (March 2024)',
  'RAG (March 2024)',
]
const coloured = (rag: string) => (rag === '' ? null : { value: rag, fill: FILLS[rag] ?? '' })

/** Two rounds of a climate commission's recommendations to a Scottish council, with the answer and the action in their own columns. */
export const dunmorrowClimateCommission: CouncilDocument = {
  name: 'dunmorrow-climate-commission',
  ending: 'xlsx',
  truth: {
    organisation: 'Dunmorrow Council',
    document_date: '2024-03-28',
    reviews: [
      {
        title: 'Dunmorrow Climate Commission: progress on recommendations',
        recommendations: ROWS.map(({ ref, theme, text, answer, plan, who, when, first, firstRag, second, secondRag }) =>
          recommendation(
            {
              ref,
              theme,
              text,
              owners: ownersOf(who),
              due: dueOf(when),
              response: { answer: ANSWERS[answer as keyof typeof ANSWERS], text: answer },
            },
            [{ text: plan, who, when }],
            first === ''
              ? []
              : [
                  { round: 'September 2023', evidence: first, grade: GRADES[firstRag] ?? null },
                  { round: 'March 2024', evidence: second, grade: GRADES[secondRag] ?? null },
                ],
          ),
        ),
      },
    ],
  },
  make: () =>
    bookFile([
      {
        name: 'Progress',
        widths: [6, 14, 44, 18, 44, 26, 18, 40, 14, 44, 14],
        rows: [
          [{ value: 'Dunmorrow Council', bold: true }],
          [{ value: 'Dunmorrow Climate Commission: progress on recommendations', bold: true }],
          ['28 March 2024'],
          [],
          HEADS.map((value) => ({ value, bold: true, fill: '#D9D9D9' })),
          ...ROWS.map(({ ref, theme, text, answer, plan, who, when, first, firstRag, second, secondRag }) => [
            Number(ref),
            theme,
            text,
            answer,
            plan,
            who.replace(' / ', '\n'),
            when,
            first,
            coloured(firstRag),
            second,
            coloured(secondRag),
          ]),
          [],
          [null, { value: 'RAG key', bold: true }],
          [null, { value: 'Blue', fill: FILLS.Blue ?? '' }, 'Complete'],
          [null, { value: 'Green', fill: FILLS.Green ?? '' }, 'On track'],
          [null, { value: 'Amber', fill: FILLS.Amber ?? '' }, 'Behind schedule'],
          [null, { value: 'Red', fill: FILLS.Red ?? '' }, 'Not started'],
        ],
      },
    ]),
}
