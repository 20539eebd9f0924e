import { calendarDate, lastDayOfMonth } from '../platform/core/calendar-date.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'

/** A date found in words: the last day that it means, and where it stood. `dayGiven`: the words name the day itself. */
export interface DateFound {
  iso: CalendarDate
  dayGiven: boolean
  /** A season or a year: nobody could say which day is meant. */
  vague?: boolean
  start: number
  end: number
}

const MONTH =
  'jan(?:uary)?|feb(?:ruary|uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const YEAR = "(?:20|19)\\d\\d|['’]?\\d\\d"
const BEFORE = '(?<![\\w£.])'
const AFTER = '(?![\\d%]|[.:]\\d|\\s*(?:am|pm)\\b)'

type Meaning = (match: RegExpExecArray) => { iso: CalendarDate | null; dayGiven: boolean; vague?: boolean }

const day = (iso: CalendarDate | null): { iso: CalendarDate | null; dayGiven: boolean } => ({ iso, dayGiven: true })
const end = (iso: CalendarDate | null): { iso: CalendarDate | null; dayGiven: boolean } => ({ iso, dayGiven: false })

const vaguely = (iso: CalendarDate | null): ReturnType<Meaning> => ({ iso, dayGiven: false, vague: true })

/** How people write dates, the fuller ways first: where two match at one place, the first wins. */
const WAYS: [RegExp, Meaning][] = [
  [pattern(`(\\d{4})-(\\d\\d)-(\\d\\d)`), (m) => day(calendarDate(Number(m[1]), Number(m[2]), Number(m[3])))],
  [pattern(`(\\d{1,2})\\s?[./-]\\s?(\\d{1,2})\\s?[./-]\\s?((?:20|19)?\\d\\d)`), (m) => day(numeric(m))],
  [
    pattern(`(\\d{1,2})\\s*(?:st|nd|rd|th)?\\s*(?:of\\s+)?[- ]?(${MONTH})(?![a-z])\\.?,?\\s*[-–]?\\s*(${YEAR})`),
    (m) => day(calendarDate(year(m[3]), month(m[2]), Number(m[1]))),
  ],
  [
    pattern(`(${MONTH})\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+((?:20|19)\\d\\d)`),
    (m) => day(calendarDate(year(m[3]), month(m[1]), Number(m[2]))),
  ],
  [
    pattern(`(?:${MONTH})(?![a-z])\\s*(?:/|-|–|to|and|&|or)\\s*(${MONTH})(?![a-z])\\.?,?\\s*[-–]?\\s*(${YEAR})`),
    (m) => end(endOfMonth(year(m[2]), month(m[1]))),
  ],
  [pattern(`(${MONTH})(?![a-z])\\.?,?\\s*(?:of\\s+)?[-–/]?\\s*(${YEAR})`), (m) => end(endOfMonth(year(m[2]), month(m[1])))],
  [pattern(`(${MONTH})((?:20|19)\\d\\d)`), (m) => end(endOfMonth(year(m[2]), month(m[1])))],
  [pattern(`(\\d{1,2})/((?:20)\\d\\d)`), (m) => end(Number(m[1]) > 12 ? null : endOfMonth(year(m[2]), Number(m[1])))],
  [
    pattern(`(?:q|qtr|quarter)\\s?([1-4]),?\\s*(?:of\\s+)?\\(?(\\d{4})\\s?[/–-]\\s?(\\d\\d(?:\\d\\d)?)\\)?`),
    (m) => end(endOfQuarter(year(m[2]), Number(m[1]))),
  ],
  [pattern(`(?:q|qtr|quarter)\\s?([1-4]),?\\s*(?:of\\s+)?(\\d\\d)\\s?/\\s?(\\d\\d)`), (m) => end(endOfQuarter(year(m[2]), Number(m[1])))],
  [
    pattern(`(spring|summer|autumn)(\\s+term)?,?\\s+(?:of\\s+)?((?:20)\\d\\d)`),
    (m) => vaguely(endOfSeason(m[1], m[2] !== undefined, year(m[3]))),
  ],
  [pattern(`((?:20)\\d\\d)\\s+(spring|summer|autumn)(\\s+term)?`), (m) => vaguely(endOfSeason(m[2], m[3] !== undefined, year(m[1])))],
  [pattern(`winter\\s+(?:20)?(\\d\\d)\\s?[/–-]\\s?(?:20)?(\\d\\d)`), (m) => vaguely(lastDayOfMonth(year(m[2]), 2))],
  [pattern(`(20\\d\\d)\\s?[/–-]\\s?(?:20)?(\\d\\d)`), (m) => vaguely(endOfYear(Number(m[1]), year(m[2])))],
  [pattern(`end(?:\\s+of)?\\s+(?:the\\s+)?(?:year\\s+|calendar\\s+year\\s+)?(20\\d\\d)`), (m) => end(calendarDate(year(m[1]), 12, 31))],
]

function pattern(source: string): RegExp {
  return new RegExp(`${BEFORE}(?:${source})${AFTER}`, 'gi')
}

/** `Phase 2 December 2019` is a phase and a month. */
const STAGE = /\b(?:phase|stage|part|step|tranche|wave|year|milestone)\s*$/i

/** Every date in the words, in their order; where ways of writing overlap, the fuller one. A month alone means its last day. */
export function findDates(words: string): DateFound[] {
  const found: DateFound[] = []
  for (const [way, meaning] of WAYS) {
    for (const match of words.slice(0, 5000).matchAll(way)) {
      const start = match.index
      const finish = start + match[0].length
      if (found.some((other) => start < other.end && finish > other.start)) continue
      if (STAGE.test(words.slice(Math.max(0, start - 12), start)) && /^\d{1,2}\s/.test(match[0])) continue
      const { iso, dayGiven, vague } = meaning(match)
      found.push({ iso: iso ?? '', dayGiven, start, end: finish, ...(vague ? { vague } : {}) })
    }
  }
  // A day that does not exist (31 February) is not read as its month.
  return found.filter((date) => date.iso !== '').sort((a, b) => a.start - b.start)
}

/** Day first, as Britain writes. */
function numeric(match: RegExpExecArray): CalendarDate | null {
  return calendarDate(year(match[3]), Number(match[2]), Number(match[1]))
}

function year(text: string | undefined): number {
  const value = Number((text ?? '').replace(/^['’]/, ''))
  return value < 70 ? 2000 + value : value < 100 ? 1900 + value : value
}

function month(text: string | undefined): number {
  return MONTHS.indexOf((text ?? '').slice(0, 3).toLowerCase()) + 1
}

function endOfMonth(inYear: number, inMonth: number): CalendarDate | null {
  return inMonth >= 1 && inMonth <= 12 && inYear >= 1970 && inYear < 2100 ? lastDayOfMonth(inYear, inMonth) : null
}

/** A council's year begins on 1 April: Q1 of 2025/26 ends on 30 June 2025, Q4 on 31 March 2026. */
function endOfQuarter(startYear: number, quarter: number): CalendarDate {
  return quarter === 4 ? lastDayOfMonth(startYear + 1, 3) : lastDayOfMonth(startYear, 3 + quarter * 3)
}

function endOfSeason(season: string | undefined, term: boolean, inYear: number): CalendarDate {
  const name = (season ?? '').toLowerCase()
  if (name === 'spring') return lastDayOfMonth(inYear, term ? 3 : 5)
  if (name === 'summer') return lastDayOfMonth(inYear, term ? 7 : 8)
  return lastDayOfMonth(inYear, term ? 12 : 11)
}

/** 2009/10 is a financial year, which ends on 31 March; 2009-2012 is a span of years. */
function endOfYear(from: number, to: number): CalendarDate | null {
  if (to === from + 1) return calendarDate(to, 3, 31)
  return to > from && to < from + 30 ? calendarDate(to, 12, 31) : null
}
