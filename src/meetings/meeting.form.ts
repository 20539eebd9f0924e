import { z } from 'zod'
import { day, longText, optionalText, text, ticked } from '../platform/web/fields.ts'

export const planningForm = z.object({
  committee: text('Choose the committee'),
  days: longText('Enter the day of the meeting, for example 9 December 2026', 10_000),
  time: optionalText(100),
  venue: optionalText(300),
})

export const meetingCorrection = z.object({
  heldOn: day('Enter the day of the meeting', 'The day of the meeting'),
  time: optionalText(100),
  venue: optionalText(300),
  version: z.coerce.number().int(),
})

const wholeNumber = (missing: string, most: number) =>
  text(missing, 6)
    .refine((value) => /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= most, missing)
    .transform(Number)

export const ruleForm = z.object({
  quorum: wholeNumber('Enter how many members must be there, for example 3', 100),
  minuteReference: text('Enter how minutes are numbered, for example {number}/{year}', 60).refine(
    (value) => value.includes('{number}'),
    'The pattern must hold {number}, for example CYP SC-{number}',
  ),
  nextNumber: wholeNumber('Enter the number that the next minute gets, for example 1', 999_999),
  recordsMovers: ticked(),
  version: z.coerce.number().int(),
})
