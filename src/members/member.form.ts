import { z } from 'zod'
import { isMailAddress } from '../platform/mail/letter.ts'
import { choice, day, longText, optionalDay, optionalText, text, ticked } from '../platform/web/fields.ts'
import { MEMBER_KINDS, PLACES } from './member.ts'

export const memberForm = z.object({
  name: text('Enter the member’s name as minutes print it, for example Cllr J Marsh', 200),
  kind: choice(MEMBER_KINDS, 'Choose whether this is a councillor or a co-optee'),
  represents: optionalText(200),
  email: optionalText(254)
    .transform((value) => value.toLowerCase())
    .refine((value) => value === '' || isMailAddress(value), 'Enter one e-mail address, for example name@example.gov.uk'),
})
export const memberCorrection = memberForm.extend({ version: z.coerce.number().int() })

export const seatForm = z
  .object({
    memberId: text('Choose the member'),
    place: choice(PLACES, 'Choose the place'),
    voting: ticked(),
    from: day('Enter the first day of the seat', 'The first day'),
    until: optionalDay('The last day'),
  })
  .refine(({ from, until }) => until === null || until >= from, {
    path: ['until'],
    message: 'The last day must not be before the first',
  })

export const endingForm = z
  .object({
    never: ticked(),
    last: optionalDay('The last day'),
    reason: optionalText(500),
  })
  .refine(({ never, last }) => never || last !== null, { path: ['last'], message: 'Enter the last day of the seat' })
  .refine(({ never, reason }) => !never || reason !== '', {
    path: ['reason'],
    message: 'Say what was wrong, for example: entered for the wrong committee',
  })

export const listForm = z.object({ words: longText('Paste the list of members, one a line', 20_000) })
export const takingForm = z.object({
  words: longText('The list is empty', 20_000),
  meeting: optionalText(200),
  from: day('Enter the first day of their seats', 'The first day'),
  lines: z
    .array(
      z.object({
        take: ticked(),
        name: text('Enter the name', 200),
        represents: optionalText(200),
        place: choice(PLACES, 'Choose the place'),
        voting: ticked(),
        member: optionalText(36),
      }),
    )
    .max(200, 'Bring in at most 200 members at once'),
})
