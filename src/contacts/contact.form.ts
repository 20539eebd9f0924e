import { z } from 'zod'
import { isMailAddress } from '../platform/mail/letter.ts'
import { optionalDay, optionalText, day, text, ticked } from '../platform/web/fields.ts'
import type { Contact } from './contact.ts'

const id = optionalText(36).transform((value) => (/^[0-9a-f-]{36}$/.test(value) ? value : null))

export const contactForm = z.object({
  name: text('Enter the person’s name', 200),
  post: optionalText(200),
  body: optionalText(200),
  directorate: optionalText(200),
  email: optionalText(254)
    .transform((value) => value.toLowerCase())
    .refine((value) => value === '' || isMailAddress(value), 'Enter one e-mail address, for example name@example.gov.uk'),
  managerId: id,
  gone: ticked(),
})
export const correctionForm = contactForm.extend({ version: z.coerce.number().int() })

export const absenceForm = z
  .object({ from: day('Enter the first day away', 'The first day away'), until: optionalDay('The last day away'), coverId: id })
  .refine(({ from, until }) => until === null || until >= from, {
    path: ['until'],
    message: 'The last day away must not be before the first',
  })

/** Who can be chosen as a manager or for cover: whoever has not left, but for the person themselves. */
export function choicesOf(contacts: readonly Contact[], but?: Contact): { value: string; text: string }[] {
  return contacts
    .filter((contact) => !contact.gone && contact.id !== but?.id)
    .map((contact) => ({ value: contact.id, text: [contact.name, contact.post || contact.body].filter(Boolean).join(', ') }))
}
