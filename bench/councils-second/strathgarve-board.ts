import type { CouncilDocument } from '../councils/council-document.ts'
import { dateOf, dueOf, ownersOf, recommendation, rowsOf } from './second-document.ts'
import { printed } from './second-print.ts'

const ROWS = rowsOf(`
IJB19-01 | The Integration Joint Board should receive financial monitoring in each cycle, with the set-aside budget shown in full. | High | Monitoring reports will be redrawn to show delegated and set-aside budgets in one table. | Chief Finance Officer | September 2019 |  | The new form was first used for the September meeting. | Complete
IJB19-02 | Directions to the partners should be specific, costed and followed up. | High | A directions policy will be agreed, with a log of all that are issued. | Chief Officer | November 2019 | February 2020 | Policy drafted; statutory guidance has been delayed by the Government and is needed before it can be finished. A log of directions has been kept since August and 14 have been entered, of which:⏎- nine have been carried out;⏎- four are in hand; and⏎- one was withdrawn. | In progress
IJB19-03 | A workforce plan that covers all delegated services should be produced. | High | Both partners' plans will be brought into one. | Head of Organisational Development | March 2020 |  | Data have been collected for social work and community nursing. Figures for the third sector will be sought through the interface organisation, which has agreed to run a survey of its members in January. | In progress
IJB19-04 | Reports should carry an equality impact assessment, or say why there is none. | Medium | The template for reports will be altered. | Business Manager | Immediate |  | Template altered and training given to report authors. | Complete
IJB19-05 | The risk register should be considered by the Board at least twice in the year. | Medium | The register will be placed on the work plan for June and December. | Business Manager | December 2019 |  | Considered on 20 June. The December item is on the agenda. | In progress
IJB19-06 | Locality plans should contain measures of outcome. | Medium | Locality managers will agree up to ten measures for each plan. | Locality Manager (North)⏎Locality Manager (South) | October 2019 | January 2020 | North has agreed nine measures. Work in South awaits a new manager, who takes up post on 6 January 2020, and the date has been put back accordingly. | In progress
IJB19-07 | Members of the Board should be appraised once a year. | Low | A self-assessment will be circulated by the Chair. | Chair | January 2020 |  | To be circulated after the December meeting. | Not started
IJB19-08 | Service level agreements with the Council for support services should be signed. | Low | Agreements will be drawn up for finance, legal and committee services. | Chief Finance Officer/Council Solicitor | June 2019 | December 2019 | Finance signed. Legal and committee services are with the Council for comment. | In progress
IJB19-09 | The Board should publish its hospitality register. | Low | The register will go on the website each quarter. | Business Manager | July 2019 |  | Published for two quarters. | Complete
IJB19-10 | Complaints that span both partners should be counted once. | Medium | A single procedure for complaints will be put in place. | Clinical Director | November 2019 |  | Procedure in place since 4 November. | Complete
IJB19-11 | Reserves policy should be reviewed in line with the medium-term outlook. | High | Policy to be reviewed with the budget. | Chief Finance Officer | March 2020 |  |  | Not started
`)
const GRADES = { Complete: 'completed', 'In progress': 'in_progress', 'Not started': 'not_started' } as const

export const strathgarveBoard: CouncilDocument = {
  name: 'strathgarve-board',
  ending: 'pdf',
  truth: {
    organisation: 'Strathgarve Health and Social Care Partnership',
    committee: 'Audit and Performance Committee',
    document_date: '2019-11-28',
    reviews: [
      {
        title: 'Internal and External Audit Recommendations Tracker',
        recommendations: ROWS.map(([ref = '', text = '', , action = '', who = '', when = '', revised = '', evidence = '', status = '']) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(when) },
            [{ text: action, who, when }],
            [
              {
                evidence,
                grade: GRADES[status as keyof typeof GRADES],
                presented_on: '2019-11-28',
                ...(revised ? { revised_due: dateOf(revised) } : {}),
              },
            ],
          ),
        ),
      },
    ],
  },
  make: () =>
    printed(
      [
        { line: 'Strathgarve Health and Social Care Partnership', bold: true },
        { line: 'Audit and Performance Committee' },
        { line: 'Date: 28 November 2019' },
        { line: 'Internal and External Audit Recommendations Tracker', bold: true },
        {
          widths: [1.1, 2.6, 0.9, 2.2, 1.35, 1.25, 1.25, 2.3, 0.95],
          heads: [
            'Ref',
            'Audit Recommendation',
            'Priority',
            'Agreed Management Action',
            'Responsible Officer',
            'Original Implementation Date',
            'Revised Implementation Date',
            'Progress Update',
            'Status',
          ],
          rows: ROWS,
        },
      ],
      { size: 9.5, hyphenate: true, footer: 'Report IJB-AP/19/31' },
    ),
}
