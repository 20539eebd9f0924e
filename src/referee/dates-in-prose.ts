import { calendarDate, lastDayOfMonth } from '../platform/core/calendar-date.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'

/** A date that a sentence names. A month runs from its first day to its last; without a year it has neither. */
export interface NamedDate {
  text: string
  at: number
  first: CalendarDate | null
  last: CalendarDate | null
  precision: 'day' | 'month' | 'year'
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const YEAR = '(?:19|20)\\d\\d'
const DATE = new RegExp(
  [
    `(?<d1>\\d{1,2})\\s?[./-]\\s?(?<m1>\\d{1,2})\\s?[./-]\\s?(?<y1>${YEAR}|\\d\\d)(?!\\d|[./]\\d)`,
    `(?<d2>\\d{1,2})\\s?(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<m2>${MONTH})\\b\\.?,?(?:\\s+(?<y2>${YEAR}))?`,
    `(?<m3>${MONTH})(?:\\.?,?\\s*[-–]?\\s*(?<y3>${YEAR})|(?:\\s?[-–]\\s?|\\s?['’])?(?<y6>\\d\\d)(?![\\d:%]|\\.\\d))`,
    `(?<m4>January|February|March|April|June|July|August|September|October|November|December)\\b`,
    `(?<=\\b(?:in|during|by|of|for|until)\\s(?:early\\s|late\\s|mid[- ])?)(?<y5>${YEAR})(?![/\\d-])`,
  ].join('|'),
  'gi',
)

/** Every date that the sentence names, in its order. `14-19` or `1.4` is no date; a year alone only after `in`, `by` and the like. */
export function datesIn(sentence: string): NamedDate[] {
  const found: NamedDate[] = []
  for (const match of sentence.matchAll(DATE)) {
    if (/[\p{L}\d.]$/u.test(sentence.slice(0, match.index))) continue
    const date = named(match)
    if (date) found.push(date)
  }
  return found
}

function named(match: RegExpMatchArray): NamedDate | null {
  const g = match.groups ?? {}
  const base = { text: match[0].trim(), at: match.index ?? 0 }
  if (g.y5) return { ...base, first: `${g.y5}-01-01`, last: `${g.y5}-12-31`, precision: 'year' }
  const month = g.m1 ? Number(g.m1) : MONTHS.indexOf((g.m2 ?? g.m3 ?? g.m4 ?? '').slice(0, 3).toLowerCase()) + 1
  if (g.m4 && !/^[A-Z]/.test(g.m4)) return null
  const year = fullYear(g.y1 ?? g.y2 ?? g.y3 ?? g.y6)
  const day = g.d1 ?? g.d2
  if (day !== undefined) {
    const exact = year === null ? null : calendarDate(year, month, Number(day))
    return exact === null && g.d1 ? null : { ...base, first: exact, last: exact, precision: 'day' }
  }
  if (year === null) return { ...base, first: null, last: null, precision: 'month' }
  return { ...base, first: calendarDate(year, month, 1), last: lastDayOfMonth(year, month), precision: 'month' }
}

function fullYear(text: string | undefined): number | null {
  if (text === undefined) return null
  const year = Number(text.replace(/\D/g, ''))
  return year < 100 ? 2000 + year : year
}

const VERB =
  '(?:be(?:\\s+\\w+)?|begin|start|commence|complete|conclude|end|finish|report|go|meet|take\\s+place|launch|open|close|happen|return|come|publish|present|submit|deliver|roll|move|sign|agree|consider|review|update|receive)'
const AHEAD = new RegExp(
  [
    `will(?:\\s+(?:now|also|then|next))?\\s+${VERB}`,
    `(?:is|are)\\s+to\\s+${VERB}`,
    `due\\s+to\\s+${VERB}`,
    'due\\s+(?:for|in|by|on)',
    '(?:re)?scheduled(?:\\s+(?:for|to|in|on)(?:\\s+be)?)?',
    'planned(?:\\s+(?:for|to|in)(?:\\s+be)?)?',
    'booked(?:\\s+in)?\\s+for',
    'pencilled\\s+in',
    'arranged\\s+for',
    'expected(?:\\s+(?:to|by|in)(?:\\s+be)?)?',
    'anticipated',
    'next\\s+(?:meeting|audit|review|session|report)\\s+(?:is\\s+)?(?:in|on)',
  ]
    .map((phrase) => `\\b${phrase}\\b`)
    .join('|'),
  'gi',
)
const CAME_ABOUT = /^\W*(?:\w+\s+){0,3}(?:was|were|has\s+been|have\s+been|took\s+place|went\s+ahead|did)\b/i
const LOOKS_BACK = /\b(?:was|were|had|originally|initially|previously|not)\s+(?:\w+\s+){0,2}$/i
const TURNS_ASIDE =
  /\b(?:following|after|since|agreed|dated|published|approved|based|identified|recommended|held|was|were|from|as\s+at)\b|;/i

/** The dates that a sentence puts in the future: `is due to be completed in December 2015`, `booked for February 2016`. What it tells of as past is not here. */
export function forecastsIn(sentence: string): NamedDate[] {
  const dates = datesIn(sentence)
  const found = new Set<NamedDate>()
  for (const phrase of sentence.matchAll(AHEAD)) {
    if (LOOKS_BACK.test(sentence.slice(0, phrase.index))) continue
    const end = phrase.index + phrase[0].length
    const date = dates.find(({ at, text }) => at >= phrase.index && at + text.length > end)
    const between = sentence.slice(end, date?.at)
    const cameAbout = date && CAME_ABOUT.test(sentence.slice(date.at + date.text.length, date.at + date.text.length + 60))
    if (date && !cameAbout && between.length <= 140 && !TURNS_ASIDE.test(between)) found.add(date)
  }
  return dates.filter((date) => found.has(date))
}

/** Whether the sentence only looks ahead: it promises, and tells of nothing done or under way. */
export function onlyLooksAhead(sentence: string): boolean {
  if (
    /\b(?:has|have|had|was|were|did|being|currently|continue[sd]?|already|under\s?way|ongoing|began|begun|started|completed|working|developing|now)\b/i.test(
      sentence,
    )
  )
    return false
  return /\b(?:will|shall|to be|due to|(?:is|are) (?:scheduled|planned|expected)|yet to)\b/i.test(sentence)
}
