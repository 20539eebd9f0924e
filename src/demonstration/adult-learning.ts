import type { ReadAction, ReadRecommendation, ReadReview, ReadUpdate } from '../reading/reading.ts'

const ROUNDS = [
  { round: 'Spring 2026', presented_on: '2026-03-25' },
  { round: 'Autumn 2026', presented_on: '2026-09-23' },
]

/** What was said of an action in each round. */
const updates = (...actions: [said: string, grade: ReadUpdate['grade']][][]): ReadUpdate[] =>
  ROUNDS.flatMap((round, index) =>
    actions.map((said, action): ReadUpdate => ({
      ...round,
      action: action + 1,
      evidence: said[index]![0],
      grade: said[index]![1],
      ...(said[index]![1] && { assessment_text: WORDS[said[index]![1]] }),
    })),
  )

const WORDS: Partial<Record<NonNullable<ReadUpdate['grade']>, string>> = {
  completed: 'Complete',
  on_track: 'In progress and on schedule',
  slipped: 'In progress but behind schedule',
  overdue: 'Overdue',
}

const action = (
  outcome: string,
  text: string,
  measures: string[],
  owner: string,
  due: string,
  iso: string | undefined,
  percent: number | null,
  rag: string | null,
): ReadAction => ({
  outcome,
  text,
  measures,
  owners: [owner],
  due: { text: due, ...(iso && { iso }) },
  percent_complete: percent,
  rag,
})

const TEACHING = 'THEME 1: TEACHING'
const REACH = 'THEME 2: REACHING THOSE WHO GAIN MOST'

const RECOMMENDATIONS: ReadRecommendation[] = [
  {
    ref: '1.1',
    theme: TEACHING,
    text: 'Make sure that tutors know what each learner wants to be able to do, and teach to it.',
    why_important: 'A third of learners told the inspectors that the course was not the one they had hoped for.',
    what_good_looks_like:
      '- A plan of one page for every learner, made in the first fortnight\n- Tutors look at it together each half term',
    owners: [],
    due: [],
    external_refs: ['Inspection recommendation 1'],
    actions: [
      action(
        'Every learner has a plan that they helped to write',
        'Agree one form for the plan and train all tutors in it',
        ['100% of learners have a plan by the third week'],
        'Curriculum Manager',
        'January 2026',
        '2026-01-31',
        100,
        'Complete',
      ),
      action(
        'Tutors learn from one another',
        'Set up visits between tutors, one a term',
        ['40 visits a year'],
        'Curriculum Manager',
        'September 2026',
        '2026-09-30',
        50,
        'In progress but behind schedule',
      ),
    ],
    updates: updates(
      [
        ['212 of 230 learners had a plan by the third week of term.', 'on_track'],
        ['All 241 learners had a plan by 2 October; the inspectors’ adviser read 20 and found 18 good.', 'completed'],
      ],
      [
        ['Nine visits were made in the autumn term. More are booked for February.', 'on_track'],
        ['Nine visits were made in the autumn term. More are booked for February.', 'on_track'],
      ],
    ),
  },
  {
    ref: '1.2',
    theme: TEACHING,
    text: 'Raise the share of English and mathematics learners who pass at the first attempt.',
    why_important: 'Fewer than half passed at the first attempt in 2025.',
    what_good_looks_like: '- Learners sit the test when they are ready, not when the term ends',
    owners: [],
    due: [],
    external_refs: ['Inspection recommendation 2'],
    actions: [
      action(
        'Learners are tested when ready',
        'Buy on-demand tests and train invigilators',
        ['70% pass at the first attempt'],
        'Head of Adult Learning',
        'December 2026',
        '2026-12-31',
        25,
        'In progress and on schedule',
      ),
      action(
        'Nobody falls behind unseen',
        'Look at attendance each Friday and ring those who missed',
        ['Attendance above 88%'],
        'Learner Support Officer',
        'October 2025 and ongoing',
        undefined,
        75,
        'In progress and on schedule',
      ),
    ],
    updates: updates(
      [
        ['The on-demand tests are bought. Four invigilators are trained.', 'on_track'],
        ['64% passed at the first attempt in the summer, against 47% the year before.', 'on_track'],
      ],
      [
        ['Calls are made each Friday. Attendance was 84% in February.', 'on_track'],
        ['As above.', 'on_track'],
      ],
    ),
  },
  {
    ref: '2.1',
    theme: REACH,
    text: 'Offer courses where people without qualifications live, at times that they can come.',
    why_important: 'Two wards with the fewest qualifications had no course within two miles.',
    what_good_looks_like:
      '- A course within walking distance of every ward\n- One in four places taken by people without a level 2 qualification',
    owners: [],
    due: [],
    external_refs: ['Inspection recommendation 4'],
    actions: [
      action(
        'Courses in Harrow Lane and Eastmoor',
        'Rent rooms in the two community centres and run six courses in each',
        ['12 courses', '140 learners'],
        'Community Learning Manager',
        'April 2026',
        '2026-04-30',
        75,
        'In progress but behind schedule',
      ),
      action(
        'People hear of courses from those they trust',
        'Pay ten learning champions to knock on doors',
        ['Number of people spoken to'],
        'Community Learning Manager',
        'June 2026',
        '2026-06-30',
        null,
        null,
      ),
    ],
    updates: updates(
      [
        ['Rooms are rented from April. Courses are being drawn up.', 'on_track'],
        ['Eight of twelve courses have run, for 91 learners. Two tutors left in July.', 'slipped'],
      ],
      [
        ['Advertisements for champions go out in April.', 'on_track'],
        ['', null],
      ],
    ),
  },
]

/** An improvement plan after an inspection: themes, why it matters, what good looks like, and how far each action is. */
export const ADULT_LEARNING: ReadReview = {
  title: 'Adult Learning Improvement Plan 2025 – 27',
  layout: 'improvement-plan',
  plan_version: 'V2.0',
  plan_date: 'September 2026',
  scale: {
    name: 'RAG rating',
    grades: [
      { code: 'Complete', label: 'Complete', meaning: 'completed' },
      { code: 'In progress and on schedule', label: 'In progress and on schedule', meaning: 'on_track' },
      { code: 'In progress but behind schedule', label: 'In progress but behind schedule', meaning: 'slipped' },
      { code: 'Overdue', label: 'Overdue', meaning: 'overdue' },
    ],
    percent_steps: [25, 50, 75, 100],
  },
  themes: [{ title: TEACHING }, { title: REACH }],
  recommendations: RECOMMENDATIONS,
}
