import { due, recommendation, update } from '../unlike/unlike-document.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import type { CouncilDocument } from './council-document.ts'
import { printTypst, typst } from './council-pdf.ts'

interface Item {
  text: string
  who: string
  when: string
  iso?: string
  said: string[]
  status: string
  before: string
}

const ITEMS: Item[] = [
  {
    before:
      'The inquiry heard that residents of the lower town had no warning on the night of 16 November 2019 other than the sound of the water. The siren, last tested in 2011, was not sounded because nobody knew whose decision it was.',
    text: 'The Council should maintain a warning siren in the lower town, test it twice a year and say in writing who may sound it.',
    who: 'Emergency Planning Officer',
    when: '31 October 2020',
    iso: '2020-10-31',
    said: [
      'The siren was replaced in September 2020 and tested that month and in March 2021. The duty director and the police silver commander may sound it.',
      'A leaflet has gone to all 1,140 homes that can hear it.',
    ],
    status: 'Implemented',
  },
  {
    before:
      'The rest centre at the school was opened at 4.10am, three hours after it had been asked for. The keyholder lived on the other side of the river.',
    text: 'Three people should hold keys to each rest centre, and no two of them should live in the same village.',
    who: 'Head of Schools Estate',
    when: 'September 2020',
    iso: '2020-09-30',
    said: [
      'In place for nine of eleven centres. Two village halls have only one keyholder, and their committees have been asked to find others.',
    ],
    status: 'Partly implemented',
  },
  {
    before:
      'Evidence was taken from 42 people whose homes had been flooded. Many said that they had been asked for the same details by five or six organisations.',
    text: 'A single form should be used by all agencies to take the details of people who have been flooded.',
    who: 'Local Resilience Forum',
    when: 'December 2020',
    iso: '2020-12-31',
    said: [
      'A form has been agreed by all but the insurers, whose association will not recommend it to its members.',
      'It was used in the floods of February 2021 for 61 households.',
    ],
    status: 'Implemented',
  },
  {
    before:
      'The pumps at Mill Lane failed at 1.35am. They are owned by the drainage board, maintained by a contractor, and monitored by nobody.',
    text: 'The drainage board should fit an alarm to the Mill Lane pumps that rings at a place where somebody is always awake.',
    who: 'Clerk to the Drainage Board',
    when: '30 June 2021',
    iso: '2021-06-30',
    said: [
      'The board has agreed to fit the alarm and has obtained three prices, of which the lowest is £8,700. It has asked the Council to pay half. The Council has not yet replied.',
    ],
    status: 'Not implemented',
  },
  {
    before: 'The bridge was closed for eleven weeks. The doctor’s surgery is on one side of it and the chemist’s on the other.',
    text: 'The Council should have a plan for the loss of the bridge, to include a boat, a bus and the delivery of medicines.',
    who: 'Head of Resilience',
    when: 'March 2021',
    iso: '2021-03-31',
    said: ['The plan was tested in an exercise on 23 April 2021. It has been changed since to allow for the carriage of oxygen.'],
    status: 'Implemented',
  },
  {
    before: 'Volunteers came from as far away as Cumbria. Some were turned back because no one could say what they should do.',
    text: 'A register of volunteers should be kept, with a co-ordinator who can be called out.',
    who: 'Voluntary Action Stavely Bridge',
    when: 'May 2021',
    iso: '2021-05-31',
    said: ['There are 96 volunteers on the register. Two co-ordinators share the duty.'],
    status: 'Implemented',
  },
  {
    before: 'Farmers lost 1,900 sheep. The inquiry was told that another two hours would have been enough to move most of them.',
    text: 'The Environment Agency should offer warnings by text message to every holding on the flood plain.',
    who: 'Area Flood Risk Manager, Environment Agency',
    when: 'Ongoing',
    said: ['All 74 holdings have been written to and 51 have signed up.'],
    status: 'Partly implemented',
  },
  {
    before: 'This inquiry cannot itself see that its recommendations are carried out.',
    text: 'The Council’s scrutiny committee should look at progress after six and after eighteen months, in public, in Stavely Bridge.',
    who: 'Scrutiny Manager',
    when: 'December 2021',
    iso: '2021-12-31',
    said: ['The first meeting was held at the school on 10 December 2020, with 70 people present. This report is for the second.'],
    status: 'On schedule',
  },
]
const GRADES: Record<string, ReadUpdate['grade']> = {
  Implemented: 'achieved',
  'Partly implemented': 'in_progress',
  'Not implemented': 'not_achieved',
  'On schedule': 'on_track',
}

const source = () =>
  [
    '#set page(paper: "a4", margin: 25mm, header: [#text(8pt)[Stavely Bridge flood inquiry: report on progress #h(1fr) June 2021]], footer: context [#h(1fr) #counter(page).display() #h(1fr)])',
    '#set text(size: 11pt)',
    '#set par(justify: true)',
    '= Stavely Bridge flood inquiry',
    '== Report on progress, June 2021',
    'The independent inquiry into the flooding of Stavely Bridge reported in June 2020. It made eight recommendations. This report says what has been done about each of them.\n',
    ...ITEMS.flatMap((item, at) => [
      `*${at + 3}.1* #h(4mm) ${typst(item.before)}\n`,
      `#block(width: 100%, stroke: 0.8pt, inset: 8pt, fill: luma(240))[*Recommendation ${at + 1}*\n\n${typst(item.text)}\n\n_Lead:_ ${typst(item.who)}\n\n_Timescale:_ ${typst(item.when)}]\n`,
      `*${at + 3}.2* #h(4mm) *Progress:* ${item.said.map(typst).join('\n\n')}\n`,
      `*${at + 3}.3* #h(4mm) *Status:* ${typst(item.status)}\n`,
    ]),
    '== Thanks',
    'The inquiry’s former chair and members are thanked for coming back to talk to officers.',
  ].join('\n')

/** An inquiry's report in prose: recommendations in boxes, with who and when; what was done in numbered paragraphs below. */
export const stavelyReport: CouncilDocument = {
  name: 'stavely-report',
  ending: 'pdf',
  truth: {
    reviews: [
      {
        title: 'Stavely Bridge flood inquiry',
        recommendations: ITEMS.map((item, at) =>
          recommendation(String(at + 1), item.text, {
            owners: [item.who],
            due: [due(item.when, item.iso)],
            updates: [update(item.said.join('\n'), GRADES[item.status]!, { round: 'June 2021' })],
          }),
        ),
      },
    ],
  },
  make: () => printTypst(source()),
}
