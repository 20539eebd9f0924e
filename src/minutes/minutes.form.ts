import { z } from 'zod'
import { optionalLongText, optionalText, text, ticked } from '../platform/web/fields.ts'

export const minuteForm = z.object({
  version: z.coerce.number().int(),
  reference: optionalText(60),
  text: optionalLongText(50_000),
  resolution: optionalLongText(20_000),
  /** Drafted anew from the record, rather than saved as typed. */
  anew: ticked(),
})

export const peopleForm = z.object({
  version: z.coerce.number().int(),
  present: optionalLongText(10_000),
  apologies: optionalLongText(10_000),
  alsoPresent: optionalLongText(10_000),
  inAttendance: optionalLongText(10_000),
})

export const confirmingForm = z.object({
  meeting: text('Choose the meeting that confirmed the minutes', 36),
  corrections: optionalLongText(10_000),
})

export const publishingForm = z.object({ seen: optionalText(64) })
export const startingForm = z.object({})

export const linesOf = (words: string): string[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
