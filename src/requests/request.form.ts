import { z } from 'zod'
import { choice, day, longText, optionalDay, optionalText, ticked } from '../platform/web/fields.ts'
import { ANSWERS, type MeetingNamed, type RequestSaid } from './request.ts'

export const requestForm = z.object({
  words: longText('Enter what was asked for', 4000),
  owner: optionalText(200),
  dueWords: optionalText(200),
  dueOn: optionalDay('The day by which it is due'),
  forMeeting: optionalText(36),
  agendaItem: optionalText(36),
})
export const requestCorrection = requestForm.omit({ agendaItem: true }).extend({ version: z.coerce.number().int() })

export const answerForm = z.object({
  became: choice(ANSWERS, 'Choose what became of the request'),
  words: longText('Say what the answer was, or why it is not pursued', 4000),
  on: day('Enter the day', 'The day'),
})

export const suggestedForm = z.object({
  lines: z
    .array(
      z.object({
        take: ticked(),
        /** Which suggestion it is. */
        key: optionalText(64),
        words: longText('Enter what was asked for', 4000),
        owner: optionalText(200),
        dueWords: optionalText(200),
        dueOn: optionalDay('The day by which it is due'),
        forMeeting: optionalText(36),
      }),
    )
    .max(300),
})

type Typed = Pick<z.output<typeof requestForm>, 'words' | 'owner' | 'dueWords' | 'dueOn' | 'forMeeting'>

/** What a form says; a meeting that is not among those to come is none. */
export function saidBy({ forMeeting, ...said }: Typed, later: readonly MeetingNamed[]): RequestSaid {
  return {
    words: said.words,
    owner: said.owner,
    dueWords: said.dueWords,
    dueOn: said.dueOn,
    forMeetingId: later.some(({ id }) => id === forMeeting) ? forMeeting : null,
  }
}
