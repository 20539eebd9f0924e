import { readFileSync } from 'node:fs'
import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named, paragraphsIn } from './third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'

const COLUMNS = ['ref', 'text', 'plan', 'who', 'cost', 'when'] as const
export const HARROWBY_ROWS = named(
  COLUMNS,
  rowsOf(`
a | That the Council works towards recognition as a dementia-friendly community by 2017 and appoints a member champion who reports to the Panel once a year. (para 31) | The Executive Member for Adult Social Care has been appointed as champion. An application for recognition will be made to the national charity with the support of the Dementia Alliance, which brings together 40 businesses and groups. The champion will meet the Alliance every two months and will make a report to the Panel each December on what has been learnt and on what remains to be done before the application can be renewed. | Director of Wellbeing | Nil | December 2016
b | That all staff who deal with the public in libraries, customer service points and leisure centres are offered a dementia awareness session within a year. (para 34) | A session of one hour will be provided in house by trained champions. It will be offered to 460 staff, beginning with the staff of the central library, and will be added to the induction programme. Volunteers and the staff of contractors who work in Council buildings will be invited to take up places that are left. | Learning and Development Manager | Nil – officer time | March 2016
c | That the signs and lighting of the bus station and of the Civic Centre be looked at with people who have dementia and their carers, and that the cost of improvements be estimated. (paras 38, 39) | Two walks will be arranged with members of the Memory Café. A schedule of works with costs will be drawn up from their comments and considered as part of the maintenance programme for 2016/17. | Property Services Manager | £4,000 | February 2016
d | That the Clinical Commissioning Group is asked to reduce the time from referral to diagnosis to no more than eight weeks in all parts of the Borough. (para 45) | The memory service has been given funding for a second consultant and two nurses. Waiting times have come down from nineteen weeks to twelve since April and are reported to the Health and Wellbeing Board each quarter. The Clinical Commissioning Group expects that eight weeks will be reached in the north of the Borough by March and in the south by June, when the new clinic at Stainmere has opened. | CCG Chief Officer | CCG budget | June 2016
e | That every person who receives a diagnosis is given the name of a dementia adviser at the same appointment. (para 47) | The contract for dementia advisers will be extended for two years, and advisers will attend the memory clinic on three days of the week in place of one. | Commissioning Manager | £62,500 a year | 01/04/2016
f | That the Council reviews the number of day care places for people with dementia who are under the age of 65. (para 52) | There are eleven people known to the service. Each will be asked what they would like, and a proposal for a service shared with neighbouring authorities will be brought to the Panel. | Commissioning Manager / Service User Involvement Officer | To be met from existing budgets | April 2016
g | That assistive technology is offered at the time of each carer’s assessment and that the number of people who take it up is reported. (para 58) | A demonstration flat has been opened at Millbrook Court. Assessors will be trained in the equipment that can be supplied, and figures for take-up will be added to the performance report. | Telecare Manager | £8,200 | January 2016
h | That care homes in the Borough be encouraged to take part in the Council’s quality award, with a standard for dementia. (para 63) | A standard has been written and tested in two homes. It will be part of the award from the next round of visits and will be taken into account in the fees that are paid. | Quality Assurance Officer | Nil | October 2016
i | That consideration be given to a register of people who are likely to go missing, so that the police have a photograph and a description before they are needed. (para 70) | The police have adopted a form on which families can set out the places that a person knows and the routines that he or she keeps to. Social workers will offer the form at each review, and it will be placed on the Council’s website together with advice on what to do in the first hour. | Safeguarding Adults Manager | Nil – officer time | December 2015
j | That hospital staff are given a profile of each patient with dementia on admission, written by the family or by the care home. (para 74) | A profile of one page has been agreed with the hospital trust and with the association of care homes. The trust has undertaken to place it at the front of the notes, and the discharge team will look at whether this has been done for a sample of thirty patients. | Hospital Trust Lead Nurse for Dementia / Head of Adult Services | Hospital trust budget | May 2016
k | That the Council supports the three memory cafés for a further year and looks for other ways in which they could be paid for after that. (para 79) | Grants of £3,000 will be made to each café in April. The Voluntary Sector Officer will help the organisers to apply to two charitable trusts and will report to the Executive Member on the outcome. | Voluntary Sector Officer | £9,000 | 30.04.16 ⇒ 2016-04-30
l | That advice on lasting power of attorney and on wills be made available at the time of diagnosis. (para 83) | The Citizens Advice Bureau will hold a session at the memory clinic on the first Tuesday of each month for a trial of six months. | Welfare Rights Manager | £1,600 | Ongoing
m | That the Panel receives a report on these actions in six months and again after a year. (para 88) | Reports will be added to the work programme for March and September 2016. | Scrutiny Support Officer | Nil | September 2016
`),
)

/** Word's page as LibreOffice prints it, and its words as `pdftotext -layout` gives them. */
export const harrowbyDementiaPlan: CouncilDocument = {
  name: 'harrowby-dementia-plan',
  ending: 'txt',
  truth: {
    organisation: 'Harrowby and Stainmere Borough Council',
    committee: 'Social Care and Adult Services Scrutiny Panel',
    document_date: '2015-10-20',
    reviews: [
      {
        title: 'Living Well with Dementia',
        recommendations: HARROWBY_ROWS.map(({ ref, text, plan, who, cost, when }) =>
          recommendation({ ref, text, paragraph_refs: paragraphsIn(text), owners: ownersOf(who), due: dueOf(when) }, [
            { text: plan, who, when, budget: cost },
          ]),
        ),
      },
    ],
  },
  make: () => new Uint8Array(readFileSync(new URL('./harrowby-dementia-plan.txt', import.meta.url))),
}
