import type { CalendarDate } from '../platform/core/calendar-date.ts'
import type { ReadScale } from '../reading/reading.ts'
import type { Scale } from '../scales/scale.ts'

/** The boxes of a form, in their order. */
export const BOXES = ['evidence', 'grade', 'explanation', 'impact', 'percent', 'newDate', 'newDateReason', 'noChange'] as const
export type Box = (typeof BOXES)[number]

/** The mark of each box in its code, and of the line itself. Every form made so far was printed with them: one may be added, none changed. */
export const MARKS: Record<Box | 'line', string> = {
  line: '2',
  evidence: '3',
  grade: '4',
  explanation: '5',
  impact: '6',
  percent: '7',
  newDate: '8',
  newDateReason: '9',
  noChange: 'A',
}

/** What a box is called in a form, the line of guidance under it, and how much room it gives. */
export const BOX_WORDS: Record<Box, { label: string; hint: string; room: 'line' | 'text' }> = {
  evidence: {
    label: 'What has been done?',
    hint: 'By whom and when, and what shows it. Begin a line with a dash for a list.',
    room: 'text',
  },
  grade: { label: 'Grade', hint: 'Choose from the list, or type it.', room: 'line' },
  explanation: { label: 'Why this grade?', hint: 'Needed where the date will be missed or the work will not be done.', room: 'text' },
  impact: { label: 'What difference has it made?', hint: 'For whom, and how do you know? A number is best.', room: 'text' },
  percent: { label: 'How much is done, in per cent?', hint: 'A whole number from 0 to 100.', room: 'line' },
  newDate: { label: 'New date, if the date changes', hint: 'For example 31 March 2027, or September 2027.', room: 'line' },
  newDateReason: { label: 'Why does the date change?', hint: 'The committee reads this.', room: 'line' },
  noChange: { label: 'No change since last time, because', hint: 'Only where there is nothing to say above.', room: 'line' },
}

/** What Word shows in a box for a grade until one is chosen. */
export const NO_GRADE_YET = 'Choose a grade'

/** One line of a round as a form asks about it. */
export interface FormLine {
  /** Its own letters in every code of it. */
  code: string
  itemId: string
  /** The version of the update that the boxes were filled from; 0 where nothing had been said. */
  version: number
  /** `Recommendation 10, part c` */
  name: string
  /** The recommendation, and the part of it that is asked about. */
  asked: string
  action: string | null
  owners: string[]
  promised: string
  /** Whether the day promised is past at the meeting. */
  passed: boolean
  measures: string[]
  last: SaidBefore | null
  /** The boxes that are asked of this line. */
  boxes: Box[]
  /** The words that each box was sent with. */
  filled: Partial<Record<Box, string>>
}

export interface SaidBefore {
  round: string
  grade: string | null
  evidence: string
  explanation: string
  impact: string
  newDate: string
}

/** The grades that may be given, and the steps by which completion is counted. */
export type FormScale = Pick<Scale, 'name' | 'grades'> & { percentSteps: number[] | null }

export interface FormReview {
  title: string
  scale: FormScale
  lines: FormLine[]
}

/** A travelling form as it was made: all that its pages say, kept so that what comes back can be held against it. */
export interface FormMade {
  format: 'heed.form/1'
  code: string
  council: string
  round: { id: string; slug: string; name: string; committee: string; presentedOn: CalendarDate }
  /** Who is asked, in the officer's words: an owner, several. */
  forWhom: string
  dueOn: CalendarDate | null
  /** To whom it goes back, and how. */
  returnTo: string
  reviews: FormReview[]
}

export function linesOfForm(form: FormMade): FormLine[] {
  return form.reviews.flatMap((review) => review.lines)
}

/** The scale of a form in the shape in which documents are read. */
export function scaleAsRead({ name, grades, percentSteps }: FormScale): ReadScale {
  return {
    name,
    grades: grades.map(({ meaning, ...grade }) => ({ ...grade, ...(meaning && { meaning }) })),
    ...(percentSteps && { percent_steps: percentSteps }),
  }
}
