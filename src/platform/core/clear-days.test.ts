import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { later } from './calendar-date.ts'
import { clearDaysBetween, isWorkingDay, lastDayForPapers } from './clear-days.ts'

const aDay = fc.integer({ min: 0, max: 40 * 365 }).map((days) => later('2010-01-01', days))

/** Meeting, latest day to publish for five clear days, and why. Each was counted on a calendar. */
const LATEST: [string, string, string][] = [
  ['2026-11-11', '2026-11-03', 'a Wednesday, one weekend between'],
  ['2026-11-09', '2026-10-30', 'a Monday: the weekend before it counts for nothing'],
  ['2026-11-13', '2026-11-05', 'a Friday'],
  ['2026-12-30', '2026-12-18', 'Christmas Day, and Boxing Day kept on Monday 28 December'],
  ['2027-01-05', '2026-12-23', 'Boxing Day’s substitute and New Year’s Day'],
  ['2023-01-05', '2022-12-23', 'Boxing Day and Christmas Day’s substitute, and New Year’s kept on 2 January'],
  ['2027-03-31', '2027-03-19', 'Good Friday and Easter Monday'],
  ['2026-05-07', '2026-04-28', 'the early May bank holiday'],
  ['2026-09-02', '2026-08-24', 'the summer bank holiday'],
  ['2024-03-04', '2024-02-23', 'over 29 February, a working day like any other'],
  ['2028-03-01', '2028-02-22', 'over 29 February 2028'],
  ['2023-03-01', '2023-02-21', 'no leap year'],
  ['2023-05-10', '2023-04-28', 'the coronation’s bank holiday and the early May one'],
  ['2022-09-21', '2022-09-12', 'the funeral of Queen Elizabeth II on 19 September'],
  ['2022-06-07', '2022-05-26', 'the spring holiday moved to 2 June, and the jubilee'],
  ['2017-01-05', '2016-12-23', 'Boxing Day and its neighbour’s substitute, and 2 January for New Year'],
  ['2026-11-14', '2026-11-06', 'a meeting on a Saturday'],
  ['2026-12-09', '2026-12-01', 'a Wednesday: one weekend between'],
  ['2026-12-11', '2026-12-03', 'a Friday'],
  ['2026-12-07', '2026-11-27', 'a Monday: two weekends'],
  ['2026-04-09', '2026-03-30', 'Good Friday 3 April and Easter Monday 6 April'],
  ['2027-01-06', '2026-12-24', 'Christmas Day, Boxing Day’s substitute on Monday 28th, New Year’s Day'],
  ['2028-03-02', '2028-02-23', 'over 29 February 2028, a Tuesday'],
  ['2028-02-29', '2028-02-21', 'on 29 February'],
  ['2022-06-08', '2022-05-27', 'the two days of the jubilee'],
  ['2026-12-13', '2026-12-04', 'a meeting on a Sunday'],
  ['2020-05-14', '2020-05-05', 'VE day on Friday 8 May 2020'],
  ['2020-05-07', '2020-04-29', 'and Monday 4 May 2020 a working day, since the holiday moved'],
  ['2022-01-06', '2021-12-24', 'the substitutes of Christmas 2021 and New Year 2022'],
  ['2028-01-05', '2027-12-23', 'the substitutes of Christmas 2027 and New Year 2028'],
  ['2026-03-02', '2026-02-20', 'over the end of February'],
  ['2026-10-01', '2026-09-23', 'over the end of September'],
]

for (const [meeting, latest, why] of LATEST)
  test(`for a meeting on ${meeting} the papers must be out by ${latest}: ${why}`, () => {
    equal(lastDayForPapers(meeting), latest)
    equal(clearDaysBetween(latest, meeting), 5)
    // A day more and it is too late.
    equal(clearDaysBetween(later(latest, 1), meeting) < 5 || !isWorkingDay(later(latest, 1)), true)
  })

const BETWEEN: [string, string, number, string][] = [
  ['2026-11-03', '2026-11-11', 5, 'Wednesday to Tuesday, without the weekend'],
  ['2026-11-04', '2026-11-11', 4, 'a day late'],
  ['2026-11-06', '2026-11-09', 0, 'Friday to Monday'],
  ['2026-11-11', '2026-11-11', 0, 'on the day itself'],
  ['2026-11-12', '2026-11-11', 0, 'after the meeting'],
  ['2026-12-24', '2026-12-29', 0, 'Christmas and the weekend between'],
  ['2024-02-28', '2024-03-01', 1, '29 February is a clear day'],
  ['2023-02-27', '2023-03-01', 1, 'and so is the 28th where there is no 29th'],
]

for (const [from, to, days, why] of BETWEEN)
  test(`from ${from} to ${to} there are ${days} clear days: ${why}`, () => equal(clearDaysBetween(from, to), days))

test('whatever the day and however many clear days, the latest day is a working day, and the next working day is too late', () => {
  const day = fc.integer({ min: 0, max: 7_000 }).map((days) => later('2020-01-01', days))
  const property = fc.property(day, fc.integer({ min: 0, max: 15 }), (meeting, clear) => {
    const latest = lastDayForPapers(meeting, clear)
    let next = later(latest, 1)
    while (!isWorkingDay(next)) next = later(next, 1)
    const tooLate = next >= meeting || clearDaysBetween(next, meeting) < clear
    deepEqual([isWorkingDay(latest), clearDaysBetween(latest, meeting), tooLate], [true, clear, true])
  })
  fc.assert(property, { numRuns: 300 })
})

test('a clear day more is counted with each working day earlier, and none for a weekend or holiday', () => {
  fc.assert(
    fc.property(aDay, fc.integer({ min: 2, max: 30 }), (meeting, before) => {
      const published = later(meeting, -before)
      const more = isWorkingDay(published) ? 1 : 0
      equal(clearDaysBetween(later(published, -1), meeting), clearDaysBetween(published, meeting) + more)
    }),
  )
  equal(clearDaysBetween('2026-12-09', '2026-12-09'), 0)
  equal(clearDaysBetween('2026-12-08', '2026-12-09'), 0)
})
