import { due, recommendation, update } from '../unlike/unlike-document.ts'
import type { TrueRecommendation } from '../unlike/unlike-document.ts'
import type { CouncilDocument } from './council-document.ts'
import { bold, cell, headed, heading, par, row, run, table, wordFile, words } from './council-word.ts'

const at = { presented_on: '2023-06-15' }

/** A cell of the row as printed, and what is to be entered from the row. */
interface Line {
  cells: [ref: string, text: string, lead: string, target: string, said: string, closed: string]
  truth: TrueRecommendation
}

const struck = (old: string, now: string) => par(run(old, '<w:strike/>') + run(` ${now}`))
/** The grade alone on the first line of the evidence, then what was done. */
const graded = (grade: string, said: string) => par(bold(grade)) + words(said)

const simple = (
  ref: string,
  text: string,
  owners: string[],
  when: string | { old: string; now: string },
  iso: string | undefined,
  word: string,
  grade: 'completed' | 'on_track' | 'slipped' | null,
  said: string,
  closed = '',
): Line => {
  const now = typeof when === 'string' ? when : when.now
  return {
    cells: [
      ref,
      text,
      owners.join('\n'),
      typeof when === 'string' ? when : struck(when.old, when.now),
      word === '' ? said : graded(word, said),
      closed,
    ],
    truth: recommendation(ref, text, { owners, due: now === '' ? [] : [due(now, iso)], updates: [update(said, grade, at)] }),
  }
}

const LINES: Line[] = [
  simple(
    '1',
    'That the Executive adopts a single enforcement policy for fly-tipping, littering and graffiti, with the same penalties in all parts of the borough.',
    ['Cllr Maynard', 'Head of Street Scene'],
    'December 2022',
    '2022-12-31',
    'Completed',
    'completed',
    'The policy was adopted by the Executive on 6 December 2022 and came into force on 1 January. Fixed penalties are now £400 for fly-tipping and £150 for littering everywhere.',
    'Yes – 9/3/23',
  ),
  {
    cells: [
      '2',
      'That the Council:\n(a) installs cameras at the ten places where fly-tipping is reported most often;\n(b) publishes pictures of offenders where the law allows; and\n(c) reports to this Panel on prosecutions each year.',
      '(a) Community Safety Manager\n(b) Head of Communications\n(c) Head of Legal Services',
      '(a) March 2023\n(b) April 2023\n(c) Annually',
      `${par(bold('(a) On track'))}${words('Seven cameras are up. The others wait for power from the network operator.')}${par(bold('(b) Completed'))}${words('A gallery went live on 24 April. Four people have been named by residents so far.')}${par(bold('(c) On track'))}${words('The first report comes to the September meeting.')}`,
      'No',
    ],
    truth: recommendation('2', 'That the Council:', {
      parts: [
        { ref: 'a', text: 'installs cameras at the ten places where fly-tipping is reported most often;' },
        { ref: 'b', text: 'publishes pictures of offenders where the law allows; and' },
        { ref: 'c', text: 'reports to this Panel on prosecutions each year.' },
      ],
      owners: ['Community Safety Manager', 'Head of Communications', 'Head of Legal Services'],
      due: [
        { part: 'a', text: 'March 2023', iso: '2023-03-31' },
        { part: 'b', text: 'April 2023', iso: '2023-04-30' },
        { part: 'c', text: 'Annually' },
      ],
      updates: [
        update('Seven cameras are up. The others wait for power from the network operator.', 'on_track', { ...at, part: 'a' }),
        update('A gallery went live on 24 April. Four people have been named by residents so far.', 'completed', { ...at, part: 'b' }),
        update('The first report comes to the September meeting.', 'on_track', { ...at, part: 'c' }),
      ],
    }),
  },
  simple(
    '3',
    'That bulky waste is collected free of charge once a year from households that receive council tax support.',
    ['Head of Waste'],
    { old: '31/03/2023', now: '30/09/2023' },
    '2023-09-30',
    'Slipped',
    'slipped',
    'The new collection vehicle is three months late. A free collection will be offered from 1 September; letters to 6,200 households are ready to go.',
    'No',
  ),
  simple(
    '4',
    'That the opening hours of the Holme Road tip are extended until 7pm from April to September.',
    ['Head of Waste'],
    '1 April 2023',
    '2023-04-01',
    'Completed',
    'completed',
    'Done. Visits between 5pm and 7pm average 140 an evening.',
    'Requested',
  ),
  simple(
    '5',
    'That each ward councillor is given a small budget for litter picks, planting and signs.',
    ['Cllr Maynard', 'Democratic Services Manager'],
    { old: 'June 2022', now: 'May 2023' },
    '2023-05-31',
    'Completed',
    'completed',
    '£500 a councillor has been agreed for 2023/24. Guidance was sent to all members on 18 May, and nine have already spent some.',
    'Requested',
  ),
  simple(
    '',
    'That schools are offered a visit by the recycling team in every school year.',
    ['Waste Education Officer'],
    'July 2023',
    '2023-07-31',
    'On track',
    'on_track',
    'Visited so far: 21 of 34 primary schools, and three of seven secondary schools. The rest have dates before the end of term, other than St Bede’s, which has asked to wait until its building work is over.',
    'No',
  ),
  {
    cells: [
      '7',
      'That the Executive Member meets the housing associations to agree:\n(i) who clears rubbish from land that they own; and\n(ii) a standard for communal bin stores.',
      'Cllr Maynard/Head of Housing',
      '(i) January 2023\n(ii) 30 June 2023',
      `${par(bold('(i) Completed'))}${words('A protocol was signed by all five associations on 31 January.')}${par(bold('(ii) Slipped'))}${words('The draft standard asks for covered stores, which two of the associations say that they cannot afford. A meeting is to be held in July.')}`,
      'No',
    ],
    truth: recommendation('7', 'That the Executive Member meets the housing associations to agree:', {
      parts: [
        { ref: 'i', text: 'who clears rubbish from land that they own; and' },
        { ref: 'ii', text: 'a standard for communal bin stores.' },
      ],
      owners: ['Cllr Maynard', 'Head of Housing'],
      due: [
        { part: 'i', text: 'January 2023', iso: '2023-01-31' },
        { part: 'ii', text: '30 June 2023', iso: '2023-06-30' },
      ],
      updates: [
        update('A protocol was signed by all five associations on 31 January.', 'completed', { ...at, part: 'i' }),
        update(
          'The draft standard asks for covered stores, which two of the associations say that they cannot afford. A meeting is to be held in July.',
          'slipped',
          { ...at, part: 'ii' },
        ),
      ],
    }),
  },
  simple(
    '7',
    'That the Council looks at the cost of bringing street cleaning back in house when the contract ends in 2025.',
    ['Director of Environment'],
    'November 2023',
    '2023-11-30',
    'On track',
    'on_track',
    'Consultants were appointed in April and have met the Panel once. Their options paper is due in October.',
    'No',
  ),
  simple(
    '9',
    'That the Panel receives a report on the effect of the above in June 2024.',
    ['Director of Environment'],
    'June 2024',
    '2024-06-30',
    '',
    null,
    '',
    '',
  ),
]

const rowOf = ({ cells }: Line) =>
  row(
    cells.map((content) => cell(content)),
    '<w:cantSplit w:val="0"/>',
  )

/** Parts with their own owners, dates and grades in the same cells, the grade above the evidence, dates struck out and written anew, a number twice and one missing. */
export const calderwickParts: CouncilDocument = {
  name: 'calderwick-parts',
  ending: 'docx',
  truth: {
    organisation: 'Calderwick Metropolitan Borough Council',
    committee: 'Environment Scrutiny Panel',
    document_date: '2023-06-15',
    reviews: [{ title: 'Cleaner Streets', recommendations: LINES.map((line) => line.truth) }],
  },
  make: () =>
    wordFile(
      [
        heading('CALDERWICK METROPOLITAN BOROUGH COUNCIL'),
        words('Environment Scrutiny Panel – 15 June 2023\nReport of the Director of Environment'),
        heading('Cleaner Streets: progress on the recommendations of the Panel', 2),
        par(bold('1. Purpose')),
        words(
          'To tell members how far the recommendations of the review have been carried out. Dates that have changed since the last report are shown struck through.',
        ),
        par(bold('2. Progress')),
        table(
          [600, 3600, 1900, 1500, 5200, 1100],
          [
            headed(['No.', 'Recommendation', 'Lead member/ officer', 'Target', 'Progress and current position', 'Panel signed off?']),
            ...LINES.map(rowOf),
          ],
        ),
        words('3. Members of the public who sent evidence to the review are to be thanked in the Panel’s annual report.'),
      ].join(''),
      { landscape: true },
    ),
}
