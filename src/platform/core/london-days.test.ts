import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { bankHolidays, isBankHoliday, isWeekend } from './bank-holidays.ts'
import { londonClock, londonMoment } from './london-time.ts'

test('the bank holidays of a year are those that were kept', () => {
  deepEqual(bankHolidays(2026), [
    '2026-01-01',
    '2026-04-03',
    '2026-04-06',
    '2026-05-04',
    '2026-05-25',
    '2026-08-31',
    '2026-12-25',
    '2026-12-28',
  ])
  deepEqual(bankHolidays(2022), [
    '2022-01-03',
    '2022-04-15',
    '2022-04-18',
    '2022-05-02',
    '2022-06-02',
    '2022-06-03',
    '2022-08-29',
    '2022-09-19',
    '2022-12-26',
    '2022-12-27',
  ])
  deepEqual(bankHolidays(2027).slice(-2), ['2027-12-27', '2027-12-28'])
  equal(
    bankHolidays(2023)
      .filter((day) => day.startsWith('2023-05'))
      .join(),
    '2023-05-01,2023-05-08,2023-05-29',
  )
  equal(isBankHoliday('2020-05-08') && !isBankHoliday('2020-05-04'), true)
  equal(isWeekend('2026-11-28') && !isWeekend('2026-11-27'), true)
})

test('a time in London is a moment in summer and in winter, and at the turns of the clock', () => {
  equal(londonMoment('2026-07-01', '08:00').toISOString(), '2026-07-01T07:00:00.000Z')
  equal(londonMoment('2026-12-01', '08:00').toISOString(), '2026-12-01T08:00:00.000Z')
  equal(londonMoment('2026-03-29', '01:30').toISOString(), '2026-03-29T01:30:00.000Z', 'this hour does not come')
  equal(londonMoment('2026-10-25', '01:30').toISOString(), '2026-10-25T00:30:00.000Z', 'this hour comes twice')
  deepEqual(londonClock(new Date('2026-06-30T23:30:00Z')), { day: '2026-07-01', time: '00:30' })
})
