import { calendarDate, lastDayOfMonth } from '../platform/core/calendar-date.ts'
import type { CalendarDate } from '../platform/core/calendar-date.ts'

export interface WrittenDay {
  day: CalendarDate
  /** The words as they stand, and where they begin. */
  words: string
  at: number
}

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const DAY_WORDS = `\\b(\\d{1,2})(?:\\s?(?:st|nd|rd|th))?(?:\\s+of)?\\s+${MONTH},?\\s+(\\d{4})\\b`
const MONTH_FIRST = `\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,\\s+(\\d{4})\\b`
const DAY_FIGURES = '\\b(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d{2})\\b'
const ISO = '\\b(\\d{4})-(\\d{2})-(\\d{2})\\b'

/** Every day written out in a text (`Thursday, 5 January 2017`, `24th June 2015`, `31.10.14`), in its order; British order of figures. */
export function writtenDays(text: string): WrittenDay[] {
  const days: WrittenDay[] = []
  const add = (match: RegExpExecArray, year: string, month: number, day: string): void => {
    const found = calendarDate(year.length === 2 ? 2000 + Number(year) : Number(year), month, Number(day))
    if (found !== null) days.push({ day: found, words: match[0], at: match.index })
  }
  for (const match of text.matchAll(new RegExp(DAY_WORDS, 'gi'))) add(match, match[3] ?? '', monthNumber(match[2] ?? ''), match[1] ?? '')
  for (const match of text.matchAll(new RegExp(MONTH_FIRST, 'gi'))) add(match, match[3] ?? '', monthNumber(match[1] ?? ''), match[2] ?? '')
  for (const match of text.matchAll(new RegExp(DAY_FIGURES, 'g'))) add(match, match[3] ?? '', Number(match[2]), match[1] ?? '')
  for (const match of text.matchAll(new RegExp(ISO, 'g'))) add(match, match[1] ?? '', Number(match[2]), match[3] ?? '')
  return days.sort((a, b) => a.at - b.at)
}

/** The first month with its year in a text (`as at November 2016`): its words and its last day. */
export function writtenMonth(text: string): { words: string; lastDay: CalendarDate } | null {
  const match = new RegExp(`\\b${MONTH}\\s+(\\d{4})\\b`, 'i').exec(text)
  if (!match) return null
  return { words: match[0], lastDay: lastDayOfMonth(Number(match[2]), monthNumber(match[1] ?? '')) }
}

function monthNumber(name: string): number {
  return NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1
}
