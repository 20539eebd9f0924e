import { z } from 'zod'
import { choice, optionalLongText, optionalText, text } from '../platform/web/fields.ts'
import { WAYS } from './enclosure.ts'

export const checkingForm = z
  .object({
    title: text('Enter a title for it', 300),
    taken: choice(WAYS, 'Choose how it goes into the paper'),
    statement: optionalLongText(2000),
    seen: optionalText(64),
  })
  .refine(({ taken, statement }) => taken !== 'beside' || statement !== '', {
    path: ['statement'],
    message: 'Say what the file is, and how to have it in another form',
  })
