import type { CouncilDocument } from '../councils/council-document.ts'
import type { Block } from './second-document.ts'
import { dueOf, ownersOf, recommendation, rowsOf } from './second-document.ts'
import { printed } from './second-print.ts'

const ROWS = rowsOf(`
The Panel recommends that the Council adopts a charter for unpaid carers and reports upon it once a year. | We accept this recommendation. A charter will be written with the carers' forum and put to the Executive in the autumn. | Director for Adults | By the end of November 2022 ⇒ 2022-11-30 | The charter was adopted by the Executive on 15 November 2022. | Achieved
The Panel recommends that every carer who asks for an assessment is offered a date within six weeks. | We accept this recommendation. Two further assessors will be appointed from the improved care grant. | Head of Assessment | 31 March 2023 | Both posts were filled in January. The average wait was five weeks in May, although 22 carers waited longer than six. | On track
The Panel recommends that respite be bookable online. | We accept this recommendation in part. Booking of day places online is possible now, but overnight stays need a conversation about safety. | Commissioning Manager | September 2023 | The supplier demonstrated the system to carers in April. | On track
The Panel recommends that young carers be recorded by every school. | We accept this recommendation. Schools will be asked to take part, as the Council has no power to require them. | Head of Education | December 2022 | Only 31 of 57 schools have sent a return. The date is moved to December 2023 because the census form could not be changed in time. | Slipped
The Panel recommends that the emergency card scheme be promoted by general practices. | We accept this recommendation. The integrated care board has been asked to include it in the practice newsletter. | Carers' Centre / Integrated Care Board | January 2023 | Newsletter article ran in January; 640 cards were issued in the quarter, three times the usual number. | Achieved
The Panel recommends that parking permits for carers be free of charge. | We do not accept this recommendation. The loss of income would be about £85,000 a year, and permits are already offered at half price. | Head of Parking |  | No further work is planned. | Not achieved
The Panel recommends that training in lifting and in first aid be open to unpaid carers. | We accept this recommendation. Places on the Council's own courses will be made available. | Workforce Development Manager | February 2023 | Forty places have been used and there is a waiting list. | Achieved
The Panel recommends that a carers' lead be named in each of the Council's directorates. | We accept this recommendation. | Chief Executive | October 2022 | Leads were named in four of five directorates. Place has not named one, owing to a vacancy; this will be done by July 2023. | Slipped
`)
const GRADES = { Achieved: 'achieved', 'On track': 'on_track', Slipped: 'slipped', 'Not achieved': 'not_achieved' } as const
const answerOf = (text: string) =>
  text.startsWith('We do not') ? ('rejected' as const) : text.includes('in part') ? ('accepted_in_part' as const) : ('accepted' as const)

export const brockhurstInquiry: CouncilDocument = {
  name: 'brockhurst-inquiry',
  ending: 'pdf',
  truth: {
    organisation: 'Brockhurst Vale Council',
    committee: 'Health and Wellbeing Scrutiny Panel',
    document_date: '2023-06-08',
    reviews: [
      {
        title: 'Inquiry into support for unpaid carers',
        recommendations: ROWS.map(([text = '', answer = '', who = '', when = '', evidence = '', status = ''], at) =>
          recommendation(
            {
              ref: String(at + 1),
              text,
              owners: ownersOf(who),
              due: dueOf(when),
              response: { answer: answerOf(answer), text: answer },
            },
            [],
            [{ evidence, grade: GRADES[status as keyof typeof GRADES], presented_on: '2023-06-08' }],
          ),
        ),
      },
    ],
  },
  make: () =>
    printed(
      [
        { heading: 'Inquiry into support for unpaid carers' },
        { line: 'Brockhurst Vale Council – Health and Wellbeing Scrutiny Panel – 8 June 2023', bold: true },
        {
          line: 'In July 2022 the Panel published its report. This paper sets out the answer of the Executive to each recommendation and what has been done since. Each is assessed as Achieved, On track, Slipped or Not achieved.',
        },
        ...ROWS.flatMap(([text = '', answer = '', who = '', when = '', evidence = '', status = ''], at): Block[] => [
          { line: `Recommendation ${at + 1}`, bold: true },
          { line: text, bold: true },
          { line: `Response: ${answer}` },
          { line: `Lead: ${who}` },
          ...(when === '' ? [] : [{ line: `Timescale: ${when}` }]),
          { line: `Progress: ${evidence}` },
          { line: `Assessment of progress: ${status}` },
        ]),
      ],
      { portrait: true, size: 11, footer: 'Health and Wellbeing Scrutiny Panel' },
    ),
}
