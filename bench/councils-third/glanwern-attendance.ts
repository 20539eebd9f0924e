import { dueOf, ownersOf, recommendation, rowsOf } from '../councils-second/second-document.ts'
import { named } from './third-document.ts'
import type { CouncilDocument } from '../councils/council-document.ts'
import { printedAs } from './third-print.ts'

const COLUMNS = ['ref', 'text', 'answer', 'plan', 'who', 'when'] as const
const ROWS = named(
  COLUMNS,
  rowsOf(`
1 | The Council should set out in a single strategy what it means by early intervention in attendance and how each service will contribute to it. | Accept | An attendance strategy will be written with head teachers, Education Welfare and Youth Services and put out to consultation in the autumn term. | Head of Inclusion | December 2023
2 | Schools should be given half-termly reports in which their attendance is set beside that of schools with a similar intake. | Accept | Reports have been designed and piloted with six secondary schools. They will be issued to all secondary schools from September and all primary schools from January. | Information Manager | January 2024
3 | The Council should appoint an additional Education Welfare Officer for each of the three valleys. | Partially accept | Funding has been found for one additional officer from the Local Authority Education Grant. The case for two more will be made in the budget for 2024-25. | Head of Inclusion / Finance Business Partner | April 2024
4 | Fixed penalty notices should be suspended for a year and their effect evaluated. | Reject | Notices are used in only a small number of cases and after all other help has been offered. The Council is bound by the code of conduct adopted by the regional consortium. |  | 
5 | Parents should be able to speak to a member of school staff about attendance in the language of their choice. | Accept | A list of Welsh-speaking staff and of interpreters in eleven other languages will be shared with every school. | Welsh in Education Officer | October 2023
6 | The Council should review home to school transport for pupils who live just inside the statutory distance and whose attendance is below 90%. | Partially accept | A review will be made of routes to the four schools with the lowest attendance. A change to the distance for all pupils is not affordable. | Transport Manager | March 2024
7 | Learners who have been absent for more than twenty days should each have a plan for their return, which is agreed with the family. | Accept | A template for a plan has been agreed. All schools will use it from the start of the spring term, and Education Welfare will look at a sample of plans each month. | Principal Education Welfare Officer | February 2024
8 | The Cabinet Member should report to the Committee each term on attendance, with figures for free school meals, additional learning needs and looked after children. | Accept | The first report has been placed on the forward work programme for November and will come each term after that. | Cabinet Member for Education | November 2023
9 | The Council should explore with the Health Board how school nurses can help pupils whose absence is put down to illness. | Accept | A meeting took place in July. The Health Board has agreed that nurses will join the attendance panels of two clusters for a trial of two terms. | Head of Inclusion / Senior Nurse, Children | July 2024
10 | Breakfast clubs should be offered in every secondary school. | Partially accept | Two schools will begin in January with money from the Children and Communities Grant. Governing bodies decide whether a school offers a club, and the Council cannot require it. | Healthy Schools Coordinator | January 2024
11 | Good practice from schools which have raised attendance by three percentage points or more should be written up and shared. | Accept | Five case studies are being gathered and will be presented at the conference for head teachers. | School Improvement Lead | June 2024
12 | Governors should be trained in the questions to ask about attendance. | Accept | A module has been added to the governors’ training programme, with sessions in both languages in October, February and May. | Governor Support Officer | May 2024
`),
)
const ANSWERS = { Accept: 'accepted', 'Partially accept': 'accepted_in_part', Reject: 'rejected' } as const

export const glanwernAttendance: CouncilDocument = {
  name: 'glanwern-attendance',
  ending: 'pdf',
  truth: {
    organisation: 'Cyngor Glanwern Council',
    committee: 'Learning and Skills Scrutiny Committee',
    document_date: '2023-09-21',
    reviews: [
      {
        title: 'School Attendance: Cabinet Response to the Scrutiny Inquiry',
        recommendations: ROWS.map(({ ref, text, answer, plan, who, when }) =>
          recommendation(
            {
              ref,
              text,
              owners: ownersOf(who),
              due: dueOf(when),
              response: { answer: ANSWERS[answer as keyof typeof ANSWERS], text: answer },
            },
            [{ text: plan, who, when }],
          ),
        ),
      },
    ],
  },
  make: () =>
    printedAs(
      [
        { line: 'Cyngor Glanwern Council', bold: true, size: 13 },
        { heading: 'School Attendance: Cabinet Response to the Scrutiny Inquiry' },
        { line: 'Cabinet, 21 September 2023. To be received by the Learning and Skills Scrutiny Committee on 5 October 2023.' },
        {
          line: 'The Cabinet thanks the Committee for its inquiry into attendance since the pandemic. Its response to each recommendation, and the action that will be taken where the recommendation has been accepted in whole or in part, is set out below.',
        },
        {
          widths: [0.6, 3.3, 1.2, 4, 1.7, 1.2],
          heads: [
            ['No.', 'Recommendation', 'Response (Accept / Partially accept / Reject)', 'Action to be taken', 'Lead officer', 'By when'],
          ],
          rows: ROWS.map(({ ref, text, answer, plan, who, when }) => [ref, text, answer, plan, who.replace(' / ', '\n'), when]),
        },
      ],
      { rules: 'none', size: 11, headFill: '1f3864', headInk: 'ffffff', footer: 'Glanwern' },
    ),
}
