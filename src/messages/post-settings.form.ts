import { z } from 'zod'
import { isCalendarDate } from '../platform/core/calendar-date.ts'
import { isMailAddress } from '../platform/mail/letter.ts'
import { choice, optionalLongText, optionalText, text, ticked } from '../platform/web/fields.ts'
import { POSTS, SMTP_SECURITY } from './post-settings.ts'

const time = (missing: string) =>
  text(missing, 5).refine(
    (value) => /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/.test(value),
    'Enter a time on the 24-hour clock, for example 08:30',
  )

/** Days one to a line, as 2026-12-29. */
const days = optionalLongText(5_000)
  .transform((value) => value.split(/[\s,]+/).filter(Boolean))
  .refine((list) => list.every(isCalendarDate), 'Enter each day as year, month and day, for example 2026-12-29')

const SMTP_NEEDS = { smtpHost: 'Enter the name of the mail server, for example smtp.example.gov.uk' }
const NOTIFY_NEEDS = { notifyTemplate: 'Enter the template’s ID, from its page in GOV.UK Notify' }
const SENDING_NEEDS = {
  senderAddress: 'Enter the address that messages come from',
  webAddress: 'Enter where people find Heed in a browser, for example https://heed.example.gov.uk',
}

const address = (wrong: string) => optionalText(254).refine((value) => value === '' || isMailAddress(value), wrong)

/** How messages go out, as it is typed. A blank password or key keeps the one that is there. */
export const postForm = z
  .object({
    post: choice(POSTS, 'Choose how messages go out'),
    senderName: optionalText(100),
    senderAddress: address('Enter one e-mail address, for example scrutiny@example.gov.uk'),
    replyTo: address('Enter one e-mail address, for example scrutiny@example.gov.uk'),
    webAddress: optionalText(200).refine((value) => value === '' || isSite(value), 'Enter an address such as https://heed.example.gov.uk'),
    from: time('Enter when messages may begin to go out'),
    until: time('Enter when messages stop going out'),
    weekends: ticked(),
    bankHolidays: ticked(),
    closedDays: days,
    smtpHost: optionalText(253).refine(
      (value) => value === '' || /^[A-Za-z0-9.:_-]+$/.test(value),
      'Enter the server’s name alone, for example smtp.example.gov.uk',
    ),
    smtpPort: z.coerce
      .number('Enter the port as a number, for example 587')
      .int()
      .min(1, 'Enter a port from 1 to 65535')
      .max(65_535, 'Enter a port from 1 to 65535'),
    smtpSecurity: choice(SMTP_SECURITY, 'Choose how the connection is made safe'),
    smtpUser: optionalText(254),
    smtpPassword: optionalText(500),
    notifyTemplate: optionalText(36).refine(
      (value) => value === '' || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value),
      'Enter the ID as Notify shows it, 36 letters, digits and hyphens',
    ),
    notifySecret: optionalText(200).refine(
      (value) => value === '' || /[0-9a-f-]{36}-[0-9a-f-]{36}$/.test(value),
      'Enter the whole API key as Notify showed it, with its name',
    ),
    version: z.coerce.number().int().min(0),
  })
  .superRefine((said, context) => {
    const needs: Partial<Record<string, string>> =
      said.post === 'folder' ? {} : { ...SENDING_NEEDS, ...(said.post === 'smtp' ? SMTP_NEEDS : NOTIFY_NEEDS) }
    for (const [field, message] of Object.entries(needs))
      if (said[field as keyof typeof said] === '') context.addIssue({ code: 'custom', path: [field], message })
    if (said.from >= said.until)
      context.addIssue({ code: 'custom', path: ['until'], message: 'Messages must stop later in the day than they begin' })
  })

function isSite(value: string): boolean {
  const url = URL.parse(value)
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '' && url.hash === ''
}
