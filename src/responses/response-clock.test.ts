import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { clockState, responseDue } from './response-clock.ts'

test('two months begin with the day of service and end the day before the same day of the month', () => {
  const cases: [served: string, due: string, months?: number][] = [
    ['2026-03-10', '2026-05-09'],
    ['2026-01-01', '2026-02-28'],
    ['2028-01-01', '2028-02-29'],
    // The month has no such day.
    ['2026-12-29', '2027-02-28'],
    ['2027-12-29', '2028-02-28'],
    ['2026-12-31', '2027-02-28'],
    ['2027-12-31', '2028-02-29'],
    ['2026-07-31', '2026-09-30'],
    // Over the year's end
    ['2026-11-15', '2027-01-14'],
    ['2026-12-01', '2027-01-31'],
    ['2028-02-29', '2028-04-28'],
    ['2026-11-30', '2027-02-28', 3],
    ['2026-03-10', '2027-03-09', 12],
    ['2026-01-30', '2026-02-28', 1],
    ['2027-12-30', '2028-02-29'],
    // The Act gives months, not working days: the last day may be a weekend or a bank holiday.
    ['2026-10-26', '2026-12-25'],
    ['2026-02-04', '2026-04-03'],
    ['2026-11-10', '2027-01-09'],
  ]
  for (const [served, due, months] of cases) equal(responseDue(served, months), due, `${served}, ${months ?? 2} months`)
})

test('a clock runs, is answered in time or late, or is breached', () => {
  const notice = { dueOn: '2026-05-09' }
  const inTime = { answeredOn: '2026-05-09' }
  deepEqual(clockState(notice, [inTime, null], '2026-05-09'), { state: 'running', unanswered: 1, answeredLate: 0 })
  deepEqual(clockState(notice, [inTime, null], '2026-05-10'), { state: 'breach', unanswered: 1, answeredLate: 0 })
  deepEqual(clockState(notice, [inTime, inTime], '2026-06-01'), { state: 'answered', unanswered: 0, answeredLate: 0 })
  deepEqual(clockState(notice, [inTime, { answeredOn: '2026-05-10' }], '2026-06-01'), { state: 'late', unanswered: 0, answeredLate: 1 })
})
