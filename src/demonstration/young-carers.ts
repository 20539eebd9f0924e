import type { ReadRecommendation, ReadReview, ReadUpdate } from '../reading/reading.ts'

const SPRING = { round: 'Quarter 3/4', presented_on: '2026-03-18' }
const AUTUMN = { round: 'Quarter 1/2', presented_on: '2026-09-16' }

const spring = (evidence: string, assessment_text: string, grade: ReadUpdate['grade'], more: Partial<ReadUpdate> = {}): ReadUpdate => ({
  ...SPRING,
  evidence,
  assessment_text,
  grade,
  ...more,
})
const autumn = (evidence: string, assessment_text: string, grade: ReadUpdate['grade'], more: Partial<ReadUpdate> = {}): ReadUpdate => ({
  ...AUTUMN,
  evidence,
  assessment_text,
  grade,
  ...more,
})

const RECOMMENDATIONS: Omit<ReadRecommendation, 'actions'>[] = [
  {
    ref: '1',
    text: 'That every school and college in the borough names a young carers’ lead, and tells families each September who it is.',
    owners: ['Head of Inclusion'],
    due: [{ text: 'September 2025', iso: '2025-09-30' }],
    updates: [
      spring('Letters went to all 34 schools and both colleges in June. 29 have told us who their lead is.', '2 – On Track', 'on_track'),
      autumn('Letters went to all 34 schools and both colleges in June. 29 have told us who their lead is.', '2 – On Track', 'on_track'),
    ],
  },
  {
    ref: '2',
    text: 'That one form is agreed on which a child can say, once, that they care for somebody, and that it is shared with their consent between:\n- the Council’s early help and adult social care teams\n- schools and colleges\n- GP surgeries',
    owners: ['Service Manager, Early Help', 'Wexcombe Primary Care Network'],
    due: [{ text: '31/12/2025', iso: '2025-12-31' }],
    updates: [
      spring(
        'The form was drafted with the Young Carers’ Forum and tried in two schools.\n- 41 children used it between October and February\n- surgeries asked for a shorter version',
        '3 – Slipped',
        'slipped',
      ),
      autumn(
        'The shorter form has been in use in all surgeries since 1 June 2026. 118 children have used it.',
        '1 – Fully Achieved',
        'achieved',
      ),
    ],
  },
  {
    ref: '3',
    text: 'That breaks for young carers are offered in every school holiday, and that the number offered is doubled.',
    owners: ['Commissioning Manager', 'Wexcombe Carers’ Trust'],
    due: [{ text: 'July 2026', iso: '2026-07-31' }],
    updates: [
      spring(
        'The Trust ran 6 days in the February holiday for 52 children, against 3 days for 24 the year before. The Easter programme is booked.',
        '2 – On Track',
        'on_track',
      ),
      autumn(
        '18 days were run at Easter and in the summer, for 149 children. The provider for October withdrew on 28 August.',
        '3 – Slipped',
        'slipped',
        {
          explanation: 'The October provider withdrew and the contract is being let again.',
        },
      ),
    ],
  },
  {
    ref: '4',
    text: 'That staff who may meet a young carer are trained to notice one.',
    owners: ['Workforce Development Manager', 'Head of Housing Options'],
    owner_parts: [
      { part: 'a', owner: 'Workforce Development Manager' },
      { part: 'b', owner: 'Head of Housing Options' },
    ],
    due: [
      { part: 'a', text: 'March 2026', iso: '2026-03-31' },
      { part: 'b', text: 'June 2026', iso: '2026-06-30' },
    ],
    updates: [
      spring('All 61 social workers in children’s services took the half-day course.', '1 – Fully Achieved', 'achieved', { part: 'a' }),
      spring('A course for housing officers has been booked for May 2026.', '2 – On Track', 'on_track', { part: 'b' }),
      autumn('All 61 social workers in children’s services took the half-day course.', '1 – Fully Achieved', 'achieved', { part: 'a' }),
      autumn('A course for housing officers has been booked for May 2026.', '2 – On Track', 'on_track', { part: 'b' }),
    ],
  },
  {
    ref: '5',
    text: 'That the Panel hears from young carers themselves once a year, at a time and a place that suits them.',
    owners: ['Scrutiny Officer'],
    due: [{ text: 'Ongoing' }],
    updates: [
      spring(
        'Nine young carers met the Panel at the leisure centre on 14 February 2026. Their four asks are in the minutes.',
        '1 – Fully Achieved',
        'achieved',
      ),
      autumn('As above.', '2 – On Track', 'on_track'),
    ],
  },
  {
    ref: '6',
    text: 'That free bus travel is extended to young carers under 19 who travel for the person they care for.',
    owners: ['Transport Policy Manager'],
    due: [{ text: 'April 2026', iso: '2026-04-30' }],
    updates: [
      spring('The cost, £38,000 a year, has gone into the budget talks with the bus operators.', '2 – On Track', 'on_track'),
      autumn('', '', null),
    ],
  },
  {
    ref: '8',
    text: 'That the Council’s own attendance policy says that caring is a reason for lateness, and that schools are asked to do the same.',
    owners: ['Head of Inclusion'],
    due: [{ text: 'January 2026', iso: '2026-01-31' }],
    updates: [
      spring(
        'The policy was changed on 12 January 2026 and sent to every school the same week. 22 schools have changed theirs.',
        '1 – Fully Achieved',
        'achieved',
      ),
    ],
  },
]

/** Quarterly progress, two rounds beside one another, graded 1 to 4. */
export const YOUNG_CARERS: ReadReview = {
  title: 'Support for Young Carers',
  layout: 'progress-table',
  link_officers: ['Priya Nand'],
  action_plan_agreed: 'June 2025',
  scale: {
    name: 'Assessment of progress',
    grades: [
      {
        code: '1',
        label: 'Fully Achieved',
        definition: 'The evidence shows that it was done in full, by the date agreed.',
        meaning: 'achieved',
      },
      {
        code: '2',
        label: 'On Track',
        definition: 'The evidence shows that it will be done, and the date agreed has not passed.',
        meaning: 'on_track',
      },
      {
        code: '3',
        label: 'Slipped',
        definition: 'The date agreed will not be, or was not, met. The new date and the reason for the delay are given.',
        meaning: 'slipped',
      },
      { code: '4', label: 'Not Achieved', definition: 'It was not done and will not be. The reason is given.', meaning: 'not_achieved' },
    ],
  },
  recommendations: RECOMMENDATIONS.map((recommendation) => ({
    ...recommendation,
    actions: [],
    updates: recommendation.updates.map(tidied),
  })),
}

/** A line without an assessment says nothing, rather than an empty one. */
function tidied({ assessment_text, ...update }: ReadUpdate): ReadUpdate {
  return assessment_text ? { ...update, assessment_text } : update
}
