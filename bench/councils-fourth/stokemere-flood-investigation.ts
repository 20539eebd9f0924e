import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from '../councils-third/third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { printedAs } from '../councils-third/third-print.ts'

const ROWS = named(
  ['ref', 'text', 'who', 'when', 'progress', 'status'],
  rowsOf(`
1 | Survey the culverted length of the Mere Brook between Station Road and the allotments, and clear any obstruction that is found. | Lead Local Flood Authority | 31 October 2024 | A camera survey was completed on 9 October. Eleven tonnes of silt and a length of collapsed brickwork were removed. | Complete
2 | Review the capacity of the surface water sewer in Tanner’s Row, taking account of the rainfall recorded on 2 January, and publish the findings. | Severnside Water | March 2025 | The model has been run for the events of January and September. Findings are with the company’s asset planning team and will be published in May. | In progress
3 | Increase the frequency of gully cleansing in the eighteen streets listed in Appendix C from once to three times a year. | Highway Authority | By 1 November 2024 ⇒ 2024-11-01 | All eighteen streets were added to the higher frequency schedule from 14 October. Two rounds of cleansing have been completed. | Complete
4 | Replace the trash screen at Mill Lane with one that can be cleared safely in high flows, and install a camera. | Environment Agency⏎Lead Local Flood Authority | August 2025 | Outline design has been completed. The landowner has agreed to access. | In progress
5 | Establish a flood warning service for the Mere Brook, which at present is not covered by one. | Environment Agency | December 2025 | A gauge was installed upstream of the bypass in February. Twelve months of readings are needed before thresholds can be set. | In progress
6 | Prepare a community flood plan with residents of Lower Stokemere, with named wardens and a store of equipment. | Stokemere Town Council⏎Emergency Planning Team | 30/06/2025 | A public meeting on 21 January was attended by 64 people and nine offered to act as wardens. The plan is being drafted. | In progress
7 | Consider property flood resilience measures for the forty-one homes that flooded internally, and seek grant for them. | Lead Local Flood Authority | September 2025 | An application for £312,000 was submitted in January and a decision is expected after the spending review. | In progress
8 | Require that all applications for development in the catchment of more than five homes are accompanied by a drainage strategy which reduces run-off by 40%. | Local Planning Authority | Ongoing | A position statement was adopted by the Planning Committee on 11 December and has been applied to four applications. | Complete
9 | Inspect the embankment of the former canal and establish who is responsible for its maintenance. | Lead Local Flood Authority⏎Canal and Navigation Trust | January 2025 |  | Not started
10 | Notify riparian owners along the Mere Brook of their responsibilities in a letter that is renewed every two years. | Lead Local Flood Authority | 15 December 2024 | Letters were hand-delivered to 118 properties on 3 December with a leaflet from the National Flood Forum. | Complete
11 | Investigate whether land at Home Farm could be used to store flood water, with payment to the farmer under an agri-environment scheme. | Environment Agency⏎Wildlife Trust | March 2026 |  | Not started
`),
)
const GRADES = { Complete: 'completed', 'In progress': 'in_progress', 'Not started': 'not_started' } as const

/** Recommendations of a flood investigation to several authorities, in a table with lines between its rows only. */
export const stokemereFloodInvestigation: CouncilDocument = {
  name: 'stokemere-flood-investigation',
  ending: 'pdf',
  truth: {
    organisation: 'Mereshire County Council',
    document_date: '2025-03-14',
    reviews: [
      {
        title: 'Section 19 Flood Investigation: Stokemere, 2 January 2024',
        recommendations: ROWS.map(({ ref, text, who, when, progress, status }) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(when) },
            [],
            [{ round: 'March 2025', evidence: progress, grade: GRADES[status as keyof typeof GRADES] }],
          ),
        ),
      },
    ],
  },
  make: () =>
    printedAs(
      [
        { line: 'Mereshire County Council', bold: true, size: 13 },
        { heading: 'Section 19 Flood Investigation: Stokemere, 2 January 2024' },
        { line: '14 March 2025' },
        { heading: 'Progress on recommendations', level: 2 },
        {
          line: 'Under section 19 of the Flood and Water Management Act 2010 the Council, as Lead Local Flood Authority, investigated the flooding of forty-one homes and nine businesses in Stokemere. It has no power to require another risk management authority to act. Each has told us what it has done about the recommendations made to it.',
        },
        {
          widths: [0.6, 4, 2, 1.5, 4, 1.2],
          heads: [['No.', 'Recommendation', 'Risk management authority', 'Timescale', 'Progress (March 2025)', 'Status']],
          rows: ROWS.map(({ ref, text, who, when, progress, status }) => [ref, text, who, when, progress, status]),
        },
      ],
      { rules: 'rows', size: 10, face: 'Source Sans 3', footer: 'Stokemere flood investigation' },
    ),
}
