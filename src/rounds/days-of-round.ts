import { inWords, later, type CalendarDate } from '../platform/core/calendar-date.ts'
import { CLEAR_DAYS, clearDaysBetween, lastDayForPapers } from '../platform/core/clear-days.ts'

/** The days of a round, in their order. */
export interface RoundDays {
  askedOn: CalendarDate | null
  dueOn: CalendarDate | null
  papersOn: CalendarDate | null
  meetingOn: CalendarDate
}

const DUE_BEFORE_PAPERS = 14
const ASKED_BEFORE_DUE = 28

/**
 * The days offered for a meeting: papers out five clear days before, updates due two weeks before papers, asked four weeks before they are due. Nothing
 * is offered for a day that has passed while one still to come will do: then it is today.
 */
export function daysFor(meetingOn: CalendarDate, today?: CalendarDate): RoundDays & { askedOn: string; dueOn: string; papersOn: string } {
  const papersOn = lastDayForPapers(meetingOn)
  const notPast = (day: CalendarDate) => (today !== undefined && day < today && today <= papersOn ? today : day)
  const dueOn = notPast(later(papersOn, -DUE_BEFORE_PAPERS))
  return { askedOn: notPast(later(dueOn, -ASKED_BEFORE_DUE)), dueOn, papersOn, meetingOn }
}

/** The days given, and those left blank as they are worked out; a day worked out never comes after one that was given. */
export function filledDays(given: RoundDays, today?: CalendarDate): ReturnType<typeof daysFor> {
  const offered = daysFor(given.meetingOn, today)
  const earlier = (a: CalendarDate, b: CalendarDate) => (a < b ? a : b)
  const papersOn = given.papersOn ?? offered.papersOn
  const dueOn = given.dueOn ?? earlier(given.papersOn ? later(papersOn, -DUE_BEFORE_PAPERS) : offered.dueOn, papersOn)
  const askedOn = given.askedOn ?? earlier(given.dueOn ? later(dueOn, -ASKED_BEFORE_DUE) : offered.askedOn, dueOn)
  return { askedOn, dueOn, papersOn, meetingOn: given.meetingOn }
}

/**
 * The days offered where the meeting moves from one day to another: as they are worked out, but that of asking once it has come, and never earlier than they
 * were where the meeting is later.
 */
export function daysMoved(
  { askedOn, dueOn }: Pick<RoundDays, 'askedOn' | 'dueOn'>,
  from: CalendarDate,
  to: CalendarDate,
  today: CalendarDate,
): RoundDays {
  const offered = daysFor(to, today)
  const kept = (day: CalendarDate | null, on: CalendarDate) => (day !== null && to > from && day > on ? day : on)
  const due = kept(dueOn, offered.dueOn)
  const asked = askedOn !== null && askedOn <= today ? askedOn : kept(askedOn, offered.askedOn)
  return { ...offered, dueOn: due, askedOn: asked <= due ? asked : offered.askedOn }
}

/** Which day is out of order, and what to do about it; null where they follow one another. Days may be the same; one left out is passed over. */
export function faultOfDays(days: RoundDays): { day: 'askedOn' | 'dueOn' | 'papersOn'; message: string } | null {
  const order = [
    { day: 'askedOn', on: days.askedOn, what: 'The day when owners are asked' },
    { day: 'dueOn', on: days.dueOn, what: 'The day when updates are due' },
    { day: 'papersOn', on: days.papersOn, what: 'The day when papers go out' },
    { day: 'meetingOn', on: days.meetingOn, what: 'The day of the meeting' },
  ] as const
  const known = order.filter(({ on }) => on !== null)
  for (const [index, one] of known.entries()) {
    const next = known[index + 1]
    if (!next || one.day === 'meetingOn' || one.on! <= next.on!) continue
    const before = next.what.replace('The', 'the')
    return { day: one.day, message: `${one.what} must be on or before ${before}, ${inWords(next.on!)}.` }
  }
  return null
}

/** What to say where papers go out too late for the public; null where they do not. */
export function tooLateForPublic({ papersOn, meetingOn }: RoundDays): string | null {
  if (papersOn === null) return null
  const clear = clearDaysBetween(papersOn, meetingOn)
  if (clear >= CLEAR_DAYS) return null
  return `Papers would go out ${clear === 0 ? 'with no clear day' : clear === 1 ? 'one clear day' : `${clear} clear days`} before the meeting. The law asks for five, unless the meeting is called at shorter notice: ${inWords(lastDayForPapers(meetingOn))} at the latest.`
}
