import { later, type CalendarDate } from './calendar-date.ts'

/** Days that were given or moved by proclamation, which no rule foretells. */
const PROCLAIMED: Record<number, { given: CalendarDate[]; taken: CalendarDate[] }> = {
  2002: { given: ['2002-06-03', '2002-06-04'], taken: ['2002-05-27'] },
  2011: { given: ['2011-04-29'], taken: [] },
  2012: { given: ['2012-06-04', '2012-06-05'], taken: ['2012-05-28'] },
  2020: { given: ['2020-05-08'], taken: ['2020-05-04'] },
  2022: { given: ['2022-06-02', '2022-06-03', '2022-09-19'], taken: ['2022-05-30'] },
  2023: { given: ['2023-05-08'], taken: [] },
}

/**
 * The bank holidays of England and Wales in a year, in order, by the Banking and Financial Dealings Act 1971 and the substitutes that follow a weekend. One
 * that is proclaimed for a single year is known only where it stands above.
 */
export function bankHolidays(year: number): CalendarDate[] {
  const easter = easterSunday(year)
  const { given = [], taken = [] } = PROCLAIMED[year] ?? {}
  const ruled = [
    offWeekend(`${year}-01-01`, { 6: 2, 0: 1 }),
    later(easter, -2),
    later(easter, 1),
    mondayFrom(`${year}-05-01`),
    mondayFrom(`${year}-05-25`),
    mondayFrom(`${year}-08-25`),
    offWeekend(`${year}-12-25`, { 6: 2, 0: 2 }),
    offWeekend(`${year}-12-26`, { 6: 2, 0: 2 }),
  ]
  return [...ruled.filter((day) => !taken.includes(day)), ...given].sort()
}

export function isBankHoliday(day: CalendarDate): boolean {
  return bankHolidays(Number(day.slice(0, 4))).includes(day)
}

export function isWeekend(day: CalendarDate): boolean {
  return [0, 6].includes(weekday(day))
}

function weekday(day: CalendarDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay()
}

/** A fixed day that falls on a weekend is kept on a weekday after it. */
function offWeekend(day: CalendarDate, moves: Record<number, number>): CalendarDate {
  return later(day, moves[weekday(day)] ?? 0)
}

/** The first Monday on a day or after it: the last Monday of a month of 31 days is the first from its 25th. */
function mondayFrom(day: CalendarDate): CalendarDate {
  return later(day, (8 - weekday(day)) % 7)
}

/** The Gregorian computus (Meeus, Jones and Butcher). */
function easterSunday(year: number): CalendarDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moon = Math.floor((century + 8) / 25)
  const epact = (19 * golden + century - Math.floor(century / 4) - Math.floor((century - moon + 1) / 3) + 15) % 30
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451)
  const count = epact + sunday - 7 * late + 114
  return `${year}-${String(Math.floor(count / 31)).padStart(2, '0')}-${String((count % 31) + 1).padStart(2, '0')}`
}
