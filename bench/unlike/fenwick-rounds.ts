import type { UnlikeDocument } from './unlike-document.ts'
import { due, recommendation, update } from './unlike-document.ts'

const TEXTS = [
  'The Council should publish the timetable for resurfacing rural lanes each April.',
  'The Council should give parish councils one named person to speak to about drainage.',
  'The Council should ask its contractor to mend potholes deeper than 40mm within five working days.',
  'The Council should test recycled asphalt on at least two roads and report what it learns.',
]
const FIRST = [
  'The list for 2023/24 went on the website in May.',
  'Names have been given to 40 of 62 parishes.',
  'The contractor has been asked for a price.',
  'Two roads in Nether Fenwick have been chosen.',
]
const SECOND = [
  'The list for 2024/25 is ready for 2 April. Complete.',
  'All parishes now have a named officer, and a list is on the website. Complete.',
  'The price came in above budget and the matter goes to Cabinet in June. Ongoing.',
  'Laying was put off by the wet winter. In progress.',
]

/** Two rounds side by side, refs run in with the words, initials for owners, the status at the end of the progress. */
export const fenwickRounds: UnlikeDocument = {
  name: 'fenwick-rounds',
  truth: {
    organisation: 'Fenwick and Marsh District Council',
    reviews: [
      {
        title: 'Highways Task Group',
        recommendations: TEXTS.map((text, index) =>
          recommendation(`R${index + 1}`, text, {
            owners: [['DM', 'PL'], ['KT'], ['DM'], ['SRJ', 'KT']][index]!,
            due: [
              [due('Apr-24', '2024-04-30')],
              [due('30.09.23', '2023-09-30')],
              [due('Dec-23', '2023-12-31')],
              [due('By end of March 2024', '2024-03-31')],
            ][index]!,
            updates: [
              update(FIRST[index]!, null, { round: 'Oct 2023' }),
              update(SECOND[index]!.replace(/ [^.]*\.$/, ''), (['completed', 'completed', 'in_progress', 'in_progress'] as const)[index]!, {
                round: 'Mar 2024',
              }),
            ],
          }),
        ),
      },
    ],
  },
  text: { repeatHeading: true },
  blocks: [
    { heading: 'FENWICK AND MARSH DISTRICT COUNCIL', level: 1 },
    { heading: 'Highways Task Group: monitoring of recommendations' },
    {
      table: [
        ['Recommendation', 'Lead', 'Timescale', 'Update Oct 2023', 'Update Mar 2024'],
        [`R1 ${TEXTS[0]}`, 'DM/PL', 'Apr-24', FIRST[0]!, SECOND[0]!],
        [`R2 ${TEXTS[1]}`, 'KT', '30.09.23', FIRST[1]!, SECOND[1]!],
        [`R3 ${TEXTS[2]}`, 'DM', 'Dec-23', FIRST[2]!, SECOND[2]!],
        [`R4 ${TEXTS[3]}`, 'SRJ/KT', 'By end of March 2024', FIRST[3]!, SECOND[3]!],
      ],
      cut: [3],
      repeatAfter: [3],
    },
  ],
}
