import { z } from 'zod'
import {
  choice,
  choices,
  files,
  optionalDay,
  optionalFiles,
  optionalLongText,
  optionalText,
  several,
  text,
} from '../platform/web/fields.ts'
import { MOST_FILES } from './letter-record.ts'

const said = {
  correspondent: text('Enter whom the letter is to or from', 300),
  address: optionalText(500),
  datedOn: optionalDay('The day of the letter'),
  subject: text('Enter what the letter is about', 300),
  body: optionalLongText(50_000),
}

export const letterCorrection = z.object({ ...said, version: z.coerce.number().int() })

export const DIRECTIONS = ['out', 'in'] as const

export const letterForm = z
  .object({
    ...said,
    direction: choice(DIRECTIONS, 'Choose whether the letter goes out or came in'),
    kind: choice(['letter', 'comment', 'call', 'reply'], 'Choose what kind of letter it is'),
    about: optionalText(200),
    replyTo: optionalText(200),
    exempt: choices(['1', '2', '3', '4', '5', '6', '7']),
    files: optionalFiles(MOST_FILES),
  })
  .refine(({ direction, datedOn }) => direction === 'out' || datedOn !== null, {
    path: ['datedOn'],
    message: 'Enter the day on which the letter is dated',
  })

export const attachingForm = z.object({ files: files('Choose the files to attach.', MOST_FILES) })

export const sendingForm = z.object({
  by: choice(['message', 'post'], 'Choose how the letter goes'),
  how: optionalText(300),
  version: z.coerce.number().int(),
})

export const takingForm = z.object({
  take: several(z.string().max(2000)),
})
