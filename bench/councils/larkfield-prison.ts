import { action, due, recommendation, update } from '../unlike/unlike-document.ts'
import type { ReadUpdate } from '../../src/reading/reading.ts'
import type { ReadResponse } from './council-answers.ts'
import type { CouncilDocument } from './council-document.ts'
import { lines } from './council-document.ts'
import { bold, heading, par, run, wordFile, words } from './council-word.ts'

interface Item {
  to: string
  ref: string
  text: string
  answer: string
  means: ReadResponse
  step: string
  lead: string
  when: string
  iso?: string
  said: string
  status: string
  grade: ReadUpdate['grade']
  cross?: string[]
}

const MINISTER = 'Recommendations to the Minister'
const SERVICE = 'Recommendations to the Prison Service'
const GOVERNOR = 'Recommendations to the Governor'

const ITEMS: Item[] = [
  {
    to: MINISTER,
    ref: '1',
    text: 'When will the Minister provide the money to replace the temporary cells on the exercise yard, which were put up for two years in 2009 and are still in use?',
    answer: 'Noted',
    means: 'noted',
    step: 'The cells are in the national programme of replacement. No date can be given until the next spending review has been settled.',
    lead: 'Prison Infrastructure Directorate',
    when: 'Not known',
    said: 'The spending review has been put off. The heating in four of the twenty cells has failed and they are out of use.',
    status: 'Not started',
    grade: 'not_started',
  },
  {
    to: MINISTER,
    ref: '2',
    text: 'The Minister should end the practice of releasing men with nowhere to live on a Friday.',
    answer: 'Accepted',
    means: 'accepted',
    step: 'The law was changed in June 2023. Guidance has been sent to all prisons to allow release up to two working days earlier.',
    lead: 'Reducing Reoffending Directorate',
    when: 'June 2023',
    iso: '2023-06-30',
    said: 'Three men were released on a Friday in the half-year, against 71 in the same half of 2022.',
    status: 'Completed',
    grade: 'completed',
  },
  {
    to: SERVICE,
    ref: '1',
    text: 'The Prison Service should replace the kitchen, which the Board has described as unfit in each of its last four reports.',
    answer: 'Accepted in principle',
    means: 'accepted_in_principle',
    step: 'A survey will be made and a bid put forward for the capital programme of 2024/25.',
    lead: 'Regional Estates Lead',
    when: '31 March 2024',
    iso: '2024-03-31',
    said: lines(
      'The survey was made in October. It found that:',
      '- the floor cannot be mended while the kitchen is in use;',
      '- two of five ovens are beyond repair; and',
      '- a temporary kitchen would cost £640,000 for a year.',
      'The bid has been submitted and an answer is expected in April.',
    ),
    status: 'Ongoing',
    grade: 'in_progress',
  },
  {
    to: SERVICE,
    ref: '2',
    text: 'Prisoners’ property should travel with them. The Board received 58 applications about property lost on transfer, a third of all applications.',
    answer: 'Accepted in part',
    means: 'accepted_in_part',
    step: 'A new framework was issued in September 2022. The contractor will be held to the limit of 7.5 kilograms at each collection, with what is left sent on within 15 working days.',
    lead: 'Prisoner Escort Contract Manager',
    when: 'December 2023',
    iso: '2023-12-31',
    said: 'Applications about property fell to 41. What is left behind still takes 31 working days on average.',
    status: 'Ongoing',
    grade: 'in_progress',
  },
  {
    to: SERVICE,
    ref: '3',
    text: 'The Prison Service should publish how many days men wait for transfer to open conditions after they have been approved.',
    answer: 'Rejected',
    means: 'rejected',
    step: 'The figure is not held centrally and could be had only at a cost out of proportion to its use.',
    lead: 'Population Management Unit',
    when: 'N/A',
    said: 'No further update.',
    status: '',
    grade: null,
  },
  {
    to: GOVERNOR,
    ref: '1',
    text: 'The Governor should ensure that every man has at least two hours out of his cell each day, weekends included.',
    answer: 'Accepted',
    means: 'accepted',
    step: 'A new core day will be brought in when staffing reaches 90% of the target.',
    lead: 'Head of Operations',
    when: 'September 2023',
    iso: '2023-09-30',
    said: 'The core day began on 9 October 2023. On weekdays the average is now three hours and ten minutes. At weekends it is one hour and forty minutes, because of the number of officers on escorts and bed-watch.',
    status: 'Ongoing',
    grade: 'in_progress',
  },
  {
    to: GOVERNOR,
    ref: '2',
    text: 'Cell bells should be answered within five minutes, and the Governor should look each week at those that were not (see recommendation 1 to the Governor).',
    answer: 'Accepted',
    means: 'accepted',
    step: 'The report from the cell-call system will be discussed at the Monday morning meeting.',
    lead: 'Head of Residence',
    when: 'Immediate',
    said: '81% were answered in five minutes in the week of the Board’s last visit, up from 64%. C wing’s system was out of order for nine days in January.',
    status: 'Ongoing',
    grade: 'in_progress',
    cross: ['1'],
  },
  {
    to: GOVERNOR,
    ref: '3',
    text: 'Men who do not speak English should have their induction in a language that they understand.',
    answer: 'Accepted',
    means: 'accepted',
    step: 'Induction booklets will be put into the six languages most spoken, and the telephone interpreter used at first interview.',
    lead: 'Diversity and Inclusion Manager',
    when: '30/11/2023',
    iso: '2023-11-30',
    said: 'Booklets are in use in five languages; the Albanian one is with the printer. The interpreter was used 112 times in the half-year.',
    status: 'Completed',
    grade: 'completed',
  },
  {
    to: GOVERNOR,
    ref: '4',
    text: 'The library should open at weekends.',
    answer: 'Accepted in principle',
    means: 'accepted_in_principle',
    step: 'The county library service will be asked what it would cost.',
    lead: 'Head of Learning and Skills',
    when: 'October 2023',
    iso: '2023-10-31',
    said: 'The cost is £11,200 a year. The library has opened on Saturday mornings since February as a trial, paid for out of the savings on a vacant post.',
    status: 'Ongoing',
    grade: 'in_progress',
  },
  {
    to: GOVERNOR,
    ref: '5',
    text: 'The Governor should ensure that all use of force by officers is recorded on a body-worn camera.',
    answer: 'Accepted',
    means: 'accepted',
    step: 'Cameras will be drawn with keys at the gate and their use checked at each review of force.',
    lead: 'Security Manager / Use of Force Co-ordinator',
    when: 'August 2023',
    iso: '2023-08-31',
    said: 'The share recorded has risen from 38% to 83%. Officers who do not turn on their cameras are spoken to and, the second time, written to.',
    status: 'Ongoing',
    grade: 'in_progress',
  },
]

const line = (label: string, text: string) => par(bold(`${label}: `) + run(text))

const blockOf = (item: Item) => [
  par(bold(`${item.ref}.  `) + bold(item.text)),
  line('Response', item.answer),
  line('What will be done', item.step),
  line('Lead', item.lead),
  line('Date', item.when),
  par(bold('Progress at March 2024')),
  words(item.said),
  ...(item.status === '' ? [] : [line('Status', item.status)]),
  par(''),
]

/** No table at all: numbered paragraphs under the heading of whom they are addressed to, the numbers beginning again under each. */
export const larkfieldPrison: CouncilDocument = {
  name: 'larkfield-prison',
  ending: 'docx',
  truth: {
    organisation: 'Independent Monitoring Board at HMP Larkfield Moor',
    reviews: [
      {
        title: 'Annual report 2022–23: recommendations and responses',
        recommendations: ITEMS.map((item) =>
          recommendation(item.ref, item.text, {
            theme: item.to,
            owners: item.lead.split(' / '),
            due: [due(item.when, item.iso)],
            response: { answer: item.means, text: item.answer },
            ...(item.cross ? { cross_refs: item.cross } : {}),
            actions: [action(item.step, { owners: item.lead.split(' / '), due: due(item.when, item.iso) })],
            updates: [update(item.said, item.grade, { round: 'March 2024' })],
          }),
        ),
      },
    ],
  },
  make: () =>
    wordFile(
      [
        heading('Independent Monitoring Board at HMP Larkfield Moor'),
        heading('Annual report 2022–23: recommendations and responses', 2),
        words(
          'This paper sets out the recommendations in the Board’s report, what was said in answer to each, and what the Board has seen for itself in the half-year to March 2024. It was discussed at the Board’s meeting with the Governor.\nThe prison held 612 men on 1 March, against an operational capacity of 630. Staffing of band 3 officers stood at 88% of the target.',
        ),
        ...[MINISTER, SERVICE, GOVERNOR].flatMap((to) => [heading(to, 2), ...ITEMS.filter((item) => item.to === to).flatMap(blockOf)]),
        heading('Next steps', 2),
        words(
          'The Board will return to those that are still ongoing in its next annual report. It thanks the Governor and his staff for their candour.',
        ),
      ].join(''),
      { header: 'IMB Larkfield Moor – OFFICIAL', footer: 'Page 3' },
    ),
}
