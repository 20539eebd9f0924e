import { calendarDate, lastDayOfMonth, type CalendarDate } from '../platform/core/calendar-date.ts'
import { writtenDays } from '../reading/written-days.ts'
import type { AskedByDecision } from './asked-by-decisions.queries.ts'
import type { MeetingNamed, RequestSaid } from './request.ts'

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const MONTH = MONTHS.join('|')
/** `at the February meeting`, `at the meeting in February 2017` */
const MEETING_OF_MONTH = new RegExp(
  `\\b(?:the )?(?:(${MONTH})(?: (\\d{4}))? meeting|(?:meeting|committee)(?: of the [\\w ]+?)? (?:in|of) (${MONTH})(?: (\\d{4}))?)\\b`,
  'i',
)
const NEXT_MEETING = /\b(?:to|at|for|by) (?:the|its|our) next (?:scrutiny )?(?:committee )?meeting\b/i
const AFTER_MEETING = /\b(?:following|after|outside(?: of)?) the meeting\b/i
const BY_MONTH = new RegExp(`\\bby (?:the )?(?:end of )?(${MONTH})(?: (\\d{4}))?\\b`, 'i')

/** Somebody who is to do something: `the School Improvement team would be able to provide`. */
const OWNER =
  /(?:^|[,;:]\s+|\b(?:that|and)\s+)(the\s+(?:[\w&:’'-]+\s+){0,8}?[\w&:’'-]+|officers|members)\s+(?:would|will|should|shall|agreed to|undertook to|to|be asked to)\s+(?:be able to\s+|also\s+|then\s+)?(?:provide|present|report|bring|send|share|circulate|give|supply|write|look|prepare|produce|submit|arrange|find|return|come)\b/i
const ASKED = /\b(?:asked|requested)\s+(?:that\s+)?(the\s+(?:[\w&:’'-]+\s+){0,7}?[\w&:’'-]+)\s+(?:to|should|provide|report)\b/i
/** Not somebody who could be asked. */
const NOBODY = /^the (?:committee|panel|meeting|minutes|chair(?:man|person)?|item|report|protocol|data|figures|information)$/i

/**
 * What the words of a request seem to say of its owner and when it is due, for an officer to look at. A month without a year is the first after the
 * meeting; where the committee has a meeting in it, that meeting, else the month's last day.
 */
export function suggestRequest(words: string, heldOn: CalendarDate, later: readonly MeetingNamed[]): RequestSaid {
  const due = dueIn(words, heldOn, later)
  const found = ASKED.exec(words)?.[1] ?? OWNER.exec(words)?.[1] ?? ''
  const owner = found && !NOBODY.test(found) ? found.replace(/^the\s+/i, '').replace(/^./, (letter) => letter.toUpperCase()) : ''
  return { words, owner, dueWords: '', dueOn: null, forMeetingId: null, ...due }
}

type Due = Partial<Pick<RequestSaid, 'dueWords' | 'dueOn' | 'forMeetingId'>>

function dueIn(words: string, heldOn: CalendarDate, later: readonly MeetingNamed[]): Due {
  const month = MEETING_OF_MONTH.exec(words)
  if (month) return inMonth(month[0].trim(), month[1] ?? month[3]!, month[2] ?? month[4], heldOn, later)
  const next = NEXT_MEETING.exec(words)
  if (next) return later[0] ? { dueWords: next[0], forMeetingId: later[0].id } : { dueWords: next[0] }
  const written = writtenDays(words).find(({ day }) => day > heldOn)
  if (written) return { dueWords: written.words, dueOn: written.day }
  const by = BY_MONTH.exec(words)
  if (by) return inMonth(by[0], by[1]!, by[2], heldOn, [])
  const after = AFTER_MEETING.exec(words)
  return after ? { dueWords: after[0] } : {}
}

function inMonth(said: string, name: string, year: string | undefined, heldOn: CalendarDate, later: readonly MeetingNamed[]): Due {
  const month = MONTHS.indexOf(name.toLowerCase()) + 1
  const first = (inYear: number) => calendarDate(inYear, month, 1)!
  const heldIn = Number(heldOn.slice(0, 4))
  const from = year ? first(Number(year)) : first(heldIn) > heldOn ? first(heldIn) : first(heldIn + 1)
  const until = lastDayOfMonth(Number(from.slice(0, 4)), month)
  const meeting = later.find((one) => one.heldOn >= from && one.heldOn <= until)
  return meeting ? { dueWords: said, forMeetingId: meeting.id } : { dueWords: said, dueOn: until }
}

/** What a decision asks of an owner: to come to the next meeting, or what the committee said of a recommendation. */
export function suggestByDecision(
  { called, words, about, owners: owner }: Pick<AskedByDecision, 'called' | 'words' | 'about' | 'owners'>,
  heldOn: CalendarDate,
  later: readonly MeetingNamed[],
): RequestSaid {
  if (!called) return { ...suggestRequest(`${words} (${about})`, heldOn, later), owner }
  const asked = `To come to the next meeting and speak to ${about}${words ? `: ${words}` : ''}`
  return { words: asked, owner, dueWords: 'the next meeting', dueOn: null, forMeetingId: later[0]?.id ?? null }
}

/** What minutes that came in, or a meeting's own decisions, ask for and nobody has taken yet, with the reference and title of its minute. */
export interface Suggested {
  /** Tells it from the others, whichever of them were taken since. */
  key: string
  ref: string
  title: string
  /** Of a decision: the item in whose minute it is told. */
  agendaItemId?: string
  said: RequestSaid
}
