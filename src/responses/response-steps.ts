import { later, type CalendarDate } from '../platform/core/calendar-date.ts'
import { STATUTORY_MONTHS } from './response-clock.ts'

/** The steps by which whoever must respond is written to, after the notice itself. */
export const RESPONSE_STEPS = ['response-reminder', 'response-overdue'] as const
export type ResponseStepName = (typeof RESPONSE_STEPS)[number]

export interface ResponseStep {
  step: ResponseStepName
  /** After the last day of the time; negative before it. */
  days: number
  /** Goes without an officer's looking at it first. */
  byItself: boolean
}

/** How a council follows responses. */
export interface ResponseRule {
  /** 0: the council has never said, and this is Heed's. */
  version: number
  /** How long a notice gives unless it says otherwise. */
  months: number
  steps: ResponseStep[]
}

/** For a council that has said nothing. */
export const HEEDS_RULE: Omit<ResponseRule, 'version'> = {
  months: STATUTORY_MONTHS,
  steps: [
    { step: 'response-reminder', days: -14, byItself: true },
    { step: 'response-reminder', days: -3, byItself: true },
    { step: 'response-overdue', days: 1, byItself: false },
  ],
}

export function inOrder(steps: readonly ResponseStep[]): ResponseStep[] {
  return steps.toSorted((a, b) => a.days - b.days)
}

/** What is wrong with a step as it was entered; null where nothing is. */
export function faultOfStep({ step, days }: Pick<ResponseStep, 'step' | 'days'>): string | null {
  if (step === 'response-reminder') return days < 0 ? null : 'A reminder goes before the last day. Enter how many days before, at least 1.'
  return days > 0 ? null : 'An overdue response is asked for after the last day. Enter how many days after, at least 1.'
}

/** `14 days before the last day` */
export function whenOfStep({ days }: Pick<ResponseStep, 'days'>): string {
  const count = Math.abs(days)
  return `${count === 1 ? 'One day' : `${count} days`} ${days < 0 ? 'before' : 'after'} the last day`
}

/** Somebody to write to about a notice, or why nobody can be. */
export type Receiver = { contactId: string | null; name: string; address: string; note: string } | { words: string; href: string }

/** All that the plan follows from. */
export interface ResponseChased {
  noticeId: string
  servedOn: CalendarDate
  dueOn: CalendarDate
  /** How many recommendations have no answer. */
  unanswered: number
  today: CalendarDate
  /** The address of whoever is written to now; null where nobody can be. */
  to: string | null
  steps: readonly ResponseStep[]
  /** What is in the outbox about the notice, with the day on which it goes or went. */
  sent: readonly { purpose: string; on: CalendarDate; withheld: boolean }[]
  /** Steps that an officer skipped or put off until a day. */
  withheld: readonly { purpose: string; until: CalendarDate | null }[]
  /** The day itself or, where nothing goes out on it, the next on which something does. */
  openDay: (day: CalendarDate) => CalendarDate
}

export interface PlannedResponseStep extends ResponseStep {
  /** By which it is known when it is put off or skipped; its messages are for it and an address. */
  purpose: string
  on: CalendarDate
}

export interface ResponsePlan {
  /** The step that is due; null where none is. */
  due: PlannedResponseStep | null
  coming: PlannedResponseStep[]
}

/** What every message about a notice is for begins with. */
export const purposesOf = (noticeId: string) => `response ${noticeId} `

export function purposeOfStep(noticeId: string, dueOn: CalendarDate, { step, days }: Pick<ResponseStep, 'step' | 'days'>): string {
  return `${purposesOf(noticeId)}${step} ${days} due ${dueOn}`
}

/** What the message of a step is for: once to an address, so that whoever is named anew gets what was kept from the one before. */
export const purposeTo = (purpose: string, address: string) => `${purpose} to ${address}`

/** Of the notice: once to an address. */
export function purposeOfNotice(noticeId: string, address: string): string {
  return purposeTo(`${purposesOf(noticeId)}response-notice`, address)
}

/**
 * What is due of a notice today and what comes: the latest step alone that is due, unless whoever must respond was written to since it was, or the notice
 * served since. Once every recommendation is answered nothing is due and nothing comes; a reminder is none once the last day is past.
 */
export function planResponse(matter: ResponseChased): ResponsePlan {
  const { noticeId, servedOn, dueOn, unanswered, today, to, sent, withheld, openDay } = matter
  if (unanswered === 0) return { due: null, coming: [] }
  const rungs = inOrder(matter.steps).flatMap((step) => {
    const purpose = purposeOfStep(noticeId, dueOn, step)
    const found = withheld.filter((each) => each.purpose === purpose)
    const messages = sent.filter((each) => each.purpose.startsWith(purposeTo(purpose, '')))
    // What was kept from one address is still wanted at another.
    const reached = messages.some((each) => !each.withheld || (to !== null && each.purpose === purposeTo(purpose, to)))
    const done = reached || found.some(({ until }) => until === null)
    const on = openDay(found.reduce((day, { until }) => (until !== null && until > day ? until : day), later(dueOn, step.days)))
    const makesSense = step.step !== 'response-reminder' || (on <= dueOn && today <= dueOn)
    return makesSense ? [{ ...step, purpose, on, done }] : []
  })
  const coming = rungs.filter(({ on, done }) => on > today && !done).map(({ done: _, ...step }) => step)
  const last = rungs.findLast(({ on }) => on <= today)
  const written = [servedOn, ...sent.filter((each) => !each.withheld).map(({ on }) => on)]
  if (!last || last.done || written.some((on) => on >= last.on)) return { due: null, coming }
  const { done: _, ...step } = last
  return { due: step, coming }
}
