import type { Reading, ReadRecommendation, ReadUpdate } from '../src/reading/reading.ts'

/** Wexcombe's review of its parks: the paper of April 2026 and that of October 2026, as readings and as text copied from Word. */

const RECOMMENDATIONS = [
  {
    ref: '1',
    text: 'That the Council publishes a five-year plan for every park, with the money set aside for it.',
    owners: ['Head of Green Spaces'],
    due: { text: 'September 2026', iso: '2026-09-30' },
    spring: { evidence: 'Plans for four of the nine parks were published in March 2026.', grade: 2 },
    autumn: { evidence: 'All nine plans are published, and the budget of February 2026 sets money aside for each.', grade: 1 },
  },
  {
    ref: '2',
    text: 'That play areas are inspected every month and the results shown at the gate.',
    owners: ['Play Areas Officer', 'Friends of Wexcombe Parks'],
    due: { text: '31 July 2026', iso: '2026-07-31' },
    spring: { evidence: 'Inspections have been monthly since January 2026.', grade: 2 },
    autumn: { evidence: 'The inspector left in June. A new one starts in November 2026.', grade: 3 },
  },
  {
    ref: '3',
    text: 'That dogs are kept on leads in walled gardens.',
    owners: ['Head of Regulatory Services'],
    due: { text: 'Ongoing' },
    spring: { evidence: 'Signs were put up at all three gardens.', grade: 1 },
    autumn: { evidence: 'Wardens spoke to 41 owners over the summer.', grade: 1 },
  },
]

const GRADES = [
  { code: '1', label: 'Achieved', definition: 'All of it was done by the date given.', meaning: 'achieved' },
  { code: '2', label: 'On Track', definition: 'It will be done by the date given.', meaning: 'on_track' },
  { code: '3', label: 'Slipped', definition: 'It is late: a new date and the reason are given.', meaning: 'slipped' },
  { code: '4', label: 'Not Achieved', definition: 'It will not be done: the reason is given.', meaning: 'not_achieved' },
] as const

type Round = 'spring' | 'autumn'
const ROUNDS = {
  spring: { round: 'Spring 2026', presented_on: '2026-04-15', words: '15 April 2026' },
  autumn: { round: 'Autumn 2026', presented_on: '2026-10-14', words: '14 October 2026' },
}

/** The paper of April 2026: three recommendations, one round. */
export function wexcombeReading(): Reading {
  return readingOf('spring')
}

/** The paper of October 2026: the same review, a round later. */
export function secondRoundReading(): Reading {
  return readingOf('autumn')
}

function readingOf(round: Round): Reading {
  const { words: _, ...label } = ROUNDS[round]
  return {
    format: 'heed.reading/1',
    source: { name: `parks ${round}.txt`, kind: 'text' },
    organisation: 'Wexcombe Borough Council',
    committee: 'Environment Scrutiny Committee',
    document_date: label.presented_on,
    reviews: [
      {
        title: 'Review of Parks and Open Spaces',
        layout: 'progress-table',
        scale: { name: 'Categories of progress', grades: GRADES.map((grade) => ({ ...grade })) },
        recommendations: RECOMMENDATIONS.map((one, index): ReadRecommendation => {
          const { code, label: gradeLabel, meaning } = GRADES[one[round].grade - 1]!
          const update: ReadUpdate = { ...label, evidence: one[round].evidence, assessment_text: `${code} – ${gradeLabel}`, grade: meaning }
          return {
            ref: one.ref,
            text: one.text,
            owners: one.owners,
            due: [{ ...one.due }],
            actions: [],
            updates: [update],
            place: { table: 1, row: index + 2 },
          }
        }),
      },
    ],
    meetings: [],
    unplaced: [],
    doubts: [],
  }
}

/** The paper as it comes when its table is copied out of Word and pasted. */
export function parksPaper(round: Round): string {
  return paperOf(round, 'Environment Scrutiny Committee', 'Review of Parks and Open Spaces', RECOMMENDATIONS)
}

/** Another review, before another committee, in the same table. */
export function libraryPaper(round: Round): string {
  return paperOf(round, 'Culture Panel', 'Review of Libraries', [
    {
      ref: '1',
      text: 'That every branch library opens on two evenings a week from January 2027.',
      owners: ['Head of Libraries'],
      due: { text: 'January 2027' },
      spring: { evidence: 'Staff were asked in March which evenings they could work.', grade: 2 },
      autumn: { evidence: 'Five of seven branches open on two evenings.', grade: 2 },
    },
    {
      ref: '2',
      text: 'That fines for late books end for readers under 18.',
      owners: ['Director of Finance'],
      due: { text: 'April 2026' },
      spring: { evidence: 'Fines ended on 1 April 2026.', grade: 1 },
      autumn: { evidence: 'Loans to children rose by a fifth since fines ended.', grade: 1 },
    },
  ])
}

type PaperRow = Pick<(typeof RECOMMENDATIONS)[number], 'ref' | 'text' | 'owners' | Round> & { due: { text: string } }

function paperOf(round: Round, committee: string, title: string, recommendations: readonly PaperRow[]): string {
  const { words, round: label } = ROUNDS[round]
  const head = ['No.', 'Recommendation', 'Lead Officer', 'Completion Date', `${label} evidence of progress presented to Committee ${words}`]
  const rows = recommendations.map((one) => {
    const { code, label: grade } = GRADES[one[round].grade - 1]!
    return [one.ref, one.text, one.owners.join(' / '), one.due.text, one[round].evidence, `${code} – ${grade}`]
  })
  return [
    'Wexcombe Borough Council',
    committee,
    words,
    '',
    `${title} – progress`,
    '',
    ...GRADES.map(({ code, label: grade, definition }) => `${code} ${grade} – ${definition}`),
    '',
    [...head, 'Assessment of progress (Categories 1-4)'].join('\t'),
    ...rows.map((row) => row.join('\t')),
    '',
  ].join('\n')
}
