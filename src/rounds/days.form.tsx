import { lastDayForPapers } from '../platform/core/clear-days.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { inWords } from '../platform/core/calendar-date.ts'
import { optionalDay } from '../platform/web/fields.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { DateInput } from '../platform/web/form-fields.tsx'
import { FieldFault } from '../platform/web/submit-form.ts'
import { faultOfDays, type RoundDays } from './days-of-round.ts'

/** The three days that lead to a meeting, as forms ask for them. */
export const dayFields = {
  asked: optionalDay('The day when owners are asked'),
  due: optionalDay('The day when updates are due'),
  papers: optionalDay('The day when papers go out'),
}

export interface DaysTyped {
  asked: CalendarDate | null
  due: CalendarDate | null
  papers: CalendarDate | null
}

export const daysTyped = ({ asked, due, papers }: DaysTyped, meetingOn: CalendarDate): RoundDays => ({
  askedOn: asked,
  dueOn: due,
  papersOn: papers,
  meetingOn,
})

const FIELD = { askedOn: 'asked', dueOn: 'due', papersOn: 'papers' } as const

/** The fault at its field, where the days are out of order; `under` is before the field's name in a form of several rows. */
export function refuseDisorder(days: RoundDays, under = ''): void {
  const fault = faultOfDays(days)
  if (fault) throw new FieldFault(`${under}${FIELD[fault.day]}`, fault.message)
}

export function DayFields({ form, under = '', meetingOn }: { form: FilledForm; under?: string; meetingOn?: CalendarDate }) {
  const papers = meetingOn
    ? `${inWords(lastDayForPapers(meetingOn))} leaves five clear days, weekends and bank holidays not counted`
    : `Five clear days before the meeting, weekends and bank holidays not counted`
  return (
    <>
      <DateInput form={form} name={`${under}asked`} label="When are owners asked?" />
      <DateInput form={form} name={`${under}due`} label="When are updates due?" />
      <DateInput form={form} name={`${under}papers`} label="When do papers go out?" hint={under === '' ? papers : undefined} />
    </>
  )
}

/** The form with these days in its boxes, whatever was in them. */
export function withDays(form: FilledForm, days: Omit<RoundDays, 'meetingOn'>, under = ''): FilledForm {
  const values = { ...form.values }
  for (const [day, field] of Object.entries(FIELD)) {
    const name = `${under}${field}`
    for (const part of ['day', 'month', 'year']) delete values[`${name}.${part}`]
    values[name] = days[day as keyof typeof FIELD] ?? ''
  }
  return { ...form, values }
}
