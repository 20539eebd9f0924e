import { due, recommendation, update } from '../unlike/unlike-document.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import type { CouncilDocument } from './council-document.ts'
import { html, printHtml } from './council-pdf.ts'

type Line = [
  ref: string,
  text: string,
  who: string,
  when: string,
  iso: string | undefined,
  june: [string, string],
  december: [string, string],
]

const LINES: Line[] = [
  [
    'R1',
    'The Board should agree a threshold document, so that all partners know when a concern is to be reported as safeguarding and when as a matter of quality.',
    'Safeguarding Adults Board Manager',
    'October 2021',
    '2021-10-31',
    ['Draft prepared by a group of six agencies and sent to all partners for comment by 31 July.', 'On track'],
    [
      'Agreed on 7 October and launched with three webinars, at which 340 people were present. Concerns that did not meet the threshold have fallen from 58% to 41%.',
      'Achieved',
    ],
  ],
  [
    'R2',
    'The Council should decide within two working days whether a concern will lead to an enquiry.',
    'Head of Safeguarding',
    '31/08/21',
    '2021-08-31',
    ['66% decided in two days in May.', 'Slipped'],
    ['83% in November. A duty social worker now sits in the customer centre, which has made the difference.', 'Slipped'],
  ],
  [
    'R3',
    'People should be asked at the outset what they want to happen, and the answer recorded in their own words.',
    'Principal Social Worker',
    'September 2021',
    '2021-09-30',
    ['Prompt added to the form. In a sample of 30, the answer was recorded for 22, and in the person’s own words for nine.', 'On track'],
    ['In a sample of 40 the answer was recorded for 38 and in the person’s own words for 31.', 'Achieved'],
  ],
  [
    'R4',
    'The Clinical Commissioning Group should look at repeated admissions from the same care home.',
    'Director of Nursing, CCG',
    'Quarterly',
    undefined,
    ['The first report went to the quality group in May: three homes have been visited.', 'On track'],
    [
      'Second and third reports made. One home is subject to a suspension of placements; its registered manager has left and a consultant has been brought in by the owners.',
      'On track',
    ],
  ],
  [
    'R5',
    'Advocates should be offered to everyone who would have difficulty in taking part and has no one to help them.',
    'Commissioning Manager',
    'December 2021',
    '2021-12-31',
    ['The contract allows for 400 hours a year; 610 were used in 2020/21.', 'On track'],
    ['The contract has been varied to 700 hours from 1 January.', 'Achieved'],
  ],
  [
    'R6',
    'The police should attend strategy meetings for all cases of financial abuse above £5,000.',
    'Detective Chief Inspector, Public Protection',
    'July 2021',
    '2021-07-31',
    ['Protocol signed.', 'On track'],
    ['Attendance: 19 of 27 meetings. The force has asked whether it may send a written account where no officer can be spared.', 'Slipped'],
  ],
  [
    'R7',
    'The lessons of the safeguarding adults review into the death of Mr B should be taught to all staff in housing and homelessness services.',
    'Head of Housing/Board Training Officer',
    'March 2022',
    '2022-03-31',
    ['', ''],
    [
      'Two of eight courses held, with 45 people. Feedback was that the film made with Mr B’s sister should be shown to contractors as well.',
      'On track',
    ],
  ],
  [
    'R8',
    'The annual report should be written so that the public can understand it.',
    'Independent Chair',
    'June 2021',
    '2021-06-30',
    [
      'Report for 2020/21 written in plain English with an easy-read version. Read in draft by eight people from the Carers’ Forum.',
      'Achieved',
    ],
    ['', ''],
  ],
]
const GRADES: Record<string, ReadUpdate['grade']> = { Achieved: 'achieved', 'On track': 'on_track', Slipped: 'slipped', '': null }

const page = () =>
  `<style>body{font:9.5pt Georgia,serif}table{border-collapse:collapse;width:100%}tr{border-bottom:1px solid #888}td,th{padding:6px 8px;vertical-align:top;text-align:left}thead{border-bottom:2px solid #000;display:table-header-group}p{margin:0 0 4px}</style>
<h1>Aldermoor Unitary Council</h1><p><b>Adult Social Care Select Committee – 13 January 2022</b></p><h2>Safeguarding adults: progress against recommendations</h2>
<table><colgroup><col style="width:5%"><col style="width:20%"><col style="width:13%"><col style="width:9%"><col style="width:20%"><col style="width:7%"><col style="width:20%"><col style="width:6%"></colgroup><thead><tr>${['Ref', 'Recommendation', 'Lead', 'Target date', 'Position at June 2021', 'Grade', 'Position at December 2021', 'Grade'].map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${LINES.map(
    ([ref, text, who, when, , june, december]) =>
      `<tr>${[ref, text, who.replace('/', '/\n'), when, ...june, ...december].map((each) => `<td>${html(each)}</td>`).join('')}</tr>`,
  ).join('')}</tbody></table><p>Grades: Achieved; On track; Slipped; Not achieved.</p>`

/** Rules between the rows only, a running header and footer on each page, two rounds side by side. */
export const aldermoorRules: CouncilDocument = {
  name: 'aldermoor-rules',
  ending: 'pdf',
  truth: {
    organisation: 'Aldermoor Unitary Council',
    committee: 'Adult Social Care Select Committee',
    document_date: '2022-01-13',
    reviews: [
      {
        title: 'Safeguarding adults',
        recommendations: LINES.map(([ref, text, who, when, iso, june, december]) =>
          recommendation(ref, text, {
            owners: who.split('/'),
            due: [due(when, iso)],
            updates: [
              update(june[0], GRADES[june[1]]!, { round: 'June 2021' }),
              ...(june[1] === 'Achieved'
                ? []
                : [update(december[0], GRADES[december[1]]!, { round: 'December 2021', presented_on: '2022-01-13' })]),
            ],
          }),
        ),
      },
    ],
  },
  make: () =>
    printHtml(page(), {
      landscape: true,
      header: 'Aldermoor Unitary Council – Agenda Item 8, Appendix B',
      footer: 'Page <span class="pageNumber"></span> of <span class="totalPages"></span> – printed on recycled paper',
    }),
}
