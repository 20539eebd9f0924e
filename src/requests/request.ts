import { inWords, type CalendarDate } from '../platform/core/calendar-date.ts'

export const ANSWERS = ['answered', 'not-pursued', 'taken-up-again'] as const
export type Answer = (typeof ANSWERS)[number]

export const ANSWER_WORDS: Record<Answer, string> = {
  answered: 'Answered',
  'not-pursued': 'Not pursued',
  'taken-up-again': 'Taken up again',
}

/** What is said of a request. */
export interface RequestSaid {
  words: string
  owner: string
  /** As the minutes have it: `at the February meeting`. */
  dueWords: string
  dueOn: CalendarDate | null
  /** The meeting that is to have it. */
  forMeetingId: string | null
}

/** Where a request was made. */
export interface RequestMade {
  meetingId: string | null
  agendaItemId: string | null
}

export interface MeetingNamed {
  id: string
  slug: string
  heldOn: CalendarDate
  cancelled?: boolean
}

export interface RequestRecord extends RequestSaid {
  id: string
  slug: string
  version: number
  committee: { id: string; slug: string; name: string }
  madeAt: MeetingNamed | null
  agendaItemId: string | null
  /** Made in an exempt item: its words are for nothing that the public sees. */
  exempt: boolean
  forMeeting: MeetingNamed | null
  /** The answer that holds; null while it is outstanding. */
  answer: { became: 'answered' | 'not-pursued'; words: string; on: CalendarDate } | null
}

/** The day by which it is due: the day said, else that of the meeting that is to have it; null while no day is known. */
export function dueDay({ dueOn, forMeeting }: Pick<RequestRecord, 'dueOn' | 'forMeeting'>): CalendarDate | null {
  return dueOn ?? forMeeting?.heldOn ?? null
}

export const REQUEST_STATES = ['outstanding', 'overdue', 'answered', 'not-pursued'] as const
export type RequestState = (typeof REQUEST_STATES)[number]

export const STATE_WORDS: Record<RequestState, string> = {
  outstanding: 'Outstanding',
  overdue: 'Overdue',
  answered: 'Answered',
  'not-pursued': 'Not pursued',
}

/** A request is overdue from the day after it was due. */
export function stateOf(request: Pick<RequestRecord, 'answer' | 'dueOn' | 'forMeeting'>, today: CalendarDate): RequestState {
  if (request.answer) return request.answer.became
  const due = dueDay(request)
  return due !== null && due < today ? 'overdue' : 'outstanding'
}

export const isOutstanding = ({ answer }: Pick<RequestRecord, 'answer'>): boolean => answer === null

/** `7 February 2017, at the February meeting` */
export function dueInWords(request: Pick<RequestRecord, 'dueOn' | 'forMeeting' | 'dueWords'>): string {
  const due = dueDay(request)
  const day = due && (request.dueOn === null ? `Meeting of ${inWords(due)}` : inWords(due))
  return [day, request.dueWords].filter(Boolean).join(', ')
}

/** Those overdue first, then by day, by owner and by words; those without a day last. */
export function inOrder(requests: readonly RequestRecord[], by: 'due' | 'owner'): RequestRecord[] {
  const day = (request: RequestRecord) => dueDay(request) ?? '9999-12-31'
  const byDue = (a: RequestRecord, b: RequestRecord) => day(a).localeCompare(day(b))
  const byOwner = (a: RequestRecord, b: RequestRecord) =>
    Number(a.owner === '') - Number(b.owner === '') || a.owner.localeCompare(b.owner, 'en')
  const ranks = by === 'due' ? [byDue, byOwner] : [byOwner, byDue]
  return requests.toSorted((a, b) => ranks[0]!(a, b) || ranks[1]!(a, b) || a.words.localeCompare(b.words, 'en'))
}
