import { z } from 'zod'
import { inWords } from '../platform/core/calendar-date.ts'
import { choice, optionalChoice, optionalLongText, optionalText, text } from '../platform/web/fields.ts'
import { filledForm, type FilledForm } from '../platform/web/form.ts'
import { LAYOUTS, type Reading, type ReadMeeting, type ReadReview } from '../reading/reading.ts'
import { MEANINGS } from '../scales/scale.ts'
import { given } from './correct-reading.ts'
import { dayInWords, linesIn } from './read-recommendation.form.ts'

const version = z.coerce.number().int()
const dayOf = (iso: string | undefined) => (iso ? inWords(iso) : '')

/** Whose document it is, before which committee and of which day. */
export const documentForm = z.object({ version, organisation: optionalText(), committee: optionalText(), document_date: dayInWords })

export function documentFilled(reading: Reading): FilledForm {
  return filledForm({ organisation: reading.organisation, committee: reading.committee, document_date: dayOf(reading.document_date) })
}

export function documentTyped(typed: z.output<typeof documentForm>, reading: Reading): Reading {
  const { organisation, committee, document_date } = typed
  const { organisation: _o, committee: _c, document_date: _d, ...rest } = reading
  return { ...rest, ...(organisation && { organisation }), ...(committee && { committee }), ...(document_date && { document_date }) }
}

const grade = z.object({
  code: optionalText(60),
  label: optionalText(200),
  definition: optionalLongText(),
  meaning: optionalChoice(MEANINGS),
  colour: optionalText(30),
})
const theme = z.object({ title: optionalText(), why_important: optionalLongText(), what_good_looks_like: optionalLongText() })

/** A review but for its recommendations: title, layout, scale, themes. */
export const reviewForm = z.object({
  version,
  title: text('Enter the review’s title'),
  layout: choice(LAYOUTS, 'Choose the layout'),
  link_officers: optionalLongText(),
  action_plan_agreed: optionalText(),
  plan_version: optionalText(),
  plan_date: optionalText(),
  status: optionalText(),
  scale_name: optionalText(),
  percent_steps: optionalText(100),
  grades: z.array(grade).prefault([]),
  themes: z.array(theme).prefault([]),
})

export function reviewFilled(review: ReadReview): FilledForm {
  const { grades, name, percent_steps } = review.scale
  return filledForm({
    title: review.title,
    layout: review.layout,
    link_officers: review.link_officers?.join('\n'),
    action_plan_agreed: review.action_plan_agreed,
    plan_version: review.plan_version,
    plan_date: review.plan_date,
    status: review.status,
    scale_name: name,
    percent_steps: percent_steps?.join(', '),
    grades: [...grades.map((one) => ({ ...one, meaning: one.meaning ?? '' })), { code: '', label: '', definition: '', meaning: '' }],
    themes: [
      ...(review.themes ?? []).map((one) => ({ ...one, what_good_looks_like: one.what_good_looks_like?.join('\n') ?? '' })),
      { title: '', why_important: '', what_good_looks_like: '' },
    ],
  })
}

export function reviewTyped(typed: z.output<typeof reviewForm>, was: ReadReview): ReadReview {
  const steps = typed.percent_steps.split(/[\s,;%]+/).flatMap((one) => (/^\d{1,3}$/.test(one) ? Number(one) : []))
  const themes = typed.themes
    .filter((one) => one.title !== '')
    .map((one) =>
      given({ title: one.title, why_important: one.why_important || undefined, what_good_looks_like: linesIn(one.what_good_looks_like) }),
    )
  const grades = typed.grades
    .filter((one) => one.label !== '' || one.code !== '')
    .map((one) =>
      given({
        code: one.code || one.label,
        label: one.label || one.code,
        definition: one.definition || undefined,
        meaning: one.meaning ?? undefined,
        colour: one.colour || undefined,
      }),
    )
  return given<ReadReview>({
    ...was,
    title: typed.title,
    layout: typed.layout,
    link_officers: linesIn(typed.link_officers),
    action_plan_agreed: typed.action_plan_agreed || undefined,
    plan_version: typed.plan_version || undefined,
    plan_date: typed.plan_date || undefined,
    status: typed.status || undefined,
    scale: { ...given<{ name: string; percent_steps: number[] }>({ name: typed.scale_name, percent_steps: steps }), grades },
    themes,
    recommendations: was.recommendations,
  })
}

const agendaItem = z.object({
  ref: optionalText(50),
  title: optionalText(1000),
  appendix: optionalText(50),
  text: optionalLongText(),
  exempt: optionalText(500),
})
const minute = z.object({
  ref: optionalText(50),
  title: optionalText(1000),
  text: optionalLongText(),
  resolution: optionalLongText(),
  requests: optionalLongText(),
  exempt: optionalText(500),
})

/** A meeting: when and where, who was there, agenda and minutes. */
export const meetingForm = z.object({
  version,
  body: text('Enter the name of the body that met'),
  date: dayInWords,
  time: optionalText(50),
  venue: optionalText(),
  membership: optionalLongText(),
  present: optionalLongText(),
  also_present: optionalLongText(),
  in_attendance: optionalLongText(),
  apologies: optionalLongText(),
  agenda: z.array(agendaItem).prefault([]),
  minutes: z.array(minute).prefault([]),
})

const PEOPLE = ['membership', 'present', 'also_present', 'in_attendance', 'apologies'] as const

export function meetingFilled(meeting: ReadMeeting): FilledForm {
  const people = Object.fromEntries(PEOPLE.map((name) => [name, meeting[name]?.join('\n')]))
  return filledForm({
    ...meeting,
    ...people,
    place: undefined,
    date: dayOf(meeting.date),
    agenda: [...(meeting.agenda ?? []), { ref: '', title: '', text: '' }],
    minutes: [
      ...(meeting.minutes ?? []).map((one) => ({ ...one, requests: one.requests?.join('\n') ?? '' })),
      { ref: '', title: '', text: '' },
    ],
  })
}

export function meetingTyped(typed: z.output<typeof meetingForm>, was: ReadMeeting): ReadMeeting {
  const { version: _, ...said } = typed
  return given<ReadMeeting>({
    body: said.body,
    date: said.date,
    membership: linesIn(said.membership),
    present: linesIn(said.present),
    also_present: linesIn(said.also_present),
    in_attendance: linesIn(said.in_attendance),
    apologies: linesIn(said.apologies),
    time: said.time || undefined,
    venue: said.venue || undefined,
    agenda: said.agenda
      .filter((one) => one.title || one.text)
      .map((one) =>
        given({
          ref: one.ref,
          title: one.title,
          appendix: one.appendix || undefined,
          text: one.text || undefined,
          exempt: one.exempt || undefined,
        }),
      ),
    minutes: said.minutes
      .filter((one) => one.title || one.text)
      .map((one) =>
        given({
          ref: one.ref,
          title: one.title,
          text: one.text,
          resolution: one.resolution || undefined,
          requests: linesIn(one.requests),
          exempt: one.exempt || undefined,
        }),
      ),
    declarations: was.declarations,
    next_meeting: was.next_meeting,
    place: was.place,
  })
}
