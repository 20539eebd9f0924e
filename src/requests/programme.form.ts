import { z } from 'zod'
import { longText, optionalLongText, optionalText, text, ticked } from '../platform/web/fields.ts'
import type { ProgrammeSaid } from './programme.ts'
import type { ProgrammeMatters } from './programme.queries.ts'

export const programmeForm = z.object({
  title: text('Enter what the committee is to take', 500),
  text: optionalLongText(5000),
  meeting: optionalText(36),
  meetingWords: optionalText(200),
  review: optionalText(36),
})
export const programmeCorrection = programmeForm.extend({ version: z.coerce.number().int() })

export const moveForm = z.object({ move: optionalText(60) })

export const programmeListForm = z.object({ words: longText('Paste the work programme, one item a line', 20_000) })
export const programmeTakingForm = z.object({
  words: longText('The list is empty', 20_000),
  lines: z
    .array(
      z.object({
        take: ticked(),
        title: text('Enter what the committee is to take', 500),
        text: optionalLongText(5000),
        meeting: optionalText(36),
        meetingWords: optionalText(200),
      }),
    )
    .max(200, 'Bring in at most 200 items at once'),
})

type Typed = { title: string; text?: string; meeting: string; meetingWords: string; review?: string }

/** What a form says; a meeting or review that is not the committee's is none. */
export function programmeSaid(
  { title, text: words = '', meeting, meetingWords, review = '' }: Typed,
  matters: ProgrammeMatters,
): ProgrammeSaid {
  return {
    title,
    text: words,
    meetingId: matters.meetings.some(({ id }) => id === meeting) ? meeting : null,
    meetingWords,
    reviewId: matters.reviews.some(({ id }) => id === review) ? review : null,
  }
}
