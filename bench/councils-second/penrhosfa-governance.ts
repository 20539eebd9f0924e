import type { CouncilDocument } from '../councils/council-document.ts'
import { dateOf, dueOf, ownersOf, recommendation, rowsOf } from './second-document.ts'
import { wordFile } from './second-word.ts'

const ROWS = rowsOf(`
GOV 1 | The scheme of delegation has not been revised since the directorates were reorganised. | The scheme will be redrafted and brought to the Audit Committee and then the Board. | Board Secretary | Sept 2021 ⇒ 2021-09-30 |  | Approved by the Board on 30 September 2021. | Green
GOV 2 | Minutes of committees do not always record the challenge made by independent members. | A guide for minute takers will be issued and a sample of minutes reviewed each quarter. | Board Secretary | July 2021 |  | Guide issued on 8 July. The first sample found good practice in six of seven committees. | Green
GOV 3 | There is no single register of the partnerships in which the health board takes part. | A register will be compiled, with a lead director against each entry. | Director of Planning | October 2021 | January 2022 | 31 of an expected 44 entries have been made. The remainder depend on agreements that were made by former clusters, and the papers for some of these have yet to be found. | Orange
GOV 4 | Declarations of interest were missing for a fifth of consultants. | The electronic system will be rolled out to all medical staff, with monthly reminders. | Medical Director | December 2021 |  | 91% have declared. On course for the full number. | Yellow
GOV 5 | Risk registers of divisions are held in different forms and scored in different ways. | One template and scoring matrix will be adopted, with training for risk leads. | Director of Nursing | August 2021 | November 2021 | Template agreed. Training stopped during the surge in admissions and has not been set up again. | Red
GOV 6 | The Board assurance framework is not linked to the annual plan. | The framework will be rebuilt around the eight objectives of the plan. | Board Secretary⏎Director of Planning | November 2021 |  | Workshop with the Board took place on 14 October. | Yellow
GOV 7 | Policies past their review date are still in use. | Owners will be given a timetable for review; policies over three years old will come to the Executive Team. | Director of Corporate Services | By 31/03/2022 ⇒ 2022-03-31 |  | 126 policies were out of date in April; 58 remain. | Yellow
GOV 8 | Recommendations of audit are marked complete without evidence. | Evidence must be placed on the tracker before an item can be closed. | Director of Finance | June 2021 |  | In force from 1 June 2021. | Green
GOV 9 | Statutory reports have been submitted late in Welsh. | A translation timetable will be built into the plan for each report. | Director of Corporate Services | May 2021 | December 2021 | Timetable drawn up for four reports. The contract for translation is out to tender. | Orange
GOV 10 | Board members lack a programme of development. | A programme will be agreed with the Chair for the year. | Chair / Board Secretary | 30 September 2021 |  | Six sessions are in the diary. | Green
`)
const GRADES = { Green: 'completed', Yellow: 'on_track', Orange: 'slipped', Red: 'overdue' } as const
const FILLS = { Green: '00B050', Yellow: 'FFFF00', Orange: 'F79646', Red: 'FF0000' } as const

export const penrhosfaGovernance: CouncilDocument = {
  name: 'penrhosfa-governance',
  ending: 'docx',
  truth: {
    organisation: 'Penrhosfa University Health Board',
    committee: 'Audit and Assurance Committee',
    document_date: '2021-10-26',
    reviews: [
      {
        title: 'Annual Governance Statement: Governance Action Plan',
        recommendations: ROWS.map(([ref = '', text = '', action = '', who = '', when = '', revised = '', evidence = '', rag = '']) =>
          recommendation(
            { ref, text, owners: ownersOf(who), due: dueOf(when) },
            [{ text: action, who, when }],
            [
              {
                evidence,
                grade: GRADES[rag as keyof typeof GRADES],
                presented_on: '2021-10-26',
                ...(revised ? { revised_due: dateOf(revised) } : {}),
              },
            ],
          ),
        ),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        { line: 'Penrhosfa University Health Board', bold: true },
        {
          widths: [3000, 10000],
          heads: ['Meeting', 'Audit and Assurance Committee'],
          rows: [
            ['Date', '26 October 2021'],
            ['Title of paper', 'Annual Governance Statement: Governance Action Plan'],
            ['Presented by', 'Board Secretary'],
          ],
        },
        {
          widths: [900, 2900, 3000, 1700, 1500, 1500, 2800, 1000],
          heads: [
            'Ref',
            'Governance Issue',
            'Management Action Agreed',
            'Responsible Executive Lead',
            'Agreed timescale for implementation',
            'Revised Implementation Date',
            'Progress',
            'RAG',
          ],
          rows: ROWS.map((row) => row.map((cell, at) => (at === 7 ? { text: cell, fill: FILLS[cell as keyof typeof FILLS] } : cell))),
        },
        {
          widths: [1500, 6000],
          heads: ['Key', ''],
          rows: [
            [{ text: 'Red', fill: FILLS.Red }, 'Date passed and action not complete'],
            [{ text: 'Orange', fill: FILLS.Orange }, 'Not on target'],
            [{ text: 'Yellow', fill: FILLS.Yellow }, 'On target'],
            [{ text: 'Green', fill: FILLS.Green }, 'Complete'],
          ],
        },
      ],
      {},
    ),
}
