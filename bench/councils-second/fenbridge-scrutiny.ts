import type { CouncilDocument } from '../councils/council-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from './second-document.ts'
import type { BookCell } from './second-book.ts'
import { bookFile, dayCell } from './second-book.ts'

const ROWS = rowsOf(`
SR (22/23) 01 | Communities and Environment | 09/06/2022 | That a map of all gritting routes be put on the website before each winter. | Highways and Environment | Highways Operations Manager | Agreed | Nov-22 ⇒ 2022-11-30 | Map published on 4 November 2022. | Complete
SR (22/23) 02 | Communities and Environment | 09/06/2022 | That parish councils be able to order salt through the Council's contract. | Highways and Environment | Highways Operations Manager | Agreed | Oct-22 ⇒ 2022-10-31 | 27 parishes ordered 96 tonnes. | Complete
SR (22/23) 03 | Communities and Environment | 09/06/2022 | That the budget for signs be doubled. | Highways and Environment | Head of Highways | Not agreed |  | The budget is under pressure and replacement is made on the grounds of safety only. | Closed
SR (22/23) 04 | Children and Families | 23/06/2022 | That foster carers be exempt from council tax. | Children | Head of Revenues | Partly agreed | Apr-23 ⇒ 2023-04-30 | A reduction of half was agreed in the budget and begins in April. | In progress
SR (22/23) 05 | Children and Families | 23/06/2022 | That exit interviews be held with every foster carer who leaves. | Children | Fostering Service Manager | Agreed | Sep-22 ⇒ 2022-09-30 | In place from August; 9 interviews have been held. | Complete
SR (22/23) 06 | Children and Families | 15/09/2022 | That the Cabinet Member visits each children's home twice a year and reports on what was seen. | Children | Director of Children's Services | Agreed | Mar-23 ⇒ 2023-03-31 | Three of eight visits made. | In progress
SR (22/23) 07 | Resources | 29/09/2022 | That consultants' contracts over £25,000 be listed in the quarterly monitoring report. | Finance and Resources | Head of Procurement | Agreed | Jan-23 ⇒ 2023-01-31 | Included in the Quarter 3 report. | Complete
SR (22/23) 08 | Resources | 29/09/2022 | That the sickness absence target be set by service. | Finance and Resources | Head of HR | Partly agreed | Apr-23 ⇒ 2023-04-30 | Targets for three large services have been drafted. | In progress
SR (22/23) 09 | Resources | 24/11/2022 | That a business case for bringing cleaning back in house be produced. | Finance and Resources | Facilities Manager | Agreed | Jun-23 ⇒ 2023-06-30 | Work on costs will begin when the contract data are received. | Not started
SR (22/23) 10 | Adults and Health | 01/12/2022 | That hospital discharge figures be shared with ward members. | Adults and Health | Head of Integrated Care | Agreed | Feb-23 ⇒ 2023-02-28 | The data sharing agreement has yet to be signed by the hospital. | In progress
SR (22/23) 11 | Adults and Health | 01/12/2022 | That the Council signs the motor neurone charter. | Adults and Health | Director of Adult Services | Agreed | Dec-22 ⇒ 2022-12-31 | Signed at Full Council on 15 December 2022. | Complete
SR (22/23) 12 | Adults and Health | 01/12/2022 | That dementia awareness sessions be repeated for members every year. | Adults and Health | Member Development Officer | Agreed | Ongoing | Next session is on 18 May 2023. | In progress
SR (22/23) 13 | Communities and Environment | 12/01/2023 | That the closing date for the small grants fund be moved so that village halls can apply after their annual meetings. | Highways and Environment | Communities Officer | Agreed | May-23 ⇒ 2023-05-31 |  | Not started
SR (22/23) 14 | Communities and Environment | 12/01/2023 | That fly-tipping on private land be counted. | Highways and Environment | Waste Enforcement Manager | Agreed | Apr-23 ⇒ 2023-04-30 | A field has been added to the reporting form and will go live on 1 April. | In progress
`)
const ANSWERS = { Agreed: 'accepted', 'Partly agreed': 'accepted_in_part', 'Not agreed': 'rejected' } as const
const GRADES = { Complete: 'completed', 'In progress': 'in_progress', 'Not started': 'not_started' } as const
const WIDTHS = [16, 26, 13, 50, 18, 26, 14, 12, 50, 14]

export const fenbridgeScrutiny: CouncilDocument = {
  name: 'fenbridge-scrutiny',
  ending: 'xlsx',
  truth: {
    organisation: 'Fenbridgeshire County Council',
    reviews: [
      {
        title: 'Scrutiny recommendations tracker 2022/23',
        recommendations: ROWS.map(([ref = '', , , text = '', , officer = '', answer = '', when = '', evidence = '', status = '']) =>
          recommendation(
            {
              ref,
              text,
              owners: ownersOf(officer),
              due: dueOf(when),
              response: { answer: ANSWERS[answer as keyof typeof ANSWERS], text: answer },
            },
            [],
            [{ evidence, grade: GRADES[status as keyof typeof GRADES] ?? null }],
          ),
        ),
      },
    ],
  },
  make: () =>
    bookFile([
      {
        name: 'Tracker 22-23',
        widths: WIDTHS,
        rows: [
          [{ value: 'FENBRIDGESHIRE COUNTY COUNCIL', bold: true }],
          [{ value: 'Scrutiny recommendations tracker 2022/23', bold: true }],
          [],
          [
            'Ref No.',
            'Committee',
            'Meeting Date',
            'Recommendation',
            'Portfolio',
            'Lead Officer',
            'Acceptance',
            'Due Date',
            'Action taken or Planned to Date',
            'Status',
          ].map((value): BookCell => ({ value, bold: true })),
          ...ROWS.map((row) =>
            row.map((cell, at): BookCell => {
              const { text, iso = '' } = dateOfCell(cell)
              if (at === 2) return dayCell(iso, 'dd/mm/yyyy')
              return at === 7 && iso ? dayCell(`${iso.slice(0, 7)}-01`, 'mmm-yy') : text
            }),
          ),
        ],
      },
    ]),
}

function dateOfCell(cell: string) {
  return dueOf(cell)[0] ?? { text: '' }
}
