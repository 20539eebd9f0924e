import type { Cell } from '../councils-second/second-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { wordFile } from '../councils-second/second-word.ts'
import { named } from './third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'

const COLUMNS = ['ref', 'text', 'plan', 'when', 'who', 'progress', 'status'] as const
const THEMES: [theme: string, rows: ReturnType<typeof named<(typeof COLUMNS)[number]>>][] = [
  [
    'Treating older people with compassion, dignity and respect',
    named(
      COLUMNS,
      rowsOf(`
1 | NHS Strathuaine must ensure that patients are not moved between wards at night unless there is a clinical reason, and that the reason is written in the notes. | The bed management policy will be changed so that moves after 9pm need the approval of the site coordinator, who will record the reason. | 31 July 2016 | Chief Nurse, Acute | The policy was approved in June. Moves at night for reasons that are not clinical have fallen from 61 in May to 18 in August. | Complete
2 | NHS Strathuaine must ensure that bays and toilets are clearly signed so that people with a cognitive impairment can find their way. | An audit of the environment will be made on all seven wards with the help of the Dementia Nurse Consultant, and signs will be ordered. | 30 September 2016 | Dementia Nurse Consultant⏎Head of Estates | Audits are complete and signs have been put up on four wards. Signs for the other three have been delivered. | In progress
3 | NHS Strathuaine should ask patients and carers what matters to them and display this at the bedside. | Boards will be provided at each bed, and volunteers trained to help patients to fill them in. | 31 August 2016 | Person Centred Care Lead | Boards are in place at 168 of 172 beds. | Complete
`),
    ),
  ],
  [
    'Screening and initial assessment',
    named(
      COLUMNS,
      rowsOf(`
4 | NHS Strathuaine must ensure that all older people who are admitted to hospital are assessed for delirium, and that a plan of care is made for those in whom it is found. | The 4AT tool will be included in the admission document, and training given to medical and nursing staff in the receiving units. | 31 October 2016 | Consultant Geriatrician | The document has been printed and was brought into use on 5 September in the medical receiving unit. The surgical unit will follow in October. | In progress
5 | NHS Strathuaine must ensure that nutritional screening is completed within 24 hours of admission and repeated weekly. | Compliance will be measured on every ward each week and shown on the quality board. | 31 August 2016 | Senior Charge Nurses | Compliance was 83% in August against a target of 95%. Ward 4 and Ward 9 have been given extra support from the dietetic team. | In progress
6 | NHS Strathuaine must ensure that assessments for the risk of pressure ulcers lead to a plan of care. | A record of skin care will be put in place for each patient who is found to be at risk. | 30 June 2016 | Tissue Viability Nurse | The record is in use on all wards. Seventeen of twenty records which were looked at in August held a plan. | Complete
`),
    ),
  ],
  [
    'Person-centred care planning',
    named(
      COLUMNS,
      rowsOf(`
7 | NHS Strathuaine must ensure that there are personal plans of care which show how the needs of each patient are to be met. | New documentation for care planning will be tested on two wards and then spread to the others. | 31 December 2016 | Associate Nurse Director | Testing began on Ward 2 in August. | In progress
8 | NHS Strathuaine must ensure that an adult with incapacity certificate is accompanied by a treatment plan, and that the power of attorney is consulted. | Guidance will be issued to medical staff, and certificates will be audited every quarter. | 30 November 2016 | Associate Medical Director⏎Practice Development Nurse | The guidance is in draft. | In progress
9 | NHS Strathuaine should make a record of the times at which patients are out of bed. | Work will be taken forward by the physiotherapy service as part of its campaign to get people up and dressed. | 31 January 2017 | Physiotherapy Manager |  | Not started
`),
    ),
  ],
]
const GRADES = { Complete: 'completed', 'In progress': 'in_progress', 'Not started': 'not_started' } as const

export const strathuaineHospitalPlan: CouncilDocument = {
  name: 'strathuaine-hospital-plan',
  ending: 'docx',
  truth: {
    organisation: 'NHS Strathuaine',
    reviews: [
      {
        title: 'Improvement action plan: Inverleck General Hospital',
        recommendations: THEMES.flatMap(([theme, rows]) =>
          rows.map(({ ref, text, plan, when, who, progress, status }) =>
            recommendation(
              { ref, theme, text, owners: ownersOf(who), due: dueOf(when) },
              [{ text: plan, who, when }],
              [{ evidence: progress, grade: GRADES[status as keyof typeof GRADES] }],
            ),
          ),
        ),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        { heading: 'Improvement action plan: Inverleck General Hospital' },
        { line: 'Care of older people in acute hospitals: inspection of 10 to 12 May 2016', bold: true },
        { line: 'NHS board: NHS Strathuaine\nUpdate: September 2016' },
        {
          line: 'A requirement is a matter that the board must put right. A recommendation is a matter on which the board should follow good practice.',
        },
        {
          widths: [700, 3600, 3400, 1400, 1800, 3000, 1200],
          heads: [
            'Ref',
            'Requirement or recommendation',
            'Action planned',
            'Timescale',
            'Responsibility for taking action',
            'Progress',
            'Status',
          ],
          rows: THEMES.flatMap(([theme, rows]): Cell[][] => [
            [{ text: theme, across: 7, fill: 'E2EFD9', bold: true }, null, null, null, null, null, null],
            ...rows.map((row) => COLUMNS.map((column) => row[column])),
          ]),
        },
      ],
      { footer: 'NHS Strathuaine improvement action plan' },
    ),
}
