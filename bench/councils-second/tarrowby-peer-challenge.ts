import type { CouncilDocument } from '../councils/council-document.ts'
import type { Cell } from './second-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf, withoutRepeats } from './second-document.ts'
import { wordFile } from './second-word.ts'

const TEXTS: Record<string, string> = {
  R1: 'Set out a clear and shared vision for the borough with partners, and the few priorities that matter most.',
  R2: 'Strengthen the medium term financial plan so that members see savings in full and how sure they are.',
  R3: 'Review the role of overview and scrutiny so that it helps to shape policy.',
  R4: 'Be clearer on what is expected of staff under hybrid working.',
  R5: 'Make better use of data in running services.',
  R6: 'Look again at the capacity for delivering the capital programme.',
}
const ROWS = rowsOf(`
R1 | Hold a partners' summit to agree the vision. | Chief Executive | Oct 22 ⇒ 2022-10-31 | Summit held on 19 October with 42 organisations. | Blue
R1 | Publish a new Borough Plan for 2023 to 2027. | Leader of the Council/Chief Executive | March 2023 | Consultation closed on 16 December; 1,204 replies are being studied. | Green
R1 | Bring back the Tarrowby Partnership as a board with delivery groups. | Head of Policy | End of May 2023 ⇒ 2023-05-31 | Terms of reference were agreed. Two of the four groups have no chair yet. The college and the integrated care board have each been asked for a nomination by the end of March. | Amber
R2 | Show every saving with its own confidence rating in reports to Cabinet. | Director of Resources | September 2022 | In use since the Quarter 1 report. | Blue
R2 | Reduce reliance on reserves to below £1.5m a year. | Director of Resources | March 2024 | The draft budget uses £1.3m. | Green
R3 | Commission training for scrutiny members and chairs. | Monitoring Officer | November 2022 | Delivered over three evenings. | Blue
R3 | Bring early drafts of policy to scrutiny under a new protocol. | Monitoring Officer/Scrutiny Manager | January 2023 | The protocol was put back to March so that new Cabinet members could see it. | Amber
R4 | Publish a hybrid working policy after talks with trade unions. | Head of People | December 2022 | The policy was approved on 6 December. | Blue
R4 | Survey staff twice a year. | Head of People | Ongoing | First survey had a 58% response. | Green
R5 | Appoint a data lead and write a data strategy. | Director of Transformation | February 2023 | The post has been advertised twice without an appointment. | Red
R5 | Build a dashboard for each service. | Director of Transformation | By June 2023 ⇒ 2023-06-30 | Waste and housing dashboards are finished. | Green
R6 | Set up a programme office with four project managers. | Director of Place | April 2023 | Three appointed. | Green
R6 | Re-profile the capital programme to what can be delivered. | Director of Place/Director of Resources | February 2023 | Reported to Cabinet with the budget on 7 February. | Green
`)
const GRADES = { Blue: 'completed', Green: 'on_track', Amber: 'slipped', Red: 'overdue' } as const
const FILLS = { Blue: '00B0F0', Green: '00B050', Amber: 'FFC000', Red: 'FF0000' } as const

const cells = ROWS.map((row, at): Cell[] => {
  const [ref = '', action = '', who = '', when = '', said = '', rag = ''] = row
  const first = ROWS[at - 1]?.[0] !== ref
  const down = ROWS.filter((other) => other[0] === ref).length
  const merged = (text: string): Cell => (first ? { text, down } : null)
  return [
    merged(ref),
    merged(TEXTS[ref] ?? ''),
    action,
    who.replace('/', '\n'),
    when,
    said,
    { text: rag, fill: FILLS[rag as keyof typeof FILLS] },
  ]
})

export const tarrowbyPeerChallenge: CouncilDocument = {
  name: 'tarrowby-peer-challenge',
  ending: 'docx',
  truth: {
    organisation: 'Tarrowby Borough Council',
    document_date: '2023-02-28',
    reviews: [
      {
        title: 'Corporate Peer Challenge – Action Plan',
        recommendations: Object.entries(TEXTS).map(([ref, text]) => {
          const rows = ROWS.filter((row) => row[0] === ref)
          const dates = withoutRepeats(rows.map((row) => row[3] ?? ''))
          return recommendation(
            { ref, text, owners: withoutRepeats(rows.flatMap((row) => ownersOf(row[2] ?? ''))), due: dates.flatMap(dueOf) },
            rows.map((row) => ({ text: row[1] ?? '', who: row[2] ?? '', when: row[3] ?? '' })),
            rows.map((row, at) => ({
              action: at + 1,
              evidence: row[4] ?? '',
              grade: GRADES[row[5] as keyof typeof GRADES],
              round: 'February 2023',
            })),
          )
        }),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        { heading: 'Tarrowby Borough Council: Corporate Peer Challenge – Action Plan' },
        { line: 'Progress at February 2023' },
        {
          widths: [800, 3000, 3400, 2000, 1500, 3500, 1000],
          heads: ['Ref', 'Peer Challenge Recommendation', 'Action', 'Lead', 'Timescale', 'Progress', 'RAG'],
          rows: cells,
        },
        {
          line: 'BRAG key: Blue – complete. Green – on track. Amber – behind, with a plan to recover. Red – date passed and not complete.',
        },
      ],
      { header: 'OFFICIAL' },
    ),
}
