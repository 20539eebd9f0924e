import { z } from 'zod'
import type { CalendarDate } from '../platform/core/calendar-date.ts'
import { day, optionalDay, optionalText, text } from '../platform/web/fields.ts'
import type { FilledForm } from '../platform/web/form.ts'
import { DateInput, TextInput } from '../platform/web/form-fields.tsx'
import { dayFields, DayFields, daysTyped, refuseDisorder, withDays, type DaysTyped } from './days.form.tsx'
import { filledDays } from './days-of-round.ts'
import type { PlannedSaid } from './plan-rounds.ts'

const NAME = 'Give the round a name, for example ‘Autumn 2027’.'
const MEETING = 'Enter the date of the meeting'

export const plannedForm = z.object({
  version: z.coerce.number().int().min(1),
  name: text(NAME, 120),
  meeting: day(MEETING, 'The date of the meeting'),
  ...dayFields,
})

const rowForm = z.object({ name: optionalText(120), meeting: optionalDay('The date of the meeting'), ...dayFields })
type RowTyped = z.output<typeof rowForm>

/** Many rounds at once; a row left blank is none. */
export const planningForm = z.object({
  committee: z.guid('Choose a committee'),
  year: z.coerce.number().int().min(1990).max(2200),
  rows: z
    .array(rowForm)
    .max(60)
    .superRefine((rows, context) => {
      for (const [index, row] of rows.entries()) {
        if (isBlank(row)) continue
        if (row.name === '') context.addIssue({ code: 'custom', path: [index, 'name'], message: NAME })
        if (row.meeting === null) context.addIssue({ code: 'custom', path: [index, 'meeting'], message: MEETING })
      }
    }),
})

function isBlank({ name, meeting, asked, due, papers }: RowTyped): boolean {
  return name === '' && [meeting, asked, due, papers].every((one) => one === null)
}

/** What a row or a form says, with the days left blank worked out. Throws a fault at the day that is out of order. */
export function plannedTyped(typed: DaysTyped & { name: string; meeting: CalendarDate }, under = ''): PlannedSaid {
  const days = filledDays(daysTyped(typed, typed.meeting))
  refuseDisorder(days, under)
  return { ...days, name: typed.name }
}

export function plannedRows(rows: readonly RowTyped[]): PlannedSaid[] {
  return rows.flatMap((row, index) => (row.meeting === null ? [] : [plannedTyped({ ...row, meeting: row.meeting }, `rows.${index}.`)]))
}

/** The form with the days of each row in it, as they follow from its meeting. */
export function withRowsWorkedOut(form: FilledForm, rows: readonly RowTyped[]): FilledForm {
  return rows.reduce((filled, row, index) => {
    if (row.meeting === null) return filled
    const none = { askedOn: null, dueOn: null, papersOn: null, meetingOn: row.meeting }
    return withDays(filled, filledDays(none), `rows.${index}.`)
  }, form)
}

export function PlannedFields({ form, under = '' }: { form: FilledForm; under?: string }) {
  return (
    <>
      <TextInput form={form} name={`${under}name`} label="What is the round called?" width={20} />
      <div class="rounds-days">
        <DateInput form={form} name={`${under}meeting`} label="When is the meeting?" />
        <DayFields form={form} under={under} />
      </div>
    </>
  )
}

/** What a round for a meeting on that day is often called. */
export function seasonOf(day: CalendarDate): string {
  const [year, month = 1] = day.split('-').map(Number)
  const season = month <= 2 || month === 12 ? 'Winter' : month <= 5 ? 'Spring' : month <= 8 ? 'Summer' : 'Autumn'
  return `${season} ${year}`
}
