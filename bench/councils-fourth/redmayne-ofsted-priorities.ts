import { recommendation, rowsOf } from '../councils-second/second-document.ts'
import type { Cell } from '../councils-second/second-document.ts'
import { named } from '../councils-third/third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { printedAs } from '../councils-third/third-print.ts'

/** A recommendation is a line with a reference; the actions beneath it have none. */
const ROWS = named(
  ['ref', 'area', 'plan', 'who', 'when', 'measure', 'progress', 'rag'],
  rowsOf(`
1.1 | The timeliness and quality of strategy discussions, so that all relevant partners are able to contribute. | Agree a protocol with police and health which sets out who attends, how quickly discussions are convened and how decisions are shared. | Head of Assessment | 31/03/2025 | 95% of strategy discussions are held within 24 hours | The protocol was signed by all three partners on 18 March and launched at a joint briefing for 140 staff. | Blue
 |  | Audit thirty strategy discussions each quarter and report the findings to the Improvement Board. | Principal Social Worker | June 2025 | 80% of discussions audited are judged good or better | The first audit covered 31 discussions, of which 22 were good or better. The second is under way. | Green
1.2 | The response to children who are missing from home or care, including return home interviews. | Recruit two return home interviewers and offer every child a choice of interviewer. | Service Manager, Exploitation / HR Business Partner | 30/04/2025 | 85% of interviews are completed within 72 hours | One interviewer began in April. The second post has been advertised twice without success and will be offered at a higher grade. | Amber
 |  | Bring themes from interviews together each month for the exploitation panel. | Service Manager, Exploitation | May 2025 | Panel minutes show disruption activity that follows from interviews | The first report of themes was considered by the panel on 8 May. | Green
 |  | Train residential staff in the use of the missing protocol. | Head of Residential Services | September 2025 | All six homes trained |  | Red
1.3 | The application of thresholds at the front door. | Rewrite the threshold guidance with schools, health visitors and the voluntary sector. | Head of Early Help | 28 February 2025 | Fewer than 20% of contacts lead to no further action | The guidance was approved by the Safeguarding Partnership in February and has been downloaded 900 times. | Blue
 |  | Hold weekly reviews of a sample of contacts that were closed, led by a manager from outside the service. | Head of Assessment | July 2025 | Nine in ten decisions are agreed with | Twelve reviews have been held. Managers agreed with 88% of decisions. | Green
2.1 | The stability of the social work workforce, and the effect of changes of worker on children. | Put in place a retention payment for social workers in the assessment and safeguarding teams. | Director of Children’s Services | 1 April 2025 | Turnover below 15% | Payments began in April. Turnover for the year to March was 19%. | Blue
 |  | Open a social work academy for newly qualified workers, with protected caseloads. | Principal Social Worker / Head of Learning | September 2025 | Twenty newly qualified workers are recruited in the first year | Premises have been found and eleven offers have been made to students who qualify this summer. | Green
2.2 | The quality of supervision and management oversight. | Replace the supervision template so that it asks for the child’s experience and the effect of the last plan. | Principal Social Worker | 31/01/2025 | 75% of supervision records audited are good | The template has been written but the supplier has not yet built it into the case system. It is now expected in July. | Amber
 |  | Give every team manager a coach for six months. | Head of Learning | October 2025 | All 26 managers have had six sessions | Coaches have been matched with 17 managers. | Green
3.1 | The planning for care leavers, particularly their health histories and access to suitable accommodation. | Give all care leavers a health passport by their eighteenth birthday. | Designated Nurse / Head of Corporate Parenting | December 2025 | 100% of care leavers turning 18 hold a passport | A form for the passport has been agreed with young people and 14 have been issued. | Green
 |  | Agree with the housing service a quota of twenty tenancies a year. | Head of Corporate Parenting | 30/06/2025 | Twenty tenancies a year are let to care leavers |  | Red
3.2 | The use of unregistered placements for children with complex needs. | Open a two-bed home with specialist support. | Head of Residential Services | 31 May 2025 | No child is in an unregistered placement | The purchase of the house fell through in March. A second property has been surveyed and registration will not be applied for before October. | Amber
 |  | Review every unregistered placement weekly, chaired by the Director. | Director of Children’s Services | January 2025 | Weekly review is recorded for every child | Reviews have been held each week since 6 January. Two children remain in such placements. | Blue
`),
)
const THEMES: Record<string, string> = {
  '1.1': 'Priority 1: Help and protection',
  '2.1': 'Priority 2: Workforce and practice',
  '3.1': 'Priority 3: Children in care and care leavers',
}
const GRADES = { Blue: 'completed', Green: 'on_track', Amber: 'slipped', Red: 'not_started' } as const
const FILLS: Record<string, string> = { Blue: '8db3e2', Green: '92d050', Amber: 'ffc000', Red: 'ff5050' }
const GROUPS = ROWS.flatMap((row, at) => {
  if (row.ref === '') return []
  const next = ROWS.findIndex((other, place) => place > at && other.ref !== '')
  return [ROWS.slice(at, next === -1 ? ROWS.length : next)]
})
const THEME_OF = (ref: string) => THEMES[`${ref.charAt(0)}.1`] ?? ''

const printedRows = (group: typeof ROWS): Cell[][] => {
  const theme = THEMES[group[0]?.ref ?? '']
  const rows = group.map(({ ref, area, plan, who, when, measure, progress, rag }, at): Cell[] => [
    at === 0 ? { text: ref, down: group.length } : null,
    at === 0 ? { text: area, down: group.length } : null,
    plan,
    who,
    when,
    measure,
    progress,
    { text: rag, fill: FILLS[rag] ?? '' },
  ])
  return theme ? [[{ text: theme, across: 8, fill: 'dbe5f1', bold: true }, ...Array<null>(7).fill(null)], ...rows] : rows
}

/** An improvement plan by priority: several actions beside each area, graded in colours whose key stands above. */
export const redmayneOfstedPriorities: CouncilDocument = {
  name: 'redmayne-ofsted-priorities',
  ending: 'pdf',
  truth: {
    organisation: 'Redmayne Borough Council',
    committee: 'Children and Families Scrutiny Committee',
    document_date: '2025-05-22',
    reviews: [
      {
        title: 'Children’s Services Improvement Plan 2025',
        recommendations: GROUPS.map((group) =>
          recommendation(
            { ref: group[0]?.ref ?? '', theme: THEME_OF(group[0]?.ref ?? ''), text: group[0]?.area ?? '' },
            group.map(({ plan, who, when, measure }) => ({ text: plan, who, when, measures: [measure] })),
            group.map(({ progress, rag }, at) => ({
              round: 'May 2025',
              action: at + 1,
              evidence: progress,
              grade: GRADES[rag as keyof typeof GRADES],
            })),
          ),
        ),
      },
    ],
  },
  make: () =>
    printedAs(
      [
        { line: 'Redmayne Borough Council', bold: true, size: 14 },
        { heading: 'Children’s Services Improvement Plan 2025' },
        { line: 'Report to the Children and Families Scrutiny Committee, 22 May 2025' },
        {
          line: 'Ofsted inspected our services for children in September 2024 and judged that they require improvement to be good. This plan sets out what we are doing about each of the areas which inspectors said need to improve. It is overseen by an Improvement Board with an independent chair.',
        },
        {
          widths: [1, 5],
          heads: [['RAG', 'Meaning']],
          rows: [
            [{ text: 'Blue', fill: FILLS.Blue ?? '' }, 'Completed'],
            [{ text: 'Green', fill: FILLS.Green ?? '' }, 'On track to be completed by the date set'],
            [{ text: 'Amber', fill: FILLS.Amber ?? '' }, 'Slipped: will not be completed by the date set'],
            [{ text: 'Red', fill: FILLS.Red ?? '' }, 'Not started'],
          ],
        },
        {
          widths: [0.6, 2.2, 2.8, 1.6, 1.3, 2, 2.8, 0.9],
          heads: [['Ref', 'Area for improvement', 'Action', 'Lead', 'Due', 'Success measure', 'Progress (May 2025)', 'RAG']],
          rows: GROUPS.flatMap(printedRows),
        },
      ],
      { size: 8.5, footer: 'Children’s Services Improvement Plan' },
    ),
}
