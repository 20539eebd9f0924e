import { deepEqual, equal } from 'node:assert/strict'
import { test } from 'node:test'
import { later } from '../platform/core/calendar-date.ts'
import { HEEDS_RULE, planResponse, purposeOfStep, purposeTo, type ResponseChased } from './response-steps.ts'

const matter = (more: Partial<ResponseChased>): ResponseChased => ({
  noticeId: 'n',
  servedOn: '2026-11-02',
  dueOn: '2027-01-01',
  unanswered: 2,
  today: '2026-11-10',
  to: 'leader@wexcombe.example',
  steps: HEEDS_RULE.steps,
  sent: [],
  withheld: [],
  openDay: (day) => day,
  ...more,
})
const purpose = (days: number) => purposeOfStep('n', '2027-01-01', { step: days < 0 ? 'response-reminder' : 'response-overdue', days })
const dueIn = (more: Partial<ResponseChased>) => planResponse(matter(more)).due?.days ?? null

test('fourteen and three days before the last day by itself, and a day after it once an officer has seen it', () => {
  const days: [today: string, due: number | null][] = [
    ['2026-12-17', null],
    ['2026-12-18', -14],
    ['2026-12-28', -14],
    ['2026-12-29', -3],
    ['2027-01-01', -3],
    ['2027-01-02', 1],
    ['2027-03-01', 1],
  ]
  for (const [today, due] of days) equal(dueIn({ today }), due, today)
  deepEqual(
    planResponse(matter({})).coming.map(({ on, byItself }) => [on, byItself]),
    [
      ['2026-12-18', true],
      ['2026-12-29', true],
      ['2027-01-02', false],
    ],
  )
})

test('nothing is due once every recommendation is answered', () => {
  deepEqual(planResponse(matter({ today: '2027-02-01', unanswered: 0 })), { due: null, coming: [] })
})

test('a step goes once, and not to somebody who was written to since it was due', () => {
  equal(dueIn({ today: '2026-12-20', sent: [{ purpose: purposeTo(purpose(-14), 'x'), on: '2026-12-18', withheld: false }] }), null)
  equal(dueIn({ today: '2026-12-20', sent: [{ purpose: 'response n response-notice to x', on: '2026-12-19', withheld: false }] }), null)
  equal(dueIn({ today: '2026-12-20', sent: [{ purpose: 'response n response-notice to x', on: '2026-12-17', withheld: false }] }), -14)
  equal(
    dueIn({ today: '2026-12-20', sent: [{ purpose: 'other', on: '2026-12-19', withheld: true }] }),
    -14,
    'what was withheld reached nobody',
  )
  equal(dueIn({ today: '2026-12-20', servedOn: '2026-12-19' }), null, 'served since')
})

test('what was kept from one address is wanted at another, and not once more at the same', () => {
  const kept = {
    today: '2026-12-20',
    sent: [{ purpose: purposeTo(purpose(-14), 'leader@wexcombe.example'), on: '2026-12-18', withheld: true }],
  }
  equal(dueIn(kept), null)
  equal(dueIn({ ...kept, to: 'deputy@wexcombe.example' }), -14)
})

test('a step that is skipped is gone, and one that is put off waits for its day', () => {
  equal(dueIn({ today: '2026-12-20', withheld: [{ purpose: purpose(-14), until: null }] }), null)
  const putOff = { withheld: [{ purpose: purpose(-14), until: '2026-12-22' }] }
  equal(dueIn({ today: '2026-12-21', ...putOff }), null)
  equal(dueIn({ today: '2026-12-22', ...putOff }), -14)
})

test('what falls on a day without messages goes on the next, and a reminder is none once the last day is past', () => {
  const closed = (day: string) => (day >= '2026-12-29' && day <= '2027-01-03' ? '2027-01-04' : day)
  equal(dueIn({ today: '2026-12-29', openDay: closed }), -14, 'the second reminder would come after the last day')
  deepEqual(
    planResponse(matter({ today: '2026-12-29', openDay: closed })).coming.map(({ on, days }) => [on, days]),
    [['2027-01-04', 1]],
  )
  for (let day = '2026-12-10'; day < '2027-01-10'; day = later(day, 1)) {
    const due = planResponse(matter({ today: day, openDay: closed })).due
    if (due?.step === 'response-reminder') equal(day <= '2027-01-01', true, day)
  }
})
