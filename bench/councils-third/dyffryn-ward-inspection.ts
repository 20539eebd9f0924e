import { readFileSync } from 'node:fs'
import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from './third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'

const COLUMNS = ['ref', 'text', 'plan', 'who', 'when'] as const
export const DYFFRYN_ROWS = named(
  COLUMNS,
  rowsOf(`
1 | The health board must ensure that patients are able to reach a call bell at all times and that bells are answered promptly. | The position of call bells has been made part of the hourly care round. Response times will be taken from the system each week by the ward manager and discussed at the safety huddle. | Ward Manager | Completed
2 | The health board must ensure that written information about visiting, complaints and the Community Health Council is displayed in Welsh and in English. | Bilingual leaflets have been ordered for the entrance and the day room. A board which shows who is on duty will be put up in both languages. | Ward Manager / Welsh Language Officer | 28 February 2020
3 | The health board must ensure that the fridge in which medicines are kept is locked and its temperature recorded every day. | The lock was replaced on the day of the inspection. A daily check has been added to the list of the nurse in charge, and pharmacy will audit the record each month. | Senior Pharmacist | Completed
4 | The health board must review the storage of equipment so that fire exits and bathrooms are kept clear. | Equipment which is not needed has been returned to the store. A bid for shelving has been made to the capital group. In the meantime the housekeeper walks the ward twice a day. | Senior Nurse, Medicine | 31 March 2020
5 | The health board must ensure that risk assessments for falls, nutrition and pressure damage are completed within six hours of admission and brought up to date when the condition of the patient changes.⏎Staff must be reminded of the need to sign and date each entry. | Teaching sessions on documentation have been held for 24 of 31 registered nurses. Ten records will be audited each week until 95% are complete for three weeks together. | Practice Development Nurse | 30 April 2020
6 | The health board must ensure that do not attempt resuscitation forms are completed in full and reviewed when a patient is moved. | The resuscitation officer will audit every form on the ward in February. The results will be presented to the physicians at the audit meeting. | Clinical Lead / Resuscitation Officer | 31 March 2020
7 | The health board must provide assurance that there are enough staff with the right skills on each shift, in line with the Nurse Staffing Levels Act. | Four nurses from overseas join the ward in March and two graduates in September. Until then shifts are reviewed each day by the senior nurse and gaps are put out to the bank four weeks ahead. | Head of Nursing | September 2020
8 | The health board must ensure that staff receive a yearly appraisal and that mandatory training is completed. | Dates for appraisals have been given to all staff. Compliance with training stood at 68% in January and will be reported to the directorate each month. | Ward Manager | 31 May 2020
9 | The health board must ensure that the resuscitation trolley is checked every day. | A tamper-proof tag is now used, and the senior nurse looks at the record on her weekly round. | Senior Nurse, Medicine | Completed
10 | The health board must tell us how it will learn from what patients and their families say about the ward. | Cards were put by each bed in December. Comments are gathered by volunteers and a notice of what has been changed is put up each month. | Patient Experience Manager | Ongoing
`),
)

/** A table on a health board's web page, selected in a browser and pasted into a file. */
export const dyffrynWardInspection: CouncilDocument = {
  name: 'dyffryn-ward-inspection',
  ending: 'txt',
  truth: {
    organisation: 'Dyffryn Teg University Health Board',
    reviews: [
      {
        title: 'Improvement plan: Ward 6, Ysbyty Pen-y-lan',
        recommendations: DYFFRYN_ROWS.map(({ ref, text, plan, who, when }) =>
          recommendation({ ref, text, owners: ownersOf(who), due: dueOf(when) }, [{ text: plan, who, when }]),
        ),
      },
    ],
  },
  make: () => new Uint8Array(readFileSync(new URL('./dyffryn-ward-inspection.txt', import.meta.url))),
}
