import { calendarDate, lastDayOfMonth, later as daysLater, sameDayMonthsLater, type CalendarDate } from '../platform/core/calendar-date.ts'
import { writtenDays } from '../reading/written-days.ts'
import type { AskedByDecision } from './asked-by-decisions.queries.ts'
import type { MeetingNamed, RequestSaid } from './request.ts'

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const MONTH = MONTHS.join('|')
/** `at the February meeting`, `at the meeting in February 2017`, `to the Panel in February` */
const MEETING_OF_MONTH = new RegExp(
  `\\b(?:the )?(?:(${MONTH})(?: (\\d{4}))? meeting|(?:meeting|committee|panel|board)(?: of the [\\w ]+?)? (?:in|of) (${MONTH})(?: (\\d{4}))?)\\b`,
  'i',
)
const NEXT_MEETING = /\b(?:to|at|for|by) (?:the |its |our )?next (?:scrutiny )?(?:committee )?meeting\b/i
const AFTER_MEETING = /\b(?:following|after|outside(?: of)?) the meeting\b/i
const BY_MONTH = new RegExp(`\\b(?:by|before|Due:) (?:the )?(?:end of )?(${MONTH})(?: (\\d{4}))?\\b`, 'i')
const IN_MONTH = new RegExp(`\\bin (${MONTH}) (\\d{4})\\b`, 'i')
/** A day without its year, said as one by which something is due. */
const DAY_OF_MONTH = new RegExp(`(?:\\bby|\\bbefore|\\bon|Due:) (?:the )?(\\d{1,2})(?:st|nd|rd|th)? (${MONTH})(?! \\d)`, 'i')
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const WITHIN = new RegExp(`\\b(?:within|in) (?:the next )?(\\d{1,2}|${NUMBERS.join('|')}|fourteen) (day|week|month)s?\\b`, 'i')

const VERB =
  '(?:provide|present|report|publish|bring|send|share|circulate|give|supply|write|look|prepare|produce|submit|arrange|find|return|come|confirm|investigate|forward|feed back|follow up|obtain|liaise|email)'
const NAMED = "(?:the\\s+(?:[\\w&:’'()-]+\\s+){0,8}?[\\w&:’'()-]+|officers|members)"
/** Somebody who is to do something: `the School Improvement team would be able to provide`. */
const OWNER = new RegExp(
  `(?:^|[,;:.]\\s+|\\b(?:that|and)\\s+)(${NAMED})\\s+(?:(?:would|will|should|shall|agreed to|undertook to|offered to|to|be asked to)\\s+(?:be able to\\s+|also\\s+|then\\s+)?)${VERB}\\b`,
  'i',
)
/** `that the Executive Director (Place) report back` */
const THAT_THEY = new RegExp(`\\bthat\\s+(${NAMED})\\s+(?:be (?:asked|requested|invited|instructed) to\\b|${VERB}\\b(?! by\\b))`, 'i')
const ASKED = new RegExp(
  `\\b(?:ask|asks|asked|request|requests|requested|invited?)\\s+(?:that\\s+)?(the\\s+(?:[\\w&:,’'()-]+\\s+){0,9}?[\\w&:’'()-]+)\\s+(?:to|should|provide|report)\\b`,
  'i',
)
/** `DCFO Ellis would send`: somebody by name. */
const PERSON = new RegExp(
  `(?:^|[.;]\\s+|\\bthat\\s+)((?:[\\p{Lu}][\\p{L}.’'-]*\\s+){1,4}?[\\p{Lu}][\\p{L}’'-]+)\\s+(?:(?:said|advised|confirmed|stated)\\s+(?:that\\s+)?(?:she|he|they|it)\\s+)?(?:would|will|agreed to|undertook to|offered to)\\s+(?:also\\s+)?${VERB}\\b`,
  'u',
)
/** Not somebody who could be asked. */
const NOBODY =
  /^(?:the )?(?:(?:sub-?)?committee|panel|board|meeting|minutes|chair(?:man|person)?|item|report|protocol|data|figures|information|next(?: report)?|it|this)$/i
/** Who is to do what a column or a line of its own says: `Action: Head of Finance to bring the split`, `Action: P Quigg – by 3 May`. */
const ACTION = /\bAction: ([^\n]+?)(?= Action: |$)/g
const LEAD = /\bLead: (.+?)(?=\s+[–-]\s+Due:|$)/
const DAY_OF_ACTION = /\s*(?:[(–,-]\s*)?\b(?:by|before|due)\b.*$/i

function ownerIn(words: string): string {
  const lead = LEAD.exec(words)?.[1]
  if (lead) return lead.trim()
  for (const [, action = ''] of words.matchAll(ACTION)) {
    const does = /^([\p{Lu}][^.;:–]{1,80}?)\s+(?:to|will|would|should)\s+(?:\p{Ll}+)/u.exec(action)?.[1]
    if (does) return does
    const named = action.replace(DAY_OF_ACTION, '').replace(/[\s.(–-]+$/, '')
    if (named.length < 80 && /^[\p{Lu}]/u.test(named) && !/\s(?:to|that|be|is|a|an)\s/i.test(named) && !isDoing(named)) return named
  }
  for (const pattern of [ASKED, OWNER, PERSON, THAT_THEY]) {
    const found = pattern.exec(words)?.[1]?.trim()
    if (found && !NOBODY.test(found)) return found
  }
  return ''
}

/** `Share the modelling` says what is to be done, and nobody. */
const isDoing = (words: string) =>
  new RegExp(`^(?:${VERB}|add|scope|update|check|review|explore|consider|include|ensure|invite|contact|draft)\\b`, 'i').test(words)

/**
 * What the words of a request seem to say of its owner and when it is due, for an officer to look at. A month without a year is the first after the
 * meeting; where the committee has a meeting in it, that meeting, else the month's last day.
 */
export function suggestRequest(words: string, heldOn: CalendarDate, later: readonly MeetingNamed[]): RequestSaid {
  const owner = ownerIn(words)
    .replace(/^the\s+/i, '')
    .replace(/^./, (letter) => letter.toUpperCase())
  return { words, owner, dueWords: '', dueOn: null, forMeetingId: null, ...dueIn(words, heldOn, later) }
}

type Due = Partial<Pick<RequestSaid, 'dueWords' | 'dueOn' | 'forMeetingId'>>

function dueIn(words: string, heldOn: CalendarDate, later: readonly MeetingNamed[]): Due {
  const month = MEETING_OF_MONTH.exec(words)
  if (month) return inMonth(month[0].trim(), month[1] ?? month[3]!, month[2] ?? month[4], heldOn, later)
  const next = NEXT_MEETING.exec(words)
  if (next) return later[0] ? { dueWords: next[0], forMeetingId: later[0].id } : { dueWords: next[0] }
  const written = writtenDays(words).find(({ day }) => day > heldOn)
  if (written) return { dueWords: written.words, dueOn: written.day }
  const dayOnly = DAY_OF_MONTH.exec(words)
  if (dayOnly) {
    const [said, day, name] = dayOnly
    const month = MONTHS.indexOf(name!.toLowerCase()) + 1
    const inYear = (year: number) => calendarDate(year, month, Number(day))
    const heldIn = Number(heldOn.slice(0, 4))
    const due = [inYear(heldIn), inYear(heldIn + 1)].find((each) => each !== null && each > heldOn)
    if (due) return { dueWords: said.replace(/^Due: /, ''), dueOn: due }
  }
  const by = BY_MONTH.exec(words) ?? IN_MONTH.exec(words)
  if (by) return inMonth(by[0].replace(/^Due: /, ''), by[1]!, by[2], heldOn, [])
  const within = WITHIN.exec(words)
  if (within) return { dueWords: within[0], dueOn: daysOn(heldOn, within[1]!, within[2]!) }
  const after = AFTER_MEETING.exec(words)
  return after ? { dueWords: after[0] } : {}
}

function daysOn(heldOn: CalendarDate, said: string, unit: string): CalendarDate {
  const many = /^\d/.test(said) ? Number(said) : said.toLowerCase() === 'fourteen' ? 14 : NUMBERS.indexOf(said.toLowerCase()) + 1
  const month = unit.toLowerCase() === 'month'
  return month ? sameDayMonthsLater(heldOn, many) : daysLater(heldOn, many * (unit.toLowerCase() === 'week' ? 7 : 1))
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
  /** The document has its minute as exempt. */
  exempt?: boolean
  /** Of a decision: the item in whose minute it is told. */
  agendaItemId?: string
  said: RequestSaid
}
