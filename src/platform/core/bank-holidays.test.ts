import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { bankHolidays, isBankHoliday } from './bank-holidays.ts'

/** The bank holidays of England and Wales as they were, or are to be, kept: month and day. */
const KEPT: Record<number, string> = {
  2002: '01-01 03-29 04-01 05-06 06-03 06-04 08-26 12-25 12-26',
  2011: '01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27',
  2012: '01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  // The early May holiday moved to the 75th anniversary of VE day; Boxing Day on a Saturday
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  // Christmas on a Saturday: both days have substitutes
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  // The platinum jubilee, and the funeral of Queen Elizabeth II; Christmas on a Sunday
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  // The coronation; New Year on a Sunday
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  2028: '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
}

for (const [year, days] of Object.entries(KEPT))
  test(`the bank holidays of ${year}`, () =>
    deepEqual(
      bankHolidays(Number(year)),
      days.split(' ').map((day) => `${year}-${day}`),
    ))

test('of years to come the rule gives eight working days, none of them a weekend', () => {
  for (let year = 2029; year < 2100; year++) {
    const days = bankHolidays(year)
    equal(new Set(days).size, 8, String(year))
    for (const day of days) equal([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()), false, day)
  }
  equal(isBankHoliday('2029-03-30'), true, 'Good Friday')
})
