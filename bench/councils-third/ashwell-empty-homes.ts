import type { Cell } from '../councils-second/second-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named, said } from './third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { printedAs } from './third-print.ts'

const COLUMNS = ['ref', 'text', 'who', 'when', 'progress', 'status'] as const
const THEMES: [theme: string, rows: ReturnType<typeof named<(typeof COLUMNS)[number]>>][] = [
  [
    'Theme A – Knowing where the empty homes are',
    named(
      COLUMNS,
      rowsOf(`
R1 | That the Council tax database is matched every quarter with the electoral roll and the records of the water company, so that homes which have been empty for more than six months are known and can be visited before they fall into disrepair. | Revenues Manager | March 2025 | The first match was run in February 2025 and found 61 homes that had been recorded as second homes. A data sharing agreement with the water company was signed in April and the match is now part of the quarterly timetable. | Complete
R2 | That a single form be placed on the website by which residents can report an empty property, and that everyone who reports one is told within twenty working days what has been done. | Digital Services Manager | June 2025 | The form went live on 2 June. In the first three months 48 reports were received, of which 45 were answered within twenty working days. | Complete
R3 | That the Empty Homes Officer prepares a register of long-term empty properties in each ward and shares it with ward members in confidence twice a year. | Empty Homes Officer | September 2025 | Registers for nine of the fourteen wards were sent to members in September. The remaining five depend on the visits that are being made in October and November. | On track
R4 | That the reasons why homes stay empty are asked of every owner who is visited and reported each year to the Committee. | Empty Homes Officer | April 2026 | The questions have been agreed with the Housing Strategy team and are asked at every visit since July 2025. | On track
`),
    ),
  ],
  [
    'Theme B – Helping owners to bring homes back into use',
    named(
      COLUMNS,
      rowsOf(`
R5 | That the Cabinet considers the reintroduction of a loan scheme for owners of empty homes, with a maximum of £25,000 for each dwelling and a condition that the home is let for five years at or below the local housing allowance. | Housing Strategy Manager | May 2025 | A business case was taken to the Capital Board in July and was deferred until the outcome of the bid to the Combined Authority⟦The bid to the Homes and Neighbourhoods Fund was submitted on 30 June 2025.⟧ is known. It will come back to the Board in January 2026. | Behind schedule
R6 | That a list of builders and letting agents who are members of a recognised scheme is made available to owners. | Private Sector Housing Manager | December 2024 | The list was published in December 2024 and is renewed every six months. | Complete
R7 | That an offer of management by the Council’s own social lettings agency is sent to every owner with the letter that tells them of the council tax premium. | Social Lettings Manager / Revenues Manager | April 2025 | Enclosed with all premium letters since the annual billing run in March 2025. Seven homes have been taken into management so far and a further four are being surveyed. | Complete
R8 | That consideration is given to the leasing of empty homes for use as temporary accommodation, and that the saving on nightly paid accommodation is reported. | Housing Options Manager | October 2025 | Three leases have been signed and the saving to the end of September is £41,300. The scheme is being extended to ten homes, for which terms are being agreed. | On track
R9 | That the empty homes pages of the website carry at least four case studies of owners who have been helped. | Communica¦tions Manager | July 2025 | Two case studies have been written. The officer who was to write the others left in August and the post has been frozen. They will be published by February 2026. | Behind schedule
`),
    ),
  ],
  [
    'Theme C – Enforcement as a last resort',
    named(
      COLUMNS,
      rowsOf(`
R10 | That a procedure for empty dwelling management orders⟦Orders under Part 4 of the Housing Act 2004.⟧ and compulsory purchase is adopted, which says at what stage each will be used and who decides. | Head of Legal Services / Private Sector Housing Manager | November 2025 | A draft procedure has been through two rounds of comments by Legal Services and Finance. It is to be presented to the Cabinet on 18 November 2025. | On track
R11 | That the ten worst properties in the Borough are identified by a scoring matrix, published without addresses, and that an action plan is drawn up for each of them. | Empty Homes Officer | August 2025 | The matrix was agreed in May. The ten were chosen in June and each has an action plan with a named officer; two of the ten have been sold at auction since. | Complete
R12 | That a revolving fund of £500,000 is set aside for compulsory purchase, to be repaid from the sale of each property. | Section 151 Officer | February 2026 | To be considered with the capital programme for 2026/27. Work on the terms of the fund has not begun. | Not started
R13 | That use is made of section 215 notices where an empty home harms the amenity of its neighbours, and that the number served is reported quarterly. | Planning Enforce¦ment Team Leader | Ongoing | Eleven notices have been served since April 2025. In eight of those cases the works were carried out by the owner and in one by the Council in default. | On track
R14 | That the Council writes to the Secretary of State to ask that the period before a management order can be sought be reduced from two years to one. | Leader of the Council | January 2025 | A letter was sent on 14 January 2025. A reply was received in March and has been circulated to members of the Committee. | Complete
`),
    ),
  ],
]
const GRADES = { Complete: 'completed', 'On track': 'on_track', 'Behind schedule': 'slipped', 'Not started': 'not_started' } as const
const FILLS: Record<string, string> = { Complete: '00b050', 'On track': '92d050', 'Behind schedule': 'ffc000', 'Not started': 'd0cece' }

export const ashwellEmptyHomes: CouncilDocument = {
  name: 'ashwell-empty-homes',
  ending: 'pdf',
  truth: {
    organisation: 'Ashwell and Tarn Borough Council',
    committee: 'Housing and Communities Overview and Scrutiny Committee',
    document_date: '2025-11-06',
    reviews: [
      {
        title: 'Empty Homes Task and Finish Group',
        recommendations: THEMES.flatMap(([theme, rows]) =>
          rows.map(({ ref, text, who, when, progress, status }) =>
            recommendation(
              { ref, theme, text: said(text), owners: ownersOf(said(who)), due: dueOf(when) },
              [],
              [{ evidence: said(progress), grade: GRADES[status as keyof typeof GRADES], presented_on: '2025-11-06' }],
            ),
          ),
        ),
      },
    ],
  },
  make: () =>
    printedAs(
      [
        { line: 'Ashwell and Tarn Borough Council', bold: true, size: 14 },
        { line: 'Housing and Communities Overview and Scrutiny Committee – 6 November 2025', bold: true },
        { heading: 'Empty Homes Task and Finish Group: monitoring of recommendations' },
        {
          line: 'The Task and Finish Group reported in October 2024 and its fourteen recommendations were accepted by the Cabinet in November 2024. This is the second monitoring report. Members are asked to note the progress that has been made and to decide which recommendations need no further report.',
        },
        {
          line: 'Status: Complete – the recommendation has been carried out. On track – will be done by the target date. Behind schedule – will not be done by the target date. Not started – no work has begun.',
        },
        {
          widths: [0.75, 3.4, 1.6, 1.35, 3.4, 1.25],
          heads: [['Ref', 'Recommendation', 'Lead officer', 'Target date', 'Progress at October 2025', 'Status']],
          rows: THEMES.flatMap(([theme, rows]): Cell[][] => [
            [{ text: theme, across: 6, fill: 'dbe5f1', bold: true }, null, null, null, null, null],
            ...rows.map(({ ref, text, who, when, progress, status }): Cell[] => [
              ref,
              text,
              who.replace(' / ', '\n'),
              when,
              progress,
              { text: status, fill: FILLS[status] },
            ]),
          ]),
        },
        { line: 'Contact officer: Scrutiny Support Team, Town Hall, Tarn Street' },
      ],
      { portrait: true, size: 10, header: 'Agenda Item 7', footer: 'Empty Homes monitoring' },
    ),
}
